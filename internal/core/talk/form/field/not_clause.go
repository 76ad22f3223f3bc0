package field

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// notClause puts what somebody does in the place of what they are, as the first sentence says, and goes on with the others: "shes not a
// nurse, she cleans houses. and its 4 neighbors".
func notClause(t *turn.Turn, body string, anywhere bool) (said []string, rest string) {
	first, more, _ := strings.Cut(body, ". ")
	c, is := understand.ReadNotClause(first)
	if !is {
		return nil, body
	}
	for _, n := range inWords() {
		a := t.Draft().Answers[n]
		if a.State != report.Given {
			continue
		}
		words, what := c.In(a.Words)
		if what == "" {
			continue
		}
		a.Words, a.Sources = turn.Bounded(words), append(slices.Clone(a.Sources), t.Source()...)
		t.Put(n, a)
		said, rest = []string{what}, more
		if more != "" {
			others, left := InProse(t, more, anywhere)
			said, rest = append(said, others...), left
		}
		return said, rest
	}
	return nil, body
}
