package when

import "time"

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
	modAfterNext // "friday after next"
	modNth       // "3 fridays from now", "2 thursdays ago"
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
	orClock          bool // the number may as well be an hour: "thursday 3"
	not              bool // "not friday": named to be ruled out
}

type clockPiece struct {
	h, m     int
	half     uint8 // 0 not said, 1 am, 2 pm
	h24      bool
	from, to int
	orNext   bool
}

type parser struct {
	dateRoom  [4]datePiece // most texts name fewer
	clockRoom [4]clockPiece
	spanRoom  [8]Span

	toks   []token
	c      Context
	now    localNow
	dates  []datePiece
	clocks []clockPiece
	part   int
	offset int  // minutes from now
	hasOff bool // "in two hours"
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

func (p *parser) at(i int) token {
	if i < 0 || i >= len(p.toks) {
		return token{num: -1}
	}
	return p.toks[i]
}

func (p *parser) kind(i int) lexKind {
	if i < 0 || i >= len(p.toks) || p.toks[i].used {
		return lxNone
	}
	return p.toks[i].lex.kind
}

// num returns the number at i, written in digits or in one word.
func (p *parser) num(i int) (int, bool) {
	t := p.at(i)
	switch {
	case t.used:
		return 0, false
	case t.num >= 0:
		return t.num, true
	case t.lex.kind == lxNumber:
		return t.lex.n, true
	case t.s == "a" || t.s == "an":
		return 1, true
	}
	return 0, false
}

// number is num for numbers of several words: "twenty-four", "treinta y cinco". It returns how many tokens it took, 0 for no number.
func (p *parser) number(i int) (n, took int) {
	n, ok := p.num(i)
	if !ok {
		return 0, 0
	}
	if p.at(i).num >= 0 || n < 20 || n%10 != 0 {
		return n, 1
	}
	j := i + 1
	if p.at(j).s == "-" || p.at(j).s == "y" {
		j++
	}
	if u := p.at(j); u.lex.kind == lxNumber && u.num < 0 && u.lex.n > 0 && u.lex.n < 10 && !u.used && u.s != "few" && u.s != "couple" {
		return n + u.lex.n, j + 1 - i
	}
	return n, 1
}

// ordinal reads first, 3rd, 24th, twenty-fourth.
func (p *parser) ordinal(i int) (n, took int) {
	t := p.at(i)
	switch {
	case t.used:
		return 0, 0
	case t.lex.kind == lxOrdWord:
		return t.lex.n, 1
	case t.num > 0 && p.at(i+1).glued && (ordinalSuffix(p.at(i+1).s) || p.at(i+1).s == "^"):
		return t.num, 2
	case t.lex.kind == lxNumber && (t.lex.n == 20 || t.lex.n == 30):
		j := i + 1
		if p.at(j).s == "-" {
			j++
		}
		if u := p.at(j); u.lex.kind == lxOrdWord && u.lex.n < 10 {
			return t.lex.n + u.lex.n, j + 1 - i
		}
	}
	return 0, 0
}

func (p *parser) addDate(d datePiece, i, n int) int {
	d.from, d.to = i, i+n
	d.orNext = p.orBefore(i)
	d.not = p.ruledOut(i)
	switch s := p.at(i - 1).s; {
	case s == "every" || s == "each" || s == "cada" || s == "todos" || s == "todas":
		d.kind = vague // no one day
	case d.kind == holiday && (p.kind(i-1) == lxAfter || p.kind(i-1) == lxBefore || p.kind(i-1) == lxOf && (p.kind(i-2) == lxAfter || p.kind(i-2) == lxBefore)):
		d.kind = vague
	}
	p.dates = append(p.dates, d)
	return n
}

// ruledOut reports whether the day at i is named to be ruled out: "not friday", "can't do thursday", "no puedo el jueves".
func (p *parser) ruledOut(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch p.at(k).s {
		case "not", "cant", "isnt", "wont":
			return true
		case "t":
			if p.at(k-1).s == "'" {
				return true
			}
			return false
		case "no":
			return k+1 == i || p.at(k+1).s != ","
		case "on", "el", "this", "the", "do", "make", "it", "puedo", "puede", "este", "come", "ir", "es", "a", "la", "reunion":
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
	if n := p.vagueAt(i); n > 0 {
		return n
	}
	return p.ordinalDay(i)
}

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
		return p.addDate(datePiece{kind: monthDay, m: m, d: d, numeric: true}, i, 3)
	}
	return 0
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

// namedDay: today, tomorrow, the day after tomorrow, pasado mañana, day before yesterday, holidays.
func (p *parser) namedDay(i int) int {
	t := p.at(i)
	k := t.lex
	if k.kind == lxNone {
		if k = fuzzy(t.s); k.kind != lxTomorrow && k.kind != lxYesterday {
			return 0
		}
	}
	switch k.kind {
	case lxToday:
		return p.addDate(datePiece{kind: relative}, i, 1)
	case lxTonight:
		p.part = evening
		return p.addDate(datePiece{kind: relative}, i, 1)
	case lxTomorrow:
		if t.s == "manana" && p.isMorning(i) {
			return 0
		}
		return p.addDate(datePiece{kind: relative, n: 1}, i, 1)
	case lxYesterday:
		if t.s == "anoche" {
			p.part = night
		}
		return p.addDate(datePiece{kind: relative, n: -k.n}, i, 1)
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

// isMorning tells mañana the morning from mañana tomorrow: "por la mañana", "de la mañana", "esta mañana".
func (p *parser) isMorning(i int) bool {
	prev := p.at(i - 1).s
	return prev == "la" || prev == "esta" || prev == "las"
}

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
	if d.num < 1 || d.num > 31 || d.digits > 2 || d.used || p.at(j+1).s == ":" && p.at(j+1).glued {
		return 0
	}
	if p.at(j+1).glued && (p.kind(j+1) == lxAM || p.kind(j+1) == lxPM) {
		return 0
	}
	j++
	if p.at(j).s == "-" && p.at(j+1).num > 0 && p.at(j+1).digits <= 2 && p.kind(j+2) != lxAM && p.kind(j+2) != lxPM { // a range of days: the start counts
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
	if !ok {
		return 0
	}
	if p.at(j+1).s == "/" && p.at(j+2).digits == 4 {
		return p.addDate(datePiece{kind: absolute, y: p.at(j + 2).num, m: m, d: min(n, daysOfMonth(p.at(j+2).num, m)), hasYear: true}, i, j+3-i)
	}
	return p.withYear(datePiece{kind: monthDay, m: m, d: n}, i, j+1)
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
	if !valid(year, d.m, d.d) {
		return 0
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

// ordinalDay: the 3rd, el 3, on the 15th, el día nueve, the 24; 20th of next month.
func (p *parser) ordinalDay(i int) int {
	j := i
	led := ""
	for p.kind(j) == lxThe || p.kind(j) == lxOn {
		led = p.at(j).s
		j++
	}
	if p.at(j).s == "dia" {
		led = "dia"
		j++
	}
	n, took := p.ordinal(j)
	sure := took > 0 && (p.at(j).num > 0 || led == "the" || led == "el")
	if took == 0 {
		if n, took = p.number(j); took == 0 || p.at(j).digits > 2 {
			return 0
		}
		sure = (led == "el" || led == "dia" || led == "the" && p.at(j).num > 0 && j+1 >= len(p.toks)) && p.at(j).s != "un" && p.at(j).s != "una"
	}
	end := j + took
	if month, k := p.monthAfter(end); k > end && n >= 1 && n <= daysIn(month.Year, month.Month) {
		return p.addDate(datePiece{kind: absolute, y: month.Year, m: int(month.Month), d: n, hasYear: true}, i, k-i)
	}
	if !sure || n < 1 || n > 31 {
		return 0
	}
	switch next := p.at(end).s; {
	case next == ":" || next == "/" || next == "%" || (next == "." || next == ",") && p.at(end+1).glued && p.at(end+1).num >= 0:
		return 0
	case p.kind(end) == lxPart || p.partFollows(end): // "9 in the morning" is a clock
		return 0
	case p.kind(end) == lxAM || p.kind(end) == lxPM || p.kind(end) == lxStreet || p.kind(end) == lxPlace || p.kind(end) == lxCounted || p.kind(end) == lxWeek || p.kind(end) == lxHour || p.kind(end) == lxMinute:
		return 0
	}
	if led == "the" || led == "" { // "the second time", "the first floor": an ordinal in words needs the end of its phrase
		if next := p.at(end); p.at(j).num < 0 && next.s != "" && next.lex.kind != lxAt && next.s != "," && next.s != "." && next.s != "?" && next.s != "!" {
			return 0
		}
	}
	return p.addDate(datePiece{kind: dayOnly, d: n}, i, end-i)
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
