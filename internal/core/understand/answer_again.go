package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// coverSaidAgain marks the words with which one says what one has said before: "ya le había dicho que no podía" refuses.
func (h *hearing) coverSaidAgain(c clause, k int) {
	for i := c.from; i < c.to; i++ {
		n := min(mostSaidAgain, c.to-i)
		if !lexicon.Look(h.plain[i]).Begins(lexicon.SaidAgain) { // nearly every word: joining phrases would cost more than all the rest
			n = 0
		}
		for ; n > 1; n-- {
			if !lexicon.SaidAgain.Has(strings.Join(h.plain[i:i+n], " ")) {
				continue
			}
			for j := i; j < i+n; j++ {
				h.words[j].covered = true
			}
			for m := min(mostSaidAgain, c.to-i-n); m > 0; m-- {
				if lexicon.CouldNot.Has(strings.Join(h.plain[i+n:i+n+m], " ")) && h.alone(i+n+m, c) {
					h.add(lexicon.Refuse, i+n, i+n+m, k)
					return
				}
			}
			return
		}
		if !h.courteousAt(i) {
			return
		}
	}
}

// mostSaidAgain is how many words such a beginning has.
const mostSaidAgain = 5
