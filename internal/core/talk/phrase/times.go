package phrase

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// WithoutTimes takes days and hours off words, with the little words that led to them: "call them by Dec 5 about it" is "call them about
// it".
func WithoutTimes(words string, c when.Context) string {
	r := understand.Times(words, c)
	b := []byte(words)
	for _, s := range r.Spans {
		if head := strings.TrimRight(words[:min(s.From, len(words))], " "); len(strings.Fields(head)) > 1 {
			if from := strings.LastIndexByte(head, ' ') + 1; lexicon.BeforeTimes.Has(strings.ToLower(head[from:])) {
				s.From = from
			}
		}
		for i := s.From; i < s.To && i < len(b); i++ {
			b[i] = ' '
		}
	}
	f := strings.Fields(string(b))
	for len(f) > 0 && lexicon.AfterTimes.Has(strings.ToLower(strings.Trim(f[len(f)-1], ",.;"))) {
		f = f[:len(f)-1]
	}
	return strings.TrimRight(strings.Join(f, " "), " ,.;")
}
