package settle

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Once keeps two who come to a time at which they have a one-on-one already from having two: the one that is there stands, and the one that
// comes to its time is off where it was, with no text of its own. It returns the one that stands; was is whether there was one.
func Once(t *turn.Turn, m world.Meet) (stands world.Meet, was bool) {
	for _, o := range t.Meetings() {
		if o.ID == m.ID || o.OrganizerID != m.OrganizerID || o.ContactID != m.ContactID || !o.Open() || !o.StartsAt.Equal(m.StartsAt) {
			continue
		}
		old, ok := t.MeetByID(m.ID) // at its own time: nobody called one off at the new
		if !ok || old.CallOff() != nil {
			return m, false
		}
		t.SaveMeet(old, change.MeetingCalledOff, "")
		t.Void(old, "they have one at this time already")
		return o, true
	}
	return m, false
}

// Agreed is the one-on-one that stands once its two agreed on its time: itself, or the one that they have then already, which has its yes.
func Agreed(t *turn.Turn, m world.Meet) world.Meet {
	o, was := Once(t, m)
	if was {
		if _, err := o.Confirm(t.Now()); err == nil {
			o.AnsweredAt = t.Now()
		}
	}
	return o
}
