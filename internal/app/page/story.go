package page

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// Story is what the demo shows beside its phones: what comes next, what was held back and why, and which record a text belongs to.
type Story interface {
	// ComingTo returns the planned texts to these phones, soonest first.
	ComingTo(ctx context.Context, phones []sms.Phone, n int) ([]Coming, error)
	// WithheldFrom returns the newest texts to these phones that were not sent, oldest first.
	WithheldFrom(ctx context.Context, phones []sms.Phone, n int) ([]Withheld, error)
	// Asked returns those of these phones that a question is open on.
	Asked(ctx context.Context, phones []sms.Phone) ([]sms.Phone, error)
	// SubjectsOf returns what texts were about.
	SubjectsOf(ctx context.Context, messages []uuid.UUID) (map[uuid.UUID]Subject, error)
}

// Coming is one planned text.
type Coming struct {
	At    time.Time
	Rule  string
	To    string
	Phone sms.Phone
}

// Withheld is one text that did not go.
type Withheld struct {
	At          time.Time
	Phone       sms.Phone
	Kind, Body  string // of one that was made
	Rule        string // of one that was dropped before
	Reason      string
	SubjectKind string
	SubjectID   uuid.UUID
}
