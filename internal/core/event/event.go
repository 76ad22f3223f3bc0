// Package event is what an organization invites people to, and who said they would come. It is pure, and imports nothing of the project.
package event

import (
	"errors"
	"time"

	"github.com/google/uuid"
)

// Status is where an event stands. The values are stored.
type Status string

// The statuses.
const (
	Planned   Status = "planned"
	CalledOff Status = "called_off"
)

// Statuses lists every status.
func Statuses() []Status { return []Status{Planned, CalledOff} }

// DefaultMinutes is how long an event is when nobody says.
const DefaultMinutes = 120

// Event is one event.
type Event struct {
	ID        uuid.UUID
	Title     string // as staff know it
	Name      string // as texts say it: plain, no case facts
	NameES    string // as Spanish texts say it; "" is Name
	StartsAt  time.Time
	Zone      string // IANA
	Minutes   int
	Place     string
	Bring     string
	Status    Status
	CreatedAt time.Time
	CreatedBy uuid.UUID
	Rev       int // moves when what was told of it is no longer true
	Version   int
}

// Refusals.
var (
	// ErrOff says that the event is called off.
	ErrOff = errors.New("the event is called off")
	// ErrBegun says that the event has begun.
	ErrBegun = errors.New("the event has begun")
)

// Called is what texts call it in a language.
func (e Event) Called(spanish bool) string {
	if spanish && e.NameES != "" {
		return e.NameES
	}
	return e.Name
}

// Ends returns when it is over.
func (e Event) Ends() time.Time { return e.StartsAt.Add(time.Duration(e.Minutes) * time.Minute) }

// Coming reports whether it is still to come.
func (e Event) Coming(now time.Time) bool { return e.Status == Planned && e.StartsAt.After(now) }

// Move gives it another time or place.
func (e *Event) Move(to time.Time, place string, now time.Time) error {
	switch {
	case e.Status != Planned:
		return ErrOff
	case !e.StartsAt.After(now):
		return ErrBegun
	}
	e.StartsAt = to
	if place != "" {
		e.Place = place
	}
	e.Rev++
	return nil
}

// CallOff ends it before it begins.
func (e *Event) CallOff(now time.Time) error {
	switch {
	case e.Status != Planned:
		return ErrOff
	case !e.StartsAt.After(now):
		return ErrBegun
	}
	e.Status = CalledOff
	e.Rev++
	return nil
}

// Answer is what somebody said to a check-in. The values are stored and exported.
type Answer string

// The answers. Said is what they told their organizer, before any check-in.
const (
	Said  Answer = ""
	Yes   Answer = "yes"
	Maybe Answer = "maybe"
	No    Answer = "no"
)

// Answers lists every answer.
func Answers() []Answer { return []Answer{Said, Yes, Maybe, No} }

// Attended is whether somebody came.
type Attended string

// The values are stored and exported.
const (
	Unknown Attended = "unknown"
	Came    Attended = "yes"
	Missed  Attended = "no"
)

// Attendances lists what may be known of who came.
func Attendances() []Attended { return []Attended{Unknown, Came, Missed} }

// RSVP is one person who said that they would come to an event.
type RSVP struct {
	EventID     uuid.UUID
	PersonID    uuid.UUID
	OrganizerID uuid.UUID
	ReportID    uuid.UUID
	PromiseID   uuid.UUID // the commitment that it keeps
	Answer      Answer
	AnsweredAt  time.Time
	Attended    Attended
	AttendedAt  time.Time
	ToldRev     int // the event's Rev that the person was last told, 0 if never
}
