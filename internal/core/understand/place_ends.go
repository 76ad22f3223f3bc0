package understand

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// PlaceEnds divides what was said where a place was asked for into the place and what is said beside: "su casa, before the turkey jaja" is
// "su casa". What follows a comma belongs to the place where it says further where that is.
func PlaceEnds(s string) (place, beside string) {
	place = s
	for i := 1; i < len(s); i++ {
		if strings.IndexByte(",;!\n", s[i]) < 0 && !(s[i] == '.' && i+1 < len(s) && s[i+1] == ' ' && !shortened(s[:i])) {
			continue
		}
		if rest := strings.TrimSpace(s[i+1:]); rest != "" && !goesOnWhere(rest) {
			place, beside = s[:i], rest
			break
		}
	}
	f := strings.Fields(place)
	for i := 2; i < len(f); i++ { // "la biblioteca hace frio"
		if lexicon.PlaceWhy.Has(strings.TrimSpace(Padded(f[i]))) {
			f, beside = f[:i], strings.TrimSpace(strings.Join(f[i:], " ")+" "+beside)
		}
	}
	for len(f) > 1 && (lexicon.Laughter.Has(strings.TrimSpace(Padded(f[len(f)-1]))) || laughs(f[len(f)-1])) {
		f = f[:len(f)-1]
	}
	return strings.TrimRight(strings.Join(f, " "), " ,.;!"), beside
}

// shortened reports whether a text ends with a short form, whose full stop ends no sentence: "St."
func shortened(s string) bool {
	w := s[strings.LastIndexByte(s, ' ')+1:]
	return len(w) <= 4
}

// laughs reports whether a word is nothing but laughter of any length, or an emoji.
func laughs(w string) bool {
	if r, _ := utf8.DecodeRuneInString(w); r >= 0x2190 {
		return true
	}
	low := strings.Trim(strings.ToLower(w), ".!,")
	return len(low) > 3 && strings.Trim(low, "jahei") == "" && strings.ContainsAny(low, "jh")
}

// goesOnWhere reports whether words say further where a place is: a number, a name, "by the door".
func goesOnWhere(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	f := strings.Fields(Padded(rest))
	if len(f) == 0 {
		return false
	}
	if unicode.IsDigit(r) || r == '#' || unicode.IsUpper(r) && !lexicon.Look(f[0]).Known() || lexicon.Articles.Has(f[0]) ||
		lexicon.NumberedPlace.Has(f[0]) || lexicon.PlaceWords.Has(f[0]) || lexicon.MyPlaces.Has(f[0]) {
		return true
	}
	p := Padded(rest)
	for _, w := range lexicon.BesidePlace.Words() {
		if strings.HasPrefix(p, Padded(w)) {
			return true
		}
	}
	return lexicon.PlaceNouns.Any(f[:min(3, len(f))])
}

// NoPlaceYet reports whether words say that a place is still to be found: "ill figure that out later", "luego le digo".
func NoPlaceYet(s string) bool {
	f := strings.Fields(Padded(s))
	return lexicon.DecidesLater.In(Padded(s)) && !lexicon.PlaceNouns.Any(f) && !strings.ContainsAny(s, "0123456789")
}
