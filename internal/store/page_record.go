package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
)

// ReportsOn implements page.Record.
func (s *DB) ReportsOn(ctx context.Context, id uuid.UUID, n int) ([]page.ReportRow, error) {
	var got []pageReportRow
	if err := s.sel(ctx, &got, reportSelect()+` WHERE r.contact_id = $1 ORDER BY r.changed_at DESC, r.id DESC LIMIT $2`, id, n); err != nil {
		return nil, err
	}
	out := make([]page.ReportRow, len(got))
	for i, r := range got {
		out[i] = r.row()
	}
	return out, nil
}

// PromisesOf implements page.Record. They are had by the reports on somebody, each by its own index.
func (s *DB) PromisesOf(ctx context.Context, id uuid.UUID, n int) ([]page.Promise, error) {
	q := promiseSelect() + ` WHERE p.id = ANY(ARRAY(SELECT f.id FROM reports fr JOIN promises f ON f.report_id = fr.id
	  WHERE fr.contact_id = $1)) ORDER BY p.created_at DESC, p.id DESC LIMIT $2`
	return s.promises(ctx, q, id, n)
}

const eventsOfSQL = `SELECT e.id, e.title, e.starts_at, r.created_at, r.answer, r.attended,
  r.report_id IS NOT NULL AS told FROM rsvps r JOIN events e ON e.id = r.event_id
  WHERE r.person_id = $1 ORDER BY e.starts_at DESC, e.id LIMIT $2`

// EventsOf implements page.Record.
func (s *DB) EventsOf(ctx context.Context, id uuid.UUID, n int) ([]page.GuestAt, error) {
	var got []struct {
		ID       uuid.UUID    `db:"id"`
		Title    string       `db:"title"`
		At       time.Time    `db:"starts_at"`
		Said     sql.NullTime `db:"created_at"`
		Answer   string       `db:"answer"`
		Attended string       `db:"attended"`
		Told     bool         `db:"told"`
	}
	if err := s.sel(ctx, &got, eventsOfSQL, id, n); err != nil {
		return nil, err
	}
	out := make([]page.GuestAt, len(got))
	for i, r := range got {
		out[i] = page.GuestAt{Event: r.ID, Title: r.Title, At: r.At, SaidAt: zero(r.Said), Answer: r.Answer, Attended: r.Attended, Told: r.Told}
	}
	return out, nil
}

// MergedInto implements page.Record.
func (s *DB) MergedInto(ctx context.Context, id uuid.UUID) (uuid.UUID, error) {
	return one[uuid.UUID](ctx, s, `SELECT into_id FROM merges WHERE from_id = $1 AND undone_at IS NULL ORDER BY at DESC LIMIT 1`, id)
}

// Namesakes implements page.Record.
func (s *DB) Namesakes(ctx context.Context, id uuid.UUID, n int) ([]page.Person, error) {
	var got []struct {
		P pagePersonRow `db:"p"`
	}
	q := `SELECT ` + pagePerson("p", "f", "p") + ` FROM people p LEFT JOIN phones f ON f.id = p.phone_id
WHERE p.name_folded = (SELECT name_folded FROM people WHERE id = $1) AND p.id <> $1 AND p.erased_at IS NULL
  AND p.roles <@ ARRAY['contact']::text[] ORDER BY p.id LIMIT $2`
	if err := s.sel(ctx, &got, q, id, n); err != nil {
		return nil, err
	}
	out := make([]page.Person, len(got))
	for i, r := range got {
		out[i] = r.P.person()
	}
	return out, nil
}
