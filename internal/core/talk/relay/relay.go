package relay

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// burst is how long further texts of a contact are joined into one more.
const burst = 90 * time.Second

// relay passes a contact's words on to the organizer at once; what follows within 90 seconds is joined into one more text.
func relay(t *turn.Turn, f fact.ForOrganizer) {
	m := f.Meet
	t.SetOutcome("passed on to the organizer")
	wrote(t, m)
	words := strings.TrimSpace(t.Body())
	if words == "" && t.Inbound().Media == 0 {
		t.HandToStaff(matter.NeedsAnswer, "a text without words")
		return
	}
	if words == "" {
		pictureOnly(t, m)
		return
	}
	if !whose.MayRead(t, m) {
		t.SetOutcome("for staff: for which organizer is not said")
		t.HandToStaff("needs_answer", "a phone of several organizers' contacts: for whom this is, it does not say")
		t.Answer(phrase.OrElse(f.Kind, "help"), t.Say(lang.PersonReads, "org", t.Org().Name))
		return
	}
	if !m.Organizer.Reached() {
		relayToStaff(t, f, words)
		return
	}
	if f.Said != "" {
		s := turn.Loose(m.Meeting)
		if m.ID == uuid.Nil {
			s = change.Subject{Kind: change.PersonSubject, ID: m.Contact.ID}
		}
		t.Tell(m.Organizer, reminder.RelayRule, s, fact.WordsNote{
			Words: words, Contact: m.Contact.ID, By: m.Contact.Name, Said: f.Said, Fields: f.Fields, Phone: m.Contact.Phone.E164(),
		}, "what the contact asked of us")
		t.Answer(f.Kind, f.Thanks)
		return
	}
	r := turn.DecodeRelay(t.Conv().Relay)
	joins := t.Now().Sub(r.At) < burst && r.Contact == m.Contact.ID
	if joins && (r.Words != "" || !near(t, m)) {
		if r.Words != "" {
			r.Words += " / "
		}
		r.Words = turn.Bounded(r.Words + words)
		if len(r.Words) > 1500 {
			r.Words = r.Words[len(r.Words)-1500:]
			r.Words = strings.ToValidUTF8(r.Words, "")
		}
		passOn(t, m, r.Words, r.Key, r.At.Add(burst), true)
	} else {
		r = turn.Relayed{At: t.Now(), Key: t.MessageID().String(), Contact: m.Contact.ID, Meeting: m.ID}
		passOn(t, m, words, "now "+r.Key, t.Now().Add(turn.TellAfter), false)
	}
	t.KeepRelay(r)
	watch(t, m, words)
	if mayAnswerRelay(t, f) {
		t.Answer(phrase.OrElse(f.Kind, "help"), f.Thanks)
	}
}

// nearBefore is how long before the start nobody's words wait for others: one of the two is on the way.
const nearBefore = 2 * time.Hour

// near reports whether the two are about to meet, or meet.
func near(t *turn.Turn, m world.Meet) bool {
	return !m.StartsAt.IsZero() && t.Now().After(m.StartsAt.Add(-nearBefore)) && t.Now().Before(m.Ends())
}

// pictureOnly tells the organizer that a picture came, and its sender that pictures do not reach us.
func pictureOnly(t *turn.Turn, m world.Meet) {
	if !m.Organizer.Reached() {
		t.HandToStaff(matter.NeedsAnswer, "sent a picture, and the organizer gets no texts")
	} else {
		s := turn.Loose(m.Meeting)
		if m.ID == uuid.Nil {
			s = change.Subject{Kind: change.PersonSubject, ID: m.Contact.ID}
		}
		t.Tell(m.Organizer, reminder.RelayRule, s, fact.WordsNote{Contact: m.Contact.ID, By: m.Contact.Name, Said: lang.PictureTell},
			"the contact sent a picture")
	}
	t.Answer("help", t.Say(lang.MediaKept))
}

