package store

import (
	"context"
	"fmt"
	"time"

	"github.com/reportback/reportback/internal/app"
)

const eventRowsSQL = `
SELECT ` + eventColumns + `, (SELECT count(*) FROM rsvps r WHERE r.event_id = events.id) AS said,
  (SELECT count(*) FROM rsvps r WHERE r.event_id = events.id AND r.answer = 'yes') AS yes
FROM events WHERE starts_at > $1 ORDER BY starts_at, id LIMIT 500`

type eventListRow struct {
	eventRow
	Said int `db:"said"`
	Yes  int `db:"yes"`
}

// Events implements app.Books.
func (s *DB) Events(ctx context.Context, after time.Time) ([]app.EventRow, error) {
	var got []eventListRow
	if err := s.sel(ctx, &got, eventRowsSQL, after); err != nil {
		return nil, fmt.Errorf("events: %w", err)
	}
	out := make([]app.EventRow, len(got))
	for i, r := range got {
		out[i] = app.EventRow{Event: r.event(), Said: r.Said, Yes: r.Yes}
	}
	return out, nil
}
