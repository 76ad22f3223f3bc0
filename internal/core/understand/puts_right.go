package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Corrects reports whether a text begins as a correction does: "oops its dec 13 not 12".
func Corrects(body string) bool {
	w := wordsOf(body) + " "
	for _, p := range lexicon.CorrectionBegins.Padded() {
		if strings.HasPrefix(w, p[1:]) {
			return true
		}
	}
	return false
}

// DayWas reports whether a text says on which day something was, and no more: "it was tuesday", "era martes no miércoles".
func DayWas(body string) bool {
	f := strings.Fields(wordsOf(body))
	return len(f) <= maxSmall+2 && lexicon.DayWas.In(" "+strings.Join(f, " ")+" ") && NamesTimeIn(f) &&
		!IsQuestion(body) && !SpeaksToSomebody(body)
}

// maxRedate bounds, in words, what names a thing and its day and nothing else: "the cookies are the 11th".
const maxRedate = 8

// PutsRight reports whether a text corrects something, or speaks of a day that was said.
func PutsRight(body string) bool {
	return Corrects(body) || lexicon.ChangeWords.In(Padded(body)) || lexicon.DayNouns.In(Padded(body))
}

// NamesADay reports whether a text is short enough to name a thing and its day and nothing else.
func NamesADay(body string) bool { return len(strings.Fields(body)) <= maxRedate }

// MayRedate reports whether a text may put a day right that was said before.
func MayRedate(body string) bool {
	return len(body) <= 300 && hasDigit(body) && (PutsRight(body) || NamesADay(body))
}

// WithoutSorry takes off what leads to something that was forgotten: "I forgot, she needs a ramp".
func WithoutSorry(body string) string {
	c := Clauses(body)
	for len(c) > 1 && (lexicon.ForgotLeads.Has(wordsOf(c[0])) || lexicon.CorrectionBegins.Has(wordsOf(c[0]))) {
		c = c[1:]
	}
	said := body
	if len(c) < len(Clauses(body)) {
		said = strings.Join(c, ", ")
	}
	for {
		w, rest, more := strings.Cut(said, " ")
		if !more || !lexicon.Interjections.Has(bareWord(strings.ToLower(w))) {
			break
		}
		said = rest
	}
	if n := lexicon.ForgotLeads.Lead(said); n > 0 && n < len(said) { // "oh forgot her email is m@x.org"
		said = strings.TrimLeft(said[n:], " ,.:")
	}
	return said
}
