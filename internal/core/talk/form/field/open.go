package field

import (
	"strconv"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// RestOpen lists what the short road leaves to one question, as far as it is not known, in the order in which it is named.
func RestOpen(t *turn.Turn) []report.Name {
	var out []report.Name
	for _, n := range []report.Name{
		report.ContactPhone, report.Relationship, report.ContactEmail, report.BestWay, report.Needs,
		report.NextSteps,
	} {
		if t.Draft().Answers[n].State == report.Missing {
			out = append(out, n)
		}
	}
	return out
}

// DueQuestion asks by what day that part of several promises is to be done which names none; "" where it is one thing, or none has a day.
func DueQuestion(t *turn.Turn, f report.Field) string {
	if f.Shape != report.Day || f.Parent == "" {
		return ""
	}
	var open []string
	parts := report.Parts(t.Draft().Answers[f.Parent].Words)
	for i, p := range parts {
		if _, sure := t.DayOfPart(parts, i); !sure {
			open = append(open, report.Excerpt(report.Deed(p), 60))
		}
	}
	if len(open) == 0 || len(open) == len(parts) {
		return ""
	}
	return t.Say(lang.DueLeft, "what", strings.Join(open, "; "))
}

// Undated reads the days in what a day is asked for: "by Tuesday" on a Tuesday has two readings. Of several things to do it is the one
// whose day is not sure, and about names it.
func Undated(t *turn.Turn, f report.Field) (about string, r when.Reading) {
	words := t.Draft().Answers[f.Parent].Words
	parts := report.Parts(words)
	if len(parts) < 2 {
		return "", understand.Times(words, t.Planning())
	}
	var open []string
	for i, p := range parts {
		if _, sure := t.DayOfPart(parts, i); !sure {
			open = append(open, p)
		}
	}
	if len(open) != 1 {
		return "", r
	}
	what := phrase.OrElse(phrase.WithoutTimes(report.Deed(open[0]), t.Planning()), report.Deed(open[0]))
	return phrase.Capital(report.Excerpt(what, 60)) + ":", understand.Times(open[0], t.Planning())
}

// BlankLine names the lines of the form that are left out, by their numbers; "" for none.
func BlankLine(t *turn.Turn) string {
	var n []string
	for _, f := range t.Draft().Blank() {
		n = append(n, strconv.Itoa(f.Number))
	}
	if len(n) == 0 {
		return ""
	}
	return t.Say(lang.ReviewBlank, "lines", strings.Join(n, ", "))
}
