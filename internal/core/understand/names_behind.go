package understand

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/when"
)

// mostBeforePlan is how many words may stand before what leads to the name in a plan: "kk so pls put down".
const mostBeforePlan = 5

// plannedName finds the name in small letters behind a verb of planning near the beginning of a text, before its time or number: "set up
// darnell wilkes sunday", "ponme a chema ruiz pal jueves".
func plannedName(words []word, spans []when.Span) string {
	for i := 0; i < min(len(words), mostBeforePlan) && !inSpans(words[i], spans); i++ {
		if name := hadName(words, i, spans); name != "" {
			return name
		}
		l := lexicon.Look(unmarked(words[i].low))
		if !l.Begins(lexicon.PlanVerbs) && !l.In(lexicon.PlanVerbs) {
			continue
		}
		for n := min(mostOfPlan, len(words)-i-1); n > 0; n-- {
			if !lexicon.PlanVerbs.Has(lowOf(words[i : i+n])) {
				continue
			}
			name := nameFrom(words, i+n, spans, true)
			if name != "" && setBefore(words[i+n:], name, spans) {
				return name
			}
			break
		}
	}
	return ""
}

// hadName finds a common first name, or one with a title, right behind what says that one has somebody to meet: "got marcus on fri",
// "tengo a doña lupe el jueves".
func hadName(words []word, i int, spans []when.Span) string {
	if !lexicon.HavePlan.Has(words[i].low) || i+1 >= len(words) || strings.HasSuffix(words[len(words)-1].s, "?") ||
		i > 0 && !lexicon.FirstSubjects.Has(words[i-1].low) && !lexicon.JoinsPlans.Has(words[i-1].low) { // "you have jo down for friday?"
		return ""
	}
	k := i + 1
	for k < len(words) && (words[k].low == "a" || lexicon.NameArticles.Has(words[k].low)) {
		k++
	}
	if k >= len(words) {
		return ""
	}
	if low := unmarked(words[k].low); !lexicon.FirstNames.Has(low) && !lexicon.Titles.Has(low) && !joinedAt(words, k) {
		return ""
	}
	if name := nameFrom(words, i+1, spans, true); name != "" && setBefore(words[i+1:], name, spans) {
		return name
	}
	return ""
}

// mostOfPlan is how many words such a verb has.
const mostOfPlan = 4

// lowOf joins words in small letters, without their marks.
func lowOf(words []word) string {
	if len(words) == 1 {
		return unmarked(words[0].low)
	}
	f := make([]string, 0, mostOfPlan)
	for _, w := range words {
		f = append(f, unmarked(w.low))
	}
	return strings.Join(f, " ")
}

// setBefore reports whether a name is followed by a time or a number at once, but for small words and an initial: "yolanda p thursday 4".
func setBefore(words []word, name string, spans []when.Span) bool {
	k := 0
	for k < len(words) && !strings.Contains(lexicon.Plain(name), strings.TrimRight(unmarked(words[k].low), ".")) {
		k++
	}
	for k < len(words) && strings.Contains(lexicon.Plain(name), strings.TrimRight(unmarked(words[k].low), ".")) {
		k++
	}
	if k+1 < len(words) && lexicon.CoupleJoins.Has(words[k].low) { // "a beto y a su esposa sab 1pm"
		for n := 0; k < len(words) && n <= mostOfSecond && !inSpans(words[k], spans); n++ {
			k++
		}
	}
	for n := 0; k < len(words) && n <= mostSmall; n++ {
		if inSpans(words[k], spans) || phoneAt(words, k) {
			return true
		}
		low := unmarked(words[k].low)
		l := lexicon.Look(low)
		small := leadsToTime(low) || lexicon.SetDown.Has(low) ||
			len(low) == 1 || l.In(lexicon.FirstSubjects) || l.In(lexicon.AboutHour) || l.In(lexicon.OfOneself) ||
			l.In(lexicon.Fillers)
		if !small && l.Time == lexicon.NoList && !verbLike("x"+low) { // "tasha greene r doing fri"
			return false
		}
		k++
	}
	return false
}

// mostSmall is how many small words may stand between a name and its time.
const mostSmall = 3
