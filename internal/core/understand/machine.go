package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// shortestMachine is how long an automatic text is at least: a shorter one may be anybody's.
const shortestMachine = 24

// automatic reports whether a text says of itself that nobody wrote it now: an auto-reply, a phone that drives, an office that is
// closed. One plain saying proves it; of what only sounds so it takes two, and of what people say as well ("please call", "I'm driving")
// two beside one of those: a person's words that are taken for a machine's reach nobody.
func automatic(body string) bool {
	if len(body) < shortestMachine {
		return false
	}
	p := betweenSpaces(body[:min(len(body), 700)])
	if lexicon.MachineSays.In(p) || bracketed(body) {
		return true
	}
	weight := 0
	count := func(l lexicon.List, each int) {
		for _, s := range l.Padded() {
			if i := strings.Index(p, s); i >= 0 {
				weight += each
				p = p[:i] + " " + p[i+len(s)-1:] // a saying within a longer one counts once
			}
		}
	}
	count(lexicon.MachineOften, 2)
	count(lexicon.MachineHints, 1)
	return weight >= 4
}

// bracketed reports whether a text calls itself automatic in brackets: "[Auto-Reply]", "(automated)".
func bracketed(body string) bool {
	for i := 0; i < len(body); i++ {
		if c := body[i]; c != '(' && c != '[' {
			continue
		}
		end := strings.IndexAny(body[i:], ")]")
		if end > 0 && end < 30 && lexicon.AutomaticWords.Any(strings.Fields(wordsOf(body[i:i+end]))) {
			return true
		}
	}
	return false
}
