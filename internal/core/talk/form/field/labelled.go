package field

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Labelled files the labelled pieces of a text where they belong and returns of which fields they were, and what stands before them.
func Labelled(t *turn.Turn, body string) (filed []report.Name, rest string) {
	last, whom := t.Conv().Question, false // what stands before the first line answers what is asked
	for _, l := range understand.Fields(body, when.Context{At: t.Now(), Zone: t.Loc(), Mode: when.Report, Lang: t.Tag()}) {
		if l.Label == "" {
			rest = strings.TrimSpace(l.Words)
			continue
		}
		switch {
		case l.Label == string(report.MetOn):
			if l.Label = DayOfLine(last); l.Label == string(report.MetOn) && toCome(t, l.Words) {
				l.Label = string(report.StaffOn) // the form's second date is of the debrief
			}
		case l.Label == string(report.Contact) && whom: // the form's second name is of the staff
			l.Label = string(report.StaffFollowUp)
		}
		whom = whom || l.Label == string(report.Contact)
		last = l.Label
		f, ok := report.Find(report.Name(l.Label))
		words := strings.TrimSpace(l.Words)
		if !ok || words == "" || f.Name == report.Organizer { // known: whose phone it is
			continue
		}
		if f.Shape != report.Open && f.Shape != report.Short { // a line without a label of ours is no part of a day or a number
			value, more, _ := strings.Cut(words, "\n")
			words = value
			if more = strings.TrimSpace(more); more != "" {
				AddWords(t, report.Notes, more)
			}
		}
		filed = append(filed, f.Name)
		switch a, fits := Parse(t, f, words); {
		case None(f, words):
			Nothing(t, f, words)
		case f.Name == report.Notes:
			AddWords(t, f.Name, words)
		case fits:
			Take(t, f, a)
			DayBeside(t, f, words)
		default:
			t.Put(f.Name, report.Answer{State: report.Given, Words: words, NeedsReview: true})
		}
	}
	return filed, rest
}

// Unlabelled is the day alone of a "Date:" that answers a question for a day, so that what is in doubt about it is asked as of any answer,
// and what somebody will do without that they said it.
func Unlabelled(t *turn.Turn, f report.Field, body string) string {
	lines := understand.Fields(body, when.Context{At: t.Now(), Zone: t.Loc(), Mode: when.Report, Lang: t.Tag()})
	if f.Shape == report.Day && len(lines) == 1 && lines[0].Label == string(report.MetOn) {
		return strings.TrimSpace(lines[0].Words)
	}
	if _, pledges := DueField(f.Name); pledges {
		return understand.WithoutSaid(body)
	}
	return body
}

// toCome reports whether words name a day behind today, on which nobody can have met.
func toCome(t *turn.Turn, words string) bool {
	on, ok := t.SureDay(words)
	return ok && on.Compare(when.DateOf(t.Now().In(t.Loc()))) > 0
}

// TakenFor says of a line of the form or two what they were taken for; a whole form is shown at its end.
func TakenFor(t *turn.Turn, filed []report.Name) string {
	if len(filed) > mostLines {
		return ""
	}
	var said []string
	for _, n := range filed {
		f, _ := report.Find(n)
		said = append(said, t.Say(lang.Label(string(n)))+": "+strings.TrimSuffix(Value(t, f, t.Draft().Answers[n], 50), ".")+".")
	}
	return phrase.Join(said...)
}

// mostLines is how many lines are said back.
const mostLines = 2
