package store

import (
	"context"
	"time"

	"github.com/google/uuid"
)

const (
	// A lease that lies further ahead than one can be was written before the clock stepped back: it holds nobody up.
	holdSQL = `
INSERT INTO duties (name, holder, until) VALUES ($1, $2, clock_timestamp() + $3 * interval '1 microsecond')
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
WHERE duties.holder = excluded.holder OR duties.until < clock_timestamp()
  OR duties.until > clock_timestamp() + $3 * interval '2 microseconds'`

	letGoSQL = `DELETE FROM duties WHERE name = $1 AND holder = $2`
)

// Hold implements app.Duties.
func (s *DB) Hold(ctx context.Context, name string, holder uuid.UUID, lease time.Duration) (bool, error) {
	n, err := s.exec(ctx, holdSQL, name, holder, lease.Microseconds())
	return n > 0, err
}

// LetGo implements app.Duties.
func (s *DB) LetGo(ctx context.Context, name string, holder uuid.UUID) error {
	_, err := s.exec(ctx, letGoSQL, name, holder)
	return err
}
