package store

import (
	"context"
	"strconv"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
)

const editPersonSQL = `UPDATE people SET name = $3, preferred_name = $4, email = $5, language = $6, zone = $7, best_way = $8,
  access_needs = $9, dietary_needs = $10, relationship = $11,
  tags = $12, organizer_id = $13, version = version + 1
WHERE id = $1 AND version = $2 AND erased_at IS NULL`

const assessSQL = `UPDATE people SET assessment = $2, next_step = $3, version = version + 1 WHERE id = $1 AND erased_at IS NULL`

const assessedLineSQL = `INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, actor_id, what, note)
  VALUES ($1, 'person', $2, $3, 'staff', $4, $5, $6)`

const staffLineSQL = `INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, actor_id, what, note)
  VALUES ($1, 'person', $2, $3, 'staff', $4, $5, '')`

// inTx is InTx for what only this package does.
func (s *DB) inTx(ctx context.Context, fn func(*tx) error) error {
	return s.InTx(ctx, func(t app.Tx) error { return fn(t.(*tx)) }) //nolint:forcetypeassert // InTx hands no other
}

// EditPerson implements app.Office. The phones are locked before the person, as steps lock them.
func (s *DB) EditPerson(ctx context.Context, e app.Edit) error {
	return s.inTx(ctx, func(t *tx) error {
		if e.SetPhone {
			if err := t.lockPhones(ctx, e); err != nil {
				return err
			}
		}
		n, err := t.exec(ctx, editPersonSQL, e.ID, e.Version, e.Name, e.Preferred, e.Email, string(e.Language), e.Zone, e.BestWay,
			e.AccessNeeds, e.DietaryNeeds, e.Relationship,
			texts(e.Tags), idOrNil(e.OrganizerID))
		if err != nil {
			return err
		}
		if n == 0 {
			return app.ErrConflict
		}
		if _, err := t.exec(ctx, staffLineSQL, e.Line, e.ID, e.At, e.By, string(change.RecordChanged)); err != nil || !e.SetPhone {
			return err
		}
		return t.rephone(ctx, e)
	})
}

// Assess implements app.Office.
func (s *DB) Assess(ctx context.Context, a app.Assessment) error {
	return s.inTx(ctx, func(t *tx) error {
		n, err := t.exec(ctx, assessSQL, a.ID, a.Level, a.NextStep)
		if err != nil {
			return err
		}
		if n == 0 {
			return app.ErrNotFound
		}
		note := "next step"
		if a.Level > 0 {
			note = "assessment " + strconv.Itoa(a.Level)
		}
		_, err = t.exec(ctx, assessedLineSQL, a.Line, a.ID, a.At, a.By, string(change.RecordChanged), note)
		return err
	})
}
