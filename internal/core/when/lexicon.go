package when

import "github.com/reportback/reportback/internal/core/lexicon"

// lexKind is what a word can be in a time.
type lexKind = lexicon.List

const (
	lxNone      = lexicon.NoList
	lxMonth     = lexicon.Month
	lxWeekday   = lexicon.Weekday
	lxToday     = lexicon.Today
	lxTomorrow  = lexicon.Tomorrow
	lxYesterday = lexicon.Yesterday
	lxTonight   = lexicon.Tonight
	lxNext      = lexicon.Next
	lxLast      = lexicon.Last
	lxThis      = lexicon.This
	lxComing    = lexicon.Coming // "que viene": this coming one
	lxWeek      = lexicon.Week
	lxDay       = lexicon.Day
	lxMonthUnit = lexicon.MonthUnit
	lxYear      = lexicon.Year
	lxHour      = lexicon.Hour
	lxMinute    = lexicon.Minute
	lxWeekend   = lexicon.Weekend
	lxNumber    = lexicon.Number
	lxOrdWord   = lexicon.Ordinal
	lxAM        = lexicon.AM
	lxPM        = lexicon.PM
	lxNoon      = lexicon.Noon
	lxMidnight  = lexicon.Midnight
	lxPart      = lexicon.PartOfDay
	lxHalf      = lexicon.Half
	lxQuarter   = lexicon.Quarter
	lxMinus     = lexicon.Minus // to, menos
	lxPast      = lexicon.Past
	lxAnd       = lexicon.And
	lxAt        = lexicon.At
	lxOn        = lexicon.On
	lxIn        = lexicon.In
	lxAgo       = lexicon.Ago
	lxFrom      = lexicon.From
	lxOr        = lexicon.Or
	lxThe       = lexicon.The
	lxOf        = lexicon.Of
	lxPlace     = lexicon.NumberedPlace // room, apt: the number after it is no time
	lxStreet    = lexicon.StreetWord
	lxCounted   = lexicon.Counted // people, kids: the number before it is no time
	lxVague     = lexicon.Vague   // sometime, soon
	lxUntil     = lexicon.Until
	lxMeal      = lexicon.Meal
	lxAfter     = lexicon.After
	lxBefore    = lexicon.Before
	lxPasado    = lexicon.Pasado // "pasado": after mañana, or last
	lxOclock    = lexicon.Oclock
	lxLater     = lexicon.Later     // later, hence; back
	lxFortnight = lexicon.Fortnight // two weeks
	lxNow       = lexicon.Now
)

type lex struct {
	kind lexKind
	n    int
}

// The parts of the day, as the hour from which a bare number is read.
const (
	morning = iota + 1
	afternoon
	evening
	night
)

// lookup finds what a word, in plain letters, says of time.
func lookup(s string) lex {
	w := lexicon.Look(s)
	return lex{w.Time, w.N}
}
