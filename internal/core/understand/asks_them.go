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
	if f := strings.Fields(rest); len(f) > 0 && lexicon.MoveTo.Has(bareWord(strings.ToLower(f[0]))) { // "pregúntale a rosa"
		rest = strings.Join(f[1:], " ")
	}
	if f := strings.Fields(lead[:len(lead)-len(rest)]); len(f) > 1 && lexicon.ThirdPersons.Has(bareWord(strings.ToLower(f[1]))) { // "ask her"
		rest = f[1] + " " + rest
	}
	return rest, true
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
