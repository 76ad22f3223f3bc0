package outcome

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// missed notes that the contact did not come, and offers a text that proposes another time: no thanks, no blame.
func missed(t *turn.Turn, m world.Meet) {
	if !noShow(t, &m) {
		t.FinishWith("help", t.Say(lang.MoveOver, "what", t.What(m)))
		return
	}
	if !turn.MayText(m.Contact) || !reminder.May(t.Org().Sending, m.Contact.Works()) {
		t.FinishWith("saved", t.SayMeet(lang.MissedCall, m))
		return
	}
	t.OpenTalk(world.Conversation{Kind: world.MissedTalk, SubjectID: m.ID, Question: "missed"})
	t.Answer("ask:missed", t.SayMeet(lang.MissedNoted, m))
}

func noShow(t *turn.Turn, m *world.Meet) bool {
	if err := m.Miss(t.Now()); err != nil {
		return false
	}
	t.SetAbout(turn.Loose(m.Meeting))
	t.SaveMeet(*m, change.MeetingMissed, "")
	for _, r := range []string{reminder.HowDidItGoRule, reminder.ReportOverdueRule, reminder.ThanksPlainRule, reminder.ThanksMissedRule} {
		t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: r, Reason: "the contact did not come"})
	}
	t.Happened(turn.Missed{Meet: *m})
	return true
}

// inMissed takes the answer to the offer of another time; false when the text is another matter.
func inMissed(t *turn.Turn) turn.Reply {
	m, ok := t.MeetByID(t.Conv().SubjectID)
	h := t.Heard()
	if !ok || m.Status != meeting.NoShow || h.Command != understand.None {
		return turn.Closes
	}
	var said turn.TimeSaid
	switch {
	case h.Digit == 1, h.Reply == understand.Yes && !h.When.HasDate() && !h.When.HasClock:
		t.Tell(m.Contact, reminder.MissedRule, turn.SubjectOf(m.Meeting), nil, "they missed each other")
		t.FinishWith("saved", t.Say(lang.MissedSent, "first", m.Contact.First()))
	case h.Digit == 3, h.Digit == 2, h.Reply == understand.No && !h.When.HasDate() && !h.When.HasClock:
		t.FinishWith("saved", t.Say(lang.MissedOff))
	case said.Hear(turn.TrimNo(strings.TrimSpace(t.Body())), h, t.Planning()):
		t.Happened(turn.OtherTime{Meet: m, Time: said})
	default:
		return turn.Closes
	}
	return turn.Taken
}
