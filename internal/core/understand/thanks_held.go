package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostToThanks is how many words stand at most between what holds a thank-you and the thank-you.
const mostToThanks = 4

// mostNoThanks is how many words a text has at most that wants no thank-you and says nothing else that must be kept.
const mostNoThanks = 16

// WithoutNoThanks divides a text into the sentences that want no thank-you to go and the rest.
func WithoutNoThanks(text string) (rest, held string) {
	var keep, out []string
	for _, s := range sentencesOf(text) {
		if HoldsThanks(s) {
			out = append(out, s)
			if behind := behindThanks(s); behind != "" { // "skip the thank you text ill drop off a card"
				keep = append(keep, behind)
			}
		} else {
			keep = append(keep, s)
		}
	}
	if len(out) == 0 {
		return text, ""
	}
	return strings.Join(keep, ". "), strings.Join(out, ". ")
}

// HoldsThanks reports whether words say that no thank-you is to go: "wait don't send the thank you", "no mandes el agradecimiento".
func HoldsThanks(body string) bool {
	w := " " + wordsOf(body) + " "
	if lexicon.NoThankYou.In(w) && !strings.Contains(body, "?") && len(strings.Fields(w)) <= mostNoThanks {
		return true
	}
	_, to := lexicon.HoldsThanks.Find(body)
	if to == 0 || strings.Contains(body, "?") {
		return false
	}
	f := strings.Fields(Padded(body[to:]))
	return len(f) <= mostNoThanks && lexicon.ThanksNouns.In(" "+strings.Join(f[:min(len(f), mostToThanks)], " ")+" ")
}

// behindThanks is what a sentence that holds a thank-you goes on to say that somebody does; "" for nothing.
func behindThanks(s string) string {
	_, to := lexicon.HoldsThanks.Find(s)
	if to == 0 {
		return ""
	}
	_, n := lexicon.ThanksNouns.Find(s[to:])
	if n == 0 {
		return ""
	}
	rest := strings.TrimSpace(s[to+n:])
	if w := " " + wordsOf(rest) + " "; !lexicon.SaysIPromised.In(w) && !lexicon.SaysTheyWill.In(w) && !willDo(w) && !iDo(strings.Fields(w)) {
		return ""
	}
	return rest
}

// SendsThanks reports whether a text orders that a thank-you go: "send marias thank you now", "ya manda el agradecimiento de rosa".
func SendsThanks(body string) bool {
	f := strings.Fields(wordsOf(body))
	w := " " + strings.Join(f, " ") + " "
	return len(f) > 1 && len(f) <= mostNoThanks/2 && lexicon.ThanksNouns.In(w) && !strings.ContainsAny(body, "?¿") && !HoldsThanks(body) &&
		!lexicon.NegativeWords.Any(f) && lexicon.SendOrders.Any(f[:min(len(f), 4)]) && !lexicon.OwnSubjects.Has(f[0])
}

// mostToWait is how many words a text has at most that has something wait.
const mostToWait = 16

// WaitsForMe reports whether a text has what is shown wait till its writer says: "espérate no lo mandes todavía, quiero preguntarle a sam
// primero", "hold off on that til i talk to sam". A bare "not yet" leaves open for how long.
func WaitsForMe(body string) bool {
	all := strings.Fields(wordsOf(body))
	sends := lexicon.SendsWords.Any(all) && lexicon.NegativeWords.Any(all) // "no mandes nada hasta que yo te diga" is said to us
	if strings.ContainsAny(body, "?¿") || len(all) > mostToWait || SaysThanks(body) || SpeaksToSomebody(body) && !sends ||
		SendsAfterAll(body) {
		return false
	}
	parts := Clauses(body)
	if lexicon.WaitsForMe.In(Padded(body)) || WaitsToAsk(body) {
		return true
	}
	for _, c := range parts {
		f := strings.Fields(wordsOf(c))
		for i := range f {
			if not, yet := SaysNotSend(strings.Join(f[i:], " ")); not && yet && len(f)-i > 1 && !lexicon.NotYetAlone.Has(strings.Join(f[i:], " ")) {
				return true
			}
		}
	}
	return false
}

// SendsAfterAll reports whether a text that begins by having something wait ends with an order to send it: "wait, actually its good send
// it".
func SendsAfterAll(body string) bool {
	parts := Clauses(body)
	n := len(parts)
	if n < 2 || strings.ContainsAny(body, "?¿") || len(strings.Fields(body)) > mostWaiting || lexicon.NegativeWords.Any(bare(body)) {
		return false
	}
	last := parts[n-1]
	for f := strings.Fields(last); len(f) > 0; f = f[1:] {
		if SaysSend(strings.Join(f, " ")) {
			return AimOf(strings.Join(parts[:n-1], ", ")) == PutsOff || WaitsToAsk(body)
		}
	}
	return false
}
