// Package thanks is the thank-you that a one-on-one owes: its states and what may become of it. A transition is a method that may refuse,
// so that nobody is thanked twice and nothing that went is taken back. It is pure, and imports nothing of the project.
package thanks

import (
	"errors"
	"time"

	"github.com/google/uuid"
)

// State is where a thank-you stands. The values are stored and exported.
type State string

// The states.
const (
	Waiting  State = "waiting"  // owed; no draft was shown
	Draft    State = "draft"    // the organizer was shown one
	Approved State = "approved" // the very words that were seen are to go
	Held     State = "held"     // somebody does not want it to go
	Sent     State = "sent"
	Missed   State = "missed" // its time is over
	NotDue   State = "not_due"
)

// States lists every state.
func States() []State { return []State{Waiting, Draft, Approved, Held, Sent, Missed, NotDue} }

// Within is how soon after the end of a one-on-one its contact is thanked.
const Within = 24 * time.Hour

// Thanks is one thank-you: one row a one-on-one. Draft is what was last shown, to the letter; of one that went, what went.
type Thanks struct {
	MeetingID   uuid.UUID
	ReportID    uuid.UUID
	OrganizerID uuid.UUID
	ContactID   uuid.UUID
	EndsAt      time.Time
	DueBy       time.Time
	State       State
	Draft       string
	Reason      string
	SentAt      time.Time
	MessageID   uuid.UUID
	Version     int
}

// Refusals of transitions.
var (
	// ErrGone says that it went, or is on its way.
	ErrGone = errors.New("the thank-you has gone")
	// ErrHeld says that somebody holds it.
	ErrHeld = errors.New("the thank-you is held")
	// ErrNotDue says that nobody is to be thanked.
	ErrNotDue = errors.New("no thank-you is due")
)

// Gone reports whether it went, or is on its way.
func (t Thanks) Gone() bool { return t.State == Sent || t.State == Approved }

// Open reports whether it may still be sent by its organizer.
func (t Thanks) Open() bool { return t.State == Waiting || t.State == Draft }

// Ended notes when the one-on-one ended, from which its time runs.
func (t *Thanks) Ended(at time.Time) { t.EndsAt, t.DueBy = at, at.Add(Within) }

// Owe notes that it is owed.
func (t *Thanks) Owe(reason string) error { return t.become(Waiting, reason) }

// Show notes that the organizer was shown these words.
func (t *Thanks) Show(words string) error {
	if err := t.become(Draft, ""); err != nil {
		return err
	}
	t.Draft = words
	return nil
}

// Hold keeps it from going.
func (t *Thanks) Hold(reason string) error { return t.become(Held, reason) }

// Cancel notes that nobody is to be thanked.
func (t *Thanks) Cancel(reason string) error { return t.become(NotDue, reason) }

// Approve has exactly these words go.
func (t *Thanks) Approve(words, reason string) error {
	if err := t.become(Approved, reason); err != nil {
		return err
	}
	t.Draft = words
	return nil
}

func (t *Thanks) become(s State, reason string) error {
	if t.Gone() {
		return ErrGone
	}
	t.State, t.Reason = s, reason
	return nil
}

// MayPlain says whether the plain thank-you, which nobody saw, may go.
func (t Thanks) MayPlain() error {
	switch t.State {
	case Sent, Approved:
		return ErrGone
	case Held:
		return ErrHeld
	case NotDue:
		return ErrNotDue
	case Waiting, Draft, Missed, "":
	}
	return nil
}

// Send notes that these words went. What went once does not go again.
func (t *Thanks) Send(words string, at time.Time, message uuid.UUID) error {
	if t.State == Sent {
		return ErrGone
	}
	t.State, t.Draft, t.SentAt, t.MessageID = Sent, words, at, message
	return nil
}

// Miss notes that its time is over, with the cause; one that is held stays held.
func (t *Thanks) Miss(cause string) error {
	switch t.State {
	case Sent, Approved:
		return ErrGone
	case NotDue:
		return ErrNotDue
	case Held:
	case Waiting, Draft, Missed, "":
		t.State = Missed
	}
	t.Reason = cause
	return nil
}
