package form

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/when"
)

// meant has the report in hand be of another one-on-one: what was told goes with it, what is on record of the first contact does not.
func meant(t *turn.Turn, f fact.ReportMeant) bool {
	if f.Draft == uuid.Nil || !takeUp(t, f.Draft) {
		return false
	}
	settleBurst(t)
	field.Unlink(t)
	t.Draft().MeetingID = f.Meet.ID
	field.Link(t, f.Meet.Contact)
	on := when.DateOf(f.Meet.StartsAt.In(t.Loc())).String()
	t.Put(report.MetOn, report.Answer{State: report.Given, Words: on, Value: on})
	advance(t, f.First)
	return true
}
