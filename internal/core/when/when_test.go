package when

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestClockChangesAreAsked(t *testing.T) {
	t.Parallel()
	la, lh := zone(t, "America/Los_Angeles"), zone(t, "Australia/Lord_Howe") // Lord Howe moves its clocks by half an hour
	for _, c := range []struct {
		name, text string
		at         time.Time
		zone       *time.Location
		sure       bool
	}{
		{"the hour that is skipped", "march 14 2027 2:30am", time.Date(2027, 3, 1, 12, 0, 0, 0, la), la, false},
		{"the hour that comes twice", "nov 7 2027 1:30am", time.Date(2027, 11, 1, 12, 0, 0, 0, la), la, false},
		{"half an hour that comes twice", "april 4 2027 1:45am", time.Date(2027, 4, 1, 12, 0, 0, 0, lh), lh, false},
		{"the afternoon of that day", "march 14 2027 3pm", time.Date(2027, 3, 1, 12, 0, 0, 0, la), la, true},
	} {
		r := Read(c.text, Context{At: c.at, Zone: c.zone})
		if r.Sure() != c.sure || r.Instant.IsZero() == c.sure {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
	if _, ok := (Date{2027, 3, 14}).At(2, 30, la); ok {
		t.Error("2:30 does not exist on that day")
	}
	if _, ok := (Date{2027, 11, 7}).At(1, 30, la); ok {
		t.Error("1:30 comes twice on that day")
	}
}

func TestYearsTurnOver(t *testing.T) {
	t.Parallel()
	la := zone(t, "America/Los_Angeles")
	dec := time.Date(2026, 12, 29, 10, 0, 0, 0, la)
	for _, c := range []struct {
		text string
		mode Mode
		want string
	}{
		{"jan 4", Plan, "2027-01-04"},
		{"dec 30", Plan, "2026-12-30"},
		{"jan 4", Report, "2026-01-04"},
		{"nov 30", Report, "2026-11-30"},
		{"dec 30", Report, "2026-12-30"},
		{"saturday", Plan, "2027-01-02"},
		{"the 3rd", Plan, "2027-01-03"},
		{"in a week", Plan, "2027-01-05"},
		{"in 2 months", Plan, "2027-02-28"},
		{"feb 29", Plan, ""},
		{"feb 29 2028", Plan, "2028-02-29"},
	} {
		if got := Read(c.text, Context{At: dec, Zone: la, Mode: c.mode}).Date.String(); got != c.want {
			t.Errorf("%q mode %d: %q, want %q", c.text, c.mode, got, c.want)
		}
	}
	nov := time.Date(2026, 11, 24, 10, 0, 0, 0, la)
	if r := Read("dec 3", Context{At: nov, Zone: la, Mode: Report}); r.Date.String() != "2026-12-03" || !r.Asks(AskSure) {
		t.Errorf("a day soon to come in a report is questioned, not moved by a year: %+v", r)
	}
}

func TestTomorrowAfterMidnightIsAsked(t *testing.T) {
	t.Parallel()
	la := zone(t, "America/Los_Angeles")
	if r := Read("tomorrow at 3", Context{At: time.Date(2026, 11, 25, 0, 40, 0, 0, la), Zone: la}); !r.Asks(AskWhich) || len(r.Options) != 2 {
		t.Errorf("%+v", r)
	}
}

func TestEchoes(t *testing.T) {
	t.Parallel()
	la := zone(t, "America/Los_Angeles")
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, la)
	at := time.Date(2026, 12, 3, 15, 0, 0, 0, la)
	for _, c := range []struct{ got, want string }{
		{Echo(lang.English, at, now), "Thu Dec 3, 3 PM"},
		{Echo(lang.Spanish, at, now), "jue 3 dic, 3 PM"},
		{EchoClock(0, 5), "12:05 AM"},
		{EchoClock(12, 0), "12 PM"},
		{EchoDay(lang.Spanish, Date{2026, 12, 5}, DateOf(now)), "sab 5 dic"},
		{EchoDay(lang.English, Date{2027, 12, 5}, DateOf(now)), "Sun Dec 5 2027"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestQuietHoursHoldAcrossClockChanges(t *testing.T) {
	t.Parallel()
	la := zone(t, "America/Los_Angeles")
	w := Daytime()
	for _, c := range []struct{ at, want time.Time }{
		{time.Date(2026, 11, 24, 10, 0, 0, 0, la), time.Date(2026, 11, 24, 10, 0, 0, 0, la)},
		{time.Date(2026, 11, 24, 20, 0, 0, 0, la), time.Date(2026, 11, 25, 9, 0, 0, 0, la)},
		{time.Date(2026, 11, 24, 3, 0, 0, 0, la), time.Date(2026, 11, 24, 9, 0, 0, 0, la)},
		{time.Date(2027, 3, 13, 22, 0, 0, 0, la), time.Date(2027, 3, 14, 9, 0, 0, 0, la)}, // 10 hours later, not 11
		{time.Date(2026, 12, 31, 21, 0, 0, 0, la), time.Date(2027, 1, 1, 9, 0, 0, 0, la)},
	} {
		if got := w.Next(c.at, la); !got.Equal(c.want) {
			t.Errorf("%s: %s, want %s", c.at, got, c.want)
		}
	}
}
