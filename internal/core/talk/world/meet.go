package world

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/thanks"
)

// Met is the one-on-one at which somebody said it.
func (p Promise) Met() Meet { return Meet{Meeting: meeting.Meeting{ID: p.MeetingID}} }

// Handed reports whether the one-on-one came over from another organizer.
func (m Meet) Handed() bool { return m.Before.ID != uuid.Nil }

// SignedBy is how the organizer is called in texts to the contact: by the first name alone where the one-on-one is private.
func (m Meet) SignedBy() string {
	if m.Private {
		return m.Organizer.First()
	}
	return m.Organizer.Name
}

// Host is who sat there: what was over when it was handed on, the organizer before had.
func (m Meet) Host() person.Person {
	if m.Handed() && !m.StartsAt.IsZero() && !m.StartsAt.After(m.HandedAt) {
		return m.Before
	}
	return m.Organizer
}

// Meet is a one-on-one with its two people.
type Meet struct {
	meeting.Meeting
	Organizer person.Person
	Contact   person.Person
	Before    person.Person // who had it before it was handed over, nobody when it never was
	HandedAt  time.Time
}

// WrongNumber is a number that is not a person's of this name.
type WrongNumber struct {
	Phone sms.Phone
	Name  string // lower case
}

// Closed is a number that opted out, or that no text reaches: true for whoever has it.
type Closed struct {
	Phone    sms.Phone
	Consent  person.Consent
	ReachBad bool
}

// Past is what is known of a contact from the last report.
type Past struct {
	ContactID  uuid.UUID
	MetOn      string
	Commitment string
	Promised   string // what is still open of what the organizer promised
	Needs      string
}

// Thank is the thank-you that a one-on-one owes.
type Thank = thanks.Thanks

// Promise is an open item with an owner, and the name of whom it is for or by.
type Promise struct {
	ID       uuid.UUID
	ReportID uuid.UUID
	OwnerID  uuid.UUID
	ToID     uuid.UUID
	Kind     change.PromiseKind
	What     string
	DueOn    string // 2026-12-03, "" without a day
	EventID  uuid.UUID
	Name     string // the other side's
	// MeetingID and Owner are where it was said and by whom: of a contact's commitment.
	MeetingID uuid.UUID
	Owner     person.Person
}

// Debrief is an open debrief with the names of both.
type Debrief struct {
	change.SaveDebrief
	Organizer string
	Staff     string
}

// RSVP is what somebody said about an event, with the person.
type RSVP struct {
	event.RSVP
	Person    person.Person
	Organizer person.Person
}

// Filed is a report as a note to staff tells it.
type Filed struct {
	ReportID  uuid.UUID
	Version   int
	Status    change.ReportStatus
	Organizer string
	Contact   string
	MetOn     string
	DebriefOn string
}

// Doubt is, of a phone that gets no texts, the text that may be an opt-out, and what the phone's consent was before it; and why none go
// now, and since when.
type Doubt struct {
	MessageID uuid.UUID
	Before    person.Consent
	Source    string
	Since     time.Time
}

// Record is a filed report whole, with the items that were made of it.
type Record struct {
	report.Draft
	FiledAt     time.Time
	DebriefID   uuid.UUID
	DebriefWith uuid.UUID
	DebriefOn   string
	Items       []Item
}

// Item is a promise or commitment of a report, in the order in which they were made.
type Item struct {
	Promise
	Closed bool
}
