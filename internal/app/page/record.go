package page

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Record is what belongs to one person beside their one-on-ones.
type Record interface {
	// ReportsOn returns the reports on somebody, newest first.
	ReportsOn(ctx context.Context, person uuid.UUID, n int) ([]ReportRow, error)
	// PromisesOf returns what was promised to somebody or by them, newest first.
	PromisesOf(ctx context.Context, person uuid.UUID, n int) ([]Promise, error)
	// MergedInto returns the record that one was merged into, ErrNotFound where it was not.
	MergedInto(ctx context.Context, id uuid.UUID) (uuid.UUID, error)
	// EventsOf returns the events that somebody said they would come to, the latest first.
	EventsOf(ctx context.Context, person uuid.UUID, n int) ([]GuestAt, error)
	// Namesakes returns others who are called the same, in whatever spelling: perhaps the same person twice.
	Namesakes(ctx context.Context, person uuid.UUID, n int) ([]Person, error)
}

// GuestAt is one event that somebody said they would come to.
type GuestAt struct {
	Event            uuid.UUID
	Title            string
	At               time.Time
	SaidAt           time.Time
	Answer, Attended string
	Told             bool // in a one-on-one that was reported; others were put on the list
}
