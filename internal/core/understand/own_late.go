package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// OwnLate reports whether an organizer says of themselves that they are late: "running like 10 late for maria", "voy 10 tarde". What says
// it of somebody third, or asks, is none.
func OwnLate(body string) bool {
	f := bare(body)
	if len(f) == 0 || len(f) > maxSmall || IsQuestion(body) || lexicon.ThirdPersons.Any(f) || lexicon.Negators.Any(f) ||
		lexicon.ToldOf.Any(f) {
		return false
	}
	return lexicon.OwnLate.In(Padded(body)) || slices.ContainsFunc(f, onlyDigits) && numberLate(f)
}

// OwnMishap reports whether an organizer begins with what befell them, and asks nothing: "omg my car wont start".
func OwnMishap(body string) bool {
	f := bare(body)
	for len(f) > 1 && (lexicon.Interjections.Has(f[0]) || lexicon.OrderLeads.Has(f[0]) || lexicon.Excuses.Has(f[0])) &&
		lexicon.OwnMishaps.Lead(strings.Join(f, " ")) == 0 {
		f = f[1:]
	}
	return len(f) <= maxSmall && !IsQuestion(body) && lexicon.OwnMishaps.Lead(strings.Join(f, " ")) > 0
}

// OnTheWay reports whether a text says that its writer is on the way, late, or there: "gracias ya casi llego".
func OnTheWay(body string) bool {
	p := Padded(body)
	return lexicon.LateWords.In(p) || lexicon.Arrives.In(p) || lexicon.AtThePlace.In(p)
}

// SeesThem reports whether a text says that one sees the other then or there: "ok alla te veo", "see u there".
func SeesThem(body string) bool { return lexicon.SeesYou.In(Padded(body)) }

// numberLate reports whether a number stands right before "late": "10 late", "voy 10 tarde".
func numberLate(f []string) bool {
	for i := 1; i < len(f); i++ {
		if (f[i] == "late" || f[i] == "tarde") && onlyDigits(f[i-1]) {
			return true
		}
	}
	return false
}
