package store

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
)

// promiseOrganizer is who looks after an item; the index promises_organizer begins with it.
const promiseOrganizer = `(CASE WHEN p.kind = 'promise' THEN p.owner_id ELSE p.to_id END)`

// What is found among contacts leads by two indexes to what they said or were promised; an array, since the planner would read the whole
// table for a subquery. Whose it is to look after is a filter.
const promisesFound = `p.id = ANY(ARRAY(SELECT f.id FROM reports fr JOIN promises f ON f.report_id = fr.id WHERE fr.contact_id = ANY(?)))`

// PromiseList implements page.Today.
func (s *DB) PromiseList(ctx context.Context, f page.PromiseFilter) ([]page.Promise, error) {
	var w where
	if f.Organizer != uuid.Nil {
		w.and(promiseOrganizer+" = ?", f.Organizer)
	}
	if f.Find != "" {
		who, err := s.found(ctx, f.Find)
		if err != nil {
			return nil, err
		}
		w.and(promisesFound, texts(who))
	}
	key := "p.due_on, p.id" // the index's own order: no day is last
	if f.Closed {
		key = "p.closed_at, p.id"
		w.and("p.closed_at IS NOT NULL")
		w.after(key, f.Backward, f.AfterAt, f.AfterID)
	} else {
		w.and("p.closed_at IS NULL")
		w.afterDay(f)
	}
	order := "ORDER BY " + key + " LIMIT ?"
	if f.Backward {
		order = "ORDER BY " + strings.ReplaceAll(key, ",", " DESC,") + " DESC LIMIT ?"
	}
	q := w.query(promiseSelect(), order, f.N)
	return s.promises(ctx, q, w.args...)
}

// afterDay continues a list by days, in which no day comes after every day.
func (w *where) afterDay(f page.PromiseFilter) {
	none := f.AfterOn == page.NoDay
	switch {
	case f.AfterID == uuid.Nil:
	case none && f.Backward:
		w.and("(p.due_on IS NOT NULL OR p.id < ?)", f.AfterID)
	case none:
		w.and("p.due_on IS NULL AND p.id > ?", f.AfterID)
	case f.Backward:
		w.and("(p.due_on, p.id) < (?::date, ?)", f.AfterOn, f.AfterID)
	default:
		w.and("((p.due_on, p.id) > (?::date, ?) OR p.due_on IS NULL)", f.AfterOn, f.AfterID)
	}
}

func openDebriefSelect() string {
	return `SELECT d.id, coalesce(w.name, '') AS staff, d.on_date::text AS on_date, d.closed_at IS NOT NULL AS closed,
  (SELECT count(*) FROM reports r WHERE r.organizer_id = d.organizer_id AND r.status = 'filed' AND r.debriefed_at IS NULL) AS reports,
  ` + pagePerson("o", "f", "o") + `
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
func (s *DB) OpenDebriefs(ctx context.Context, organizer uuid.UUID, n int) ([]page.OpenDebrief, error) {
	var w where
	w.and("d.closed_at IS NULL")
	if organizer != uuid.Nil {
		w.and("d.organizer_id = ?", organizer)
	}
	var got []openDebriefRow
	q := w.query(openDebriefSelect(), "ORDER BY d.on_date, d.id LIMIT ?", n)
	if err := s.sel(ctx, &got, q, w.args...); err != nil {
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
