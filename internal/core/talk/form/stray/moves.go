package stray

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// movesIt takes another day for what is shown, named by nothing: where the talk with the staff alone has a day that is to come, it is that
// one's. Where a promise has one too, it is asked whose.
func movesIt(t *turn.Turn, q report.Name) (string, bool) {
	rest, moves := understand.MovesIt(t.Body())
	first, _, _ := strings.Cut(strings.TrimSpace(t.Body()), " ")
	alone := q == report.Rest && !moves && t.Heard().When.HasDate() && t.Heard().Digit == 0 &&
		!strings.HasSuffix(first, ":") // "Date: 11/30"
	if alone { // "el lunes despues de las 3", right behind with whom
		rest, moves = t.Body(), true
	}
	left := phrase.WithoutTimes(rest, t.Planning())
	if !moves || q != report.ReviewStep && q != report.Rest || understand.OwnWords(left) > 0 && !(alone && understand.BoundAlone(left)) {
		return "", false
	}
	with := t.Draft().Answers[report.StaffFollowUp]
	was, set := when.ParseDate(t.Draft().Answers[report.StaffOn].Value)
	day, dated := dayIn(t, rest)
	if set && !dated && understand.SaysNextDay(t.Body()) {
		day, dated = was.AddDays(1), true
	}
	if !set || with.State != report.Given || !dated || day.String() < t.Today() {
		return "", false
	}
	if !alone && slices.ContainsFunc([]report.Name{report.CommitmentDue, report.FollowUpsDue}, func(n report.Name) bool {
		return t.Draft().Answers[n].Value != ""
	}) {
		return t.Say(lang.LineWhose, "day", t.Day(day)), true
	}
	t.Put(report.StaffOn, report.Answer{State: report.Given, Words: day.String(), Value: day.String(), Sources: t.Source()})
	field.HourBeside(t, rest)
	return t.Say(lang.Label(string(report.StaffFollowUp))) + ": " + phrase.FirstOf(with.Words) + ", " + field.NamedDay(t, day) + ".", true
}
