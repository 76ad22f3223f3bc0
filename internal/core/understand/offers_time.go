package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// OffersTime reports whether a text says of a time that it suits its writer, and no more: "fri at 4 works for me", "yo puedo el viernes a
// las 4". It orders nothing by that.
func OffersTime(body string, c when.Context) bool {
	p := Padded(body)
	return lexicon.OwnFree.In(p) && !strings.ContainsAny(body, "?¿") && !lexicon.Negators.Any(strings.Fields(p)) && Timed(Times(body, c))
}
