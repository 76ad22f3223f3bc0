package moment

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/when"
)

// SameInWeek puts a time on its own weekday of the week that was named, at its hour; false where no week was, or a day was. Named in the
// week before it, its own week is not meant.
func (s *Said) SameInWeek(was time.Time) bool {
	monday, ok := when.ParseDate(s.WeekOf)
	if !ok || s.Date != "" || s.Clock != "" || len(s.Options) > 0 {
		return false
	}
	day := monday.AddDays((int(was.Weekday()) + 6) % 7)
	if day.Compare(when.DateOf(was)) <= 0 {
		day = when.DateOf(was).AddDays(7)
	}
	s.Date, s.Clock = day.String(), Clock(was.Hour(), was.Minute())
	return true
}

// BehindWeekOf names the week behind that of a day.
func (s *Said) BehindWeekOf(was time.Time) {
	day := when.DateOf(was)
	s.WeekOf = day.AddDays(7 - (int(day.Weekday())+6)%7).String()
}

// OtherThan leaves of two readings the one that is on another weekday than this; it changes nothing where both are, or none.
func (s *Said) OtherThan(day time.Weekday) {
	if len(s.Options) != 2 || s.HoursOnly() {
		return
	}
	left := ""
	for _, o := range s.Options {
		date, _, _ := strings.Cut(o, " ")
		on, ok := when.ParseDate(date)
		switch {
		case !ok:
			return
		case on.Weekday() == day:
		case left != "":
			return
		default:
			left = o
		}
	}
	if left != "" {
		s.choose(left)
	}
}
