package page

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/event"
)

// Events is what the pages of events read.
type Events interface {
	EventList(ctx context.Context, f EventFilter) ([]EventRow, error)
	// Event returns one; app.ErrNotFound when there is none.
	Event(ctx context.Context, id uuid.UUID) (event.Event, error)
	// Guests returns who said they would come, by organizer.
	Guests(ctx context.Context, id uuid.UUID, n int) ([]Guest, error)
}

// EventFilter is what the list of events is asked for.
type EventFilter struct {
	From, To time.Time
	Status   string // planned, called_off; "" is both
	Backward bool
	AfterAt  time.Time
	AfterID  uuid.UUID
	N        int
}

// EventRow is one event in a list, with how many said they would come, how many of them to a check-in, and how many came.
type EventRow struct {
	event.Event
	Said, Yes, Came int
	Noted           int // of how many it is known whether they came
}

// Guest is one person who said they would come.
type Guest struct {
	event.RSVP
	Person    Person
	Organizer Person
}
