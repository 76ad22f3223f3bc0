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
