package when

import "github.com/reportback/reportback/internal/core/lexicon"

// spoken: half past three, a quarter to 4, 20 minutes past 3pm, 15 to noon, twenty after 3.
func (p *parser) spoken(i int) int {
	j := i
	if p.at(j).s == "a" {
		j++
	}
	var minutes, k int
	switch p.kind(j) {
	case lxHalf, lxQuarter:
		minutes, k = p.at(j).lex.n, j+1
	default:
		n, took := p.number(j)
		if took == 0 || n < 1 || n > 59 || p.at(j).s == "a" {
			return 0
		}
		minutes, k = n, j+took
		if p.kind(k) == lxMinute {
			k++
		}
	}
	before, para := false, false
	switch s := p.at(k).s; {
	case (s == "para" || s == "pa") && p.toTheHour(i, j, k):
		before, para = true, true
	case s == "past" || s == "after":
	case lexicon.ToTheHour.Has(s):
		before = true
	case s == "from" && p.kind(k-1) == lxMinute:
	default:
		return 0
	}
	k++
	if para && (p.at(k).s == "las" || p.at(k).s == "la") {
		k++
	}
	var c clockPiece
	switch p.kind(k) {
	case lxNoon, lxMidnight:
		if before && p.at(j).num > 0 && p.at(j).num <= 12 && !p.saidMinutes(j, k) { // "from 9 to noon" is a range
			return 0
		}
		c = clockPiece{h: 12, half: 2}
		if p.kind(k) == lxMidnight {
			c = clockPiece{h: 0, h24: true}
		}
		k++
	default:
		var ok bool
		if c, k, ok = p.hourMinute(k); !ok || c.m != 0 {
			return 0
		}
		from := k
		c, k = p.halfAt(c, k)
		if before && !para && p.kind(j) != lxQuarter && p.kind(j) != lxHalf && !(p.at(j).num > 12 && minutes%5 == 0) && !(p.at(j).num < 0 &&
			minutes%5 == 0) && !p.saidMinutes(j, from) { // "2 to 3pm" is a range
			return 0
		}
		if k == from && p.kind(j) != lxQuarter && p.kind(j) != lxHalf && p.at(j+1).s == "after" &&
			p.at(i-1).lex.kind != lxAt { // "20 after 3 meetings"
			return 0
		}
	}
	if before {
		total := c.h*60 - minutes
		if c.half != 0 {
			total = (c.h%12+12*int(c.half-1))*60 - minutes
		}
		total = (total + 24*60) % (24 * 60)
		h24 := c.h24 || c.half != 0
		c = clockPiece{h: total / 60, m: total % 60, h24: h24}
		if !h24 && c.h == 0 {
			c.h = 12
		}
	} else {
		c.m = minutes
	}
	return p.addClock(c, i, k-i)
}

// toTheHour reports whether "para las" behind a number is the hour that it is short of: "cuarto para las 4", "faltan 10 para las 5". "2
// para las 3" are two people.
func (p *parser) toTheHour(i, j, k int) bool {
	if h := p.at(k + 1).s; h != "las" && h != "la" && p.at(k+1).num < 0 && p.kind(k+1) != lxNumber {
		return false
	}
	if p.kind(j) == lxQuarter || p.kind(k-1) == lxMinute {
		return true
	}
	n, _ := p.number(j)
	return n%5 == 0 && n > 0 && n < 60 || lexicon.Lacking.Has(p.at(i-1).s)
}

// saidMinutes reports whether "minutes" stands between two tokens.
func (p *parser) saidMinutes(from, to int) bool {
	for k := from; k < to; k++ {
		if p.kind(k) == lxMinute {
			return true
		}
	}
	return false
}

// between: between 2 and 4, from 2 to 3, de 2 a 3, entre las 2 y las 3: the start counts.
func (p *parser) between(i int) int {
	s := p.at(i).s
	if !lexicon.RangeLeads.Has(s) {
		return 0
	}
	j := i + 1
	if p.at(j).s == "las" || p.at(j).s == "la" {
		j++
	}
	c, k, ok := p.hourMinute(j)
	if !ok {
		return 0
	}
	c, k = p.halfAt(c, k)
	if p.at(k).s != "-" && !lexicon.RangeJoins.Has(p.at(k).s) {
		return 0
	}
	k++
	if p.at(k).s == "las" || p.at(k).s == "la" {
		k++
	}
	if p.kind(k) == lxNoon && c.m < 60 { // "from 9 to noon"
		if c.half == 0 && c.h < 12 {
			c.half = 1
		}
		return p.addClock(c, i, k+1-i)
	}
	e, end, ok := p.hourMinute(k)
	if !ok || p.kind(end) == lxCounted || p.kind(end) == lxDay || p.kind(end) == lxWeek || p.kind(end) == lxMonthUnit ||
		p.kind(end) == lxMonth || p.kind(end) == lxHour || p.kind(end) == lxMinute {
		return 0
	}
	e2, end2 := p.halfAt(e, end)
	if c.half == 0 && e2.half != 0 {
		c.half = e2.half
		if c.h > e.h && e.h != 12 {
			c.half = 3 - e2.half
		}
	}
	if e2.h != 0 && (lexicon.From.Has(s) || lexicon.Of.Has(s)) && p.moves(i) { // "move it from 3 to 4"
		c = e2
	}
	return p.addClock(c, i, end2-i)
}

// wordMinutes reads the minutes of a clock in words: thirty, oh three, cero dos.
func (p *parser) wordMinutes(j int) (m, took int) {
	from := j
	if p.at(j).s == "-" {
		j++
	}
	if s := p.at(j).s; s == "o" || p.kind(j) == lxNumber && p.at(j).lex.n == 0 {
		k := j + 1
		if p.at(k).s == "-" {
			k++
		}
		if u, ok := p.num(k); ok && u >= 1 && u <= 9 && p.at(k).s != "a" && !(s == "o" && (p.at(k).num >= 0 ||
			spanishUnit(p.at(k).s))) { // "5 o 5:30", "cinco o seis": or
			return u, k + 1 - from
		}
		return 0, 0
	}
	n, t := p.number(j)
	if t == 0 || p.at(j).num >= 0 || n < 10 || n > 59 || p.at(j).s == "a" {
		return 0, 0
	}
	return n, j + t - from
}

// bareMinutes reads the minutes that stand apart after "at 3": 15, 0 2, and in words.
func (p *parser) bareMinutes(j int) (m, took int) {
	if m, took = p.wordMinutes(j); took > 0 {
		return m, took
	}
	t := p.at(j)
	switch {
	case t.used || t.num < 0 || t.glued:
		return 0, 0
	case t.digits == 2 && t.num < 60 && p.kind(j+1) != lxCounted && p.kind(j+1) != lxMonth && p.at(j+1).s != "/" && p.at(j+1).s != ":":
		return t.num, 1
	case t.num == 0 && p.at(j+1).digits == 1 && p.at(j+1).num > 0:
		return p.at(j + 1).num, 2
	}
	return 0, 0
}

// spanishUnit: in "cinco o seis" the o is "or", in "five o six" a zero.
func spanishUnit(s string) bool {
	return lexicon.SpanishUnits.Has(s)
}
