package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostToThem is how many words somebody has for another at most, said where a report is asked.
const mostToThem = 14

// SaidToThem reports whether a text speaks to whom a report is of, by their first name or none, and tells nothing of them: "you were great
// today", "gracias por su tiempo".
func SaidToThem(body, first string) bool {
	f := bare(WithoutGreeting(body))
	name := strings.TrimSpace(Padded(first))
	for len(f) > 2 && (f[0] == name || lexicon.Interjections.Has(f[0])) {
		f = f[1:]
	}
	for len(f) > 2 && OwnWords(f[0]) == 0 && lexicon.SpeaksToThem.Lead(strings.Join(f, " ")) == 0 { // "it was so good to meet you"
		if lexicon.ThirdSubjects.Has(f[0]) || lexicon.NegativeWords.Has(f[0]) {
			return false
		}
		f = f[1:]
	}
	words := strings.Join(f, " ")
	n := lexicon.SpeaksToThem.Lead(words)
	return n > 0 && len(f) <= mostToThem && !IsQuestion(body) && !lexicon.ThirdPersons.Any(strings.Fields(words[n:]))
}
