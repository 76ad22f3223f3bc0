package when

import (
	"slices"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// localNow is the writer's now, in the writer's zone.
type localNow struct{ time.Time }

func (n localNow) date() Date { return DateOf(n.Time) }

func daysOfMonth(y, m int) int { return daysIn(y, time.Month(m)) }

// smallHours: who writes "tomorrow" now may mean the day that has begun; a meeting now is questioned.
const smallHours = 5

// InSmallHours reports whether a time of day is one that is questioned rather than believed.
func InSmallHours(t time.Time) bool { return t.Hour() < smallHours }

// resolve puts the pieces together: days by mode, clocks by am, pm and part of the day, then the instant.
func (p *parser) resolve() Reading {
	p.settle()
	p.chooseClock()
	p.findZone()
	r := Reading{Spans: p.spans}
	if p.hasOff && (len(p.dates) == 0 || len(p.dates) == 1 && p.dates[0].kind == relative && p.dates[0].n == 0) {
		t := p.now.Add(time.Duration(p.offset) * time.Minute).Truncate(time.Minute)
		r.Date, r.HasClock, r.Hour, r.Minute = DateOf(t), true, t.Hour(), t.Minute()
		r.Instant = t
		return p.checks(r)
	}
	days := p.days()
	clocks := p.clockOptions()
	r.BareWeekday = p.bareWeekday()
	r.Week, r.NotWeek = p.weeks()
	r.Except, r.NotBefore = p.except(), p.notBefore()
	days = p.withoutNamed(days, r.Except)
	switch {
	case len(days) == 1:
		r.Date = days[0]
	case len(days) > 1:
		r.Ask = append(r.Ask, AskWhich)
	default:
		r.Ask = append(r.Ask, AskDate)
	}
	switch {
	case len(clocks) == 1:
		r.HasClock, r.Hour, r.Minute = true, clocks[0][0], clocks[0][1]
	case len(clocks) > 1:
		if !r.Asks(AskWhich) {
			r.Ask = append(r.Ask, AskWhich)
		}
	case p.c.Mode == Plan:
		r.Ask = append(r.Ask, AskTime)
	}
	r.Options = options(days, clocks)
	if len(r.Options) == 1 {
		r.Options = nil
	}
	return p.inZone(p.checks(r))
}

// withoutNamed leaves out a holiday that names a day which is ruled out ("not thursday thats thanksgiving, friday" is Friday), and the one
// of a weekday's days that is: "tuesday at noon (not today)".
func (p *parser) withoutNamed(days, out []Date) []Date {
	if len(days) < 2 || len(out) == 0 {
		return days
	}
	named := func(day Date) bool {
		return hasDate(out, day) && slices.ContainsFunc(p.dates, func(d datePiece) bool {
			own := p.day(d)
			return !d.not && (d.kind == holiday || d.kind == weekday && len(own) > 1) && hasDate(own, day)
		})
	}
	if left := slices.DeleteFunc(slices.Clone(days), named); len(left) > 0 {
		return left
	}
	return days
}

// findZone reads whose clock it is, behind the first that counts.
func (p *parser) findZone() {
	for _, c := range p.clocks {
		j := c.to
		if p.iso && p.at(j).s == ":" && p.at(j+1).digits == 2 { // seconds
			j += 2
		}
		if n := p.zoneAfter(j); n > 0 {
			p.spans = append(p.spans, Span{p.at(j).from, p.at(j + n - 1).to})
			p.odd = p.odd || p.anotherZone(p.at(j).s, j+n)
			return
		}
	}
}

// anotherZone reports whether another zone's letters stand behind token j: "9am PT, I mean CT" is asked about.
func (p *parser) anotherZone(first string, j int) bool {
	for ; j < len(p.toks); j++ {
		if t := p.toks[j]; t.upper && len(t.s) <= 3 && t.s != first && lexicon.ZoneLetters.Has(t.s) && !t.used && p.closes(j+1) {
			return true
		}
	}
	return false
}

// bareWeekday reports whether the days that count are named by their weekdays alone.
func (p *parser) bareWeekday() bool {
	n := 0
	for _, d := range p.dates {
		switch {
		case d.not:
		case d.kind != weekday || d.mod != modNone:
			return false
		default:
			n++
		}
	}
	return n > 0
}

// options pairs the days and clocks between which is to be chosen.
func options(days []Date, clocks [][2]int) []Option {
	var out []Option
	for _, d := range days {
		if len(clocks) == 0 {
			out = append(out, Option{Date: d})
		}
		for _, c := range clocks {
			out = append(out, Option{Date: d, HasClock: true, Hour: c[0], Minute: c[1]})
		}
	}
	if len(days) == 0 && len(clocks) > 1 {
		for _, c := range clocks {
			out = append(out, Option{HasClock: true, Hour: c[0], Minute: c[1]})
		}
	}
	return out
}

// checks questions what is odd and makes the instant when nothing is.
func (p *parser) checks(r Reading) Reading {
	if !r.HasDate() || r.Asks(AskWhich) {
		return r
	}
	today := p.now.date()
	odd := p.odd
	switch p.c.Mode {
	case Plan:
		odd = odd || r.Date.Compare(today) < 0 || today.days(r.Date) > 300
	case Report:
		odd = odd || r.Date.Compare(today) > 0
	}
	if r.HasClock {
		t, ok := r.Date.At(r.Hour, r.Minute, p.now.Location())
		odd = odd || !ok || p.c.Mode == Plan && (r.Hour < smallHours || t.Before(p.now.Truncate(time.Minute)))
		if !odd {
			r.Instant = t
		}
	}
	if odd {
		r.Ask = append(r.Ask, AskSure)
		r.Instant = time.Time{}
	}
	return r
}

// days resolves the day pieces to one day, or to several between which to ask. Two pieces that name one day twice are one group.
func (p *parser) days() []Date {
	var groups [][]Date
	last := -2
	for k, d := range p.dates {
		if d.kind == vague || d.not || d.floor {
			continue
		}
		got := p.weekOf(d, p.day(d))
		// the day of the month, or the coming weekday at that hour: both are asked about
		if d.orClock && p.c.Lang != "es" && k > 0 && !spanishDay(p.at(p.dates[k-1].to-1).s) && len(groups) > 0 && !p.clockRightAfter(d.to) {
			groups = append(groups, got)
			last = k
			continue
		}
		if d.kind == weekday && d.mod == modNone && !d.orNext && len(groups) > 0 && d.wd >= 0 && allOn(groups[len(groups)-1],
			d.wd) { // "Dec 5, 10 am, Saturday"
			last = k
			continue
		}
		if last == k-1 && len(groups) > 0 && p.sameDay(p.dates[k-1], d) {
			g := &groups[len(groups)-1]
			*g = p.agree(*g, got, p.dates[k-1], d)
		} else {
			groups = append(groups, got)
		}
		last = k
	}
	var days []Date
	for _, g := range groups {
		for _, d := range g {
			if !hasDate(days, d) {
				days = append(days, d)
			}
		}
	}
	return days
}

// spanishDay: in Spanish a number after a weekday is the day of the month.
func spanishDay(s string) bool {
	return lexicon.SpanishDays.Has(s)
}

// sameDay reports whether two pieces name one day twice: "Thursday Dec 3", "tomorrow, Wednesday", "Thursday the 3rd".
func (p *parser) sameDay(a, b datePiece) bool {
	gap := b.from - a.to
	if b.orNext || gap > 2 {
		return false
	}
	return (a.kind == weekday) != (b.kind == weekday)
}

// agree keeps the day that both pieces allow; when there is none, both are options.
func (p *parser) agree(days, got []Date, a, b datePiece) []Date {
	md, wd, w := got, days, a
	if b.kind == weekday {
		md, wd, w = days, got, b
	}
	if (a.weeks || b.weeks) && len(md) == 1 { // "in two weeks on thursday"
		monday := md[0].AddDays(-((int(md[0].Weekday()) + 6) % 7))
		return []Date{monday.AddDays((w.wd + 6) % 7)}
	}
	var out []Date
	for _, d := range p.dayFirstOn(md, w.wd, a, b) {
		if int(d.Weekday()) == w.wd {
			out = append(out, d)
		}
	}
	if len(out) > 0 {
		return out
	}
	out = append(out, md...)
	for _, d := range wd {
		if !hasDate(out, d) {
			out = append(out, d)
		}
	}
	return out
}

func hasDate(list []Date, d Date) bool {
	for _, x := range list {
		if x == d {
			return true
		}
	}
	return false
}

// day resolves one piece, and moves it by what was said to lie between.
func (p *parser) day(d datePiece) []Date {
	if d.ahead && p.c.Mode == Report { // what is to come is read so, and asked about: a report tells of what has been
		p.c.Mode = Plan
		defer func() { p.c.Mode = Report }()
	}
	days := p.unshifted(d)
	if d.shift == 0 && d.shiftMonths == 0 {
		return days
	}
	out := make([]Date, len(days))
	for i, x := range days {
		out[i] = x.AddMonths(d.shiftMonths).AddDays(d.shift)
	}
	return out
}

func (p *parser) unshifted(d datePiece) []Date {
	today := p.now.date()
	switch d.kind {
	case absolute:
		return []Date{{d.y, time.Month(d.m), d.d}}
	case monthDay:
		at := p.yearOf(d, today)
		if at.Day != d.d {
			return nil // the 29th of February of a year that has none
		}
		if d.dayFirst {
			other := p.yearOf(datePiece{m: d.d, d: d.m}, today)
			if near := today.days(other); near > -nearDays && near < nearDays {
				return []Date{other, at}
			}
		}
		return []Date{at}
	case dayOnly:
		return p.monthOf(d.d, today)
	case weekday:
		return p.weekdayDates(d, today)
	case relative:
		if d.n == 1 && p.now.Hour() < smallHours-1 { // "tomorrow" after midnight
			return []Date{today, today.AddDays(1)}
		}
		return []Date{today.AddDays(d.n)}
	case holiday:
		return p.holidayDates(d, today)
	case vague:
	}
	return nil
}
