package spoken

import (
	"slices"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/when"
)

// TestPlansIn: a text that plans several one-on-ones is divided at each person, by the name or by a number of their own.
func TestPlansIn(t *testing.T) {
	t.Parallel()
	c := when.Context{At: time.Date(2026, 11, 24, 17, 0, 0, 0, time.UTC), Zone: time.UTC, Mode: when.Plan}
	for words, want := range map[string][]string{
		"Maria Thu 3pm and Jo Fri 1pm": {"Maria Thu 3pm", "Jo Fri 1pm"},
		"yesenia cruz 206-555-0166 jueves 3 dic a las 4 en su trabajo, tomas vega 206-555-0167 viernes 4 dic a las 9 en la iglesia y " +
			"doña elvira soto 206-555-0168 lunes 7 dic a las 2 por telefono. thats it": {
			"yesenia cruz 206-555-0166 jueves 3 dic a las 4 en su trabajo", "tomas vega 206-555-0167 viernes 4 dic a las 9 en la iglesia",
			"doña elvira soto 206-555-0168 lunes 7 dic a las 2 por telefono. thats it",
		},
		"maria lopez thurs dec 3 at 3pm and jo park right after at 4, both at cafe presse": {
			"maria lopez thurs dec 3 at 3pm at cafe presse", "jo park, 2026-12-03 at 4 at cafe presse",
		},
		"rosa medina el jueves 3 dic a las 3 en la biblioteca y luego beto a las 5": {
			"rosa medina el jueves 3 dic a las 3 en la biblioteca", "beto, 2026-12-03 a las 5",
		},
		"mrs kim 206-555-0171 dec 4 at 3, then mr olsen 206-555-0169 dec 5 at noon": {
			"mrs kim 206-555-0171 dec 4 at 3", "mr olsen 206-555-0169 dec 5 at noon",
		},
		"maria lopez fri 3pm at the library and then coffee":     {"maria lopez fri 3pm at the library and then coffee"},
		"maria lopez thu dec 3 at 3 or fri at 4":                 {"maria lopez thu dec 3 at 3 or fri at 4"},
		"maria lopez and her sister thu at 3":                    {"maria lopez and her sister thu at 3"},
		"maria lopez 206-555-0142 fri 3pm at Park and Main":      {"maria lopez 206-555-0142 fri 3pm at Park and Main"},
		"maria lopez fri 3pm, she said call her at 206-555-0142": {"maria lopez fri 3pm, she said call her at 206-555-0142"},
	} {
		if got := PlansIn(words, c); !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", words, got, want)
		}
	}
}
