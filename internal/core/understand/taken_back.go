package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// TakesBack reports whether a text takes back what was just done.
func TakesBack(body string) bool {
	return len(strings.Fields(body)) <= 9 && !hasDigit(body) && lexicon.UndoWords.In(Padded(body)) // "no era el 10 sino el 9" corrects
}

// LeavesAsWas reports whether a text has what was just moved stay as it was, and says nothing else: "no mejor déjalo igual". "Keep it the
// same place tho" says where.
func LeavesAsWas(body string) bool {
	p := Padded(body)
	return lexicon.LeavesAsWas.In(p) && OwnWords(leftOf(p, lexicon.LeavesAsWas)) == 0 && !strings.ContainsAny(body, "?¿")
}

// BackOn reports whether words say that what was called off is on again: "oh wait nvm she can make it after all". What is denied or asked
// is not.
func BackOn(body string) bool {
	if CancelsNot(body) {
		return true
	}
	p := Padded(body)
	f := strings.Fields(leftOf(p, lexicon.BackOn))
	for len(f) > 0 && (lexicon.No.Has(f[0]) || opensCorrection(f[0])) { // "no, siempre sí"
		f = f[1:]
	}
	return lexicon.BackOn.In(p) && len(strings.Fields(p)) <= 14 && !strings.Contains(body, "?") && !lexicon.NegativeWords.Any(f)
}

// SaysUndo reports whether the command stands among a few words: "crap no that was for jo undo".
func SaysUndo(body string) bool {
	f := strings.Fields(Padded(body))
	return len(f) <= 12 && lexicon.CommandUndo.Any(f)
}

// SaysAfterAll reports whether a yes takes back what was said before it: "oops i meant 1", "siempre sí puedo".
func SaysAfterAll(body string) bool {
	p := Padded(body)
	return lexicon.TakesBack.In(p) || lexicon.BackOn.In(p)
}

// ComesAfterAll reports whether somebody who said no says that they come all the same: "siempre sí, me cambiaron el turno", "nvm i can
// come after all". What is asked or open is none.
func ComesAfterAll(body string) bool {
	p := Padded(body)
	f := strings.Fields(leftOf(p, lexicon.ComesAfterAll))
	return lexicon.ComesAfterAll.In(p) && !strings.ContainsAny(body, "?¿") && !lexicon.NegativeWords.Any(f) && !lexicon.SaysIf.Any(f) &&
		!lexicon.Unsure.Any(f) && slices.ContainsFunc(Clauses(body), endsAfterAll)
}

// endsAfterAll reports whether a clause says that one comes after all, and goes on to nothing else: "ya puedo", and not "ya puedo decirle".
func endsAfterAll(clause string) bool {
	p := Padded(clause)
	_, to := lexicon.ComesAfterAll.Find(p)
	return to > 0 && !slices.ContainsFunc(strings.Fields(p[min(to, len(p)):]), func(w string) bool {
		l := lexicon.Look(w)
		return !hasDigit(w) && !timeWord(l) && !l.In(lexicon.Courtesies) && !l.In(lexicon.Interjections) && !l.In(lexicon.Joins) &&
			!l.In(lexicon.ComingVerbs) && !l.In(lexicon.ComeWords) && !lexicon.Fillers.Has(w)
	})
}
