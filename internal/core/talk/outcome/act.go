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
	note, is := held, meeting.Held
	if a.Kind == world.ActNoShow {
		note, is = noShow, meeting.NoShow
	}
	switch {
	case m.Status == is:
		t.Deny("That is noted already.")
		return
	case !note(t, &m):
		t.Deny("It has not begun, or it is off or reported.")
		return
	}
	t.Show("Done.")
}
