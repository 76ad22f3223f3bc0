package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// OnlyTime reports whether a text is nothing but a time, with a greeting or a courtesy at most: "el viernes 4 a las 4", "fri dec 4 at 430
// pls".
func OnlyTime(body string, r when.Reading) bool {
	if len(r.Spans) == 0 || strings.ContainsAny(body, "?¿") {
		return false
	}
	b := []byte(body)
	for _, s := range r.Spans {
		for i := max(0, s.From); i < s.To && i < len(b); i++ {
			b[i] = ' '
		}
	}
	after := false
	for w := range strings.FieldsSeq(wordsOf(string(b))) {
		l := lexicon.Look(w)
		behind := after && lexicon.DayEvents.Has(w) // "sunday after church 1ish"
		if after = l.Time == lexicon.After; after || behind {
			continue
		}
		switch {
		case l.In(lexicon.Articles), l.In(lexicon.Greeting), l.In(lexicon.Excuses), l.In(lexicon.Thanking), l.In(lexicon.Address),
			l.Time == lexicon.At, l.Time == lexicon.Of, lexicon.On.Has(w), lexicon.Pleading.Has(w), w == "por":
		default:
			return false
		}
	}
	return true
}

// PlainYes reports whether a text is nothing but a yes that is more than an acknowledgement: "si", "yes", and no "ok".
func PlainYes(body string) bool {
	p := wordsOf(body)
	return lexicon.Yes.Has(p) || p == "si"
}
