package app

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// Home knows which database this is.
type Home interface {
	// MoveIn remembers where the database lives. When it lived elsewhere before, it was restored from a dump: nobody is texted and no webhook
	// goes any more, and a row on Today with that id and note says so. It reports whether that is what happened.
	MoveIn(ctx context.Context, need uuid.UUID, note string, now time.Time) (restored bool, err error)
}

// MoveIn is what every process does first with its database: a restored one starts with sending off, since its past must not be texted
// again, nor from two places at once.
func MoveIn(ctx context.Context, h Home, d Deps) error {
	restored, err := h.MoveIn(ctx, d.IDs.New(), "this database was restored from a dump: texts and webhooks are off until an admin turns "+
		"them on in Settings", d.Clock.Now())
	if err != nil {
		return fmt.Errorf("move in: %w", err)
	}
	if restored {
		d.Log.WarnContext(ctx, "restored database: sending and webhooks are off")
	}
	return nil
}
