package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
)

const unreadSQL = `
WITH made AS (INSERT INTO readings (name, read_at) VALUES ($1, clock_timestamp()) ON CONFLICT (name) DO NOTHING RETURNING read_at)
SELECT clock_timestamp() AS mark, EXISTS (SELECT FROM made) AS fresh,
  coalesce((extract(epoch FROM clock_timestamp() - (SELECT read_at FROM readings WHERE name = $1)) * 1e6)::bigint, 0) AS since`

// Unread implements app.Readings.
func (s *DB) Unread(ctx context.Context, name string) (since time.Duration, mark time.Time, fresh bool, err error) {
	var got []struct {
		Mark  time.Time `db:"mark"`
		Fresh bool      `db:"fresh"`
		Since int64     `db:"since"`
	}
	if err := s.sel(ctx, &got, unreadSQL, name); err != nil {
		return 0, time.Time{}, false, err
	}
	return time.Duration(got[0].Since) * time.Microsecond, got[0].Mark, got[0].Fresh, nil
}

// ReadTo implements app.Readings.
func (s *DB) ReadTo(ctx context.Context, name string, mark time.Time) error {
	_, err := s.exec(ctx, `UPDATE readings SET read_at = $2 WHERE name = $1`, name, mark)
	return err
}

// HeardSIDs implements app.Readings.
func (s *DB) HeardSIDs(ctx context.Context, sids []string) (map[string]bool, error) {
	return s.sids(ctx, `SELECT sid FROM inbound WHERE sid = ANY($1)`, sids)
}

// OpenEnds implements app.Readings.
func (s *DB) OpenEnds(ctx context.Context, sids []string) (map[string]bool, error) {
	return s.sids(ctx, `SELECT sid FROM messages WHERE sid = ANY($1) AND dir = {dir.out} AND status_rank < {rank.over}`, sids)
}

func (s *DB) sids(ctx context.Context, query string, sids []string) (map[string]bool, error) {
	out := map[string]bool{}
	for from := 0; from < len(sids); from += 1000 {
		var got []string
		if err := s.sel(ctx, &got, query, pq.Array(sids[from:min(from+1000, len(sids))])); err != nil {
			return nil, err
		}
		for _, sid := range got {
			out[sid] = true
		}
	}
	return out, nil
}

const (
	// A gap that goes on is one row on Today, while that is open.
	longerGapSQL = `
UPDATE gaps g SET first_at = least(first_at, $1), last_at = greatest(last_at, $2), texts = texts + $3, found_at = $4
FROM attention a WHERE a.kind = 'gap' AND a.closed_at IS NULL AND a.subject_id = g.id AND g.last_at >= $1::timestamptz - interval '1 hour'
RETURNING g.id, g.first_at, g.last_at, g.texts, g.found_at`

	addGapSQL = `INSERT INTO gaps (id, first_at, last_at, texts, found_at) VALUES ($1, $2, $3, $4, $5)`

	gapNeedSQL = `
INSERT INTO attention (id, kind, subject_kind, subject_id, note, at) VALUES ($1, 'gap', 'provider', $2, $3, $4)
ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO UPDATE SET note = excluded.note`
)

// TellGap implements app.Readings.
func (s *DB) TellGap(ctx context.Context, g app.Gap, words func(app.Gap) string) error {
	return s.again(ctx, func(t *tx) error {
		var got []struct {
			ID    uuid.UUID `db:"id"`
			First time.Time `db:"first_at"`
			Last  time.Time `db:"last_at"`
			Texts int       `db:"texts"`
			Found time.Time `db:"found_at"`
		}
		if err := t.sel(ctx, &got, longerGapSQL, g.First, g.Last, g.Texts, g.Found); err != nil {
			return fmt.Errorf("longer gap: %w", err)
		}
		whole := g
		if len(got) > 0 {
			whole = app.Gap{ID: got[0].ID, First: got[0].First, Last: got[0].Last, Texts: got[0].Texts, Found: got[0].Found}
		} else if _, err := t.exec(ctx, addGapSQL, g.ID, g.First, g.Last, g.Texts, g.Found); err != nil {
			return fmt.Errorf("gap: %w", err)
		}
		_, err := t.exec(ctx, gapNeedSQL, uuid.Must(uuid.NewV7()), whole.ID, words(whole), g.Found)
		return err
	})
}
