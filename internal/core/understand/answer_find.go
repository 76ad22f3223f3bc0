package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// act is something that a text does: it agrees, refuses, thanks, asks who writes.
type act struct {
	list     lexicon.List
	from, to int // words
	clause   int
}

// find finds the acts of every clause, and marks the words that they, courtesies and times take.
func (h *hearing) find() {
	for i := range h.words {
		w := &h.words[i]
		for _, s := range h.times {
			w.covered = w.covered || w.from >= s.From && w.from < s.To
		}
	}
	h.splitAsked()
	for k := range h.clauses {
		c := &h.clauses[k]
		h.coverSaidAgain(*c, k)
		for i := c.from; i < c.to; {
			i += h.actAt(i, k)
		}
		c.asks = c.asks || h.beginsAsking(*c) || h.tellsIf(c.from, *c) || h.asksThemIf(*c)
		h.asksLeave = h.asksLeave || c.asks && h.leaveIn(c.from, *c)
	}
	h.frames()
	h.changedHands()
}

// courteousAt reports whether a word is a greeting, an apology, a name or the like, behind which a question may begin.
func (h *hearing) courteousAt(i int) bool {
	w := h.words[i].w
	return w.In(lexicon.Greeting) || w.In(lexicon.Excuses) || w.In(lexicon.Address) || w.In(lexicon.Yes) || w.In(lexicon.YesMildly) ||
		w.In(lexicon.Thanking) || h.isName(i)
}

