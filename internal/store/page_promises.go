package store

import (
	"context"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
)

// OpenPromises implements page.Today.
func (s *DB) OpenPromises(ctx context.Context, after page.PromisePlace, n int) ([]page.Promise, error) {
	const listed = ` ORDER BY p.due_on, p.id LIMIT ` // the index's own order: no day is last
	switch {
	case after.ID == uuid.Nil:
		return s.promises(ctx, promiseSelect()+` WHERE p.closed_at IS NULL`+listed+`$1`, n)
	case after.DueOn == page.NoDay:
		return s.promises(ctx, promiseSelect()+` WHERE p.closed_at IS NULL AND p.due_on IS NULL AND p.id > $1`+listed+`$2`, after.ID, n)
	}
	return s.promises(ctx, promiseSelect()+` WHERE p.closed_at IS NULL AND ((p.due_on, p.id) > ($1::date, $2) OR p.due_on IS NULL)`+listed+`$3`, after.DueOn, after.ID, n)
}

func openDebriefSelect() string {
	return `SELECT d.id, coalesce(w.name, '') AS staff, d.on_date::text AS on_date, d.closed_at IS NOT NULL AS closed,
  (SELECT count(*) FROM reports r WHERE r.organizer_id = d.organizer_id AND r.status = 'filed' AND r.debriefed_at IS NULL) AS reports, ` + pagePerson("o", "f", "o") + `
FROM debriefs d JOIN people o ON o.id = d.organizer_id LEFT JOIN phones f ON f.id = o.phone_id LEFT JOIN people w ON w.id = d.staff_id`
}

type openDebriefRow struct {
	ID      uuid.UUID     `db:"id"`
	Staff   string        `db:"staff"`
	On      string        `db:"on_date"`
	Closed  bool          `db:"closed"`
	Reports int           `db:"reports"`
	O       pagePersonRow `db:"o"`
}

func (r openDebriefRow) debrief() page.OpenDebrief {
	return page.OpenDebrief{ID: r.ID, Organizer: r.O.person(), Staff: r.Staff, On: r.On, Reports: r.Reports, Closed: r.Closed}
}

// OpenDebriefs implements page.Today.
func (s *DB) OpenDebriefs(ctx context.Context, n int) ([]page.OpenDebrief, error) {
	var got []openDebriefRow
	if err := s.sel(ctx, &got, openDebriefSelect()+` WHERE d.closed_at IS NULL ORDER BY d.on_date, d.id LIMIT $1`, n); err != nil {
		return nil, err
	}
	out := make([]page.OpenDebrief, len(got))
	for i, r := range got {
		out[i] = r.debrief()
	}
	return out, nil
}

// DebriefOf implements page.Today.
func (s *DB) DebriefOf(ctx context.Context, id uuid.UUID) (page.OpenDebrief, error) {
	r, err := one[openDebriefRow](ctx, s, openDebriefSelect()+` WHERE d.id = $1`, id)
	return r.debrief(), err
}
