package understand

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/when"
)

// TestDaysTakenBack: of two days or hours the second is meant where the words take the first back.
func TestDaysTakenBack(t *testing.T) {
	t.Parallel()
	c := when.Context{At: time.Date(2026, 11, 24, 17, 0, 0, 0, time.UTC), Zone: time.UTC, Mode: when.Plan}
	for words, want := range map[string]string{
		"meeting darnell tomorrow no wait thursday december third at six": "meeting darnell thursday december third at six",
		"thursday at 3 no sorry friday at 4":                              "friday at 4",
		"thursday at 3 no wait friday":                                    "at 3 friday",
		"oh wait thats thanksgiving lol make it monday":                   "oh wait thats lol monday",
		"mañana a las 4 no espera el jueves":                              "a las 4 el jueves",
		"thursday or friday":                                              "thursday or friday",
		"no wait i need to look":                                          "no wait i need to look",
	} {
		if got := WithoutTakenBack(words, c); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}
