package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// Erasing is one person to be forgotten.
type Erasing struct {
	ID       uuid.UUID
	Line, By uuid.UUID
	At       time.Time
}

// Errors of erasing.
var (
	// ErrEraseSelf says that nobody erases themselves: somebody must be left who did it.
	ErrEraseSelf = errors.New("nobody erases themselves")
	// ErrHasWork says that an organizer's contacts and one-on-ones must go to another first.
	ErrHasWork = errors.New("this organizer still looks after people")
)

// ErasedName is what stands where the name stood.
const ErasedName = "Erased person"

// Erase forgets a person: name, numbers and words go from everything that is kept, nothing goes to the phone any more, and what was counted
// stays. It cannot be taken back.
func Erase(ctx context.Context, d Deps, e Erasing) error {
	if e.ID == e.By {
		return ErrEraseSelf
	}
	e.At, e.Line = d.Clock.Now(), d.IDs.New()
	if err := d.Store.Erase(ctx, e); err != nil {
		return fmt.Errorf("erase: %w", err)
	}
	return nil
}
