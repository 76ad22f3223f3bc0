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
	for k := range h.clauses {
		c := &h.clauses[k]
		for i := c.from; i < c.to; {
			i += h.actAt(i, k)
		}
		c.asks = c.asks || h.beginsAsking(*c)
	}
	h.frames()
}

// beginsAsking reports whether a clause is a question by its first words, after a courtesy.
func (h *hearing) beginsAsking(c clause) bool {
	for i := c.from; i < c.to; i++ {
		s := h.plain[i]
		if !h.words[i].w.In(lexicon.AskingWords) && !h.words[i].w.Begins(lexicon.AskingWords) {
			if h.courteousAt(i) {
				continue
			}
			return false
		}
		for n := 1; n <= 3 && i+n <= c.to; n++ {
			if n > 1 {
				s += " " + h.plain[i+n-1]
			}
			if lexicon.AskingWords.Has(s) {
				return true
			}
		}
		if !h.courteousAt(i) {
			return false
		}
	}
	return false
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
	if h.words[i].s == "si" && !h.words[i].accent {
		return h.si(i, k)
	}
	list, n := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	if h.words[i].covered && list != lexicon.ThatTime && list != lexicon.TimeLeads && list != lexicon.No &&
		list != lexicon.NoAnswer && list != lexicon.LateWords { // "el día de acción de gracias"
		return 1
	}
	switch list {
	case lexicon.NoList:
		return 1
	case lexicon.Yes, lexicon.YesMildly:
		if !h.led(i, c) || i > c.from && h.isName(i-1) && i+n < c.to || len(h.words[i].s) == 1 && (i > c.from || !h.alone(i+1, c)) ||
			h.words[i].s == "ya" && i+n < c.to && !h.courtesy(i+n, c) {
			return 1 // what follows may be an act by itself
		}
		if h.deniedBefore(i, c) {
			list = lexicon.Refuse
		}
	case lexicon.No:
		if i > c.from && h.words[i-1].w.In(lexicon.Contrasts) && i+n == c.to { // "thanks for the invite but no"
			break
		}
		if !h.led(i, c) || i > c.from && h.isName(i-1) || bareNo(h.words[i+n-1].s) && !h.answersNo(i+n, c) {
			return 1
		}
	case lexicon.Agree:
		switch {
		case h.ofOthers(i, c), n == 1 && !h.led(i, c):
			return 1
		case h.deniedBefore(i, c):
			list = lexicon.Refuse
		}
	case lexicon.NoAnswer:
		if h.words[i].s == "if" && i > c.from && i+n < c.to && (h.inAct(i-1, lexicon.Yes) || h.inAct(i-1, lexicon.Agree)) {
			list, n = lexicon.SaysIf, 1 // "yea if u can pick me up"
		}
	case lexicon.TimeFits:
		if !h.timeAlone(c.from, i) { // "stop by at 3 is fine" speaks of stopping by
			return 1
		}
		list = lexicon.Agree
	case lexicon.CanAlone:
		if !h.alone(i+n, c) || h.onlyLate(i+n, c) {
			return 1
		}
		list = lexicon.Agree
	case lexicon.UnsureAlone:
		if h.ofOthers(i, c) || !h.alone(i+n, c) {
			return 1
		}
		list = lexicon.Unsure
	case lexicon.CannotLeads:
		if !h.comes(i+n, c) || h.ofOthers(i, c) {
			return 1
		}
		list, n = lexicon.Refuse, h.coming(i+n, c)-i
	case lexicon.Refuse, lexicon.Unsure:
		if h.ofOthers(i, c) {
			return 1
		}
		if list == lexicon.Unsure && h.maybeOfKin(i, i+n, c) {
			return n
		}
	case lexicon.BusyThen:
		meAt := i > c.from && h.words[i-1].s == "me" && h.words[i].w.Time == lexicon.At // "don't text me at work"
		if meAt || h.ofOthers(i, c) || n == 1 && !h.ofSelf(i, c) {
			return 1
		}
	case lexicon.AnotherTime, lexicon.TimeLeads:
		if h.words[i].s == "make" && h.deniedBefore(i, c) { // "she won't make it" is said of her
			return n
		}
	case lexicon.TakesBack:
		if h.refusesAt(i+n-1, c) { // "ay no voy a poder": the no is the refusal's
			h.words[i].covered = true
			return 1
		}
	case lexicon.WrongPerson, lexicon.WhoIsThis:
		if n == 1 && (!h.led(i, c) || i > c.from && h.isName(i-1)) || n <= 2 && (n == 1 || list == lexicon.WhoIsThis) && !h.alone(i+n, c) ||
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

// timeAlone reports whether a time and nothing else of its own stands from one word to another.
func (h *hearing) timeAlone(from, to int) bool {
	if from == to || !h.timeIn(clause{from: to - 1, to: to}) {
		return false
	}
	for i := from; i < to; i++ {
		if w := h.words[i].w; !h.timeIn(clause{from: i, to: i + 1}) && w.Time == lexicon.NoList && !w.In(lexicon.AnyWords) && !h.courteousAt(i) {
			return false
		}
	}
	return true
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

// answersNo reports whether a leading "no" is an answer by what follows at i: nothing, a courtesy, a reason, another act.
func (h *hearing) answersNo(i int, c clause) bool {
	if i >= c.to {
		return true
	}
	w := &h.words[i]
	if w.s == "los" && i+1 < c.to && h.words[i+1].covered { // "no los jueves": never on that day, where "no el lunes" may go on to another
		return true
	}
	if lexicon.AfterNo.Has(w.s) || i+1 < c.to && lexicon.AfterNo.Has(w.s+" "+h.words[i+1].s) || h.isName(i) {
		return true
	}
	list, _ := w.w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	switch list {
	case lexicon.NoList, lexicon.NoAnswer, lexicon.Fillers, lexicon.Agree, lexicon.YesMildly, lexicon.ThatTime, lexicon.LateWords,
		lexicon.Greeting,
		lexicon.CanAlone, lexicon.UnsureAlone, lexicon.Gladly:
		return list == lexicon.Fillers && courteous(w.s)
	}
	return true
}

// refusesAt reports whether a refusal of several words begins at a word.
func (h *hearing) refusesAt(i int, c clause) bool {
	list, n := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	return n > 1 && (list == lexicon.Refuse || list == lexicon.CannotLeads && h.comes(i+n, c))
}

func courteous(s string) bool { return lexicon.Pleading.Has(s) || s == "por" }

// led reports whether nothing of its own stands before a word in its clause: a yes or no in the midst of a sentence is told, not given.
func (h *hearing) led(i int, c clause) bool {
	for k := h.afterBut(i, c); k < i; k++ {
		if w := &h.words[k]; !w.covered && !h.isName(k) && w.w.Time == lexicon.NoList {
			return false
		}
	}
	return !h.toldBefore(i, c)
}

// alone reports whether nothing but courtesies and times follows up to the clause's end.
func (h *hearing) alone(i int, c clause) bool {
	for i < c.to {
		if h.words[i].covered || h.isName(i) {
			i++
			continue
		}
		if s := h.words[i].s; lexicon.BeforePerson.Has(s) && i+1 < c.to && h.isName(i+1) { // "voy a ver a Rosa"
			return false
		}
		list, n := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
		switch list {
		case lexicon.Thanking, lexicon.Excuses, lexicon.Address, lexicon.Laughter, lexicon.Fillers, lexicon.Greeting, lexicon.ThatTime,
			lexicon.Yes, lexicon.YesMildly, lexicon.Agree, lexicon.LateWords, lexicon.SaysIf, lexicon.WhoIsThis, lexicon.WrongPerson:
			i += n
			continue
		}
		return false
	}
	return true
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

// courtesy reports whether a courtesy begins at a word.
func (h *hearing) courtesy(i int, c clause) bool {
	list, _ := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	switch list {
	case lexicon.Thanking, lexicon.Excuses, lexicon.Address, lexicon.Laughter, lexicon.Agree, lexicon.Yes, lexicon.YesMildly:
		return true
	}
	return h.isName(i)
}

// deniedBefore reports whether a word that denies stands shortly before: "not good", "I don't think that works for me".
func (h *hearing) deniedBefore(i int, c clause) bool {
	for k := i - 1; k >= c.from && k >= i-3; k-- {
		if w := &h.words[k]; w.w.In(lexicon.Negators) && (!w.covered || h.inAct(k, lexicon.Fillers)) {
			w.covered = true
			return true
		}
	}
	return false
}

func (h *hearing) inAct(i int, l lexicon.List) bool {
	for _, a := range h.acts {
		if i >= a.from && i < a.to {
			return a.list == l
		}
	}
	return false
}

// ofOthers reports whether the words at i are said of somebody else: "she can't come", "Rosa is coming too".
func (h *hearing) ofOthers(i int, c clause) bool {
	if h.toldBefore(i, c) {
		return true
	}
	if i > c.from && h.words[i-1].w.In(lexicon.OtherPersons) && !h.words[i-1].w.In(lexicon.Address) { // "my son can't come home"
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
	switch n := c.to - i; {
	case w.s == "do" && n > 2 && h.words[i+1].w.Time == lexicon.NoList && !h.words[i+1].covered && h.words[i+1].s != "it" &&
		h.words[i+1].s != "that",
		w.s == "be" && n > 1 && !lexicon.PlaceOfComing.Has(h.words[i+1].s):
		return n < 4 && w.s == "do"
	}
	return lexicon.ComeWords.Has(w.s) || w.covered || h.isName(i)
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

// si reads an unaccented "si": yes, or if.
func (h *hearing) si(i, k int) int {
	c := h.clauses[k]
	next := i + 1
	switch {
	case next < c.to && h.words[next].s == "no":
		h.add(lexicon.SaysIf, i, i+2, k)
		return 2
	case next < c.to && (h.words[next].s == "puedo" || h.words[next].s == "podemos") && (next+1 == c.to ||
		h.words[next+1].w.In(lexicon.ComeWords)) && h.alone(min(next+2, c.to), c):
		h.add(lexicon.Agree, i, min(next+2, c.to), k)
		return min(next+2, c.to) - i
	case next < c.to && (h.words[next].s == "puedo" || h.words[next].s == "podemos"):
	case next == c.to, h.siIsYes(next, c), h.timeAt(next, c), h.isName(next):
		if h.led(i, c) {
			h.add(lexicon.Yes, i, next, k)
		}
		return 1
	}
	h.add(lexicon.SaysIf, i, i+1, k)
	return 1
}

func (h *hearing) siIsYes(i int, c clause) bool {
	w := h.words[i].s
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
	if i+1 < c.to && h.words[i].covered && h.words[i+1].covered { // "3 y media"
		return 0
	}
	if i != c.from && !(i+1 == c.to && i == 1 && h.inAct(0, lexicon.YesMildly) && !h.words[i].covered) && h.words[i-1].s != "#" &&
		!h.takenBack(i) || !h.first(i) && !h.lastAlone(i, k) || h.listed() {
		return 0
	}
	if i+1 < c.to {
		w := &h.words[i+1]
		next, _ := w.w.Longest(h.plain[i+2:c.to], lexicon.Yes, lexicon.Fillers)
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
