package field

import (
	"slices"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// Begin makes the draft of a planned one-on-one.
func Begin(t *turn.Turn, m world.Meet) {
	t.Begin(report.Draft{ContactID: m.ContactID, MeetingID: m.ID})
	on := when.DateOf(m.StartsAt.In(t.Loc())).String()
	t.Put(report.MetOn, report.Answer{State: report.Given, Words: on, Value: on})
	if !slices.ContainsFunc(t.Contacts(), func(p person.Person) bool { return p.ID == m.ContactID }) {
		t.AddContact(m.Contact)
	}
	Link(t, m.Contact)
	t.Note(t.Subject(), change.ReportBegun, "")
	t.OnReport("")
}
