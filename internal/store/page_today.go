package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/sms"
)

const needSQL = `SELECT a.id, a.kind, a.subject_kind, a.subject_id, coalesce(a.phone_id, 0) AS phone_id, coalesce(f.phone, '') AS phone,
  coalesce(p.name, o.name, '') AS who, a.note, coalesce(m.body, '') AS words, coalesce(m.dir = 2, false) AS out, coalesce(m.error_code, 0) AS error_code,
  a.at, coalesce(t.name, '') AS taken_by, t.id AS taken_by_id, a.taken_at, a.put_off_until
FROM attention a LEFT JOIN phones f ON f.id = a.phone_id LEFT JOIN messages m ON m.id = a.message_id LEFT JOIN people p ON p.id = m.person_id
  LEFT JOIN LATERAL (SELECT q.name FROM people q WHERE q.phone_id = a.phone_id AND q.erased_at IS NULL ORDER BY q.id LIMIT 1) o ON true
  LEFT JOIN people t ON t.id = a.taken_by`

type needRow struct {
	ID          uuid.UUID    `db:"id"`
	Kind        string       `db:"kind"`
	SubjectKind string       `db:"subject_kind"`
	SubjectID   uuid.UUID    `db:"subject_id"`
	PhoneID     int64        `db:"phone_id"`
	Phone       string       `db:"phone"`
	Who         string       `db:"who"`
	Note        string       `db:"note"`
	Words       string       `db:"words"`
	Out         bool         `db:"out"`
	ErrorCode   int          `db:"error_code"`
	At          time.Time    `db:"at"`
	TakenBy     string       `db:"taken_by"`
	TakenByID   nullID       `db:"taken_by_id"`
	TakenAt     sql.NullTime `db:"taken_at"`
	PutOffUntil sql.NullTime `db:"put_off_until"`
}

// Open implements page.Attention.
func (s *DB) Open(ctx context.Context, now time.Time, n int) ([]page.Need, error) {
	return s.needs(ctx, needSQL+` WHERE a.closed_at IS NULL AND (a.put_off_until IS NULL OR a.put_off_until <= $1) ORDER BY a.kind <> 'sending_stopped', a.at, a.id LIMIT $2`, now, n)
}

// PutOff implements page.Attention.
func (s *DB) PutOff(ctx context.Context, now time.Time, n int) ([]page.Need, error) {
	return s.needs(ctx, needSQL+` WHERE a.closed_at IS NULL AND a.put_off_until > $1 ORDER BY a.put_off_until, a.id LIMIT $2`, now, n)
}

func (s *DB) needs(ctx context.Context, query string, args ...any) ([]page.Need, error) {
	var got []needRow
	if err := s.sel(ctx, &got, query, args...); err != nil {
		return nil, err
	}
	out := make([]page.Need, len(got))
	for i, r := range got {
		phone, _ := sms.PhoneFromE164(r.Phone) // none when the sender is no phone
		out[i] = page.Need{
			ID: r.ID, Kind: r.Kind, SubjectKind: r.SubjectKind, SubjectID: r.SubjectID, PhoneID: r.PhoneID, Phone: phone, Who: r.Who, Note: r.Note, Words: r.Words,
			Out: r.Out, ErrorCode: r.ErrorCode, At: r.At, TakenBy: r.TakenBy, TakenByID: r.TakenByID.id(), TakenAt: zero(r.TakenAt), PutOffUntil: zero(r.PutOffUntil),
		}
	}
	return out, nil
}

// Take implements page.Attention.
func (s *DB) Take(ctx context.Context, id, by, from uuid.UUID, now time.Time) error {
	n, err := s.exec(ctx, `UPDATE attention SET taken_by = $2, taken_at = CASE WHEN $2::uuid IS NULL THEN NULL ELSE $3::timestamptz END
WHERE id = $1 AND closed_at IS NULL AND taken_by IS NOT DISTINCT FROM $4`, id, idOrNil(by), now, idOrNil(from))
	if err != nil || n > 0 {
		return err
	}
	open, err := one[bool](ctx, s, `SELECT EXISTS (SELECT FROM attention WHERE id = $1 AND closed_at IS NULL)`, id)
	if err == nil && open {
		return app.ErrConflict
	}
	return notFoundWhenNone(0, err)
}

// Later implements page.Attention.
func (s *DB) Later(ctx context.Context, id uuid.UUID, until time.Time) error {
	return notFoundWhenNone(s.exec(ctx, `UPDATE attention SET put_off_until = $2 WHERE id = $1 AND closed_at IS NULL`, id, timeOrNil(until)))
}

// Done implements page.Attention.
func (s *DB) Done(ctx context.Context, id, by uuid.UUID, word string, now time.Time) error {
	return notFoundWhenNone(s.exec(ctx, `UPDATE attention SET closed_at = $4, closed_by = $2, closed_word = $3 WHERE id = $1 AND closed_at IS NULL`, id, by, word, now))
}

// missingSQL: what is over without a word of how it went for a day, or was held, or has a draft begun. Older than 60 days is history.
func missingSQL() string {
	return `SELECT m.id, r.id AS report_id, ` + pagePerson("o", "fo", "o") + `, coalesce(c.name, '') AS contact,
  coalesce(m.starts_at + make_interval(mins => m.minutes), m.created_at) AS ended
FROM meetings m JOIN people o ON o.id = m.organizer_id LEFT JOIN phones fo ON fo.id = o.phone_id LEFT JOIN people c ON c.id = m.contact_id
  LEFT JOIN reports r ON r.meeting_id = m.id
WHERE coalesce(m.starts_at, m.created_at) > $1::timestamptz - interval '60 days' AND coalesce(m.starts_at, m.created_at) <= $1
  AND m.status IN ('planned', 'confirmed', 'held') AND coalesce(r.status, 'draft') = 'draft'
  AND coalesce(m.starts_at + make_interval(mins => m.minutes), m.created_at) < $1
ORDER BY lower(o.name), o.id, ended LIMIT $2`
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
		out[i] = page.MissingReport{MeetingID: r.ID, ReportID: r.ReportID.id(), Organizer: r.O.person(), Contact: r.Contact, Ended: r.Ended, Begun: r.ReportID.Valid}
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
	How      string        `db:"how"`
	O        pagePersonRow `db:"o"`
	To       string        `db:"to_name"`
}

func (r pagePromiseRow) promise() page.Promise {
	p := page.Promise{ID: r.ID, ReportID: r.ReportID, Kind: r.Kind, What: r.What, Owner: r.O.person(), To: r.To, ClosedAt: zero(r.ClosedAt), How: r.How}
	if r.DueOn.Valid {
		p.DueOn = r.DueOn.Time.Format(time.DateOnly)
	}
	return p
}

// A contact's commitment is the organizer's to look after: its text goes to the organizer's phone. After a hand-over that is another than who
// filed the report.
func promiseSelect() string {
	return `SELECT p.id, p.report_id, p.kind, p.what, p.due_on, p.closed_at, p.how, ` + pagePerson("o", "f", "o") + `, coalesce(c.name, '') AS to_name
FROM promises p JOIN reports r ON r.id = p.report_id JOIN people o ON o.id = coalesce(` + promiseOrganizer + `, r.organizer_id) LEFT JOIN phones f ON f.id = o.phone_id LEFT JOIN people c ON c.id = r.contact_id`
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
