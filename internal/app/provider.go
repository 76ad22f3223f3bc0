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
	Probe    bool          // tried to see whether a stop is over
	Unasked  bool          // nobody waits for it
	Waited   bool          // it was refused, or could not be sent, some time before
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

// Attempt is what is kept of an attempt that did not simply send its text. The values are stored.
type Attempt string

// What is kept of attempts.
const (
	AttemptRejected Attempt = "rejected"
	AttemptNotSent  Attempt = "not_sent"
	AttemptForAll   Attempt = "refused_for_all" // for the whole account: the text goes on when the stop is over
	AttemptUnknown  Attempt = "unknown"
	AttemptJudged   Attempt = "judged"  // by the provider's list; its note says how
	AttemptDoubled  Attempt = "doubled" // a second SID for one text
)

// Attempts lists what may be kept.
func Attempts() []Attempt {
	return []Attempt{AttemptRejected, AttemptNotSent, AttemptForAll, AttemptUnknown, AttemptJudged, AttemptDoubled}
}

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
	ClassConfig                 // account or sender is not in order: nothing can leave, staff must act
	ClassContent                // our own fault: this text is refused
	ClassLater                  // never processed, and nothing will be for minutes: the sender's queue is full
	ClassDay                    // the day's allowance is used up: until midnight in California
	ClassCountry                // this country is not switched on: its phones wait, and nobody else
	ClassFiltered               // the words were taken for spam: never the same again
	ClassBlocked                // blocked at the carrier: never by itself again
)

// Outcome is the end of one attempt, as the provider edge classified it. It carries codes only: the provider's words may quote numbers.
type Outcome struct {
	ID         uuid.UUID
	PhoneID    int64
	To         sms.Phone
	Attempt    int
	Kind       OutcomeKind
	SID        string // set when Kind is OutcomeSent
	Status     sms.Status
	Class      ErrorClass
	Code       int           // the provider's error code, 0 if none
	HTTP       int           // HTTP status, 0 if there was no answer
	Stop       *Stop         // it was refused, or asked to wait, for every text
	Country    string        // the phone's, of a text that it was refused for, or that was taken after a wait
	RetryAfter time.Duration // asked for by the provider, 0 if not
	Probe      bool
}

// Listed is one message in the provider's own books.
type Listed struct {
	SID       string
	To, From  string // as the provider writes them: a number, or another channel's address
	Media     int
	Body      sms.Body
	Outbound  bool // sent through the API
	Inbound   bool
	Status    sms.Status
	Code      int
	CreatedAt time.Time     // to the second, the provider's clock
	Age       time.Duration // to the second, by the provider's clock alone
}

// Provider is the outside that carries texts. Send never returns an error: every way a call can end is an Outcome.
type Provider interface {
	Send(ctx context.Context, out Outgoing) Outcome
	// ListTo returns the messages to a phone that are no older than within, newest first; an error means that the listing is not complete.
	// Ages are by the provider's clock alone: ours may differ from it by an hour.
	ListTo(ctx context.Context, to sms.Phone, within time.Duration) ([]Listed, error)
	// Newest returns the newest page of all messages: the witness that the provider's list is not behind.
	Newest(ctx context.Context) ([]Listed, error)
	// ListInbound is ListAll for messages to us alone.
	ListInbound(ctx context.Context, within time.Duration) ([]Listed, error)
	// ListAll returns all messages, in and out, that are no older than within, newest first; an error means that the listing is not complete.
	ListAll(ctx context.Context, within time.Duration) ([]Listed, error)
}
