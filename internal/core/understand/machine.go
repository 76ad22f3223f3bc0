package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// shortestMachine is how long an automatic text is at least: a shorter one may be anybody's.
const shortestMachine = 24

// automatic reports whether a text says of itself that nobody wrote it now: an auto-reply, a phone that drives, an office that is
// closed. One plain saying proves it; of what only sounds so it takes two.
func automatic(body string) bool {
	if len(body) < shortestMachine {
		return false
	}
	p := " " + wordsOf(body[:min(len(body), 700)]) + " "
	if lexicon.MachineSays.In(p) {
		return true
	}
	hits := 0
	for _, s := range lexicon.MachineOften.Padded() {
		i := strings.Index(p, s)
		if i < 0 {
			continue
		}
		if hits++; hits == 2 {
			return true
		}
		p = p[:i] + " " + p[i+len(s)-1:] // a saying within a longer one counts once
	}
	return false
}
