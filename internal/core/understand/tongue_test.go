package understand

import "testing"

func TestLanguageWished(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		"no hablo ingles":                               "es",
		"no hablo inglés, perdon":                       "es",
		"no entiendo ingles":                            "es",
		"can u send in spanish":                         "es",
		"can you send it in spanish pls":                "es",
		"spanish please":                                "es",
		"me pueden escribir en español":                 "es",
		"i dont speak english":                          "es",
		"no hablo español":                              "en",
		"i dont speak spanish":                          "en",
		"english please":                                "en",
		"hablo ingles":                                  "en",
		"hablo español":                                 "es",
		"is the flyer in spanish?":                      "",
		"can you send the flyer in spanish":             "",
		"does ana speak vietnamese? my english no good": "",
		"my kid is learning english":                    "",
		"la hoja está en inglés":                        "",
	} {
		if tag, _ := LanguageWished(body); string(tag) != want {
			t.Errorf("%q: %q, want %q", body, tag, want)
		}
	}
}
