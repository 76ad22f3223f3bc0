package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxAsksThis bounds, in words, a text that asks after the one-on-one that is spoken of.
const maxAsksThis = 8

// AsksOfThis reports whether a text does nothing but ask after the one-on-one that is spoken of: "which cafe was it again", "con quién
// fue", "which maria". who is with whom it was.
func AsksOfThis(body, who string) bool {
	f := writtenOut(bare(AskedAfter(body)))
	for len(f) > 1 && (lexicon.Interjections.Has(f[0]) || lexicon.Laughter.Has(f[0]) || lexicon.HoldsOn.Has(f[0])) {
		f = f[1:]
	}
	if len(f) < 2 || len(f) > maxAsksThis {
		return false
	}
	if lexicon.WhichWords.Has(f[0]) && strings.Contains(Padded(who), " "+f[1]+" ") {
		return lexicon.AsksThisEnds.Has(strings.Join(f[2:], " ")) || small(f[2:], lexicon.AsksThisEnds)
	}
	for n := min(5, len(f)); n > 1; n-- {
		if lexicon.AsksOfThis.Has(strings.Join(f[:n], " ")) {
			return small(f[n:], lexicon.AsksThisEnds)
		}
	}
	return false
}
