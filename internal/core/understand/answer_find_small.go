package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

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

// ofTime reports whether nothing but a time stands beside the words of an act, in its part of the clause.
func (h *hearing) ofTime(from, to int, c clause) bool {
	if first := h.afterBut(from, c); first < from {
		return to == c.to && h.timeAlone(first, from)
	}
	return to < c.to && h.timeIn(clause{from: to, to: c.to}) && h.alone(to, c)
}

// refusesAt reports whether a refusal of several words begins at a word.
func (h *hearing) refusesAt(i int, c clause) bool {
	list, n := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	return n > 1 && (list == lexicon.Refuse || list == lexicon.CannotLeads && h.comes(i+n, c))
}

// led reports whether nothing of its own stands before a word in its clause: a yes or no in the midst of a sentence is told, not given.
func (h *hearing) led(i int, c clause) bool {
	from := h.afterBut(i, c)
	if i > from && (h.words[i-1].w.In(lexicon.Laughter) || h.soBefore(i, c) && !h.toldBefore(i, c)) && h.alone(i+1, c) {
		return true // "my phone died lol yes", "i have thurs off so yes"
	}
	for k := from; k < i; k++ {
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

// courtesy reports whether a courtesy begins at a word.
func (h *hearing) courtesy(i int, c clause) bool {
	list, _ := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	switch list {
	case lexicon.Thanking, lexicon.Excuses, lexicon.Address, lexicon.Laughter, lexicon.Agree, lexicon.Yes, lexicon.YesMildly:
		return true
	}
	return h.isName(i)
}

// busyAt reports whether words of being held elsewhere begin at a word.
func (h *hearing) busyAt(i int, c clause) bool {
	if i >= c.to {
		return false
	}
	list, _ := h.words[i].w.Longest(h.plain[i+1:c.to], lexicon.Yes, lexicon.Fillers)
	return list == lexicon.BusyThen
}

// yeah reports whether what follows a "ya" is English, so that it is a yes and no "already": "ya but im late", "ya 3 works".
func (h *hearing) yeah(i int, c clause) bool {
	if h.words[i].s == "but" || lexicon.YeahBefore.Lead(strings.Join(h.plain[i:c.to], " ")) > 0 { // "ya sure thurs ok"
		return true
	}
	if i+1 >= c.to || !h.timeIn(clause{from: i, to: i + 1}) && !bareHour(h.words[i].s) {
		return false
	}
	list, _ := h.words[i+1].w.Longest(h.plain[i+2:c.to], lexicon.Yes, lexicon.Fillers)
	return list == lexicon.Agree || list == lexicon.TimeFits
}

func (h *hearing) inAct(i int, l lexicon.List) bool {
	for _, a := range h.acts {
		if i >= a.from && i < a.to {
			return a.list == l
		}
	}
	return false
}
