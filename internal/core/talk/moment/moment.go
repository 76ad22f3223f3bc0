// Package moment is a time that two people are agreeing upon, as far as it has been said: it is put together from what they text, piece by
// piece.
package moment

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Layout is how a clock is kept.
const Layout = "15:04"

// Said is what has been said so far of a time that is being agreed upon: a day, a clock, and the readings between which to choose.
type Said struct {
	Date    string   `json:"date,omitempty"`  // 2026-12-03
	Clock   string   `json:"clock,omitempty"` // 15:00
	Options []string `json:"opts,omitempty"`  // what the digits of the question mean: "2026-12-03 15:00", "2026-12-03", "15:00"
	Sure    bool     `json:"sure,omitempty"`  // 1 confirms an odd time
	Fixed   bool     `json:"fixed,omitempty"` // the odd time was confirmed
	Base    string   `json:"base,omitempty"`  // the day that is moved: a bare weekday may be of its week
	From    int      `json:"from,omitempty"`  // what the words say of the hour without naming it, from which on and up to which: "after 4"
	To      int      `json:"to,omitempty"`
	WeekOf  string   `json:"weekof,omitempty"` // the Monday of a week that was named, and no day: a weekday that follows is of that week
	Week    bool     `json:"week,omitempty"`   // "next week" was said, and no day: a weekday that follows is of that week
}

// Hear takes what words say about time into what is known; false when they say nothing about it.
func (s *Said) Hear(words string, h understand.Text, c when.Context) bool {
	if behind := behindHoliday(words, c); behind != "" { // "thats thanksgiving, friday"
		words = behind
		if s.Base == "" {
			s.Base = s.Date
		}
	}
	days := s.Clock == "" && s.onlyDays()
	if n := h.Digit; n > 0 && len(s.Options) > 0 && (!days || n <= len(s.Options)) {
		if n > len(s.Options) {
			return false
		}
		s.choose(s.Options[n-1])
		return true
	}
	if s.HoursOnly() {
		if half := understand.HalfOfDay(words); half != understand.NoHalf && s.inHalf(half) {
			return true
		}
	}
	if s.Sure && (h.Digit == 1 || h.Reply == understand.Yes) {
		s.Fixed = true
		return true
	}
	if s.Date != "" && s.Clock == "" && len(s.Options) == 0 || days { // "3" answers "at what time?"
		if n := h.Digit; namesMonthDay(words) { // "el 2"
		} else if HourAndPlace(words) {
			words = "at " + strings.Fields(words)[0]
		} else if n >= 1 && n <= 12 {
			words = "at " + words
		} else if hour := HourOnly(words); hour != "" {
			words = "at " + hour
		} else if hours := eitherHour(words); hours != "" {
			words = hours
		}
	}
	from, to := s.From, s.To
	words = withHours(words)
	r, near := ofItsWeek(understand.Times(words, c), s.Base, c)
	if !r.HasDate() && len(r.Options) == 0 && saysNextWeek(words) {
		s.Week = true
	}
	near = s.nameWeek(&r) || near
	if s.Week && r.HasDate() {
		if of := understand.Times("next week, "+words, c); of.HasDate() && of.Date != r.Date &&
			r.Date.Compare(when.DateOf(c.At.In(c.Zone)).AddDays(7)) <= 0 {
			r = of
		}
	}
	base := cmp.Or(s.Base, s.Date, s.laterWeek(when.DateOf(c.At.In(c.Zone))))
	clock, open := s.Clock, s.Options
	if !s.take(r) {
		return !r.Week.IsZero()
	}
	s.within(from, to)
	if was, err := time.Parse(Layout, clock); err == nil {
		s.nearFirst(was)
		s.staysEarly(words, was)
	}
	if !r.HasClock && len(r.Options) == 0 {
		s.dropHour(words)
	}
	if days && !r.HasDate() && !slices.ContainsFunc(s.Options, func(o string) bool { return strings.Contains(o, "-") }) {
		// which of the days stays open
		s.Options = eachDay(open, s.Options)
	}
	s.bound(words)
	if other, ok := otherWeek(words, base, r, c); ok && !near {
		if s.Clock == "" {
			s.Clock = clock
		}
		s.Options = []string{strings.TrimSpace(r.Date.String() + " " + s.Clock), strings.TrimSpace(other.String() + " " + s.Clock)}
	}
	return true
}

