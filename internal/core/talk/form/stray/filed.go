package stray

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Filed says shortly what a report that begins with its own story has taken from it, of what is told in words: "Learned: she's a nurse.
// Commits: bring her sister (by Sat Dec 12)." "" where it told none of it.
func Filed(t *turn.Turn) string {
	var said []string
	for _, n := range []report.Name{report.Learned, report.Commitment, report.FollowUps, report.NextSteps} {
		a := t.Draft().Answers[n]
		if a.State != report.Given {
			continue
		}
		words := a.Words
		if parts := report.Parts(words); n != report.Learned && len(parts) == 1 {
			words = report.Deed(parts[0])
		}
		words = strings.TrimRight(strings.Join(strings.Fields(words), " "), " .,;")
		is := report.Excerpt(words, mostFiled) // one that was cut says so
		due, _ := field.DueField(n)
		if day, ok := when.ParseDate(t.Draft().Answers[due].Value); ok && len(report.Parts(a.Words)) == 1 &&
			!strings.Contains(words, t.Day(day)) {
			is += " (" + t.Say(lang.By) + " " + t.Day(day) + ")" // as the review has it
		}
		said = append(said, t.Say(lang.Label(string(n)))+": "+strings.TrimSuffix(is, ".")+".")
	}
	return phrase.Join(said...)
}

// mostFiled is how many letters of each are said.
const mostFiled = 70

// debriefDone hears that the report was talked over with the staff already: nothing is to be set, and the words are with what the staff are
// to know.
func debriefDone(t *turn.Turn, q report.Name) (string, bool) {
	if !atDebrief(q) || !understand.DebriefDone(t.Body(), Staff(t), t.Planning()) {
		return "", false
	}
	t.Put(report.StaffFollowUp, report.Answer{State: report.None, Words: t.Body(), Sources: t.Source()})
	t.Put(report.StaffOn, report.Answer{})
	field.AddWords(t, report.StaffNotes, t.Body())
	return t.Say(lang.Label(string(report.StaffNotes))) + ": " + strings.TrimRight(report.Excerpt(t.Body(), 60), ". ") + ".", true
}
