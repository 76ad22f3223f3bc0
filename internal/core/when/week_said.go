package when

import "github.com/reportback/reportback/internal/core/lexicon"

// heldOn reports whether a weekday that comes again and again is said to be taken by what is always on it: "thursdays r church for me",
// "los jueves tengo diálisis". One that is free, or good, is none.
func (p *parser) heldOn(j int) bool {
	n := 3
	for ; n > 0; n-- {
		if p.said(j, j+n).In(lexicon.TakenBy) {
			break
		}
	}
	if j += n; n == 0 || j >= len(p.toks) || mark(p.at(j).s, ",.;!?") {
		return false
	}
	for k := j; k < j+3; k++ {
		if lexicon.DayMayDo.Has(p.at(k).s) || lexicon.QuestionWords.Has(p.at(k).s) {
			return false
		}
	}
	for k := j; k < len(p.toks); k++ {
		if p.at(k).s == "?" || p.at(k).num >= 0 { // "thursdays I have bible study at 4 so it has to be quick"
			return false
		}
	}
	return true
}

// oneAfter reads the weekday a week on from one that was just named: "not this thursday, the one after", "el jueves no, el siguiente".
func (p *parser) oneAfter(i int) int {
	j := i
	if p.kind(j) == lxThe || p.at(j).s == "el" {
		j++
	}
	if j == i || len(p.dates) == 0 {
		return 0
	}
	wd := 0
	for _, d := range p.dates {
		if d.kind == weekday {
			wd = d.wd
		}
	}
	switch {
	case p.at(j).s == "one" && p.kind(j+1) == lxAfter && (j+2 >= len(p.toks) || mark(p.at(j+2).s, ",.;!?") || p.kind(j+2) == lxAt),
		p.kind(j) == lxNext && p.at(j+1).s == "one", p.at(j).s == "que" && p.at(j+1).s == "sigue":
		return p.weekOn(i, j+2, wd)
	case p.at(j).s == "siguiente":
		return p.weekOn(i, j+1, wd)
	case p.at(j).s == "otro" && p.kind(j+1) != lxWeekday && p.kind(j+1) != lxDay:
		return p.weekOn(i, j+1, wd)
	case p.kind(j) == lxOf && p.at(j+1).s == "la" && (p.at(j+2).s == "otra" || p.nextAt(j+2)): // "el de la otra"
		if p.kind(j+3) == lxWeek {
			return p.weekOn(i, j+4, wd)
		}
		return p.weekOn(i, j+3, wd)
	}
	return 0
}

// notThisOne reports whether the day that ends at token j is said not to be the one of this week: "el jueves pero no el de esta semana",
// "thursday but not this one".
func (p *parser) notThisOne(j int) bool {
	for p.at(j).s == "," || lexicon.ButWords.Has(p.at(j).s) {
		j++
	}
	if !lexicon.Negators.Has(p.at(j).s) {
		return false
	}
	j++
	if p.kind(j) == lxThe || p.at(j).s == "el" {
		j++
	}
	if p.kind(j) == lxOf {
		j++
	}
	return (p.kind(j) == lxThis || p.at(j).s == "esta") && p.kind(j+1) != lxWeekday
}
