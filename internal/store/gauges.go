package store

import (
	"context"
	"time"

	"github.com/reportback/reportback/internal/app"
)

// Each part reads the index of what waits, never what is kept.
const gaugesSQL = `
SELECT (SELECT count(*) FROM messages WHERE state = {state.queued}) AS queued,
  (SELECT count(*) FROM messages WHERE state IN ({state.in_flight})) AS in_flight,
  (SELECT count(*) FROM messages WHERE state = {state.unknown}) AS unknown,
  (SELECT count(*) FROM messages WHERE state = {state.unsettled} AND claimed_at > clock_timestamp() - interval '24 hours') AS unsettled,
  (SELECT count(*) FROM resends) AS resends,
  coalesce((SELECT extract(epoch FROM $1::timestamptz - min(greatest(at, coalesce(retry_at, at)))) FROM messages
  WHERE state = {state.queued}),
  0) AS oldest_queued,
  coalesce((SELECT extract(epoch FROM $1::timestamptz - min(due_at)) FROM planned WHERE state = 'planned'), 0) AS oldest_due,
  (SELECT count(*) FROM attention WHERE closed_at IS NULL) AS attention,
  (SELECT count(*) FROM stops WHERE ended_at IS NULL AND kind IN ('account', 'day', 'queue')) AS stopped,
  coalesce((SELECT code FROM stops WHERE ended_at IS NULL), 0) AS stop_code,
  coalesce((SELECT value FROM settings WHERE key = 'backup_at'), '') AS backup_at,
  coalesce((SELECT value FROM settings WHERE key = 'sending'), '') AS mode`

type gaugesRow struct {
	Queued       int     `db:"queued"`
	InFlight     int     `db:"in_flight"`
	Unknown      int     `db:"unknown"`
	Unsettled    int     `db:"unsettled"`
	Resends      int     `db:"resends"`
	OldestQueued float64 `db:"oldest_queued"`
	OldestDue    float64 `db:"oldest_due"`
	Attention    int     `db:"attention"`
	Stopped      int     `db:"stopped"`
	StopCode     int     `db:"stop_code"`
	BackupAt     string  `db:"backup_at"`
	Mode         string  `db:"mode"`
}

// Gauges returns the figures of what waits now.
func (s *DB) Gauges(ctx context.Context, now time.Time) (app.Gauges, error) {
	r, err := one[gaugesRow](ctx, s, gaugesSQL, now)
	if err != nil {
		return app.Gauges{}, err
	}
	g := app.Gauges{
		Queued: r.Queued, InFlight: r.InFlight, Unknown: r.Unknown, Unsettled: r.Unsettled, GoAgain: r.Resends,
		OldestQueued: max(r.OldestQueued, 0), OldestDue: max(r.OldestDue, 0),
		Attention: r.Attention, Stopped: r.Stopped > 0, StopCode: r.StopCode, Mode: r.Mode,
	}
	if at, err := time.Parse(time.RFC3339, r.BackupAt); err == nil {
		g.BackupAt = at
	}
	return g, nil
}
