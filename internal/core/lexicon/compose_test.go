package lexicon

import (
	"testing"
	"unicode/utf8"
)

func TestCompose(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                               "",
		"mañana, ¿sí?":                   "mañana, ¿sí?",
		"man\u0303ana a las 3":           "mañana a las 3",
		"JOSE\u0301 NU\u0301N\u0303EZ":   "JOSÉ NÚÑEZ",
		"pingu\u0308ino":                 "pingüino",
		"x\u0301":                        "x",
		"\u0301a":                        "a",
		"206\u2011555\u20130143":         "206-555-0143",
		"206\u00a0555\u20090143":         "206 555 0143",
		"\u202a206-555-0143\u202c":       "206-555-0143",
		"ＳＴＯＰ":                           "STOP",
		"２０６":                            "206",
		"one \u2014 two":                 "one \u2014 two",
		"👍🏽":                             "👍🏽",
		"\u2068Ana\u2069 a\u0301e\u0301": "Ana áé",
	} {
		if got := Compose(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzCompose(f *testing.F) {
	for _, s := range []string{"man\u0303ana", "\u0301", "\u202a1\u202c", "ＳＴ", "\xff\u0301", "a\u0301\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Compose(s)
		if again := Compose(got); again != got {
			t.Errorf("%q: %q, and composed again %q", s, got, again)
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("%q: %q is no text", s, got)
		}
	})
}
