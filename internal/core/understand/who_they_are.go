package understand

import (
	"slices"
	"strings"
	"unicode"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostOfWho is how many words say what somebody is, where nothing but an article leads to them: "a student".
const mostOfWho = 4

// whoTheyAre is the part of a clause that tells what the one who is met is or does: "shes a bus driver", "es chofer de la ruta 7", "owns
// the hardware store", "una estudiante". "" where a time, a number or a place follows that.
func whoTheyAre(clause string) string {
	from, to := lexicon.WhoTheyAre.Find(clause)
	if f := bare(clause); to == 0 && len(f) > 1 && len(f) <= mostOfWho && lexicon.BeingArticles.Has(f[0]) &&
		strings.IndexFunc(clause, unicode.IsDigit) < 0 && says(f[len(f)-1]) && !slices.ContainsFunc(f, namesDay) &&
		!slices.ContainsFunc(f, lexicon.AskMeetings.Has) && !slices.ContainsFunc(f, lexicon.BesidePlans.Has) &&
		!slices.ContainsFunc(f, placeNoun) {
		return strings.Trim(clause, " .,;!?")
	}
	if to == 0 {
		return ""
	}
	f := bare(clause[to:])
	if len(f) == 0 || namesDay(f[0]) || hasDigit(f[0]) || lexicon.At.Has(f[0]) || lexicon.Yes.Has(f[0]) ||
		lexicon.TextsAreFine.In(Padded(clause[to:])) {
		return ""
	}
	return strings.Trim(WithoutPhones(clause[from:]), " .,;!?")
}
