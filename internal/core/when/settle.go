package when

import (
	"github.com/reportback/reportback/internal/core/lexicon"
)

// Which of the days and hours that are named are meant.

// settle rules out the days that only tell a story once another day is named: "move it from thursday to friday", "told me yesterday",
// "talked to her today, meeting friday".
func (p *parser) settle() {
	if p.c.Mode == Report {
		p.settleReport()
		return
	}
	p.settleClocks()
	if len(p.dates) < 2 {
		return
	}
	switch {
	case p.englishNo():
		p.dates[0].not, p.dates[1].not = len(p.clocks) == 1 && p.clocks[0].from >= p.dates[1].to, false
	case p.takenBackByNo():
		p.dates[1].not = false
	}
	p.settleLists()
	p.settleChosen()
	for k := range p.dates {
		d := &p.dates[k]
		switch {
		case d.kind == vague || d.orNext || k+1 < len(p.dates) && p.dates[k+1].orNext:
			continue
		case k+1 < len(p.dates) && lexicon.MoveTo.Has(p.at(p.withClock(d.to)).s):
			d.not = d.not || p.dates[k+1].from-p.withClock(d.to) <= 3 && p.moves(d.from)
		case d.kind == relative && (d.n < 0 || d.n == 0 && p.told(d.from)):
			d.not = d.not || p.otherDay(k)
		}
	}
}

// settleClocks takes the second of two hours that something is moved between ("from 3pm to 5pm"), and leaves open which of two counts that
// an English "no" divides: "at 3 no at 5".
func (p *parser) settleClocks() {
	if len(p.clocks) != 2 || p.clocks[0].not {
		return
	}
	first, second := &p.clocks[0], &p.clocks[1]
	to := first.to
	if p.at(to).s == "," {
		to++
	}
	switch {
	case second.from-to <= 1 && p.movedFrom(to):
		first.not = true
	case second.from-to == 1 && p.at(to).s == "no" && p.at(first.from).s != "a" && p.at(first.from).s != "las":
		second.orNext, second.not, second.bound = true, false, false
	}
}

// withClock is where the hour ends that stands right behind a day that ends at token j, j where none does: "from thurs 3pm to sat 11am".
func (p *parser) withClock(j int) int {
	for _, c := range p.clocks {
		if c.from == j {
			return c.to
		}
	}
	return j
}

// settleReport sets aside the days of a report that are to come or are an event's, where another day says when it was: "saw Kofi
// saturday, owe him a call by thursday". One that stands alone is read ahead: "we agreed to meet thursday".
func (p *parser) settleReport() {
	ahead := 0
	for k := range p.dates {
		if d := &p.dates[k]; p.ahead(d.from) {
			d.ahead = true
			ahead++
		}
	}
	if ahead == 0 || ahead == len(p.dates) {
		return
	}
	for k := range p.dates {
		d := &p.dates[k]
		d.not = d.not || d.ahead
		d.aside = d.ahead
	}
}

// ahead reports whether the day at token i stands in a clause of what is to come, or names an event: "the meeting of the 15th".
func (p *parser) ahead(i int) bool {
	if (p.at(i-1).s == "del" || p.at(i-1).s == "de" || p.at(i).s == "del") && lexicon.EventNouns.Has(p.at(i-2).s) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-12; k-- {
		switch s := p.at(k).s; {
		case mark(s, ".,;!?") || p.inDate(k):
			return false
		case lexicon.ToldVerbs.Has(s):
			return false
		case lexicon.AheadWords.Has(s):
			return true
		}
	}
	return false
}

// takenBackByNo reports whether a "no" between two days may take the first one back as well as rule the second one out, for only the second
// one has an hour: "thursday, no friday 3pm". Which is meant is asked. "Viernes no jueves a las 3" is said of the first.
func (p *parser) takenBackByNo() bool {
	if len(p.dates) != 2 || len(p.clocks) != 1 || p.dates[0].not || !p.dates[1].not || p.dates[0].kind == vague || p.dates[1].kind == vague {
		return false
	}
	first, second, c := p.dates[0].to, p.dates[1].from, p.clocks[0]
	marked := p.at(first).s == ","
	if marked {
		first++
	}
	return (marked || lexicon.Plainly(p.at(p.dates[0].to-1).s+" "+p.at(p.dates[1].to-1).s) == "en") && p.at(first).s == "no" &&
		second-first <= 2 && c.from >= p.dates[1].to && p.noMark(p.dates[1].to, c.from) &&
		p.onlySmall(p.dates[1].to, c.from)
}

