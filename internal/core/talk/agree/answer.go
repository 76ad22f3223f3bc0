package agree

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// okToBetter: a yes in words while another time is asked for answers our question, and is no yes to the time that does not suit.
func okToBetter(t *turn.Turn, m world.Meet, x meetData) {
	if _, ask := t.SettleTime(&x.Time); ask != "" {
		t.Answer("ask:when", ask)
		return
	}
	if m.Status == meeting.Declined || m.Status == meeting.NoShow {
		t.SetOutcome("kept in the thread: it answers nothing that we asked")
		return
	}
	t.Answer("ask:when", t.SayMeet(lang.ProposalAskWhen, m))
}

// contactYes takes a yes.
func contactYes(t *turn.Turn, m world.Meet, x meetData, asked bool) {
	digit := t.Heard().Digit == 1
	switch {
	case m.Status == meeting.Proposed && m.Proposal.By == meeting.Organizer && !m.Proposal.At.IsZero():
		contactAccepts(t, m)
		return
	case m.Begun(t.Now()):
		if digit {
			t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.DigitPast, m)})
			return
		}
		relayOrKeep(t, m, asked)
		return
	case m.Status == meeting.CalledOff || m.Status == meeting.Proposed:
		if digit {
			t.Answer("help", t.SayMeet(lang.DigitOff, m))
			t.SetOutcome("a digit for what is off")
			return
		}
		relayOrKeep(t, m, asked)
		return
	case !asked && !digit && m.Status == meeting.Confirmed && moreWords(t) == "" && !answersWords(t):
		t.SetOutcome("kept in the thread: it answers nothing that we asked")
		return
	case asked && x.Rule == reminder.ChangedRule && t.Conv().Question == qConfirm && t.Now().Sub(t.Conv().AskedAt) < 2*time.Minute:
		t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qAgain, Data: turn.Encode(meetData{Rule: x.Rule})})
		t.Answer("ask:confirm", t.SayMeet(lang.YesAfterChange, m))
		return
	}
	rev := m.Rev
	first, err := m.Confirm(t.Now())
	if err != nil {
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
		return
	}
	t.SaveMeet(m, change.ContactConfirmed, t.Body())
	if m.Rev != rev {
		t.Void(m, "taken up again by the contact")
		t.Replan(m, true)
	}
	words := moreWords(t)
	t.CloseTalk()
	if !first && (words != "" || answersWords(t)) {
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.YesAnswer, m) + along(t, m, words), Kind: "confirmed"})
		return
	}
	if first {
		t.Tell(m.Organizer, reminder.ConfirmedRule, turn.SubjectOf(m.Meeting), wordsNote(m, words), "the contact's first yes")
	}
	t.Answer("confirmed", t.SayMeet(lang.YesAnswer, m), along(t, m, words))
}

// relayOrKeep passes words on that may be meant for the organizer; a bare ok that answers nothing stays in the thread.
func relayOrKeep(t *turn.Turn, m world.Meet, asked bool) {
	if !asked && len(strings.Fields(t.Body())) <= 2 && !answersWords(t) {
		t.SetOutcome("kept in the thread: it answers nothing that we asked")
		return
	}
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
}

// contactNo takes a no: the meeting is off, the organizer hears it at once.
func contactNo(t *turn.Turn, m world.Meet, asked bool) {
	digit := t.Heard().Digit == 3
	switch {
	case m.Begun(t.Now()) && m.Status != meeting.Proposed:
		if digit {
			t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.DigitPast, m)})
			return
		}
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
		return
	case !m.Open():
		if digit {
			t.Answer("help", t.SayMeet(lang.DigitOff, m))
			return
		}
		relayOrKeep(t, m, asked)
		return
	}
	if err := m.Decline(t.Now()); err != nil {
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
		return
	}
	t.SaveMeet(m, change.ContactDeclined, t.Body())
	t.Void(m, "the contact can't make it")
	words := moreWords(t)
	t.Tell(m.Organizer, reminder.DeclinedRule, turn.SubjectOf(m.Meeting), wordsNote(m, words), "the contact can't make it")
	if words != "" {
		t.Happened(fact.WordsAlong{Meet: m})
	}
	t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qBetter, Data: turn.Encode(meetData{})})
	t.Answer("declined", t.SayMeet(lang.NoAnswer, m))
}

// another takes a bare 2: the day and time are asked for.
func another(t *turn.Turn, m world.Meet) {
	switch {
	case m.Begun(t.Now()) && m.Status != meeting.Proposed:
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.DigitPast, m)})
		return
	case m.Status == meeting.CalledOff:
		t.Answer("help", t.SayMeet(lang.DigitOff, m))
		return
	}
	t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qBetter, Data: turn.Encode(meetData{})})
	if ask := t.SayMeet(lang.ProposalAskWhen, m); moreWords(t) != "" {
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: ask, Kind: "ask:when"})
	} else {
		t.Answer("ask:when", ask)
	}
}
