package when

import (
	"time"

	"github.com/reportback/reportback/internal/core/lang"
)

// Holiday names the public holiday of a date as texts say it, "" for an ordinary day. US federal holidays, and the days on which most
// places are shut.
func Holiday(tag lang.Tag, d Date) string {
	for _, h := range [...]struct {
		on   Date
		name lang.Key
	}{
		{Date{d.Year, 1, 1}, lang.HolidayName("new_year")},
		{nthWeekday(d.Year, 1, 1, 3), lang.HolidayName("mlk")},
		{nthWeekday(d.Year, 2, 1, 3), lang.HolidayName("presidents")},
		{lastMonday(d.Year, 5), lang.HolidayName("memorial")},
		{Date{d.Year, 6, 19}, lang.HolidayName("juneteenth")},
		{Date{d.Year, 7, 4}, lang.HolidayName("independence")},
		{nthWeekday(d.Year, 9, 1, 1), lang.HolidayName("labor")},
		{nthWeekday(d.Year, 10, 1, 2), lang.HolidayName("indigenous")},
		{Date{d.Year, 11, 11}, lang.HolidayName("veterans")},
		{nthWeekday(d.Year, 11, 4, 4), lang.HolidayName("thanksgiving")},
		{Date{d.Year, 12, 24}, lang.HolidayName("christmas_eve")},
		{Date{d.Year, 12, 25}, lang.HolidayName("christmas")},
		{Date{d.Year, 12, 31}, lang.HolidayName("new_years_eve")},
	} {
		if h.on == d {
			return lang.Text(tag, h.name)
		}
	}
	return ""
}

// DayOff reports whether most offices are shut on a day: weekends, holidays, and the Friday after Thanksgiving.
func DayOff(d Date) bool {
	wd := d.Weekday()
	return wd == time.Saturday || wd == time.Sunday || Holiday(lang.English, d) != "" || d.AddDays(-1) == nthWeekday(d.Year, 11, 4, 4)
}

// nthWeekday returns the nth weekday (0 Sunday) of a month.
func nthWeekday(year, month, weekday, n int) Date {
	first := Date{year, monthOf(month), 1}
	shift := (weekday - int(first.Weekday()) + 7) % 7
	return first.AddDays(shift + 7*(n-1))
}

func lastMonday(year, month int) Date {
	last := Date{year, monthOf(month), daysOfMonth(year, month)}
	return last.AddDays(-((int(last.Weekday()) + 6) % 7))
}

func monthOf(m int) time.Month { return time.Month(m) }

// mondayOf is the Monday of a day's week.
func mondayOf(d Date) Date { return d.AddDays(-((int(d.Weekday()) + 6) % 7)) }

// ofWeek reports whether the day at i only says which week is meant: "the week of the 14th".
func (p *parser) ofWeek(i int) bool {
	k := i - 1
	for k >= 0 && k >= i-3 && (p.kind(k) == lxThe || p.kind(k) == lxOf) {
		k--
	}
	return k < i-1 && p.kind(k) == lxWeek && p.kind(k+1) == lxOf
}

// weeks are the Mondays of the week that is named without a day in it, and of one that is ruled out; zero for none.
func (p *parser) weeks() (week, not Date) {
	monday := mondayOf(p.now.date())
	for _, d := range p.dates {
		switch {
		case d.kind != vague || !d.hasWeek:
		case d.not:
			not = monday.AddDays(7 * d.n)
		case week.IsZero():
			week = monday.AddDays(7 * d.n)
		}
	}
	return week, not
}
