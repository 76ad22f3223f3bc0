package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// take adds what one act says.
func (s *stances) take(a *act, h *hearing) {
	if h.clauses[a.clause].asks && h.onlyAsked(a) {
		s.question = true
		if c := h.clauses[a.clause]; (a.list == lexicon.Agree || a.list == lexicon.YesMildly) && h.timeIn(c) && !h.askedOfPerson(c) {
			s.another = true // "does 4 work?"
		}
		return
	}
	switch a.list {
	case lexicon.Yes:
		s.yes, s.lastYes = s.yes || s.hoped == 0, a.from // "not my ex i hope, el va a esas juntas"
	case lexicon.YesMildly:
		s.mild, s.lastMild = true, a.from
	case lexicon.Agree:
		s.yes, s.fits, s.lastYes = true, true, a.from
	case lexicon.Gladly:
		s.gladly = true
	case lexicon.No, lexicon.Refuse:
		if s.condition && h.afterBut(a.from, h.clauses[a.clause]) <= s.lastIf { // "should be fine if I'm not called into work"
			return
		}
		if h.hopesNot(a) {
			s.hoped = a.clause + 1
			return
		}
		if (s.yes || s.mild) && h.becauseBefore(a) { // "si, en mi casa porque no tengo quien me cuide los niños"
			return
		}
		if a.list == lexicon.Refuse && h.wishesBut(a) { // "si quiero ir pero no tengo raite, me puede recoger?"
			s.unsure = true
			return
		}
		s.no, s.lastNo = true, a.from
	case lexicon.Unsure:
		switch {
		case h.lateIn(a.clause), s.hoped == a.clause+1:
		case h.thinksSo(a):
		case a.to < h.clauses[a.clause].to && h.timeBegins(a.to, h.clauses[a.clause]) && h.leadsMaybe(a):
			s.another = true // "maybe friday at 4"
		default:
			s.unsure = true
		}
	case lexicon.AnotherTime:
		s.another = true
	case lexicon.TimeLeads:
		if a.to-a.from > 1 && h.onlyLong(a.to-1) > 0 || s.yes && h.leaves(a.from) { // "but only 20 min", "but only til 345"
			s.holds, s.lastBut = true, a.from
			return
		}
		if s.yes && h.ofElse(a) { // "yes that works, I get off at 2 so call me after 5"
			return
		}
		s.another = s.another || len(h.times) > 0 || h.numberAfter(a)
	case lexicon.BusyThen:
		if h.isOver(a) || h.ofMorning(a) { // "sorry was at work. yes"
			s.unknown++
			return
		}
		if s.elsewhere = s.elsewhere || h.elsewhereAt(a); s.elsewhere || (s.yes || s.mild) && h.becauseBefore(a) {
			return
		}
		if h.endsBehind(a) { // "perfect my shift ends at noon": whether it is over by then, whoever knows the hour says
			s.unknown++
			return
		}
		if s.holds && a.from < s.holdsTo || h.asksLeave && s.yes && !s.then { // "yes but ill have my kids w me"
			return
		}
		s.busy, s.lastBusy = true, a.from
		s.then = s.then || len(h.times) > 0
		s.ahead = s.ahead || h.aheadAt(a)
	case lexicon.ThatTime:
		s.then = true
	case lexicon.BeingAt:
		if s.holds && a.from < s.holdsTo { // "si voy nada más que ando en silla de ruedas"
			return
		}
		s.beElsewhere(a, h)
	case lexicon.SaysIf:
		s.condition, s.lastIf = true, a.from
		s.fits = s.fits || h.comesAfter(a) || a.from > 0 && lexicon.ComingVerbs.Has(h.words[a.from-1].s) ||
			lexicon.IfOnly.Has(strings.Join(h.plain[a.from:a.to], " "))
	case lexicon.Contrasts:
		if rest := (clause{from: a.to, to: h.clauses[a.clause].to}); h.asksAfter(rest) && !h.timeIn(rest) { // "yes but whats this about"
			s.question = true
			return
		}
		n := h.holdsAfter(a)
		holds := n > 0
		s.holds, s.holdsTo = s.holds || holds, max(s.holdsTo, a.to+n)
		s.turned = s.turned || !holds && h.leftAfter(a.to) && !h.lateAfter(a.to)
		s.lastBut = a.from
	case lexicon.TakesBack:
		if s.yes && a.to == len(h.words) && h.plain[a.to-1] == "no" { // "yes wait no"
			s.no, s.lastNo, s.tookBack, s.yes = true, a.to-1, true, false
			return
		}
		*s = stances{lastNo: -1, lastYes: -1, question: s.question, lastIf: -1, lastBut: -1, tookBack: true}
	case lexicon.WrongPerson, lexicon.WrongFrames:
		s.wrong = s.wrong || !(h.says(lexicon.AwayNow) && h.namesIn(h.clauses[a.clause]))
	case lexicon.Gone:
		s.gone = true
	case lexicon.WhoIsThis, lexicon.WhoFrames:
		s.who = true
	case lexicon.LateWords:
		s.late = true
	case lexicon.NotAtWork: // whoever is free that day is told of
		s.unknown++
	case lexicon.Thanking:
		s.thanks = true
	}
}

// aheadAt reports whether somebody says that they will be held elsewhere: "ill be working", "voy a estar trabajando".
func (h *hearing) aheadAt(a *act) bool {
	for n := 1; n <= mostAhead && a.from-n >= h.clauses[a.clause].from; n++ {
		if lexicon.WillBe.Has(strings.Join(h.plain[a.from-n:a.from], " ")) {
			return true
		}
	}
	for n := 1; n <= mostAhead && a.from+n <= len(h.plain); n++ {
		if lexicon.WillBe.Has(strings.Join(h.plain[a.from:a.from+n], " ")) {
			return true
		}
	}
	return false
}

