package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// TakesOutOf reports whether a text wants something taken out of a report: "leave out the part about her husband".
func TakesOutOf(body string) bool {
	return len(strings.Fields(body)) <= maxAlready+2 && lexicon.TakesOut.In(" "+wordsOf(body)+" ") && !strings.Contains(body, "?")
}

// OrdersOut divides a text that tells something and, in its last sentence, wants a part of it left out: of "she's a nurse, works nights.
// dont put the nights part" the rest is "she's a nurse". ok is false where it wants nothing of the kind.
func OrdersOut(body string) (rest, out string, ok bool) {
	all := sentencesOf(body)
	n := len(all)
	if n < 2 || !TakesOutOf(all[n-1]) {
		return body, "", false
	}
	told := strings.Join(all[:n-1], ". ")
	thing := strings.TrimSpace(leftOf(" "+wordsOf(all[n-1])+" ", lexicon.TakesOut))
	var keep, cut []string
	for _, c := range Clauses(told) {
		if sharesOwn(c, thing) {
			cut = append(cut, c)
		} else {
			keep = append(keep, c)
		}
	}
	return strings.Join(keep, ", "), strings.Join(cut, ", "), len(cut) > 0
}

// WithoutThing takes out of a text the sentences that share a word with another text: what that wants taken out. out are those.
func WithoutThing(text, thing string) (rest, out string) {
	thing = strings.TrimSpace(leftOf(leftOf(" "+wordsOf(thing)+" ", lexicon.TakesOut), lexicon.OffRecordBack))
	var keep, cut []string
	for _, line := range strings.Split(text, "\n") {
		var left []string
		for _, s := range sentencesOf(line) {
			if sharesOwn(s, thing) {
				cut = append(cut, s)
			} else {
				left = append(left, s)
			}
		}
		if len(left) > 0 {
			keep = append(keep, strings.Join(left, ". "))
		}
	}
	return strings.Join(keep, "\n"), strings.Join(cut, ". ")
}

// sharesOwn reports whether two texts share a word that says something of its own.
func sharesOwn(a, b string) bool {
	f := strings.Fields(wordsOf(a))
	return slices.ContainsFunc(strings.Fields(wordsOf(b)), func(w string) bool {
		return len(w) > 3 && (OwnWords(w) > 0 || lexicon.NeighborWords.Has(w) || lexicon.Kin.Has(w)) && !sentenceWord(w) &&
			slices.ContainsFunc(f, func(x string) bool { return sameWord(x, w) })
	})
}
