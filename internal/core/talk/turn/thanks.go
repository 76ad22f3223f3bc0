package turn

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// ThankOf finds the thank-you of a one-on-one in the world.
func (t *Turn) ThankOf(meeting uuid.UUID) (world.Thank, bool) {
	for _, th := range t.w.Thanks {
		if th.MeetingID == meeting {
			return th, true
		}
	}
	return world.Thank{}, false
}

// SaveThank writes a thank-you; what follows in this decision sees it as it now is.
func (t *Turn) SaveThank(th world.Thank) {
	t.set.Changes = withoutThank(t.set.Changes, th.MeetingID)
	t.set.Add(change.SaveThanks(th))
	for i := range t.w.Thanks {
		if t.w.Thanks[i].MeetingID == th.MeetingID {
			t.w.Thanks[i] = th
			return
		}
	}
	t.w.Thanks = append(t.w.Thanks, th)
}

// withoutThank drops what this decision wrote before of the same thank-you: one row is written once a step.
func withoutThank(list []change.Change, meeting uuid.UUID) []change.Change {
	out := list[:0]
	for _, c := range list {
		if t, ok := c.(change.SaveThanks); !ok || t.MeetingID != meeting {
			out = append(out, c)
		}
	}
	return out
}
