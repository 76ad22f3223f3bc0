package understand

import (
	"strings"
	"unicode"
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
	for _, s := range []string{
		" no show", " noshow ", " didnt come", " did not come", " didnt show", " did not show", " never came", " never showed", " stood me up", " wasnt there", " was not there",
		" ghosted ", " nobody came", " no vino", " no llego", " no se presento", " no aparecio", " me dejo plantad", " no asistio", " didnt make it", " did not make it", " no pudo llegar",
		" couldnt come", " could not come",
	} {
		if strings.Contains(w, s) {
			return Missed
		}
	}
	for _, s := range []string{" rescheduled", " postponed", " moved it", " we moved", " pushed it", " new time", " la movimos", " cambiamos la hora", " pospus", " reprogram", " lo movimos", " otra hora"} {
		if strings.Contains(w, s) {
			return Postponed
		}
	}
	for _, s := range []string{
		" met ", " talked ", " spoke ", " went well", " went great", " went ok", " it went", " good talk", " great talk", " good meeting", " great meeting", " nos vimos", " hablamos", " platicamos",
		" me reuni", " nos reunimos", " salio bien", " fue bien", " vi a ", " hable con", " was great", " went good", " me vi con",
	} {
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
