package consent

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/talk/fact"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/when"
)

// staffNote is what a text to staff says that no row holds when it is due.
type staffNote struct {
	Who   string `json:"who"`
	Phone string `json:"phone"`
	What  string `json:"what"`
	Words string `json:"words,omitempty"`
}

// Added answers staff who added somebody: the row, the consent that being added is, and the welcome.
func Added(t *turn.Turn) {
	a := t.Added()
	t.Add(change.SavePerson{Person: a.Person, At: t.Now()})
	t.Note(change.Subject{Kind: change.PersonSubject, ID: a.Person.ID}, change.PersonAdded, a.By)
	if !a.Person.Works() || t.Phone().ID == 0 {
		return
	}
	if t.Phone().Consent == person.ConsentUnknown {
		t.Add(change.SetConsent{
			ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: a.Person.ID, Consent: person.ConsentYes,
			Source: "added by " + phrase.OrElse(a.By, "staff"), At: t.Now(),
		})
	}
	if a.Welcome && a.New && a.Person.Is(person.Organizer) {
		t.Add(change.Plan{
			ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: a.Person.ID, Rule: reminder.WelcomeRule, Occurrence: "1",
			Subject: change.Subject{Kind: change.PersonSubject, ID: a.Person.ID}, DueAt: t.Now(),
			ValidUntil: turn.ValidUntil(reminder.WelcomeRule, t.Now()),
			Reason:     "a new organizer", Data: turn.Encode(a.By),
		})
	}
}

func optOutNote(t *turn.Turn, rule reminder.Rule) {
	var n staffNote
	if json.Unmarshal(t.Due().Data, &n) != nil {
		panic("talk: the data of an opt-out note cannot be read")
	}
	key := lang.StaffOptOut
	switch n.What {
	case "said":
		key = saidOr(n, lang.StaffOptOutSaid, lang.StaffOptOut)
	case "doubtful":
		key = saidOr(n, lang.StaffMaybeSaid, lang.StaffOptOutMaybe)
	case "unreached":
		key = lang.StaffUnreached
	case "gone":
		key = lang.StaffGone
	case "meeting":
		key = lang.StaffOptOutMeeting
	case "back":
		key = saidOr(n, lang.StaffBackSaid, lang.StaffBack)
	}
	t.Unasked(rule, t.Say(key, "who", n.Who, "phone", n.Phone, "words", n.Words))
}

// saidOr chooses the text with the words, where its reader may have them.
func saidOr(n staffNote, said, without lang.Key) lang.Key {
	if n.Words == "" {
		return without
	}
	return said
}

