package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostOfWhom is how many words name whom the record is sent to.
const mostOfWhom = 3

// SendsRecord reads an order to send somebody what the record knows of their one-on-one, and whom: "text maria the address", "mándale los
// datos a rosa". Such words are none to send as they stand.
func SendsRecord(body string) (whom string, ok bool) {
	lead := withoutLeads(strings.TrimRight(body, " .!?"))
	rest, sends := beginsAs(lead, lexicon.TellVerbs)
	if !sends {
		rest, sends = beginsAs(lead, lexicon.SendsThings)
	}
	f := bare(rest)
	if !sends || len(f) == 0 || len(f) > maxSmall {
		return "", false
	}
	verb, _, _ := strings.Cut(lead, " ")
	var left []string
	for _, w := range f {
		switch {
		case lexicon.RecordThings.Has(w):
			ok = true
		case lexicon.Articles.Has(w), lexicon.RecordSmall.Has(w), lexicon.Pleading.Has(w):
		default:
			left = append(left, w)
		}
	}
	if len(left) == 0 && tellsThem(verb) {
		left = append(left, "le")
	}
	return strings.Join(left, " "), ok && len(left) > 0 && len(left) <= mostOfWhom
}
