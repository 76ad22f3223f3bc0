package when

import (
	"strings"
	"testing"
	"time"
)

func benchContext() Context {
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		panic(err)
	}
	return Context{At: time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC), Zone: zone}
}

func BenchmarkRead(b *testing.B) {
	c := benchContext()
	for name, text := range map[string]string{
		"plain":  "coffee with Maria Lopez next week Thursday Dec 3 at 3:30pm at Cafe Presse",
		"1600":   strings.Repeat("she told me about the mold and the landlord ", 36) + "thursday 3pm",
		"no_day": "ok thanks see you there",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(text, c)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"thursday 3pm", "el 3 de dic a las 5 y media", "1/2/3/4/5", "3:99", "29 feb", "in 99999999999 days",
		"¿mañana?", "\xff\xfe", "quarter to", "last last last day of of", "12:", "the 5th last", "31/12", "@0O17",
	} {
		f.Add(s)
	}
	c := benchContext()
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range []Mode{Plan, Report} {
			c.Mode = m
			r := Read(s, c)
			if !r.Instant.IsZero() && (!r.HasClock || !r.Sure()) {
				t.Errorf("%q: an instant was made up", s)
			}
			if r.HasDate() && r.Date.String() == "" {
				t.Errorf("%q: no date", s)
			}
			for _, sp := range r.Spans {
				if sp.From < 0 || sp.To > len(s) || sp.From >= sp.To {
					t.Errorf("%q: span %v", s, sp)
				}
			}
		}
	})
}
