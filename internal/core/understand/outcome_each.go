package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// NameOutcome is an outcome said of somebody.
type NameOutcome struct {
	Name    int // index into the names asked about
	Outcome Outcome
}

// OutcomesOf reads what a text says of each of these first names: "met Maria and Rosa, Jo no-show". What a clause does not say of itself it
// takes from the one before. Nobody is in it twice. whole reports whether the text says nothing besides.
func OutcomesOf(body string, names []string) (out []NameOutcome, whole bool) {
	last := NoOutcome
	whole = true
	said := map[int]bool{} // by a clause that says itself what became of them
	note := func(i int, o Outcome, itself bool) {
		at := slices.IndexFunc(out, func(n NameOutcome) bool { return n.Name == i })
		switch {
		case at < 0:
			out = append(out, NameOutcome{i, o})
		case itself && said[i] && out[at].Outcome != o:
			out[at].Outcome = Unsure
		case itself && !said[i]:
			out[at].Outcome = o
		}
		said[i] = said[i] || itself
	}
	var waiting []int // named before anything was said of them: "Maria and Jo never showed"
	for _, clause := range clauses(body) {
		o := OutcomeIn(clause)
		itself := o != NoOutcome
		if !itself {
			o = last
		}
		low := " " + wordsOf(clause) + " "
		hit := false
		if o != NoOutcome {
			for _, i := range waiting {
				note(i, o, itself)
			}
			waiting = nil
		}
		for i, n := range names {
			if n = wordsOf(n); n != "" && strings.Contains(low, " "+n+" ") {
				hit = true
				if short := ShortOutcome(clause, names[i], last); short != NoOutcome {
					o, itself = short, true
				} else if !itself && last != NoOutcome && tellsOf(clause, names[i]) {
					o, itself, whole = Unsure, true, false
				}
				if !itself && wellWith(clause, names) {
					o, itself = Met, true
				}
				if o == NoOutcome {
					waiting = append(waiting, i)
				} else {
					note(i, o, itself)
				}
			}
		}
		whole = whole && (hit && len(strings.Fields(clause)) <= 6)
		last = o
	}
	return out, whole
}

// maxShort is how many words a clause has that says of somebody no more than that it was so, or not.
const maxShort = 4

// ShortOutcome reads a clause that says of a name only that with them it was otherwise than with the one before: "Jo never showed, Maria
// did tho", "vi a Rosa, a Jo no". Where nothing stands before it only "came" says so.
func ShortOutcome(said, name string, before Outcome) Outcome {
	first := clauses(said)
	if len(first) == 0 || OutcomeIn(first[0]) != NoOutcome {
		return NoOutcome
	}
	f := strings.Fields(wordsOf(first[0]))
	i := slices.Index(f, wordsOf(name))
	if i >= 0 && cameThere(f[i+1:]) {
		return Met
	}
	if before != Missed && before != NotMet && refusedFor(f, i) {
		return NotMet
	}
	if i < 0 || i+1 >= len(f) || len(f) > maxShort+1 || !small(f[i+2:], lexicon.ShortBeside) {
		return NoOutcome
	}
	switch w := f[i+1]; {
	case lexicon.ShortCame.Has(w):
		return Met
	case before != Met && before != Missed && before != NotMet:
		return NoOutcome
	case lexicon.ShortDid.Has(w):
		return Met
	case !lexicon.ShortDidNot.Has(w):
		return NoOutcome
	case before == Met:
		return NotMet
	}
	return before // and with this one it was not either
}

// refusedFor reports whether a name is answered with a no, alone or with what came between: "devin no", "devin no he had to work". A no to
// something of theirs is none: "devin no promises yet".
func refusedFor(f []string, name int) bool {
	if name < 0 || name > 1 || name+1 >= len(f) || !lexicon.LeadingNo.Has(f[name+1]) || !small(f[:name], lexicon.TaleBegins) {
		return false
	}
	return name+2 == len(f) || lexicon.ThirdSubjects.Has(f[name+2]) && len(f) > name+3
}

// cameThere reports whether the words behind a name begin by saying that they came: "was there early", "sí llegó".
func cameThere(f []string) bool {
	for n := min(3, len(f)); n > 0; n-- {
		if lexicon.CameThere.Has(strings.Join(f[:n], " ")) {
			return len(f) <= n+maxShort-1
		}
	}
	return false
}

