package when

import (
	"time"

	"github.com/reportback/reportback/internal/core/lang"
)

// Holiday names the public holiday of a date as texts say it, "" for an ordinary day. US federal holidays, and the days on which most places
// are shut.
func Holiday(tag lang.Tag, d Date) string {
	for _, h := range [...]struct {
		on     Date
		en, es string
	}{
		{Date{d.Year, 1, 1}, "New Year's Day", "Año Nuevo"},
		{nthWeekday(d.Year, 1, 1, 3), "Martin Luther King Day", "Martin Luther King"},
		{nthWeekday(d.Year, 2, 1, 3), "Presidents' Day", "Presidents' Day"},
		{lastMonday(d.Year, 5), "Memorial Day", "Memorial Day"},
		{Date{d.Year, 6, 19}, "Juneteenth", "Juneteenth"},
		{Date{d.Year, 7, 4}, "July 4", "4 de julio"},
		{nthWeekday(d.Year, 9, 1, 1), "Labor Day", "Labor Day"},
		{nthWeekday(d.Year, 10, 1, 2), "Indigenous Peoples' Day", "Pueblos Originarios"},
		{Date{d.Year, 11, 11}, "Veterans Day", "Veterans Day"},
		{nthWeekday(d.Year, 11, 4, 4), "Thanksgiving", "Thanksgiving"},
		{Date{d.Year, 12, 24}, "Christmas Eve", "Nochebuena"},
		{Date{d.Year, 12, 25}, "Christmas", "Navidad"},
		{Date{d.Year, 12, 31}, "New Year's Eve", "fin de año"},
	} {
		if h.on == d {
			if tag == lang.Spanish {
				return h.es
			}
			return h.en
		}
	}
	return ""
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
