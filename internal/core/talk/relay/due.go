package relay

import (
	"encoding/json"
	"slices"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// passedOn renders somebody's own words on the other's phone.
func passedOn(t *turn.Turn, rule reminder.Rule) {
	m, _ := t.MeetByID(t.Due().SubjectID)
	var n fact.WordsNote
	if json.Unmarshal(t.Due().Data, &n) != nil {
		t.End(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	t.SetAbout(change.Subject{Kind: t.Due().Subject.Kind, ID: t.Due().Subject.ID})
	words := phrase.Quoted(n.Words)
	switch rule.Name {
	case reminder.RelayRule:
		r := t.RelayedWords(n.Contact, m.ID, dayOf(t, m, n.Words), n.Words)
		said := theirWords(t, m, n, words)
		if phone := understand.NewNumberTold(n.Words); !phone.IsZero() && phone != m.Contact.Phone && m.ID != uuid.Nil {
			r.Phone = phone.E164()
			said = phrase.Join(said, t.Say(lang.NumberTold, "first", m.Contact.First(), "phone", phone.Display()))
		}
		t.KeepRelay(r)
		t.Unasked(rule, said)
	case reminder.ToldRule:
		r := turn.DecodeRelay(t.Conv().Relay)
		r.Told, r.By = t.Now(), m.OrganizerID
		if m.ID == uuid.Nil {
			r.By = t.Who().OrganizerID
		}
		t.KeepRelay(r)
		if m.ID == uuid.Nil {
			t.Unasked(rule, t.Introduced(m, t.Who().OrganizerID, t.Say(lang.ToldText, "organizer", n.By, "words", words, "org", t.Org().Name)))
			return
		}
		by := phrase.OrElse(n.By, m.SignedBy())
		if m.Private { // others read that phone: no surname
			by = person.FirstName(by)
		}
		t.Unasked(rule, t.Introduced(m, m.OrganizerID, t.SayMeet(lang.ToldText, m, "words", words, "organizer", by)))
	default:
		t.Add(change.Attention{
			ID: t.NewID(), Kind: matter.NeedsAnswer, Subject: turn.Loose(m.Meeting), PhoneID: t.Phone().ID,
			Note: "a contact wrote around the meeting's time, and nobody has answered", At: t.Now(),
		})
		fields := []string{
			"who", m.Contact.Name, "phone", t.Number(m.Contact), "organizer", m.Organizer.Name, "ophone", t.Number(m.Organizer),
			"when", t.WhenOf(m, m.StartsAt), "words", report.Excerpt(n.Words, 120),
		}
		duty.Tell(t, lang.StaffUnanswered, turn.Loose(m.Meeting), fields...)
		escalate(t, matter.NeedsAnswer, turn.Loose(m.Meeting), lang.StaffUnanswered, fields...)
		t.End(change.PlanMade, "staff on duty were told", uuid.Nil)
	}
}

// theirWords says to the organizer what their contact wrote.
func theirWords(t *turn.Turn, m world.Meet, n fact.WordsNote, words string) string {
	who, first := m.Contact.Name, m.Contact.First()
	if m.ID == uuid.Nil { // no one-on-one is at hand
		who, first = n.By, phrase.FirstOf(n.By)
	}
	if n.Said == "" {
		if m.ID != uuid.Nil && turn.NoTexts(m.Contact) != "" { // no words of theirs would arrive
			return t.Say(lang.RelayCall, "who", who, "first", first, "words", words, "phone", t.Number(m.Contact))
		}
		return t.Say(lang.RelayTell, "who", who, "first", first, "words", words)
	}
	phone, _ := sms.PhoneFromE164(n.Phone)
	said := t.Say(n.Said, slices.Concat(n.Fields, []string{
		"who", who, "first", first, "event", n.Event, "words", words,
		"phone", phone.Display(), "when", t.WhenOf(m, m.StartsAt),
	})...)
	if words == "" || n.Event == "" {
		return said
	}
	return phrase.Join(said, t.Say(lang.WordsTell, "first", first, "words", words))
}

// escalate has admins texted when what was just put on Today is urgent and nobody takes it.
func escalate(t *turn.Turn, kind matter.Kind, s change.Subject, k lang.Key, fields ...string) {
	for _, p := range t.Staff() {
		if p.PhoneID == 0 || !p.Is(person.Admin) {
			continue
		}
		at := t.Now().Add(duty.UntakenFor)
		t.Add(change.Plan{
			ID: t.NewID(), PhoneID: p.PhoneID, PersonID: p.ID, Rule: reminder.EscalateRule, Occurrence: t.Origin().String(), Subject: s, DueAt: at,
			ValidUntil: turn.ValidUntil(reminder.EscalateRule, at), Reason: "urgent, and taken by nobody for 30 minutes",
			Data: turn.Encode(duty.Escalation{Kind: kind, Note: duty.Note{Key: k, Fields: fields}}),
		})
	}
}
