package when

import (
	"github.com/reportback/reportback/internal/core/lexicon"
)

// yearFirst: 2012/Aug/10.
func (p *parser) yearFirst(i int) int {
	a, d := p.at(i), p.at(i+4)
	if a.digits != 4 || (p.at(i+1).s != "/" && p.at(i+1).s != "-") || !p.at(i+1).glued || d.num < 1 || d.digits > 2 {
		return 0
	}
	m, ok := p.month(i + 2)
	if !ok || !valid(a.num, m, d.num) {
		return 0
	}
	return p.addDate(datePiece{kind: absolute, y: a.num, m: m, d: d.num, hasYear: true}, i, 5)
}

// numericDate: 2026-12-03, 12/3, 12/3/26; month first unless that cannot be.
func (p *parser) numericDate(i int) int {
	a := p.at(i)
	if a.num < 0 {
		return 0
	}
	if i > 0 && p.at(i).glued && (p.at(i-1).s == "/" || p.at(i-1).s == ".") {
		return 0 // the rest of something that was no date
	}
	sep := p.at(i + 1).s
	b, c := p.at(i+2), p.at(i+4)
	if (sep != "-" && sep != "/" && sep != ".") || b.num < 0 || !p.at(i+1).glued || !b.glued {
		return 0
	}
	third := p.at(i+3).s == sep && c.num >= 0 && c.glued
	switch {
	case a.digits == 4 && third && valid(a.num, b.num, c.num): // 2026-12-03
		return p.addDate(datePiece{kind: absolute, y: a.num, m: b.num, d: c.num, hasYear: true}, i, 5)
	case sep == "." && (!third || c.digits != 4):
		return 0
	case third && (c.digits == 2 || c.digits == 4):
		y := c.num
		if c.digits == 2 {
			y += 2000
		}
		m, d, ok := monthFirst(a.num, b.num)
		if !ok || !valid(y, m, d) {
			return 0
		}
		return p.addDate(datePiece{kind: absolute, y: y, m: m, d: d, hasYear: true, numeric: true}, i, 5)
	case sep == "/" && a.digits <= 2 && b.digits <= 2 && !(p.at(i+3).s == "/" && p.at(i+3).glued):
		m, d, ok := monthFirst(a.num, b.num)
		if !ok {
			return 0
		}
		return p.addDate(datePiece{kind: monthDay, m: m, d: d, numeric: true, dayFirst: p.dayFirst(i, a.num, b.num)}, i, 3)
	}
	return 0
}

// dayFirst reports whether the day may stand before the month, as it does in Spanish: 6/12 is the 6th of December too.
func (p *parser) dayFirst(i, a, b int) bool {
	if a == b || a > 12 || b > 12 || p.c.Lang == "en" {
		return false
	}
	if p.c.Lang == "es" {
		return true
	}
	if lexicon.DayFirstLeads.Has(p.at(i - 1).s) {
		return true
	}
	return p.at(i+3).s == "a" && p.at(i+4).s == "las"
}

func monthFirst(a, b int) (m, d int, ok bool) {
	switch {
	case a >= 1 && a <= 12 && b >= 1 && b <= 31:
		return a, b, valid(2024, a, b)
	case b >= 1 && b <= 12 && a > 12 && a <= 31:
		return b, a, valid(2024, b, a)
	}
	return 0, 0, false
}

func valid(y, m, d int) bool {
	return y >= 1900 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= daysOfMonth(y, m)
}
