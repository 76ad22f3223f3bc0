// Package undo is the room in which an organizer takes back a slip of the last ten minutes: a one-on-one stands as it stood before, and
// what had not left stays here. Whoever had heard of the slip hears that it was one.
package undo

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/promise"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Room is the room of package undo.
func Room() turn.Room {
	return turn.Room{
		Name:     "undo",
		Commands: []turn.Command{{Word: understand.Undo, Do: undo}},
		Guesses:  []turn.Guess{{Rank: turn.TakenBack, Name: "a slip taken back", Take: inWords}},
	}
}

// inWords takes "oops, that was a mistake" and the command, whatever is open; words that may be a report's answer stay with it.
func inWords(t *turn.Turn) bool {
	s, fresh := t.LastSlip()
	answers := t.Conv().Kind == world.ReportTalk || t.Conv().Kind == world.ThanksTalk
	switch {
	case t.Conv().Kind == world.ReportTalk && t.Heard().Command == understand.Undo && t.Phone().InboundAt.After(s.At) &&
		t.Happened(fact.TakeBack{}):
		return true
	case t.Heard().Command == understand.Undo:
	case fresh && !answers && swaps(t, s):
		return true
	case !fresh, t.Heard().Command != understand.None, answers:
		return false
	case understand.SaysUndo(t.Body()):
	case backOn(t, s):
	case t.Phone().InboundAt.After(s.At): // other words take back what was said last
		return false
	case understand.TakesBack(t.Body()) && !t.Heard().When.HasDate() && !t.Heard().When.HasClock: // "no wait make it friday" changes it
	case len(s.Meets) == 1 && s.Meets[0].Was != nil && understand.LeavesAsWas(t.Body()):
	case understand.NeverMind(t.Body()) && !t.AsksNow():
	case s.Texts != uuid.Nil && understand.WasForAnother(t.Body()) && len(others(t, s.Texts)) > 0: // "ay perdón era a paloma"
	case (s.Texts != uuid.Nil || len(s.Items) > 0 || len(s.Meets) > 0) && understand.WrongOne(t.Body(), firstOf(t, s)): // "wrong gloria"
	case s.Whom != uuid.Nil && understand.WasForAnother(t.Body()) && len(others(t, s.Whom)) > 0: // "omg no that was for jo"
	case len(s.Meets) == 1 && understand.MeantPerson(t.Body()) != "" && understand.WasForAnother(t.Body()) && meantElse(t, s):
		// "shoot i meant jo"
	default:
		return false
	}
	undo(t)
	return true
}

// meantElse reports whether a text names a contact to come other than the one whose one-on-one the last text changed.
func meantElse(t *turn.Turn, s world.Slip) bool {
	m, ok := t.MeetByID(s.Meets[0].ID)
	return ok && len(others(t, m.ContactID)) > 0
}

// backOn reports whether a text says that what was called off a moment ago is on again: "oh wait nvm she can make it after all". Another
// day or hour is another matter.
func backOn(t *turn.Turn, s world.Slip) bool {
	if len(s.Meets) != 1 {
		return false
	}
	m, ok := t.MeetByID(s.Meets[0].ID)
	h := t.Heard()
	return ok && s.Meets[0].Was != nil && (m.Status == meeting.CalledOff || m.Status == meeting.Declined) &&
		!h.When.HasDate() && !h.When.HasClock && h.Digit == 0 && understand.BackOn(t.Body())
}

// swaps puts a one-on-one back of which the last text told the wrong outcome, where this one tells it of another: "sorry i meant maria no
// showed. jo came". How they went is asked again.
func swaps(t *turn.Turn, s world.Slip) bool {
	if len(s.Meets) != 1 || s.Meets[0].Was == nil || !lexicon.ChangeWords.In(understand.Padded(t.Body())) {
		return false
	}
	m, ok := t.MeetByID(s.Meets[0].ID)
	if !ok || m.Status != meeting.NoShow && m.Status != meeting.Held || m.Rev != s.Meets[0].Rev {
		return false
	}
	names := []string{m.Contact.First()}
	for _, o := range t.Unreported() {
		if o.ContactID != m.ContactID && !slices.Contains(names, o.Contact.First()) {
			names = append(names, o.Contact.First())
		}
	}
	outs, _ := understand.OutcomesOf(t.Body(), names)
	if len(outs) < 2 {
		return false
	}
	t.ForgetSlip()
	said := undoMeet(t, m, s.Meets[0], s)
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, MeetingID: m.ID, PersonID: m.ContactID, Kind: change.NoteWords,
		Words: turn.Bounded(t.Body()), At: t.Now(),
	})
	t.CloseTalk()
	t.Answer("undone", said, t.Say(lang.ToldKept, "words", report.Excerpt(t.Body(), 80)))
	return true
}

