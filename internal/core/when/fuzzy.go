package when

import "github.com/reportback/reportback/internal/core/lexicon"

// fuzzy reads a misspelt weekday, month or "tomorrow" of at least five letters, one edit away.
func fuzzy(s string) lex {
	if len(s) < 5 || len(s) > 12 || lexicon.HoursMorning.Has(s) { // "por las mañanas" is no tomorrow
		return lex{}
	}
	for _, w := range lexicon.OftenMisspelt.Words() {
		if w[0] == s[0] && oneEdit(s, w) {
			return lookup(w)
		}
	}
	return lex{}
}

// oneEdit reports whether a and b differ by one insertion, deletion, substitution or swap of neighbours.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i == len(a) {
		return false // equal: not an edit
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
