package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// weighNo: a no with a time that is put forward asks for another; a yes after it takes it back, and nobody knows which counts.
func (s *stances) weighNo() Reply {
	switch {
	case s.another, s.lastYes > s.lastNo && s.yes && (s.time || s.number),
		s.yes && s.date && s.ruledOut: // "el lunes sí puedo pero el martes no"
		return Another
	case s.lastYes > s.lastNo && s.yes:
		return NoReply
	case s.lastIf > s.lastNo:
		return Maybe
	}
	return No
}

// hopesNot reports whether a no says of one of theirs that they hopefully do not come: "who else is there? not my ex i hope".
func (h *hearing) hopesNot(a *act) bool {
	c := h.clauses[a.clause]
	if a.to+1 >= c.to || !lexicon.OwnPossessives.Has(h.plain[a.to]) ||
		!lexicon.Kin.Has(h.plain[a.to+1]) && !lexicon.FormerOnes.Has(h.plain[a.to+1]) {
		return false
	}
	return a.to+2 < c.to && lexicon.HopesSo.Lead(strings.Join(h.plain[a.to+2:c.to], " ")) > 0
}

// afterBut is where the part of a clause begins in which a word stands: behind the last "but" before it.
func (h *hearing) afterBut(i int, c clause) int {
	for k := i - 1; k >= c.from; k-- {
		if h.words[k].w.In(lexicon.ButWords) {
			return k + 1
		}
	}
	return c.from
}

// opens reports whether nothing but a courtesy stands before a word in its clause: "yes, but I'm away" turns the yes before it.
func (h *hearing) opens(i int) bool {
	for k := h.clauses[h.words[i].clause].from; k < i; k++ {
		if !h.courteousAt(k) {
			return false
		}
	}
	return true
}

// left reports whether a word of a list, which no courtesy or act but a contrast takes, stands in a clause.
func (h *hearing) left(c clause, l lexicon.List) bool {
	for i := c.from; i < c.to; i++ {
		if w := &h.words[i]; w.w.In(l) && (!w.covered || h.inAct(i, l)) {
			return true
		}
	}
	return false
}

// timeAfterNo reports whether a clause after a refusal names a time and is no reason: "el jueves no puedo, el viernes a las 3".
func (h *hearing) timeAfterNo(no int) bool {
	for k := h.words[no].clause + 1; k < len(h.clauses); k++ {
		if (h.timeIn(h.clauses[k]) || h.bareHour(h.clauses[k])) && !h.reason(k) {
			return true
		}
	}
	return false
}

func (h *hearing) reason(k int) bool {
	for _, a := range h.acts {
		if a.clause == k && (a.list == lexicon.BusyThen || a.list == lexicon.No) {
			return true
		}
	}
	c := h.clauses[k]
	for i := c.from; i < c.to; i++ {
		if h.words[i].w.In(lexicon.KeepsHours) || h.words[i].w.In(lexicon.WorkNouns) || h.words[i].w.Time == lexicon.Until {
			return true
		}
	}
	return false
}

// timeAfter reports whether a time is named after a word, in its clause.
func (h *hearing) timeAfter(i int) bool {
	c := h.clauses[h.words[i].clause]
	return h.timeIn(clause{from: i + 1, to: c.to}) && !h.reason(h.words[i].clause)
}

// bareHour reports whether a clause is nothing but a number that may be an hour: "no, 4".
func (h *hearing) bareHour(c clause) bool {
	s := h.words[c.from].s
	return c.to == c.from+1 && len(s) <= 2 && s[0] >= '1' && s[0] <= '9'
}

// onlyMay reports whether words that refuse stand behind words that leave it open: "i might have to cancel", "a lo mejor cancelo".
func (h *hearing) onlyMay(from, to int, c clause) bool {
	if lexicon.MayMove.In(" " + strings.Join(h.plain[c.from:to], " ") + " ") {
		return true
	}
	for from > c.from && lexicon.FirstSubjects.Has(h.plain[from-1]) {
		from--
	}
	k := len(h.acts) - 1
	return k >= 0 && h.acts[k].list == lexicon.Unsure && h.acts[k].to == from && h.acts[k].from >= c.from && h.leadsMaybe(&h.acts[k])
}
