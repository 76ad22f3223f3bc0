package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxCalled is how many words a text has that says who is meant and nothing else.
const maxCalled = 8

// CalledBy is the name of which a text says that it is meant, where it says nothing else: "gomez", "gomez i mean", "ay no rocio, me
// equivoque". "" where it says more; whether it is a name is the caller's to know.
func CalledBy(body string) string {
	if strings.ContainsAny(body, "?¿0123456789") {
		return ""
	}
	f := strings.Fields(leftOf(leftOf(Padded(body), lexicon.MeantSlip), lexicon.PersonMeant))
	if len(strings.Fields(body)) > maxCalled || len(f) == 0 {
		return ""
	}
	for len(f) > 1 && (opensCorrection(f[0]) || lexicon.WithWhom.Has(f[0])) {
		f = f[1:]
	}
	for len(f) > 1 && (opensCorrection(f[len(f)-1]) || lexicon.Look(f[len(f)-1]).In(lexicon.Fillers)) {
		f = f[:len(f)-1]
	}
	if len(f) > 3 {
		return ""
	}
	return strings.Join(f, " ")
}

// MeansThat reports whether a few words say that something is meant which was just spoken of, and no more: "the form i mean".
func MeansThat(body, what string) bool {
	p := Padded(body)
	return lexicon.MeantSlip.In(p) && len(strings.Fields(p)) <= maxCalled && !strings.ContainsAny(body, "?¿") &&
		SharesWord(what, leftOf(p, lexicon.MeantSlip))
}

// maxWrongOne is how many words say that the wrong one was meant.
const maxWrongOne = 10

// WrongOne reports whether a text says that what was just told is of somebody else: "omg no wrong gloria, ours is fine".
func WrongOne(body string, names ...string) bool {
	f := bare(body)
	if len(f) > maxWrongOne || strings.ContainsAny(body, "?¿0123456789") {
		return false
	}
	name := func(w string) bool {
		return lexicon.FirstNames.Has(w) || slices.ContainsFunc(names, func(n string) bool { return strings.TrimSpace(Padded(n)) == w })
	}
	for i := 1; i < len(f); i++ {
		if lexicon.WrongWords.Has(f[i-1]) && (name(f[i]) || lexicon.PersonWords.Has(f[i])) ||
			lexicon.PersonWords.Has(f[i-1]) && lexicon.WrongWords.Has(f[i]) || lexicon.OtherWords.Has(f[i-1]) && name(f[i]) {
			return true
		}
	}
	return false
}

// TakenOut are those of several names whom a text leaves out, and of whom it says no more: "wait not paula", "menos rosa".
func TakenOut(body string, names []string) (out []int) {
	f := bare(body)
	leaves := func(w string) bool { return lexicon.LeadingNo.Has(w) || lexicon.BeginsExcept.Has(w) || w == "not" }
	if len(f) > maxCalled || strings.ContainsAny(body, "?¿0123456789") || !slices.ContainsFunc(f, leaves) {
		return nil
	}
	for _, w := range f {
		i := slices.IndexFunc(names, func(n string) bool { return strings.TrimSpace(Padded(n)) == w })
		switch {
		case i >= 0:
			out = append(out, i)
		case !leaves(w) && !opensCorrection(w) && !lexicon.Joins.Has(w) && !lexicon.PersonLeads.Has(w):
			return nil
		}
	}
	return out
}

// NumberNot reads that a number is another than was said, where a text says hardly more: "its 4 not 5", "son 4, no 5". "" where it does
// not.
func NumberNot(body string) (is, was string) {
	f := bare(body)
	if len(f) > maxCalled || strings.ContainsAny(body, "?¿:") {
		return "", ""
	}
	number := func(w string) bool { return len(w) <= 4 && strings.Trim(w, "0123456789") == "" }
	for i := 1; i < len(f); i++ {
		if !lexicon.InsteadOf.Has(f[i-1]) || !number(f[i]) {
			continue
		}
		for k, w := range f {
			if k != i && number(w) && w != f[i] {
				return w, f[i]
			}
		}
	}
	return "", ""
}
