package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// BesideNoTexts is what a text that ends the texts to somebody says of them besides, whole, and which answer it is: "shes hard of hearing
// so call loud lol dont text" is a need, of "no texts, call her after 6" the second half is the best way, "dont text her, her son reads her
// phone" a note. "" where it says no more than that.
func BesideNoTexts(body string) (label, words string) {
	words = strings.TrimRight(strings.TrimSpace(body), ". ")
	p := Padded(words)
	if lexicon.SaysNeeds.In(p) && !stopsForKin(p) {
		return "needs", words
	}
	more, kept := 0, []string{}
	for _, c := range Clauses(words) {
		w := Padded(c)
		ends := lexicon.OthersStop.In(w) || forbidsWriting(w)
		if !overCalls(c) && !ends && !lexicon.SaysReach.In(w) {
			more = max(more, OwnWords(c))
		}
		if !ends || lexicon.CallsHow.In(w) {
			kept = append(kept, c)
		}
	}
	switch {
	case lexicon.CallsHow.In(p): // as a way, without the texts that are none
		return "best_way", strings.Join(kept, ", ")
	case more >= leastMore:
		return "notes", words
	}
	return "", ""
}
