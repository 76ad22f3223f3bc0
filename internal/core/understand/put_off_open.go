package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostPutOff is how many words stand between what waits and until when: "lets just do it some other time maybe".
const mostPutOff = 7

// mostUntilWell is how many words stand before what has to come first: "till my kid and me are over this".
const mostUntilWell = 5

// PutsOffOpen reports whether a text puts what is planned off until somebody is well again, or has the mind for it, which no day is named
// for: "mejor lo dejamos pa cuando me alivie", "lets hold off until my kid is over this bug". What comes then is off.
func PutsOffOpen(body string) bool {
	if len(body) > maxOthers || lexicon.StillComing.In(Padded(body)) {
		return false
	}
	f := spanWords(body)
	for i := range f {
		n := leadOf(lexicon.PutOffLeads, f[i:])
		for k := i + max(n, 1); n > 0 && k < len(f) && k <= i+n+mostPutOff && f[k] != "."; k++ {
			u := leadOf(lexicon.PutOffUntil, f[k:])
			for w := k + u; u > 0 && w < len(f) && w <= k+u+mostUntilWell && f[w] != ","; w++ {
				if leadOf(lexicon.WellThen, f[w:]) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// leadOf is how many words of a list words begin with.
func leadOf(l lexicon.List, f []string) int {
	text := strings.Join(f, " ")
	return len(strings.Fields(text[:l.Lead(text)]))
}
