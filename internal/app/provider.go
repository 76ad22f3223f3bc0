package app

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// Outgoing is one claimed text on its way to the provider: the claim is committed, so whatever happens from here has an outcome.
type Outgoing struct {
	ID       uuid.UUID
	PhoneID  int64
	Attempt  int // the POST this is, from 1
	To       sms.Phone
	Body     sms.Body
	BeginBy  time.Time     // machine clock: when writing cannot begin before it, the attempt is given back unsent
	ValidFor time.Duration // how long the provider may keep it queued; 0 is the provider's default
}

// OutcomeKind is how one attempt ended.
type OutcomeKind uint8

// The four outcomes of a send. Only SurelyNotSent is ever tried again; Unknown is settled by a callback or a listing.
const (
	OutcomeUnknown OutcomeKind = iota // zero value: what is not known is never taken for anything else
	OutcomeSent
	OutcomeRejected
	OutcomeSurelyNotSent
)

// ErrorClass is what a provider's refusal asks for.
type ErrorClass uint8

// The classes of the provider's errors.
const (
	ClassNone        ErrorClass = iota
	ClassRetry                  // never processed: try again after a backoff
	ClassUnknown                // outcome unclear
	ClassUnreachable            // this phone cannot get texts, ever
	ClassSoft                   // may work another day
	ClassOptedOut               // the provider holds an opt-out of this phone
	ClassConfig                 // account or sender is not in order: staff must act
	ClassContent                // our own fault: this text is refused
)

// Outcome is the end of one attempt, as the provider edge classified it. It carries codes only: the provider's words may quote numbers.
type Outcome struct {
	ID         uuid.UUID
	PhoneID    int64
	Attempt    int
	Kind       OutcomeKind
	SID        string // set when Kind is OutcomeSent
	Status     sms.Status
	Class      ErrorClass
	Code       int           // the provider's error code, 0 if none
	HTTP       int           // HTTP status, 0 if there was no answer
	RetryAfter time.Duration // asked for by the provider, 0 if not
}

// Listed is one message in the provider's own books.
type Listed struct {
	SID       string
	Body      sms.Body
	Outbound  bool // sent through the API
	Status    sms.Status
	Code      int
	CreatedAt time.Time // to the second, the provider's clock
}

// Provider is the outside that carries texts. Send never returns an error: every way a call can end is an Outcome.
type Provider interface {
	Send(ctx context.Context, out Outgoing) Outcome
	// ListTo returns the messages to a phone created at or after since, newest first; an error means that the listing is not complete.
	ListTo(ctx context.Context, to sms.Phone, since time.Time) ([]Listed, error)
	// Newest returns the newest page of all messages: the witness that the provider's list is not behind.
	Newest(ctx context.Context) ([]Listed, error)
}
