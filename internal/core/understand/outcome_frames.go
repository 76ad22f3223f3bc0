package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// theyCame reads "she came late", "vino con su esposo": who came, and how; "she came down with the flu" is none.
func theyCame(body string) bool {
	return slices.ContainsFunc(clauses(body), func(c string) bool {
		f := strings.Fields(wordsOf(c))
		for i, w := range f {
			if i > 2 || lexicon.NegativeWords.Has(w) || lexicon.Because.Has(w) {
				return false
			}
			if !lexicon.CameVerbs.Has(w) || !(i == 0 && lexicon.CameAlready.Has(w) || i > 0 && lexicon.ThirdSubjects.Has(f[i-1])) {
				continue
			}
			if i+1 == len(f) { // "yeah she came but was late"
				return i > 0 && len(strings.Fields(body)) > len(f) && !IsQuestion(body) && !lexicon.SaysIf.Any(f)
			}
			return lexicon.AfterCame.Has(f[i+1]) && (i+2 >= len(f) || !lexicon.NotAfterCame.Has(f[i+2]))
		}
		return false
	})
}

// nobodyThere reads "no one answered the door", "nadie me abrió".
func nobodyThere(w string) bool {
	f := strings.Fields(w)
	for i := range f {
		n := i + 1
		if i+2 < len(f) && lexicon.NobodyWords.Has(f[i]+" "+f[i+1]) {
			n = i + 2
		} else if !lexicon.NobodyWords.Has(f[i]) {
			continue
		}
		if lexicon.NobodyWas.Any(f[n:min(len(f), n+2)]) {
			return true
		}
	}
	return false
}

// endsInNo reads "her kid was sick so no": what kept them from meeting, and that it did.
func endsInNo(w string) bool {
	return slices.ContainsFunc(lexicon.SoNo.Padded(), func(p string) bool { return strings.HasSuffix(w, p) && len(w) > len(p) })
}
