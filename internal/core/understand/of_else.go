package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// OfElse reports whether what is to be called off or moved is plainly another thing, or somebody else, than the only one-on-one there is:
// "cancel culture is why nobody talks", "cancel my gym membership", "cancel jo". first is whom that one is with: a name near to it may be
// theirs, misspelt.
func OfElse(which, first string, c when.Context) bool {
	b := []byte(which)
	for _, s := range Times(which, c).Spans {
		for i := max(0, s.From); i < s.To && i < len(b); i++ {
			b[i] = ' '
		}
	}
	near := []rune(wordsOf(first))
	for w := range strings.FieldsSeq(wordsOf(string(b))) {
		l := lexicon.Look(w)
		switch {
		case l.In(lexicon.Articles) || lexicon.LetterArticles.Has(w) || lexicon.OwnPossessives.Has(w) || lexicon.WithWords.Has(w) ||
			lexicon.OfTheOne.Has(w) || l.Time != lexicon.NoList:
			continue
		case len(near) > 1 && strings.HasPrefix(w, string(near[:2])):
			return false
		}
		return l.In(lexicon.FirstNames) || !l.Known()
	}
	return false
}
