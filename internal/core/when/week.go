package when

import "github.com/reportback/reportback/internal/core/lexicon"

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

// weekdayAt: Thursday, this Thu, next Friday, el viernes que viene, Monday of next week.
func (p *parser) weekdayAt(i int) int {
	j := i
	mod := modNone
	for ; j < i+3; j++ {
		switch p.kind(j) {
		case lxNext:
			if mod == modNext { // "next next monday"
				mod = modAfterNext
				continue
			}
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
		if mod == modNone && lexicon.OtherOf.Has(p.at(j).s) && p.kind(j+1) == lxWeekday { // "el otro lunes"
			if n := p.weekOn(i, j+2, p.at(j+1).lex.n); n > 0 {
				return n
			}
			mod = modNext
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
	if mod == modNone && p.c.Mode == Plan && (p.at(j-1).s == "los" || len(p.at(j).s) > 6 && p.at(j).s[len(p.at(j).s)-1] == 's' &&
		p.at(j).s[len(p.at(j).s)-2] == 'y') { // "on fridays": no one day
		n := p.addDate(datePiece{kind: vague, wd: wd, repeats: true}, i, end-i)
		p.dates[len(p.dates)-1].not = p.dates[len(p.dates)-1].not || p.heldOn(end)
		return n
	}
	return p.addDate(datePiece{kind: weekday, wd: wd, mod: mod}, i, end-i)
}

// weekOn adds the same weekday a week later when the last day that was named is one that is ruled out; what says so stands from i to end.
func (p *parser) weekOn(i, end, wd int) int {
	if len(p.dates) == 0 {
		return 0
	}
	named := len(p.dates) - 1
	for named > 0 && p.dates[named].kind == vague && p.dates[named].hasWeek && p.dates[named].n == 0 { // "no el de esta semana"
		named--
	}
	last := p.dates[named]
	if last.kind != weekday || !last.not || last.wd != wd {
		return 0
	}
	p.dates = p.dates[:named+1]
	if last.mod == modNext { // "el jueves próximo no, el otro": the coming one is ruled out
		p.dates[named].mod, last.mod = modComing, modComing
	}
	days := p.day(last)
	if len(days) == 0 {
		return 0
	}
	d := days[0].AddDays(7)
	return p.addDate(datePiece{kind: absolute, y: d.Year, m: int(d.Month), d: d.Day, hasYear: true}, i, end-i)
}

// weekdayTail reads what follows a weekday: que viene, próximo, pasado, (of) next week, de la próxima semana, week.
func (p *parser) weekdayTail(mod modifier, j int) (modifier, int) {
	switch {
	case p.at(j).s == "que" && p.at(j+1).s == "sigue" && p.kind(j+2) == lxOf && p.kind(j+3) == lxNext, // "el lunes que sigue del próximo"
		p.kind(j) == lxAfter && p.kind(j+1) == lxOf && p.kind(j+2) == lxNext && p.kind(j+3) != lxWeekday && p.kind(j+3) != lxWeek:
		if p.kind(j) == lxAfter {
			return modAfterNextOne, j + 3
		}
		return modAfterNextOne, j + 4
	case p.at(j).s == "que" && p.at(j+1).s == "sigue":
		return modNext, j + 2
	case p.at(j).s == "que" && p.kind(j+1) == lxComing:
		return modComing, j + 2
	case p.at(j).s == "que" && p.at(j+1).s == "paso":
		return modLast, j + 2
	case p.nextAt(j) && p.kind(j+1) == lxWeek:
		return modNextWeek, j + 2
	case p.kind(j) == lxLast && p.kind(j+1) == lxWeek:
		return modLastWeek, j + 2
	case p.kind(j) == lxThis && p.kind(j+1) == lxWeek:
		return modThisWeek, j + 2
	case p.kind(j) == lxPasado && p.at(j+1).s != "manana":
		return modLast, j + 1
	case p.kind(j) == lxNext && mod == modNone:
		return modNext, j + 1
	case p.kind(j) == lxWeek && p.at(j).s == "week" && mod == modNone: // "thursday week"
		return modNext, j + 1
	case p.at(j).s == "en" && (p.at(j+1).s == "ocho" || p.at(j+1).s == "quince"): // "jueves en ocho": the one after the coming one
		mod, n := modAfterNext, 2
		if p.at(j+1).s == "quince" {
			mod = modAfterAfter
		}
		if p.kind(j+2) == lxDay {
			n++
		}
		return mod, j + n
	case p.kind(j) == lxAfter && p.kind(j+1) == lxThis && (p.at(j+2).s == "one" || p.at(j+2).s == "coming"): // "the monday after this one"
		return modAfterNext, j + 3
	case p.kind(j) == lxBefore && p.kind(j+1) == lxLast:
		return modBeforeLast, j + 2
	case p.kind(j) == lxAfter && p.kind(j+1) == lxNext && p.kind(j+2) != lxWeek && p.kind(j+2) != lxWeekday:
		return modAfterNextOne, j + 2
	}
	k := j
	if p.kind(k) == lxOf {
		k++
		if p.at(k).s == "la" {
			k++
		}
		switch {
		case p.nextAt(k) && p.kind(k+1) == lxWeek:
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
	if n := p.at(i + 1); lexicon.DayNames.Has(t.s) && t.upper && n.upper && n.lex.kind == lxNone &&
		len(n.s) > 1 && !n.used {
		return 0, false // Sun Li, Mon Chéri: a name
	}
	if lexicon.DayWords.Has(t.s) && !t.upper && !p.company(i) {
		return 0, false
	}
	if t.s == "sat" && (subject(p.at(i-1).s) || p.satDown(i+1)) || t.s == "domingo" && t.upper && named(p.at(i-1).s) {
		return 0, false
	}
	return k.n, true
}

// satDown: "sat down", "sat in on": a verb.
func (p *parser) satDown(i int) bool {
	switch s := p.at(i).s; {
	case lexicon.AfterSat.Has(s):
		return true
	case s == "with", s == "w", s == "w/":
		return p.c.Mode == Report
	}
	return false
}

// named: words that a person's name follows, such as Domingo's.
func named(s string) bool {
	return lexicon.BeforeNamed.Has(s)
}

func subject(s string) bool {
	return lexicon.Subjects.Has(s)
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
	if k := p.at(i - 1).lex.kind; k == lxAM || k == lxPM || k == lxNoon || p.inClock(i-1) {
		return true
	}
	if p.at(i-1).s == "," || i == 0 || lexicon.LeadsShortDay.Has(p.at(i-1).s) || p.at(i+1).s == "same" ||
		p.at(i+1).s == "instead" {
		return true
	}
	n := p.at(i + 1)
	for k := i + 1; n.s == "*"; k++ { // an emoji
		n = p.at(k)
	}
	if (n.s == "and" || n.s == "&" || n.s == "y") && p.kind(i+2) == lxWeekday || (p.at(i-1).s == "and" || p.at(i-1).s == "y") &&
		p.inDate(i-2) { // "wed and thurs"
		return true
	}
	return n.num >= 0 && !n.used || p.kind(i+1) == lxQuarter || p.kind(i+1) == lxHalf || p.kind(i+1) == lxNumber || p.kind(i+1) == lxAt ||
		p.kind(i+1) == lxPart || p.kind(i+1) == lxOr || p.kind(i+1) == lxMonth ||
		p.kind(i+1) == lxNoon || p.kind(i+1) == lxAfter || i == len(p.toks)-1
}
