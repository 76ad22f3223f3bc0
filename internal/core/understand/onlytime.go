package understand

import (
	"slices"
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

// AgreesWithHour reports whether a text names an hour, with a yes or a courtesy before or behind it, and nothing else: "sí a las 7", "7
// works", "ok at 7 then".
func AgreesWithHour(body string) bool {
	f := strings.Fields(body)
	agrees := func(w string) bool {
		l := lexicon.Look(bareWord(strings.ToLower(w)))
		return l.In(lexicon.Yes) || bareWord(strings.ToLower(w)) == "si" || l.In(lexicon.YesMildly) || l.In(lexicon.Agree) ||
			l.In(lexicon.Fillers)
	}
	for len(f) > 1 && agrees(f[0]) {
		f = f[1:]
	}
	for len(f) > 1 && (agrees(f[len(f)-1]) || lexicon.HourSuits.Has(bareWord(strings.ToLower(f[len(f)-1])))) {
		f = f[:len(f)-1]
	}
	return slices.ContainsFunc(f, hasDigit) && !slices.ContainsFunc(f, func(w string) bool {
		l := lexicon.Look(bareWord(strings.ToLower(w)))
		return !hasDigit(w) && l.Time != lexicon.At && !l.In(lexicon.Articles)
	})
}

// YesAfterNo reports whether a yes of who said no may well mean that they can after all: "si", "yes i can", "mejor sí", and no "ok".
func YesAfterNo(body string) bool {
	p := Padded(body)
	return PlainYes(body) || lexicon.CanAfterNo.In(p) && !lexicon.ThankWords.In(p) && !strings.ContainsAny(body, "?¿")
}

// PlainYes reports whether a text is nothing but a yes that is more than an acknowledgement: "si", "yes", and no "ok".
func PlainYes(body string) bool {
	p := wordsOf(body)
	return lexicon.Yes.Has(p) || p == "si"
}
