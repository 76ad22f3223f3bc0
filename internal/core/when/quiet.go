package when

import (
	"time"

	"github.com/reportback/reportback/internal/core/zones"
)

// Window is the part of a day, in the recipient's zone, in which an unasked text may arrive. Minutes from midnight.
type Window struct{ From, To int }

// Daytime is the default window, 9:00 to 20:00: inside every state's calling hours that reference sources agree on.
func Daytime() Window { return Window{From: 9 * 60, To: 20 * 60} }

// Within is the part of the window that lies in another, somebody's own; the whole of it where there is no other, or nothing would be left.
func (w Window) Within(own Window) Window {
	in := Window{From: max(w.From, own.From), To: min(w.To, own.To)}
	if own == (Window{}) || in.From >= in.To {
		return w
	}
	return in
}

// Contains reports whether t, in its own location, lies in the window; its end is outside.
func (w Window) Contains(t time.Time) bool {
	m := t.Hour()*60 + t.Minute()
	return m >= w.From && m < w.To
}

// Next returns t when it lies in the window in loc, else the next instant that does. Wall-clock arithmetic: the window's start exists on
// every day, because no zone changes its clocks at 9:00.
func (w Window) Next(t time.Time, loc *time.Location) time.Time {
	l := t.In(loc)
	if w.Contains(l) {
		return t
	}
	day := l.Day()
	if l.Hour()*60+l.Minute() >= w.To {
		day++
	}
	return time.Date(l.Year(), l.Month(), day, w.From/60, w.From%60, 0, 0, loc)
}

// NextMorning returns the first hour:minute in loc after t.
func NextMorning(t time.Time, hour, minute int, loc *time.Location) time.Time {
	l := t.In(loc)
	m := time.Date(l.Year(), l.Month(), l.Day(), hour, minute, 0, 0, loc)
	if !m.After(t) {
		m = time.Date(l.Year(), l.Month(), l.Day()+1, hour, minute, 0, 0, loc)
	}
	return m
}

// KnownZone reports whether the name is one of the IANA time zone database; "Local" and the empty name are none of it.
func KnownZone(name string) bool { return zones.Known(name) }
