package turn

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Slip is what an organizer's last text did, as it can be taken back.
type Slip struct {
	At    time.Time      `json:"at"`
	Meets []SlipMeet     `json:"meets,omitempty"`
	Words change.Subject `json:"words,omitzero"` // somebody's own words, on their way to a contact
	Whom  uuid.UUID      `json:"whom,omitzero"`
}

// SlipMeet is a one-on-one as it stood before; Was is nil when it was planned then.
type SlipMeet struct {
	ID  uuid.UUID `json:"id"`
	Was *Stood    `json:"was,omitempty"`
	Rev int       `json:"rev"` // that it has since: another one is another change
}

// Stood is what a text of its organizer can change of a one-on-one.
type Stood struct {
	At        time.Time        `json:"at,omitzero"`
	Minutes   int              `json:"min,omitzero"`
	Place     string           `json:"place,omitempty"`
	Chooses   bool             `json:"chooses,omitempty"`
	Status    meeting.Status   `json:"status"`
	Outcome   string           `json:"outcome,omitempty"`
	Private   bool             `json:"private,omitempty"`
	Proposal  meeting.Proposal `json:"proposal,omitzero"`
	Confirmed time.Time        `json:"confirmed,omitzero"`
	Told      bool             `json:"told,omitempty"`
}

// stood is how a one-on-one stands.
func stood(m meeting.Meeting) *Stood {
	return &Stood{
		m.StartsAt, m.Minutes, m.Place, m.ContactChooses, m.Status, m.Outcome, m.Private, m.Proposal, m.ConfirmedAt,
		!m.ToldAt.IsZero(),
	}
}

// Back is the one-on-one as it stood.
func (s Stood) Back(m meeting.Meeting) meeting.Meeting {
	m.StartsAt, m.Minutes, m.Place, m.ContactChooses, m.Status, m.Outcome = s.At, s.Minutes, s.Place, s.Chooses, s.Status, s.Outcome
	m.Private, m.Proposal, m.ConfirmedAt = s.Private, s.Proposal, s.Confirmed
	m.Rev++
	return m
}

// slipFor is how long a slip can be taken back.
const slipFor = 10 * time.Minute

// maxSlips is how many one-on-ones of one text can be.
const maxSlips = 4

// LastSlip is what can still be taken back.
func (t *Turn) LastSlip() (Slip, bool) {
	s := Decoded[Slip](t.conv.Slip)
	return s, !s.At.IsZero() && t.now.Sub(s.At) <= slipFor
}

// ForgetSlip says that it was taken back, or can not be.
func (t *Turn) ForgetSlip() {
	t.conv.Slip = nil
	t.convMoved = true
}

// SlipWords keeps that words are on their way.
func (t *Turn) SlipWords(s change.Subject, whom uuid.UUID) {
	t.slip(Slip{At: t.now, Words: s, Whom: whom})
}

// slipMeet keeps how a one-on-one stood before this text of its organizer; of two changes of one text the first counts.
func (t *Turn) slipMeet(m world.Meet) {
	if t.in.Kind != world.TextIn || m.OrganizerID != t.who.ID || !t.who.Works() {
		return
	}
	s := Decoded[Slip](t.conv.Slip)
	if !s.At.Equal(t.now) {
		s = Slip{At: t.now}
	}
	for i := range s.Meets {
		if s.Meets[i].ID == m.ID {
			s.Meets[i].Rev = m.Rev
			t.slip(s)
			return
		}
	}
	was := SlipMeet{ID: m.ID, Rev: m.Rev}
	if old, ok := t.MeetByID(m.ID); ok {
		was.Was = stood(old.Meeting)
	}
	if len(s.Meets) < maxSlips {
		s.Meets = append(s.Meets, was)
		t.slip(s)
	}
}

func (t *Turn) slip(s Slip) {
	t.conv.Slip = Encode(s)
	t.convMoved = true
}
