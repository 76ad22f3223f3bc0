package store

import (
	"context"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
)

// A stop that was over before anybody was told of it is nobody's news.
const (
	newsSQL = `
SELECT id, kind, code, ended_at IS NOT NULL AS ended FROM stops WHERE (ended_at IS NULL OR told = 1)
  AND (ended_at IS NOT NULL OR told = 0 AND kind IN ('account', 'day', 'queue')) ORDER BY at LIMIT 10`

	heardSQL = `UPDATE stops SET told = CASE WHEN $2 THEN 2 ELSE 1 END WHERE id = $1`
)

// News implements app.Newsroom.
func (s *DB) News(ctx context.Context) ([]app.News, error) {
	var got []struct {
		ID    uuid.UUID    `db:"id"`
		Kind  app.StopKind `db:"kind"`
		Code  int          `db:"code"`
		Ended bool         `db:"ended"`
	}
	if err := s.sel(ctx, &got, newsSQL); err != nil {
		return nil, err
	}
	out := make([]app.News, len(got))
	for i, r := range got {
		out[i] = app.News{Stop: r.ID, Kind: r.Kind, Code: r.Code, Ended: r.Ended}
	}
	return out, nil
}

// NewsHeard implements app.Newsroom.
func (s *DB) NewsHeard(ctx context.Context, n app.News) error {
	_, err := s.exec(ctx, heardSQL, n.Stop, n.Ended)
	return err
}
