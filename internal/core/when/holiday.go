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

// The holidays that people plan around, as the lexicon numbers them.
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

// mostNameTokens is how many tokens a holiday's name has at most: martin luther king jr. 's day.
const mostNameTokens = 8

// holidayName reads a holiday's name and how many tokens it has.
func (p *parser) holidayName(i int) (h, took int) {
	if w := lexicon.Look(p.at(i).s); p.at(i).num >= 0 || w.Holiday == 0 && !w.Begins(lexicon.Holiday) {
		return 0, 0
	}
	for n := mostNameTokens; n >= 1; n-- {
		if w := p.said(i, i+n); w.Holiday != 0 && p.at(i+n-1).s != "'" {
			return w.Holiday, n
		}
	}
	return 0, 0
}
