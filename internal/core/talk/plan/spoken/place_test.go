package spoken

import "testing"

// TestPlacePut: a place that is put right is what the words name as it, and nothing of what stands around it.
func TestPlacePut(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"also its the clinic on jackson not the other one":   "the clinic on jackson",
		"nvm starbucks is too loud do the park by his house": "the park by his house",
		"k her kitchen its fine":                             "her kitchen",
		"oh wait make it the library":                        "the library",
		"lets do my office instead":                          "my office",
		"ay no mejor en la iglesia":                          "la iglesia",
		"que sea en su casa":                                 "su casa",
		"no, la biblioteca esta bien":                        "la biblioteca",
		"her house is too loud":                              "",
		"the park is closed":                                 "",
		"she lives by the park":                              "",
		"la biblioteca está cerrada":                         "",
		"no me gusta ese parque":                             "",
		"her sister works at the clinic":                     "",
		"su hermana trabaja en la clínica":                   "",
		"no wait, at the clinic":                             "the clinic",
		"whats her address":                                  "",
		"she works at the hospital so after 5":               "",
	} {
		if got := PlacePut(words); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}
