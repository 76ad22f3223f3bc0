package understand

import (
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
func WrongOne(body string) bool {
	f := bare(body)
	if len(f) > maxWrongOne || strings.ContainsAny(body, "?¿0123456789") {
		return false
	}
	for i := 1; i < len(f); i++ {
		if lexicon.WrongWords.Has(f[i-1]) && (lexicon.FirstNames.Has(f[i]) || lexicon.PersonWords.Has(f[i])) ||
			lexicon.PersonWords.Has(f[i-1]) && lexicon.WrongWords.Has(f[i]) || lexicon.OtherWords.Has(f[i-1]) && lexicon.FirstNames.Has(f[i]) {
			return true
		}
	}
	return false
}
