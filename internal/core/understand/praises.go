package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostPraise is how many words praise has at most that says nothing else.
const mostPraise = 6

// OnlyPraises reports whether a text does nothing but praise, with thanks or a laugh beside it: "awesome", "yay thats great", "genial!".
func OnlyPraises(text string) bool {
	f := strings.Fields(wordsOf(text))
	return len(f) <= mostPraise && lexicon.Praises.Any(f) &&
		small(strings.Fields(leftOf(" "+wordsOf(text)+" ", lexicon.Thanking)), lexicon.Praises)
}
