package understand

import (
	"strings"

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
	spanish, english := longestIn(p, lexicon.WantsSpanish), longestIn(p, lexicon.WantsEnglish) // "no hablo inglés" holds "hablo inglés"
	switch {
	case lexicon.OtherTongues.In(p): // "does ana speak vietnamese? my english no good"
	case spanish > english:
		return lang.Spanish
	case english > spanish:
		return lang.English
	}
	return ""
}

// longestIn is the length of the longest phrase of a list that stands in padded words, 0 where none does.
func longestIn(p string, l lexicon.List) (n int) {
	for _, phrase := range l.Padded() {
		if len(phrase) > n && strings.Contains(p, phrase) {
			n = len(phrase)
		}
	}
	return n
}

// LanguageWished is the language in which a contact wants our texts; all says that the text says nothing else. A thing that is to be in a
// language ("is the flyer in spanish?") is no such wish.
func LanguageWished(text string) (tag lang.Tag, all bool) {
	tag = LanguageAsked(text)
	if tag == "" {
		return "", false
	}
	p := " " + wordsOf(text) + " "
	wants := lexicon.WantsSpanish
	if tag == lang.English {
		wants = lexicon.WantsEnglish
	}
	if lexicon.AsksTongue.Lead(strings.TrimSpace(p)) > 0 || ofElseTongue(p, wants) { // "is it in spanish too"
		return "", false
	}
	beside, things := 0, 0
	for _, w := range strings.Fields(leftOf(p, wants)) {
		if !small([]string{w}, lexicon.OrderLeads) && !lexicon.AboutTexting.Has(w) {
			beside++
			if !lexicon.SendsWords.Has(w) { // "can u send in spanish", and not "send the flyer in spanish"
				things++
			}
		}
	}
	if rest := leftOf(p, lexicon.TongueOfThings); things > 0 && !wants.In(rest) && !lexicon.AboutTexting.Any(strings.Fields(p)) {
		return "", false
	}
	return tag, beside < maxBesideTongue
}

// ofElseTongue reports whether a language is what somebody else speaks: "la otra señora habla inglés". One of the family of whom we text
// may write so of their reader.
func ofElseTongue(p string, wants lexicon.List) bool {
	from, to := wants.Find(p)
	if to == 0 || oneOfKin(strings.Fields(p)) {
		return false
	}
	f := strings.Fields(p[:from])
	for len(f) > 0 && (lexicon.Negators.Has(f[len(f)-1]) || lexicon.Fillers.Has(f[len(f)-1]) && !lexicon.ThirdSubjects.Has(f[len(f)-1])) {
		f = f[:len(f)-1]
	}
	if len(f) == 0 {
		return false
	}
	who := f[len(f)-1]
	if lexicon.ThirdSubjects.Has(who) {
		return true
	}
	return len(f) > 1 && (lexicon.Kin.Has(who) || lexicon.Address.Has(who)) && !lexicon.SpeaksAs.Has(f[len(f)-2]) &&
		(lexicon.OwnPossessives.Has(f[len(f)-2]) || lexicon.Articles.Has(f[len(f)-2]) || lexicon.OtherWords.Has(f[len(f)-2]))
}

// maxBesideTongue is how many words of their own stand beside the wish for a language that says nothing else: a name, a thanks.
const maxBesideTongue = 3
