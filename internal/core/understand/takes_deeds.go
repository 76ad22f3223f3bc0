package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostTakesDeeds bounds, in words, a text that wants out of a thank-you what somebody said they would do.
const mostTakesDeeds = 30

// mostJustThanks is how many words want a thank-you to be nothing else.
const mostJustThanks = 8

// TakesOutDeeds reads whether a text wants out of a thank-you that is shown what the contact said they would do, what its writer promised,
// or both: "yes but take out anything abt what she committed to, its private. just say thx", "sin lo del compromiso".
func TakesOutDeeds(body string) (theirs, own bool) {
	w := " " + wordsOf(body) + " "
	if _, to := lexicon.JustThanks.Find(body); to > 0 && OwnWords(Padded(body[to:])) == 0 && len(strings.Fields(w)) <= mostJustThanks &&
		!strings.ContainsAny(body, "?¿") { // "too long. just say thanks"
		return true, true
	}
	if len(strings.Fields(w)) > mostTakesDeeds || strings.ContainsAny(body, "?¿") || !lexicon.TakesOut.In(w) {
		return false, false
	}
	theirs, own = lexicon.TheirDeedSaid.In(w), lexicon.OwnDeedSaid.In(w)
	if plain := lexicon.JustThanks.In(w); plain && (theirs || own) {
		return true, true
	}
	return theirs, own
}

// WithoutSaid takes off what somebody will do that they said so: of "what she said, talk to her sister" it is "talk to her sister".
func WithoutSaid(body string) string {
	n := lexicon.AsTheySaid.Lead(strings.TrimSpace(body))
	if rest := strings.TrimLeft(strings.TrimSpace(body)[n:], " ,.:;-"); n > 0 && len(strings.Fields(rest)) > 1 {
		return rest
	}
	return body
}
