package moment

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// TestOfItsWeek holds that a bare weekday never takes a one-on-one to the same weekday of another week.
func TestOfItsWeek(t *testing.T) {
	t.Parallel()
	loc, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	c := when.Context{At: time.Date(2026, 11, 24, 9, 0, 0, 0, loc), Zone: loc, Mode: when.Plan}
	was := time.Date(2026, 12, 3, 15, 0, 0, 0, loc) // a Thursday
	for words, want := range map[string]string{
		"thursday": "2026-12-03", "thursday at 5": "2026-12-03", "el jueves a las 5": "2026-12-03", "hes in for thu": "2026-12-03",
		"Thu Nov 26": "2026-11-26", "Thu Nov 26 at 5": "2026-11-26", "this thursday": "2026-11-26", "thursday the 26th": "2026-11-26",
		"friday": "2026-11-27", "el 26 de noviembre": "2026-11-26", "este jueves": "2026-11-26",
	} {
		var s Said
		if !s.Hear(words, understand.Text{}, c) {
			t.Errorf("%q: no time", words)
			continue
		}
		if s.OfItsWeek(words, was, c); s.Date != want {
			t.Errorf("%q: %s, want %s", words, s.Date, want)
		}
	}
}
