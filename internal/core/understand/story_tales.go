package understand

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostOfReach is how many words stand at most beside a number that is somebody's: "her new cell number is".
const mostOfReach = 6

// kinDoes reports whether somebody of theirs is who does it: "her sister will come".
func kinDoes(f []string) bool {
	if len(f) > 2 && lexicon.Kin.Has(f[0]) && (lexicon.SaidVerbs.Has(f[1]) || lexicon.SaysBeing.Has(f[1])) { // "sister said shell come"
		return true
	}
	return len(f) > 2 && lexicon.Articles.Has(f[0]) && lexicon.Kin.Has(f[1])
}

// beginsTale reports whether a clause goes on about the person: "she has", "oh she moved here", "tiene".
func beginsTale(clause string) bool {
	f := strings.Fields(wordsOf(clause))
	for len(f) > 1 && (lexicon.Interjections.Has(f[0]) || lexicon.TaleOpens.Has(f[0])) {
		f = f[1:]
	}
	return len(f) > 0 && lexicon.TaleBegins.Has(f[0])
}

// ofOneself reports whether a clause begins with the organizer as its label: "me: bring the petition sheets".
func ofOneself(clause string) bool {
	w, rest, _ := strings.Cut(strings.TrimSpace(clause), " ")
	return rest != "" && strings.HasSuffix(w, ":") && lexicon.OneselfLabels.Has(bareWord(strings.ToLower(w)))
}

// onlyMail reports whether a clause gives a mail address and says hardly more.
func onlyMail(clause string) bool {
	_, ok := ParseEmail(clause)
	return ok && len(strings.Fields(clause)) <= 6
}

// isDeed reports whether a word is a deed, also with whom or what it is done to: "hablar", "escribirles".
func isDeed(w string) bool {
	return lexicon.DeedVerbs.Has(w) || slices.ContainsFunc(lexicon.ObjectEnds.Words(), func(end string) bool {
		v, cut := strings.CutSuffix(w, end)
		return cut && strings.HasSuffix(v, "r") && lexicon.DeedVerbs.Has(v)
	})
}

// withoutTales divides a first sentence that tells more than whom and when: "met Maria, she has mold in the bedroom" is two.
func withoutTales(sentences []string) []string {
	if len(sentences) == 0 {
		return sentences
	}
	facts := sentenceLabel(sentences[0], true, nil) == ""
	for i, c := range sentences[0] {
		if c != ',' || !facts && OutcomeIn(sentences[0][:i]) != Met {
			continue
		}
		rest := strings.TrimSpace(sentences[0][i+1:])
		if beginsTale(rest) && len(strings.Fields(rest)) >= 3 || OnlyOutcome(sentences[0][:i]) && rest != "" {
			return append([]string{sentences[0][:i], rest}, sentences[1:]...)
		}
	}
	return sentences
}

// OnlyOutcome reports whether words say no more than that they met: "met Maria", "it went well".
func OnlyOutcome(s string) bool {
	p := " " + wordsOf(s) + " "
	f := strings.Fields(p)
	if len(f) == 0 || len(f) > 7 || !(lexicon.SaysMet.In(p) || lexicon.SaysTalked.In(p) || lexicon.SaysWell.In(p) ||
		lexicon.SaysWhoMet.In(p)) {
		return false
	}
	for _, l := range []lexicon.List{lexicon.SaysMet, lexicon.SaysWell, lexicon.SaysTalked, lexicon.SaysWhoMet} {
		for _, phrase := range l.Padded() {
			p = strings.Replace(p, phrase, " | ", 1)
		}
	}
	for _, w := range strings.Fields(p) {
		if lexicon.SaysBeing.Has(w) {
			return false
		}
	}
	return true
}

// MetClause is the clause that says that they met, and no more than when: "we met yesterday instead". "" when there is none.
func MetClause(s string) string {
	for _, c := range clauses(s) {
		if lexicon.SaysMet.In(" "+wordsOf(c)+" ") && OnlyOutcome(c) {
			return c
		}
	}
	return ""
}

// IsStory reports whether a text is told in prose rather than an answer to one question.
func IsStory(text string) bool {
	return len(sentencesOf(text)) > 1 && len(strings.Fields(text)) > 8 || len(strings.Fields(text)) > 16
}

// OnlyReach reports whether a sentence says how to reach somebody and nothing else: "Her number is 206 555 0150."
func OnlyReach(s string) bool {
	_, ok := ParsePhone(s)
	if _, mail := ParseEmail(s); !ok && !mail {
		return false
	}
	words := 0
	for _, w := range strings.Fields(s) {
		if strings.ContainsAny(w, "0123456789@") {
			continue
		}
		if w = bareWord(lexicon.Plain(strings.ToLower(w))); w == "" {
			continue
		}
		if !lexicon.ReachWords.Has(w) { // "who wants in too 206-555-0177", "Tonys cell 206-555-0177"
			return false
		}
		words++
	}
	return words <= mostOfReach
}

// NamesKin reports whether a text speaks of somebody of a family, a neighbor or a friend.
func NamesKin(body string) bool {
	return slices.ContainsFunc(strings.Fields(Padded(body)), func(w string) bool {
		return ofKin(w) || lexicon.Relations.Has(w) || lexicon.Relations.Has(strings.TrimSuffix(w, "s"))
	})
}
