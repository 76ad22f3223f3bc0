package when

import "github.com/reportback/reportback/internal/core/lexicon"

// holidayAt reads the name of a holiday and what says which year's: next, last, 2014, of last year, in 9 months.
func (p *parser) holidayAt(i int) int {
	j := i
	mod := modNone
	switch p.kind(j) {
	case lxNext, lxThis:
		mod = modNext
		j++
	case lxLast:
		mod = modLast
		j++
	}
	h, took := p.holidayName(j)
	if took == 0 {
		return 0
	}
	j += took
	if lexicon.HolidayThings.Has(p.at(j).s) { // not the day itself
		return 0
	}
	d := datePiece{kind: holiday, n: h, mod: mod}
	switch y := p.at(j); {
	case y.digits == 4 && y.num >= 1990 && y.num < 2100:
		d.y, d.hasYear = y.num, true
		j++
	case p.kind(j) == lxOf && p.kind(j+2) == lxYear && (p.kind(j+1) == lxLast || p.kind(j+1) == lxThis || p.kind(j+1) == lxNext):
		d.y, d.hasYear = p.now.Year(), true
		switch p.kind(j + 1) {
		case lxLast:
			d.y--
		case lxNext:
			d.y++
		}
		j += 3
	default:
		if l, k, ago := p.lengthAfter(j); k > j && !l.exact { // "thanksgiving in 9 months": the nearest one to then
			at := p.now.date().AddMonths(ago * l.months).AddDays(ago * l.days)
			d.y, d.hasYear = nearestYear(h, at), true
			if l.months != 0 && l.months%12 == 0 { // years: of the coming one
				d.y = p.holidayDates(datePiece{kind: holiday, n: h}, p.now.date())[0].Year + ago*l.months/12
			}
			j = k
		}
	}
	return p.addDate(d, i, j-i)
}

// lengthAfter reads "in 9 months", "9 months from now", "3 months ago".
func (p *parser) lengthAfter(j int) (l span, k, sign int) {
	if p.kind(j) == lxIn {
		l, k = p.length(j + 1)
		if k > j+1 {
			return l, k, 1
		}
		return span{}, j, 1
	}
	l, k = p.length(j)
	switch {
	case k == j:
		return span{}, j, 1
	case p.at(k).s == "ago":
		return l, k + 1, -1
	case p.kind(k) == lxFrom && p.kind(k+1) == lxNow:
		return l, k + 2, 1
	}
	return span{}, j, 1
}

func nearestYear(h int, at Date) int {
	best, gap := at.Year, 1<<30
	for y := at.Year - 1; y <= at.Year+1; y++ {
		g := at.days(holidayIn(h, y))
		if g < 0 {
			g = -g
		}
		if g < gap {
			best, gap = y, g
		}
	}
	return best
}

// holidayDates resolves a holiday: the coming one when planning, the last one when reporting.
func (p *parser) holidayDates(d datePiece, today Date) []Date {
	if d.hasYear {
		return []Date{holidayIn(d.n, d.y)}
	}
	this := holidayIn(d.n, today.Year)
	c := this.Compare(today)
	switch {
	case d.mod == modLast || d.mod == modNone && p.c.Mode == Report:
		if c > 0 || c == 0 && d.mod == modLast {
			return []Date{holidayIn(d.n, today.Year-1)}
		}
	case c < 0 || c == 0 && d.mod == modNext:
		return []Date{holidayIn(d.n, today.Year+1)}
	}
	return []Date{this}
}

// The holidays that people plan around.
const (
	christmas = iota + 1
	thanksgiving
	halloween
	juneteenth
	christmasEve
	newYearsEve
	newYear
	valentine
	blackFriday
	mlk
	easter
	easterMonday
	patrick
	memorial
	independence
	veterans
	presidents
	fathers
	mothers
	labor
	lunarNewYear
	epiphany
	indigenous
	dayOfTheDead
	cincoDeMayo
	goodFriday
	boxing
)

