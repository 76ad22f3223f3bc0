package spoken

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// YesAt reports whether a yes goes on with where one meets, and with nothing else: "si, en el starbucks de la 23". The hour at
// which one meets may stand between: "ok 5 at the library".
func YesAt(body string, own time.Time, c when.Context) bool {
	rest := strings.TrimSpace(phrase.WithoutTimes(behindFirstYes(body, c), c)) // "ok a las 6 en el starbucks": where its hour is the same
	f := strings.Fields(understand.Padded(rest))
	if len(f) > 1 && (f[0] == own.Format("3") || f[0] == own.Format("304")) {
		f = f[1:]
	}
	if len(f) < 2 || len(f) > mostOfPlace || !lexicon.AtPlaces.Has(f[0]) || strings.ContainsAny(rest, "?¿") {
		return false
	}
	if !isPlace(f[1:]) && !lexicon.ShopNames.Any(f[1:min(len(f), 4)]) {
		return false
	}
	return !slices.ContainsFunc(f[1:], func(w string) bool {
		l := lexicon.Look(w)
		return l.In(lexicon.Subjects) || l.In(lexicon.Turning) || l.In(lexicon.SaysIf) || l.In(lexicon.Negators)
	})
}

// YesByPhone is how a yes says that it is by phone: "yes by phone is fine, ill call you", "si por telefono esta bien". "" where it does
// not, or asks for more.
func YesByPhone(body string, c when.Context) string {
	rest := behindFirstYes(body, c)
	if first, more, ok := strings.Cut(rest, " "); ok && (lexicon.LetterArticles.Has(first) || lexicon.OneArticles.Has(first)) {
		rest = more // "a phone call is easier"
	}
	n := lexicon.OnPhone.Lead(rest)
	if n == 0 || strings.ContainsAny(body, "?¿") {
		return ""
	}
	phone := strings.Trim(rest[:n], " ,.;!")
	rest = strings.TrimSpace(rest[n:])
	if rest == "" || strings.ContainsAny(rest[:1], ",.;!") {
		return withoutDoing(phone)
	}
	first := understand.Turns(rest)[0]
	h, w := understand.Read(first, c), firstWord(rest)
	if h.Reply == understand.Yes || !h.Refused && !h.Timed() && (lexicon.PhoneLeads.Has(w) || lexicon.IsWords.Has(w) ||
		lexicon.SuitsBetter.Lead(rest) > 0) {
		return withoutDoing(phone)
	}
	return ""
}

// behindFirstYes is what stands behind the yes with which a text begins; "" where it begins with none.
func behindFirstYes(body string, c when.Context) string {
	f := strings.Fields(body)
	n := 0
	for n < len(f) && n < mostAgreeing && isYes(c, f[n]) {
		n++
	}
	if n == 0 {
		return ""
	}
	return strings.Join(f[n:], " ")
}

// YesBeforeTurn reports whether what a text says before it turns, or before its "just", is a yes: "thurs is fine just not the cafe".
func YesBeforeTurn(body string, c when.Context) bool {
	f := strings.Fields(body)
	for i, w := range f {
		if w = strings.TrimSpace(understand.Padded(w)); i > 0 && (lexicon.ButWords.Has(w) || lexicon.OnlyThen.Has(w)) {
			return understand.Read(strings.Join(f[:i], " "), c).Reply == understand.Yes
		}
	}
	return false
}
