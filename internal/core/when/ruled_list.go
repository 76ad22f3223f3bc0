package when

import "github.com/reportback/reportback/internal/core/lexicon"

// Days are ruled out in lists: "can't thurs, fri or sat", "thursday and friday are bad".

// settleLists rules out, along with one day, those that are listed with it: behind a no up to where its list ends, and before what says of
// the last that it is no good. A list that is asked about, that goes on with an hour or of which it is said that it suits has its own say.
func (p *parser) settleLists() {
	for k := range p.dates {
		if d := p.dates[k]; d.kind != weekday || !d.not || d.aside {
			continue
		}
		if p.ruledBefore(p.dates[k].from) {
			if end := p.listEnd(k); end > k && p.listCloses(end) {
				p.ruleOut(k+1, end)
			}
			continue
		}
		first, joined := k, false
		for first > 0 && p.dates[first-1].kind == weekday {
			gap, by := p.listed(p.dates[first-1].to, p.dates[first].from)
			if !gap {
				break
			}
			joined = joined || by
			first--
		}
		if joined {
			p.ruleOut(first, k-1)
		}
	}
}

func (p *parser) ruleOut(from, to int) {
	for k := from; k <= to; k++ {
		p.dates[k].not, p.dates[k].orNext = true, false
	}
}

// ruledBefore reports whether what rules out the day at token i stands before it.
func (p *parser) ruledBefore(i int) bool {
	return p.ruledOut(i) || p.ruledByWords(i) || p.busyBefore(i)
}

// listEnd is the last day of the list that begins with the day k, k where none is listed with it.
func (p *parser) listEnd(k int) int {
	end, joined := k, false
	for end+1 < len(p.dates) && p.dates[end+1].kind == weekday {
		gap, by := p.listed(p.dates[end].to, p.dates[end+1].from)
		if !gap || joined && !by {
			break
		}
		joined = joined || by
		end++
	}
	if !joined {
		return k
	}
	return end
}

// listed reports whether nothing but a comma and a word that joins stands between two days of a list, and whether one does.
func (p *parser) listed(from, to int) (gap, joined bool) {
	for k := from; k < to; k++ {
		switch s := p.at(k).s; {
		case s == ",", p.kind(k) == lxThe, p.kind(k) == lxOn:
		case p.joinsDays(k):
			joined = true
		default:
			return false, false
		}
	}
	return true, joined
}

// joinsDays reports whether a word joins the days of a list: or, nor, and, ni.
func (p *parser) joinsDays(k int) bool {
	s := p.at(k).s
	return p.kind(k) == lxOr || lexicon.CornerJoins.Has(s) || lexicon.NorDays.Has(s)
}

// listCloses reports whether the list up to the day end says no more of its last day: that it is asked about, suits or has an hour.
func (p *parser) listCloses(end int) bool {
	for j := p.dates[end].to; j < p.dates[end].to+mostBehindList; j++ {
		switch t := p.at(j); {
		case t.s == "" && t.num < 0, mark(t.s, ".,;!)"), lexicon.ButWords.Has(t.s), p.kind(j) == lxWeekday && p.inDate(j): // "or sat. sunday?"
			return true
		case t.num >= 0, t.lex.kind != lxNone, mark(t.s, "?@"), lexicon.FitsBehindDay.Has(t.s), lexicon.SuitWords.Has(t.s),
			lexicon.DayIs.Has(t.s), lexicon.FreeWords.Has(t.s):
			return false
		}
	}
	return true
}

// mostBehindList is how many words behind a list are looked at for that.
const mostBehindList = 4
