package offer

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// HourFits reads an hour alone with a word of agreement beside it: "12 ok", "3 ok". Whether it is that of the one-on-one, and whether it
// stands where the number of an answer may ("ok 3"), is said too. No clock where the text says more, or answers with its number.
func HourFits(t *turn.Turn, m world.Meet) (said moment.Said, own, digit bool) {
	h, at := t.Heard(), At(m).In(t.Loc())
	f := strings.Fields(understand.Padded(t.Body()))
	fits := func(w string) bool { return lexicon.YesMildly.Has(w) || lexicon.Yes.Has(w) }
	n := slices.IndexFunc(f, func(w string) bool { return strings.ContainsAny(w, "0123456789") })
	if h.Digit != 0 || n < 0 || f[n] == "1" || h.When.HasDate() || len(h.When.Options) > 0 || !m.Open() || m.Begun(t.Now()) ||
		!slices.ContainsFunc(f, fits) || moment.HourOnly(t.Body()) == "" || !said.HearHour(t.Body(), at) {
		return moment.Said{}, false, false
	}
	own = said.Clock == at.Format(moment.Layout)
	digit = (f[n] == "2" || f[n] == "3") && (n > 0 && !lexicon.At.Has(f[n-1]) && !lexicon.Articles.Has(f[n-1]) ||
		strings.Contains(t.Body(), f[n]+",")) // "3, ok?"
	if digit && !own {
		return moment.Said{}, false, false // it answers with its number
	}
	return said, own, digit
}
