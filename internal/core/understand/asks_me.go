package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// asksOfMine reports whether a text without a mark asks something of what its writer did or has to do, by its word order: "who havent i
// told you about", "which ones do i still owe".
func asksOfMine(body string) bool {
	f := strings.Fields(wordsOf(body))
	if len(f) < 3 || !lexicon.QuestionWords.Has(f[0]) {
		return false
	}
	for i := 1; i < min(len(f)-1, 4); i++ {
		if lexicon.TurnsRound.Has(f[i]) {
			return lexicon.FirstSubjects.Has(f[i+1])
		}
	}
	return false
}

// maxOfAll is how many words a question after the day or after everybody's reports has.
const maxOfAll = 14

// AsksOfAll reports whether a text asks after the day or after what others did, with a mark or without one: "whats today", "who hasnt
// filed", "quién no ha entregado".
func AsksOfAll(body string) bool {
	f := strings.Fields(wordsOf(body))
	if len(f) == 0 || len(f) > maxOfAll || lexicon.TellVerbs.Has(f[0]) {
		return false
	}
	return IsQuestion(body) || ReadAsk(body) != NoAsk || lexicon.QuestionWords.Has(f[0]) || lexicon.AskPeople.Has(f[0])
}

// WithoutMildYes takes an "ok" off the beginning of a text that goes on: "ok ill do it tonite".
func WithoutMildYes(body string) string {
	w, rest, more := strings.Cut(strings.TrimSpace(body), " ")
	if more && lexicon.YesMildly.Has(bareWord(strings.ToLower(w))) {
		return rest
	}
	return body
}

// OfIt reports whether words begin with what was just spoken of, which they do not name: "it to next wed".
func OfIt(words string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(wordsOf(words)), " ")
	return lexicon.OrderThat.Has(first)
}

// WithoutNow takes a "ya" off the beginning of a text that goes on: "ya mejor el sábado".
func WithoutNow(body string) string {
	w, rest, more := strings.Cut(strings.TrimSpace(body), " ")
	if more && lexicon.AlreadyDone.Has(bareWord(strings.ToLower(w))) {
		return rest
	}
	return body
}

// OfTheRest reports whether a text tells of the others who were there: "las otras nomás escucharon", "the rest just listened". Nobody who
// is asked about does that.
func OfTheRest(body string) bool {
	return lexicon.TheRest.Lead(strings.ToLower(withoutOpening(body))) > 0 && !IsQuestion(body)
}
