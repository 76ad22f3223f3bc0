package when

import "time"

// holidayIn returns the day of a holiday in a year.
//
//nolint:gocyclo,cyclop // a table
func holidayIn(h, y int) Date {
	nth := func(m time.Month, wd time.Weekday, n int, last bool) Date {
		d, _ := nthIn(Date{y, m, 1}, int(wd), n, false, last)
		return d
	}
	switch h {
	case thanksgiving:
		return nth(time.November, time.Thursday, 4, false)
	case blackFriday:
		return nth(time.November, time.Thursday, 4, false).AddDays(1)
	case halloween:
		return Date{y, time.October, 31}
	case juneteenth:
		return Date{y, time.June, 19}
	case christmasEve:
		return Date{y, time.December, 24}
	case newYearsEve:
		return Date{y, time.December, 31}
	case newYear:
		return Date{y, time.January, 1}
	case valentine:
		return Date{y, time.February, 14}
	case mlk:
		return nth(time.January, time.Monday, 3, false)
	case presidents:
		return nth(time.February, time.Monday, 3, false)
	case memorial:
		return nth(time.May, time.Monday, 1, true)
	case independence:
		return Date{y, time.July, 4}
	case labor:
		return nth(time.September, time.Monday, 1, false)
	case indigenous:
		return nth(time.October, time.Monday, 2, false)
	case veterans:
		return Date{y, time.November, 11}
	case fathers:
		return nth(time.June, time.Sunday, 3, false)
	case mothers:
		return nth(time.May, time.Sunday, 2, false)
	case patrick:
		return Date{y, time.March, 17}
	case epiphany:
		return Date{y, time.January, 6}
	case easter:
		return easterOf(y)
	case easterMonday:
		return easterOf(y).AddDays(1)
	case goodFriday:
		return easterOf(y).AddDays(-2)
	case boxing:
		return Date{y, time.December, 26}
	case lunarNewYear:
		return lunarOf(y)
	case dayOfTheDead:
		return Date{y, time.November, 2}
	case cincoDeMayo:
		return Date{y, time.May, 5}
	}
	return Date{y, time.December, 25}
}

// easterOf is the Gregorian computus (Meeus, Jones, Butcher).
func easterOf(y int) Date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Date{y, time.Month(n / 31), n%31 + 1}
}

// lunarOf is the lunar new year of 2010 to 2039, as days after January 20.
func lunarOf(y int) Date {
	const days = "\x19\x0e\x03\x15\x0b\x1e\x13\x08\x1b\x10\x05\x17\x0c\x02\x15\x09\x1c\x11\x06\x18\x0e\x03\x16\x0b\x1e\x13\x08\x1a\x0f\x04"
	if y < 2010 || y >= 2010+len(days) {
		return Date{y, time.February, 1}
	}
	return Date{y, time.January, 20}.AddDays(int(days[y-2010]))
}
