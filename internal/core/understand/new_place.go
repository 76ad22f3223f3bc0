package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// streetOrdinal reports whether a word is a number with its ending.
func streetOrdinal(w string) bool {
	return hasDigit(w) && !onlyDigits(w) && !strings.ContainsAny(w, ":/-")
}

// mostOfNewPlace is how many words a place has at most that stands in its last clause.
const mostOfNewPlace = 12

// NewPlaceFor reports whether a text begins with the order to change a place, and gives its reason in a clause of its own.
func NewPlaceFor(body string) bool {
	text := withoutLeads(body)
	n, clauses := lexicon.NewPlaceLeads.Lead(text), Clauses(text)
	if n == 0 || len(clauses) < 2 || strings.ContainsAny(body, "?¿") {
		return false
	}
	beside := bare(clauses[0][min(n, len(clauses[0])):]) // "change the place to the cafe, ..." names it there
	return !lexicon.PlaceAt.Any(beside) && !lexicon.MoveTo.Any(beside)
}

// NewPlace is the place to which a text changes another, where a reason stands between: of "change the place, library closes early. cafe
// presse on 12th is better" it is "cafe presse on 12th". "" where the text is of one clause, or its last one says anything but a place.
func NewPlace(body string, c when.Context) string {
	if !NewPlaceFor(body) {
		return ""
	}
	clauses := Clauses(body)
	last := strings.TrimSpace(clauses[len(clauses)-1])
	put := lexicon.NewPlaceAt.Lead(last)
	place := last[put:]
	f, ends := strings.Fields(place), false
	for n := len(f) - 1; n > 0; n-- {
		if lexicon.NewPlaceIs.Has(strings.Join(bare(strings.Join(f[n:], " ")), " ")) {
			f, ends = f[:n], true
		}
	}
	place = strings.Join(f, " ")
	r := Times(strings.Join(slices.DeleteFunc(slices.Clone(f), streetOrdinal), " "), c) // "on 12th" is a street
	if put == 0 && !ends || len(f) == 0 || len(f) > mostOfNewPlace || DoubtfulPlace(place) || r.HasDate() || r.HasClock ||
		lexicon.SentenceWords.Has(strings.Join(bare(f[0]), "")) && !lexicon.Articles.Has(strings.Join(bare(f[0]), "")) {
		return ""
	}
	return place
}
