package move

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// actOnMeet moves or calls off a one-on-one: both sides hear of it.
func actOnMeet(t *turn.Turn, a world.Act) {
	m, ok := t.MeetByID(a.Subject)
	if !ok {
		t.Deny("This one-on-one is not there any more.")
		return
	}
	old := m.StartsAt
	switch a.Kind {
	case world.ActMove:
		if !a.At.After(t.Now()) {
			t.Deny("That time is past.")
			return
		}
		if a.At.Equal(old.Truncate(time.Minute)) && (m.Status == meeting.Planned || m.Status == meeting.Confirmed) {
			t.Deny("That is its time already: nobody was told anything.")
			return
		}
		if !settle.Shift(t, &m, a.At) {
			t.Deny("It was held or reported already.")
			return
		}
		t.Tell(m.Organizer, reminder.DutyRule, turn.Loose(m.Meeting), duty.Note{
			Key:    lang.StaffMoved,
			Fields: []string{"staff", a.By.Name, "who", m.Contact.Name, "old", t.WhenOf(m, old), "when", t.WhenOf(m, m.StartsAt)},
		}, "staff moved it")
	case world.ActCallOff:
		if !settle.Off(t, &m) {
			t.Deny("It has begun or is over.")
			return
		}
		t.Tell(m.Organizer, reminder.DutyRule, turn.Loose(m.Meeting), duty.Note{
			Key:    lang.StaffOff,
			Fields: []string{"staff", a.By.Name, "who", m.Contact.Name, "when", t.WhenOf(m, m.StartsAt)},
		}, "staff called it off")
	default:
		privately(t, &m)
		t.Show("Done: after the first text, texts to " + m.Contact.First() + " name no organization, place or last name.")
		return
	}
	t.Show(t.ToldOf(m, !m.ToldAt.IsZero()))
}

// keepPrivate: PRIVATE Maria.
func keepPrivate(t *turn.Turn) {
	m, _, ok := oneMeet(t, t.Heard().Arg, string(understand.Private))
	if !ok {
		return
	}
	privately(t, &m)
	t.FinishWith("saved", t.Say(lang.PrivateOn, "first", m.Contact.First()))
}

func privately(t *turn.Turn, m *world.Meet) {
	m.Private = true
	t.SaveMeet(*m, change.KeptPrivate, "")
}
