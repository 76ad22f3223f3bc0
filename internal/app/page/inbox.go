package page

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/sms"
)

// Attention is what needs a person.
type Attention interface {
	// Open returns open rows that are not put off beyond now, newest first.
	Open(ctx context.Context, now time.Time, f NeedFilter) ([]Need, error)
	// OpenCounts counts them by kind, whatever the filter's kinds and place.
	OpenCounts(ctx context.Context, now time.Time, f NeedFilter) (map[matter.Kind]int, error)
	// PutOff returns those that are put off.
	PutOff(ctx context.Context, now time.Time, n int) ([]Need, error)
	// Closed returns those that staff closed, the latest first.
	Closed(ctx context.Context, afterAt time.Time, afterID uuid.UUID, n int) ([]Need, error)
	// Take gives a row to somebody (zero: to nobody) while it is still from's (zero: nobody's), app.ErrConflict when it is another's by now;
	// Later puts it off, or with the zero time takes that back; Done closes it with a word. app.ErrNotFound when it is closed already.
	Take(ctx context.Context, id, by, from uuid.UUID, now time.Time) error
	Later(ctx context.Context, id uuid.UUID, until time.Time) error
	Done(ctx context.Context, id, by uuid.UUID, word string, now time.Time) error
	// Reopen takes a closing by staff back. app.ErrNotFound when nobody closed it, app.ErrConflict when the same stands open anew.
	Reopen(ctx context.Context, id uuid.UUID) error
}

// NeedFilter is what the rows that need a person are asked for.
type NeedFilter struct {
	Kinds   []matter.Kind // these kinds only; none: all
	Except  []matter.Kind // and none of these
	Mine    uuid.UUID
	Nobody  bool // taken by nobody
	AfterAt time.Time
	AfterID uuid.UUID // the last row of the page before
	N       int
}

// Need is one row that needs a person.
type Need struct {
	ID          uuid.UUID
	Kind        matter.Kind
	SubjectKind string
	SubjectID   uuid.UUID
	PhoneID     int64
	Phone       sms.Phone
	To          Person // whom an answer would reach by it: what decides whether one may go
	Who         string // whose phone it is, or whom it is about
	WhoID       uuid.UUID
	Works       bool // they are of the organization's side
	Note        string
	Words       string // of the text that it is about
	Out         bool   // that text was ours
	ErrorCode   int
	Again       bool      // it did not arrive, and is not on its way again
	Unsettled   bool      // nobody knows whether it left
	AgainUntil  time.Time // when it makes no sense any more; zero: an answer, which always does
	At          time.Time
	TakenBy     string
	TakenByID   uuid.UUID // zero: nobody has it
	TakenAt     time.Time
	PutOffUntil time.Time
	About       About
	ClosedAt    time.Time
	ClosedBy    string
	Word        string // that staff closed it with
}

// About is what a row is about, in the words of its record: a one-on-one's two people and its time, a promise and its day, an event.
type About struct {
	Organizer, Contact string
	What               string // promised, or the event's title
	At                 time.Time
	On                 string // the day that a promise is due
	Report             uuid.UUID
}