// englishNo reports whether a "no" alone stands between two days in English, where "not" would rule the second one out: "thursday no friday
// 3pm" is friday, and without an hour either may be meant.
func (p *parser) englishNo() bool {
	if len(p.dates) != 2 || p.dates[0].not || !p.dates[1].not || p.dates[0].kind != weekday || p.dates[1].kind != weekday ||
		p.dates[1].from != p.dates[0].to+1 || p.at(p.dates[0].to).s != "no" {
		return false
	}
	return !lexicon.SpanishDays.Has(p.at(p.dates[0].from).s) && !lexicon.SpanishDays.Has(p.at(p.dates[1].from).s)
}

// settleChosen takes the one of two days between which a text leaves the choice that it names again as the better: "jueves o viernes,
// viernes mejor".
func (p *parser) settleChosen() {
	for k := 2; k < len(p.dates); k++ {
		d := &p.dates[k]
		better := lexicon.ChosenWords.Has(p.at(d.from - 1).s)
		for n := 1; n <= 3; n++ {
			better = better || p.said(d.to, d.to+n).In(lexicon.ChosenWords)
		}
		if d.kind != weekday || d.not || !p.dates[k-1].orNext && !p.dates[k-2].orNext || !better {
			continue
		}
		named := false
		for i := range p.dates[:k] {
			named = named || p.dates[i].kind == weekday && p.dates[i].wd == d.wd
		}
		if !named {
			continue
		}
		for i := range p.dates[:k] {
			if o := &p.dates[i]; o.kind == weekday {
				o.not, o.aside, o.orNext = true, true, false
			}
		}
	}
}

func (p *parser) otherDay(k int) bool {
	for o, d := range p.dates {
		if o != k && d.kind != vague && !d.not && !(d.kind == relative && d.n <= 0) {
			return true
		}
	}
	return false
}

// moves reports whether a word before token i says that something is moved.
func (p *parser) moves(i int) bool {
	if p.c.Moving && i <= 8 {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		if lexicon.MoveVerbs.Has(p.at(k).s) {
			return true
		}
	}
	return false
}

// told reports whether the clause before token i tells what has happened.
func (p *parser) told(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		switch s := p.at(k).s; {
		case lexicon.ToldVerbs.Has(s):
			return true
		case s == ".", s == ",", s == ";", s == "?":
			return false
		}
	}
	return false
}

// chooseClock sets aside the times that belong to no day once one does; several that are left are asked about.
func (p *parser) chooseClock() {
	kept := p.clocks[:0]
	for _, c := range p.clocks {
		if !c.bound && !(len(p.clocks) > 1 && p.ofRuledDay(c)) && !(c.not && p.anotherClock(c)) {
			kept = append(kept, c)
		}
	}
	p.clocks = kept
	if len(kept) < 2 {
		return
	}
	var beside []clockPiece
	apart := 0
	for i := 0; i < len(kept); {
		j := i + 1
		for j < len(kept) && kept[j].orNext {
			j++
		}
		if p.adjacent(kept[i].from, kept[j-1].to) {
			beside = append(beside, kept[i:j]...)
			apart++
		}
		i = j
	}
	if apart == 1 {
		p.clocks = beside
	}
	if apart > 1 && p.daysNamed() == 1 { // two times at one day: "llego a las 6, el lunes a las 7"
		p.clocks = beside
		for i := range p.clocks {
			p.clocks[i].orNext = i > 0
		}
	}
}

// anotherClock reports whether another time is said than one that is ruled out: "can't at 5, can we do 6".
func (p *parser) anotherClock(not clockPiece) bool {
	for i, c := range p.clocks {
		if c.from == not.from {
			if i+1 < len(p.clocks) && p.clocks[i+1].orNext { // "not 5 or 6" rules out both
				return false
			}
			continue
		}
		if !c.not && !c.bound && !c.orNext {
			return true
		}
	}
	return false
}

// ofRuledDay reports whether a clock belongs to a day that is ruled out while another day counts: "rather than thursday 3pm, friday 4pm".
func (p *parser) ofRuledDay(c clockPiece) bool {
	for _, d := range p.dates {
		if d.not && d.kind != vague && c.from >= d.to && p.noMark(d.to, c.from) && p.onlySmall(d.to, c.from) && p.daysNamed() > 0 {
			return true
		}
	}
	return false
}