// relayToStaff: the organizer gets no texts, so what their contact writes goes to staff on duty.
func relayToStaff(t *turn.Turn, f fact.ForOrganizer, words string) {
	m := f.Meet
	t.SetOutcome("for staff: the organizer gets no texts")
	t.HandToStaff(matter.NeedsAnswer, "a contact wrote, and the organizer gets no texts")
	duty.Tell(t, lang.StaffUnanswered, turn.Loose(m.Meeting), "who", m.Contact.Name, "phone", t.Number(m.Contact), "organizer",
		m.Organizer.Name,
		"ophone", t.Number(m.Organizer), "when", t.WhenOf(m, m.StartsAt), "words", report.Excerpt(words, 120))
	switch {
	case f.Kind != "":
		t.Answer(f.Kind, f.Thanks)
	case t.MayAutoAnswer():
		t.Answer("help", t.Say(lang.PersonReads, "org", t.Org().Name))
	}
}

// mayAnswerRelay bounds the thanks for words passed on: what the text itself asks is always answered, plain thanks once an hour.
func mayAnswerRelay(t *turn.Turn, f fact.ForOrganizer) bool {
	if f.Kind != "" || t.Heard().Digit != 0 || t.Heard().Reply == understand.WhoIsIt || t.Heard().Reply == understand.Maybe ||
		t.Heard().Command == understand.Where {
		return f.Thanks != ""
	}
	return f.Thanks != "" && t.MayAutoAnswer() && !saidKindly(t, f)
}

// saidKindly reports whether a text but thanks or blesses: nobody said that they would write or call about it.
func saidKindly(t *turn.Turn, f fact.ForOrganizer) bool {
	return f.Thanks == t.Say(lang.RelayedAnswer, "ofirst", f.Meet.Organizer.First()) && understand.JustKind(t.Body())
}

func passOn(t *turn.Turn, m world.Meet, words, key string, at time.Time, move bool) {
	p := change.Plan{
		ID: t.NewID(), PhoneID: m.Organizer.PhoneID, PersonID: m.Organizer.ID, Subject: turn.Loose(m.Meeting), Rule: reminder.RelayRule,
		Occurrence: key, DueAt: at,
		ValidUntil: turn.ValidUntil(reminder.RelayRule, at), Cause: t.MessageID(), Reason: "the contact's words", Move: move,
		Data: turn.Encode(fact.WordsNote{Words: words, Contact: m.Contact.ID, By: m.Contact.Name}),
	}
	if m.ID == uuid.Nil {
		p.Subject = change.Subject{Kind: change.PersonSubject, ID: m.Contact.ID}
	}
	t.Add(p)
}

// wordsAlong remembers that a contact's words went along with their answer, so that nobody leaves a question unanswered around the
// meeting's time.
func wordsAlong(t *turn.Turn, f fact.WordsAlong) {
	t.SetOutcome("answered, and passed on to the organizer")
	wrote(t, f.Meet)
	watch(t, f.Meet, strings.TrimSpace(t.Body()))
}

// watch has staff on duty look at what nobody answers around a meeting's time: from two hours before its start to one hour after it.
func watch(t *turn.Turn, m world.Meet, words string) {
	if m.StartsAt.IsZero() || t.Now().Before(m.StartsAt.Add(-2*time.Hour)) || t.Now().After(m.StartsAt.Add(time.Hour)) ||
		m.Organizer.PhoneID == 0 {
		return
	}
	if !strings.ContainsAny(words, "?¿") && !understand.IsQuestion(words) && understand.AskedIn(words) == 0 &&
		!lexicon.AtThePlace.In(understand.Padded(words)) {
		return
	}
	t.Add(change.Plan{
		ID: t.NewID(), PhoneID: m.Organizer.PhoneID, PersonID: m.OrganizerID, Subject: turn.Loose(m.Meeting), Rule: reminder.UnansweredRule,
		Occurrence: "1",
		DueAt:      t.Now().Add(10 * time.Minute), Reason: "nobody has answered the contact yet", Again: true,
		Data: turn.Encode(fact.WordsNote{Words: words, Contact: m.ContactID}),
	})
}

// wrote notes that a contact who was asked has written, whatever it answers: nobody is told any more that there is no answer.
func wrote(t *turn.Turn, m world.Meet) {
	m, ok := t.MeetByID(m.ID)
	if !ok || t.Who().ID != m.ContactID || m.Status != meeting.Planned || m.ToldAt.IsZero() || !m.AnsweredAt.IsZero() {
		return
	}
	m.AnsweredAt = t.Now()
	t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
}
