package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// The small words that answer: si, a digit, a list.

// si reads an unaccented "si": yes, or if.
func (h *hearing) si(i, k int) int {
	c := h.clauses[k]
	next := i + 1
	switch {
	case h.gladlyAt(next, c) && h.led(i, c): // "si no hay problema"
		h.add(lexicon.Yes, i, c.to, k)
		return c.to - i
	case h.saysTheyDo(i, c) > 0:
		n := h.saysTheyDo(i, c)
		for k := i; k < next+n; k++ {
			h.words[k].covered = true
		}
		return 1 + n
	case h.ofKin(i, c): // "mi vecina si va" is no if, and nobody's yes but hers
		for n := i; n < c.to && n <= next; n++ {
			h.words[n].covered = true
		}
		return 2
	case next < c.to && h.words[next].s == "ya" && h.alone(next+1, c) && h.led(i, c):
		h.add(lexicon.Yes, i, next+1, k)
		return 2
	case next < c.to && lexicon.KnowsThem.Lead(strings.Join(h.plain[next:c.to], " ")) > 0: // "ah si ya me acorde"
		h.words[i].covered = true
		return 1
	case h.recallsThem(i, c):
		h.words[i].covered = true
		return 1
	case next < c.to && h.words[next].s == "no":
		h.add(lexicon.SaysIf, i, i+2, k)
		return 2
	case next < c.to && (h.words[next].s == "puedo" || h.words[next].s == "podemos") && (next+1 == c.to ||
		h.words[next+1].w.In(lexicon.ComeWords)) && h.alone(min(next+2, c.to), c):
		h.add(lexicon.Agree, i, min(next+2, c.to), k)
		return min(next+2, c.to) - i
	case h.canThen(next, c):
		h.add(lexicon.Agree, i, c.to, k)
		return c.to - i
	case h.comesMyself(next, c) > 0:
		n := h.comesMyself(next, c)
		h.add(lexicon.Agree, i, next+n, k)
		return 1 + n
	case next < c.to && (h.words[next].s == "puedo" || h.words[next].s == "podemos"):
	case next+1 < c.to && h.words[next].s == "va" && h.staysAway(next+1): // "si va él yo no voy"
	case next+1 < c.to && lexicon.IfOnly.Has(strings.Join(h.plain[i:next+2], " ")): // "si dios quiere"
		h.add(lexicon.SaysIf, i, next+2, k)
		return 3
	case next == c.to, h.siIsYes(next, c), h.timeAt(next, c), h.isName(next):
		if h.led(i, c) {
			h.add(lexicon.Yes, i, next, k)
		}
		return 1
	}
	h.add(lexicon.SaysIf, i, i+1, k)
	return 1
}

// saysTheyDo counts the words behind a "si" that is no if, since somebody says so: "dice que si me lleva". 0 for none.
func (h *hearing) saysTheyDo(i int, c clause) int {
	if i < c.from+2 || !lexicon.SaysThat.Has(h.plain[i-2]+" "+h.plain[i-1]) {
		return 0
	}
	for n := min(mostMyself, c.to-i-1); n > 0; n-- {
		end := i + 1 + n
		if lexicon.DoesForMe.Has(strings.Join(h.plain[i+1:end], " ")) && (h.alone(end, c) || lexicon.Joins.Has(h.plain[end])) {
			return n
		}
	}
	return 0
}

// whatIf reports whether what begins at a word is put forward by a "y si", and is no yes: "y si nos vemos en mi casa".
func (h *hearing) whatIf(i int, c clause) bool {
	return i == c.from+2 && h.plain[c.from] == "y" && h.plain[c.from+1] == "si" && !h.words[c.from+1].accent && lexicon.WhatIfs.Has(h.plain[i])
}

// canThen reports whether words say that their writer can at the time that was asked for, and nothing else: "a esa hora puedo".
func (h *hearing) canThen(i int, c clause) bool {
	n := c.to - 1
	if n <= i || h.words[n].s != "puedo" && h.words[n].s != "podemos" {
		return false
	}
	return lexicon.AtThatTime.Has(strings.Join(h.plain[i:n], " "))
}

// staysAway reports whether somebody says from word i on that they do not come: "no voy", "no puedo".
func (h *hearing) staysAway(i int) bool {
	for ; i+1 < len(h.words); i++ {
		if lexicon.NegativeWords.Has(h.plain[i]) && lexicon.OfOneself.Has(h.plain[i+1]) && h.plain[i+1] != "se" {
			return true
		}
	}
	return false
}

// gladlyAt reports whether all that is left of a text from a word on is that it is no trouble.
func (h *hearing) gladlyAt(i int, c clause) bool {
	if i >= c.to || c.to != len(h.words) {
		return false
	}
	list, n := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	return list == lexicon.Gladly && h.alone(i+n, c)
}

