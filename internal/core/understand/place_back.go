package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// A place that the same text takes back: "en la cocina, no perdón, en el salón 8".

// placeAgain returns where a place is said again that takes back the one before it, 0 where none is: "en la cocina, no perdón, en el
// salón 8".
func placeAgain(words []word) int {
	for i := len(words) - 2; i > 1; i-- {
		k := takesNameBack(words, i)
		if k > i && k < len(words) && leadsIn(words, k) {
			return k
		}
	}
	return 0
}

// leadsIn reports whether a word leads to where somebody is met. "In" does so only to a room.
func leadsIn(words []word, i int) bool {
	w := words[i].low
	return lexicon.AtPlaces.Has(w) || w == "in" && i+1 < len(words) && lexicon.InPlaces.Has(unmarked(words[i+1].low))
}

// placeBack is from which word to which the place stands that is taken back, with the words that take it back; 0, 0 for none.
func placeBack(words []word) (from, to int) {
	to = placeAgain(words)
	for i := to - 2; i > 0 && i >= to-mostPlaceWords; i-- {
		if leadsIn(words, i) || lexicon.MoveTo.Has(words[i].low) {
			return i, to
		}
	}
	return 0, 0
}

// WithoutPlaceBack is a text without the place that it takes back.
func WithoutPlaceBack(body string) string {
	words := split(body)
	from, to := placeBack(words)
	if to == 0 {
		return body
	}
	if lexicon.ToThe.Has(words[from].low) {
		return body[:words[from].from] + body[words[to].from:]
	}
	return body[:words[from].to] + body[words[to].to:] // "to the library" goes on as the order that it is
}

// AsMeant is a text without the marks that were dictated into it, and without a place that it takes back.
func AsMeant(body string) string { return WithoutPlaceBack(Dictated(body)) }

// withoutPlaceBack has spaces where a place is taken back, in a text in which the words begin at a byte: no "no" stands there that answers.
func withoutPlaceBack(body string, words []word, at int) string {
	from, to := placeBack(words)
	if to == 0 || at < 0 || !slices.ContainsFunc(words[from:to], func(w word) bool { return lexicon.Negators.Has(unmarked(w.low)) }) {
		return body
	}
	begin, end := at+words[from].from, at+words[to].from
	return body[:begin] + strings.Repeat(" ", end-begin) + body[end:]
}
