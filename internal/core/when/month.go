package when

import (
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// monthDate: Dec 3, December 3rd 2026, 3 de diciembre, 3rd of December.
func (p *parser) monthDate(i int) int {
	if p.kind(i) == lxThe || p.at(i).s == "el" {
		if n := p.dayMonth(i + 1); n > 0 {
			return n + 1
		}
		return 0
	}
	if n := p.dayMonth(i); n > 0 {
		return n
	}
	m, ok := p.month(i)
	if !ok {
		return 0
	}
	j := i + 1
	if p.at(j).s == "." || p.kind(j) == lxThe {
		j++
	}
	if n, took := p.ordinal(j); took > 0 && n <= 31 {
		return p.withYear(datePiece{kind: monthDay, m: m, d: n}, i, j+took)
	}
	d := p.at(j)
	if d.num < 1 || d.num > 31 || d.digits > 2 || d.used || p.minutes(j+1) {
		return 0
	}
	if p.at(j+1).glued && (p.kind(j+1) == lxAM || p.kind(j+1) == lxPM) {
		return 0
	}
	j++
	// a range of days: the start counts
	if p.at(j).s == "-" && p.at(j+1).num > 0 && p.at(j+1).digits <= 2 && p.kind(j+2) != lxAM && p.kind(j+2) != lxPM {
		y := 2024
		if p.at(j+2).s == "," && p.at(j+3).digits == 4 {
			y = p.at(j + 3).num
		}
		if !valid(y, m, p.at(j+1).num) {
			return 0
		}
		return p.withYear(datePiece{kind: monthDay, m: m, d: d.num}, i, j+2)
	}
	return p.withYear(datePiece{kind: monthDay, m: m, d: d.num}, i, j)
}

// minutes reports whether a colon at i parts minutes from the hour before it. Any other ends what leads a line: "dec 5: Maria, 10am".
func (p *parser) minutes(i int) bool {
	return p.at(i).s == ":" && p.at(i).glued && p.at(i+1).glued && p.at(i+1).digits == 2
}

func (p *parser) dayMonth(i int) int {
	n, took := p.ordinal(i)
	if took == 0 {
		if n, took = p.number(i); took == 0 || p.at(i).digits > 2 || p.at(i).s == "a" || p.at(i).s == "an" {
			return 0
		}
	}
	if n < 1 || n > 31 {
		return 0
	}
	j := i + took
	if (p.at(j).s == "/" || p.at(j).s == "-") && p.at(j).glued { // 8/Oct/2012
		j++
	}
	if p.kind(j) == lxOf {
		j++
	}
	m, ok := p.month(j)
	if !ok || p.streetThenDate(i, j) {
		return 0
	}
	if p.at(j+1).s == "/" && p.at(j+2).digits == 4 {
		return p.addDate(datePiece{kind: absolute, y: p.at(j + 2).num, m: m, d: min(n, daysOfMonth(p.at(j+2).num, m)), hasYear: true}, i, j+3-i)
	}
	return p.withYear(datePiece{kind: monthDay, m: m, d: n}, i, j+1)
}

// streetThenDate reports whether an ordinal before a month is a street's, for the month has its day behind it: "clinic on 3rd dec 9 1pm".
func (p *parser) streetThenDate(i, j int) bool {
	d := p.at(j + 1)
	return j == i+2 && ordinalSuffix(p.at(i+1).s) && (p.kind(i-1) == lxOn || p.kind(i-1) == lxAt) &&
		d.num >= 1 && d.num <= 31 && d.digits <= 2 && p.at(j+2).s != ":" && p.kind(j+2) != lxAM && p.kind(j+2) != lxPM &&
		(p.at(j+2).num >= 0 || p.kind(j+2) == lxAt)
}

func (p *parser) withYear(d datePiece, i, j int) int {
	k := j
	if s := p.at(k).s; s == "," || p.kind(k) == lxOf {
		k++
	}
	if y := p.at(k); y.digits == 4 && y.num >= 2000 && y.num < 2100 && p.at(k+1).s != ":" {
		d.kind, d.y, d.hasYear = absolute, y.num, true
		j = k + 1
	}
	year := d.y
	if !d.hasYear {
		year = 2024
	}
	if !valid(year, d.m, d.d) { // "Nov 31st" is no day, and its number is no day of another month
		d.kind = vague
	}
	return p.addDate(d, i, j-i)
}

// month reads a month that stands beside a number; "may" and "march" are words besides, and "mar" is Tuesday in "mar 3 dic".
func (p *parser) month(i int) (int, bool) {
	t := p.at(i)
	k := t.lex
	if k.kind == lxNone {
		k = fuzzy(t.s)
	}
	if t.s == "ago" && p.at(i-1).num >= 1 && p.kind(i-2) != lxAgo { // "5 ago" is Spanish for August 5
		return 8, true
	}
	if k.kind != lxMonth || t.used {
		return 0, false
	}
	if t.s == "mar" && p.at(i+1).num > 0 {
		if p.c.Lang == "es" || p.at(i-1).s == "el" { // March is "15 de mar" there
			return 0, false
		}
		j := i + 2
		if p.kind(j) == lxOf {
			j++
		}
		if p.kind(j) == lxMonth {
			return 0, false
		}
	}
	return k.n, true
}

// leader is what leads to an ordinal.
type leader uint8

const (
	unled   leader = iota
	ledThe         // the 3rd: a floor too, a time
	ledEl          // el 3: a day
	ledDay         // el día 3
	ledOn          // on 3rd: a street too
	ledElse        // los 3
)

func ledBy(s string) leader {
	switch s {
	case "the":
		return ledThe
	case "el":
		return ledEl
	case "on":
		return ledOn
	}
	return ledElse
}

// ordinalDay: the 3rd, el 3, on the 15th, el día nueve, the 24; 20th of next month.
func (p *parser) ordinalDay(i int) int {
	j := i
	led := unled
	for p.kind(j) == lxThe || p.kind(j) == lxOn {
		led = ledBy(p.at(j).s)
		j++
	}
	if p.at(j).s == "dia" {
		led = ledDay
		j++
	}
	n, took := p.ordinal(j)
	if led == unled && p.kind(i-1) == lxOf &&
		(lexicon.EventNouns.Has(p.at(i-2).s) || p.kind(i-2) == lxWeek && p.at(i-1).s == "del") { // "el evento del 12"
		led = ledEl
	}
	sure := took > 0 && (p.at(j).num > 0 || led == ledThe || led == ledEl)
	if took == 0 {
		if n, took = p.number(j); took == 0 || p.at(j).digits > 2 {
			return 0
		}
		sure = (led == ledEl || led == ledDay || led == ledThe && p.at(j).num > 0 && j+1 >= len(p.toks)) && !lexicon.OneArticles.Has(p.at(j).s)
	}
	end := j + took
	if month, k := p.monthAfter(end); k > end && n >= 1 && n <= daysIn(month.Year, month.Month) {
		return p.addDate(datePiece{kind: absolute, y: month.Year, m: int(month.Month), d: n, hasYear: true}, i, k-i)
	}
	if !sure || n < 1 || n > 31 || lexicon.OrderedThings.Has(p.at(end).s) { // "after 2nd service"
		return 0
	}
	switch next := p.at(end).s; {
	case p.minutes(end) || next == "/" || next == "%" || (next == "." || next == ",") && p.at(end+1).glued && p.at(end+1).num >= 0:
		return 0
	case took < 2 && (p.kind(end) == lxPart || p.partFollows(end)): // "9 in the morning" is a clock, "the 12th in the morning" none
		return 0
	case p.kind(end) == lxAM || p.kind(end) == lxPM || p.kind(end) == lxStreet || p.kind(end) == lxPlace || p.kind(end) == lxCounted ||
		p.kind(end) == lxHour || p.kind(end) == lxMinute:
		return 0
	case p.kind(end) == lxWeek && (len(p.at(end).s) > 1 || led == ledOn || p.kind(i-1) == lxOn): // but "the 12th w maria" is with her
		return 0
	}
	if s := p.at(end).s; (s == "and" || s == "&" || s == "y") && p.at(end+1).upper && p.at(end+1).lex.kind == lxNone { // "3rd and Pine"
		return 0
	}
	if p.streetNumber(i, j, end, led) || took > 1 && p.at(j).num > 0 && (led == ledOn || p.kind(i-1) == lxOn) && p.crossing(end) {
		return 0
	}
	if led == ledThe || led == unled { // "the second time", "the first floor": an ordinal in words needs the end of its phrase
		if next := p.at(end); p.at(j).num < 0 && next.s != "" && next.lex.kind != lxAt && next.s != "," && next.s != "." && next.s != "?" &&
			next.s != "!" {
			return 0
		}
	}
	return p.addDate(datePiece{kind: dayOnly, d: n}, i, end-i)
}

// crossing reports whether at k another street crosses one that is named by its number, without a capital: "on 23rd and jackson". Of a
// clause that goes on the number is a day: "on 23rd and maria comes too".
func (p *parser) crossing(k int) bool {
	if s := p.at(k).s; s != "and" && s != "y" {
		return false
	}
	street, next := p.at(k+1), p.at(k+2)
	return street.num < 0 && len(street.s) > 2 && street.lex.kind == lxNone && fuzzy(street.s).kind == lxNone &&
		!lexicon.SentenceWords.Has(street.s) && (k+2 >= len(p.toks) || mark(next.s, ".,;!?)") || next.lex.kind != lxNone && next.num < 0)
}

// streetNumber reports whether an ordinal is a street's or a place's: "cafe on 23rd", "21st & main", "1st Baptist".
func (p *parser) streetNumber(i, j, end int, led leader) bool {
	if took := end - j; took < 2 || p.at(j).num < 1 || led == ledThe || led == ledEl { // in digits with its ending, and no "the" before it
		return false
	}
	next := p.at(end)
	if p.at(i-1).s == "&" || next.s == "&" || lexicon.StreetLeads.Has(p.at(i-1).s) {
		return true
	}
	if next.upper && !next.glued && next.lex.kind == lxNone && !lexicon.FirstNames.Has(next.s) && fuzzy(next.s).kind == lxNone &&
		!lexicon.LeadsToName.Has(next.s) {
		return true
	}
	return (led == ledOn || p.at(i-1).s == "on") && (i > 0) && p.anotherDay()
}

// monthAfter reads "of next month", "de este mes".
func (p *parser) monthAfter(j int) (Date, int) {
	k := j
	if p.kind(k) == lxDay {
		k++
	}
	if p.kind(k) != lxOf && p.kind(k) != lxIn {
		return Date{}, j
	}
	if d, end := p.monthNamed(k + 1); end > k+1 {
		return d, end
	}
	return Date{}, j
}

// monthNamed reads "next month", "the month", "october 2014", "last month": the month's first day.
func (p *parser) monthNamed(k int) (Date, int) {
	first := p.now.date()
	first.Day = 1
	start := k
	if p.kind(k) == lxThe || p.at(k).s == "el" {
		k++
	}
	switch {
	case p.kind(k) == lxNext && p.kind(k+1) == lxMonthUnit:
		return first.AddMonths(1), k + 2
	case (p.kind(k) == lxLast || p.kind(k) == lxPasado) && p.kind(k+1) == lxMonthUnit:
		return first.AddMonths(-1), k + 2
	case p.kind(k) == lxThis && p.kind(k+1) == lxMonthUnit:
		return first, k + 2
	case p.kind(k) == lxMonthUnit && p.at(k+1).s == "que" && p.kind(k+2) == lxComing:
		return first.AddMonths(1), k + 3
	case p.kind(k) == lxMonthUnit && p.kind(k+1) == lxNext:
		return first.AddMonths(1), k + 2
	case p.kind(k) == lxMonthUnit && p.kind(k+1) == lxPasado:
		return first.AddMonths(-1), k + 2
	case p.kind(k) == lxMonthUnit:
		return first, k + 1
	}
	m, ok := p.month(k)
	if !ok {
		return Date{}, start
	}
	d := datePiece{m: m, d: daysOfMonth(2023, m)}
	k++
	if y := p.at(k); y.digits == 4 && y.num >= 1990 && y.num < 2100 {
		return Date{y.num, time.Month(m), 1}, k + 1
	}
	at := p.yearOf(d, p.now.date())
	return Date{at.Year, at.Month, 1}, k
}

// anotherDay reports whether the text names a day by its weekday or the like, besides an ordinal.
func (p *parser) anotherDay() bool {
	for k := range p.toks {
		if p.toks[k].used {
			continue
		}
		switch p.toks[k].lex.kind {
		case lxWeekday, lxToday, lxTomorrow, lxYesterday, lxTonight:
			return true
		case lxMonth:
			if p.at(k+1).num > 0 || p.at(k-1).num > 0 || p.kind(k-1) == lxOf {
				return true
			}
		}
		if p.toks[k].num > 0 && p.at(k+1).s == "/" && p.at(k+2).num > 0 {
			return true
		}
	}
	return false
}
