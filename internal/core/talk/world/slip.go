package world

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
)

// Slip is what an organizer's last text did, as it can be taken back.
type Slip struct {
	At    time.Time      `json:"at"`
	Meets []SlipMeet     `json:"meets,omitempty"`
	Words change.Subject `json:"words,omitzero"` // somebody's own words, on their way to a contact
	Whom  uuid.UUID      `json:"whom,omitzero"`
	Said  string         `json:"said,omitempty"` // those words, which may have been for somebody else
	Items []SlipItem     `json:"items,omitempty"`
	Filed uuid.UUID      `json:"filed,omitzero"` // the one-on-one whose report was filed, which stays
	Texts uuid.UUID      `json:"texts,omitzero"` // the contact whose texts ended by it, who had agreed to them
}

// SlipItem is a promise or debrief that the text closed, or a note that it kept.
type SlipItem struct {
	Kind change.SubjectKind `json:"kind,omitempty"` // "": a note
	ID   uuid.UUID          `json:"id"`
	What string             `json:"what,omitempty"`
	Due  string             `json:"due,omitempty"` // the day that it had
}

// SlipWas is a promise whose words or day were changed.
const SlipWas change.SubjectKind = "was"

// SlipDay is a debrief that was given another day.
const SlipDay change.SubjectKind = "day"

// SlipOwn is an item that is what somebody wanted to be reminded of.
const SlipOwn change.SubjectKind = "own"

// First is the first one-on-one that the text changed.
func (s Slip) First() uuid.UUID {
	if len(s.Meets) == 0 {
		return uuid.Nil
	}
	return s.Meets[0].ID
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
	Outcome   meeting.Status   `json:"outcome,omitempty"`
	Private   bool             `json:"private,omitempty"`
	Proposal  meeting.Proposal `json:"proposal,omitzero"`
	Confirmed time.Time        `json:"confirmed,omitzero"`
	Told      bool             `json:"told,omitempty"`
}

// StoodOf is how a one-on-one stands.
func StoodOf(m meeting.Meeting) *Stood {
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

// KnownAlready is the outcome of a text that says what stands already; where a slip of the thumb may have made it that, it is read again.
const KnownAlready = "it is so already"
