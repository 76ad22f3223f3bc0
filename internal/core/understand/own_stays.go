package understand

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// OwnDayOff is the weekday on which an organizer says, in a part of a text, that they go nowhere or cannot come, whatever the rest has
// somebody told: "kiddo has strep im not going anywhere thurs. tell maria im sorry". Of an hour alone, or of one of these, it says nothing.
func OwnDayOff(body string, names ...string) (day time.Weekday, ok bool) {
	if strings.ContainsAny(body, "?¿") || len(body) > maxOthers {
		return 0, false
	}
	for _, c := range Clauses(soApart(body)) {
		days, p := WeekdaysIn(c), Padded(c)
		if slices.ContainsFunc(names, func(n string) bool { return strings.Contains(p, Padded(n)) }) { // "maria cant make it thursday"
			continue
		}
		if len(days) != 1 || hasDigit(c) || lexicon.SaysIf.Any(strings.Fields(p)) {
			continue
		}
		if cannotThen(bare(c)) || ownOff(c, lexicon.StaysIn) || ownOff(c, lexicon.ICannot) {
			return days[0], true
		}
	}
	return 0, false
}

// ownOff reports whether a clause holds words of a list with nobody else before them of whom they may be said.
func ownOff(clause string, l lexicon.List) bool {
	p := Padded(clause)
	for _, phrase := range l.Padded() {
		at := strings.Index(p, phrase)
		if at < 0 {
			continue
		}
		before := strings.Fields(p[:at])
		if !slices.ContainsFunc(before, third) && !lexicon.SaysIf.Any(before) {
			return true
		}
	}
	return false
}

// mostToTold is how many words stand at most between a verb of telling and whom one tells: "let her know, maria".
const mostToTold = 3

// TellsNamed reports whether a text has one of this name told something: "tell maria im sorry", "avisale a rosa que ...".
func TellsNamed(body, name string) bool {
	f, first := strings.Fields(Padded(body)), strings.TrimSpace(Padded(name))
	for i, w := range f {
		if w == first && lexicon.TellVerbs.Any(f[max(0, i-mostToTold):i]) {
			return true
		}
	}
	return false
}
