package when

import (
	"strconv"
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
	if tag == lang.Spanish {
		return weekdayES(d.Weekday()) + " " + strconv.Itoa(d.Day) + " " + monthES(d.Month) + year
	}
	return d.Weekday().String()[:3] + " " + d.Month.String()[:3] + " " + strconv.Itoa(d.Day) + year
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

// weekdayES has no accent that would leave GSM-7: "sab" for sábado.
func weekdayES(w time.Weekday) string {
	switch w {
	case time.Monday:
		return "lun"
	case time.Tuesday:
		return "mar"
	case time.Wednesday:
		return "mié"
	case time.Thursday:
		return "jue"
	case time.Friday:
		return "vie"
	case time.Saturday:
		return "sab"
	case time.Sunday:
	}
	return "dom"
}

func monthES(m time.Month) string {
	const names = "enefebmarabrmayjunjulagosepoctnovdic"
	s := names[(int(m)-1)*3 : int(m)*3]
	return s
}
