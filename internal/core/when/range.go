package when

import "github.com/reportback/reportback/internal/core/lexicon"

// rangeEnd skips the end of a range whose start said am or pm: "2pm-3pm".
func (p *parser) rangeEnd(j int) int {
	if p.at(j).s != "-" && p.at(j).s != "to" && p.at(j).s != "a" {
		return j
	}
	k := j + 1
	if p.at(k).s == "las" {
		k++
	}
	c, e, ok := p.hourMinute(k)
	if !ok {
		return j
	}
	if _, f := p.halfAt(c, e); f > e {
		return f
	}
	return j
}

// rangeAt: "2-3pm", "2 to 3:30 pm", "de 2 a 3 de la tarde": the start counts, the end lends it am or pm.
func (p *parser) rangeAt(c clockPiece, j int) (clockPiece, int) {
	if s := p.at(j).s; s != "-" && s != "to" && s != "a" {
		return c, j
	}
	k := j + 1
	e, end, ok := p.hourMinute(k) // not "a las 5": that is another clock
	if !ok {
		return c, j
	}
	e2, end2 := p.halfAt(e, end)
	if end2 == end {
		if p.at(j).s == "-" && p.kind(end) != lxCounted || p.at(j).s == "a" {
			return c, end
		}
		return c, j
	}
	c.half = e2.half
	if c.h > e.h && e.h != 12 || c.h == 12 && e.h != 12 { // "11 to 1pm" begins in the morning
		c.half = 3 - e2.half
		if c.h == 12 {
			c.half = 2
		}
	} else if e.h == 12 && c.h < 12 && e2.half == 2 {
		c.half = 1
	}
	return c, end2
}

// tail reads what belongs to a clock: y media, menos cuarto, am/pm, the end of a range.
func (p *parser) tail(c clockPiece, j int) (clockPiece, int) {
	switch {
	case p.kind(j) == lxAnd && (p.kind(j+1) == lxHalf || p.kind(j+1) == lxQuarter):
		c.m = p.at(j + 1).lex.n
		j += 2
	case p.at(j).s == "y" && c.m == 0:
		if n, took := p.number(j + 1); took > 0 && n > 0 && n < 60 && p.kind(j+1+took) != lxCounted &&
			!lexicon.OneArticles.Has(p.at(j+1).s) {
			c.m = n
			j += 1 + took
		}
	case p.at(j).s == "menos" && p.kind(j+1) == lxQuarter:
		c.h, c.m = (c.h+10)%12+1, 45
		j += 2
	case p.at(j).s == "menos" && c.m == 0:
		if n, took := p.number(j + 1); took > 0 && n > 0 && n < 60 {
			c.h, c.m = (c.h+10)%12+1, 60-n
			j += 1 + took
		}
	}
	c, k := p.halfAt(c, j)
	if k > j {
		if c, e := p.lessMinutes(c, k); e > k {
			return c, e
		}
		if p.movedFrom(k) {
			return c, k
		}
		return c, p.rangeEnd(k)
	}
	if p.movedFrom(j) {
		return c, j
	}
	return p.rangeAt(c, j)
}

// movedFrom reports whether the hour that ends at token j is one that something is moved away from: "move it from 3pm to 5pm" is no range.
func (p *parser) movedFrom(j int) bool {
	if !lexicon.MoveTo.Has(p.at(j).s) {
		return false
	}
	from := -1
	for k := j - 1; k >= 0 && k >= j-6; k-- {
		switch s := p.at(k).s; {
		case from < 0 && (p.kind(k) == lxFrom || lexicon.MoveFrom.Has(s)):
			from = k
		case from >= 0 && lexicon.MoveTo.Has(s) && (p.at(k+1).num >= 0 || p.kind(k+1) != lxNone): // "to thursday from 3 to 4"
			return false
		}
	}
	return from >= 0 && p.moves(from)
}

// lessMinutes reads what is taken off an hour whose half of the day is said: "8pm menos cuarto", "8 de la noche menos diez".
func (p *parser) lessMinutes(c clockPiece, k int) (clockPiece, int) {
	if p.at(k).s != "menos" || c.m != 0 {
		return c, k
	}
	minutes, end := 15, k+2
	if p.kind(k+1) != lxQuarter {
		n, took := p.number(k + 1)
		if took == 0 || n < 1 || n > 59 {
			return c, k
		}
		minutes, end = n, k+1+took
	}
	total := ((c.h%12+12*int(c.half-1))*60 - minutes + 24*60) % (24 * 60)
	return clockPiece{h: total / 60, m: total % 60, h24: true}, end
}
