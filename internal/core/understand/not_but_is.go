package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Denies reports whether a text says that something is not so: "shes not a nurse shes a nurses aide".
func Denies(piece string) bool {
	not, _ := NotButIs(piece)
	return not != ""
}

// NotButIs divides a text that denies one thing and says another: of "shes not a nurse shes a nurses aide" it is "nurse" and "nurses aide".
func NotButIs(piece string) (not, is string) {
	f := strings.Fields(strings.ReplaceAll(piece, ",", " "))
	at := slices.IndexFunc(f, func(w string) bool { return lexicon.DeniesBeing.Has(strings.Join(bare(w), "")) })
	if at < 0 {
		return "", ""
	}
	f = f[at+1:]
	for i := 1; i+1 < len(f); i++ {
		// "no es enfermera sino maestra"
		if w := strings.Join(bare(f[i]), ""); lexicon.SaysBeing.Has(w) || lexicon.ButIs.Has(w) && !hasDigit(piece) {
			return things(f[:i]), things(f[i+1:])
		}
	}
	return "", ""
}

// things is what is named behind articles and small words.
func things(f []string) string {
	for len(f) > 0 {
		w := strings.Join(bare(f[0]), "")
		if !lexicon.Articles.Has(w) && !lexicon.OneArticles.Has(w) && !lexicon.SaysBeing.Has(w) {
			break
		}
		f = f[1:]
	}
	if len(f) == 0 || len(f) > 5 || len(f) == 1 && hasDigit(f[0]) { // a day or a count is put right as such
		return ""
	}
	return strings.Trim(strings.Join(f, " "), " .!")
}
