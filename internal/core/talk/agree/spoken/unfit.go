package spoken

import (
	"cmp"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Unfit reports whether a yes turns to that the place does not suit, and to no way of getting there: "si puedo pero no tengo carro", "3
// works but im not comfortable at that cafe". "Yes but i need a ride" asks for something else.
func Unfit(body string, c when.Context) bool {
	p := understand.Padded(body)
	if AsksToCome(body) {
		return !strings.ContainsAny(body, "0123456789") // "no salgo hasta las 5"
	}
	if !lexicon.PlaceUnfit.In(p) || lexicon.FindsWay.In(p) {
		return false
	}
	from, _ := lexicon.PlaceUnfit.Find(body)
	before := strings.TrimSpace(body[:from])
	before = cmp.Or(beforeBut(before), before)
	return understand.BeginsWithYes(body, c) || YesBeforeTurn(body, c) || understand.Read(before, c).Reply == understand.Yes
}

// AsksToCome reports whether a text asks the organizer to come, and refuses nothing else: "no tengo carro, puede venir usted para aca?"
func AsksToCome(body string) bool {
	from, to := lexicon.AsksToCome.Find(strings.NewReplacer("?", " ", "¿", " ").Replace(body))
	return to > 0 && !lexicon.FindsWay.In(understand.Padded(body)) && !lexicon.Refuse.In(understand.Padded(body[:from]))
}

// GetsThere reports whether a yes tells how its writer gets to a place without what they lack: "si puedo, no tengo carro pero mi hija me
// lleva".
func GetsThere(body string, c when.Context) bool {
	p := understand.Padded(body)
	return lexicon.PlaceUnfit.In(p) && lexicon.FindsWay.In(p) && !strings.ContainsAny(body, "?¿") && understand.BeginsWithYes(body, c)
}
