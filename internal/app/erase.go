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
	_, err := eraseOn(ctx, d, erasePieces)
	return err
}

// erasePieces is how many pieces whoever erases waits for: as many as a small organization has. A worker does the rest within minutes.
const erasePieces = 60

// eraseOn walks through everybody's words, at most n pieces, and reports whether there is more.
func eraseOn(ctx context.Context, d Deps, n int) (more bool, err error) {
	for range n {
		if more, err = d.Store.EraseOn(ctx, d.Clock.Now()); err != nil || !more {
			if err != nil {
				err = fmt.Errorf("erase words: %w", err)
			}
			return more, err
		}
	}
	return true, nil
}

// WordErasing is somebody whose words and names are looked for once more: by name and number, since nothing else of them is left.
type WordErasing struct {
	Names  []string
	Number string
	At     time.Time
}

// EraseWords walks through everybody's words once more for somebody who was erased before, as by a version that missed some.
func EraseWords(ctx context.Context, d Deps, e WordErasing) error {
	e.At = d.Clock.Now()
	if err := d.Store.EraseWords(ctx, e); err != nil {
		return fmt.Errorf("erase words: %w", err)
	}
	for more := true; more; {
		var err error
		if more, err = eraseOn(ctx, d, erasePieces); err != nil {
			return err
		}
	}
	return nil
}
