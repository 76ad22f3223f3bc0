package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// LaterThen is what stands behind "til" where words say that what was promised is not ready before: of "flyer wont be ready til monday" it
// is "monday". The words themselves where they say no such thing.
func LaterThen(words string) string {
	if !lexicon.NotReadyThen.In(Padded(words)) {
		return words
	}
	f := strings.Fields(words)
	for i := len(f) - 2; i >= 0; i-- {
		if lexicon.HoldUntil.Has(bareWord(strings.ToLower(f[i]))) {
			return strings.Join(f[i+1:], " ")
		}
	}
	return words
}
