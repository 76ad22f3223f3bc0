package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostThen is how many words say at most when something is to be told.
const mostThen = 6

// TellsThen divides an order to tell somebody something from when it is to be told, which stands before it and names no time: "when im
// there tell maria im outside", "cuando llegue dile a rosa q estoy afuera".
func TellsThen(body string) (then, order string, ok bool) {
	f := strings.Fields(body)
	if lexicon.WhenThen.Lead(body) == 0 || strings.ContainsAny(body, "?¿") {
		return "", "", false
	}
	for i := 2; i+2 < len(f) && i <= mostThen; i++ {
		if w := strings.Join(bare(f[i]), ""); !lexicon.TellVerbs.Has(w) || notTold(strings.Join(bare(f[i-1]), "")) {
			continue
		}
		then, order = strings.Join(f[:i], " "), strings.Join(f[i:], " ")
		_, _, tells := ReadTell(order)
		return strings.TrimRight(then, " ,"), order, tells && !hasDigit(then)
	}
	return "", "", false
}
