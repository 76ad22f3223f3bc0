package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// wellElsewhere reads that its writer is well with something else than the coming: "im good with staying home" declines, and "estoy bien en
// casa", "im good on rides" agree to nothing. n counts the words behind i, 0 where it is said of the one-on-one or of nothing.
func (h *hearing) wellElsewhere(i, to int, c clause) (list lexicon.List, n int) {
	own := i > c.from && lexicon.OwnBeing.Has(h.plain[i-1])
	for k := i; k < to; k++ {
		own = own || lexicon.OwnBeing.Has(h.plain[k])
	}
	if !own {
		return lexicon.NoList, 0
	}
	at := to
	for at > i+1 && lexicon.WellWith.Has(h.plain[at-1]) {
		at--
	}
	for at < c.to && lexicon.WellWith.Has(h.plain[at]) {
		at++
	}
	for n := min(mostWell, c.to-at); n > 0; n-- {
		switch s := strings.Join(h.plain[at:at+n], " "); {
		case lexicon.StaysAway.Has(s):
			return lexicon.Refuse, at + n - i
		case lexicon.WellElsewhere.Has(s) && h.alone(at+n, c):
			return lexicon.Unsure, at + n - i
		}
	}
	if at == to && at+1 < c.to && lexicon.WellWithout.Has(h.plain[at]) && h.ofElseBehind(at+1, c) {
		return lexicon.Unsure, at + 2 - i
	}
	return lexicon.NoList, 0
}

// ofElseBehind reports whether neither a time nor what is asked for stands at a word: "on thursday", "on that".
func (h *hearing) ofElseBehind(i int, c clause) bool {
	w := &h.words[i]
	return !h.timeBegins(i, c) && !w.covered && !w.w.In(lexicon.OtherPersons) && !lexicon.HereWords.Has(w.s) &&
		!lexicon.AskedThings.Has(w.s) &&
		!lexicon.AskedSubjects.Has(w.s)
}

// mostWell is how many words such a phrase has.
const mostWell = 5
