package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostNotThemBut is how many words say with whom of the staff the talk is, and with whom not.
const mostNotThemBut = 12

// NotThemBut is whom of the staff a text wants in the place of another, where it says no more: "not with sam, w kim", "el repaso no es con
// sam es con kim", "no its w kim". "" where it says more, or names nobody so.
func NotThemBut(body string, staff []string) string {
	f := strings.Fields(strings.Trim(body, " .!"))
	if len(f) < 3 || len(f) > mostNotThemBut || strings.ContainsAny(body, "?¿") {
		return ""
	}
	names, chosen, not, is := 0, "", false, false
	for i, w := range f {
		low := bareWord(strings.ToLower(w))
		marked := strings.ContainsAny(w[len(w)-1:], ",.;")
		denies := lexicon.Negators.Has(low) || lexicon.No.Has(low) || lexicon.DeniesBeing.Has(low) && !lexicon.ButIs.Has(low)
		switch name := staffAt(w, staff); {
		case name != "":
			names++
			if not {
				not = false
				continue
			}
			if chosen != "" {
				return ""
			}
			chosen = name
		case denies && marked && i > 0 && chosen != "" && staffAt(f[i-1], staff) != "": // "con sam no, con kim"
			chosen = ""
		case denies:
			not = true
		case lexicon.IsWords.Has(low) || lexicon.ButIs.Has(low):
			is = true
			not = not && names == 0 && len(f) > i+1 && lexicon.DebriefWords.In(Padded(body)) // "no es con sam"
		case lexicon.WithWords.Has(low) || lexicon.Articles.Has(low) || lexicon.Interjections.Has(low) || lexicon.HoldsOn.Has(low) ||
			lexicon.ButWords.Has(low) || lexicon.InsteadOf.Has(low) || lexicon.DebriefWords.Has(low) || lexicon.Excuses.Has(low) ||
			opensOnly(w):
		default:
			return ""
		}
	}
	if names == 2 || names == 1 && is && lexicon.DeniesBeing.Has(bareWord(strings.ToLower(f[0]))) && !lexicon.DebriefWords.In(Padded(body)) {
		return chosen
	}
	return ""
}
