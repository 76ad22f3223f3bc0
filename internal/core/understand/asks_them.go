package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// ReadAskThem reads an order to ask somebody something that is no time: "ask maria if she needs a ride", "pregúntale a rosa si necesita
// raite". It returns whom, with what is asked behind.
func ReadAskThem(body string) (whom string, ok bool) {
	lead := withoutLeads(strings.Trim(body, " ?.!"))
	rest, ok := beginsAs(lead, lexicon.AskThem)
	if !ok || len(body) > maxOthers {
		return "", false
	}
	if verb, _, _ := strings.Cut(lead, " "); tellsThem(verb) && AskedOf(rest) { // "pregúntale si va a venir"
		return "le " + rest, true
	}
	rest = withoutTo(rest)
	if f := strings.Fields(lead[:len(lead)-len(rest)]); len(f) > 1 && lexicon.ThirdPersons.Has(bareWord(strings.ToLower(f[1]))) { // "ask her"
		rest = f[1] + " " + rest
	}
	return rest, true
}

// AsksTime reads a text that has somebody asked whether a time suits them: "ask her if 4 works", "pregúntale a rosa si puede el viernes".
// whom is who is asked, as far as they are named, and time the words behind "if".
func AsksTime(body string) (whom, time string, ok bool) {
	if whom, time, ok = asksTime(body); ok {
		return whom, time, true
	}
	for _, c := range Clauses(body)[min(1, len(Clauses(body))):] {
		// behind its reason: "se me cruzó algo, pregúntale a rosa si podemos el viernes"
		if whom, time, ok = asksTime(c); ok {
			return whom, time, true
		}
	}
	return "", "", false
}

func asksTime(body string) (whom, time string, ok bool) {
	lead := withoutLeads(strings.Trim(body, " .!"))
	rest, ok := beginsAs(lead, lexicon.AskThem)
	if !ok {
		return textsIf(lead)
	}
	f := strings.Fields(rest)
	for i, w := range f {
		if lexicon.IfWords.Has(bareWord(strings.ToLower(w))) && i <= 3 {
			time = strings.Join(f[i+1:], " ")
			return withoutTo(strings.Join(f[:i], " ")), time, hasDigit(time) || NamesTimeIn(bare(time))
		}
		if i == 0 && strings.HasSuffix(lead[:len(lead)-len(rest)], " if ") { // "see if friday works"
			return "", rest, hasDigit(rest) || NamesTimeIn(bare(rest))
		}
	}
	return "", "", false
}

// textsIf reads AsksTime's kind in which somebody is written to: "text maria and see if shes free sat", "mándale mensaje a rosa para
// ver si puede el sábado".
func textsIf(lead string) (whom, time string, ok bool) {
	rest, ok := beginsAs(lead, lexicon.TextThem)
	if !ok {
		return "", "", false
	}
	from, to := lexicon.SeesIf.Find(rest)
	if n := len(strings.Fields(rest[:from])); n == 0 || n > mostNames {
		return "", "", false
	}
	whom, time = strings.TrimSpace(rest[:from]), strings.TrimSpace(rest[to:])
	return whom, time, hasDigit(time) || NamesTimeIn(bare(time))
}

// withoutTo takes off what leads to a person: of "a rosa" it is "rosa".
func withoutTo(words string) string {
	if f := strings.Fields(words); len(f) > 1 && lexicon.MoveTo.Has(bareWord(strings.ToLower(f[0]))) { // "pregúntale a rosa"
		return strings.Join(f[1:], " ")
	}
	return words
}

// AskedOf reports whether words are what somebody is asked: whether something is so, a question, to do something, about something.
func AskedOf(words string) bool {
	f := bare(words)
	if len(f) < 2 {
		return false
	}
	return lexicon.SaysIf.Has(f[0]) || f[0] == "si" || lexicon.QuestionWords.Lead(strings.Join(f, " ")) > 0 || lexicon.AskedLeads.Has(f[0])
}

// AsksOnceMore reports whether a text has somebody who has not answered asked again: "le puedes preguntar otra vez?", "can u text her
// again".
func AsksOnceMore(body string) bool {
	p := Padded(body)
	return lexicon.AskOnceMore.In(p) && !lexicon.NotAnOrder.Any(bare(lastSentence(body)))
}

// lastSentence is what of a text stands behind its last mark that has words behind it.
func lastSentence(body string) string {
	body = strings.TrimRight(body, " .,;!?")
	return body[strings.LastIndexAny(body, ".,;!?")+1:]
}

// TimeAsked is the day, the hour and the place of what somebody is asked, without the words that ask: of "she can do thurs at 3" it is
// "thurs at 3".
func TimeAsked(words string) string {
	for from, to := lexicon.AskedSuits.Find(words); to > 0; from, to = lexicon.AskedSuits.Find(words) {
		words = strings.TrimSpace(words[:from] + words[to:])
	}
	return strings.TrimRight(words, " ?.!")
}
