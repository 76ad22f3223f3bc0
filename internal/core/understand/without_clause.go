package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// withoutClauseOf is a text without its clauses that hold a phrase of a list.
func withoutClauseOf(body string, of lexicon.List) string {
	var rest []string
	for _, c := range Clauses(body) {
		if !of.In(Padded(c)) {
			rest = append(rest, c)
		}
	}
	return strings.Join(rest, ", ")
}
