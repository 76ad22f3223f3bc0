package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostTakesDeeds bounds, in words, a text that wants out of a thank-you what somebody said they would do.
const mostTakesDeeds = 30

// TakesOutDeeds reads whether a text wants out of a thank-you that is shown what the contact said they would do, what its writer promised,
// or both: "yes but take out anything abt what she committed to, its private. just say thx", "sin lo del compromiso".
func TakesOutDeeds(body string) (theirs, own bool) {
	w := " " + wordsOf(body) + " "
	if len(strings.Fields(w)) > mostTakesDeeds || strings.ContainsAny(body, "?¿") || !lexicon.TakesOut.In(w) {
		return false, false
	}
	theirs, own = lexicon.TheirDeedSaid.In(w), lexicon.OwnDeedSaid.In(w)
	if plain := lexicon.JustThanks.In(w); plain && (theirs || own) {
		return true, true
	}
	return theirs, own
}
