package outcome

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// actOnHeld notes what became of a one-on-one for the organizer, who is told.
func actOnHeld(t *turn.Turn, a world.Act) {
	m, ok := t.MeetByID(a.Subject)
	if !ok {
		t.Deny("This one-on-one is not there any more.")
		return
	}
	note, is, key := held, meeting.Held, lang.StaffHeld
	if a.Kind == world.ActNoShow {
		note, is, key = noShow, meeting.NoShow, lang.StaffMissed
	}
	switch {
	case m.Status == is:
		t.Deny("That is noted already.")
		return
	case !note(t, &m):
		t.Deny("It has not begun, or it is off or reported.")
		return
	}
	tellNoted(t, m, turn.Loose(m.Meeting), key)
	t.Show("Noted. " + m.Organizer.Name + " gets a text about it.")
}

// actBegin begins the report of a one-on-one for the organizer, who is told: staff fill it in on its page.
func actBegin(t *turn.Turn, a world.Act) {
	m, ok := t.MeetByID(a.Subject)
	switch {
	case !ok:
		t.Deny("This one-on-one is not there any more.")
		return
	case m.Status != meeting.Held && !held(t, &m):
		t.Deny("It has not begun, or it is off or reported.")
		return
	}
	t.SpeakAs(m.OrganizerID)
	f := &fact.ReportBegun{Meet: m}
	t.Happened(f)
	if f.There {
		t.Show("It was begun before: here it is.")
		return
	}
	tellNoted(t, m, change.Subject{Kind: change.ReportSubject, ID: t.Draft().ID}, lang.StaffBegan)
	t.Show("Begun. " + m.Organizer.Name + " gets a text about it.")
}

// tellNoted has the organizer hear what staff noted of a one-on-one. What is said about a report that is filed meanwhile dies with its
// draft.
func tellNoted(t *turn.Turn, m world.Meet, about change.Subject, key lang.Key) {
	t.Tell(m.Organizer, reminder.DutyRule, about, duty.Note{
		Key:    key,
		Fields: []string{"staff", t.Act().By.Name, "who", m.Contact.Name, "first", m.Contact.First(), "when", t.WhenOf(m, m.StartsAt)},
	}, "staff noted how it went")
}
