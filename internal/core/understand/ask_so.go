package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// asksIfSo is what a text is after that says a place, a day or an hour and asks whether it is so: "its at cafe presse right?".
func asksIfSo(body string) Ask {
	f := bare(body)
	if !AsksIfSo(body) && !tagAsks(body) || len(f) > mostSo || !lexicon.OfThat.Has(f[0]) && !lexicon.AskMeetings.Any(f) &&
		!lexicon.FirstNames.Any(f) {
		return NoAsk
	}
	switch {
	case NamesTimeIn(f) || hasDigit(body) && !lexicon.PlaceNouns.Any(f):
		return AskWhen
	case lexicon.At.Any(f) || lexicon.In.Any(f) || lexicon.PlaceNouns.Any(f):
		return AskWhere
	}
	return NoAsk
}

// tagAsks reports whether a question ends in a word that asks whether it is so: "es en la biblioteca, no?".
func tagAsks(body string) bool {
	f := bare(body)
	return strings.HasSuffix(strings.TrimSpace(body), "?") && len(f) > 3 && lexicon.TagWords.Has(f[len(f)-1])
}

// mostSo is how many words ask whether something is so.
const mostSo = 10

// ordersBehind reports whether a text that may read as a question orders something: "puedes moverle a rosa pal viernes? tengo dentista",
// "cuando llegue dile a rosa q estoy afuera".
func ordersBehind(body string) bool {
	if _, _, ok := TellsThen(body); ok {
		return true
	}
	first, _, more := strings.Cut(body, "?")
	if !more || !asksToDo(first+"?") {
		return false
	}
	_, moves := beginsAs(withoutLeads(first), lexicon.MoveOrders)
	_, cancels := beginsAs(withoutLeads(first), lexicon.CancelVerbs)
	return moves || cancels
}

// FirstAsked divides a text whose first sentence asks something and that says more behind it: "any word from maria? i could also do
// friday". It is false where it has no such part.
func FirstAsked(body string) (asked, rest string, ok bool) {
	i := strings.IndexByte(body, '?')
	if i < 1 || i+1 >= len(body) || OwnWords(body[i+1:]) == 0 {
		return "", "", false
	}
	return body[:i+1], strings.Trim(body[i+1:], " ?"), true
}

// knowsOfIt reports whether a question is whether somebody knows of what is planned: "does maria know its thurs", "ya sabe rosa que es el
// jueves?".
func knowsOfIt(f []string) bool {
	for i := 1; i+1 < len(f) && i <= 3; i++ {
		if (lexicon.FirstNames.Has(f[i]) || lexicon.ThirdSubjects.Has(f[i])) && lexicon.KnowsAhead.Has(f[i-1]) &&
			lexicon.KnowsBehind.Has(f[i+1]) {
			return true
		}
	}
	return false
}
