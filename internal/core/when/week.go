package when

// span is a length of time that was named: days, months or minutes.
type span struct {
	days, months, minutes int
	exact                 bool // counted in hours or minutes
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
	if s := p.at(k).s; p.kind(k) == lxNumber && (s == "few" || s == "couple" || s == "pair" || s == "several") { // "a few", "a couple of"
		n = p.at(k).lex.n
		k++
		if p.kind(k) == lxOf {
			k++
		}
	}
	if p.kind(k) == lxHalf && (p.kind(k+1) == lxHour) {
		return span{minutes: 60*n - 30, exact: true}, k + 2
	}
	if p.at(k).s == "upcoming" || p.at(k).s == "more" {
		k++
	}
	if p.at(k).s == "mon" && p.kind(j-1) == lxIn {
		return span{months: n}, k + 1
	}
	switch p.kind(k) {
	case lxDay:
		return span{days: n}, k + 1
	case lxWeek:
		if p.at(k).s == "w" && !p.at(k).glued {
			return span{}, j
		}
		return span{days: 7 * n}, k + 1
	case lxFortnight:
		return span{days: 14 * n}, k + 1
	case lxMonthUnit:
		return span{months: n}, k + 1
	case lxYear:
		return span{months: 12 * n}, k + 1
	case lxHour:
		if p.at(k).s == "h" && !p.at(k).glued {
			return span{}, j
		}
		return span{minutes: 60 * n, exact: true}, k + 1
	case lxMinute:
		return span{minutes: n, exact: true}, k + 1
	}
	if p.at(k).s == "'" && p.at(k).glued && p.at(j).num >= 0 {
		return span{minutes: n, exact: true}, k + 1
	}
	return span{}, j
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
		for p.kind(j) == lxOf || p.at(j).s == "about" || p.at(j).s == "the" || p.at(j).s == "next" {
			j++
		}
		said = true
	case p.kind(j) == lxAfter:
		j++
		said = true
	case p.at(j).s == "hace":
		j++
		sign, said = -1, true
	case p.kind(j) == lxNow && (i == 0 && len(p.toks) <= 2 || p.at(i-1).s == "just" || p.at(i-1).s == "right"):
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
	switch {
	case l.exact:
		p.offset, p.hasOff = sign*l.minutes, true
		return n
	case l.months != 0:
		return p.addMonths(sign*l.months, i, i+n)
	}
	return p.addDate(datePiece{kind: relative, n: sign * l.days}, i, n)
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
	if d := p.skipThe(i); k == i && p.kind(d) == lxDay && (p.kind(d+1) == lxAfter || p.kind(d+1) == lxBefore) { // "the day after Thanksgiving"
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
	if anchor.kind == vague && anchor.n > 0 { // a holiday behind "after": here the length before it says how long after
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
	took := p.holidayAt(k)
	if took == 0 {
		return 0
	}
	on := p.holidayDates(p.dates[before], p.now.date())[0]
	p.dates = p.dates[:before]
	step := 1
	if p.kind(j+1) == lxBefore {
		step = -1
	}
	d := on.AddDays(step)
	for int(d.Weekday()) != p.at(j).lex.n {
		d = d.AddDays(step)
	}
	return p.addDate(datePiece{kind: absolute, y: d.Year, m: int(d.Month), d: d.Day, hasYear: true}, i, k+took-i)
}

// nthOf: the first Monday of October 2014, last Friday in October, the last day of May, third Tuesday after Christmas.
func (p *parser) nthOf(i int) int {
	j := i
	if p.kind(j) == lxThe || p.at(j).s == "el" {
		j++
	}
	n, took := p.ordinal(j)
	last := p.kind(j) == lxLast
	if took == 0 && !last {
		return 0
	}
	if last {
		took, n = 1, 1
	}
	j += took
	if !last && p.kind(j) == lxLast { // "the fifth last day of May"
		last = true
		j++
	}
	day := p.kind(j) == lxDay
	if p.kind(j) != lxWeekday && !day {
		return 0
	}
	wd := p.at(j).lex.n
	j++
	if p.kind(j) != lxOf && p.kind(j) != lxIn {
		return 0
	}
	month, k := p.monthNamed(j + 1)
	if k == j+1 {
		return 0
	}
	d, ok := nthIn(month, wd, n, day, last)
	if !ok {
		return 0
	}
	return p.addDate(datePiece{kind: absolute, y: d.Year, m: int(d.Month), d: d.Day, hasYear: true}, i, k-i)
}

// nthIn finds the nth day or weekday of a month, counted from its end when last.
func nthIn(month Date, wd, n int, day, last bool) (Date, bool) {
	size := daysIn(month.Year, month.Month)
	d := month
	switch {
	case day && last:
		d.Day = size + 1 - n
	case day:
		d.Day = n
	case last:
		d.Day = size - (int(Date{month.Year, month.Month, size}.Weekday())-wd+7)%7 - 7*(n-1)
	default:
		d.Day = 1 + (wd-int(month.Weekday())+7)%7 + 7*(n-1)
	}
	return d, d.Day >= 1 && d.Day <= size
}

func (p *parser) addMonths(n, i, j int) int {
	d := p.now.date().AddMonths(n)
	return p.addDate(datePiece{kind: absolute, y: d.Year, m: int(d.Month), d: d.Day, hasYear: true}, i, j-i)
}

// weekdayAt: Thursday, this Thu, next Friday, el viernes que viene, Monday of next week.
func (p *parser) weekdayAt(i int) int {
	j := i
	mod := modNone
	for ; j < i+3; j++ {
		switch p.kind(j) {
		case lxNext:
			mod = modNext
			continue
		case lxLast, lxPasado:
			mod = modLast
			continue
		case lxThis:
			mod = modThis
			continue
		case lxOn, lxThe:
			continue
		}
		break
	}
	wd, ok := p.weekday(j)
	if !ok {
		return 0
	}
	end := j + 1
	if p.at(end).s == "." && p.at(end).glued {
		end++
	}
	mod, end = p.weekdayTail(mod, end)
	return p.addDate(datePiece{kind: weekday, wd: wd, mod: mod}, i, end-i)
}

// weekdayTail reads what follows a weekday: que viene, próximo, pasado, (of) next week, de la próxima semana, week.
func (p *parser) weekdayTail(mod modifier, j int) (modifier, int) {
	switch {
	case p.at(j).s == "que" && p.kind(j+1) == lxComing:
		return modComing, j + 2
	case p.at(j).s == "que" && p.at(j+1).s == "paso":
		return modLast, j + 2
	case p.kind(j) == lxNext && p.kind(j+1) == lxWeek:
		return modNextWeek, j + 2
	case p.kind(j) == lxLast && p.kind(j+1) == lxWeek:
		return modLastWeek, j + 2
	case p.kind(j) == lxThis && p.kind(j+1) == lxWeek:
		return modThisWeek, j + 2
	case p.kind(j) == lxPasado && p.at(j+1).s != "manana":
		return modLast, j + 1
	case p.kind(j) == lxNext && mod == modNone:
		return modNext, j + 1
	case p.kind(j) == lxBefore && p.kind(j+1) == lxLast:
		return modBeforeLast, j + 2
	case p.kind(j) == lxAfter && p.kind(j+1) == lxNext && p.kind(j+2) != lxWeek && p.kind(j+2) != lxWeekday:
		return modAfterNext, j + 2
	}
	k := j
	if p.kind(k) == lxOf {
		k++
		if p.at(k).s == "la" {
			k++
		}
		switch {
		case p.kind(k) == lxNext && p.kind(k+1) == lxWeek:
			return modNextWeek, k + 2
		case p.kind(k) == lxThis && p.kind(k+1) == lxWeek:
			return modThisWeek, k + 2
		case p.kind(k) == lxWeek && p.at(k+1).s == "que" && p.kind(k+2) == lxComing:
			return modNextWeek, k + 3
		case p.kind(k) == lxWeek && p.kind(k+1) == lxNext:
			return modNextWeek, k + 2
		case p.kind(k) == lxWeek && p.kind(k+1) == lxPasado, p.kind(k) == lxLast && p.kind(k+1) == lxWeek:
			return modLastWeek, k + 2
		}
	}
	return mod, j
}

// weekday reads a weekday; "sat", "sun" and "mar" are other words too and need company.
func (p *parser) weekday(i int) (int, bool) {
	t := p.at(i)
	k := t.lex
	if t.used {
		return 0, false
	}
	if k.kind == lxNone {
		k = fuzzy(t.s)
	}
	if t.s == "mar" && (p.at(i+1).num > 0 || p.c.Lang == "es" && p.at(i+1).num < 0) {
		if _, isMonth := p.month(i); !isMonth || p.at(i+1).num < 0 {
			return 2, true
		}
		return 0, false
	}
	if k.kind != lxWeekday {
		return 0, false
	}
	if n := p.at(i + 1); (t.s == "sat" || t.s == "sun" || t.s == "mon" || t.s == "dom") && t.upper && n.upper && n.lex.kind == lxNone && len(n.s) > 1 && !n.used {
		return 0, false // Sun Li, Mon Chéri: a name
	}
	if (t.s == "sat" || t.s == "sun" || t.s == "mon" || t.s == "dom" || t.s == "wed") && !t.upper && !p.company(i) {
		return 0, false
	}
	if t.s == "sat" && subject(p.at(i-1).s) {
		return 0, false
	}
	return k.n, true
}

func subject(s string) bool {
	switch s {
	case "i", "we", "he", "she", "they", "you", "who", "and", "just":
		return true
	}
	return false
}

// company reports whether a short weekday stands beside something else of a time.
func (p *parser) company(i int) bool {
	if len(p.toks) <= 3 {
		return true
	}
	switch p.kind(i - 1) {
	case lxOn, lxThis, lxNext, lxLast, lxOr, lxFrom, lxUntil, lxBefore, lxAfter:
		return true
	case lxThe:
		return p.at(i+1).num >= 0
	}
	if p.at(i-1).s == "," || i == 0 || p.at(i-1).s == "by" || p.at(i-1).s == "for" {
		return true
	}
	n := p.at(i + 1)
	return n.num >= 0 && !n.used || p.kind(i+1) == lxAt || p.kind(i+1) == lxPart || p.kind(i+1) == lxOr || p.kind(i+1) == lxMonth || p.kind(i+1) == lxNoon || i == len(p.toks)-1
}

// vagueAt: next week, this weekend, la semana que viene, next month, sometime: no day, so the day is asked for.
func (p *parser) vagueAt(i int) int {
	j := i
	if p.at(j).s == "la" || p.at(j).s == "el" {
		j++
	}
	led := false
	for p.kind(j) == lxNext || p.kind(j) == lxThis || p.kind(j) == lxLast {
		led = true
		j++
	}
	if p.kind(j-1) == lxLast && p.kind(j) == lxPart && p.at(j).lex.n >= evening {
		p.part = night
		return p.addDate(datePiece{kind: relative, n: -1}, i, j+1-i)
	}
	switch p.kind(j) {
	case lxWeekend:
		return p.addDate(datePiece{kind: vague}, i, j+1-i)
	case lxWeek, lxMonthUnit:
		if p.at(j+1).s == "que" && p.kind(j+2) == lxComing {
			return p.addDate(datePiece{kind: vague}, i, j+3-i)
		}
		if p.kind(j+1) == lxNext || p.kind(j+1) == lxPasado {
			return p.addDate(datePiece{kind: vague}, i, j+2-i)
		}
		if led {
			return p.addDate(datePiece{kind: vague}, i, j+1-i)
		}
	case lxVague:
		return p.addDate(datePiece{kind: vague}, i, j+1-i)
	}
	return 0
}

// partAt: morning, por la tarde, lunch.
func (p *parser) partAt(i int) int {
	switch p.kind(i) {
	case lxPart, lxMeal:
		p.part = p.at(i).lex.n
		if p.at(i).lex.kind == lxPart && p.kind(i-1) == lxThis && len(p.dates) == 0 {
			p.addDate(datePiece{kind: relative}, i, 1)
		}
		return 1
	case lxTomorrow:
		if p.at(i).s == "manana" && p.isMorning(i) {
			p.part = morning
			if p.at(i-1).s == "esta" && len(p.dates) == 0 {
				p.addDate(datePiece{kind: relative}, i, 1)
			}
			return 1
		}
	}
	return 0
}
