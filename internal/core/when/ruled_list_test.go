package when

import (
	"slices"
	"testing"
	"time"
)

// read is what a text of Tuesday Nov 24 2026 says: the day, or those between which to ask, and the hour.
func readDays(t *testing.T, text string) (days []string, clock string) {
	t.Helper()
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	r := Read(text, Context{At: time.Date(2026, 11, 24, 10, 0, 0, 0, zone), Zone: zone})
	if r.HasDate() {
		days = append(days, r.Date.String())
	}
	for _, o := range r.Options {
		if d := o.Date.String(); !slices.Contains(days, d) {
			days = append(days, d)
		}
	}
	if r.HasClock {
		clock = time.Date(0, 1, 1, r.Hour, r.Minute, 0, 0, time.UTC).Format("15:04")
	}
	return days, clock
}

// What rules one day out rules out those that are listed with it; where another suits, or it is asked, they stay.
func TestRuledOutWithItsList(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"cant thurs fri or sat. sunday after church?":           {"2026-11-29"},
		"can't thurs, fri, or sat. sunday 2pm?":                 {"2026-11-29"},
		"no puedo jueves viernes ni sabado. domingo a las 2?":   {"2026-11-29"},
		"no puedo el jueves ni el viernes, el sabado a las 3":   {"2026-11-28"},
		"thurs fri and saturday are bad. sunday 3?":             {"2026-11-29"},
		"thursday or friday dont work, monday 3pm":              {"2026-11-30"},
		"cant thurs or fri":                                     nil,
		"wed works not thurs. so wed 6:30pm":                    {"2026-11-25"},
		"she can do wed not thurs so wed 6:30pm":                {"2026-11-25"},
		"not thurs so fri 3pm":                                  {"2026-11-27"},
		"cant thursday. friday or saturday?":                    {"2026-11-27", "2026-11-28"},
		"cant thurs, fri or sat?":                               {"2026-11-27", "2026-11-28"},
		"cant thurs, fri or sat works":                          {"2026-11-27", "2026-11-28"},
		"cant thurs but fri or sat at 3pm":                      {"2026-11-27", "2026-11-28"},
		"thurs works and fri is bad":                            {"2026-11-26"},
		"thursday or friday at 3pm":                             {"2026-11-26", "2026-11-27"},
		"no puedo el jueves, el viernes o el sabado a las 3pm?": {"2026-11-27", "2026-11-28"},
	} {
		if days, _ := readDays(t, text); !slices.Equal(days, want) {
			t.Errorf("%q: %v, want %v", text, days, want)
		}
	}
}

// A day that is ruled out is not offered for the weekday that may mean it or the next.
func TestRuledOutIsNotOffered(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Tue at noon (not today, next week)":          {"2026-12-01"},
		"martes a las 12 (hoy no, la proxima semana)": {"2026-12-01"},
		"tuesday 4pm but not today":                   {"2026-12-01"},
		"tuesday 4pm":                                 {"2026-11-24", "2026-12-01"},
		"next thursday 3pm not thanksgiving":          {"2026-12-03"},
		"jueves 10/12 5pm":                            {"2026-12-10"},
		"viernes 4/12 5pm":                            {"2026-12-04"},
		"fri 4/12 5pm":                                {"2026-12-04"},
		"thurs 12/10 5pm":                             {"2026-12-10"},
		"fri 12/4 5pm":                                {"2026-12-04"},
		"mon 4/12 5pm":                                {"2027-04-12"},
	} {
		if days, _ := readDays(t, text); !slices.Equal(days, want) {
			t.Errorf("%q: %v, want %v", text, days, want)
		}
	}
}

// The start of a range counts, whatever it is led and joined by; what is before an hour is no hour.
func TestRangesThatAreThumbed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"dec 8 btwn 5 and 6 pm": "17:00", "dec 8 between 5 & 6pm": "17:00", "dec 8 bw 5 n 6 pm": "17:00", "dec 8 btw 10 and 11am": "10:00",
		"8 dic entre 5 y 6 de la tarde": "17:00", "dec 8 5 & 6pm": "", "fri b4 noon": "", "fri b4 3pm": "", "fri 3pm b4 work": "15:00",
		"fri before noon": "", "b4 friday 3pm": "15:00", "fri 3pm by the way": "15:00", "btw fri 3pm": "15:00",
	} {
		if _, clock := readDays(t, text); clock != want && want != "" || want == "" && clock == "12:00" {
			t.Errorf("%q: %q, want %q", text, clock, want)
		}
	}
}
