package when

import (
	"strconv"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
)

// EchoDay writes a civil date as texts do: "Thu Dec 3", "jue 3 dic". The year is added when it is not year's neighbour month in now's
// year: a date without its year must not be mistaken.
func EchoDay(tag lang.Tag, d Date, now Date) string {
	year := ""
	if months := (d.Year-now.Year)*12 + int(d.Month) - int(now.Month); months > 9 || months < -9 {
		year = " " + strconv.Itoa(d.Year)
	}
	return lang.Text(tag, lang.DayName, "weekday", nth(tag, lang.WeekdayNames, int(d.Weekday())), "month", nth(tag, lang.MonthNames,
		int(d.Month)-1), "day", strconv.Itoa(d.Day)) + year
}

// EchoClock writes a time of day: "3 PM", "3:30 PM", in both languages.
func EchoClock(hour, minute int) string {
	half := " AM"
	if hour >= 12 {
		half = " PM"
	}
	h := hour % 12
	if h == 0 {
		h = 12
	}
	s := strconv.Itoa(h)
	if minute != 0 {
		s += ":" + strconv.Itoa(minute/10) + strconv.Itoa(minute%10)
	}
	return s + half
}

// Echo writes an instant in its own location: "Thu Dec 3, 3 PM". Every text that names a time goes through it.
func Echo(tag lang.Tag, t, now time.Time) string {
	return EchoDay(tag, DateOf(t), DateOf(now.In(t.Location()))) + ", " + EchoClock(t.Hour(), t.Minute())
}

// nth returns one of the names that a text of the catalogue lists.
func nth(tag lang.Tag, k lang.Key, n int) string {
	names := lang.Text(tag, k)
	for ; n > 0; n-- {
		_, names, _ = strings.Cut(names, " ")
	}
	name, _, _ := strings.Cut(names, " ")
	return name
}
