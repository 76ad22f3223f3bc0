package order

import (
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// dayOff hears that the organizer goes nowhere on the day of somebody whom the text has told something: "kiddo has strep im not going
// anywhere thurs. tell maria im sorry". Whether it is called off is asked, and the words go along.
func dayOff(t *turn.Turn) bool {
	day, ok := understand.OwnDayOff(t.Body(), namesOf(toCome(t))...)
	if _, kept := understand.Kept(t.Body()); !ok || kept != "" || t.AsksNow() {
		return false
	}
	var hits []world.Meet
	padded := understand.Padded(t.Body())
	for _, m := range toCome(t) {
		if m.StartsAt.In(t.Loc()).Weekday() == day && m.Open() && turn.Names(padded, m.Contact.First()) &&
			understand.TellsNamed(t.Body(), m.Contact.First()) {
			hits = append(hits, m)
		}
	}
	return len(hits) == 1 && t.Happened(fact.CancelSaid{Meets: hits})
}

// WithoutReason leaves out of an order to move somebody what takes the organizer's own time, whose place and hour are none of the plan's:
// "me salió junta en la escuela de mi hijo, pasemos lo de rosa a las 4 y media". The words are kept with the contact's notes.
func WithoutReason(t *turn.Turn) {
	pool := toCome(t)
	order, beside := understand.OrderBesideReason(t.Body(), namesOf(pool)...)
	if !beside {
		return
	}
	for _, m := range pool {
		if turn.Names(understand.Padded(order), m.Contact.First()) {
			duty.Keep(t, m.Contact, m, t.Body())
			break
		}
	}
	t.Narrow(order)
}
