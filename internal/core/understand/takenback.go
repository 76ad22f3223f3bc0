package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// WithoutTakenBack leaves out a day or an hour that the same text takes back: "tomorrow no wait thursday" is thursday.
func WithoutTakenBack(s string, c when.Context) string {
	if len(s) > maxText {
		return s
	}
	words := split(s)
	for i := len(words) - 2; i > 0; i-- {
		for n := min(3, len(words)-1-i); n > 0; n-- {
			if !lexicon.TakesDayBack.Has(phraseOf(words[i : i+n])) {
				continue
			}
			if rest, ok := takenBack(s[:words[i].from], s[words[i+n].from:], c); ok {
				return rest
			}
		}
	}
	return s
}

// phraseOf is words in plain letters with one space between.
func phraseOf(words []word) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = unmarked(w.low)
	}
	return strings.Join(out, " ")
}

// takenBack leaves out of what stands before what is said again behind; false where nothing is.
func takenBack(before, after string, c when.Context) (string, bool) {
	was, is := when.Read(before, c), when.Read(after, c)
	days, clocks := was.HasDate() && is.HasDate(), was.HasClock && is.HasClock
	if !days && !clocks {
		return "", false
	}
	b := []byte(before)
	for _, span := range was.Spans {
		if one := when.Read(before[span.From:span.To], c); days && one.HasDate() || clocks && one.HasClock {
			for k := span.From; k < span.To; k++ {
				b[k] = ' '
			}
		}
	}
	return strings.TrimSpace(strings.Join(strings.Fields(string(b)), " ") + " " + after), true
}
