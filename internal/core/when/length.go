package when

import "github.com/reportback/reportback/internal/core/lexicon"

// span is a length of time that was named: days, months or minutes.
type span struct {
	days, months, minutes int
	exact                 bool // counted in hours or minutes
	loose                 bool // "a few": not a number
}

// length reads "3 days", "two weeks", "a couple of hours", "half an hour", "15'", "a fortnight", "2h".
func (p *parser) length(j int) (span, int) {
	if p.kind(j) == lxHalf && (p.at(j+1).s == "an" || p.at(j+1).s == "a") && p.kind(j+2) == lxHour {
		return span{minutes: 30, exact: true}, j + 3
	}
	if p.kind(j) == lxHalf && p.kind(j+1) == lxHour {
		return span{minutes: 30, exact: true}, j + 2
	}
	if l, k := p.partOfHour(j); k > j {
		return l, k
	}
	n, took := p.number(j)
	if took == 0 && (p.at(j).s == "few" || p.at(j).s == "couple") {
		n, took = p.at(j).lex.n, 1
	}
	if took == 0 || n > 400 {
		return span{}, j
	}
	k := j + took
	if s := p.at(k).s; p.kind(k) == lxNumber && lexicon.Couples.Has(s) { // "a few", "a couple of"
		n = p.at(k).lex.n
		k++
		if p.kind(k) == lxOf {
			k++
		}
	}
	if p.kind(k) == lxHalf && (p.kind(k+1) == lxHour) {
		return span{minutes: 60*n - 30, exact: true}, k + 2
	}
	loose := loosely(p.at(k - 1).s)
	if p.at(k).s == "upcoming" || p.at(k).s == "more" {
		k++
	}
	if p.at(k).s == "mon" && p.kind(j-1) == lxIn {
		return span{months: n}, k + 1
	}
	switch p.kind(k) {
	case lxDay:
		return span{days: n, loose: loose}, k + 1
	case lxWeek:
		if p.at(k).s == "w" && !p.at(k).glued {
			return span{}, j
		}
		return span{days: 7 * n, loose: loose}, k + 1
	case lxFortnight:
		return span{days: 14 * n}, k + 1
	case lxMonthUnit:
		return span{months: n, loose: loose}, k + 1
	case lxYear:
		return span{months: 12 * n}, k + 1
	case lxHour:
		if p.at(k).s == "h" && !p.at(k).glued {
			return span{}, j
		}
		more, k := p.andMinutes(k + 1)
		return span{minutes: 60*n + more, exact: true}, k
	case lxMinute:
		return span{minutes: n, exact: true}, k + 1
	}
	return p.primed(j, k, n)
}

// partOfHour reads "1/2 h", "a quarter of an hour", "2.5 hours", "2 and a half hours".
func (p *parser) partOfHour(j int) (span, int) {
	n, took := p.number(j)
	k := j + took
	if took > 0 && p.kind(k) == lxAnd || took > 0 && p.at(k).s == "and" {
		k++
		if p.at(k).s == "a" || p.at(k).s == "an" {
			k++
		}
		if p.kind(k) == lxHalf && p.kind(k+1) == lxHour {
			return span{minutes: 60*n + 30, exact: true}, k + 2
		}
		return span{}, j
	}
	k = j + took
	var minutes int
	switch {
	case took == 1 && p.at(k).s == "/" && p.at(k+1).num > 0:
		minutes = 60 * n / p.at(k+1).num
		k += 2
	case took == 1 && p.at(k).s == "." && p.at(k).glued && p.at(k+1).num == 5 && p.at(k+1).glued:
		minutes = 60*n + 30
		k += 2
	default:
		if p.at(k).s == "-" {
			k++
		}
		if p.kind(k) != lxQuarter && p.at(k).s != "quarters" {
			return span{}, j
		}
		if n == 0 {
			n = 1
		}
		minutes = 15 * n
		k++
		if p.kind(k) == lxOf {
			k++
		}
		if p.at(k).s == "an" || p.at(k).s == "a" {
			k++
		}
	}
	if p.kind(k) != lxHour {
		return span{}, j
	}
	return span{minutes: minutes, exact: true}, k + 1
}

