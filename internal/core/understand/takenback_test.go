package understand

import (
	"strings"
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

// TestWhatIsSaidAgainCounts: of two days or hours the second is read wherever days are read, but for a day that is only told of.
func TestWhatIsSaidAgainCounts(t *testing.T) {
	t.Parallel()
	c := when.Context{At: time.Date(2026, 12, 1, 17, 0, 0, 0, time.UTC), Zone: time.UTC, Mode: when.Plan}
	for words, want := range map[string]string{
		"mañana a las 3 con Rocío, perdón a las 4":        "2026-12-02T16:00:00Z",
		"tomorrow at 3 with Rocio, sorry at 4":            "2026-12-02T16:00:00Z",
		"friday 2, actually make it 2:30":                 "2026-12-04T14:30:00Z",
		"friday 3pm sorry thursday 3pm":                   "2026-12-03T15:00:00Z",
		"friday at 3 works, sorry monday was crazy":       "which",
		"thursday at 3 sorry i had to work monday":        "which",
		"tomorrow at 3 at the library, i mean 4":          "time",
		"perdón no era a las 3, es a las 4 mañana":        "2026-12-02T16:00:00Z",
		"el jueves no, el siguiente, a las 5":             "2026-12-10T17:00:00Z",
		"not this thursday, the one after, 6pm":           "2026-12-10T18:00:00Z",
		"thursday or friday at 3":                         "which",
		"el lunes no, el otro lunes, a las 5 de la tarde": "2026-12-14T17:00:00Z",
	} {
		r := Times(words, c)
		got := r.Instant.Format(time.RFC3339)
		if r.Instant.IsZero() {
			got = strings.Join(r.Ask, " ")
		}
		if got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}

// TestABoundIsNoDay: the first day that would do is none that is offered.
func TestABoundIsNoDay(t *testing.T) {
	t.Parallel()
	c := when.Context{At: time.Date(2026, 12, 1, 17, 0, 0, 0, time.UTC), Zone: time.UTC, Mode: when.Plan}
	for words, want := range map[string]string{
		"any day after thursday":         "2026-12-04",
		"after the 10th works":           "2026-12-11",
		"not before the 10th":            "2026-12-10",
		"i'm away until dec 12":          "2026-12-12",
		"busy til friday":                "2026-12-04",
		"no puedo hasta el viernes":      "2026-12-04",
		"a partir del lunes":             "2026-12-07",
		"from monday on":                 "2026-12-07",
		"no, maybe after christmas":      "2026-12-26",
		"mejor después de navidad":       "2026-12-26",
		"the day after thursday at 3":    "",
		"Meet Tina after sunday mass 11": "",
		"10 til 4 on friday":             "",
		"yes to meeting, no to thursday": "",
	} {
		r := Times(words, c)
		if got := r.NotBefore.String(); got != want || want != "" && r.HasDate() {
			t.Errorf("%q: not before %q, want %q; day %v", words, got, want, r.Date)
		}
	}
}
