package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// NewPlace is the place that words put in the stead of another by calling it one: "change place w maria to the library on 35th, cafe closes
// at 2", "new place for maria: the library". What stands behind a mark tells why, and "" is for none.
func NewPlace(words, name string) string {
	words = understand.WithoutPlaceBack(words)
	from, n := lexicon.NewPlaceLeads.Find(words)
	if n == 0 || len(strings.Fields(words[:from])) > 1 {
		return ""
	}
	f := strings.Fields(words[n:])
	of := strings.Fields(understand.Padded(name))
	for i := 0; i < len(f) && i <= mostToPlace; i++ {
		p := strings.TrimSpace(understand.Padded(f[i]))
		leads := lexicon.NewPlaceTo.Has(p) || lexicon.AtPlaces.Has(p)
		next := ""
		if i+1 < len(f) {
			next = strings.TrimSpace(understand.Padded(f[i+1]))
		}
		whom := within(of, next) || lexicon.AtPlaces.Has(next) // "a rosa", "its at"
		switch {
		case strings.HasSuffix(f[i], ":"), leads && !whom:
			return noTime(withArticle(p, placeUpToMark(strings.Join(f[i+1:], " "))))
		case !leads && !within(of, p) && !lexicon.WithWords.Has(p) && !lexicon.OrderLeads.Has(p):
			return ""
		}
	}
	return ""
}

// noTime is a place, "" where its first words are of a day or an hour: "cambia el lugar al martes" names none.
func noTime(place string) string {
	f := strings.Fields(understand.Padded(place))
	for _, w := range f[:min(len(f), 2)] {
		switch lexicon.Look(w).Time { //nolint:exhaustive // what is a day
		case lexicon.Weekday, lexicon.Today, lexicon.Tomorrow, lexicon.Week, lexicon.Next:
			return ""
		}
	}
	return place
}

// mostToPlace is how many words name whom it is with.
const mostToPlace = 4

func within(of []string, w string) bool {
	for _, x := range of {
		if x == w || x+"s" == w {
			return true
		}
	}
	return false
}

func placeUpToMark(s string) string {
	if i := strings.IndexAny(s, ",.;!?\n"); i >= 0 {
		s = s[:i]
	}
	f := strings.Fields(s)
	for len(f) > 1 && lexicon.AfterPlace.Has(strings.TrimSpace(understand.Padded(f[len(f)-1]))) { // "the library now"
		f = f[:len(f)-1]
	}
	return strings.Join(f, " ")
}
