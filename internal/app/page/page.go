// Package page is what the staff's page reads: rows as lists and details show them, and the port that the store implements. It decides
// nothing and changes nothing but the marks that staff put on what needs a person. Lists are read in pages by key: each asks for one row
// more than it shows, and no list counts what it does not show.
package page

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// Size is how many rows a list shows.
const Size = 50

// Store is what pages read.
type Store interface {
	// Mark returns something that moves whenever anything changed.
	Mark(ctx context.Context) (string, error)
	// NamesOf says what records are called, by their id (of a phone: its number here), as a line about them does. One that is gone is left
	// out.
	NamesOf(ctx context.Context, ids []uuid.UUID, phones []int64) (map[string]string, error)
	Attention
	Meetings
	Reports
	Messages
	People
	Today
	Events
	Calendars
	Plots
	Story
	Search
	Record
}

// Person is somebody as rows name them.
type Person struct {
	ID       uuid.UUID
	Name     string
	PhoneID  int64
	Phone    sms.Phone
	Consent  person.Consent
	ReachBad bool
	Locked   bool
	BestWay  string
	Language string
	Zone     string
	Works    bool      // of the organization's side
	WroteAt  time.Time // when a text last came from this phone
}

// Today is the rest of the first page.
type Today interface {
	// Missing returns one-on-ones that were held, or must be over, without a report that is filed; by organizer.
	Missing(ctx context.Context, now time.Time, n int) ([]MissingReport, error)
	// PromiseList returns what is promised: what is open by its day, what has none last; what is closed by when that was.
	PromiseList(ctx context.Context, f PromiseFilter) ([]Promise, error)
	// OpenDebriefs returns the debriefs that are booked, by their day; of one organizer, or uuid.Nil.
	OpenDebriefs(ctx context.Context, organizer uuid.UUID, n int) ([]OpenDebrief, error)
	// DebriefOf returns one.
	DebriefOf(ctx context.Context, id uuid.UUID) (OpenDebrief, error)
	// PromiseOf returns one.
	PromiseOf(ctx context.Context, id uuid.UUID) (Promise, error)
	// Overdue returns promises and commitments whose day is past.
	Overdue(ctx context.Context, today string, n int) ([]Promise, error)
}

// MissingReport is one report that is owed.
type MissingReport struct {
	MeetingID uuid.UUID
	ReportID  uuid.UUID // zero: not begun
	Organizer Person
	Contact   string
	Ended     time.Time
	Begun     bool
}

// Promise is one dated item.
type Promise struct {
	ID       uuid.UUID
	ReportID uuid.UUID
	Kind     string
	What     string
	DueOn    string
	Owner    Person // the organizer who looks after it
	To       string // the contact
	ClosedAt time.Time
	Outcome  change.Outcome
	How      string // a staff member's words for it, if any
}

// PromiseFilter is what the list of promises is asked for.
type PromiseFilter struct {
	Find      string
	Organizer uuid.UUID
	Closed    bool
	Backward  bool      // the latest first
	AfterOn   string    // the day of the last row of the page before, of what is open; NoDay for none
	AfterAt   time.Time // when that row was closed, of what is closed
	AfterID   uuid.UUID
	N         int
}

// NoDay stands for a promise without a day: it comes after every day.
const NoDay = "9999-12-31"

// OpenDebrief is one debrief that is booked.
type OpenDebrief struct {
	ID        uuid.UUID
	Organizer Person
	Staff     string
	On        string
	Reports   int // that it covers
	Closed    bool
}
