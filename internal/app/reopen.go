package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// Reopening takes back that something was closed.
type Reopening struct {
	ID, Line, By uuid.UUID
	At           time.Time
}

// ReopenUndo is how long what was closed can be taken back.
const ReopenUndo = time.Hour

// ErrNoReopen says that something is open, or was closed too long ago.
var ErrNoReopen = errors.New("this cannot be taken back any more")

// ReopenPromise opens a promise again that was closed within the hour, with what was planned about it.
func ReopenPromise(ctx context.Context, d Deps, id, by uuid.UUID) error {
	if err := d.Store.ReopenPromise(ctx, Reopening{ID: id, Line: d.IDs.New(), By: by, At: d.Clock.Now()}); err != nil {
		return fmt.Errorf("reopen promise: %w", err)
	}
	return nil
}

// ReopenDebrief opens a debrief again that was closed within the hour, with the reports and the other debriefs that were closed with it.
func ReopenDebrief(ctx context.Context, d Deps, id, by uuid.UUID) error {
	if err := d.Store.ReopenDebrief(ctx, Reopening{ID: id, Line: d.IDs.New(), By: by, At: d.Clock.Now()}); err != nil {
		return fmt.Errorf("reopen debrief: %w", err)
	}
	return nil
}