func undo(t *turn.Turn) {
	s, fresh := t.LastSlip()
	if !fresh {
		t.Answer("undone", t.Say(lang.UndoNothing))
		return
	}
	t.ForgetSlip()
	if s.Filed != uuid.Nil {
		undoFiled(t, s)
		return
	}
	parts := undoItems(t, s)
	if s.Texts != uuid.Nil {
		if back := (&fact.TextsBack{Contact: s.Texts, Since: s.At}); t.Happened(back) {
			parts = append([]string{back.Said}, parts...)
		}
		if meant := others(t, s.Texts); len(s.Meets) == 0 && len(meant) == 1 && understand.WasForAnother(t.Body()) { // "ay perdón era a paloma"
			t.SayFirst(phrase.Join(parts...))
			t.Happened(fact.NoMoreFor{Contact: meant[0].Contact})
			return
		}
	}
	if len(s.Meets) == 0 && len(parts) == 0 {
		if s.Whom == uuid.Nil {
			t.Answer("undone", t.Say(lang.UndoNothing))
			return
		}
		undoWords(t, s)
		return
	}
	slipped, _ := t.MeetByID(s.First())
	for _, was := range s.Meets {
		if m, ok := t.MeetByID(was.ID); ok {
			parts = append(parts, undoMeet(t, m, was, s))
		}
	}
	if len(parts) == 0 {
		parts = []string{t.Say(lang.UndoNothing)}
	}
	if len(s.Meets) > 0 {
		t.CloseTalk()
	}
	t.ForgetSlip()
	if instead(t, s, slipped, strings.Join(parts, " ")) {
		return
	}
	if m, ok := t.MeetByID(s.First()); ok && len(s.Meets) == 1 && len(parts) > 0 && m.Open() && m.OrganizerID == t.Who().ID &&
		!t.Now().Before(m.Ends()) {
		t.Happened(fact.OutcomeOpen{Meet: m, First: strings.TrimSpace(strings.Join(parts, " "))})
		return
	}
	t.Answer("undone", parts...)
}

// undoFiled hears that a report was filed too soon: it is filed and stays, to be put right. What would have gone to the contact is held.
func undoFiled(t *turn.Turn, s world.Slip) {
	m, ok := t.MeetByID(s.Filed)
	held := &fact.HoldThanks{Meet: m}
	if ok {
		t.SetAbout(turn.Loose(m.Meeting))
		t.Happened(held)
	}
	t.Answer("undone", t.Say(lang.UndoFiled, "who", m.Contact.First()), held.Shown)
}

// undoItems opens again what the text closed, and takes away what it noted.
func undoItems(t *turn.Turn, s world.Slip) (parts []string) {
	for _, it := range s.Items {
		switch it.Kind { //nolint:exhaustive // the others are no items
		case change.PromiseSubject:
			t.Add(change.ReopenPromise{ID: it.ID, ClosedAt: s.At, At: t.Now()})
			t.Note(change.Subject{Kind: change.PromiseSubject, ID: it.ID}, change.Reopened, "")
			parts = append(parts, t.Say(lang.UndoneDone, "what", it.What))
		case world.SlipWas:
			t.Add(change.AmendPromise{ID: it.ID, What: it.What, DueOn: it.Due})
			due := ""
			if on, ok := when.ParseDate(it.Due); ok {
				due = t.Say(lang.DueOn, "day", t.Day(on))
				remindAgain(t, it, on)
			}
			parts = append(parts, t.Say(lang.UndoneDue, "what", report.Excerpt(it.What, 80), "when", due))
		case world.SlipDay:
			if back := (&fact.DebriefBack{ID: it.ID, On: it.Due}); t.Happened(back) {
				parts = append(parts, back.Said)
			}
		case world.SlipOwn:
			t.Add(change.ClosePromise{ID: it.ID, As: change.Withdrawn, How: report.Excerpt(t.Body(), 100), At: t.Now()}, change.CancelPlans{
				Subject: change.Subject{Kind: change.PromiseSubject, ID: it.ID}, Rule: reminder.DutyRule, Reason: "taken back by the organizer",
			})
			parts = append(parts, t.Say(lang.PromiseOff, "what", it.What))
		case change.DebriefSubject:
			t.Add(change.ReopenDebriefs{OrganizerID: it.ID, ClosedAt: s.At})
			parts = append(parts, t.Say(lang.UndoneDebrief))
		default:
			t.Add(change.DropNote{ID: it.ID, AuthorID: t.Who().ID})
			if len(s.Meets) == 0 {
				parts = append(parts, t.Say(lang.UndoneNote, "what", it.What))
			}
		}
	}
	return parts
}

