package when

import (
	"time"
)

// Which date a day without its month or week is.

// nearDays is how near a day must be for a reading that puts it before its month to be asked about.
const nearDays = 75

// yearOf: the coming one when planning, the last one when reporting.
func (p *parser) yearOf(d datePiece, today Date) Date {
	at := func(y int) Date { return Date{y, time.Month(d.m), min(d.d, daysIn(y, time.Month(d.m)))} }
	this := at(today.Year)
	switch {
	case p.c.Mode == Plan && this.Compare(today) < 0:
		return at(today.Year + 1)
	case p.c.Mode == Report && this.Compare(today) > 0:
		if today.days(this) < 60 { // "Dec 3" in November, in a report: a day to come is asked about, not moved by a year
			return this
		}
		return at(today.Year - 1)
	}
	return this
}

func (p *parser) monthOf(day int, today Date) []Date {
	step := 1
	if p.c.Mode == Report {
		step = -1
	}
	first := Date{today.Year, today.Month, 1}
	for k := 0; k < 12; k++ {
		m := first.AddMonths(step * k)
		if day > daysIn(m.Year, m.Month) {
			continue
		}
		d := Date{m.Year, m.Month, day}
		if c := d.Compare(today); c == 0 || c == step {
			return []Date{d}
		}
	}
	return nil
}

// weekdayDates: which date of a weekday is meant; two when both are common readings.
func (p *parser) weekdayDates(d datePiece, today Date) []Date {
	ahead := (d.wd - int(today.Weekday()) + 7) % 7
	coming := today.AddDays(ahead)
	monday := today.AddDays(-((int(today.Weekday()) + 6) % 7))
	inWeek := func(weeks int) Date { return monday.AddDays(7*weeks + (d.wd+6)%7) }
	past := today.AddDays(ahead - 7)
	switch d.mod {
	case modNextWeek:
		if today.Weekday() == time.Sunday && p.c.Mode == Plan { // the week that begins tomorrow, or the one after it
			return []Date{inWeek(1), inWeek(2)}
		}
		return []Date{inWeek(1)}
	case modLastWeek:
		return []Date{inWeek(-1)}
	case modThisWeek:
		return []Date{inWeek(0)}
	case modComing: // said of today's weekday it is in a week; of tomorrow's it may be
		if ahead == 0 {
			return []Date{today.AddDays(7)}
		}
		if ahead == 1 {
			return []Date{coming, coming.AddDays(7)}
		}
		return []Date{coming}
	case modBeforeLast:
		return []Date{past.AddDays(-7)}
	case modAfterNext:
		if ahead == 0 {
			return []Date{today.AddDays(14)}
		}
		return []Date{coming.AddDays(7)}
	case modAfterNextOne: // after which "next" it is
		next := inWeek(1)
		if ahead == 0 || next == coming {
			return p.weekdayDates(datePiece{wd: d.wd, mod: modAfterNext}, today)
		}
		return []Date{coming.AddDays(7), next.AddDays(7)}
	case modAfterAfter:
		if ahead == 0 {
			return []Date{today.AddDays(14)}
		}
		return []Date{coming.AddDays(14)}
	case modNth:
		if d.n < 0 {
			return []Date{past.AddDays(7 * (d.n + 1))}
		}
		if ahead == 0 {
			return []Date{today.AddDays(7 * d.n)}
		}
		return []Date{coming.AddDays(7 * (d.n - 1))}
	case modNext:
		if ahead == 0 {
			return []Date{today.AddDays(7)}
		}
		if next := inWeek(1); next != coming {
			return []Date{coming, next}
		}
		return []Date{coming}
	case modLast:
		if ahead == 0 {
			return []Date{today.AddDays(-7)}
		}
		if last := inWeek(-1); last != past && today.days(past) > -3 {
			return []Date{past, last}
		}
		return []Date{past}
	case modThis:
		if p.c.Mode == Report && inWeek(0).Compare(today) <= 0 {
			return []Date{inWeek(0)}
		}
		return []Date{coming}
	case modNone:
	}
	if p.c.Mode == Report {
		if ahead == 0 {
			return []Date{today, past}
		}
		return []Date{past}
	}
	if ahead == 0 {
		return p.todaysWeekday(today)
	}
	return []Date{coming}
}

// todaysWeekday: "Tuesday" on a Tuesday is today or in a week; a clock that has passed settles it.
func (p *parser) todaysWeekday(today Date) []Date {
	next := today.AddDays(7)
	if cl := p.clockOptions(); len(cl) == 1 {
		if t, ok := today.At(cl[0][0], cl[0][1], p.now.Location()); ok && t.Before(p.now.Time) {
			return []Date{next}
		}
	}
	return []Date{today, next}
}

// dayFirstOn adds, to the days of a date in numbers, the near one that puts the day before its month, where that alone falls on the weekday
// beside it: "jueves 10/12" is the 10th of December.
func (p *parser) dayFirstOn(days []Date, wd int, a, b datePiece) []Date {
	d := a
	if a.kind == weekday {
		d = b
	}
	if d.kind != monthDay || !d.numeric || d.m == d.d || d.d > 12 || len(days) == 0 || int(days[0].Weekday()) == wd {
		return days
	}
	today := p.now.date()
	other := p.yearOf(datePiece{m: d.d, d: d.m}, today)
	if near := today.days(other); int(other.Weekday()) != wd || near <= -nearDays || near >= nearDays {
		return days
	}
	return append(days, other)
}
