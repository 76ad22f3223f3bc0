package when

import "github.com/reportback/reportback/internal/core/lexicon"

// A day may be named as the first that would do, and is none that was offered: "after the 10th", "not until friday", "away until dec 12",
// "a partir del lunes".

// floored reports whether the day from i to j is one, and how many days after it the first is that would do.
func (p *parser) floored(i, j int) (bool, int) {
	if p.c.Mode != Plan || !p.floorEnds(j) {
		return false, 0
	}
	k := i - 1
	for k >= 0 && k >= i-3 && (p.kind(k) == lxOn || p.kind(k) == lxThe || p.kind(k) == lxThis || p.kind(k) == lxOf) {
		k--
	}
	within := 0
	if lexicon.Inclusives.Has(p.at(j).s) {
		within = 1
	}
	if lexicon.Throughs.Has(p.at(k).s) {
		return p.refused(k) || p.awayBefore(k), 1
	}
	switch p.kind(k) {
	case lxAfter:
		return p.kind(k-1) != lxDay && p.kind(k-1) != lxWeek && p.kind(k-1) != lxWeekday || lexicon.AnyWords.Has(p.at(k-2).s), 1
	case lxBefore:
		return p.refused(k), 0
	case lxUntil, lxMinus: // "til" counts minutes too, and so does "to"
		if !lexicon.PauseUntil.Has(p.at(k).s) {
			return false, 0
		}
		return p.refused(k) || p.awayBefore(k), within
	case lxFrom:
		return lexicon.FloorOn.Has(p.at(j).s) || lexicon.FloorOn.Has(p.at(j+1).s), 0
	}
	return lexicon.FloorStarts.Has(p.at(k).s) || p.said(k-1, k+1).In(lexicon.FloorStarts), 0 // "im back on the 8th"
}

// floorEnds reports whether what follows a day at j is not its own noun: "after sunday mass" is a time of day on Sunday.
func (p *parser) floorEnds(j int) bool {
	t := p.at(j)
	return t.s == "" || len(t.s) == 1 && t.s != "'" || t.num >= 0 || t.lex.kind != lxNone || lexicon.FloorGoesOn.Has(t.s) ||
		lexicon.FloorOn.Has(t.s) || lexicon.Inclusives.Has(t.s)
}

// refused looks for "not" or "no" right before token k, a verb between allowed: "no puedo hasta", "can't until", "not before".
func (p *parser) refused(k int) bool {
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		switch s := p.at(j).s; {
		case s == "t" && p.at(j-1).s == "'", s == "no", lexicon.NotBeforeDay.Has(s):
			return true
		case mark(s, ",.;!?"), p.inDate(j):
			return false
		}
	}
	return false
}

// awayBefore looks for words of being held elsewhere right before token k: "busy until", "out of town til".
func (p *parser) awayBefore(k int) bool {
	for n := 4; n >= 1; n-- {
		if p.said(k-n, k).In(lexicon.BusyThen) {
			return true
		}
	}
	return false
}

// notBefore returns the first day that would do, by the latest that a text names; zero when it names none.
func (p *parser) notBefore() Date {
	var out Date
	for _, d := range p.dates {
		if !d.floor {
			continue
		}
		for _, day := range p.day(d) {
			if day = day.AddDays(d.floorShift); out.IsZero() || day.Compare(out) > 0 {
				out = day
			}
		}
	}
	return out
}
