package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
)

// missingSQL: what has been over for a day without a filed report, as everywhere that a page counts what is missing. Older than 60 days is
// history.
func missingSQL() string {
	return `SELECT m.id, r.id AS report_id, ` + pagePerson("o", "fo", "o") + `, coalesce(c.name, '') AS contact,
  coalesce(m.starts_at + make_interval(mins => m.minutes), m.created_at) AS ended
FROM meetings m JOIN people o ON o.id = m.organizer_id LEFT JOIN phones fo ON fo.id = o.phone_id LEFT JOIN people c ON c.id = m.contact_id
  LEFT JOIN reports r ON r.meeting_id = m.id
WHERE coalesce(m.starts_at, m.created_at) > $1::timestamptz - interval '60 days' AND coalesce(m.starts_at, m.created_at) <= $1
  AND m.status IN ('planned', 'confirmed', 'held') AND coalesce(r.status, 'draft') = 'draft'
  AND coalesce(m.starts_at + make_interval(mins => m.minutes), m.created_at) <= $1::timestamptz - interval '1 day'
ORDER BY o.name_folded, o.id, ended LIMIT $2`
}

// Missing implements page.Today.
func (s *DB) Missing(ctx context.Context, now time.Time, n int) ([]page.MissingReport, error) {
	var got []struct {
		ID       uuid.UUID     `db:"id"`
		ReportID nullID        `db:"report_id"`
		O        pagePersonRow `db:"o"`
		Contact  string        `db:"contact"`
		Ended    time.Time     `db:"ended"`
	}
	if err := s.sel(ctx, &got, missingSQL(), now, n); err != nil {
		return nil, err
	}
	out := make([]page.MissingReport, len(got))
	for i, r := range got {
		out[i] = page.MissingReport{
			MeetingID: r.ID, ReportID: r.ReportID.id(), Organizer: r.O.person(), Contact: r.Contact, Ended: r.Ended,
			Begun: r.ReportID.Valid,
		}
	}
	return out, nil
}

type pagePromiseRow struct {
	ID       uuid.UUID     `db:"id"`
	ReportID uuid.UUID     `db:"report_id"`
	Kind     string        `db:"kind"`
	What     string        `db:"what"`
	DueOn    sql.NullTime  `db:"due_on"`
	ClosedAt sql.NullTime  `db:"closed_at"`
	Outcome  string        `db:"outcome"`
	How      string        `db:"how"`
	O        pagePersonRow `db:"o"`
	To       string        `db:"to_name"`
}

func (r pagePromiseRow) promise() page.Promise {
	p := page.Promise{
		ID: r.ID, ReportID: r.ReportID, Kind: r.Kind, What: r.What, Owner: r.O.person(), To: r.To, ClosedAt: zero(r.ClosedAt),
		Outcome: change.Outcome(r.Outcome), How: r.How,
	}
	if r.DueOn.Valid {
		p.DueOn = r.DueOn.Time.Format(time.DateOnly)
	}
	return p
}

// A contact's commitment is the organizer's to look after: its text goes to the organizer's phone. After a hand-over that is another than
// who filed the report.
func promiseSelect() string {
	return `SELECT p.id, p.report_id, p.kind, p.what, p.due_on, p.closed_at, p.outcome, p.how, ` + pagePerson("o", "f", "o") + `,
  coalesce(c.name, '') AS to_name
FROM promises p JOIN reports r ON r.id = p.report_id JOIN people o ON o.id = coalesce(` + promiseOrganizer + `, r.organizer_id)
  LEFT JOIN phones f ON f.id = o.phone_id LEFT JOIN people c ON c.id = r.contact_id`
}

// Overdue implements page.Today.
func (s *DB) Overdue(ctx context.Context, today string, n int) ([]page.Promise, error) {
	return s.promises(ctx, promiseSelect()+` WHERE p.closed_at IS NULL AND p.due_on < $1::date ORDER BY p.due_on, p.id LIMIT $2`, today, n)
}

func (s *DB) promises(ctx context.Context, query string, args ...any) ([]page.Promise, error) {
	var got []pagePromiseRow
	if err := s.sel(ctx, &got, query, args...); err != nil {
		return nil, err
	}
	out := make([]page.Promise, len(got))
	for i, r := range got {
		out[i] = r.promise()
	}
	return out, nil
}

// PromiseOf implements page.Today.
func (s *DB) PromiseOf(ctx context.Context, id uuid.UUID) (page.Promise, error) {
	r, err := one[pagePromiseRow](ctx, s, promiseSelect()+` WHERE p.id = $1`, id)
	return r.promise(), err
}
