package when

import "github.com/reportback/reportback/internal/core/lexicon"

// clockOptions resolves the clocks: am or pm said, else the part of the day, else what people mean: 1 to 6 afternoon, 9 to 11 morning,
// 12 noon. A bare 7 or 8 is both, so it is asked.
func (p *parser) clockOptions() [][2]int {
	var out [][2]int
	half := uint8(0)
	for k := len(p.clocks) - 1; k >= 0; k-- { // "3 or 4pm": the pm is for both
		c := p.clocks[k]
		if c.half == 0 && half != 0 && k+1 < len(p.clocks) && p.clocks[k+1].orNext {
			c.half = half
			p.clocks[k] = c
		}
		half = c.half
	}
	for k, c := range p.clocks {
		if k > 0 && !c.orNext {
			break // a later time is another matter
		}
		for _, h := range p.hours(c) {
			out = append(out, [2]int{h, c.m})
		}
	}
	return out
}

func (p *parser) hours(c clockPiece) []int {
	switch {
	case c.half == 1:
		return []int{c.h % 12}
	case c.half == 2 && c.h <= 12:
		return []int{c.h%12 + 12}
	case c.h24:
		return []int{c.h}
	case p.part == morning:
		return []int{c.h % 12}
	case p.part >= evening && c.h == 12: // midnight: of which day is asked
		return []int{0}
	case p.part != 0 && !(p.part == afternoon && c.h == 11):
		return []int{c.h%12 + 12}
	case c.h == 12:
		return []int{12}
	case c.h >= 9:
		return []int{c.h}
	case c.h <= 6:
		return []int{c.h + 12}
	}
	if p.c.Mode == Report {
		return nil
	}
	return []int{c.h, c.h + 12}
}

// likeHour reports whether an hour that is not meant exactly stands behind "like" at i, with a day before it and nothing that it could
// count after it: "dec 8 like 2", "sunday after church like 1 is ok".
func (p *parser) likeHour(i int) bool {
	if p.at(i).s != "like" || len(p.dates) == 0 {
		return false
	}
	_, k, ok := p.hourMinute(i + 1)
	if !ok {
		return false
	}
	return p.hourEnds(k) || p.kind(k) == lxAt && p.at(k+1).num < 0 || p.at(k).s == "@" || p.at(k).s == "en" // "like 430 at the hall"
}

// hourEnds reports whether what stands at token k goes on with nothing that the number before it could count.
func (p *parser) hourEnds(k int) bool {
	t := p.at(k)
	return t.s == "" || mark(t.s, ".,;?!") || t.lex.kind == lxAM || t.lex.kind == lxPM || lexicon.SmallBesideTime.Has(t.s) ||
		lexicon.ClauseEnds.Has(t.s)
}

// closerHour: "can it be closer to 330", "maybe more like 4".
func (p *parser) closerHour(i int) int {
	t := p.at(i)
	if p.c.Mode != Plan || t.digits == 0 || t.digits > 4 || t.used || t.digits > 2 && t.num%5 != 0 ||
		!p.said(i-2, i).In(lexicon.CloserTo) && !p.said(i-1, i).In(lexicon.CloserTo) {
		return 0
	}
	c, j, ok := p.hourMinute(i)
	if !ok || j != i+1 || c.h == 0 || c.h > 12 || !p.hourEnds(j) {
		return 0
	}
	return p.addClock(c, i, 1)
}

// hourNotOther: "fri is good but 4 not 3": an hour in bare digits, in the place of one that is ruled out beside it.
func (p *parser) hourNotOther(i int) int {
	t := p.at(i)
	if p.c.Mode != Plan || t.digits == 0 || t.digits > 4 || t.used || i == 0 || t.digits > 2 && t.num%5 != 0 ||
		!lexicon.ButWords.Has(p.at(i-1).s) && !lexicon.AboutHour.Has(p.at(i-1).s) && !lexicon.BeforeDo.Has(p.at(i-1).s) && !p.inDate(i-1) {
		return 0
	}
	c, j, ok := p.hourMinute(i)
	if !ok || j != i+1 || c.h == 0 || c.h > 12 {
		return 0
	}
	k := j
	if p.at(k).s == "," {
		k++
	}
	switch {
	case p.at(k).s == "not" || p.at(k).s == "no":
		k++
	case p.kind(k+1) == lxOf && p.at(k).s == "instead":
		k += 2
	case insteadOf(p.at(k+1).s) && p.kind(k+2) == lxOf:
		k += 3
	default:
		return 0
	}
	for k < j+6 && (p.kind(k) == lxAt || p.kind(k) == lxThe || lexicon.Articles.Has(p.at(k).s)) {
		k++
	}
	_, end, ok := p.hourMinute(k)
	if !ok || p.at(k).num <= 0 || p.at(k).digits > 2 || !p.hourEnds(end) {
		return 0
	}
	return p.addClock(c, i, 1)
}
