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
		switch {
		case strings.HasSuffix(f[i], ":") || lexicon.NewPlaceTo.Has(p):
			return withArticle([]string{p}, 1, placeUpToMark(strings.Join(f[i+1:], " ")))
		case !within(of, p) && !lexicon.WithWords.Has(p):
			return ""
		}
	}
	return ""
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
	return strings.TrimSpace(s)
}
