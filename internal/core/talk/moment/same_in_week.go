package moment

import (
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
