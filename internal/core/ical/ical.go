// Package ical writes calendar feeds: iCalendar objects by RFC 5545, with what calendar programs need to follow a moved or called-off
// entry. It is pure: the same entries give the same bytes, so that a feed that did not change can say so.
package ical

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Status is how firm an entry is (RFC 5545, 3.8.1.11).
type Status string

// The statuses. A called-off entry stays in the feed as cancelled: programs that once had it would keep it for ever if it only went
// missing.
const (
	Tentative Status = "TENTATIVE"
	Confirmed Status = "CONFIRMED"
	Cancelled Status = "CANCELLED"
)

// Entry is one event of a calendar.
type Entry struct {
	UID      string    // for ever the same for the same thing (3.8.4.7)
	Start    time.Time // its location is the zone that is written; of an all-day entry only the date counts
	Minutes  int
	AllDay   bool
	Summary  string
	Place    string
	Status   Status
	Sequence int       // grows with every change (3.8.7.4)
	Changed  time.Time // when it last changed
}

// Calendar is one feed.
type Calendar struct {
	Name    string
	Entries []Entry
}

const (
	local = "20060102T150405"
	utc   = "20060102T150405Z"
	day   = "20060102"
)

// Bytes returns the feed.
func (c Calendar) Bytes() []byte {
	var w writer
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//Reportback//One-on-ones//EN")
	w.line("CALSCALE", "GREGORIAN")
	w.line("METHOD", "PUBLISH")
	w.text("NAME", c.Name) // RFC 7986, 5.1; the next is what programs read before it
	w.text("X-WR-CALNAME", c.Name)
	w.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H") // RFC 7986, 5.7
	w.line("X-PUBLISHED-TTL", "PT1H")
	c.zones(&w)
	for _, e := range c.Entries {
		e.write(&w)
	}
	w.line("END", "VCALENDAR")
	return []byte(w.b.String())
}

func (e Entry) write(w *writer) {
	w.line("BEGIN", "VEVENT")
	w.text("UID", e.UID)
	w.line("DTSTAMP", e.Changed.UTC().Format(utc))
	w.line("LAST-MODIFIED", e.Changed.UTC().Format(utc))
	w.line("SEQUENCE", strconv.Itoa(e.Sequence))
	switch {
	case e.AllDay:
		w.line("DTSTART;VALUE=DATE", e.Start.Format(day))
		w.line("DTEND;VALUE=DATE", e.Start.AddDate(0, 0, 1).Format(day)) // the end is the first moment after it (3.6.1)
		w.line("TRANSP", "TRANSPARENT")
	case zoneOf(e) == "":
		w.line("DTSTART", e.Start.UTC().Format(utc))
		w.line("DTEND", e.end().UTC().Format(utc))
	default:
		w.line("DTSTART;TZID="+zoneOf(e), e.Start.Format(local))
		w.line("DTEND;TZID="+zoneOf(e), e.end().Format(local))
	}
	w.text("SUMMARY", e.Summary)
	if e.Place != "" {
		w.text("LOCATION", e.Place)
	}
	w.line("STATUS", string(e.Status))
	w.line("CLASS", "PRIVATE") // calendars are shared with colleagues and families
	w.line("END", "VEVENT")
}

func (e Entry) end() time.Time { return e.Start.Add(time.Duration(e.Minutes) * time.Minute) }

// zoneOf returns the IANA name that an entry's times are written in, "" for UTC.
func zoneOf(e Entry) string {
	if name := e.Start.Location().String(); name != "UTC" && name != "Local" {
		return name
	}
	return ""
}

// zones writes a VTIMEZONE for each zone that an entry names, as 3.2.19 demands, with the clock changes of the years in question.
func (c Calendar) zones(w *writer) {
	type span struct{ from, to time.Time }
	spans := map[string]span{}
	for _, e := range c.Entries {
		z := zoneOf(e)
		if z == "" || e.AllDay {
			continue
		}
		s, ok := spans[z]
		if !ok || e.Start.Before(s.from) {
			s.from = e.Start
		}
		if e.end().After(s.to) {
			s.to = e.end()
		}
		spans[z] = s
	}
	names := make([]string, 0, len(spans))
	for z := range spans {
		names = append(names, z)
	}
	sort.Strings(names)
	for _, z := range names {
		zone(w, z, spans[z].from, spans[z].to)
	}
}

// zone writes each stretch of one offset between two instants (3.6.5): its beginning is in the local time that ended with it.
func zone(w *writer, name string, from, to time.Time) {
	w.line("BEGIN", "VTIMEZONE")
	w.line("TZID", name)
	for at := from; ; {
		begin, end := at.ZoneBounds()
		short, offset := at.Zone()
		before := offset
		start := "19700101T000000" // a zone whose clocks never changed, as far as is known
		if !begin.IsZero() {
			_, before = begin.Add(-time.Second).Zone()
			start = begin.UTC().Add(time.Duration(before) * time.Second).Format(local)
		}
		kind := "STANDARD"
		if at.IsDST() {
			kind = "DAYLIGHT"
		}
		w.line("BEGIN", kind)
		w.line("DTSTART", start)
		w.line("TZOFFSETFROM", offsetText(before))
		w.line("TZOFFSETTO", offsetText(offset))
		w.text("TZNAME", short)
		w.line("END", kind)
		if end.IsZero() || end.After(to) {
			break
		}
		at = end
	}
	w.line("END", "VTIMEZONE")
}

func offsetText(seconds int) string {
	sign := "+"
	if seconds < 0 {
		sign, seconds = "-", -seconds
	}
	two := func(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }
	out := sign + two(seconds/3600) + two(seconds/60%60)
	if seconds%60 != 0 {
		out += two(seconds % 60)
	}
	return out
}

// writer writes content lines.
type writer struct{ b strings.Builder }

// maxLine is how many octets a line may have without its end (3.1).
const maxLine = 75

// line writes one content line, folded between characters where it is too long.
func (w *writer) line(name, value string) {
	s := name + ":" + value
	for limit := maxLine; len(s) > limit; limit = maxLine - 1 { // the space that begins a folded line counts
		cut := limit
		for cut > 1 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		w.b.WriteString(s[:cut] + "\r\n ")
		s = s[cut:]
	}
	w.b.WriteString(s + "\r\n")
}

// text writes a property of type TEXT (3.3.11). Control characters would end the line for some programs: they go.
func (w *writer) text(name, value string) {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(value, "\uFFFD") {
		switch {
		case r == '\\' || r == ';' || r == ',':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f || slices.Contains([]rune{'\u0085', '\u2028', '\u2029'}, r):
		default:
			b.WriteRune(r)
		}
	}
	w.line(name, b.String())
}
