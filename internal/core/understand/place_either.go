package understand

import (
	"github.com/reportback/reportback/internal/core/lexicon"
)

// EitherPlace reports whether a place is two of which one is to be: "the library or victrola". "food or bust cafe" is the name of one.
func EitherPlace(place string) bool {
	f := bare(place)
	for i := 1; i+1 < len(f); i++ {
		if lexicon.Or.Has(f[i]) && (lexicon.PlaceNouns.Any(f[:i]) || lexicon.ShopNames.Any(f[:i]) || lexicon.Articles.Has(f[i+1])) {
			return true
		}
	}
	return false
}
