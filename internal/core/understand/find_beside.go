package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// Names that stand behind what is said of them, or in the place of another.

// leadsOn reports whether a word that leads to a name has a "with" of its own soon behind it, and no name in capitals before that: "hablé
// largo con Doña Meche", "talked briefly with Jo".
func leadsOn(words []word, i int, spans []when.Span) bool {
	for k := i + 1; k < min(len(words), i+4) && !marksEnd(words[k-1]); k++ {
		switch low := unmarked(words[k].low); {
		case capital(words[k].s) || inSpans(words[k], spans) || lexicon.FirstNames.Has(low):
			return false
		case lexicon.WithWords.Has(low):
			return k > i+1 && unmarked(words[i].low) != low
		}
	}
	return false
}

// numberOf finds whose number something is: "el num de chela ya no es ...", "number for jo".
func numberOf(words []word, spans []when.Span) string {
	for i := 1; i+1 < len(words); i++ {
		if of := words[i].low; lexicon.PhoneNouns.Has(words[i-1].low) && (lexicon.Of.Has(of) || of == "for" || of == "para") {
			if n := nameFrom(words, i+1, spans, true); n != "" {
				return n
			}
		}
	}
	return ""
}

// trailing finds a name in lower case at the end, where a time or a number is said of it: "thursday at 2 is maria".
func trailing(words []word, spans []when.Span) string {
	for i := len(words) - 2; i > 0; i-- {
		if i < len(words)-4 && !marksEnd(words[i+1]) || !lexicon.IsWords.Has(words[i].low) || !inSpans(words[i-1], spans) ||
			!lexicon.FirstNames.Has(unmarked(words[i+1].low)) {
			continue
		}
		var parts []string
		for _, w := range words[i+1:] {
			if !likeName(w) && !surnameToo(unmarked(w.low)) {
				return ""
			}
			parts = append(parts, nameCase(unmarked(w.s), len(parts)))
			if marksEnd(w) {
				break
			}
		}
		return strings.Join(parts, " ")
	}
	return ""
}

// insteadNamed finds the name that takes another one's place: "Marcus and Tina wait no just Tina Fowler".
func insteadNamed(words []word, spans []when.Span) string {
	for i := 1; i+1 < len(words); i++ {
		k := takesNameBack(words, i)
		if k == i || k >= len(words) || k == i+1 && !lexicon.TakesDayBack.Has(unmarked(words[i].low)) { // "Ana, sorry Rosa is late"
			continue
		}
		if low := words[k].low; (low == "just" || low == "solo" || lexicon.LeadsToName.Has(low)) && k+1 < len(words) {
			k++
		}
		if capital(words[k].s) && !inSpans(words[k], spans) {
			if name := nameFrom(words, k, spans, false); name != "" {
				return name
			}
		}
	}
	return ""
}

// takesNameBack returns where the words end that take back what stands before them, i where none do: "wait no", "no I mean".
func takesNameBack(words []word, i int) int {
	low := unmarked(words[i].low)
	w := lexicon.Look(low)
	once, negates := w.In(lexicon.TakesDayBackAtOnce) || w.Begins(lexicon.TakesDayBackAtOnce), w.In(lexicon.Negators)
	if !once && !negates && !w.In(lexicon.TakesDayBack) && !w.Begins(lexicon.TakesDayBack) {
		return i
	}
	if !once && !negates && !strings.HasSuffix(words[i-1].s, "..") && !strings.HasSuffix(words[i-1].s, ",") {
		return i
	}
	marked := strings.ContainsAny(words[i-1].s[len(words[i-1].s)-1:], ",.;")
	for n := min(3, len(words)-i-1); n > 0; n-- {
		said := phraseOf(words[i : i+n])
		if n == 1 && marked && lexicon.TakesDayBackAtOnce.Has(said) || (n > 1 || marked) && lexicon.TakesDayBack.Has(said) ||
			n > 2 && lexicon.Negators.Has(low) && lexicon.TakesDayBack.Has(phraseOf(words[i+1:i+n])) {
			return i + n
		}
	}
	return i
}

// marksEnd reports whether a clause ends with a word.
func marksEnd(w word) bool { return strings.ContainsAny(w.s[len(w.s)-1:], ",.;") }

// kinOfWhom skips whose kin somebody is, up to the comma behind their name: "granddaughter of Miss Pearl, Destiny". It returns the end of
// the text where no other name follows.
func kinOfWhom(words []word, i int) (int, bool) {
	if i+2 >= len(words) || !lexicon.Kin.Has(words[i].low) || !lexicon.Of.Has(words[i+1].low) && words[i+1].low != "of" {
		return i, false
	}
	for k := i + 2; k < min(len(words)-1, i+5); k++ {
		if strings.HasSuffix(words[k].s, ",") {
			return k + 1, true
		}
	}
	return len(words), true
}

// namedKin reports whether what somebody is to one is their name, by its capital before a surname: "Primo Vera".
func namedKin(words []word, i int) bool {
	return i+1 < len(words) && lexicon.NameWords.Has(words[i].low) && relation(words[i].low) && capital(words[i].s) &&
		surnameBehind(words, i)
}

// countedThing reports whether a capital that begins a text is a thing with its number: "Bus 48".
func countedThing(words []word, i int) bool {
	return i == 0 && len(words) > 1 && len(words[1].s) <= 3 && onlyDigits(words[1].s) && lexicon.NotPeople.Has(words[0].low)
}

// kinOf skips whose kin somebody is: "Tom's sister Dana" is Dana. It returns i where nobody's is said.
func kinOf(words []word, i int) int {
	if i+2 >= len(words) || !strings.HasSuffix(words[i].low, "'s") && !strings.HasSuffix(words[i].low, "’s") ||
		!lexicon.Kin.Has(words[i+1].low) {
		return i
	}
	return i + 2
}

// lastFirst reads a name whose surname comes first, before a number, a day, an hour or the end: "Olsen, Gus".
func lastFirst(words []word, i int, spans []when.Span) string {
	if i+1 >= len(words) || !strings.HasSuffix(words[i].s, ",") || inSpans(words[i], spans) || inSpans(words[i+1], spans) {
		return ""
	}
	last, first := unmarked(words[i].low), words[i+1]
	if n := listedName(words, i, spans); n != "" {
		return n
	}
	if !likeName(words[i]) || lexicon.FirstNames.Has(last) || !lexicon.FirstNames.Has(unmarked(first.low)) {
		return ""
	}
	if i+2 < len(words) && !inSpans(words[i+2], spans) && !phoneAt(words, i+2) && !dashes(words[i+2].s) {
		return ""
	}
	return nameCase(unmarked(first.s), 0) + " " + nameCase(unmarked(words[i].s), 0)
}

// kinTitle reports whether word i is how one calls somebody by their name: "uncle ray", "la tía Chela"; the writer's own aunt is none.
func kinTitle(words []word, i int) bool {
	return lexicon.KinTitles.Has(words[i].low) && (i == 0 || !lexicon.WhoseKin.Has(words[i-1].low))
}
