package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
)

// homeSQL names the database: its cluster and its place there. A dump that is read into another one has another home; a copy of the files
// has not.
const homeSQL = `SELECT s.system_identifier::text || '/' || d.oid::text FROM pg_control_system() s, pg_database d
  WHERE d.datname = current_database()`

// The row is locked until the end of the transaction: of several processes that start, one finds the database moved.
const moveInSQL = `INSERT INTO settings (key, value) VALUES ('home', $1)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = settings.version + 1
WHERE settings.value <> excluded.value RETURNING version`

const (
	restoredSendingSQL = `UPDATE settings SET value = 'off', version = version + 1 WHERE key = 'sending'`
	restoredHooksSQL   = `UPDATE hook_endpoints SET is_on = false, off_why = $1, version = version + 1 WHERE is_on`
	restoredNeedSQL    = `INSERT INTO attention (id, kind, subject_kind, subject_id, note, at) VALUES ($1, 'restored', 'database', $2, $3, $4)
ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO NOTHING`
)

// MoveIn implements app.Home.
func (s *DB) MoveIn(ctx context.Context, need uuid.UUID, note string, now time.Time) (restored bool, err error) {
	says, err := one[bool](ctx, s, `SELECT has_function_privilege('pg_control_system()', 'EXECUTE')`)
	if err != nil || !says {
		return false, err // a server that does not say which it is: what stands in docs/runbook.md is all there is
	}
	home, err := one[string](ctx, s, homeSQL)
	if err != nil {
		return false, fmt.Errorf("read which database this is: %w", err)
	}
	err = s.inTx(ctx, func(t *tx) error {
		var versions []int
		if err := t.sel(ctx, &versions, moveInSQL, home); err != nil {
			return err
		}
		if restored = len(versions) == 1 && versions[0] > 1; !restored {
			return nil
		}
		for _, q := range []struct {
			sql  string
			args []any
		}{{restoredSendingSQL, nil}, {restoredHooksSQL, []any{string(app.HookRestored)}}, {restoredNeedSQL, []any{need, uuid.Nil, note, now}}} {
			if _, err := t.exec(ctx, q.sql, q.args...); err != nil {
				return err
			}
		}
		return nil
	})
	return restored, err
}