// mostAhead is how many words say so.
const mostAhead = 4

// namesIn reports whether somebody is named in a clause: "maria doesnt have this phone right now".
func (h *hearing) namesIn(c clause) bool {
	for i := c.from; i < c.to; i++ {
		if h.isName(i) {
			return true
		}
	}
	return false
}

// askedOfPerson reports whether a question is asked of somebody and not of a time: "are we good for thursday" puts no day forward.
func (h *hearing) askedOfPerson(c clause) bool {
	for i := c.from; i < c.to && i < c.from+3; i++ {
		if h.inverted(i, c) {
			return lexicon.AskedSubjects.Has(h.plain[i+1])
		}
	}
	return false
}

// ofElse reports whether what leads to a time speaks of something else than the one-on-one: of what one does then, or of a call.
func (h *hearing) ofElse(a *act) bool {
	if lexicon.ElsewhereAt.In(" " + strings.Join(h.plain[a.from:a.to], " ") + " ") {
		return true
	}
	for i := max(h.clauses[a.clause].from, a.from-2); i < a.from; i++ {
		if w := h.words[i].s; lexicon.CallWords.Has(w) || lexicon.TextVerbs.Has(w) || lexicon.SendVerbs.Has(w) {
			return true
		}
	}
	return false
}

// onlyAsked reports whether an act in a question is asked rather than done: "is that ok?". A plain yes or no that leads a question is
// done, "yes what time is it?", and so are who and wrong number, a proposal, thanks.
func (h *hearing) onlyAsked(a *act) bool {
	c := h.clauses[a.clause]
	switch a.list {
	case lexicon.Yes, lexicon.No:
		return a.to == c.to || a.from != c.from && !h.led(a.from, c) || a.to == c.to-1 && h.words[a.to].w.In(lexicon.Address)
	case lexicon.YesMildly, lexicon.Agree, lexicon.Refuse, lexicon.Unsure, lexicon.BusyThen, lexicon.BeingAt, lexicon.SaysIf, lexicon.Gladly,
		lexicon.ThatTime, lexicon.LateWords:
		return !h.afterAnswer(a)
	}
	return false
}

// afterAnswer reports whether a refusal and the like stands before the question proper of its clause: "can't make it friday how about
// saturday?".
func (h *hearing) afterAnswer(a *act) bool {
	if a.list != lexicon.Refuse && a.list != lexicon.BusyThen {
		return false
	}
	for _, b := range h.acts {
		if b.clause == a.clause && b.from > a.from && (b.list == lexicon.TimeLeads || b.list == lexicon.AnotherTime) {
			return true
		}
	}
	return false
}

// holdsAfter counts the words behind a "but" that take nothing from the yes before it, 0 for none: "yes but I need a ride".
func (h *hearing) holdsAfter(a *act) int {
	to := len(h.words)
	if c := h.clauses[a.clause]; a.to < c.to && h.numberAfter(a) &&
		lexicon.ElsewhereAt.In(" "+strings.Join(h.plain[a.to:c.to], " ")+" ") { // "yes but I gotta pick up my kids at 4"
		return 1
	}
	if n := h.onlyLong(a.to); n > 0 { // "ok but only 20 min"
		return n
	}
	if h.leaves(a.to) { // "yes but i have to leave before 4"
		return 1
	}
	for n := mostHolding; n >= 1; n-- {
		if end := a.to + n; end <= to && lexicon.YesHolds.Has(strings.Join(h.plain[a.to:end], " ")) {
			for i := a.to; i < end; i++ {
				h.words[i].covered = true
			}
			return n
		}
	}
	return 0
}

// onlyLong counts the words at i that say how short one can stay: "only 20 min", "nomas un ratito".
func (h *hearing) onlyLong(i int) int {
	if i >= len(h.words) || !lexicon.OnlyThen.Has(h.words[i].s) {
		return 0
	}
	for n := 1; n <= mostAhead && i+n < len(h.words); n++ {
		w := &h.words[i+n]
		if w.w.Time == lexicon.Minute || w.w.Time == lexicon.Hour || lexicon.Briefly.Has(w.s) {
			for k := i; k <= i+n; k++ {
				h.words[k].covered = true
			}
			return n + 1
		}
		if w.w.Time != lexicon.Number && !onlyDigits(w.s) && !w.w.In(lexicon.Fillers) && !w.w.In(lexicon.Articles) &&
			!lexicon.OneArticles.Has(w.s) && w.w.Time != lexicon.Half {
			return 0
		}
	}
	return 0
}

// mostHolding is how many words a phrase of those has.
const mostHolding = 6

// mostToHour is how many words may stand between a "but" and the hour.
const mostToHour = 8

// elsewhereAt reports whether an act of being held elsewhere names an hour of its own: "I have class at 5" leaves an hour before it free.
func (h *hearing) elsewhereAt(a *act) bool {
	c := h.clauses[a.clause]
	if h.untilAfter(a, c) { // "thurs i work till 2"
		return true
	}
	if a.to+1 >= c.to || h.words[a.to].w.Time != lexicon.At {
		return false
	}
	from := max(c.from, a.from-2)
	return lexicon.ElsewhereAt.In(" "+strings.Join(h.plain[from:a.to], " ")+" ") && h.numberAfter(a)
}
