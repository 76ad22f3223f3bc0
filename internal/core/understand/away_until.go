package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// AwayUntil is the day up to which the writer says to be away: of "im in texas til the 10th" the 10th. Who else is away is not read, nor
// until which hour. rest is what the other clauses say.
func AwayUntil(body string, c when.Context) (until when.Date, rest []string, ok bool) {
	all := Turns(body)
	for i, clause := range all {
		f := strings.Fields(Padded(clause))
		for u := 1; u+1 < len(f); u++ {
			if !isUntil(f[u]) || !saysAwayBefore(f, u) {
				continue
			}
			r := Times("on "+strings.Join(f[u+1:min(len(f), u+1+mostOfUntil)], " "), c)
			if r.HasDate() && !r.HasClock && r.Date.Compare(when.DateOf(c.At.In(c.Zone))) > 0 {
				return r.Date, slices.Delete(all, i, i+1), true
			}
		}
	}
	return until, nil, false
}

// mostOfUntil is how many words name such a day; mostAway how many may stand between being away and until when.
const mostOfUntil, mostAway = 5, 5

// saysAwayBefore reports whether the writer says to be away in the words before an until.
func saysAwayBefore(f []string, u int) bool {
	for k := 0; k < u; k++ {
		for n := min(mostLeading, u-k); n > 0; n-- {
			if !lexicon.AwayLeads.Has(strings.Join(f[k:k+n], " ")) || u-k-n > mostAway {
				continue
			}
			if k > 0 && ofOthers(f[k-1]) || lexicon.WhoseKin.Any(f[:k]) || lexicon.Kin.Any(f[:k]) || lexicon.EventNouns.Any(f[k+n:u]) {
				return false
			}
			return true
		}
	}
	return false
}

// ofOthers reports whether a word makes somebody else, or a thing, who is spoken of.
func ofOthers(w string) bool {
	l := lexicon.Look(w)
	return l.In(lexicon.ThirdPersons) || l.In(lexicon.FirstNames) || l.In(lexicon.Kin) || w == "is" || w == "are"
}
