package understand

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// TheirDays are the days and parts of the day at which somebody can meet at all, or never can.
type TheirDays uint8

// Days of the week, and parts of the day.
const (
	Weekdays TheirDays = 1 << iota
	Weekends
	Mornings
	Afternoons
	Evenings
)

const daysAtAll = Weekdays | Weekends

// DaysOf reads at which days somebody can meet alone, or never can: "i only do weekends", "entre semana no puedo", "cant do mornings".
func DaysOf(body string) (only, never TheirDays) {
	w := betweenSpaces(body)
	f := strings.Fields(w)
	if len(f) < 2 || len(f) > mostTheirDays || strings.ContainsAny(body, "?¿0123456789") {
		return 0, 0
	}
	said := TheirDays(0)
	for i, x := range f {
		many := strings.HasSuffix(x, "s")
		switch l := lexicon.Look(x); {
		case lexicon.OfWeekends.Has(x), l.Time == lexicon.Weekend:
			said |= Weekends
		case lexicon.OfWeekdays.Has(x), i > 0 && lexicon.OfWeekdays.Has(f[i-1]+" "+x):
			said |= Weekdays
		case many && lexicon.HoursMorning.Has(x):
			said |= Mornings
		case many && lexicon.HoursMidday.Has(x):
			said |= Afternoons
		case many && lexicon.HoursEvening.Has(x):
			said |= Evenings
		case l.Time == lexicon.Weekday, l.Time == lexicon.Today, l.Time == lexicon.Tomorrow, lexicon.Kin.Has(x), lexicon.ThirdSubjects.Has(x),
			lexicon.FirstNames.Has(x):
			return 0, 0
		}
	}
	denies, alone := lexicon.Negators.Any(f) || lexicon.CannotLeads.Any(f), lexicon.OnlyThen.Any(f)
	switch {
	case said == 0, lexicon.ButWords.Any(f) && lexicon.YesMildly.Any(f), denies && alone: // "i only do weekends but thats fine"
		return 0, 0
	case denies:
		return 0, said
	case alone:
		return said, 0
	}
	return 0, 0
}

// NeverAt reads at which parts of the day and of the week somebody says they never can, whatever reason follows: "in the mornings i cant i
// take my kids to school". Where a day is named by its name it is about that.
func NeverAt(clause string) TheirDays {
	if len(WeekdaysIn(clause)) > 0 {
		return 0
	}
	f := strings.Fields(clause)
	for n := min(mostTheirDays, len(f)); n > 1; n-- {
		if _, never := DaysOf(strings.Join(f[:n], " ")); never != 0 {
			return never
		}
	}
	return 0
}

// mostTheirDays is how many words say so at most.
const mostTheirDays = 9

// Outside reports whether a time is none of the days and parts of the day at which somebody can meet.
func Outside(at time.Time, only, never TheirDays) bool {
	is := Weekdays
	if d := at.Weekday(); d == time.Saturday || d == time.Sunday {
		is = Weekends
	}
	switch h := at.Hour(); {
	case h < 12:
		is |= Mornings
	case h < 17:
		is |= Afternoons
	default:
		is |= Evenings
	}
	days, parts := only&daysAtAll, only&^daysAtAll
	return never&is != 0 || days != 0 && days&is == 0 || parts != 0 && parts&is == 0
}
