package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// withoutNextTime is a text without its clauses that say of a time to come that somebody cannot: "she said she couldnt make it next time
// either" is of no one-on-one that was.
func withoutNextTime(body string) string {
	if !lexicon.NextTimes.In(Padded(body)) {
		return body
	}
	var rest []string
	for _, s := range sentencesOf(body) {
		for _, c := range clauses(s) {
			if p := Padded(c); lexicon.NextTimes.In(p) && (lexicon.SaysMissed.In(p) || lexicon.SaysCancelled.In(p) || lexicon.CannotMeet.In(p)) {
				continue
			}
			rest = append(rest, c)
		}
	}
	return strings.Join(rest, ", ")
}

// AsksThemselves reports whether the writer says that they will ask the other about a time: "le voy a preguntar si puede el martes".
func AsksThemselves(body string) bool { return lexicon.AsksThemself.In(Padded(body)) }

// inTheirPlace reports whether somebody came in the contact's place: "vino su hermana", and not "no vino, su hija se enfermó".
func inTheirPlace(body string) bool {
	for _, s := range sentencesOf(body) {
		for _, c := range clauses(s) {
			if lexicon.InTheirPlace.In(" "+wordsOf(c)+" ") && !lexicon.Negators.Has(wordAhead(wordsOf(c), lexicon.InTheirPlace)) {
				return true
			}
		}
	}
	return false
}

// wordAhead is the word before the first phrase of a list in words; "" for none.
func wordAhead(words string, of lexicon.List) string {
	from, _ := of.Find(words)
	f := strings.Fields(words[:from])
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}
