package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// listedName reads a name that leads a text as it stands in a list, surname first, in front of a number, a time or a dash, whatever names
// they are: "Tran, Thi Mai 206 555 0129".
func listedName(words []word, i int, spans []when.Span) string {
	if i != 0 || !capital(words[0].s) || lexicon.FirstNames.Has(unmarked(words[0].low)) || !likeName(words[0]) {
		return ""
	}
	to := 1
	var parts []string
	for to < len(words) && to < 4 && !inSpans(words[to], spans) && capital(words[to].s) && likeName(words[to]) {
		parts = append(parts, nameCase(unmarked(words[to].s), len(parts)))
		to++
	}
	if to == 1 || to == len(words) || unmarked(words[to-1].s) != words[to-1].s || !inSpans(words[to], spans) && words[to].s != "-" &&
		words[to].s != "–" {
		return ""
	}
	return strings.Join(append(parts, nameCase(unmarked(words[0].s), 0)), " ")
}
