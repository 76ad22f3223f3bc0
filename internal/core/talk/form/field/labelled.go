package field

import (
	"strings"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Labelled files the labelled pieces of a text where they belong and returns what stands before them.
func Labelled(t *turn.Turn, body string) (found bool, rest string) {
	last, whom := "", false
	for _, l := range understand.Fields(body, when.Context{At: t.Now(), Zone: t.Loc(), Mode: when.Report, Lang: t.Tag()}) {
		if l.Label == "" {
			rest = strings.TrimSpace(l.Words)
			continue
		}
		switch {
		case l.Label == string(report.MetOn):
			l.Label = DayOfLine(last)
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
		found = true
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
	return found, rest
}