// comesMyself counts the words at i with which somebody says that they come, behind a "si" that is no if; 0 for none.
func (h *hearing) comesMyself(i int, c clause) int {
	for n := min(mostMyself, c.to-i); n > 0; n-- {
		if lexicon.ComesMyself.Has(strings.Join(h.plain[i:i+n], " ")) && h.turnsAt(i+n, c, n > 1) {
			return n
		}
	}
	return 0
}

// mostMyself is how many words say so.
const mostMyself = 3

// turnsAt reports whether a clause goes on with a "but" at a word, or the text ends there: "si llego pero como a las 6:30" is no if.
func (h *hearing) turnsAt(i int, c clause, ends bool) bool {
	for ; i < c.to && (h.words[i].w.In(lexicon.Fillers) || h.words[i].w.In(lexicon.Thanking)); i++ {
	}
	if i == c.to {
		return ends && i == len(h.words)
	}
	list, _ := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	return h.words[i].w.In(lexicon.ButWords) || list == lexicon.Contrasts // "si voy nada mas que ando en silla de ruedas"
}

func (h *hearing) siIsYes(i int, c clause) bool {
	w := h.words[i].s
	if list, n := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers); list == lexicon.Contrasts && n > 1 {
		return true // "si nomás que a lo mejor llego 3 y 10"
	}
	if h.words[i].w.In(lexicon.ButWords) || h.words[i].w.In(lexicon.Thanking) || h.words[i].w.In(lexicon.Laughter) ||
		h.words[i].w.In(lexicon.Excuses) {
		return true
	}
	return lexicon.SiIsYes.Has(w) || i+1 < c.to && lexicon.SiIsYes.Has(w+" "+h.words[i+1].s) || h.words[i].s[0] > 0x7F
}

// timeAt reports whether a time begins at a word, after an article or preposition at most.
func (h *hearing) timeAt(i int, c clause) bool {
	for ; i < c.to && (h.words[i].w.In(lexicon.Fillers) || h.words[i].w.In(lexicon.Articles)) && !h.words[i].covered; i++ {
	}
	return i < c.to && h.words[i].covered
}

// timeBegins reports whether a time, and not only some word that an act takes, begins at a word.
func (h *hearing) timeBegins(i int, c clause) bool {
	for ; i < c.to && (h.words[i].w.In(lexicon.Fillers) || h.words[i].w.In(lexicon.Articles)) && !h.timeIn(clause{from: i, to: i + 1}); i++ {
	}
	return i < c.to && (h.timeIn(clause{from: i, to: i + 1}) || h.words[i].s[0] >= '0' && h.words[i].s[0] <= '9')
}

// digit reads 1, 2 and 3 as the answers that our texts offer, where they stand first and count nothing.
func (h *hearing) digit(i, k int) int {
	var list lexicon.List
	switch h.words[i].s {
	case "1", "one", "uno":
		list = lexicon.Yes
	case "2", "two", "dos":
		list = lexicon.AnotherTime
	case "3", "three", "tres":
		list = lexicon.No
	default:
		return 0
	}
	c := h.clauses[k]
	if i+1 < c.to && h.words[i].covered && h.words[i+1].covered && !h.dayBehind(i, c) { // "3 y media"
		return 0
	}
	if i != c.from && !(i+1 == c.to && i == 1 && h.inAct(0, lexicon.YesMildly) && !h.words[i].covered) && h.words[i-1].s != "#" &&
		!h.takenBack(i) || !h.first(i) && !h.lastAlone(i, k) || h.listed() {
		return 0
	}
	if i+1 < c.to && !h.dayBehind(i, c) {
		w := &h.words[i+1]
		if lexicon.IsWords.Has(w.s) { // "3 is too early for me"
			return 0
		}
		next, _ := w.w.Longest(h.plain[i+2:c.to], lexicon.Yes, lexicon.Fillers)
		if list != lexicon.Yes && (next == lexicon.Agree || c.asks && (next == lexicon.Yes || next == lexicon.YesMildly)) {
			return 0 // "3 works", "3 right?" are of an hour
		}
		switch next {
		case lexicon.Yes, lexicon.YesMildly, lexicon.Agree, lexicon.Gladly, lexicon.No, lexicon.Refuse, lexicon.CannotLeads, lexicon.Unsure,
			lexicon.AnotherTime, lexicon.Thanking,
			lexicon.Excuses, lexicon.Address, lexicon.Contrasts, lexicon.BusyThen, lexicon.LateWords, lexicon.Laughter, lexicon.SaysIf,
			lexicon.TakesBack:
		default:
			if !courteous(w.s) && !lexicon.AfterNo.Has(w.s) && w.s != "si" {
				return 0
			}
		}
	}
	h.add(list, i, i+1, k)
	return 1
}

// dayBehind reports whether a 2 has a day behind it: "2 friday", "2 el viernes".
func (h *hearing) dayBehind(i int, c clause) bool {
	k := i + 1
	if k < c.to && h.words[k].w.In(lexicon.Articles) {
		k++
	}
	return h.words[i].s == "2" && k < c.to && namesDay(h.words[k].s)
}

