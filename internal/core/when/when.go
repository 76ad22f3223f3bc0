// Package when reads dates and times in people's texts, English and Spanish and mixed, and writes them back. It prefers asking over
// guessing: a reading says what is missing, what is ambiguous and what is odd, and an instant is only there when nothing is. It also holds
// quiet hours: all wall-clock arithmetic of the project is here. Standard library only.
package when

import (
	"time"

	"github.com/reportback/reportback/internal/core/lang"
)

// Mode is which way a text looks.
type Mode uint8

// Plan prefers the future and needs a clock time; Report prefers the past, and a day is enough.
const (
	Plan Mode = iota
	Report
)

// Date is a civil date, without zone. The zero Date is no date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the civil date of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads "2026-12-03".
func ParseDate(s string) (Date, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, false
	}
	return DateOf(t), true
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String writes the date as "2026-12-03", "" for none.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.utc().Format(time.DateOnly)
}

func (d Date) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// AddDays returns the date n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.utc().AddDate(0, 0, n)) }

// AddMonths returns the date n months later; a day that the month does not have becomes its last.
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return Date{first.Year(), first.Month(), min(d.Day, daysIn(first.Year(), first.Month()))}
}

func daysIn(year int, m time.Month) int {
	return time.Date(year, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Compare returns -1, 0 or 1 as d is before, on or after o.
func (d Date) Compare(o Date) int { return d.utc().Compare(o.utc()) }

// days returns how many days o is after d.
func (d Date) days(o Date) int { return int(o.utc().Sub(d.utc()).Hours() / 24) }

// At returns the instant of a wall-clock time on this date, and false when it does not exist (clocks go forward) or exists twice.
func (d Date) At(hour, minute int, zone *time.Location) (time.Time, bool) {
	t := time.Date(d.Year, d.Month, d.Day, hour, minute, 0, 0, zone)
	if t.Hour() != hour || t.Minute() != minute {
		return t, false
	}
	for _, by := range []time.Duration{-time.Hour, time.Hour, -30 * time.Minute, 30 * time.Minute} {
		if o := t.Add(by); o.Hour() == hour && o.Minute() == minute && o.Day() == d.Day {
			return t, false
		}
	}
	return t, true
}

// Context is what a text is read against.
type Context struct {
	At      time.Time      // when it was written
	Zone    *time.Location // the writer's; nil is UTC
	Mode    Mode
	Lang    lang.Tag // the writer's, for words that mean different things
	AsNamed bool     // an hour of another zone stays as it is named, instead of being told as the writer's
	Moving  bool     // they are the words of an order to move: of "from thursday to friday" the second counts
}

func (c Context) now() time.Time {
	if c.Zone == nil {
		return c.At.UTC()
	}
	return c.At.In(c.Zone)
}

// What a reading may ask for.
const (
	AskDate  = "date"  // no day was understood
	AskTime  = "time"  // no clock time was understood (planning only)
	AskWhich = "which" // several readings: Options
	AskSure  = "sure"  // odd: past when planning, ahead when reporting, small hours, a time that the clocks skip
)

// Reading is what a text says about time.
type Reading struct {
	Date         Date
	HasClock     bool
	Hour, Minute int
	Instant      time.Time // zero unless day and clock are known and nothing is to be asked
	Ask          []string
	Options      []Option
	Spans        []Span // what of the text it used
	Except       []Date // days that are ruled out, and are no options
	NotBefore    Date   // the first day that would do, where a text names a bound and no day; zero when it names none
	// Zone is the one that the text names where it is not the writer's, nil for none; with Context.AsNamed the hour and Instant are of it.
	Zone *time.Location
	// Week is the Monday of a week that is named and no day in it, NotWeek of one that is ruled out; zero for none.
	Week, NotWeek Date
	BareWeekday   bool // the day is named by its weekday alone: "thursday" may mean one that was agreed on, not the coming one
}

// Option is one of several readings.
type Option struct {
	Date         Date
	HasClock     bool
	Hour, Minute int
}

// Span is a byte range of the text.
type Span struct{ From, To int }

// HasDate reports whether a day was understood.
func (r Reading) HasDate() bool { return !r.Date.IsZero() }

// Asks reports whether the reading asks for what.
func (r Reading) Asks(what string) bool {
	for _, a := range r.Ask {
		if a == what {
			return true
		}
	}
	return false
}

// Sure reports whether the day is known and nothing about it is in doubt.
func (r Reading) Sure() bool { return r.HasDate() && !r.Asks(AskWhich) && !r.Asks(AskSure) }

// maxRead bounds what is read of one text: dates stand at its beginning, and a hostile megabyte costs no more.
const maxRead = 4 << 10

// Read understands what a text says about time.
func Read(text string, c Context) Reading {
	if len(text) > maxRead {
		text = text[:maxRead]
	}
	toks := tokenize(text)
	protect(toks)
	p := &parser{toks: toks, c: c, now: localNow{c.now()}, none: token{num: -1}}
	p.scan()
	return p.resolve()
}
