package ical_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // zones must not depend on the machine
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/ical"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// unfold undoes line folding (RFC 5545, 3.1).
func unfold(b []byte) string { return strings.ReplaceAll(string(b), "\r\n ", "") }

func TestAFeedIsWhatCalendarProgramsRead(t *testing.T) {
	t.Parallel()
	pacific := zone(t, "America/Los_Angeles")
	changed := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	got := unfold(ical.Calendar{Name: "Ana's one-on-ones", Entries: []ical.Entry{
		{
			UID: "m1@reportback", Start: time.Date(2026, 12, 3, 15, 0, 0, 0, pacific), Minutes: 45, Summary: "One-on-one with Maria",
			Place: "Cafe Presse, 12th; back", Status: ical.Confirmed, Sequence: 3, Changed: changed,
		},
		{
			UID: "d1@reportback", Start: time.Date(2026, 12, 7, 0, 0, 0, 0, pacific), AllDay: true, Summary: "Debrief", Status: ical.Cancelled,
			Changed: changed,
		},
	}}.Bytes())
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Reportback//One-on-ones//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:Ana's one-on-ones
X-WR-CALNAME:Ana's one-on-ones
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
BEGIN:VTIMEZONE
TZID:America/Los_Angeles
BEGIN:STANDARD
DTSTART:20261101T020000
TZOFFSETFROM:-0700
TZOFFSETTO:-0800
TZNAME:PST
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:m1@reportback
DTSTAMP:20261124T180000Z
LAST-MODIFIED:20261124T180000Z
SEQUENCE:3
DTSTART;TZID=America/Los_Angeles:20261203T150000
DTEND;TZID=America/Los_Angeles:20261203T154500
SUMMARY:One-on-one with Maria
LOCATION:Cafe Presse\, 12th\; back
STATUS:CONFIRMED
CLASS:PRIVATE
END:VEVENT
BEGIN:VEVENT
UID:d1@reportback
DTSTAMP:20261124T180000Z
LAST-MODIFIED:20261124T180000Z
SEQUENCE:0
DTSTART;VALUE=DATE:20261207
DTEND;VALUE=DATE:20261208
TRANSP:TRANSPARENT
SUMMARY:Debrief
STATUS:CANCELLED
CLASS:PRIVATE
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAZoneHoldsEveryClockChangeOfItsEntries(t *testing.T) {
	t.Parallel()
	pacific := zone(t, "America/Los_Angeles")
	entries := []ical.Entry{
		{UID: "a", Start: time.Date(2026, 10, 30, 9, 0, 0, 0, pacific), Minutes: 45},
		{UID: "b", Start: time.Date(2027, 3, 20, 9, 0, 0, 0, pacific), Minutes: 45},
	}
	got := unfold(ical.Calendar{Entries: entries}.Bytes())
	for _, want := range []string{
		"BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700\r\n",
		"BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0700\r\nTZOFFSETTO:-0800\r\n",
		"BEGIN:DAYLIGHT\r\nDTSTART:20270314T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700\r\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for name, want := range map[string]string{
		"America/Phoenix": "TZOFFSETTO:-0700", "Asia/Kathmandu": "TZOFFSETTO:+0545",
		"UTC": "DTSTART:20261203T150000Z",
	} {
		got := unfold(ical.Calendar{Entries: []ical.Entry{{
			UID: "a", Start: time.Date(2026, 12, 3, 15, 0, 0, 0, zone(t, name)),
			Minutes: 45,
		}}}.Bytes())
		if !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", name, want, got)
		}
	}
}

// FuzzLines: whatever a title holds, lines stay short, whole characters, and none begins a property of its own.
func FuzzLines(f *testing.F) {
	for _, s := range []string{
		"", "Café con José", strings.Repeat("ñ", 100), "a\r\nATTENDEE:mailto:x", "\\;,\n", "\xff\xfe",
		strings.Repeat("👩‍👧", 40), "a\u2028b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := ical.Calendar{Name: s, Entries: []ical.Entry{{UID: "u", Summary: s, Place: s, Status: ical.Confirmed}}}.Bytes()
		if !utf8.Valid(out) || !bytes.HasSuffix(out, []byte("END:VCALENDAR\r\n")) {
			t.Fatalf("%q", out)
		}
		for _, l := range strings.Split(strings.TrimSuffix(string(out), "\r\n"), "\r\n") {
			if len(l) > 75 || !utf8.ValidString(l) || strings.ContainsAny(l, "\r\n") {
				t.Fatalf("line %q", l)
			}
		}
		for _, l := range strings.Split(strings.TrimSuffix(unfold(out), "\r\n"), "\r\n") {
			name, _, _ := strings.Cut(l, ":")
			name, _, _ = strings.Cut(name, ";")
			if !slices.Contains(strings.Fields("BEGIN END VERSION PRODID CALSCALE METHOD NAME X-WR-CALNAME REFRESH-INTERVAL X-PUBLISHED-TTL "+
				"UID DTSTAMP LAST-MODIFIED SEQUENCE DTSTART DTEND SUMMARY LOCATION STATUS CLASS"), name) {
				t.Fatalf("property %q", l)
			}
		}
	})
}
