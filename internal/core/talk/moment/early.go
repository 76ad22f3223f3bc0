package moment

import (
	"time"

	"github.com/reportback/reportback/internal/core/understand"
)

// SameHalf has an hour that may be of the morning or of the evening be of the half of the day in which the one-on-one was: "no, at 7" of
// one at 6:30 PM, "make it 6" of one at 7 AM.
func (s *Said) SameHalf(words string, was time.Time) {
	s.staysEarly(words, was)
	found := ""
	for _, o := range s.Options {
		c, err := time.Parse(Layout, o)
		if err != nil {
			return
		}
		if (c.Hour() >= 12) == (was.Hour() >= 12) {
			if found != "" {
				return
			}
			found = o
		}
	}
	if found != "" {
		s.Clock, s.Options = found, nil
	}
}

// staysEarly has an hour be of the morning that is near to one before nine, where the words name no half: who meets at 7 and says "6:30"
// means no evening.
func (s *Said) staysEarly(words string, was time.Time) {
	const nine, near = 9, 90 * time.Minute
	c, err := time.Parse(Layout, s.Clock)
	if err != nil || was.Hour() >= nine || c.Hour() < 12 || understand.NamesHalf(words) {
		return
	}
	of := time.Duration(was.Hour())*time.Hour + time.Duration(was.Minute())*time.Minute
	if early := time.Duration(c.Hour()-12)*time.Hour + time.Duration(c.Minute())*time.Minute; (early - of).Abs() <= near {
		s.Clock = Clock(c.Hour()-12, c.Minute())
	}
}
