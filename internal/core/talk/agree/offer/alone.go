package offer

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// LeaveAlone drops what was to be texted before a one-on-one whose contact is in hospital, and what prepares for it.
func LeaveAlone(t *turn.Turn, m world.Meet) {
	for _, r := range []string{reminder.TwoDaysRule, reminder.DayOfRule, reminder.PrepRule} {
		t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: r, Reason: "in hospital"})
	}
}

// HearBound hears a bound for the hour that stands alone as a wish for another time: "but after 4".
func HearBound(t *turn.Turn) {
	if t.Heard().Reply == understand.NoReply && understand.BoundAlone(t.Body()) {
		t.HearReply(understand.Another)
	}
}
