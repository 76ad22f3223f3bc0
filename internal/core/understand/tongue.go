package understand

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
)

// LanguageAsked is the language that a text asks for, or says to be the only one of its writer, "" when it does not: "solo hablo
// español", "English please".
func LanguageAsked(text string) lang.Tag {
	if len(text) > 120 {
		return ""
	}
	p := " " + wordsOf(text) + " "
	spanish, english := lexicon.WantsSpanish.In(p), lexicon.WantsEnglish.In(p)
	switch {
	case spanish && !english:
		return lang.Spanish
	case english && !spanish:
		return lang.English
	}
	return ""
}