// tellsOf reports whether a clause goes on to tell something of its own of the one whom it names first: it takes nothing then from the
// clause before it, which is about somebody else.
func tellsOf(clause, name string) bool {
	f := strings.Fields(wordsOf(clause))
	i := slices.Index(f, wordsOf(name))
	if i < 0 || i > 1 || i+2 >= len(f) || hasDigit(f[i+1]) || lexicon.BesideName.Has(f[i+1]) || !small(f[:i], lexicon.TaleBegins) {
		return false
	}
	return !small(f[i+2:], lexicon.ShortBeside)
}

// wellWith reports whether a clause says of those whom it names no more than that it was good: "rosa super bien". That is no list of those
// of whom what follows says it.
func wellWith(clause string, names []string) bool {
	f := slices.DeleteFunc(strings.Fields(wordsOf(clause)), func(w string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return wordsOf(n) == w })
	})
	return len(f) > 0 && len(f) <= maxShort && lexicon.WellAlone.Any(f) && small(f, lexicon.WellAlone)
}

// WellFirst reports whether a text begins by saying of somebody, by name, that it was good: "nancy bien, dijo que si va".
func WellFirst(body, name string) bool {
	first := clauses(body)
	return len(first) > 0 && slices.Contains(strings.Fields(wordsOf(first[0])), wordsOf(name)) && wellWith(first[0], []string{name})
}

// ForNone reports whether words say of several that none of them did: "none of them showed", "ninguna vino".
func ForNone(body string) bool { return lexicon.NoneOfThem.In(" " + wordsOf(body) + " ") }

// NamesTwo reports whether words are of two alone: "both".
func NamesTwo(body string) bool { return lexicon.BothWords.In(" " + wordsOf(body) + " ") }

// CameNamed reports whether words say of somebody, by name, that they came, or whom they brought: "vino chela con dos vecinas", "so jo
// brought bev".
func CameNamed(body, name string) bool {
	f, its := strings.Fields(wordsOf(body)), wordsOf(name)
	i := slices.Index(f, its)
	if i < 0 || i > maxShort || IsQuestion(body) || lexicon.NegativeWords.Any(f[:min(len(f), i+2)]) {
		return false
	}
	if i > 0 && lexicon.CameVerbs.Has(f[i-1]) { // "her son came maria had to work" is of the son
		return !slices.ContainsFunc(f[:i-1], func(w string) bool { return lexicon.Kin.Has(w) || lexicon.ThirdSubjects.Has(w) && w != "el" })
	}
	if i+1 == len(f) {
		return false
	}
	next := f[min(i+2, len(f)-1)]
	switch {
	case lexicon.NegativeWords.Has(next): // "showed no interest"
		return false
	case lexicon.CameVerbs.Has(f[i+1]):
		return true
	}
	brings := i+2 < len(f) && (lexicon.FirstNames.Has(next) || !lexicon.Look(next).Known() || lexicon.Kin.Has(next) ||
		i+3 < len(f) && lexicon.Kin.Has(f[i+3]))
	return lexicon.BroughtVerbs.Has(f[i+1]) && brings
}

// DeedOf reports whether a text begins by telling what somebody will do, by name: "chela va a juntar firmas".
func DeedOf(body, name string) bool {
	w := strings.TrimSpace(wordsOf(body))
	rest, ok := strings.CutPrefix(w, wordsOf(name)+" ")
	return ok && !IsQuestion(body) && lexicon.Wills.Lead(rest) > 0
}

// ownsNext reports whether a "her" owns what stands behind it, which was what one had: "her kids", "her paperwork".
func ownsNext(f []string, i int) bool {
	if !lexicon.TheirPlaces.Has(f[i]) || i+1 == len(f) {
		return false
	}
	l := lexicon.Look(f[i+1])
	return !timeWord(l) && !l.In(lexicon.Fillers) && !l.In(lexicon.Joins)
}

// TalkedFor reports whether words say for how long one had somebody: "only got like 10 min w her in the hallway", "nomás 10 minutos con
// él".
func TalkedFor(body string) bool {
	f := strings.Fields(wordsOf(body))
	if IsQuestion(body) || lexicon.NegativeWords.Any(f) {
		return false
	}
	for i := 1; i+2 < len(f); i++ {
		unit := lexicon.Look(f[i]).Time
		if unit != lexicon.Minute && unit != lexicon.Hour || !hasDigit(f[i-1]) && f[i-1] != "an" && f[i-1] != "una" {
			continue
		}
		if lexicon.WithWords.Has(f[i+1]) && (lexicon.ThirdPersons.Has(f[i+2]) || lexicon.FirstNames.Has(f[i+2])) && !ownsNext(f, i+2) {
			return !lexicon.WaitedFor.Any(f[:i])
		}
	}
	return false
}
