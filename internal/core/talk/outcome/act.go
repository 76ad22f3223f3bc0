package outcome

import (
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// actOnHeld notes what became of a one-on-one, or sends or holds its thank-you, in a staff member's name.
func actOnHeld(t *turn.Turn, a world.Act) {
	m, ok := t.MeetByID(a.Subject)
	if !ok {
		t.Deny("This one-on-one is not there any more.")
		return
	}
	switch a.Kind {
	case world.ActHeld:
		if m.Status == meeting.Held {
			t.Deny("That is noted already.")
			return
		}
		if !held(t, &m) {
			t.Deny("It has not begun, or it is off or reported.")
			return
		}
	case world.ActNoShow:
		if m.Status == meeting.NoShow {
			t.Deny("That is noted already.")
			return
		}
		if !noShow(t, &m) {
			t.Deny("It has not begun, or it is off or reported.")
			return
		}
	default:
	}
	t.Show("Done.")
}
