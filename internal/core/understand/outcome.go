package understand

import (
	"strings"
	"unicode"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Outcome is what somebody says became of a one-on-one.
type Outcome string

// The outcomes.
const (
	NoOutcome Outcome = ""
	Met       Outcome = "met"
	Missed    Outcome = "missed" // the contact did not come
	Postponed Outcome = "postponed"
)

// OutcomeIn reads the outcome that words tell, in plain words of either language.
func OutcomeIn(body string) Outcome {
	w := " " + wordsOf(body) + " "
	for _, s := range lexicon.SaysMissed.Padded() {
		if strings.Contains(w, s) {
			return Missed
		}
	}
	for _, s := range lexicon.SaysPostponed.Padded() {
		if strings.Contains(w, s) {
			return Postponed
		}
	}
	for _, s := range lexicon.SaysMet.Padded() {
		if strings.Contains(w, s) {
			return Met
		}
	}
	return NoOutcome
}

// NameOutcome is an outcome said of somebody.
type NameOutcome struct {
	Name    int // index into the names asked about
	Outcome Outcome
}

// OutcomesOf reads what a text says of each of these first names: "met Maria and Rosa, Jo no-show". What a clause does not say of itself it
// takes from the one before. whole reports whether the text says nothing besides.
func OutcomesOf(body string, names []string) (out []NameOutcome, whole bool) {
	last := NoOutcome
	whole = true
	var waiting []int // named before anything was said of them: "Maria and Jo never showed"
	for _, clause := range clauses(body) {
		o := OutcomeIn(clause)
		if o == NoOutcome {
			o = last
		}
		low := " " + wordsOf(clause) + " "
		hit := false
		if o != NoOutcome {
			for _, i := range waiting {
				out = append(out, NameOutcome{i, o})
			}
			waiting = nil
		}
		for i, n := range names {
			if n = wordsOf(n); n != "" && strings.Contains(low, " "+n+" ") {
				hit = true
				if o == NoOutcome {
					waiting = append(waiting, i)
				} else {
					out = append(out, NameOutcome{i, o})
				}
			}
		}
		whole = whole && (hit && len(strings.Fields(clause)) <= 6)
		last = o
	}
	return out, whole
}

// clauses divides a text where one thing ends and another begins.
func clauses(body string) []string {
	body = strings.NewReplacer(" and ", ",", " but ", ",", " y ", ",", " pero ", ",", "&", ",", ";", ",", "\n", ",", ". ", ",").Replace(body)
	var out []string
	for _, c := range strings.Split(body, ",") {
		if c = strings.TrimFunc(c, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }); c != "" {
			out = append(out, c)
		}
	}
	return out
}
