package understand

import "testing"

// TestParseName reads the answer to "Who did you meet?": "" is asked again.
func TestParseName(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"maria lopez":                       "Maria Lopez",
		"I met Maria Lopez.":                "Maria Lopez",
		"my neighbor Jo":                    "Jo",
		"our new tenant Bo Lee":             "Bo Lee",
		"me vi con la vecina Carmen Ruiz":   "Carmen Ruiz",
		"la señora Carmen Ruiz":             "Carmen Ruiz",
		"mi amiga rosa paz":                 "Rosa Paz",
		"La Tasha Brown":                    "La Tasha Brown",
		"juan Carlos Pérez de la Cruz":      "Juan Carlos Pérez de la Cruz",
		"Rev. Martin Lewis":                 "Rev. Martin Lewis",
		"my neighbor":                       "",
		"yes":                               "",
		"none":                              "",
		"text":                              "",
		"llamar":                            "",
		"tomorrow":                          "",
		"she told me about the landlord":    "",
		"https://example.org/maria":         "",
		"206-555-0150":                      "",
		"one two three four five six seven": "",
	} {
		if got, _ := ParseName(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestNoIsNone(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"none", "no promises", "she didn't commit to anything", "nothing yet", "I promised nothing", "no commitments",
		"didn't promise anything", "not really", "n/a",
		"she didn't commit", "no prometí nada", "no se comprometió a nada", "ninguna promesa", "todavía nada", "nada por ahora",
		"sin compromisos", "none so far",
	} {
		if !PromisesNothing(s) {
			t.Errorf("%q promises nothing", s)
		}
	}
	for _, s := range []string{
		"no promises but I said I'd send the flyer", "she will come", "talk to nobody but her sister by friday", "come to the meeting",
		"nothing to lose campaign: she joins dec 5",
		"no prometí nada pero le mando el volante", "bring her the flyer", "not to miss the meeting",
	} {
		if PromisesNothing(s) {
			t.Errorf("%q promises something", s)
		}
	}
	for _, s := range []string{"she never said anything about the mold", "nothing works in her building", "no heat"} {
		if Declines(s) {
			t.Errorf("%q tells something", s)
		}
	}
}

func TestControlWordsMistyped(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]Command{
		"skpi": Skip, "skiip": Skip, "nxt": Next, "latre": Later, "saltra": Skip,
		"bakc": Back, //nolint:misspell // that is the point
	} {
		if c, _ := Mistyped(s); c != want {
			t.Errorf("%q: %q, want %q", s, c, want)
		}
	}
	for _, s := range []string{"noen", "nonne", "nadda", "non"} {
		if _, none := Mistyped(s); !none {
			t.Errorf("%q is none", s)
		}
	}
	for _, s := range []string{"nurse", "bank", "ship", "text", "rent", "nine", "note", "back", "moho", "renta", "skin"} {
		if c, none := Mistyped(s); c != None || none {
			t.Errorf("%q is an answer: %q %v", s, c, none)
		}
	}
}

func TestNamesAlike(t *testing.T) {
	t.Parallel()
	for _, p := range [][2]string{{"Maria Lopez", "Maria Lopes"}, {"Maria", "Maria Lopez"}, {"Jo Parc", "Jo Park"}, {
		"María López",
		"Maria Lopez",
	}, {"Denise Walker", "Denis Walker"}} {
		if !Alike(p[0], p[1]) {
			t.Errorf("%q and %q are one", p[0], p[1])
		}
	}
	for _, p := range [][2]string{{"Maria Lopez", "Jo Park"}, {"Maria Lopez", "Maria Gomez"}, {"Jo", "Bo"}} {
		if Alike(p[0], p[1]) {
			t.Errorf("%q and %q are two", p[0], p[1])
		}
	}
}
