package when

import (
	"slices"
	"time"
)

// weekOf moves a bare weekday into the week that the text names apart from it: "next week, maybe thursday at 4". Said in another
// sentence the week may be another matter, and both days are options.
func (p *parser) weekOf(d datePiece, days []Date) []Date {
	if d.kind != weekday || d.mod != modNone {
		return days
	}
	today := p.now.date()
	monday := today.AddDays(-((int(today.Weekday()) + 6) % 7))
	for _, v := range p.dates {
		if v.kind == weekday && v.mod == modNextWeek && v.orNext && v.from >= d.to && p.onlyDays(d.to, v.from) { // "tues or weds next week"
			d.mod = v.mod
			return p.weekdayDates(d, today)
		}
		if v.kind != vague || !v.hasWeek || v.not {
			continue
		}
		in := monday.AddDays(7*v.n + (d.wd+6)%7)
		switch linked := v.to <= d.from && p.onlyDays(v.to, d.from) || d.to <= v.from && p.onlySmall(d.to, v.from); {
		case linked && v.n == 1 && today.Weekday() == time.Sunday && p.c.Mode == Plan:
			return []Date{in, in.AddDays(7)}
		case linked:
			return []Date{in}
		case !hasDate(days, in):
			return append(days, in)
		}
	}
	return days
}

// nextAt reports whether token i says that the next one is meant: "la otra semana" is the next, and "otra" of nothing else.
func (p *parser) nextAt(i int) bool {
	return p.kind(i) == lxNext || p.at(i).s == "otra" && p.kind(i+1) == lxWeek
}

// onlyDays reports whether nothing but small words, and weekdays joined by them, stands from token i to j: "next week tues or weds".
func (p *parser) onlyDays(i, j int) bool {
	for k := i; k < j; k++ {
		day := slices.ContainsFunc(p.dates, func(d datePiece) bool {
			return d.kind == weekday && d.mod == modNone && !d.not && k >= d.from && k < d.to
		})
		if !day && p.kind(k) != lxOr && !p.onlySmall(k, k+1) {
			return false
		}
	}
	return true
}

// allOn reports whether every day of the list is that day of the week.
func allOn(days []Date, wd int) bool {
	for _, d := range days {
		if int(d.Weekday()) != wd {
			return false
		}
	}
	return len(days) > 0
}
