package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Of whom an act is: the writer, or somebody they tell of.

// ofOthers reports whether the words at i are said of somebody else: "she can't come", "Rosa is coming too".
func (h *hearing) ofOthers(i int, c clause) bool {
	if h.toldBefore(i, c) {
		return true
	}
	if h.withMe(i, c) {
		return false
	}
	if i > c.from && h.words[i-1].w.In(lexicon.OtherPersons) && !h.words[i-1].w.In(lexicon.Address) { // "my son can't come home"
		return true
	}
	if i > c.from+1 && h.isName(i-1) && lexicon.Kin.Has(h.plain[i-2]) { // "my uncle ray cant make it"
		return true
	}
	if lexicon.OfOneself.Has(h.words[i].s) {
		return false
	}
	for k := i - 1; k >= c.from && k >= i-3; k-- {
		w := &h.words[k]
		if w.w.In(lexicon.OtherPersons) || h.isName(k) && !w.w.In(lexicon.Address) && k > c.from {
			return true
		}
		if !w.w.In(lexicon.Fillers) {
			return h.isName(k) && k+1 < i
		}
	}
	return false
}

// ofKin reports whether one of somebody's family stands before a word, who is its subject: "mi vecina si va", "mi hermana también va".
func (h *hearing) ofKin(i int, c clause) bool {
	for i > c.from+2 && lexicon.TooWords.Has(h.words[i-1].s) {
		i--
	}
	if i < c.from+2 || !lexicon.WhoseKin.Has(h.words[i-2].s) {
		return false
	}
	w := h.words[i-1].w
	return w.In(lexicon.OtherPersons) || lexicon.Kin.Has(h.words[i-1].s)
}

func (h *hearing) toldBefore(i int, c clause) bool {
	for k := c.from; k < i; k++ {
		if h.words[k].w.In(lexicon.ToldOf) && !h.words[k].covered {
			return true
		}
	}
	return false
}

// ofSelf reports whether a single word such as "working" is said of oneself, or begins its clause.
func (h *hearing) ofSelf(i int, c clause) bool {
	if i == c.from {
		return true
	}
	w := &h.words[i-1]
	if h.inAct(i-1, lexicon.ThatTime) || h.timeIn(clause{from: i - 1, to: i}) { // "a esa hora trabajo"
		return h.led(i, c)
	}
	return h.led(i, c) && (lexicon.OfOneself.Has(w.s) || !w.w.In(lexicon.Fillers) || lexicon.BeingWords.Has(w.s))
}

// comes reports whether what follows "I can't" says that it is the coming that cannot be: "I can't make it" does, "I can't pay my rent"
// does not.
func (h *hearing) comes(i int, c clause) bool {
	if i < c.to && h.words[i].s == "to" {
		i++
	}
	if i >= c.to || h.alone(i, c) {
		return true
	}
	w := &h.words[i]
	if lexicon.AnyThing.Has(w.s) && i > c.from && h.words[i-1].s == "do" { // "cant do anything till after the holidays"
		return true
	}
	if i > c.from && (h.words[i-1].s == "do" || h.words[i-1].s == "make") && bareHour(w.s) && (i+1 == c.to || h.behindHour(i+1, c)) {
		return true // "cant do 3 but"
	}
	switch n := c.to - i; {
	case w.s == "do" && n > 2 && h.words[i+1].w.Time == lexicon.NoList && !h.words[i+1].covered && h.words[i+1].s != "it" &&
		h.words[i+1].s != "that",
		w.s == "be" && n > 1 && !lexicon.PlaceOfComing.Has(h.words[i+1].s):
		return n < 4 && w.s == "do"
	}
	if n := i + 1; w.s == "make" && n < c.to && !lexicon.ComingParts.Has(h.words[n].s) && !h.words[n].covered &&
		!(bareHour(h.words[n].s) && (n+1 == c.to || h.behindHour(n+1, c))) {
		return false // "can't make rent"
	}
	return lexicon.ComeWords.Has(w.s) || w.covered || h.isName(i) || h.anew(i, c)
}

// behindHour reports whether what stands behind a number leaves it an hour: "cant do 3 cuz im at work", and no "3 flights".
func (h *hearing) behindHour(i int, c clause) bool {
	w := h.words[i].w
	return w.In(lexicon.ButWords) || w.In(lexicon.Excuses) || w.In(lexicon.Thanking) || lexicon.Because.Has(h.words[i].s) ||
		w.Time == lexicon.On || w.Time == lexicon.Weekday || w.Time == lexicon.Today || w.Time == lexicon.Tomorrow || h.anew(i, c)
}

// anew reports whether a sentence of its own begins at a word, with no mark before it: "no voy a poder se me enfermó el niño", "i cant my
// kid is sick".
func (h *hearing) anew(i int, c clause) bool {
	return lexicon.BeginsAnew.Has(h.words[i].s) || i+1 < c.to && lexicon.BeginsAnew.Has(h.words[i].s+" "+h.words[i+1].s)
}

// coming returns the end of what one cannot do: "make it", "do that".
func (h *hearing) coming(i int, c clause) int {
	for n := 0; i < c.to && n < 3 && !h.words[i].covered && lexicon.ComingParts.Has(h.words[i].s); n++ {
		i++
	}
	return i
}

// ofWhom reports whether the words at i are said of the person we text.
func (h *hearing) ofWhom(i int, c clause) bool {
	before := " " + strings.Join(h.plain[c.from:i], " ") + " "
	if lexicon.SaysDiedNot.In(before) { // "her phone is dead"
		return false
	}
	if lexicon.OfWhom.In(before) {
		return true
	}
	for k := c.from; k < i; k++ {
		if h.isName(k) {
			return true
		}
	}
	return strings.HasPrefix(h.words[i].s, "l") // "la deportaron": said of somebody by itself
}

// isName reports whether a word is somebody's name: a common one, or one with a capital that no list has.
func (h *hearing) isName(i int) bool {
	w := &h.words[i]
	if w.w.In(lexicon.FirstNames) {
		return true
	}
	return w.upper && !w.w.Known() && len(w.s) > 1 && w.s[0] >= 'a' && i > h.clauses[w.clause].from
}

func pronoun(s string) bool { return lexicon.ThirdSubjects.Has(s) }
