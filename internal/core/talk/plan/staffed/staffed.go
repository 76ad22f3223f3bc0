// Package staffed plans a one-on-one that staff plan on their page for an organizer.
package staffed

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/plan/heard"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// usualMinutes is how long a one-on-one is when nobody says.
const usualMinutes = 45

// Plan plans a one-on-one for an organizer, with a contact of theirs: the contact hears what they would have heard, and the organizer is
// told.
func Plan(t *turn.Turn, a world.Act) {
	c, ok := contactOf(t, a.Fields["contact"])
	switch {
	case !ok || !t.Who().Is(person.Organizer):
		t.Deny("This contact is not with this organizer any more.")
		return
	case !a.At.After(t.Now()):
		t.Deny("That time is past.")
		return
	}
	for _, m := range t.Meetings() {
		if m.ContactID == c.ID && m.StartsAt.Equal(a.At) && (m.Status == meeting.Planned || m.Status == meeting.Confirmed ||
			m.Status == meeting.Proposed) {
			t.Deny("These two have a one-on-one at that time already.")
			return
		}
	}
	m := world.Meet{Organizer: t.Who(), Contact: c, Meeting: meeting.Meeting{
		ID: t.NewID(), OrganizerID: t.Who().ID, ContactID: c.ID, StartsAt: a.At, Zone: t.Loc().String(), Minutes: usualMinutes, Place: a.Words,
		Status: meeting.Planned, Rev: 1, CreatedAt: t.Now(),
	}}
	t.SetAbout(turn.SubjectOf(m.Meeting))
	t.SaveMeet(m, change.MeetingPlanned, "")
	waits := t.Replan(m, false)
	t.Tell(t.Who(), reminder.DutyRule, turn.Loose(m.Meeting), duty.Note{
		Key:    lang.StaffPlanned,
		Fields: []string{"staff", a.By.Name, "what", t.What(m)},
	}, "staff planned it")
	t.Show(heard.ByContact(t, m, waits))
}

// contactOf finds a contact of this organizer by id.
func contactOf(t *turn.Turn, id string) (person.Person, bool) {
	for _, c := range t.Contacts() {
		if c.ID.String() == id && c.OrganizerID == t.Who().ID {
			return c, true
		}
	}
	return person.Person{}, false
}
