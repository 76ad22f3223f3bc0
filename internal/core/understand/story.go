package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Story files the sentences of a report told in prose: who was met and when, what was learned, what they will do, what was promised to them. A
// piece with Label "" holds the facts of the meeting. Only plain wording moves a sentence out of what was learned: what is not sure stays there,
// and the review shows it.
func Story(text string) []Labelled {
	if len(text) > 4*maxText {
		text = text[:4*maxText]
	}
	var out []Labelled
	for _, s := range withoutTales(sentencesOf(text)) {
		name := sentenceLabel(s, len(out) == 0)
		if n := len(out); n > 0 && out[n-1].Label == name {
			out[n-1].Words += " " + s
			continue
		}
		out = append(out, Labelled{name, s})
	}
	return merged(out)
}

// withoutTales divides a first sentence that tells more than whom and when: "met Maria, she has mold in the bedroom" is two.
func withoutTales(sentences []string) []string {
	if len(sentences) == 0 {
		return sentences
	}
	facts := sentenceLabel(sentences[0], true) == ""
	for i, c := range sentences[0] {
		if c != ',' || !facts && OutcomeIn(sentences[0][:i]) != Met {
			continue
		}
		rest := strings.TrimSpace(sentences[0][i+1:])
		w, _, _ := strings.Cut(wordsOf(rest), " ")
		if lexicon.TaleBegins.Has(w) && len(strings.Fields(rest)) >= 3 {
			return append([]string{sentences[0][:i], rest}, sentences[1:]...)
		}
	}
	return sentences
}

// IsStory reports whether a text is told in prose rather than an answer to one question.
func IsStory(text string) bool {
	return len(sentencesOf(text)) > 1 && len(strings.Fields(text)) > 8 || len(strings.Fields(text)) > 16
}

// merged puts the pieces of one field together: promises one a line, everything else as it was told.
func merged(pieces []Labelled) []Labelled {
	var out []Labelled
	at := map[string]int{}
	for _, p := range pieces {
		i, seen := at[p.Label]
		if !seen {
			at[p.Label] = len(out)
			out = append(out, p)
			continue
		}
		sep := " "
		if p.Label == "follow_ups" || p.Label == "commitment" {
			sep = "\n"
		}
		out[i].Words += sep + p.Words
	}
	return out
}

// sentencesOf divides a text at full stops, line breaks and semicolons; a stop inside a number, an address or after a title divides nothing.
func sentencesOf(text string) []string {
	var out []string
	from := 0
	add := func(to int) {
		if s := strings.Trim(text[from:to], " \t\n.;"); s != "" {
			out = append(out, s)
		}
		from = to
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n', ';':
			add(i)
			from = i + 1
		case '.', '!', '?':
			if i+1 < len(text) && text[i+1] != ' ' && text[i+1] != '\n' {
				continue
			}
			last := text[from:i]
			if k := strings.LastIndexByte(last, ' '); titleWord(strings.TrimSpace(last[k+1:])) {
				continue
			}
			add(i)
			from = i + 1
		}
	}
	add(len(text))
	return out
}

// sentenceLabel reads which field a sentence is for.
func sentenceLabel(s string, first bool) string {
	p := " " + wordsOf(s) + " "
	switch {
	case lexicon.SaysDebrief.In(p):
		return "staff_follow_up"
	case lexicon.SaysIPromised.In(p):
		return "follow_ups"
	case lexicon.SaysTheyWill.In(p):
		return "commitment"
	case first && len(strings.Fields(s)) <= 12 && lexicon.SaysWhoMet.In(p), first && len(strings.Fields(s)) <= 6:
		return ""
	case onlyReach(s):
		return ""
	}
	return "learned"
}

// onlyReach reports whether a sentence says how to reach somebody and hardly more: "Her number is 206 555 0150."
func onlyReach(s string) bool {
	_, ok := ParsePhone(s)
	if _, mail := ParseEmail(s); !ok && !mail {
		return false
	}
	words := 0
	for _, w := range strings.Fields(s) {
		if !strings.ContainsAny(w, "0123456789@") {
			words++
		}
	}
	return words <= 4
}