// behindHoliday is what words say behind that the day in hand is a holiday, which speaks against it: "oh wait thats thanksgiving, friday"
// is "friday". "" where they say nothing of the kind.
func behindHoliday(words string, c when.Context) string {
	first, rest, cut := strings.Cut(words, ",")
	if !cut {
		first, rest, cut = strings.Cut(words, ".")
	}
	f := strings.Fields(understand.WithoutCorrection(first))
	if !cut || strings.TrimSpace(rest) == "" || len(f) < 2 || len(f) > mostHoliday ||
		!lexicon.ItsNow.Has(lexicon.Plain(strings.ToLower(f[0]))) {
		return ""
	}
	r := understand.Times(strings.Join(f[1:], " "), c)
	if !r.HasDate() || r.HasClock || when.Holiday(c.Lang, r.Date) == "" || understand.NamesTime(strings.ToLower(f[1])) {
		return ""
	}
	return strings.TrimSpace(rest)
}

// mostHoliday is how many words say that a day is a holiday.
const mostHoliday = 6

// eachDay puts each hour to each day, where both are to be chosen.
func eachDay(days, hours []string) []string {
	if len(hours) == 0 {
		return days
	}
	var out []string
	for _, d := range days {
		for _, h := range hours {
			if out = append(out, d+" "+h); len(out) == mostOptions {
				return out
			}
		}
	}
	return out
}

// mostOptions is how many digits there are to choose by.
const mostOptions = 9

// DayKnown reports whether a day was said, be it one of two.
func (s *Said) DayKnown() bool { return s.Date != "" || s.onlyDays() }

// onlyDays reports whether what is left to choose between are days.
func (s *Said) onlyDays() bool {
	return len(s.Options) > 0 && !slices.ContainsFunc(s.Options, func(o string) bool { return strings.Contains(o, ":") })
}

// take merges a reading; several readings become options.
func (s *Said) take(r when.Reading) bool {
	if !r.HasDate() && !r.HasClock && len(r.Options) == 0 {
		return false
	}
	if s.HoursOnly() && r.HasDate() && !r.HasClock && len(r.Options) == 0 { // of another day, and the hour is still open
		s.Date = r.Date.String()
		return true
	}
	s.Options, s.Sure, s.Fixed = nil, false, false
	if r.HasDate() {
		s.Date = r.Date.String()
	}
	if r.HasClock {
		s.Clock = Clock(r.Hour, r.Minute)
	}
	if !r.Asks(when.AskWhich) {
		return true
	}
	for _, o := range r.Options {
		reading := o.Date.String()
		if o.HasClock {
			reading = strings.TrimSpace(reading + " " + Clock(o.Hour, o.Minute))
		}
		if reading != "" && len(s.Options) < mostOptions {
			s.Options = append(s.Options, reading)
		}
	}
	if len(s.Options) < 2 {
		s.Options = nil
	}
	return true
}

// OneDay leaves of a weekday's two readings the likelier: behind the day that was named before it, else the first that is to come, and not
// today, which nobody calls by its name.
func (s *Said) OneDay(now time.Time, before string) {
	if len(s.Options) == 0 || s.HoursOnly() {
		return
	}
	today := when.DateOf(now).String()
	for _, o := range s.Options {
		if !strings.HasPrefix(o, today) && (before == "" || o > before) {
			s.choose(o)
			return
		}
	}
	s.choose(s.Options[0])
}

// Distinct leaves out an option that stands twice; one that is left is what was said.
func (s *Said) Distinct() {
	if s.Options = slices.Compact(s.Options); len(s.Options) == 1 {
		s.choose(s.Options[0])
	}
}

