package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostAllSaid is how many words at the end of an answer say that there is no more, with a word of thanks: "thats all i got thx".
const mostAllSaid = 6

// WithoutAllSaid leaves out of an answer that there is no more, where its end says so: of "needs childcare, thats all" it is "needs
// childcare". One that says nothing else is returned as it is.
func WithoutAllSaid(s string) string {
	f := strings.Fields(s)
	for n := min(mostAllSaid, len(f)-1); n > 1; n-- {
		tail := bare(strings.Join(f[len(f)-n:], " "))
		said := func() bool { return lexicon.AllSaid.Has(strings.Join(tail, " ")) }
		for len(tail) > 0 && !said() && (lexicon.ThankWords.Has(tail[len(tail)-1]) || lexicon.Pleading.Has(tail[len(tail)-1])) {
			tail = tail[:len(tail)-1]
		}
		if said() {
			return strings.TrimRight(strings.Join(f[:len(f)-n], " "), " ,.;-")
		}
	}
	return s
}
