package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// addressed is what a clause says of the title by which somebody is to be called.
func addressed(clause string) string {
	from, to := lexicon.AddressAs.Find(clause)
	if f := bare(clause[to:]); to == 0 || len(f) < 2 || !lexicon.AddressTitles.Has(f[0]) {
		return ""
	}
	return strings.Trim(clause[from:], " .,;!?")
}