// offsetAt: in 3 days, dentro de dos semanas, hace 2 dias, 3 days ago, two weeks later, within a month, an hour from now.
func (p *parser) offsetAt(i int) int {
	j := i
	sign, said := 1, false
	switch {
	case p.kind(j) == lxIn:
		j++
		for p.kind(j) == lxOf || lexicon.BeforeLength.Has(p.at(j).s) {
			j++
		}
		said = true
	case p.kind(j) == lxAfter:
		j++
		said = true
	case p.at(j).s == "hace":
		j++
		sign, said = -1, true
		if lexicon.AfterAgo.Has(p.at(j).s) {
			j++
		}
	case p.at(j).s == "de" && p.at(j+1).s == "aqui" && p.at(j+2).s == "a": // "de aquí a una semana"
		j += 3
		said = true
	case p.kind(j) == lxNow && (i == 0 && len(p.toks) <= 2 || (p.c.Mode == Report || len(p.toks) <= 4) && (p.at(i-1).s == "just" ||
		p.at(i-1).s == "right")):
		return p.addOffset(span{exact: true}, 1, i, 1)
	}
	l, k := p.length(j)
	if k == j {
		return 0
	}
	if !said {
		switch {
		case p.at(k).s == "ago" || p.at(k).s == "back":
			sign = -1
			k++
			if p.kind(k) == lxToday { // "a week ago today"
				k++
			}
		case p.kind(k) == lxLater:
			p.odd = p.odd || l.exact && p.c.Mode == Plan // later than what was planned, maybe
			k++
		case p.kind(k) == lxFrom && (p.kind(k+1) == lxToday || p.kind(k+1) == lxNow):
			k += 2
		case p.kind(k) == lxFrom && p.at(k+1).s == "right" && p.kind(k+2) == lxNow:
			k += 3
		default:
			return 0
		}
	}
	return p.addOffset(l, sign, i, k-i)
}

// addOffset notes a length from now.
func (p *parser) addOffset(l span, sign, i, n int) int {
	if l.loose { // "a few days ago" is asked about
		p.odd = true
	}
	switch {
	case l.exact:
		p.offset, p.hasOff = sign*l.minutes, true
		return n
	case l.months != 0:
		return p.addMonths(sign*l.months, i, i+n)
	}
	return p.addDate(datePiece{kind: relative, n: sign * l.days, weeks: l.days > 0 && l.days%7 == 0}, i, n)
}

func (p *parser) addMonths(n, i, j int) int {
	d := p.now.date().AddMonths(n)
	return p.addDate(datePiece{kind: absolute, y: d.Year, m: int(d.Month), d: d.Day, hasYear: true}, i, j-i)
}

// shiftedAt: two days after next Friday, a week from Thursday, 2 days before yesterday, three days after Easter, 3 Fridays from now.
func (p *parser) shiftedAt(i int) int {
	if n, took := p.number(i); took > 0 && p.kind(i+took) == lxWeekday && n < 20 && p.at(i).s != "a" {
		j := i + took
		wd := p.at(j).lex.n
		plural := p.at(j).s[len(p.at(j).s)-1] == 's'
		switch {
		case plural && p.kind(j+1) == lxFrom && p.kind(j+2) == lxNow:
			return p.addDate(datePiece{kind: weekday, wd: wd, mod: modNth, n: n}, i, j+3-i)
		case plural && (p.at(j+1).s == "ago" || p.at(j+1).s == "back"):
			return p.addDate(datePiece{kind: weekday, wd: wd, mod: modNth, n: -n}, i, j+2-i)
		}
	}
	if n := p.weekdayAfter(i); n > 0 {
		return n
	}
	l, k := p.length(i)
	if d := p.skipThe(i); k == i && p.kind(d) == lxDay && (p.kind(d+1) == lxAfter || p.kind(d+1) == lxBefore) &&
		!lexicon.AnyWords.Has(p.at(i-1).s) { // "the day after Thanksgiving"
		l, k = span{days: 1}, d+1
	}
	if k == i || l.exact {
		return 0
	}
	sign := 1
	switch {
	case p.kind(k) == lxBefore:
		sign = -1
	case p.kind(k) != lxAfter && p.kind(k) != lxFrom:
		return 0
	}
	k++
	before := len(p.dates)
	took := 0
	for _, rule := range []func(int) int{p.holidayAt, p.namedDay, p.monthDate, p.weekdayAt} {
		if took = rule(k); took > 0 {
			break
		}
	}
	if took == 0 || len(p.dates) != before+1 {
		p.dates = p.dates[:before]
		return 0
	}
	anchor := p.dates[before]
	p.dates = p.dates[:before]
	if anchor.kind == vague && anchor.n > 0 && !anchor.hasWeek { // a holiday behind "after": here the length before it says how long after
		anchor.kind = holiday
	}
	anchor.shift, anchor.shiftMonths = sign*l.days, sign*l.months
	return p.addDate(anchor, i, k+took-i)
}

