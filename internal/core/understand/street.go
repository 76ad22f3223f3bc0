package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// NamesStreet reports whether the only day that a text seems to name may be the street on which a place is: "the library on 23rd".
func NamesStreet(text string) bool {
	words := split(text)
	for i := 2; i < len(words); i++ {
		w := unmarked(words[i].low)
		digits := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
		if len(digits) > 0 && len(w)-len(digits) == 2 && onlyDigits(digits) && lexicon.On.Has(words[i-1].low) &&
			lexicon.PlaceNouns.Has(unmarked(words[i-2].low)) {
			return !otherDay(words, i)
		}
	}
	return false
}
