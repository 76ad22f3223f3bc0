package store

import (
	"context"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
)

const (
	viewsSQL = `SELECT id, person_id AS person, page, query, name FROM views WHERE person_id = $1 ORDER BY lower(name), id`

	keepViewSQL = `INSERT INTO views (id, person_id, page, name, query, words, made_at)
SELECT $1, $2, $3, $4, $5, $6, $7 WHERE (SELECT count(*) FROM views WHERE person_id = $2) < $8
  OR EXISTS (SELECT FROM views WHERE person_id = $2 AND page = $3 AND name = $4)
ON CONFLICT (person_id, page, name) DO UPDATE SET query = excluded.query, words = excluded.words, made_at = excluded.made_at`
)

// Views implements staff.Store.
func (s *DB) Views(ctx context.Context, person uuid.UUID) ([]staff.View, error) {
	var out []staff.View
	return out, s.sel(ctx, &out, viewsSQL, person)
}

// KeepView implements staff.Store.
func (s *DB) KeepView(ctx context.Context, v staff.View) error {
	n, err := s.exec(ctx, keepViewSQL, v.ID, v.Person, v.Page, v.Name, v.Query, v.Words, v.At, staff.MostViews)
	if err == nil && n == 0 {
		return staff.ErrManyViews
	}
	return err
}

// DropView implements staff.Store.
func (s *DB) DropView(ctx context.Context, person, id uuid.UUID) error {
	n, err := s.exec(ctx, `DELETE FROM views WHERE id = $2 AND person_id = $1`, person, id)
	if err == nil && n == 0 {
		return app.ErrNotFound
	}
	return err
}

// SetGoal implements app.Office.
func (s *DB) SetGoal(ctx context.Context, organizer uuid.UUID, n int) error {
	did, err := s.exec(ctx, `UPDATE people SET weekly_goal = $2 WHERE id = $1 AND 'organizer' = ANY(roles) AND erased_at IS NULL`,
		organizer, n)
	if err == nil && did == 0 {
		return app.ErrNotFound
	}
	return err
}
