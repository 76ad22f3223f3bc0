package order

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// handsOver takes it that somebody else is to have a contact, or their one-on-one, from now on: staff do that, and know of the wish. It
// stays the speaker's till then.
func handsOver(t *turn.Turn) bool {
	if t.AsksNow() || t.Heard().When.HasDate() || t.Heard().When.HasClock || !t.Heard().Phone.IsZero() {
		return false
	}
	if _, _, tells := understand.ReadTell(t.Body()); tells { // "dile a beto que le paso a ana el dato"
		return false
	}
	for _, m := range t.Organized() {
		first := m.Contact.First()
		if !turn.Names(understand.Padded(t.Body()), first) || !understand.HandsOver(t.Body(), first) {
			continue
		}
		t.SetAbout(turn.Loose(m.Meeting))
		t.SetOutcome("for staff: a contact is to be handed over")
		t.HandToStaff(matter.NeedsAnswer, "wants "+m.Contact.Name+" handed over to another organizer")
		t.Answer("help", t.Say(lang.HandOverStaff, "first", first))
		return true
	}
	return false
}
