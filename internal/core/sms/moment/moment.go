// Package moment reads whether no texts are asked for because of what will pass: "im in class dont text me". Whether that ends our texts a
// person decides.
package moment

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Passing reports whether words in plain letters give what will pass as the reason, and say nothing of for good.
func Passing(w []string) bool {
	said := " " + strings.Join(w, " ") + " "
	return lexicon.PassingStates.In(said) && !lexicon.AgainAtEnd.Any(w) && !lexicon.ForGoodWords.In(said)
}

// Whiles reports whether the texts are only forbidden while the writer is at something: "dont text me when im at work", "no me escribas
// mientras trabajo".
func Whiles(w []string) bool {
	for i, x := range w {
		if !lexicon.WishWhile.Has(x) || i < 2 || i+1 == len(w) || !lexicon.Busied.Any(w[i+1:]) || lexicon.Negators.Any(w[i+1:]) {
			continue
		}
		verb := w[i-1]
		if verb == "me" || verb == "us" {
			verb = w[i-2]
		}
		if lexicon.TextVerbs.Has(verb) || lexicon.WriteVerbs.Has(verb) || lexicon.TextingWords.Has(verb) {
			return true
		}
	}
	return false
}
