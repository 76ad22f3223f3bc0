package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// missedAlone reports whether a clause says nothing but that they did not come: "she forgot", and not "she forgot her papers".
func missedAlone(body string) bool {
	all, waited := clauses(body), false
	for _, c := range all {
		w := withoutLaughter(wordsOf(c))
		if lexicon.MissedAlone.Has(w) || waitedInVain(c) || waited && (inVain(w) || notReached(w)) {
			return true // "been here 30 min and nothing", "waited til 345, straight to vm"
		}
		waited = waited || lexicon.WaitedLeads.Lead(w) > 0
	}
	return false
}

// waitedInVain reads "waited 30 min nothing", "la esperé media hora y nada".
func waitedInVain(clause string) bool {
	f := strings.Fields(wordsOf(clause))
	return len(f) > 2 && lexicon.WaitedLeads.Lead(strings.Join(f, " ")) > 0 && lexicon.VainEnds.Has(f[len(f)-1])
}

// withoutLaughter takes off the laughter at the end of plain words.
func withoutLaughter(w string) string {
	for {
		i := strings.LastIndexByte(w, ' ')
		if i < 0 || !lexicon.Laughter.Has(w[i+1:]) {
			return w
		}
		w = w[:i]
	}
}

// inVain reports whether a clause says no more than that nobody came: "nothing", "nada de rosa".
func inVain(w string) bool {
	n := lexicon.VainEnds.Lead(w)
	return n > 0 && len(strings.Fields(w[n:])) <= 2
}

// notReached reports whether a clause says of whom one waits for that they do not answer, and of nobody else: "called twice straight to
// vm", and not "no answer from the landlord".
func notReached(w string) bool {
	p := " " + w + " "
	if !lexicon.NotReached.In(p) {
		return false
	}
	for _, x := range strings.Fields(leftOf(p, lexicon.NotReached)) {
		if !lexicon.BesideNotReached.Has(x) && !hasDigit(x) {
			return false
		}
	}
	return true
}

// MissedAlone is that they did not come, or called it off, where a few words say that and nothing else: "no show", "she cancelled".
func MissedAlone(body string) Outcome {
	f := strings.Fields(wordsOf(body))
	if len(f) == 0 || len(f) > maxMissed || IsQuestion(body) {
		return NoOutcome
	}
	for len(f) > 1 && lexicon.ThirdSubjects.Has(f[0]) {
		f = f[1:]
	}
	w := " " + strings.Join(f, " ") + " "
	if o := OutcomeIn(w); o == Missed && len(f) == 2 && lexicon.SaysMissed.In(w) || (o == Missed || o == NotMet) && len(f) == 1 {
		return o
	}
	return NoOutcome
}
