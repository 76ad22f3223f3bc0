package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// OwnBusy reports whether an organizer tells of something of their own that takes a time: "ugh i have a dentist thing thurs at 3", "me toca
// turno el jueves". What orders or asks anything, or says that one is free, is more.
func OwnBusy(body string) bool {
	if BusyThen(body) {
		return true
	}
	text := strings.Join(bare(body), " ")
	for n := lexicon.RereadLeads.Lead(text); n > 0 && n < len(text); n = lexicon.RereadLeads.Lead(text) { // "just realized i have ..."
		text = text[n:]
	}
	f := strings.Fields(text)
	if len(f) < 3 || len(f) > maxBusy || strings.ContainsAny(body, "?¿") ||
		lexicon.OwnBusyLeads.Lead(text) == 0 && lexicon.CameUp.Lead(text) == 0 {
		return false
	}
	p := Padded(text)
	return (lexicon.OwnBusyThings.In(p) || lexicon.CameUp.In(p)) && !lexicon.FreeWords.In(p) && !lexicon.ButWords.Any(f) &&
		!lexicon.SoThen.Any(f) &&
		!lexicon.NegativeWords.Any(f) && !lexicon.TellVerbs.Any(f) && !OrdersMeet(body)
}
