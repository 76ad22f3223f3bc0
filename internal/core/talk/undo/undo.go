// Package undo is the room in which an organizer takes back a slip of the last ten minutes: a one-on-one stands as it stood before, and
// what had not left stays here. Whoever had heard of the slip hears that it was one.
package undo

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
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
	report := t.Conv().Kind == world.ReportTalk || t.Conv().Kind == world.ThanksTalk
	switch {
	case t.Heard().Command == understand.Undo:
	case !fresh, t.Heard().Command != understand.None, report:
		return false
	case understand.SaysUndo(t.Body()):
	case t.Phone().InboundAt.After(s.At): // other words take back what was said last
		return false
	case understand.TakesBack(t.Body()):
	case understand.NeverMind(t.Body()) && !t.AsksNow():
	default:
		return false
	}
	undo(t)
	return true
}

func undo(t *turn.Turn) {
	s, fresh := t.LastSlip()
	if !fresh {
		t.Answer("undone", t.Say(lang.UndoNothing))
		return
	}
	t.ForgetSlip()
	parts := undoItems(t, s)
	if len(s.Meets) == 0 && len(parts) == 0 {
		if s.Whom == uuid.Nil {
			t.Answer("undone", t.Say(lang.UndoNothing))
			return
		}
		undoWords(t, s)
		return
	}
	slipped, _ := t.MeetByID(firstOf(s))
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
	if m, ok := t.MeetByID(firstOf(s)); ok && len(s.Meets) == 1 && len(parts) > 0 && m.Open() && m.OrganizerID == t.Who().ID &&
		!t.Now().Before(m.Ends()) {
		t.Happened(fact.OutcomeOpen{Meet: m, First: strings.TrimSpace(strings.Join(parts, " "))})
		return
	}
	t.Answer("undone", parts...)
}

// undoItems opens again what the text closed, and takes away what it noted.
func undoItems(t *turn.Turn, s world.Slip) (parts []string) {
	for _, it := range s.Items {
		switch it.Kind { //nolint:exhaustive // the others are no items
		case change.PromiseSubject:
			t.Add(change.ReopenPromise{ID: it.ID, ClosedAt: s.At, At: t.Now()})
			t.Note(change.Subject{Kind: change.PromiseSubject, ID: it.ID}, change.Reopened, "")
			parts = append(parts, t.Say(lang.UndoneDone, "what", it.What))
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

func firstOf(s world.Slip) uuid.UUID {
	if len(s.Meets) == 0 {
		return uuid.Nil
	}
	return s.Meets[0].ID
}

// instead does for another contact what was meant for them, where the text says so: "undo that, I meant Jo".
func instead(t *turn.Turn, s world.Slip, slipped world.Meet, undone string) bool {
	body := understand.Padded(t.Body())
	if len(s.Meets) != 1 || s.Meets[0].Was == nil || !lexicon.ChangeWords.In(body) {
		return false
	}
	var hits []world.Meet
	for _, m := range t.Organized() {
		if m.ID != s.Meets[0].ID && m.Open() && turn.Names(body, m.Contact.First()) {
			hits = append(hits, m)
		}
	}
	if len(hits) != 1 || turn.Names(body, slipped.Contact.First()) {
		return false
	}
	t.SayFirst(undone)
	switch {
	case slipped.Status == meeting.CalledOff:
		t.Happened(fact.CancelSaid{Meets: hits})
	case !slipped.StartsAt.Equal(s.Meets[0].Was.At):
		t.Happened(fact.MoveTo{Meet: hits[0], At: slipped.StartsAt})
	default:
		t.SayFirst("")
		return false
	}
	return true
}

// undoWords keeps an organizer's words from leaving where they wait for the day; what has left cannot be taken back.
func undoWords(t *turn.Turn, s world.Slip) {
	c := contactOf(t, s.Whom)
	if !left(t, c, s) {
		t.Add(change.CancelPlans{Subject: s.Words, Rule: reminder.ToldRule, Reason: "taken back by the organizer"})
		t.Answer("undone", t.Say(lang.UndoneWords, "first", c.First()))
		return
	}
	t.Answer("undone", t.Say(lang.UndoTooLate, "first", c.First()))
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
	return !t.Org().Hours.Day.Next(s.At, c.Location(t.Org().Zone)).After(s.At)
}

// undoMeet puts one one-on-one back, and says what is told.
func undoMeet(t *turn.Turn, m world.Meet, was world.SlipMeet, s world.Slip) string {
	if m.Rev != was.Rev {
		return t.Say(lang.UndoChanged, "what", t.What(m))
	}
	t.SetAbout(turn.Loose(m.Meeting))
	if was.Was == nil {
		return undoPlan(t, m)
	}
	heard := turn.MayText(m.Contact) && (m.ToldAt.After(s.At) || m.Status == meeting.CalledOff && was.Was.Told && left(t, m.Contact, s))
	old := m.StartsAt
	off := m.Status == meeting.CalledOff
	m.Meeting = was.Was.Back(m.Meeting)
	t.SaveMeet(m, change.TakenBack, "")
	t.Void(m, "taken back by the organizer")
	if m.Open() {
		t.Replan(m, !m.ToldAt.IsZero())
	}
	told := ""
	if heard && m.Open() && m.StartsAt.After(t.Now()) {
		rule := reminder.ChangedRule
		if off {
			rule = reminder.SettledRule
		}
		t.Tell(m.Contact, rule, turn.SubjectOf(m.Meeting), turn.ChangedNote{Old: old, New: m.StartsAt}, "taken back by the organizer")
		told = t.ToldOf(m, true)
	}
	return t.Say(lang.Undone, "what", t.What(m)+t.StateOf(m), "told", told)
}

// undoPlan takes back a one-on-one that was just planned.
func undoPlan(t *turn.Turn, m world.Meet) string {
	heard := !m.ToldAt.IsZero()
	if err := m.CallOff(); err != nil {
		return t.Say(lang.MoveOver, "what", t.What(m))
	}
	t.SaveMeet(m, change.TakenBack, "")
	t.Void(m, "taken back by the organizer")
	told := ""
	if heard {
		t.Tell(m.Contact, reminder.CalledOffRule, turn.SubjectOf(m.Meeting), nil, "taken back by the organizer")
		told = t.ToldOf(m, true)
	}
	return t.Say(lang.UndonePlan, "what", t.What(m), "told", told)
}
