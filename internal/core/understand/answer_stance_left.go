package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// endsBehind reports whether what holds one is said to end right behind its words.
func (h *hearing) endsBehind(a *act) bool {
	for k := a.to; k < h.clauses[a.clause].to && k <= a.to+1; k++ {
		if lexicon.EndsThen.Has(h.plain[k]) {
			return true
		}
	}
	return false
}

// becauseBefore reports whether an act stands in the reason for what was said before it in its clause.
func (h *hearing) becauseBefore(a *act) bool {
	for i := h.clauses[a.clause].from; i < a.from; i++ {
		if lexicon.Because.Has(h.words[i].s) {
			return !h.words[a.from-1].w.In(lexicon.Laughter) // "yes because i have SO much time lol no"
		}
	}
	return false
}

// timeIn reports whether a time is named in a clause.
func (h *hearing) timeIn(c clause) bool {
	for i := c.from; i < c.to; i++ {
		for _, s := range h.times {
			if w := h.words[i].from; w >= s.From && w < s.To {
				return true
			}
		}
	}
	return false
}

// asksAfter reports whether what follows a contrast is a question: "yes but whats this about", "1. But can Luis come too".
func (h *hearing) asksAfter(c clause) bool {
	return h.beginsAsking(c) || c.from < c.to && lexicon.AsksIfSo.Has(h.words[c.from].s)
}

// leftAfter reports whether words of their own stand from word i on.
func (h *hearing) leftAfter(i int) bool {
	for ; i < len(h.words); i++ {
		if !h.words[i].covered && !h.small(i) {
			return true
		}
	}
	return false
}

// small reports whether a word that no act takes says nothing of its own: a letter, a name.
func (h *hearing) small(i int) bool {
	s := h.words[i].s
	return len(s) == 1 && (s[0] < '0' || s[0] > '9') || s == "#" || h.isName(i) || h.words[i].w.In(lexicon.OtherPersons) && pronoun(s)
}

// leadsMaybe reports whether an act is a "maybe" that leads to a time.
func (h *hearing) leadsMaybe(a *act) bool {
	return lexicon.MaybeLeads.Has(strings.Join(h.plain[a.from:a.to], " "))
}

// numberAfter reports whether a number follows an act in its clause: a time that is put forward without saying so.
func (h *hearing) numberAfter(a *act) bool {
	for i := a.to; i < h.clauses[a.clause].to; i++ {
		if i+1 < len(h.words) && (h.words[i+1].w.Time == lexicon.Minute || h.words[i+1].w.In(lexicon.CountedOnes) ||
			h.words[i+1].s == "of") { // "but only for 15 min", "only 2 of us"
			continue
		}
		if s := h.words[i].s; s[0] >= '0' && s[0] <= '9' && len(s) <= 4 || h.words[i].w.Time == lexicon.Number && h.words[i].w.N > 1 {
			return true
		}
	}
	return false
}

// spokenTo reports whether a name is how somebody is spoken to: at the end of a clause, or with nothing but a courtesy or an answer
// beside it.
func (h *hearing) spokenTo(i int) bool {
	c := h.clauses[h.words[i].clause]
	first := i
	for first > c.from && h.isName(first-1) {
		first--
	}
	if first > c.from && lexicon.BeforeSpokenOf.Has(h.words[first-1].s) {
		return false
	}
	for i+1 < c.to && h.isName(i+1) {
		i++
	}
	if i+1 == c.to {
		return true
	}
	for _, a := range h.acts {
		switch a.list {
		case lexicon.Yes, lexicon.YesMildly, lexicon.No, lexicon.Agree, lexicon.Thanking, lexicon.Excuses, lexicon.WhoFrames,
			lexicon.WrongFrames, lexicon.WrongPerson:
		default:
			if a.clause == h.words[i].clause {
				return false
			}
		}
	}
	return true
}

// thinksSo reports whether a belief has the plain yes right behind it, and is none any more: "i think so, yes. thurs at 3".
func (h *hearing) thinksSo(a *act) bool {
	if !lexicon.ThinksSo.Has(strings.Join(h.plain[a.from:a.to], " ")) {
		return false
	}
	for _, b := range h.acts {
		if b.from == a.to && b.list == lexicon.Yes {
			return true
		}
	}
	return false
}