func (p *parser) skipThe(i int) int {
	if p.kind(i) == lxThe || p.at(i).s == "el" {
		return i + 1
	}
	return i
}

// weekdayAfter: the Monday after Thanksgiving, el viernes antes de Navidad.
func (p *parser) weekdayAfter(i int) int {
	j := p.skipThe(i)
	if p.kind(j) != lxWeekday || p.kind(j+1) != lxAfter && p.kind(j+1) != lxBefore {
		return 0
	}
	k := j + 2
	if p.kind(k) == lxOf {
		k++
	}
	before := len(p.dates)
	var on Date
	took := p.holidayAt(k)
	if took > 0 {
		on = p.holidayDates(p.dates[before], p.now.date())[0]
		p.dates = p.dates[:before]
	} else if on, took = p.numberedDay(k, p.now.date()); took == 0 {
		return 0
	}
	step := 1
	if p.kind(j+1) == lxBefore {
		step = -1
	}
	d := on.AddDays(step)
	for int(d.Weekday()) != p.at(j).lex.n {
		d = d.AddDays(step)
	}
	if later, n := p.numberedDay(k, on); n > 0 && p.c.Mode == Plan && d.Compare(p.now.date()) <= 0 { // of the next month
		for d = later.AddDays(step); int(d.Weekday()) != p.at(j).lex.n; {
			d = d.AddDays(step)
		}
	}
	return p.addDate(datePiece{kind: absolute, y: d.Year, m: int(d.Month), d: d.Day, hasYear: true}, i, k+took-i)
}

// numberedDay reads a day of the month at k, the next one of its number behind a day: "the 25th", "25 de diciembre".
func (p *parser) numberedDay(k int, behind Date) (Date, int) {
	i := p.skipThe(k)
	t := p.at(i)
	if t.num < 1 || t.num > 31 || t.digits == 0 || t.digits > 2 || t.used || p.minutes(i+1) || p.kind(i+1) == lxAM || p.kind(i+1) == lxPM {
		return Date{}, 0
	}
	to := i + 1
	suffix := p.at(to).glued && ordinalSuffix(p.at(to).s)
	if suffix {
		to++
	}
	if lexicon.OrderedThings.Has(p.at(to).s) { // "sun after 2nd service"
		return Date{}, 0
	}
	if !suffix && i == k && p.kind(k-1) != lxOf { // "friday before 3" is an hour
		return Date{}, 0
	}
	month := 0
	if p.kind(to) == lxOf && p.kind(to+1) == lxMonth {
		month, to = p.at(to+1).lex.n, to+2
	}
	for d := behind.AddDays(1); d.Compare(behind.AddDays(366)) < 0; d = d.AddDays(1) {
		if d.Day == t.num && (month == 0 || int(d.Month) == month) {
			return d, to - k
		}
	}
	return Date{}, 0
}

// loosely reports whether a count is none: "a few", "unos pocos".
func loosely(s string) bool {
	return lexicon.Loosely.Has(s)
}

// primed reads minutes written with a prime: 15'.
func (p *parser) primed(j, k, n int) (span, int) {
	if p.at(k).s == "'" && p.at(k).glued && p.at(j).num >= 0 {
		return span{minutes: n, exact: true}, k + 1
	}
	return span{}, j
}
