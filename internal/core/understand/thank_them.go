package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
)

// ReadThank reads that somebody is to be thanked: "thank maria for me", "dale las gracias a rosa por venir". behind is what for, with the
// word before it, and tag the language in which it is said.
func ReadThank(body string) (whom, behind string, tag lang.Tag, ok bool) {
	lead := withoutLeads(strings.Trim(body, " .!"))
	n := lexicon.ThankVerbs.Lead(lead)
	if n == 0 || strings.Contains(body, "?") || len(strings.Fields(body)) > mostThanked {
		return "", "", "", false
	}
	tag = lang.English
	if first, _, _ := strings.Cut(wordsOf(lead), " "); !lexicon.Thanking.Has(first) && lexicon.Thanking.In(" "+wordsOf(lead[:n])+" ") ||
		tellsThem(first) {
		tag = lang.Spanish
	}
	rest := strings.TrimSpace(lead[n:])
	if from, to := lexicon.ForMe.Find(rest); to > 0 {
		rest = strings.TrimSpace(rest[:from] + rest[to:])
	}
	f := strings.Fields(rest)
	for i, w := range f {
		if low := strings.ToLower(w); i > 0 && (low == "for" || low == "por") {
			return strings.Join(f[:i], " "), " " + strings.Join(f[i:], " "), tag, true
		}
	}
	return rest, "", tag, rest != ""
}

// ReadRemindThem reads that somebody is to be reminded of what they are to do: "remind maria to bring her lease". tag is the language in
// which it is said.
func ReadRemindThem(body string) (whom, what string, tag lang.Tag, ok bool) {
	lead := withoutLeads(strings.Trim(body, " .!"))
	n := lexicon.RemindThem.Lead(lead)
	if n == 0 || strings.Contains(body, "?") || len(strings.Fields(body)) > 2*mostThanked {
		return "", "", "", false
	}
	f := strings.Fields(lead[n:])
	for i := 1; i+1 < len(f) && i <= 3; i++ {
		switch strings.ToLower(f[i]) {
		case "to":
			return strings.Join(f[:i], " "), strings.Join(f[i+1:], " "), lang.English, true
		case "que", "q":
			return strings.Join(f[:i], " "), strings.Join(f[i+1:], " "), lang.Spanish, true
		}
	}
	return "", "", "", false
}

// mostThanked bounds, in words, a text that has somebody thanked.
const mostThanked = 14
