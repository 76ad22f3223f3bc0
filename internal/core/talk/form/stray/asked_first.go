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

// asksFirst leaves the talk with the staff open where somebody asks before they set it, and says that they tell us then.
func asksFirst(t *turn.Turn, q report.Name) (string, bool) {
	if q != report.StaffFollowUp || !understand.AsksFirst(t.Body(), t.Planning()) {
		return "", false
	}
	leftOpen(t, t.Body())
	return t.Say(lang.DebriefTell), true
}

// dayAnswered takes the day of the debrief from what one of the staff said who was to be asked first: "deja le pregunto a sam", and then
// "ya, dice q el domingo".
func dayAnswered(t *turn.Turn) (string, bool) {
	a := t.Draft().Answers[report.StaffFollowUp]
	day, dated := dayIn(t, t.Body())
	if a.State != report.Skipped || !understand.AsksFirst(a.Words, t.Planning()) || !dated || day.String() < t.Today() ||
		!understand.DayAnswered(phrase.WithoutTimes(t.Body(), t.Planning()), Staff(t)) {
		return "", false
	}
	with, _ := field.Debrief(t)
	for _, words := range []string{a.Words, t.Body()} {
		named, ok := field.ParseStaff(t, report.Answer{Words: words})
		for _, p := range t.Staff() {
			if ok && p.ID.String() == named.Value {
				with = p
			}
		}
	}
	if with.Name == "" {
		return "", false
	}
	who := report.Answer{State: report.Given, Words: with.Name, Value: with.ID.String(), Sources: t.Source()}
	return booked(t, with.First(), who, day), true
}

// booked keeps with whom, and when, a report is talked over, and says so.
func booked(t *turn.Turn, first string, with report.Answer, on when.Date) string {
	t.Put(report.StaffFollowUp, with)
	t.Put(report.StaffOn, report.Answer{State: report.Given, Words: on.String(), Value: on.String(), Sources: t.Source()})
	field.HourBeside(t, t.Body())
	return t.Say(lang.Label(string(report.StaffFollowUp))) + ": " + first + ", " + field.NamedDay(t, on) + "."
}

// Kept keeps words that answer nothing with the notes, for staff to look at, and says so: what puts something right that nobody finds, by
// its words. "no wait 15 signatures".
func Kept(t *turn.Turn, body string, unsays bool) string {
	field.AddWords(t, report.Notes, body)
	field.MarkIf(t, report.Notes, true)
	if unsays {
		return t.Say(lang.Label(string(report.Notes))) + ": " + strings.TrimRight(report.Excerpt(body, 40), ".") + "."
	}
	return t.Say(lang.KeptForStaff)
}