// lastAlone reports whether a digit is all of the last clause, behind a reason: "cant stop coughing, 3".
func (h *hearing) lastAlone(i, k int) bool {
	if c := h.clauses[k]; k == 0 || k+1 < len(h.clauses) || c.from != i || c.to != i+1 || len(h.times) > 0 {
		return false
	}
	for j := range i {
		w := h.words[j].w
		if w.In(lexicon.Negators) || w.In(lexicon.CannotLeads) || w.In(lexicon.Excuses) || h.inAct(j, lexicon.BusyThen) {
			return true
		}
	}
	return false
}

// first reports whether nothing but a greeting, or what was taken back, stands before a word.
func (h *hearing) first(i int) bool {
	if h.takenBack(i) {
		return true
	}
	for k := 0; k < i; k++ {
		if !h.words[k].covered && h.words[k].s != "#" {
			return false
		}
	}
	return len(h.acts) == 0 || len(h.acts) == 1 && h.acts[0].list == lexicon.YesMildly
}

func (h *hearing) takenBack(i int) bool {
	n := len(h.acts)
	return n > 0 && h.acts[n-1].list == lexicon.TakesBack && h.acts[n-1].to == i
}

// listed reports whether several clauses begin with numbers: things that are counted up.
func (h *hearing) listed() bool {
	n := 0
	for _, c := range h.clauses {
		if s := h.words[c.from].s; s[0] >= '0' && s[0] <= '9' {
			n++
		}
	}
	return n > 1
}

// maybeOfKin reports whether a "maybe" is said of one of the family: "maybe my sister comes too".
func (h *hearing) maybeOfKin(from, to int, c clause) bool {
	if !lexicon.MaybeLeads.Has(strings.Join(h.plain[from:to], " ")) {
		return false
	}
	for i := to; i+1 < c.to && i < to+4; i++ {
		if lexicon.WhoseKin.Has(h.words[i].s) && lexicon.Kin.Has(h.words[i+1].s) {
			return true
		}
	}
	return false
}

// onlyLate reports whether what follows says nothing but that one is late: "tell Ana that I will be late" is told, and no yes.
func (h *hearing) onlyLate(i int, c clause) bool {
	if i >= c.to {
		return false
	}
	list, _ := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	return list == lexicon.LateWords
}

// doneWith reports whether one comes when what holds one is over: "after my shift", "saliendo de trabajar".
func (h *hearing) doneWith(i int, c clause) bool {
	for k := i - 1; k >= c.from && k >= i-2; k-- {
		if t := h.words[k].w.Time; t == lexicon.After || lexicon.OnceOut.Has(h.words[k].s) {
			return true
		}
		if !h.words[k].w.In(lexicon.Articles) && !h.words[k].w.In(lexicon.Fillers) && !lexicon.Of.Has(h.words[k].s) {
			return false
		}
	}
	return false
}

// answersNo reports whether a leading "no" is an answer by what follows at i: nothing, a courtesy, a reason, another act.
func (h *hearing) answersNo(i int, c clause) bool {
	if i >= c.to {
		return true
	}
	w := &h.words[i]
	if w.s == "los" && i+1 < c.to && h.words[i+1].covered { // "no los jueves": never on that day, where "no el lunes" may go on to another
		return true
	}
	if i > c.from && h.words[i-1].s == "not" && lexicon.TooMuch.Has(w.s) { // "not too early" refuses nothing
		return false
	}
	if lexicon.AfterNo.Has(w.s) || i+1 < c.to && lexicon.AfterNo.Has(w.s+" "+h.words[i+1].s) || h.isName(i) {
		return true
	}
	list, _ := w.w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	if list == lexicon.Refuse && (lexicon.StopTo.Has(w.s) || lexicon.EndVerbs.Has(w.s)) { // "no cancele"
		return false
	}
	switch list {
	case lexicon.NoList, lexicon.NoAnswer, lexicon.Fillers, lexicon.Agree, lexicon.YesMildly, lexicon.ThatTime, lexicon.LateWords,
		lexicon.Greeting,
		lexicon.CanAlone, lexicon.UnsureAlone, lexicon.Gladly:
		return list == lexicon.Fillers && courteous(w.s)
	}
	return true
}

// deniedBefore reports whether a word that denies stands shortly before: "not good", "I don't think that works for me".
func (h *hearing) deniedBefore(i int, c clause) bool {
	for k := i - 1; k >= c.from && k >= i-3; k-- {
		if w := &h.words[k]; w.w.In(lexicon.Negators) && (!w.covered || h.inAct(k, lexicon.Fillers)) {
			w.covered = true
			if k+1 < i && (lexicon.StopTo.Has(h.plain[k+1]) || lexicon.CancelVerbs.Has(h.plain[k+1])) { // "no cancelen, ahi voy"
				h.words[k+1].covered = true
				return false
			}
			return true
		}
	}
	return false
}
