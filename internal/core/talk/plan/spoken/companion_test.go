package spoken

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/when"
)

// TestCompanion: who comes along is heard, and what is told of the family is not taken for it.
func TestCompanion(t *testing.T) {
	t.Parallel()
	c := when.Context{At: time.Date(2026, 11, 24, 17, 0, 0, 0, time.UTC), Zone: time.UTC, Mode: when.Plan}
	for words, want := range map[string]string{
		"meeting w maria n her sister elena thurs the 3rd 3pm cafe presse": "her sister elena",
		"cita con Rosa y su hijo el viernes a las 3 en la biblioteca":      "su hijo",
		"meet jo and her husband at the library fri 3pm":                   "her husband",
		"meet jo fri 3pm and her son has school till 2":                    "",
		"meet jo fri 3pm at her sister's":                                  "",
		"maria lopez 206-555-0142 fri 3pm, she lives with her mom so call": "",
		"meet jo and maria fri 3pm":                                        "",
	} {
		if got := Companion(words, c); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}

// TestAgreed: a yes to texts is one, and a no is none.
func TestAgreed(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]bool{
		"mtg w tasha green fri 4pm library shes 2065550181 txt ok":         true,
		"ya, es 206 5550186 y si quiere mensajes pero en ingles":           true,
		"meet jo fri 3pm at the library, she's fine with texts":            true,
		"cita con Rosa viernes 3pm, acepta mensajes":                       true,
		"meet jo fri 3pm, not ok to text":                                  false,
		"cita con Rosa viernes 3pm, no quiere mensajes":                    false,
		"is it ok to text her?":                                            false,
		"meet jo fri 3pm at the library, idk if shes ok with texts or not": false,
	} {
		if got := Agreed(words); got != want {
			t.Errorf("%q: got %v, want %v", words, got, want)
		}
	}
}

// TestNameAlone: a whole name alone is one, a name in a sentence is not.
func TestNameAlone(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"maria gomez": "Maria Gomez", "no, maria gomez": "Maria Gomez", "sorry jo parker": "Jo Parker", "Rosa Medina": "Rosa Medina",
		"maria": "", "rosa confirma": "", "grace period": "", "maria gomez friday": "", "jo will call": "",
	} {
		if got, _ := NameAlone(words); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}