// choose takes one of the options.
func (s *Said) choose(o string) {
	s.Options = nil
	day, clock, both := strings.Cut(o, " ")
	switch {
	case both:
		s.Date, s.Clock = day, clock
	case strings.Contains(o, ":"):
		s.Clock = o
	default:
		s.Date = o
	}
}

// SameDayAs fills in, for a time that is moved, what the words leave as it was: "at 5" keeps the day, "Friday" keeps the clock.
func (s *Said) SameDayAs(was time.Time) {
	s.nearFirst(was)
	if s.Date == "" && (s.Clock != "" || s.HoursOnly()) {
		s.Date = when.DateOf(was).String()
	}
	if s.Clock == "" && s.Date != "" && s.allows(was) {
		s.Clock = Clock(was.Hour(), was.Minute())
	}
}

// nearFirst puts, of two hours between which to choose, the one first that is nearer to the hour that stood: "a las 7", of 6 PM.
func (s *Said) nearFirst(was time.Time) {
	if len(s.Options) != 2 || !s.HoursOnly() {
		return
	}
	far := func(o string) int {
		c, err := time.Parse(Layout, o)
		if err != nil {
			return 0
		}
		n := c.Hour()*60 + c.Minute() - was.Hour()*60 - was.Minute()
		return max(n, -n)
	}
	if far(s.Options[1]) < far(s.Options[0]) {
		s.Options[0], s.Options[1] = s.Options[1], s.Options[0]
	}
}

// HoursOnly reports whether the readings between which to choose are hours, and no days: "a las 7".
func (s *Said) HoursOnly() bool {
	for _, o := range s.Options {
		if _, err := time.Parse(Layout, o); err != nil {
			return false
		}
	}
	return len(s.Options) > 0
}

// inHalf chooses the hour of those that are offered which is in a half of the day; false where none is, or more than one.
func (s *Said) inHalf(half understand.Half) bool {
	found := ""
	for _, o := range s.Options {
		if c, err := time.Parse(Layout, o); err != nil || (c.Hour() >= 12) != (half == understand.Afternoon) {
			continue
		}
		if found != "" {
			return false
		}
		found = o
	}
	if found == "" {
		return false
	}
	s.choose(found)
	return true
}

// Clock writes a time of day.
func Clock(hour, minute int) string {
	return time.Date(2000, 1, 1, hour, minute, 0, 0, time.UTC).Format(Layout)
}

// HearHour takes an hour that stands in words as a number alone, near the time that is to be another: "5 is better".
func (s *Said) HearHour(words string, was time.Time) bool {
	if namesMonthDay(words) {
		return false
	}
	r := understand.Times(words, when.Context{At: was, Zone: was.Location(), Mode: when.Plan})
	if r.HasClock && !r.HasDate() && len(r.Options) == 0 { // "mmm 4 y media?": more than its number
		s.Clock = Clock(r.Hour, r.Minute)
		s.staysEarly(words, was)
		return true
	}
	hour, minute, ok := understand.HourAlone(words)
	if !ok {
		return false
	}
	s.Clock = Clock(halfOf(hour, was), minute)
	s.staysEarly(words, was)
	return true
}

// halfOf is the hour of the clock of 24 that an hour of 12 most likely is, where the time that is to be another is known: up to six it is
// after noon, from nine on before it, unless one meets in the evening; between them it is of that time's own half.
func halfOf(hour int, was time.Time) int {
	const evening = 18
	switch {
	case hour == 12, hour >= 9 && was.Hour() < evening, hour >= 7 && was.Hour() < 12:
		return hour
	}
	return hour + 12
}

// namesMonthDay reports whether words are a day of the month by their article: "el 2" is no hour, which would be "a las 2".
func namesMonthDay(words string) bool {
	f := strings.Fields(understand.Padded(words))
	return len(f) == 2 && lexicon.DayArticle.Has(f[0]) && strings.Trim(f[1], "0123456789") == ""
}
