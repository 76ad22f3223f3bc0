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
		"ok so tmrw im seeing maria at 10 at cafe presse and then jo at 1130 same place": {
			"ok so tmrw im seeing maria at 10 at cafe presse", "jo, 2026-11-25 at 1130 at cafe presse",
		},
		"booked 3 for sat!! 9 maria 1030 jo 12 rosa all at the church": {
			"maria sat at 9 at the church", "jo sat at 1030 at the church", "rosa sat at 12 at the church",
		},
		"el sabado tengo a rosa a las 10 en la biblio y a su comadre lupe vega a las 12, el cel de lupe es 206 555 0188": {
			"rosa el sabado a las 10 en la biblio", "lupe vega el sabado a las 12, el cel de lupe es 206 555 0188",
		},
		"hoy tengo a las 3 a Rosa y a las 5 a Lupe en la biblioteca": {"Rosa hoy at 3", "Lupe hoy at 5 en la biblioteca"},
		"maria lopez fri dec 4 1pm and jo park sat 2pm; tasha green 206-555-0181 sat 3pm": {
			"maria lopez fri dec 4 1pm", "jo park sat 2pm", "tasha green 206-555-0181 sat 3pm",
		},
		"seeing dora vance tomorrow at 2 and leo park at 430, both at the community center. dora 2065550189 leo 2065550163": {
			"seeing dora vance tomorrow at 2 at the community center 2065550189", "leo park, 2026-11-25 at 430 at the community center 2065550163",
		},
		"mañana veo a Dora Vance a las 2 y a Leo Parra a las 4 en la biblioteca. dora 206 555 0189 y leo (206) 555-0163": {
			"mañana veo a Dora Vance a las 2 206 555 0189", "Leo Parra, 2026-11-25 a las 4 en la biblioteca (206) 555-0163",
		},
		"maria cant do 3 tomorrow and jo cant do 4":   {"maria cant do 3 tomorrow and jo cant do 4"},
		"maria said 10 works and jo said 11 tomorrow": {"maria said 10 works and jo said 11 tomorrow"},
		"maria lopez thu dec 3 3pm cafe presse / jo park fri dec 4 5pm library | rosa medina sat dec 5 10am": {
			"maria lopez thu dec 3 3pm cafe presse", "jo park fri dec 4 5pm library", "rosa medina sat dec 5 10am",
		},
		"maria lopez thu dec 3 3pm - 4pm at the library":  {"maria lopez thu dec 3 3pm - 4pm at the library"},
		"meet maria and jo tomorrow at 10":                {"meet maria tomorrow at 10", "jo"},
		"move maria to 4 and jo to 5":                     {"move maria to 4 and jo to 5"},
		"maria mañana a las 10 en casa de rosa a las 12?": {"maria mañana a las 10 en casa de rosa a las 12?"},
	} {
		if got := PlansIn(words, c); !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", words, got, want)
		}
	}
}

// TestSeveral: what tells of a day or asks plans nothing.
func TestSeveral(t *testing.T) {
	t.Parallel()
	c := when.Context{At: time.Date(2026, 11, 24, 17, 0, 0, 0, time.UTC), Zone: time.UTC, Mode: when.Plan}
	for words, want := range map[string]bool{
		"i got maria at 2 tomorrow and jo at 4":                                    true,
		"mañana veo a rosa a las 10 y a lupe a las 12":                             true,
		"can i do maria at 2 tomorrow and jo at 4?":                                false,
		"met maria at 3 and jo at 4 yesterday":                                     false,
		"seeing maria tomorrow at 10, jo's bringing the kids at 11":                false,
		"maria at 2 and jo at 4":                                                   false, // of no day
		"meeting maria tomorrow at 3 at the library":                               false,
		"rosa mañana a las 10, su hija sale de la escuela a las 12 y no llega":     false,
		"maria tomorrow at 10, she said jo is off at 5 and they both like mondays": false,
	} {
		if got := Several(words, c); got != want {
			t.Errorf("%q: %v, want %v: %q", words, got, want, PlansIn(words, c))
		}
	}
}