// takeConsent writes what an organizer reported; the phone's own word is stronger than anybody's report of it.
func takeConsent(t *turn.Turn, _ reminder.Rule) {
	var n fact.ConsentNote
	if json.Unmarshal(t.Due().Data, &n) != nil {
		t.End(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	if n.Until != "" {
		pauseTold(t, n)
		return
	}
	if n.To != 0 {
		t.Add(change.SetTextHours{PhoneID: t.Phone().ID, From: n.From, To: n.To})
		t.End(change.PlanMade, "hours for texts: "+n.Source, uuid.Nil)
		return
	}
	c := person.Consent(n.Consent)
	is := t.Phone().Consent
	if back := !n.Since.IsZero(); back && t.Phone().InboundAt.After(n.Since) {
		t.End(change.PlanDropped, "the phone itself has written since", uuid.Nil)
		return
	} else if !back && (is == person.ConsentNo || is == person.ConsentDoubtful) {
		t.End(change.PlanDropped, "the phone itself opted out", uuid.Nil)
		return
	}
	if whose.OwnConsent(t) == c {
		t.End(change.PlanFolded, "known already", uuid.Nil)
		return
	}
	by, _ := uuid.Parse(n.ByPerson)
	meeting, _ := uuid.Parse(n.MeetingID)
	message, _ := uuid.Parse(n.MessageID)
	t.Add(change.SetConsent{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Consent: c, Source: n.Source, ByPerson: by,
		MeetingID: meeting, MessageID: message, Words: n.Words, At: t.Now(),
	})
	if c == person.ConsentNo {
		t.Add(change.Withhold{PhoneID: t.Phone().ID, Reason: "wants no texts: " + n.Source})
	}
	t.End(change.PlanMade, "consent written", uuid.Nil)
}

// pauseTold writes up to when an organizer said that a contact is not to be texted.
func pauseTold(t *turn.Turn, n fact.ConsentNote) {
	day, ok := when.ParseDate(n.Until)
	at, real := day.At(0, 0, t.Loc())
	if !ok || !real {
		t.End(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	t.Add(change.SetPause{PhoneID: t.Phone().ID, Until: at})
	t.End(change.PlanMade, "texts paused: "+n.Source, uuid.Nil)
}

// doubtEnds: what staff did not decide within a day is an opt-out.
func doubtEnds(t *turn.Turn, _ reminder.Rule) {
	if t.Phone().Consent != person.ConsentDoubtful {
		t.End(change.PlanSuperseded, "decided", uuid.Nil)
		return
	}
	var why string
	turn.DecodeInto(t.Due().Data, &why)
	note := "opted out: "
	if strings.HasPrefix(why, inMourning) {
		note = inMourning + ": "
	}
	if strings.HasPrefix(why, diedReader) && !t.Phone().InboundAt.After(t.Doubt().Since) { // and nobody wrote that they live
		for _, m := range t.Meetings() {
			if t.IsMine(m) && m.Open() && !m.Begun(t.Now()) {
				endsQuietly(t, m)
			}
		}
	}
	t.Add(change.SetConsent{
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Consent: person.ConsentNo,
		Source: why + "undecided for 24 hours", At: t.Now(),
	})
	t.Add(change.Attention{
		ID: t.NewID(), Kind: matter.OptedOut, Subject: change.Subject{Kind: change.PhoneSubject, ID: t.Due().ID}, PhoneID: t.Phone().ID,
		MessageID: t.Doubt().MessageID,
		Note:      note + "undecided for 24 hours", At: t.Now(),
	})
	if t.Who().ID != uuid.Nil {
		t.Note(change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}, change.OptOutByTime, "")
	}
	t.End(change.PlanMade, "an opt-out after 24 hours", uuid.Nil)
}

// Verdict takes what the provider says about the phone itself.
func Verdict(t *turn.Turn) {
	v := t.Verdict()
	t.CausedBy(v.MessageID)
	if v.OptedOut && (t.Phone().Consent != person.ConsentNo || silentForOthers(t)) {
		t.Add(change.SetConsent{
			ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Consent: person.ConsentNo, Source: "carrier",
			MessageID: v.MessageID, At: t.Now(),
		})
		t.Add(change.Withhold{PhoneID: t.Phone().ID, Reason: "opted out at the carrier"})
		t.HandToStaff(matter.OptedOut, "opted out at the carrier")
		tellStaff(t, reminder.OptOutToStaff, "no")
	}
	if v.Unreached && !t.Phone().ReachBad {
		tellStaff(t, reminder.UnreachableRule, "unreached")
		t.Add(change.SetReach{PhoneID: t.Phone().ID, Bad: true, Code: v.Code, At: t.Now()})
		t.HandToStaff(matter.Unreachable, "this phone cannot get texts: call")
	}
}

// welcome greets a new organizer.
func welcome(t *turn.Turn, rule reminder.Rule) {
	var by string
	turn.DecodeInto(t.Due().Data, &by)
	t.Unasked(rule, t.Say(lang.Welcome, "first", t.Who().First(), "by", phrase.OrElse(by, t.Say(lang.OurStaff)), "org", t.Org().Name))
	at := t.Org().Hours.MorningOn(when.DateOf(t.Now().In(t.Loc())).AddDays(2), t.Loc()).Add(time.Hour)
	t.Add(change.Plan{ // who has planned none by then is shown how, once
		ID: t.NewID(), PhoneID: t.Phone().ID, PersonID: t.Who().ID, Subject: change.Subject{Kind: change.PersonSubject, ID: t.Who().ID},
		Rule: reminder.DutyRule, Occurrence: "example", DueAt: at, ValidUntil: turn.ValidUntil(reminder.DutyRule, at),
		Reason: "two days after the welcome",
		Data:   turn.Encode(duty.Note{Key: lang.WelcomeExample, Fields: []string{"first", t.Who().First()}}),
	})
}
