package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms"
)

// CancelsUntold reports whether a text calls off and has its contact not told of it, who knows: "cancel maria but dont text her i already
// did". It is no word against texts.
func CancelsUntold(body string) bool {
	from, to := lexicon.ToldAlready.Find(body)
	if to == 0 || from == 0 || len(strings.Fields(body)) > mostIf {
		return false
	}
	_, cancels := ReadCancel(strings.TrimRight(body[:from], " ,.;"))
	rest := strings.Fields(wordsOf(body[to:]))
	why := len(rest) > 0 && lexicon.PlaceWhy.Has(rest[0]) // "dont tell her why": she is told
	return cancels && !why && !lexicon.QuestionWords.Any(rest)
}

// CancelsItWhy reports whether a text calls off what was just spoken of behind its reason, which says nothing of texts: "im sick, cancel
// it", "she hasnt answered. cancel it".
func CancelsItWhy(body string) bool {
	parts := Clauses(body)
	if len(parts) < 2 || len(strings.Fields(body)) > mostIf {
		return false
	}
	last := parts[len(parts)-1]
	before := strings.Join(parts[:len(parts)-1], ", ")
	return CancelsIt(last) && sms.ReadOptOut(before) == sms.NotOptOut && !lexicon.WaysText.In(Padded(before))
}

// mostIf is how many words call off at most where somebody does not answer.
const mostIf = 16

// CancelsIf reports whether a text calls a one-on-one off for when its contact does not answer: "if she hasnt confirmed by tmrw cancel",
// "si no contesta pa mañana cancélale".
func CancelsIf(body string) bool {
	p := Padded(body)
	f := strings.Fields(p)
	if len(f) > mostIf || strings.ContainsAny(body, "?¿") || !lexicon.SaysIf.Any(f) && f[0] != "si" || !lexicon.NotHeard.In(p) {
		return false
	}
	for i := range f {
		rest := strings.Join(f[i:], " ")
		if _, off := callsOff(rest); off {
			return true
		}
	}
	return lexicon.CancelVerbs.In(p) || lexicon.CancelOrders.In(p) || lexicon.DropVerbs.In(p)
}