// actAt finds the act that begins at a word and returns how many words it takes.
func (h *hearing) actAt(i, k int) int {
	c := h.clauses[k]
	if n := h.digit(i, k); n > 0 {
		return n
	}
	if i == c.from && i+1 < c.to && lexicon.FindsOut.Has(h.plain[i]) && h.findsOut(i+1, c) { // "see if i can"
		return 1
	}
	if n := h.notAtWork(i, k); n > 0 {
		return n
	}
	if h.findsOut(i, c) { // "te digo si puedo" agrees to nothing
		to := i + 1
		for to < c.to && !h.words[to].w.In(lexicon.ButWords) {
			to++
		}
		h.add(lexicon.Unsure, i, to, k)
		return to - i
	}
	if h.words[i].s == "si" && !h.words[i].accent {
		return h.si(i, k)
	}
	list, n := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	if h.words[i].covered && list != lexicon.ThatTime && list != lexicon.TimeLeads && list != lexicon.No &&
		list != lexicon.NoAnswer && list != lexicon.LateWords { // "el día de acción de gracias"
		return 1
	}
	if list == lexicon.YesMildly || list == lexicon.Agree {
		if other, m := h.wellElsewhere(i, i+n, c); m > 0 {
			h.add(other, i, i+m, k)
			return m
		}
	}
	switch list {
	case lexicon.NoList:
		return 1
	case lexicon.Yes, lexicon.YesMildly:
		if h.joins(i, c) || h.receiptAt(i+n, c) {
			h.words[i].covered = true
			return 1
		}
		letter := n == 1 && len(h.words[i].s) == 1 && (i > c.from || !h.alone(i+1, c))
		if !h.led(i, c) || i > c.from && h.isName(i-1) && i+n < c.to || letter ||
			h.words[i].s == "ya" && i+n < c.to && !h.courtesy(i+n, c) && !h.yeah(i+n, c) ||
			n > 1 && h.words[i+n-1].s == "no" && !h.alone(i+n, c) || // "por qué no me escriben"
			h.ofKin(i, c) || h.willDo(i+n, c) || h.saysHowMuch(i, n, c) { // "va ir alguien que traduzca", "i totally forgot"
			return 1 // what follows may be an act by itself
		}
		switch {
		case h.deniedBefore(i, c):
			list = lexicon.Refuse
		case list == lexicon.YesMildly && lexicon.TimeFits.Has(strings.Join(h.plain[i:i+n], " ")) &&
			h.ofTime(i, i+n, c): // "ya arreglé, el jueves está bien"
			list = lexicon.Agree
		}
	case lexicon.No:
		if n == 1 && h.betweenTimes(i, c) { // "thursday no friday yes"
			h.words[i].covered = true
			return 1
		}
		if i > c.from && h.words[i-1].w.In(lexicon.Contrasts) && i+n == c.to { // "thanks for the invite but no"
			break
		}
		if !h.led(i, c) || i > c.from && h.isName(i-1) || bareNo(h.words[i+n-1].s) && !h.answersNo(i+n, c) {
			return 1
		}
	case lexicon.Agree:
		switch {
		case h.downWith(i, n, c):
			return n
		case h.wishKept(i, n, c): // "i wanna go pero no tengo con quien dejar a los niños"
			list, n = lexicon.Refuse, n+1
		case lexicon.WillBe.Has(strings.Join(h.plain[i:i+n], " ")) && h.busyAt(i+n, c): // "voy a estar trabajando"
			return 1
		case h.ofOthers(i, c), n == 1 && !h.led(i, c):
			return 1
		case h.whatIf(i, c):
			h.clauses[k].asks = true
			return n
		case i+n < c.to && isUntil(h.plain[i+n]) && lexicon.HereWords.Has(h.plain[i+n-1]): // "im there till 2 anyway"
			list = lexicon.BeingAt
		case lexicon.SeesYou.Has(strings.Join(h.plain[i:i+n], " ")) && h.deniedBefore(i, c): // "no te veo", of who has come
			return n
		case h.saysAnew(i, c): // "dont cancel im coming"
			h.words[i-1].covered, h.words[i-2].covered = true, true
		case h.deniedBefore(i, c):
			list = lexicon.Refuse
		case h.goesElsewhere(i, n, c):
			list = lexicon.BeingAt
		case h.confirmsLater(i, n, c):
			list = lexicon.Unsure
		}
	case lexicon.BeingAt:
		switch {
		case h.ofOthers(i, c):
			return 1
		case h.comesIn(i, n, c):
			list = lexicon.Agree
		case !h.placeAt(i+n, c):
			return 1
		}
	case lexicon.NoAnswer:
		if h.words[i].s == "ya" && !c.asks && i+1 < c.to && h.yeah(i+1, c) { // "ya sure thurs ok", which has no mark
			h.add(lexicon.Yes, i, i+1, k)
			return 1
		}
		if h.words[i].s == "if" && i > c.from && i+n < c.to && (h.inAct(i-1, lexicon.Yes) || h.inAct(i-1, lexicon.Agree)) {
			list, n = lexicon.SaysIf, 1 // "yea if u can pick me up"
		}
	case lexicon.TimeFits:
		from := c.from
		if n := len(h.acts); n > 0 && h.acts[n-1].list == lexicon.TakesBack { // "nvm, monday is ok"
			from = max(from, h.acts[n-1].to)
		}
		if h.wishesTexts(i) {
			return n
		}
		if !h.timeAlone(from, i) { // "stop by at 3 is fine" speaks of stopping by
			return 1
		}
		list = lexicon.Agree
	case lexicon.CanAlone:
		switch {
		case h.goesElsewhere(i, n, c):
			list = lexicon.BeingAt
		case h.plain[i] == "voy" && i > c.from && (h.plain[i-1] == "me" || // "ya me voy, nadie llegó", "como voy"
			lexicon.QuestionWords.Has(h.plain[i-1])):
			return 1
		case !h.alone(i+n, c) && !(h.turnsAt(i+n, c, false) && i+n+1 < len(h.words)), h.onlyLate(i+n, c),
			h.words[i+n-1].s == "in" && i+n < c.to && h.isName(i+n): // "I'm in Yakima"
			return 1
		default:
			list = lexicon.Agree
		}
	case lexicon.UnsureAlone:
		if h.ofOthers(i, c) || !h.alone(i+n, c) {
			return 1
		}
		list = lexicon.Unsure
	case lexicon.CannotLeads:
		if h.asksWhetherNot(i, i+n, c) {
			h.clauses[k].asks = true
			return n
		}
		if !h.comes(i+n, c) || h.ofOthers(i, c) || h.refusesElse(i+n, c) {
			return 1
		}
		list, n = lexicon.Refuse, h.coming(i+n, c)-i
	case lexicon.Refuse, lexicon.Unsure:
		if h.ofOthers(i, c) {
			return 1
		}
		switch {
		case list == lexicon.Refuse && (h.ofThing(i, c) || h.refusesElse(i+n, c)):
			return n
		case list == lexicon.Unsure && h.maybeOfKin(i, i+n, c):
			return n
		case list == lexicon.Refuse && h.onlyMay(i, i+n, c):
			list = lexicon.Unsure
		case list == lexicon.Refuse && h.forbidden(i, c): // "no cancelen ahi voy": the no is the cancelling's
			for j := i - 1; j < i+n; j++ {
				h.words[j].covered = true
			}
			return n
		case list == lexicon.Refuse && h.asksWhetherNot(i, i+n, c):
			h.clauses[k].asks = true
			return n
		}
	case lexicon.BusyThen:
		meAt := i > c.from && h.words[i-1].s == "me" && h.words[i].w.Time == lexicon.At // "don't text me at work"
		if meAt || h.ofOthers(i, c) || n == 1 && !h.ofSelf(i, c) && !h.aheadAt(&act{from: i, clause: k}) || h.doneWith(i, c) {
			return 1
		}
	case lexicon.AnotherTime, lexicon.TimeLeads:
		if n > 1 && h.words[i].w.In(lexicon.ButWords) && i+n < c.to && h.words[i+n].w.In(lexicon.SaysIf) { // "but only if it rains"
			list, n = lexicon.Contrasts, 1
			break
		}
		if i > c.from && lexicon.LookedAt.Has(h.words[i-1].s) ||
			i > c.from+1 && lexicon.LookedAt.Has(h.words[i-2].s) && h.words[i-1].s != "for" && h.words[i-1].s != "por" {
			return n // "estaba viendo otra semana"
		}
		if list == lexicon.TimeLeads && h.refuseBegins(i+n, c) { // "mejor cancelamos lo del jueves"
			for k := i; k < i+n; k++ {
				h.words[k].covered = true
			}
			return n
		}
		if h.words[i].s == "make" && h.deniedBefore(i, c) { // "she won't make it" is said of her
			return n
		}
	case lexicon.TakesBack:
		if n == 1 && i > c.from && lexicon.FindsOut.Has(h.plain[i]) && lexicon.ToSomebody.Has(h.plain[i-1]) { // "mañana le digo"
			return 1
		}
		if h.refusesAt(i+n-1, c) { // "ay no voy a poder": the no is the refusal's
			h.words[i].covered = true
			return 1
		}
	case lexicon.WrongPerson, lexicon.WhoIsThis:
		if h.wrongThing(i+n, c) || lexicon.KeepsMeeting.In(" "+strings.Join(h.plain, " ")+" ") { // "wrong person i want to keep the meeting"
			return n
		}
		if list == lexicon.WrongPerson && h.words[i+n-1].s == "es" && h.words[i+n-2].s == "no" && !h.alone(i+n, c) { // "aquí no es seguro"
			return 1
		}
		if list == lexicon.WrongPerson && i > c.from && lexicon.FirstSubjects.Has(h.plain[i-1]) && lexicon.ChangesPhone.Has(h.plain[i]) {
			// "I changed phones, this is Maria"
			return n
		}
		if n == 1 && (!h.led(i, c) || i > c.from && h.isName(i-1)) || n <= 2 && (n == 1 || list == lexicon.WhoIsThis) && !h.alone(i+n, c) &&
			!(n > 1 && lexicon.Joins.Has(h.words[i+n].s)) ||
			h.ofOthers(i, c) && !h.words[i-1].w.In(lexicon.FirstNames) && !h.words[i-1].w.In(lexicon.OtherPersons) {
			return 1
		}
	case lexicon.Gone:
		if !h.ofWhom(i, c) {
			return 1
		}
	}
	h.add(list, i, i+n, k)
	return n
}

// add keeps an act. A word of a refused act's subject is not left over: "that day doesn't work" says no more than its no.
func (h *hearing) add(list lexicon.List, from, to, k int) {
	for i := from; i < to; i++ {
		h.words[i].covered = true
	}
	if list != lexicon.Fillers && list != lexicon.Address && list != lexicon.Greeting && list != lexicon.Laughter && len(h.acts) < mostWords {
		h.acts = append(h.acts, act{list, from, to, k})
	}
}

// bareNo are the words that begin a sentence as often as they answer: "no tengo carro", "not the red one".
func bareNo(s string) bool { return lexicon.BareNo.Has(s) }

func courteous(s string) bool { return lexicon.Pleading.Has(s) || s == "por" }
