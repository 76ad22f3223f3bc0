package reminder

import (
	"errors"
	"fmt"
	"time"

	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/core/zones"
)

// Hours is when texts may arrive and when the planned ones come, in minutes from midnight by the clock of whoever gets them. An
// organization chooses its own on the Settings page; Check says which it may choose.
type Hours struct {
	Day     when.Window // an unasked text may arrive; what lies outside are the quiet hours
	How     int         // until when the question how it went may still come that evening
	Morning int         // the organizer's one text of the day, and the staff's digest
	TwoDays int         // two days ahead, to the contact
	OnDay   int         // on the day, to the contact
	Eve     int         // the evening before, to the contact, when it starts before Early
	Early   int         // what starts before this is reminded of on the evening before
}

// DefaultHours are those of an organization that chose none: quiet hours from 20:00 to 9:00, inside every state's calling hours.
func DefaultHours() Hours {
	return Hours{Day: when.Daytime(), How: 21*60 + 30, Morning: 9 * 60, TwoDays: 10 * 60, OnDay: 9 * 60, Eve: 18 * 60, Early: 11 * 60}
}

// HourSetting is one of the hours, by the key under which it is kept.
type HourSetting struct {
	Key string
	At  *int
}

// Settings are the hours one by one, each to be read and changed in place.
func (h *Hours) Settings() []HourSetting {
	return []HourSetting{
		{"hours_from", &h.Day.From},
		{"hours_to", &h.Day.To},
		{"hours_how", &h.How},
		{"hours_morning", &h.Morning},
		{"hours_two_days", &h.TwoDays},
		{"hours_on_day", &h.OnDay},
		{"hours_eve", &h.Eve},
		{"hours_early", &h.Early},
	}
}

// HoursOf reads the hours from settings as text, each hh:mm. What is missing, cannot be read or cannot be kept to is as in DefaultHours:
// hours that were tampered with must not let a text out at night.
func HoursOf(get func(key string) string) Hours {
	h := DefaultHours()
	for _, s := range h.Settings() {
		if m, ok := ParseClock(get(s.Key)); ok {
			*s.At = m
		}
	}
	if h.Check() != nil {
		return DefaultHours()
	}
	return h
}

// ParseClock reads hh:mm of a day as minutes from midnight.
func ParseClock(s string) (int, bool) {
	t, err := time.Parse("15:04", s)
	if err != nil {
		return 0, false
	}
	return t.Hour()*60 + t.Minute(), true
}

// FormatClock writes minutes from midnight as hh:mm.
func FormatClock(m int) string { return fmt.Sprintf("%02d:%02d", m/60, m%60) }

// The bounds of what an organization may choose. 8:00 and 21:00 are the hours that 47 CFR 64.1200(c)(1) leaves for calls to homes.
const (
	firstHour  = 8 * 60
	lastHour   = 21 * 60
	lastHow    = 22 * 60
	shortest   = 6 * 60
	noon       = 12 * 60
	midday     = 14 * 60
	afternoon  = 15 * 60
	beforeTime = 60
)

// Check refuses hours that would wake people, or under which a reminder would come after what it reminds of. The error is for the page.
func (h Hours) Check() error {
	in := func(m int) bool { return m >= h.Day.From && m < h.Day.To }
	switch {
	case h.Day.From < firstHour || h.Day.To > lastHour:
		return errors.New("texts may not arrive before 8 AM or after 9 PM")
	case h.Day.To-h.Day.From < shortest:
		return errors.New("there must be six hours a day in which texts may arrive")
	case h.How < h.Day.To || h.How > lastHow:
		return errors.New("how it went may be asked until 10 PM at the latest, and not only earlier than other texts")
	case !in(h.Morning) || h.Morning >= noon:
		return errors.New("the morning text must come before noon, when texts may arrive")
	case !in(h.TwoDays):
		return errors.New("the reminder two days ahead must come when texts may arrive")
	case !in(h.OnDay):
		return errors.New("the reminder on the day must come when texts may arrive")
	case h.Early < h.OnDay+beforeTime || h.Early > midday:
		return errors.New("the reminder on the day must come an hour or more before the earliest one-on-one that it is for, which starts by 2 PM")
	case !in(h.Eve) || h.Eve < afternoon:
		return errors.New("the reminder of the evening before must come after 3 PM, when texts may arrive")
	}
	return nil
}

// Span says when in a day a rule's text may arrive.
type Span uint8

// The spans. Any is for what only moves a conversation on.
const (
	Any Span = iota
	ByDay
	ByEvening // the how-did-it-go of that evening
)

// Window returns the part of the day; the zero window is the whole of it.
func (h Hours) Window(s Span) when.Window {
	switch s {
	case ByDay:
		return h.Day
	case ByEvening:
		return when.Window{From: h.Day.From, To: h.How}
	case Any:
	}
	return when.Window{}
}

// For are the hours for somebody, who may have narrower ones of their own.
func (h Hours) For(p person.Person) Hours {
	h.Day = h.Day.Within(p.TextHours)
	return h
}

// Reach is when a text of now reaches somebody: after a pause of theirs, by day, and in hours of their own. The zone is for who has none.
func (h Hours) Reach(p person.Person, now time.Time, zone *time.Location) time.Time {
	if now.Before(p.Paused) {
		now = p.Paused
	}
	return h.For(p).Day.Next(now, p.Location(zone))
}

// MorningOn returns the moment of the morning text of a civil date in loc.
func (h Hours) MorningOn(d when.Date, loc *time.Location) time.Time {
	return clockOn(d, h.Morning, loc)
}

// NextMorning returns the next moment of a morning text in loc after t.
func (h Hours) NextMorning(t time.Time, loc *time.Location) time.Time {
	return when.NextMorning(t, h.Morning/60, h.Morning%60, loc)
}

// twoDaysAt is 10:00 two days before, by the contact's calendar: it holds across a change of clocks.
func (h Hours) twoDaysAt(start time.Time, loc *time.Location) time.Time {
	return clockOn(when.DateOf(start.In(loc)).AddDays(-2), h.TwoDays, loc)
}

// onDayAt is 9:00 on the day, or 18:00 the evening before when it begins before 11.
func (h Hours) onDayAt(start time.Time, loc *time.Location) time.Time {
	on := when.DateOf(start.In(loc))
	if h.early(start, loc) {
		return clockOn(on.AddDays(-1), h.Eve, loc)
	}
	return clockOn(on, h.OnDay, loc)
}

func (h Hours) early(start time.Time, loc *time.Location) bool {
	l := start.In(loc)
	return l.Hour()*60+l.Minute() < h.Early
}

// clockOn is a moment of a civil date. No zone changes its clocks between 8 and 22, where all of these lie.
func clockOn(d when.Date, minute int, loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, minute/60, minute%60, 0, 0, loc)
}

// ZonesOf lists the zones in which a phone of this area may be: quiet hours hold in each.
func ZonesOf(p sms.Phone) []*time.Location {
	var out []*time.Location
	for _, name := range p.Zones() {
		if loc, err := zones.Load(name); err == nil && len(out) < 6 {
			out = append(out, loc)
		}
	}
	return out
}
