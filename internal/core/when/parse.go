package when

import (
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// dateKind is the form in which a day was named.
type dateKind uint8

const (
	absolute dateKind = iota // year, month, day
	monthDay                 // no year
	dayOnly                  // "the 3rd"
	weekday
	relative // so many days from now
	vague    // "next week": no day
	holiday
)

// modifier says which of the weekday's dates is meant.
type modifier uint8

const (
	modNone modifier = iota
	modThis
	modNext
	modLast
	modNextWeek // "monday of next week"
	modLastWeek
	modThisWeek
	modComing // "que viene"
	modBeforeLast
	modAfterNext    // "the friday after this one"
	modAfterNextOne // "friday after next"
	modAfterAfter   // "viernes en quince"
	modNth          // "3 fridays from now", "2 thursdays ago"
)

type datePiece struct {
	kind             dateKind
	y, m, d          int
	wd               int
	mod              modifier
	n                int
	from, to         int // tokens
	orNext           bool
	hasYear, numeric bool
	shift            int // days to add once the day is known
	shiftMonths      int
	dayFirst         bool // 6/12 in Spanish: the day may stand first, and both are asked about when that day is near
	orClock          bool // the number may as well be an hour: "thursday 3"
	not              bool // "not friday": named to be ruled out
	ahead            bool // in a report: to come, and not the day that is told of
	aside            bool // it is another matter, and rules no day out
	weeks            bool // counted in weeks: a weekday beside it is one of that week
	repeats          bool // "thursdays": no one day, and every one of them when ruled out
	floor            bool // it is the first day that would do, or the last that would not, and none that is offered
	floorShift       int  // how many days after it the first is that would do
	hasWeek          bool // a vague piece that names a week: n weeks from this one
}

type clockPiece struct {
	h, m     int
	half     uint8 // 0 not said, 1 am, 2 pm
	h24      bool
	from, to int
	orNext   bool
	bound    bool // a limit or somebody's hours: "after 5", "I get off at 5"
	not      bool // named to be ruled out: "can't at 5"
}

type parser struct {
	dateRoom  [4]datePiece // most texts name fewer
	clockRoom [4]clockPiece
	spanRoom  [8]Span
	phrase    [32]byte // where a phrase is put together that is looked up
	none      token    // what stands before a text and behind it

	toks   []token
	c      Context
	now    localNow
	dates  []datePiece
	clocks []clockPiece
	part   int
	offset int            // minutes from now
	hasOff bool           // "in two hours"
	zone   *time.Location // whose clock it is, when the text says so
	iso    bool           // the clock stands behind a T, as computers write it
	odd    bool           // something that makes any reading doubtful: another zone, "an hour later"
	spans  []Span
}

// scan goes over the text once; each rule looks a few tokens ahead.
func (p *parser) scan() {
	p.dates, p.clocks, p.spans = p.dateRoom[:0], p.clockRoom[:0], p.spanRoom[:0]
	for i := 0; i < len(p.toks); {
		if p.toks[i].used {
			i++
			continue
		}
		n := p.dateAt(i)
		if n == 0 {
			n = p.clockAt(i)
		}
		if n == 0 {
			n = p.partAt(i)
		}
		if n == 0 {
			i++
			continue
		}
		p.spans = append(p.spans, Span{p.toks[i].from, p.toks[i+n-1].to})
		i += n
	}
}

func (p *parser) at(i int) *token {
	if i < 0 || i >= len(p.toks) {
		return &p.none
	}
	return &p.toks[i]
}

func (p *parser) kind(i int) lexKind {
	if i < 0 || i >= len(p.toks) || p.toks[i].used {
		return lxNone
	}
	return p.toks[i].lex.kind
}

func (p *parser) addDate(d datePiece, i, n int) int {
	if p.c.Mode == Plan && p.since(i, i+n) {
		return n
	}
	d.from, d.to = i, i+n
	d.orNext = p.orBefore(i)
	d.not = p.ruledOut(i) || p.replaced(i) || p.ruledAfter(i+n) || p.occasion(i+n) || p.movedOnto(i) ||
		p.c.Mode == Plan && p.ruledByWords(i) || p.busyOn(i, i+n) ||
		d.kind == weekday && (p.alsoExcept(i) || p.c.Mode == Plan && (p.notThisOne(i+n) || p.otherFits(i+n)))
	d.not = d.not && !(d.kind == weekday && p.c.Mode == Plan && !p.ruledByWords(i) && p.fitsBehind(i+n))
	d.floor, d.floorShift = p.floored(i, i+n)
	switch s := p.at(i - 1).s; {
	case p.ofWeek(i): // "the week of the 14th": no one day
		if days := p.day(d); len(days) > 0 {
			d.kind, d.mod, d.hasWeek, d.n = vague, modNone, true, mondayOf(p.now.date()).days(mondayOf(days[0]))/7
		}
	case d.floor:
	case lexicon.EachWords.Has(s) || s == "other" && lexicon.EachWords.Has(p.at(i-2).s):
		d.kind = vague // no one day
	case d.kind == holiday && (p.kind(i-1) == lxAfter || p.kind(i-1) == lxBefore || p.kind(i-1) == lxOf && (p.kind(i-2) == lxAfter ||
		p.kind(i-2) == lxBefore)):
		d.kind = vague
	}
	p.dates = append(p.dates, d)
	return n
}

// ruledOut reports whether the day at i is named to be ruled out: "not friday", "can't do thursday", "no puedo el jueves".
func (p *parser) ruledOut(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch s := p.at(k).s; {
		case lexicon.NotBeforeDay.Has(s):
			return p.at(k-1).s != "if"
		case s == "t":
			if p.at(k-1).s == "'" {
				return true
			}
			return false
		case s == "no":
			if p.at(k-1).s == "si" { // "si no, el viernes": otherwise
				return false
			}
			return k+1 == i || p.at(k+1).s != ","
		case lexicon.SmallAfterNot.Has(s):
			continue
		}
		return false
	}
	return false
}

