package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// TellsOfDeath reports whether a text on the phone of somebody we text brings news of a death, or of somebody whom nobody can reach any
// more.
func TellsOfDeath(text string) bool {
	p := " " + wordsOf(text) + " "
	return len(text) <= 2*maxOthers && (lexicon.SaysDied.In(p) && !lexicon.SaysDiedNot.In(p) ||
		tellsOfLoss(p, WritesForAnother(text)))
}

// OwnLoss reports whether who writes tells of a death in their own family, and is none of the family of the one we text.
func OwnLoss(text string) bool {
	f := strings.Fields(wordsOf(text))
	if oneOfKin(f) || !TellsOfDeath(text) {
		return false
	}
	own := lexicon.DiedToMe.In(Padded(text)) // "se me murió un tío"
	for i, w := range f {
		if i > 0 && lexicon.Kin.Has(w) && (own || lexicon.OwnPossessives.Has(f[i-1])) {
			return true
		}
	}
	return false
}

// PutsOffInLoss reports whether who tells of a death puts off what is planned, to no day that is named: "lo dejamos pa después del
// funeral".
func PutsOffInLoss(text string) bool {
	return len(text) <= 2*maxOthers && lexicon.PutsOffInLoss.In(Padded(text))
}

// PutsOffOpenInLoss reports whether who tells of a death puts off what is planned and names no time for it, but that of the death: "se
// murió mi papá ayer, luego le hablo".
func PutsOffOpenInLoss(text string, c when.Context) bool {
	if !PutsOffInLoss(text) {
		return false
	}
	from, _ := lexicon.PutsOffInLoss.Find(text)
	if from <= 0 || !TellsOfDeath(text[:from]) {
		return !Read(text, c).Timed()
	}
	return !Read(text[from:], c).Timed() && TimeIsOver(text[:from], c)
}

// TimeIsOver reports whether words name no time, or one that is over: "my dad passed yesterday".
func TimeIsOver(words string, c when.Context) bool {
	r := Read(words, c)
	return !r.Timed() || lexicon.PastTimes.In(Padded(words)) && len(WeekdaysIn(words)) == 0
}

// LossOfNear reports whether who writes tells of the death of a friend, a neighbour or the like of theirs.
func LossOfNear(text string) bool {
	f := strings.Fields(wordsOf(text))
	if oneOfKin(f) || WritesForAnother(text) || !TellsOfDeath(text) {
		return false
	}
	for i, w := range f {
		if lexicon.NearOnes.Has(w) && (i > 0 && lexicon.OwnPossessives.Has(f[i-1]) || i > 1 && lexicon.OwnPossessives.Has(f[i-2])) {
			return true // "my best friend"
		}
	}
	return false
}

// CannotCome reports whether a text says somewhere that its writer can't come, whatever stands before it: "my grandma passed, i cant do
// tomorrow". Of somebody else who can't, nobody knows that.
func CannotCome(text string, c when.Context) bool {
	f := strings.Fields(wordsOf(text))
	for i, w := range f {
		if i == 0 || !lexicon.Negators.Has(w) || lexicon.ThirdSubjects.Has(f[i-1]) {
			continue
		}
		if h := Read(strings.Join(f[i:], " "), c); h.Refused && h.Reply != Another {
			return true
		}
	}
	return false
}

// UnsureInLoss reports whether a text says, whatever stands before it, that its writer does not know whether they come: "se me murió mi
// suegra, no sé si pueda". Who may or may not come is the one we text, and none of their family.
func UnsureInLoss(text string, c when.Context) bool {
	f := strings.Fields(text)
	for i := 1; i < len(f); i++ {
		rest := strings.Join(f[i:], " ")
		if !lexicon.ThirdSubjects.Has(wordsOf(f[i-1])) && !TellsOfDeath(rest) && Read(rest, c).Reply == Maybe {
			return true
		}
	}
	return false
}

// LeavesInLoss reports whether a text that tells of a death says that its writer goes away for it: "se murio mi tia en mexico me voy
// manana". So writes the one whom we text.
func LeavesInLoss(text string) bool { return lexicon.LeavesInLoss.In(" " + wordsOf(text) + " ") }

// ComesAllTheSame reports whether a text says in a clause of its own, or behind a but, that its writer comes: "my dad passed away but ill
// be there".
func ComesAllTheSame(text string, c when.Context) bool {
	for _, clause := range clausesOf(text) {
		f := strings.Fields(clause)
		for i, w := range f {
			if i > 0 && !lexicon.ButWords.Has(wordsOf(w)) {
				continue
			}
			rest := strings.Join(f[min(i, 1)*(i+1):], " ")
			if h := Read(rest, c); !TellsOfDeath(rest) && !h.Refused && h.Reply != No &&
				(h.Reply == Yes && !lexicon.Thanking.Any(f) || lexicon.ComesStill.In(betweenSpaces(rest))) &&
				!lexicon.Negators.Any(strings.Fields(wordsOf(rest))) {
				return true
			}
		}
	}
	return false
}

// tellsOfLoss reports whether a text tells in everyday words that one of the family died: "my dad passed this am", "se nos fue mi
// abuelita". Of one of the family who writes "she passed sunday" is enough.
func tellsOfLoss(p string, family bool) bool {
	for _, lead := range lexicon.LostWhom.Words() {
		if _, rest, ok := strings.Cut(p, " "+lead+" "); ok {
			if f := strings.Fields(rest); lexicon.Kin.Any(f[:min(2, len(f))]) {
				return true
			}
		}
	}
	f := strings.Fields(p)
	for i, w := range f {
		if i > 1 && lexicon.KilledWords.Has(w) && lexicon.WasWords.Has(f[i-1]) && lexicon.Kin.Has(f[i-2]) { // "my brother was killed"
			return true
		}
		if i > 1 && lexicon.DiedWords.Has(w) && lexicon.Kin.Has(f[i-1]) && lexicon.OwnPossessives.Has(f[i-2]) { // "my brother died"
			return true
		}
		if i == 0 || !lexicon.PassedWords.Has(w) || !lexicon.Kin.Has(f[i-1]) && !lexicon.FirstNames.Has(f[i-1]) &&
			!(family && lexicon.ThirdSubjects.Has(f[i-1])) {
			continue
		}
		if i+2 < len(f) && lexicon.Look(f[i+1]).Time == lexicon.In && lexicon.Look(f[i+2]).Time == lexicon.Month { // "Maria passed in august"
			return true
		}
		if i+1 == len(f) || lexicon.AfterPassed.Has(f[i+1]) || lexicon.Look(f[i+1]).Time == lexicon.Weekday {
			return true
		}
	}
	return false
}