// holidayName reads a holiday's name and how many words it has.
//
//nolint:gocyclo,cyclop // a table
func (p *parser) holidayName(i int) (h, took int) {
	w := func(k int) string { return p.at(i + k).s }
	poss := func(k int) int { // an apostrophe and its s
		if w(k) == "'" && w(k+1) == "s" {
			return 2
		}
		if w(k) == "'" {
			return 1
		}
		return 0
	}
	day := func(h, k int) (int, int) {
		k += poss(k)
		if w(k) == "day" {
			return h, k + 1
		}
		return 0, 0
	}
	switch w(0) {
	case "christmas", "xmas", "navidad":
		if w(1) == "eve" {
			return christmasEve, 2
		}
		if w(1) == "day" {
			return christmas, 2
		}
		return christmas, 1
	case "nochebuena":
		return christmasEve, 1
	case "thanksgiving":
		if w(1) == "day" {
			return thanksgiving, 2
		}
		return thanksgiving, 1
	case "accion":
		if w(1) == "de" && w(2) == "gracias" {
			return thanksgiving, 3
		}
	case "halloween", "juneteenth", "nochevieja", "easter", "epiphany":
		return p.shortHoliday(i)
	case "new":
		if s := w(1); s == "year" || s == "years" {
			k := 2 + poss(2)
			switch w(k) {
			case "eve":
				return newYearsEve, k + 1
			case "day":
				return newYear, k + 1
			}
		}
	case "dia":
		if w(1) == "de" && w(2) == "muertos" {
			return dayOfTheDead, 3
		}
		if w(1) == "de" && w(2) == "los" && w(3) == "muertos" {
			return dayOfTheDead, 4
		}
	case "ano":
		if w(1) == "nuevo" {
			return newYear, 2
		}
	case "valentine", "valentines":
		return day(valentine, 1)
	case "black":
		if w(1) == "friday" {
			return blackFriday, 2
		}
	case "boxing":
		return day(boxing, 1)
	case "good":
		if w(1) == "friday" {
			return goodFriday, 2
		}
	case "mlk":
		if w(1) == "jr" {
			if w(2) == "." {
				return day(mlk, 3)
			}
			return day(mlk, 2)
		}
		return day(mlk, 1)
	case "martin":
		if w(1) == "luther" && (w(2) == "king" || w(2) == "kings") {
			return day(mlk, 3)
		}
	case "civil":
		if w(1) == "rights" {
			return day(mlk, 2)
		}
	}
	return moreHolidays(w, day)
}

func (p *parser) shortHoliday(i int) (h, took int) {
	switch p.at(i).s {
	case "halloween":
		return halloween, 1
	case "juneteenth":
		return juneteenth, 1
	case "nochevieja":
		return newYearsEve, 1
	case "epiphany":
		return epiphany, 1
	}
	switch p.at(i + 1).s {
	case "monday", "mon":
		return easterMonday, 2
	case "sunday", "day":
		return easter, 2
	}
	return easter, 1
}

func moreHolidays(w func(int) string, day func(h, k int) (int, int)) (h, took int) {
	switch w(0) {
	case "st", "saint":
		if s := w(1); s == "patrick" || s == "patricks" || s == "paddy" {
			return day(patrick, 2)
		}
	case "memorial":
		return day(memorial, 1)
	case "independence":
		return day(independence, 1)
	case "veterans", "veteran":
		return day(veterans, 1)
	case "presidents", "president":
		return day(presidents, 1)
	case "george":
		if w(1) == "washington" {
			return day(presidents, 2)
		}
	case "washington":
		if w(1) == "'" && w(2) == "s" && w(3) == "birthday" {
			return presidents, 4
		}
	case "father", "fathers":
		return day(fathers, 1)
	case "mother", "mothers":
		return day(mothers, 1)
	case "labor", "labour":
		return day(labor, 1)
	case "chinese", "lunar":
		k := 1
		if w(0) == "chinese" && w(1) == "lunar" {
			k = 2
		}
		if w(k) == "new" && (w(k+1) == "year" || w(k+1) == "years") {
			n := k + 2
			if w(n) == "'" && w(n+1) == "s" {
				n += 2
			}
			if w(n) == "day" {
				n++
			}
			return lunarNewYear, n
		}
	case "indigenous":
		return indigenousDay(w)
	case "reyes":
		return epiphany, 1
	case "pascua":
		return easter, 1
	}
	return 0, 0
}

func indigenousDay(w func(int) string) (h, took int) {
	for k := 1; k < 6; k++ {
		if w(k) == "day" {
			return indigenous, k + 1
		}
	}
	return 0, 0
}
