package order

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// sameTimeOn hears of another day at the hour that stands, with the reason for it or a place beside: "thursday is my sons bday so friday
// same time?", "lets do victrola friday same time". A day in the reason is the one that stands.
func sameTimeOn(t *turn.Turn) bool {
	day, place, rest, ok := understand.SameTimeOn(t.Body(), t.Planning())
	if !ok || t.Heard().Command != understand.None || t.AsksNow() {
		return false
	}
	pool := slices.DeleteFunc(toCome(t), func(m world.Meet) bool { return !m.Open() || m.Begun(t.Now()) })
	hits, _ := t.Meant(phrase.WithoutTimes(rest, t.Planning()), pool)
	person := t.Heard().Person
	if len(hits) != 1 || !t.Heard().Phone.IsZero() || person != "" && !turn.Names(understand.Padded(person), hits[0].Contact.First()) {
		return false
	}
	its := hits[0].StartsAt.In(t.Loc()).Weekday()
	if slices.ContainsFunc(understand.WeekdaysIn(rest), func(d time.Weekday) bool { return d != its }) {
		return false
	}
	told := understand.LeftOver(phrase.WithoutTimes(rest, t.Planning()), namesOf(hits)) // what tells no reason is another matter
	if told != "" && place == "" && len(understand.WeekdaysIn(rest)) == 0 && !understand.ReadCannot(rest) &&
		!understand.SelfCannot(rest, namesOf(hits)) {
		return false
	}
	words := day + " same time"
	if slices.Contains(understand.WeekdaysIn(day), its) { // the day that stands
		words = ""
	}
	if place != "" {
		return t.Happened(fact.AmendSaid{Meet: hits[0], Words: strings.TrimSpace(words + " at " + place)})
	}
	if words == "" {
		return false
	}
	t.Happened(fact.MoveSaid{Meet: hits[0], Words: words})
	return true
}

// placeInstead hears of a place in the stead of the one that stands, which the text names: "make it victrola not presse".
func placeInstead(t *turn.Turn) bool {
	if t.Heard().Command != understand.None || t.AsksNow() {
		return false
	}
	for _, m := range toCome(t) {
		if place := understand.PlaceInsteadOf(t.Body(), m.Place, t.Planning()); place != "" && m.Place != "" && m.Open() && !m.Begun(t.Now()) {
			return t.Happened(fact.AmendSaid{Meet: m, Words: "at " + place})
		}
	}
	return false
}
