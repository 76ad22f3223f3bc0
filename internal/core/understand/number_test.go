package understand

import (
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/when"
)

// TestNumbersPutRight: a number corrected behind itself is the corrected one; two stand where the words leave it open.
func TestNumbersPutRight(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"2065550184 no sorry 0185":                                     "+12065550185",
		"206-555-0184 - wait, 0185":                                    "+12065550185",
		"206 555 0184 perdon 0185":                                     "+12065550185",
		"206 555 0184, no, termina en 85":                              "+12065550185",
		"206 555 0184 no 85 al final":                                  "+12065550185",
		"206 555 0184 i mean 555 0185":                                 "+12065550185",
		"206 555 0184 sorry 206 555 0185":                              "+12065550185",
		"206 555 0184 or 0185":                                         "+12065550184 +12065550185",
		"206 555 0184 no 0185":                                         "+12065550184 +12065550185",
		"206 555 0184 or 206 555 0185":                                 "+12065550184 +12065550185",
		"meeting priya 206 555 0184 sorry 4:30 pm":                     "+12065550184",
		"meeting priya 206 555 0184 sat dec 5 2pm":                     "+12065550184",
		"cita con rosa 206 555 0184 el 5 de diciembre a las 2":         "+12065550184",
		"two oh six five five five oh one eight one":                   "+12065550181",
		"her number is two zero six, five five five, zero one eight 1": "+12065550181",
		"dos cero seis cinco cinco cinco cero uno cincuenta y uno":     "+12065550151",
		"met her at five, two kids, six months":                        "",
	} {
		var got []string
		for _, p := range Read(words, when.Context{}).Phones {
			got = append(got, p.E164())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", words, s, want)
		}
	}
	for words, want := range map[string]string{
		"no 0185": "0185", "it ends in 85": "85", "termina en 0185": "0185", "at 4": "", "no, 4": "", "dec 12": "", "430": "",
	} {
		if got, ok := NumberEnd(words); ok != (want != "") || ok && got != want {
			t.Errorf("%q ends in %q %v, want %q", words, got, ok, want)
		}
	}
}
