package when

// offsetAt: in 3 days, dentro de dos semanas, hace 2 dias, 3 days ago, in two hours.
func (p *parser) offsetAt(i int) int {
	j := i
	sign, said := 1, false
	switch {
	case p.kind(j) == lxIn:
		j++
		if p.kind(j) == lxOf {
			j++
		}
		said = true
	case p.at(j).s == "hace":
		j++
		sign, said = -1, true
	}
	n, ok := p.num(j)
	if !ok || n > 400 || j == i && p.at(j).s == "a" && p.kind(j+1) == lxDay {
		return 0
	}
	j++
	if p.kind(j) == lxOf { // "a couple of"
		j++
	}
	unit := p.kind(j)
	if unit == lxNumber { // "a couple days"
		n = p.at(j).lex.n
		j++
		if p.kind(j) == lxOf {
			j++
		}
		unit = p.kind(j)
	}
	half := unit == lxHalf && p.kind(j+1) == lxHour
	if half {
		unit = lxMinute
		n = 30
		j++
	}
	if unit != lxDay && unit != lxWeek && unit != lxMonthUnit && unit != lxYear && unit != lxHour && unit != lxMinute {
		return 0
	}
	j++
	if !said {
		switch {
		case p.at(j).s == "ago":
			sign = -1
			j++
		case p.kind(j) == lxFrom && (p.kind(j+1) == lxToday || p.at(j+1).s == "now"):
			j += 2
		case p.kind(j) == lxFrom && p.at(j+1).s == "ahora":
			j += 2
		case p.kind(j) == lxFrom && unit == lxWeek:
			return p.weeksFrom(i, j+1, n)
		default:
			return 0
		}
	}
	switch unit {
	case lxDay:
		return p.addDate(datePiece{kind: relative, n: sign * n}, i, j-i)
	case lxWeek:
		return p.addDate(datePiece{kind: relative, n: sign * 7 * n}, i, j-i)
	case lxMonthUnit:
		return p.addMonths(sign*n, i, j)
	case lxYear:
		return p.addMonths(sign*12*n, i, j)
	case lxHour:
		n *= 60
	}
	p.offset, p.hasOff, p.offPos = sign*n, true, i
	return j - i
}

func (p *parser) addMonths(n, i, j int) int {
	d := p.now.date().AddMonths(n)
	return p.addDate(datePiece{kind: absolute, y: d.Year, m: int(d.Month), d: d.Day, hasYear: true}, i, j-i)
}

// weeksFrom: a week from Thursday, two weeks from tomorrow.
func (p *parser) weeksFrom(i, j, n int) int {
	if p.kind(j) == lxThis || p.kind(j) == lxNext || p.kind(j) == lxOn {
		j++
	}
	switch p.kind(j) {
	case lxWeekday:
		return p.addDate(datePiece{kind: weekday, wd: p.at(j).lex.n, mod: modWeekFrom, n: n}, i, j+1-i)
	case lxTomorrow, lxToday:
		return p.addDate(datePiece{kind: relative, n: 7*n + p.at(j).lex.n}, i, j+1-i)
	}
	return 0
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
		return modThis, j + 2
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
