package spoken

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/understand"
)

// WithoutManner takes off the words what they say of how: it is no part of a place or a name.
func WithoutManner(words string) string {
	for {
		from, to := lexicon.PlanManners.Find(words)
		if to == 0 {
			return words
		}
		before := strings.TrimRight(words[:from], " ,")
		if to < len(words) && before != "" {
			before += " "
		}
		words = before + words[to:]
	}
}

// TheyChoose reports whether words leave the place to the contact.
func TheyChoose(words string) bool { return lexicon.TheyChoose.In(padded(words)) }

// padded is a text in small plain letters with one space around every word, as phrases are looked up in it.
func padded(words string) string {
	return " " + strings.Join(strings.FieldsFunc(lexicon.Plain(strings.ToLower(words)),
		func(r rune) bool { return strings.ContainsRune(" ,.;:!?\n\t()", r) }), " ") + " "
}

// Private reports whether words ask to keep a one-on-one private.
func Private(words string) bool {
	p := padded(words)
	return lexicon.PrivateWords.In(p) || lexicon.PrivateReasons.In(p)
}

// LanguageIn reads a language that is named.
func LanguageIn(words string) (lang.Tag, bool) {
	for _, w := range strings.Fields(padded(words)) {
		if tag, ok := lexicon.Named(w); ok {
			return tag, true
		}
	}
	return "", false
}

// andHalf reports whether words go on with half an hour more: "and a half", "y media".
func andHalf(f []string) bool {
	if len(f) > 2 && f[0] == "and" && f[1] == "a" {
		f = append([]string{"and"}, f[2:]...)
	}
	return len(f) > 1 && (f[0] == "and" || f[0] == "y") && lexicon.Half.Has(strings.Trim(f[1], ".,;!"))
}

// LengthIn reads how long a one-on-one is to be: "30 min", "an hour", "una hora", "media hora".
func LengthIn(words string) (int, bool) {
	f := strings.Fields(strings.ToLower(words))
	for i, w := range f {
		w = strings.Trim(w, ".,;!")
		unit, n := w, 0
		if i > 0 {
			n = number(strings.Trim(f[i-1], ".,;"))
		}
		if k := strings.IndexFunc(w, func(r rune) bool { return r < '0' || r > '9' }); k > 0 { // 30min
			n, unit = number(w[:k]), w[k:]
		}
		switch lexicon.Look(unit).Time { //nolint:exhaustive // the others are no length
		case lexicon.Minute:
			if i+1 < len(f) && lexicon.LateBehind.Has(strings.Trim(lexicon.Plain(f[i+1]), ".,;!")) || lateBefore(f[:i]) { // "running 10 min late"
				continue
			}
			if n >= 10 && n <= 240 && !(i > 1 && (f[i-2] == "in" || f[i-2] == "en")) {
				return n, true
			}
		case lexicon.Hour:
			switch {
			case i > 0 && (f[i-1] == "half" || f[i-1] == "media"), i > 1 && f[i-2] == "half":
				return 30, true
			case i > 0 && (f[i-1] == "an" || f[i-1] == "una" || n == 1) && andHalf(f[i+1:]):
				return 90, true
			case n >= 2 && n <= 3 && andHalf(f[i+1:]):
				return 60*n + 30, true
			case i > 0 && (f[i-1] == "an" || f[i-1] == "una") && !(i > 1 && (f[i-2] == "in" || f[i-2] == "en")):
				return 60, true
			case n >= 1 && n <= 4 && !(i > 1 && (f[i-2] == "in" || f[i-2] == "en")):
				return 60 * n, true
			}
		}
	}
	return 0, false
}

// mostLate is how many words stand between that somebody is late and by how many minutes: "voy tarde como unos 15 min".
const mostLate = 4

// lateBefore reports whether the words before a number of minutes say, in the same clause, that somebody is late by them.
func lateBefore(f []string) bool {
	for i := len(f) - 1; i >= 0 && i >= len(f)-1-mostLate; i-- {
		w := lexicon.Plain(f[i])
		if strings.TrimRight(w, ".,;!") != w {
			return false
		}
		if lexicon.LateBehind.Has(w) {
			return true
		}
	}
	return false
}

// LengthBehind takes off words how long a one-on-one is to be, where that alone stands behind their last comma: "cafe flora, 30 min", "la
// biblioteca, media hora".
func LengthBehind(words string) (before string, minutes int) {
	i := strings.LastIndex(words, ",")
	if i <= 0 || len(strings.Fields(words[i+1:])) > mostOfLength {
		return words, 0
	}
	if n, ok := LengthIn(words[i+1:]); ok {
		return strings.TrimSpace(words[:i]), n
	}
	return words, 0
}

// mostOfLength is how many words say how long, and no more: "about 30 min".
const mostOfLength = 3

func number(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || n > 1000 {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// OnPhone returns the words that say that the two talk on the phone, "" where none do.
func OnPhone(words string) string {
	p := padded(words)
	for _, s := range lexicon.OnPhone.Padded() {
		if strings.Contains(p, s) {
			return strings.TrimSpace(s)
		}
	}
	return ""
}

// PlaceAlone takes off a place what is told behind it: "his house, before the turkey".
func PlaceAlone(place string) string {
	for i := strings.Index(place, ", "); i > 0; {
		first, _, _ := strings.Cut(place[i+2:], " ")
		if lexicon.PlaceTails.Has(lexicon.Plain(strings.Trim(first, ".!"))) && !understand.SaysDoor(place[i+2:]) { // "el 204"
			return place[:i]
		}
		next := strings.Index(place[i+2:], ", ")
		if next < 0 {
			break
		}
		i += 2 + next
	}
	return place
}
