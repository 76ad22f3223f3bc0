package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostToAsked is how many words stand at most between what somebody does and with whom of their family: "talk it over with her mom".
const mostToAsked = 6

// ConsultsFirst reports whether words say that somebody wants to talk with their family before they say yes: "primero quiere platicarlo con
// su esposo". That is no promise, and has no day; with a day it is one.
func ConsultsFirst(words string) bool {
	f := strings.Fields(wordsOf(words))
	return len(f) > 2 && (lexicon.FirstOfAll.Has(f[0]) || lexicon.FirstOfAll.Has(f[len(f)-1])) && consults(f)
}

// consults reports whether words say that somebody talks with one of their family, on no day.
func consults(f []string) bool {
	if hasDigit(strings.Join(f, " ")) || slices.ContainsFunc(f, isWeekday) || slices.ContainsFunc(f, isNear) {
		return false
	}
	for i, w := range f {
		if lexicon.Consults.Has(w) && slices.ContainsFunc(f[i+1:min(len(f), i+1+mostToAsked)], ofKin) {
			return true
		}
	}
	return false
}

// isNear reports whether a word is today or tomorrow.
func isNear(w string) bool {
	t := lexicon.Look(w).Time
	return t == lexicon.Today || t == lexicon.Tomorrow
}

// nothingButConsults reports whether words begin with that there is nothing, and go on with whom of their family somebody asks before:
// "nothing yet, has to ask her husband".
func nothingButConsults(s string) bool {
	n := lexicon.SaysNothing.Lead(s)
	f := strings.Fields(wordsOf(s[n:]))
	return n > 0 && !lexicon.ButWords.Any(f) && consults(f)
}
