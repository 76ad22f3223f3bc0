package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// lateBut reports whether what stands behind the "but" of a yes says at which hour one comes, and takes nothing else back: "1 but might be
// closer to 515", "si llego pero como a las 6:30".
func (h *hearing) lateBut(s *stances) bool {
	if !s.yes || s.lastBut <= s.lastYes || s.lastIf > s.lastBut || s.no || s.another || s.busy {
		return false
	}
	hour, near := false, s.lastBut+mostToHour
	for i := s.lastBut + 1; i < len(h.words); i++ {
		w := &h.words[i]
		if w.w.In(lexicon.Negators) {
			return false
		}
		// "but we're in Yakima that weekend" is no hour
		hour = hour || i <= near && (s.clock && h.timeIn(clause{from: i, to: i + 1}) || bareClock(w.s))
	}
	return hour || h.lateAfter(s.lastBut) && s.unsure
}

// onlyStuck reports whether all that refuses in a text is what holds its writer up.
func (h *hearing) onlyStuck() bool {
	stuck := false
	for _, a := range h.acts {
		if a.list != lexicon.Refuse && a.list != lexicon.No && a.list != lexicon.BusyThen {
			continue
		}
		if !lexicon.StuckAt.Has(strings.Join(h.plain[a.from:a.to], " ")) {
			return false
		}
		stuck = true
	}
	return stuck
}

// roughlyAfter reports whether an hour in a bare number is said roughly behind a "but": "but more like 6".
func (h *hearing) roughlyAfter(but int) bool {
	for i := but + 2; but >= 0 && i < len(h.words); i++ {
		if !lexicon.AboutHour.Has(h.words[i-1].s) || !bareHour(h.words[i].s) && !bareClock(h.words[i].s) {
			continue
		}
		if i+1 == len(h.words) || h.words[i+1].w.Time == lexicon.NoList && !h.words[i+1].w.In(lexicon.OtherPersons) && h.small(i+1) ||
			h.words[i+1].clause != h.words[i].clause {
			return true
		}
	}
	return false
}

// bareClock reports whether a word is an hour and its minutes in bare digits: 515, 1030.
func bareClock(s string) bool {
	return len(s) >= 3 && len(s) <= 4 && onlyDigits(s) && s[0] != '0' && s[len(s)-2] < '6' && (len(s) == 3 || s < "1260")
}

func (h *hearing) lateIn(k int) bool {
	for _, a := range h.acts {
		if a.clause == k && a.list == lexicon.LateWords {
			return true
		}
	}
	return false
}

func (h *hearing) lateAfter(i int) bool {
	for _, a := range h.acts {
		if a.from >= i && a.list == lexicon.LateWords {
			return true
		}
	}
	return false
}

// comesAfter reports whether a condition is one of coming: "si me dan permiso voy", "if I get off early I'll come".
func (h *hearing) comesAfter(a *act) bool {
	c := h.clauses[a.clause]
	for i := a.to; i < c.to; i++ {
		if lexicon.ComingVerbs.Has(h.words[i].s) {
			return true
		}
	}
	return false
}
