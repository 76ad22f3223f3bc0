package turn

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// slipFor is how long a slip can be taken back.
const slipFor = 10 * time.Minute

// maxSlips is how many one-on-ones of one text can be.
const maxSlips = 4

// LastSlip is what can still be taken back.
func (t *Turn) LastSlip() (world.Slip, bool) {
	s := Decoded[world.Slip](t.conv.Slip)
	return s, !s.At.IsZero() && t.now.Sub(s.At) <= slipFor
}

// ForgetSlip says that it was taken back, or can not be.
func (t *Turn) ForgetSlip() {
	t.conv.Slip = nil
	t.convMoved = true
}

// SlipWords keeps that words are on their way.
func (t *Turn) SlipWords(s change.Subject, whom uuid.UUID) {
	t.slip(world.Slip{At: t.now, Words: s, Whom: whom})
}

// slipMeet keeps how a one-on-one stood before this text of its organizer; of two changes of one text the first counts.
func (t *Turn) slipMeet(m world.Meet) {
	if t.in.Kind != world.TextIn || m.OrganizerID != t.who.ID || !t.who.Works() {
		return
	}
	s := Decoded[world.Slip](t.conv.Slip)
	if !s.At.Equal(t.now) {
		s = world.Slip{At: t.now}
	}
	for i := range s.Meets {
		if s.Meets[i].ID == m.ID {
			s.Meets[i].Rev = m.Rev
			t.slip(s)
			return
		}
	}
	was := world.SlipMeet{ID: m.ID, Rev: m.Rev}
	if old, ok := t.MeetByID(m.ID); ok {
		was.Was = world.StoodOf(old.Meeting)
	}
	if len(s.Meets) < maxSlips {
		s.Meets = append(s.Meets, was)
		t.slip(s)
	}
}

func (t *Turn) slip(s world.Slip) {
	t.conv.Slip = Encode(s)
	t.convMoved = true
}
