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
	if len(f) > maxHandOver || !lexicon.HandsOver.In(Padded(body)) {
		return false
	}
	its := strings.Fields(Padded(first))
	return slices.ContainsFunc(f, func(w string) bool { return lexicon.FirstNames.Has(w) && !slices.Contains(its, w) })
}
