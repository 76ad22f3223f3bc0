package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxSoFar is how many words ask how far a form is and say nothing else.
const maxSoFar = 10

// AsksSoFar reports whether the writer of a report asks what stands in it: "what do u have so far", "como voy", "q llevo hasta ahorita".
func AsksSoFar(body string) bool {
	f := writtenOut(strings.Fields(wordsOf(body)))
	if len(f) == 0 || len(f) > maxSoFar {
		return false
	}
	p, asks, shows := " "+strings.Join(f, " ")+" ", false, false
	for {
		from, to := lexicon.SoFarShows.Find(p)
		if to == 0 {
			break
		}
		shows, asks = true, asks || lexicon.SoFarLeads.Any(strings.Fields(p[from:to]))
		p = p[:from] + " " + p[to:]
	}
	for _, w := range strings.Fields(p) {
		asks = asks || lexicon.SoFarLeads.Has(w)
		if !lexicon.SoFarBeside.Has(w) && !lexicon.SoFarLeads.Has(w) {
			return false
		}
	}
	return shows && asks
}
