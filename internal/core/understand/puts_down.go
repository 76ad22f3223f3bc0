package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostPutDown is how many words stand at most between what is put down and as what: "put maria lopez down as".
const mostPutDown = 4

// PutsDown reads an order to set down that somebody comes, or does not: "put her down as a yes", "ponla que si va". beside is what else is
// told, but for what says the same once more.
func PutsDown(body string) (comes bool, beside string, ok bool) {
	if len(body) > 300 || strings.ContainsAny(body, "?¿") {
		return false, "", false
	}
	var left []string
	for _, c := range Clauses(body) {
		yes, puts := putsDown(bare(withoutLeads(c)))
		_, says := ReadComing(c)
		switch {
		case puts && ok && yes != comes: // both ways
			return false, "", false
		case puts:
			comes, ok = yes, true
		case !says && !SpokeWith(c) && len(strings.Fields(c)) > 1:
			left = append(left, strings.Trim(c, " .,;!"))
		}
	}
	if !ok {
		return false, "", false
	}
	return comes, strings.Join(left, ", "), true
}

// putsDown reads such an order at the beginning of a clause, or behind a "so" in it.
func putsDown(f []string) (yes, ok bool) {
	for i := range f {
		if !lexicon.PutsDown.Has(f[i]) || i > 0 && (lexicon.ThirdSubjects.Has(f[i-1]) || notTold(f[i-1])) {
			continue
		}
		for k := i + 1; k <= min(i+1+mostPutDown, len(f)); k++ {
			for n := min(4, len(f)-k); n > 0; n-- {
				as := strings.Join(f[k:k+n], " ")
				yes = lexicon.DownAsYes.Has(as)
				if (yes || lexicon.DownAsNo.Has(as)) && endsComing(f[k+n:]) {
					return yes, !slices.ContainsFunc(f[i+1:k], NamesTime)
				}
			}
		}
	}
	return false, false
}

// ComesWithSpeaker reports whether a text tells of somebody who comes along with its writer: "kim is coming with me", "mañana va a ir
// conmigo mi hermana". It is nobody's answer.
func ComesWithSpeaker(body string) bool {
	f := bare(body)
	for i := range f {
		if _, comes := ReadComing(strings.Join(f[:i], " ")); comes && lexicon.WithSpeaker.Lead(strings.Join(f[i:], " ")) > 0 {
			return true
		}
	}
	return false
}

// tellsWhereNow reports whether words begin with where somebody is, and not where they would be met: "shes at the hospital w her mom",
// "está en la clínica".
func tellsWhereNow(words string) bool {
	f := bare(words)
	for len(f) > 1 && (lexicon.BeginsMore.Has(f[0]) || lexicon.Because.Has(f[0]) || lexicon.WishWhile.Has(f[0])) {
		f = f[1:]
	}
	if len(f) < 3 || lexicon.SuitWords.Any(f) {
		return false
	}
	is := f[0]
	switch {
	case lexicon.TheyAre.Has(is):
	case lexicon.ThirdSubjects.Has(is) && lexicon.IsNow.Has(f[1]):
		f = f[1:]
	case !lexicon.IsNow.Has(is):
		return false
	}
	return !lexicon.Wills.Any(f) && (lexicon.At.Any(f[1:]) || lexicon.WithinPlaces.Any(f[1:]) || lexicon.In.Any(f[1:]))
}
