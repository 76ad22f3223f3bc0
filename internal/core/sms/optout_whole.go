package sms

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/sms/moment"
)

// whole: texts that are an opt-out when nothing else is said but a courtesy.
func whole(w []string) bool {
	if again(w) && (lexicon.OptOutAlone.Has(w[0]+" "+w[0]) || lexicon.OptOutAlone.Has(strings.Join(w[:unit(w)], " "))) {
		return true // "para para", "no mas no mas"
	}
	w = slices.Compact(slices.Clone(w)) // "STOP STOP STOP"
	for len(w) > 1 && pleads(w[0]) {
		w = w[1:]
	}
	if lexicon.OptOutAlone.Has(strings.Join(w, " ")) {
		return true
	}
	for len(w) > 1 && (pleads(w[len(w)-1]) || lexicon.Look(w[len(w)-1]).In(lexicon.Thanking)) {
		w = w[:len(w)-1]
	}
	if len(w) > 1 && w[len(w)-1] == "por" { // por favor
		w = w[:len(w)-1]
	}
	return lexicon.OptOutAlone.Has(strings.Join(w, " ")) || len(w) == 1 && strings.HasPrefix(w[0], "stop2")
}

// readBegun reads a request that is whole and said with a please, or before how its writer feels: what stands behind it, however long and
// wherever it was, is why. "ya no me manden mensajes por favor estoy muy enojada con lo que pasó en la junta".
func readBegun(w []string) OptOut {
	found := NotOptOut
	for n := leastAsked; n <= mostBegun && n < len(w); n++ {
		rest := w[n:]
		upset := lexicon.UpsetNow.Lead(strings.Join(rest, " ")) > 0
		if !upset && !(lexicon.Pleading.Has(w[n-1]) && lexicon.FirstSubjects.Has(rest[0])) {
			continue
		}
		switch asked := w[:n]; {
		case !whole(asked) && asksOut(asked) != OptOutClear, moment.Whiles(w):
		case upset && !moment.Passing(w):
			return OptOutClear
		case upset || !moment.Passing(w):
			found = OptOutDoubtful
		}
	}
	return found
}

// mostBegun is how many words such a request has at most.
const mostBegun = 9

// unit is how many words are said over and over, all of them where none is.
func unit(w []string) int {
	for n := 1; n <= len(w)/2; n++ {
		if len(w)%n == 0 && slices.Equal(w[n:], w[:len(w)-n]) {
			return n
		}
	}
	return len(w)
}

// clearPhrase: wording that a reasonable person takes for an opt-out, anywhere in a short text.
func clearPhrase(s string) bool {
	p := " " + s + " "
	return lexicon.OptOutPhrases.In(p) && !lexicon.WishAboutHow.In(p) && !lexicon.NotAboutUs.In(p) && !moment.Whiles(strings.Fields(s))
}

// doubtful: may be meant as one; asking a person is right.
func doubtful(s string, w []string) bool {
	p := " " + s + " "
	if lexicon.OptOutDoubts.In(p) {
		return !lexicon.NotAboutUs.In(p)
	}
	if lexicon.StopNot.In(p) {
		return false
	}
	for len(w) > 1 && (pleads(w[0]) || lexicon.Greetings.Has(w[0])) { // "pls stop im at work"
		w = w[1:]
	}
	last := len(w) - 1
	switch {
	case last > 0 && w[0] == w[1] && lexicon.OptOutAlone.Has(w[0]): // "stop stop stop I mean it"
		return true
	case w[0] == "stop" && last > 0 && len(w) <= 24 && (lexicon.StopThen.Has(w[1]) || last > 1 && lexicon.StopThen.Has(w[1]+" "+w[2])):
		return true
	case len(w) <= 4 && lexicon.StopWords.Has(w[0]) && !lexicon.StopBefore.In(p):
		return !goesOn(w)
	case w[last] == "stop" && last > 0 && len(w) <= maxPieces && (pleads(w[last-1]) || lexicon.SaysStop.Has(w[last-1])):
		return !lexicon.ToldOfOthers.Any(w) || pleads(w[last-1])
	case w[last] == "stop" && len(w) <= 8 && !lexicon.StopBefore.In(p):
		return !aboutToStop(w) && !(last > 0 && lexicon.NotBeforeStop.Has(w[last-1]))
	}
	return false
}

// goesOn: what follows the word makes it a sentence about something else: "stop the rent increase", "alto ahí".
func goesOn(w []string) bool {
	if len(w) < 2 {
		return false
	}
	return lexicon.StopGoesOn.Has(w[1])
}

// aboutToStop: "he's gonna stop", "I'll stop": somebody stops.
func aboutToStop(w []string) bool {
	return len(w) > 1 && lexicon.SomebodyWill.Any(w[len(w)-2:len(w)-1])
}