// remindAgain has a contact be reminded of a commitment on the day that it had before.
func remindAgain(t *turn.Turn, it world.SlipItem, on when.Date) {
	for _, p := range t.Promises() {
		if at := promise.ReminderAt(t, on, p.Owner); p.ID == it.ID && at.After(t.Now()) {
			promise.RemindContact(t, change.AddPromise{ID: p.ID, Kind: p.Kind}, p.Owner, p.Met(), change.Plan{
				DueAt: at, ValidUntil: turn.ValidUntil(reminder.CommitmentRule, at), Reason: "its day was taken back", Again: true,
			})
		}
	}
}

// instead does for another contact what was meant for them, where the text says so: "undo that, I meant Jo". What it cannot do at once it
// offers.
func instead(t *turn.Turn, s world.Slip, slipped world.Meet, undone string) bool {
	body := understand.Padded(t.Body())
	if len(s.Meets) != 1 || !lexicon.ChangeWords.In(body) && !understand.WasForAnother(t.Body()) {
		return false
	}
	hits := slices.DeleteFunc(others(t, slipped.ContactID), func(m world.Meet) bool { return m.ID != uuid.Nil && !m.Open() })
	if len(hits) != 1 || turn.Names(body, slipped.Contact.First()) && !understand.NotThem(t.Body(), slipped.Contact.First()) {
		return false
	}
	t.SayFirst(undone)
	switch was := s.Meets[0].Was; {
	case was == nil: // it was planned with the wrong one
		hits[0].Minutes, hits[0].Private = slipped.Minutes, slipped.Private
		at := slipped.StartsAt.In(t.Loc())
		t.Happened(fact.AnotherOne{
			Meet: hits[0], Time: moment.Said{Date: when.DateOf(at).String(), Clock: at.Format("15:04")}, Place: slipped.Place,
		})
	case hits[0].ID == uuid.Nil:
		t.SayFirst("")
		return false
	case slipped.Status == meeting.CalledOff:
		t.Happened(fact.CancelSaid{Meets: hits})
	case !slipped.StartsAt.Equal(was.At):
		t.Happened(fact.MoveTo{Meet: hits[0], At: slipped.StartsAt})
	default:
		t.SayFirst("")
		return false
	}
	return true
}

// undoWords keeps an organizer's words from leaving where they wait for the day; what has left cannot be taken back. For whom they were
// meant, where the text says so, they are offered.
func undoWords(t *turn.Turn, s world.Slip) {
	c := contactOf(t, s.Whom)
	first := t.Say(lang.UndoTooLate, "first", c.First())
	if !left(t, c, s) {
		t.Add(change.CancelPlans{Subject: s.Words, Rule: reminder.ToldRule, Reason: "taken back by the organizer"})
		first = t.Say(lang.UndoneWords, "first", c.First())
	}
	if meant := others(t, s.Whom); len(meant) == 1 && s.Said != "" {
		t.SayFirst(first)
		t.Happened(fact.TellSaid{Meet: meant[0], Words: s.Said})
		return
	}
	t.Answer("undone", first)
}

// others lists the one-on-ones to come with contacts whom the text names, but for one: each contact's first.
func others(t *turn.Turn, but uuid.UUID) (out []world.Meet) {
	body := understand.Padded(t.Body())
	for _, m := range t.Organized() {
		if m.ContactID != but && turn.Names(body, m.Contact.First()) &&
			!slices.ContainsFunc(out, func(o world.Meet) bool { return o.ContactID == m.ContactID }) {
			out = append(out, m)
		}
	}
	for _, c := range t.Contacts() {
		if c.ID != but && turn.Names(body, c.First()) && !slices.ContainsFunc(out, func(o world.Meet) bool { return o.ContactID == c.ID }) {
			m := world.Meet{Organizer: t.Who(), Contact: c}
			m.ContactID = c.ID
			out = append(out, m)
		}
	}
	return out
}

func contactOf(t *turn.Turn, id uuid.UUID) person.Person {
	for _, m := range t.Meetings() {
		if m.ContactID == id {
			return m.Contact
		}
	}
	for _, c := range t.Contacts() {
		if c.ID == id {
			return c
		}
	}
	return person.Person{}
}

// left reports whether what the slip planned for a contact went at once: it waits only for the contact's day.
func left(t *turn.Turn, c person.Person, s world.Slip) bool {
	return !t.Org().Hours.Reach(c, s.At, t.Org().Zone).After(s.At)
}

// firstOf is the first name of whom the one-on-one is with that the text changed; "" for none.
func firstOf(t *turn.Turn, s world.Slip) string {
	m, ok := t.MeetByID(s.First())
	if !ok {
		return ""
	}
	return m.Contact.First()
}
