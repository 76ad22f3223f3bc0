package when

import (
	"github.com/reportback/reportback/internal/core/lexicon"
)

// putForward reports whether a day that ends at j is one that would be better.
func (p *parser) putForward(j int) bool {
	for k := j - 1; k >= 0 && k >= j-5; k-- {
		if p.at(k).s == "mejor" || p.at(k).s == "better" {
			return true
		}
	}
	return false
}

// replaced reports whether the day at i is the one to be moved away from: "instead of friday", "en vez del jueves".
func (p *parser) replaced(i int) bool {
	k := i - 1
	for k >= 0 && k >= i-2 && (p.kind(k) == lxOn || p.kind(k) == lxThe || p.kind(k) == lxThis) {
		k--
	}
	switch p.at(k).s {
	case "of":
		return p.at(k-1).s == "instead"
	case "than":
		return p.at(k-1).s == "rather"
	case "de", "del":
		return insteadOf(p.at(k - 1).s)
	}
	return false
}

func (p *parser) noMark(from, to int) bool {
	for k := from; k < to; k++ {
		if mark(p.at(k).s, ",.;?!") {
			return false
		}
	}
	return true
}

// adjacent reports whether nothing but small words stands between a clock and a day that counts.
func (p *parser) adjacent(from, to int) bool {
	for _, d := range p.dates {
		if d.not || d.kind == vague {
			continue
		}
		if d.to <= from && p.onlySmall(d.to, from) || to <= d.from && p.onlySmall(to, d.from) || d.from < to && from < d.to {
			return true
		}
	}
	return false
}

// onlySmall reports whether the tokens from i up to j are prepositions, articles, commas and parts of the day.
func (p *parser) onlySmall(i, j int) bool {
	for k := i; k < j; k++ {
		switch p.kind(k) {
		case lxOn, lxAt, lxThe, lxOf, lxPart, lxIn, lxVague, lxMeal, lxAM, lxPM, lxThis, lxNext, lxMinus:
			continue
		}
		switch t := p.at(k); {
		case mark(t.s, ",-:()"), lexicon.SmallBesideTime.Has(t.s):
			continue
		default:
			if t.num >= 0 || p.inClock(k) {
				continue
			}
		}
		return false
	}
	return true
}

func (p *parser) inClock(k int) bool {
	for _, c := range p.clocks {
		if k >= c.from && k < c.to {
			return true
		}
	}
	return false
}

// clockRightAfter reports whether a clock begins at token i: "viernes 4 a las 3".
func (p *parser) clockRightAfter(i int) bool {
	for _, c := range p.clocks {
		if c.from >= i && c.from <= i+1 {
			return true
		}
	}
	return false
}

// daysNamed counts the days that count.
func (p *parser) daysNamed() int {
	n := 0
	for _, d := range p.dates {
		if d.kind != vague && !d.not {
			n++
		}
	}
	return n
}

// doAt reports whether a clock is led by "do": "let's do 3 on Tuesday", "can do 4", "podría ser 1130". "Do 3 flyers" is none.
func (p *parser) doAt(i int) bool {
	if p.at(i).s != "do" && p.at(i).s != "ser" {
		return false
	}
	switch s := p.at(i - 1).s; {
	case lexicon.BeforeDo.Has(s):
	default:
		return false
	}
	_, k, ok := p.hourMinute(i + 1)
	if !ok {
		return false
	}
	switch p.at(k).s {
	case "", ",", ".", "?", "!", "instead", "on":
		return true
	}
	switch p.kind(k) {
	case lxWeekday, lxTomorrow, lxToday, lxAM, lxPM, lxOr, lxThis:
		return true
	}
	return false
}

// endsThen reports whether words that begin at token k say that something is over then: "my class ends at 4".
func (p *parser) endsThen(k int) bool {
	return lexicon.OverThen.Has(p.at(k).s) || p.said(k, k+2).In(lexicon.OverThen)
}

// anyOf reports whether one of the tokens from i up to j is a word of a list.
func (p *parser) anyOf(i, j int, words lexicon.List) bool {
	for ; i < j; i++ {
		if words.Has(p.at(i).s) {
			return true
		}
	}
	return false
}
