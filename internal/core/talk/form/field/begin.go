package field

import (
	"slices"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// Begin makes the draft of a planned one-on-one.
func Begin(t *turn.Turn, m world.Meet) {
	t.Begin(report.Draft{ContactID: m.ContactID, MeetingID: m.ID})
	OfMeet(t, m)
	t.Note(t.Subject(), change.ReportBegun, "")
	t.OnReport("")
}

// OfMeet makes the draft in hand that of a one-on-one: its day, and who was met.
func OfMeet(t *turn.Turn, m world.Meet) {
	t.Draft().MeetingID, t.Draft().ContactID = m.ID, m.ContactID
	on := when.DateOf(m.StartsAt.In(t.Loc())).String()
	t.Put(report.MetOn, report.Answer{State: report.Given, Words: on, Value: on})
	if !slices.ContainsFunc(t.Contacts(), func(p person.Person) bool { return p.ID == m.ContactID }) {
		t.AddContact(m.Contact)
	}
	Link(t, m.Contact)
}

// Idle reports whether a draft has nothing told, of a one-on-one that was not held after all: nobody is asked for it.
func Idle(t *turn.Turn, dr report.Draft) bool {
	m, ok := t.MeetByID(dr.MeetingID)
	if !ok || m.Status != meeting.NoShow && m.Status != meeting.CalledOff {
		return false
	}
	for _, n := range []report.Name{report.Learned, report.Commitment, report.FollowUps, report.Notes} {
		if dr.Answers[n].State == report.Given {
			return false
		}
	}
	return true
}
