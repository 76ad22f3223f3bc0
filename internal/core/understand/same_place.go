package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostOfKind is how many words say what kind of place it is: "same little coffee shop".
const mostOfKind = 3

// sameKind finds where words say that it is the place of that kind of before, with what leads to it: "at the same coffee shop", "en la
// misma biblio".
func sameKind(f []string) (from, to int, ok bool) {
	for i, w := range f {
		if !lexicon.SameThing.Has(w) {
			continue
		}
		for n := min(mostOfKind, len(f)-i-1); n > 0; n-- {
			if kind := strings.Join(f[i+1:i+n+1], " "); !placeNoun(f[i+n]) && !lexicon.SamePlace.Has(w+" "+kind) {
				continue
			}
			from = i
			for from > 0 && (lexicon.Articles.Has(f[from-1]) || lexicon.At.Has(f[from-1]) || lexicon.WithinPlaces.Has(f[from-1])) {
				from--
			}
			return from, i + n + 1, true
		}
	}
	return 0, 0, false
}

// SaysSamePlace reports whether words keep the place of before: "same place", "en la misma biblioteca".
func SaysSamePlace(body string) bool {
	w := wordsOf(body)
	_, _, ok := sameKind(strings.Fields(w))
	return ok || lexicon.SamePlace.In(" "+w+" ")
}

// withoutSameKind takes off padded words that the place is the one of that kind of before.
func withoutSameKind(p string) string {
	f := strings.Fields(p)
	from, to, ok := sameKind(f)
	if !ok {
		return p
	}
	return " " + strings.Join(slices.Delete(f, from, to), " ") + " "
}

// WithoutSamePlace takes off words that the place is the one of that kind of before: of "fri 4pm instead, same coffee shop" it leaves "fri
// 4pm instead".
func WithoutSamePlace(words string) string {
	f := strings.Fields(words)
	plain := make([]string, len(f))
	for i, w := range f {
		plain[i] = strings.Join(bare(w), " ")
	}
	from, to, ok := sameKind(plain)
	if !ok || lexicon.UsualPlace.Has(strings.Join(plain[to-2:to], " ")) { // "same place" names no kind, and is read as it is
		return words
	}
	return strings.TrimRight(strings.Join(slices.Delete(f, from, to), " "), " ,;")
}
