package understand_test

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

func planning(t *testing.T) when.Context {
	t.Helper()
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	return when.Context{At: time.Date(2026, 11, 24, 9, 0, 0, 0, zone), Zone: zone, Mode: when.Plan, Lang: lang.English}
}

// TestPlaceEndsWhereSomethingElseIsSaid holds where a place ends that no comma ends: a contact is told the place, and not the sentence.
func TestPlaceEndsWhereSomethingElseIsSaid(t *testing.T) {
	t.Parallel()
	for text, place := range map[string]string{
		"dora wants to do it at the library instead now": "the library",
		"at the library bc its raining":                  "the library",
		"at the library if thats ok":                     "the library",
		"at the library i think":                         "the library",
		"at the library like last time":                  "the library",
		"lets do it at her place instead of the library": "her place",
		"at the lib w her kids":                          "the lib",
		"at the park not the library":                    "the park",
		"en la biblioteca otra vez":                      "la biblioteca",
		"en la biblioteca en vez del parque":             "la biblioteca",
		"quiere que sea en la biblioteca ahora mejor":    "la biblioteca",
		"en su depa porque no tiene con quien dejar":     "su depa",
		"en la panaderia que esta en la 12":              "la panaderia que esta en la 12",
		"at the still life cafe":                         "the still life cafe",
		"at Still Life Coffee":                           "Still Life Coffee",
		"at We Are One center":                           "We Are One center",
		"en El Ya Mero":                                  "El Ya Mero",
		"at the cafe by the light rail":                  "the cafe by the light rail",
		"at the ymca where her kid swims":                "the ymca where her kid swims",
	} {
		if got := understand.Read(text, planning(t)).Place; got != place {
			t.Errorf("%q: %q, want %q", text, got, place)
		}
	}
}

// TestNumberBehindAnHour holds that an hour or a door right before a phone number is no part of it, and that a country's digits are.
func TestNumberBehindAnHour(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"fri at 4 206-555-0189": "+12065550189", "a las 5 206 555 0189": "+12065550189", "at 430 2065550189": "+12065550189",
		"apt 14 206-555-0189": "+12065550189", "at 11 206-555-0189": "+12065550189", "1 206 555 0189": "+12065550189",
		"+52 55 1234 5678": "+525512345678", "52 55 1234 5678": "", "cuenta 1234 5678 9012 3456": "",
	} {
		if got := understand.Read(text, planning(t)).Phone.E164(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
