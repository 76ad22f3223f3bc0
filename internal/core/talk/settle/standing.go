package settle

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// Shift moves a one-on-one and plans everything anew; false when it cannot be moved any more.
func Shift(t *turn.Turn, m *world.Meet, at time.Time) bool {
	old, heard := m.StartsAt, !m.ToldAt.IsZero()
	if err := m.Move(at); err != nil {
		return false
	}
	var was bool
	if *m, was = Once(t, *m); !was {
		t.SaveMeet(*m, change.MeetingMoved, when.Echo(lang.English, at.In(t.Loc()), t.Now()))
	}
	t.SetAbout(turn.Loose(m.Meeting))
	t.Void(*m, "moved to another time")
	t.Replan(*m, heard)
	if heard {
		t.Tell(m.Contact, reminder.ChangedRule, turn.SubjectOf(m.Meeting), fact.ChangedNote{Old: old, New: at}, "moved to another time")
	}
	return true
}

// offFor is how long "tell her" may mean whose one-on-one its organizer has called off.
const offFor = 24 * time.Hour

// JustOff is the one-on-one that its organizer has called off by one of their last texts; false for none, or several at once.
func JustOff(t *turn.Turn) (world.Meet, bool) {
	s, _ := t.LastSlip()
	if len(s.Meets) != 1 || t.Now().Sub(s.At) > offFor {
		return world.Meet{}, false
	}
	m, ok := t.MeetByID(s.Meets[0].ID)
	return m, ok && m.Status == meeting.CalledOff && m.OrganizerID == t.Who().ID
}

// Off calls a one-on-one off, and tells the contact where it knew of it; false when it has begun or is over.
func Off(t *turn.Turn, m *world.Meet) bool { return OffTold(t, m, true) }

// OffTold is the same; the contact hears of it where they are to.
func OffTold(t *turn.Turn, m *world.Meet, tell bool) bool {
	heard := tell && !m.ToldAt.IsZero() && m.Status != meeting.Declined
	if m.Begun(t.Now()) && m.Status != meeting.Proposed {
		return false
	}
	if err := m.CallOff(); err != nil {
		return false
	}
	t.SetAbout(turn.Loose(m.Meeting))
	t.SaveMeet(*m, change.MeetingCalledOff, "")
	t.Void(*m, "called off")
	if heard {
		t.Tell(m.Contact, reminder.CalledOffRule, turn.SubjectOf(m.Meeting), nil, "called off")
	}
	return true
}
