package store

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
)

// A text that is still to leave keeps its words. The walk goes by messages_page.
const blankWordsSQL = `WITH old AS (SELECT id, at FROM messages WHERE at < $1 AND (at, id) > ($2, $3) ORDER BY at, id LIMIT $4),
gone AS (UPDATE messages m SET body = '' FROM old WHERE m.id = old.id AND m.body <> '' AND m.state NOT IN (1, 2, 3) RETURNING m.id, m.sid),
forms AS (UPDATE inbound i SET form = NULL FROM gone WHERE i.sid = gone.sid AND i.form IS NOT NULL)
SELECT o.id, o.at, (SELECT count(*) FROM gone) AS n FROM old o ORDER BY o.at DESC, o.id DESC LIMIT 1`

// BlankWords implements app.Office.
func (s *DB) BlankWords(ctx context.Context, before time.Time, from app.TextPlace, n int) (app.TextPlace, int64, error) {
	var got []struct {
		ID uuid.UUID `db:"id"`
		At time.Time `db:"at"`
		N  int64     `db:"n"`
	}
	if err := s.sel(ctx, &got, blankWordsSQL, before, from.At, from.ID, n); err != nil || len(got) == 0 {
		return app.TextPlace{}, 0, err
	}
	return app.TextPlace{At: got[0].At, ID: got[0].ID}, got[0].N, nil
}