// orBefore reports whether "or" stands before the piece at i, a preposition in between allowed.
func (p *parser) orBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch p.kind(k) {
		case lxOr:
			return true
		case lxOn, lxAt, lxThe, lxThis, lxNext:
			continue
		}
		return p.at(k).s == "/"
	}
	return false
}

// dateAt tries every way to name a day at token i and returns how many tokens it took.
func (p *parser) dateAt(i int) int {
	for _, rule := range []func(int) int{p.numericDate, p.yearFirst, p.holidayAt, p.nthOf, p.shiftedAt, p.offsetAt, p.namedDay} {
		if n := rule(i); n > 0 {
			return n
		}
	}
	if n := p.monthDate(i); n > 0 {
		return n
	}
	if n := p.weekdayAt(i); n > 0 {
		return n
	}
	if n := p.oneAfter(i); n > 0 {
		return n
	}
	if n := p.vagueAt(i); n > 0 {
		return n
	}
	return p.ordinalDay(i)
}

// namedDay: today, tomorrow, the day after tomorrow, pasado mañana, day before yesterday, holidays.
func (p *parser) namedDay(i int) int {
	t := p.at(i)
	k := t.lex
	if n := p.numbered(i); n > 0 {
		return n
	}
	if k.kind == lxNone {
		if k = fuzzy(t.s); k.kind != lxTomorrow && k.kind != lxYesterday {
			return 0
		}
	}
	switch k.kind {
	case lxToday:
		if n := p.inEight(i + 1); n > 0 { // "de hoy en ocho"
			return p.addDate(datePiece{kind: relative, n: n}, i, 3)
		}
		return p.addDate(datePiece{kind: relative}, i, 1)
	case lxTonight:
		p.part = evening
		return p.addDate(datePiece{kind: relative}, i, 1)
	case lxTomorrow:
		if t.s == "manana" && p.isMorning(i) {
			return 0
		}
		if n := p.inEight(i + 1); n > 0 { // "de mañana en ocho"
			return p.addDate(datePiece{kind: relative, n: n + 1}, i, 3)
		}
		return p.addDate(datePiece{kind: relative, n: 1}, i, 1)
	case lxYesterday:
		if t.s == "anoche" {
			p.part = night
		}
		return p.addDate(datePiece{kind: relative, n: -k.n}, i, 1)
	case lxBefore: // "antes de ayer"
		if p.at(i+1).s == "de" && p.at(i+2).s == "ayer" {
			return p.addDate(datePiece{kind: relative, n: -2}, i, 3)
		}
	case lxPasado:
		if p.at(i+1).s == "manana" {
			return p.addDate(datePiece{kind: relative, n: 2}, i, 2)
		}
	case lxDay:
		if p.kind(i+1) == lxAfter && p.kind(i+2) == lxTomorrow {
			return p.addDate(datePiece{kind: relative, n: 2}, i, 3)
		}
		if p.kind(i+1) == lxBefore && p.kind(i+2) == lxYesterday {
			return p.addDate(datePiece{kind: relative, n: -2}, i, 3)
		}
	}
	return 0
}

// inEight reads "en ocho" and "en quince": in one week and in two, counted with both ends.
func (p *parser) inEight(i int) int {
	if p.at(i).s != "en" {
		return 0
	}
	counts := false // "en 15 minutos" counts by itself
	switch p.kind(i + 2) {
	case lxMinute, lxHour, lxDay, lxWeek, lxMonthUnit:
		counts = true
	}
	switch t := p.at(i + 1); {
	case t.s == "ocho", t.num == 8 && !counts:
		return 7
	case t.s == "quince", t.num == 15 && !counts:
		return 14
	}
	return 0
}

// numbered: 2moro, 2day, 2nite.
func (p *parser) numbered(i int) int {
	if p.at(i).num != 2 || !p.at(i+1).glued {
		return 0
	}
	switch s := p.at(i + 1).s; {
	case lexicon.EndsOfTomorrow.Has(s):
		return p.addDate(datePiece{kind: relative, n: 1}, i, 2)
	case s == "day":
		return p.addDate(datePiece{kind: relative}, i, 2)
	case s == "nite", s == "night":
		p.part = evening
		return p.addDate(datePiece{kind: relative}, i, 2)
	}
	return 0
}

// isMorning tells mañana the morning from mañana tomorrow: "por la mañana", "de la mañana", "esta mañana".
func (p *parser) isMorning(i int) bool {
	return lexicon.BeforeMorning.Has(p.at(i - 1).s)
}
