package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Ask is what a question of an organizer is after.
type Ask uint8

// The questions that the record answers.
const (
	NoAsk      Ask = iota
	AskHow         // how a one-on-one is planned
	AskNumber      // somebody's number
	AskConfirm     // has somebody answered?
	AskOwe         // what have I promised?
	AskCount       // how many one-on-ones
	AskSaid        // what somebody said they would do
	AskWhere       // where one is
	AskWhen        // when one is
	AskWho         // whom I meet: today, this week, next
)

// ReadAsk reads a question about what stands in the record. Words that only begin as a question do are none.
func ReadAsk(body string) Ask {
	f := bare(body)
	if len(f) == 0 || len(f) > 14 || len(body) > 160 {
		return NoAsk
	}
	p := Padded(body)
	question := strings.ContainsAny(body, "?¿")
	if !question && !lexicon.AskLeads.Has(f[0]) && !(len(f) > 1 && lexicon.AskLeads.Has(f[0]+" "+f[1])) && !(len(f) > 1 && lexicon.OrderLeads.Has(f[0]) && lexicon.AskLeads.Has(f[1])) {
		return NoAsk
	}
	meets := lexicon.AskMeetings.In(p)
	switch {
	case lexicon.AskHow.In(p):
		return AskHow
	case lexicon.AskCount.In(p):
		if meets {
			return AskCount
		}
		return NoAsk
	case lexicon.AskNumber.In(p):
		return AskNumber
	case lexicon.AskOwe.In(p):
		return AskOwe
	case lexicon.AskSaid.In(p):
		return AskSaid
	case lexicon.AskConfirm.In(p):
		return AskConfirm
	case lexicon.AskWhere.In(p):
		return AskWhere
	case lexicon.AskWhen.In(p):
		return AskWhen
	case lexicon.AskWho.In(p) && (meets || question || strings.Contains(p, " next ") || strings.Contains(p, " my ")):
		return AskWho
	}
	return NoAsk
}

// Names lists the words of a question that may be somebody's first name, without what makes them possessive: "marias", "Maria's".
func Names(body string) []string {
	var out []string
	for _, w := range bare(body) {
		for _, s := range []string{w, strings.TrimSuffix(w, "'s"), strings.TrimSuffix(w, "s")} {
			if len(s) > 1 && len(out) < 40 && !sentenceWord(s) {
				out = append(out, s)
			}
		}
	}
	return out
}
