package understand

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/when"
)

// TestTextHours: which hours of every day somebody leaves to texts, and what is no such wish.
func TestTextHours(t *testing.T) {
	t.Parallel()
	c := when.Context{At: time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC), Zone: time.UTC, Mode: when.Plan}
	h := func(from, to int) when.Window { return when.Window{From: from * 60, To: to * 60} }
	for text, want := range map[string]when.Window{
		"no texts after 6":                                       h(0, 18),
		"no texts after 6 please":                                h(0, 18),
		"pls dont text me after 9pm, i go to bed":                h(0, 21),
		"dont text me before 10":                                 h(10, 24),
		"please don't text me before 10am":                       h(10, 24),
		"no texts in the morning, i work nights":                 h(12, 24),
		"i work nights so no texts in the mornings":              h(12, 24),
		"mornings no texts please":                               h(12, 24),
		"no texts at night pls":                                  h(0, 18),
		"only text me after 5":                                   h(17, 24),
		"you can only text me after 5, im at work":               h(17, 24),
		"text me only in the evenings":                           h(17, 24),
		"only text me before noon":                               h(0, 12),
		"stop texting me after 8pm":                              h(0, 20),
		"no me escriban en la mañana, trabajo de noche":          h(12, 24),
		"no me escriban después de las 6":                        h(0, 18),
		"por favor no me manden mensajes antes de las 10":        h(10, 24),
		"no me manden mensajes por la noche":                     h(0, 18),
		"trabajo de noche, no me escriban por las mañanas":       h(12, 24),
		"en las mañanas no me escriban":                          h(12, 24),
		"solo escríbanme después de las 5":                       h(17, 24),
		"prefiero que me escriban en la tarde":                   h(12, 18),
		"sin mensajes después de las seis de la tarde por favor": h(0, 18),
		"no texts after 6:30":                                    {From: 0, To: 18*60 + 30},
		"no texts for me pls after 7":                            h(0, 19),
		"no texts after six":                                     h(0, 18),
		"dont text me after 6 times asking you":                  {},
		"no texts":                                               {},
		"stop texting me":                                        {},
		"its 9 at night dont text me":                            {},
		"dont text me tonight after 9":                           {},
		"dont text me tomorrow morning":                          {},
		"no me escriban":                                         {},
		"no me escriban hasta el lunes":                          {},
		"i cant after 6":                                         {},
		"no puedo después de las 6":                              {},
		"after 6 works":                                          {},
		"no text came in the morning":                            {},
		"can we meet after 5 instead":                            {},
		"text me when you get there after 5":                     {},
	} {
		got, ok := TextHours(text, c)
		if got != want || ok != (want != when.Window{}) {
			t.Errorf("%q: %v %v, want %v", text, got, ok, want)
		}
	}
}
