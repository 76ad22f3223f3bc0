package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxHandOver is how many words hand somebody over to another.
const maxHandOver = 14

// HandsOver reports whether a text gives a contact, who is named, over to somebody else who is named too: "pásale a beto a ana", "can luz
// take over beto", "give beto to luz".
func HandsOver(body, first string) bool {
	f := bare(body)
	its := strings.TrimSpace(Padded(first))
	if len(f) > maxHandOver {
		return false
	}
	other := func(w string) bool { return lexicon.FirstNames.Has(w) && w != its }
	for i, w := range f {
		if w != its {
			continue
		}
		if i > 0 && i+2 < len(f) && lexicon.GivesOver.Has(f[i-1]) && lexicon.GivenTo.Has(f[i+1]) && other(f[i+2]) { // "give maria to luz"
			return true
		}
		if i > 2 && i+1 == len(f) && lexicon.ShouldTake.Has(f[i-2]+" "+f[i-1]) && other(f[i-3]) { // "luz should take maria"
			return true
		}
	}
	return lexicon.HandsOver.In(Padded(body)) && slices.ContainsFunc(f, other)
}
