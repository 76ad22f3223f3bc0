package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// maxSlip is how many words at most put an outcome right that a digit said wrong.
const maxSlip = 16

// OutcomePutRight reads "oops i meant 3, she didnt come", "ay no, le piqué mal, sí vino": what was said of how it went was a slip, and what
// is so. NoOutcome where the text says no such thing.
func OutcomePutRight(body string) Outcome {
	w := Padded(body)
	if len(strings.Fields(body)) > maxSlip || IsQuestion(body) || !lexicon.SlipOfOutcome.In(w) {
		return NoOutcome
	}
	o := OutcomeIn(body)
	if o != Met && !beginsAsSlip(w) { // it tells of something else that was not so
		return NoOutcome
	}
	switch {
	case o == Met, o == Missed, o == NotMet:
		return o
	case o == NoOutcome && (saysDidCome(w) || digitMeant(w, "1")):
		return Met
	case o == NoOutcome && digitMeant(w, "3"):
		return Missed
	}
	return NoOutcome
}

// beginsAsSlip reports whether a text begins by saying that something was a slip, behind a word or two of dismay.
func beginsAsSlip(w string) bool {
	f := strings.Fields(w)
	for i := 0; i < min(4, len(f)); i++ {
		if n := lexicon.SlipOfOutcome.Lead(strings.Join(f[i:], " ")); n > 0 && (i == 0 || i <= 3 && !lexicon.ThirdSubjects.Any(f[:i])) {
			return true
		}
	}
	return false
}

// SaysTheyCame reports whether words say of somebody that they came, and not that they did not: "no wait she came".
func SaysTheyCame(body string) bool {
	w := Padded(body)
	if o := OutcomeIn(body); o == Missed || o == NotMet || IsQuestion(body) {
		return false
	}
	for _, came := range lexicon.DidCome.Padded() {
		affirmed := strings.HasPrefix(came, " si ") && strings.Contains(w, came)
		if affirmed || slices.ContainsFunc(lexicon.ThirdSubjects.Padded(), func(p string) bool { return strings.Contains(w, p+came[1:]) }) {
			return true
		}
	}
	return saysDidCome(w)
}

// saysDidCome reports whether words say of somebody that they came.
func saysDidCome(w string) bool {
	f := strings.Fields(w)
	for i := 0; i+1 < len(f); i++ { // "ah espera ya llegó"
		if lexicon.AlreadyDone.Has(f[i]) && lexicon.DidCome.Has(f[i+1]) {
			return true
		}
	}
	for _, p := range lexicon.ThirdSubjects.Padded() {
		for _, c := range lexicon.CameThere.Padded() {
			if strings.Contains(w, p+c[1:]) {
				return true
			}
		}
	}
	return false
}

// digitMeant reports whether a digit stands at the end of what a slip should have been: "i meant 3".
func digitMeant(w, digit string) bool {
	for _, p := range lexicon.DigitMeant.Padded() {
		if strings.Contains(w, p+digit+" ") {
			return true
		}
	}
	return false
}
