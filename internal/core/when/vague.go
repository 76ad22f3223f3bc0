package when

import "github.com/reportback/reportback/internal/core/lexicon"

// vagueAt: next week, this weekend, la semana que viene, next month, sometime: no day, so the day is asked for.
func (p *parser) vagueAt(i int) int {
	j := i
	if p.at(j).s == "la" || p.at(j).s == "el" {
		j++
	}
	led := false
	for p.nextAt(j) || p.kind(j) == lxThis || p.kind(j) == lxLast {
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
		week := p.kind(j) == lxWeek
		if week && p.kind(j+1) == lxAfter && p.kind(j+2) == lxNext { // "the week after next"
			return p.addDate(datePiece{kind: vague, hasWeek: true, n: 2}, i, j+3-i)
		}
		if p.at(j+1).s == "que" && p.kind(j+2) == lxComing {
			return p.addDate(datePiece{kind: vague, hasWeek: week, n: 1}, i, j+3-i)
		}
		if p.kind(j+1) == lxNext || p.kind(j+1) == lxPasado {
			n := 1
			if p.kind(j+1) == lxPasado {
				n = -1
			}
			return p.addDate(datePiece{kind: vague, hasWeek: week, n: n}, i, j+2-i)
		}
		if led {
			n := 0
			switch {
			case p.nextAt(j - 1):
				n = 1
			case p.kind(j-1) == lxLast:
				n = -1
			}
			return p.addDate(datePiece{kind: vague, hasWeek: week, n: n}, i, j+1-i)
		}
	case lxVague:
		return p.addDate(datePiece{kind: vague}, i, j+1-i)
	}
	return 0
}

// partAt: morning, por la tarde, lunch.
func (p *parser) partAt(i int) int {
	if lexicon.EarlyWords.Has(p.at(i).s) && p.part == 0 && p.kind(i+1) != lxPart && p.inDate(i-1) {
		p.part = morning // "mañana temprano a las 6:30"
		return 1
	}
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

// andMinutes reads what follows the hours of a length: "and a half", "y media", "and 15 minutes".
func (p *parser) andMinutes(k int) (minutes, end int) {
	if p.at(k).s != "and" && p.at(k).s != "y" {
		return 0, k
	}
	j := k + 1
	if s := p.at(j).s; s == "a" && p.kind(j+1) == lxHalf {
		j++
	}
	if p.kind(j) == lxHalf {
		return 30, j + 1
	}
	if n, took := p.number(j); took > 0 && n < 60 && p.kind(j+took) == lxMinute {
		return n, j + took + 1
	}
	return 0, k
}
