package order

import (
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// dayOff hears that the organizer goes nowhere on the day of somebody whom the text names: "kiddo has strep im not going anywhere thurs.
// tell maria im sorry". Whether it is called off is asked, and the words go along.
func dayOff(t *turn.Turn) bool {
	day, ok := understand.OwnDayOff(t.Body(), namesOf(toCome(t))...)
	if _, kept := understand.Kept(t.Body()); !ok || kept != "" || t.AsksNow() {
		return false
	}
	var hits []world.Meet
	padded := understand.Padded(t.Body())
	for _, m := range toCome(t) {
		if m.StartsAt.In(t.Loc()).Weekday() == day && m.Open() && turn.Names(padded, m.Contact.First()) {
			hits = append(hits, m)
		}
	}
	return len(hits) == 1 && t.Happened(fact.CancelSaid{Meets: hits})
}
