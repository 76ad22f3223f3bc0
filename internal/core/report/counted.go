package report

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// mostBeforeCount is how many words stand at most before how many things there are: "she also said two things: ...".
const mostBeforeCount = 4

// WithoutCount leaves out of a list of things to do what only says before them how many they are: "two things: ...", "quedé en dos cosas,
// ...". What is done with so many things stays: "bring two things".
func WithoutCount(words string) string {
	from, to := lexicon.CountsDeeds.Find(words)
	before := strings.Fields(words[:from])
	if to == 0 || len(before) > mostBeforeCount {
		return words
	}
	for _, w := range before {
		if deed(strings.ToLower(w)) {
			return words
		}
	}
	rest := strings.TrimLeft(words[to:], " :.,;-\n")
	if head, more, ok := strings.Cut(rest, ":"); ok && len(strings.Fields(head)) <= mostBeforeCount { // "two things she'll do: ..."
		rest = strings.TrimSpace(more)
		return withoutTo(rest)
	}
	marked := strings.ContainsAny(strings.TrimRight(words[from:to], " "), ":.,;-\n") || len(rest) < len(strings.TrimLeft(words[to:], " "))
	switch f := strings.Fields(strings.ToLower(rest)); {
	case len(f) < 2:
	case marked, len(before) == 0 && (deed(f[0]) || lexicon.SaysTheyWill.Lead(rest) > 0 || lexicon.DeedLeads.Lead(rest) > 0):
		return withoutTo(rest)
	}
	return words
}

// withoutTo leaves out the "to" before a thing to do: "to call the city" is "call the city".
func withoutTo(s string) string {
	if n := lexicon.DeedMarks.Lead(s); n > 0 && n <= 3 {
		if next, _, _ := strings.Cut(s[n:], " "); deed(strings.ToLower(next)) {
			return s[n:]
		}
	}
	return s
}
