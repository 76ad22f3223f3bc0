package outcome

import (
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// slippedHow takes back what was said wrong of how one went: the outcome, or whom it was of.
func slippedHow(t *turn.Turn) bool { return putRight(t) || ofAnother(t) }

// putRight takes back what a digit said wrong of how it went, whatever is open since, and notes what was so: "oops i meant 3 she didnt
// come", "wait no she did come, i hit the wrong number".
func putRight(t *turn.Turn) bool {
	if t.Heard().Command != understand.None {
		return false
	}
	o := understand.OutcomePutRight(t.Body())
	if alone := understand.MissedAlone(t.Body()); o == understand.NoOutcome && t.Conv().Kind == world.ReportTalk {
		o = alone // "no show", right behind a 1
	}
	if o == understand.NoOutcome {
		return false
	}
	m, ok := slipped(t, o)
	if !ok {
		return false
	}
	if t.Conv().Kind == world.MissedTalk || t.Conv().Kind == world.ReportTalk {
		t.CloseTalk()
	}
	if o == understand.Met {
		metHowever(t, m, "")
	} else {
		t.ForgetSlip()
		didNotMeet(t, m, o, "")
	}
	return true
}

// metHowever notes that the two met of whom it was noted that they did not: what watches over their thank-you is planned again.
func metHowever(t *turn.Turn, m world.Meet, words string) {
	if s, fresh := t.LastSlip(); fresh && len(s.Meets) == 1 && s.First() == m.ID && s.Meets[0].Was != nil && s.Meets[0].Rev == m.Rev {
		m.Meeting = s.Meets[0].Was.Back(m.Meeting)
		t.Void(m, "taken back by the organizer")
		t.Replan(m, !m.ToldAt.IsZero())
	}
	t.ForgetSlip()
	met(t, m, words)
}

// slipped is the one-on-one of which the newest text that told how one went said otherwise. Of one that was held nothing more may be told
// by then, and no text may have come between: words of a report are not taken for a slip.
func slipped(t *turn.Turn, o understand.Outcome) (world.Meet, bool) {
	s, fresh := t.LastSlip()
	if !fresh || len(s.Meets) != 1 {
		return world.Meet{}, false
	}
	m, ok := t.MeetByID(s.Meets[0].ID)
	if !ok || m.Rev != s.Meets[0].Rev {
		return world.Meet{}, false
	}
	if o == understand.Met {
		return m, m.Status == meeting.NoShow || m.Status == meeting.CalledOff && m.Begun(t.Now())
	}
	if m.Status != meeting.Held || t.Phone().InboundAt.After(s.At) || s.Meets[0].Was == nil {
		return world.Meet{}, false
	}
	m.Meeting = s.Meets[0].Was.Back(m.Meeting)
	return m, true
}
