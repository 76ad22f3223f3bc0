package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// needSQL reads a row with what it is about: the text, whose phone it is, and the record behind its subject, each by its key (LIMIT 1:
// never by reading a table). Where a contact wrote
// around the hour the row names the one-on-one, on the organizer's phone: the contact, and what they wrote, come first.
const needSQL = `SELECT a.id, a.kind, a.subject_kind, a.subject_id, coalesce(f.id, 0) AS phone_id, coalesce(f.phone, '') AS phone,
  coalesce(f.consent, {consent.unknown}) AS consent, coalesce(f.reach_bad, false) AS reach_bad, coalesce(f.locked, false) AS locked,
  f.inbound_at AS wrote_at,
  coalesce(p.name, CASE WHEN k.wrote THEN c.name END, o.name, c.name, g.name, '') AS who,
  coalesce(p.id, CASE WHEN k.wrote THEN c.id END, o.id, c.id, g.id) AS who_id,
  coalesce(p.roles, CASE WHEN k.wrote THEN c.roles END, o.roles, c.roles, g.roles, '{}') AS roles,
  a.note, coalesce(m.body, x.body, '') AS words, coalesce(m.dir = {dir.out}, false) AS out, coalesce(m.error_code, 0) AS error_code,
  coalesce(m.state = {state.unsettled}, false) AS unsettled, CASE WHEN m.unasked THEN m.valid_until END AS again_until,
  coalesce(m.dir = {dir.out} AND m.body <> '' AND (m.state IN ({state.rejected}, {state.unsettled})
    OR m.status IN ({status.undelivered}, {status.failed}, {status.canceled}))
    AND NOT EXISTS (SELECT FROM resends n WHERE n.message_id = m.id), false) AS again,
  a.at, coalesce(t.name, '') AS taken_by, t.id AS taken_by_id, a.taken_at, a.put_off_until,
  coalesce(g.name, '') AS organizer, coalesce(c.name, '') AS contact, coalesce(q.what, e.title, '') AS what, coalesce(w.starts_at,
  e.starts_at) AS about_at,
  coalesce(q.due_on::text, '') AS due_on, coalesce(q.report_id, r.id) AS report_id, a.closed_at, coalesce(z.name, '') AS closed_by,
  a.closed_word
FROM attention a CROSS JOIN LATERAL (SELECT a.kind = 'needs_answer' AND a.subject_kind = 'meeting' AND a.message_id IS NULL AS wrote) k
  LEFT JOIN messages m ON m.id = a.message_id LEFT JOIN people p ON p.id = m.person_id
  LEFT JOIN LATERAL (SELECT q.id, q.name, q.roles FROM people q WHERE q.phone_id = a.phone_id AND q.erased_at IS NULL ORDER BY q.id
  LIMIT 1) o ON true
  LEFT JOIN people t ON t.id = a.taken_by LEFT JOIN people z ON z.id = a.closed_by
  LEFT JOIN LATERAL (SELECT * FROM promises y WHERE a.subject_kind = 'promise' AND y.id = a.subject_id LIMIT 1) q ON true
  LEFT JOIN LATERAL (SELECT * FROM reports y WHERE a.subject_kind IN ('report', 'promise') AND y.id = coalesce(q.report_id, a.subject_id)
  LIMIT 1) r ON true
  LEFT JOIN LATERAL (SELECT * FROM meetings y WHERE a.subject_kind IN ('meeting', 'report', 'promise')
  AND y.id = coalesce(r.meeting_id, a.subject_id) LIMIT 1) w ON true
  LEFT JOIN LATERAL (SELECT * FROM events y WHERE a.subject_kind = 'event' AND y.id = a.subject_id LIMIT 1) e ON true
  LEFT JOIN people g ON g.id = coalesce(w.organizer_id, r.organizer_id) LEFT JOIN people c ON c.id = coalesce(w.contact_id, r.contact_id)
  LEFT JOIN LATERAL (SELECT y.body FROM messages y WHERE k.wrote AND y.phone_id = c.phone_id AND y.dir = {dir.in} AND y.at <= a.at
  ORDER BY y.seq DESC LIMIT 1) x ON true
  LEFT JOIN phones f ON f.id = CASE WHEN k.wrote THEN c.phone_id ELSE a.phone_id END`

type needRow struct {
	ID          uuid.UUID      `db:"id"`
	Kind        matter.Kind    `db:"kind"`
	SubjectKind string         `db:"subject_kind"`
	SubjectID   uuid.UUID      `db:"subject_id"`
	PhoneID     int64          `db:"phone_id"`
	Phone       string         `db:"phone"`
	Consent     int16          `db:"consent"`
	ReachBad    bool           `db:"reach_bad"`
	Locked      bool           `db:"locked"`
	WroteAt     sql.NullTime   `db:"wrote_at"`
	Who         string         `db:"who"`
	WhoID       nullID         `db:"who_id"`
	Roles       pq.StringArray `db:"roles"`
	Note        string         `db:"note"`
	Words       string         `db:"words"`
	Out         bool           `db:"out"`
	ErrorCode   int            `db:"error_code"`
	Unsettled   bool           `db:"unsettled"`
	Again       bool           `db:"again"`
	AgainUntil  sql.NullTime   `db:"again_until"`
	At          time.Time      `db:"at"`
	TakenBy     string         `db:"taken_by"`
	TakenByID   nullID         `db:"taken_by_id"`
	TakenAt     sql.NullTime   `db:"taken_at"`
	PutOffUntil sql.NullTime   `db:"put_off_until"`
	Organizer   string         `db:"organizer"`
	Contact     string         `db:"contact"`
	What        string         `db:"what"`
	AboutAt     sql.NullTime   `db:"about_at"`
	DueOn       string         `db:"due_on"`
	ReportID    nullID         `db:"report_id"`
	ClosedAt    sql.NullTime   `db:"closed_at"`
	ClosedBy    string         `db:"closed_by"`
	Word        string         `db:"closed_word"`
}

func (r needRow) need() page.Need {
	phone, _ := sms.PhoneFromE164(r.Phone) // none when the sender is no phone
	n := page.Need{
		ID: r.ID, Kind: r.Kind, SubjectKind: r.SubjectKind, SubjectID: r.SubjectID, PhoneID: r.PhoneID, Phone: phone, Who: r.Who,
		WhoID: r.WhoID.id(), Note: r.Note, Words: r.Words,
		Out: r.Out, ErrorCode: r.ErrorCode, Again: r.Again, Unsettled: r.Unsettled, AgainUntil: zero(r.AgainUntil), At: r.At,
		TakenBy: r.TakenBy, TakenByID: r.TakenByID.id(), TakenAt: zero(r.TakenAt),
		PutOffUntil: zero(r.PutOffUntil),
		About: page.About{
			Organizer: r.Organizer, Contact: r.Contact, What: r.What, At: zero(r.AboutAt), On: r.DueOn, Report: r.ReportID.id(),
		},
		ClosedAt: zero(r.ClosedAt), ClosedBy: r.ClosedBy, Word: r.Word,
	}
	for _, role := range rolesOf(r.Roles) {
		n.Works = n.Works || role != person.Contact
		n.To.Works = n.To.Works || role == person.Organizer || role == person.Staff || role == person.Admin
	}
	n.To.Phone, n.To.Consent, n.To.ReachBad, n.To.Locked = phone, person.Consent(r.Consent), r.ReachBad, r.Locked
	n.To.WroteAt = zero(r.WroteAt)
	return n
}

// openNeeds are the conditions of what is open now and whose it is.
func openNeeds(now time.Time, f page.NeedFilter) where {
	var w where
	w.and("a.closed_at IS NULL")
	w.and("(a.put_off_until IS NULL OR a.put_off_until <= ?)", now)
	if f.Mine != uuid.Nil {
		w.and("a.taken_by = ?", f.Mine)
	}
	if f.Nobody {
		w.and("a.taken_by IS NULL")
	}
	return w
}

// Open implements page.Attention.
func (s *DB) Open(ctx context.Context, now time.Time, f page.NeedFilter) ([]page.Need, error) {
	w := openNeeds(now, f)
	if len(f.Kinds) > 0 {
		w.and("a.kind = ANY(?)", texts(f.Kinds))
	}
	if len(f.Except) > 0 {
		w.and("a.kind <> ALL(?)", texts(f.Except))
	}
	w.after("a.at, a.id", true, f.AfterAt, f.AfterID)
	return s.needs(ctx, w.query(needSQL, "ORDER BY a.at DESC, a.id DESC LIMIT ?", f.N), w.args...)
}

// OpenCounts implements page.Attention.
func (s *DB) OpenCounts(ctx context.Context, now time.Time, f page.NeedFilter) (map[matter.Kind]int, error) {
	w := openNeeds(now, f)
	var got []struct {
		Kind matter.Kind `db:"kind"`
		N    int         `db:"n"`
	}
	if err := s.sel(ctx, &got, w.query(`SELECT a.kind, count(*) AS n FROM attention a`, "GROUP BY a.kind"), w.args...); err != nil {
		return nil, err
	}
	out := make(map[matter.Kind]int, len(got))
	for _, r := range got {
		out[r.Kind] = r.N
	}
	return out, nil
}

// PutOff implements page.Attention.
func (s *DB) PutOff(ctx context.Context, now time.Time, n int) ([]page.Need, error) {
	return s.needs(ctx, needSQL+` WHERE a.closed_at IS NULL AND a.put_off_until > $1 ORDER BY a.put_off_until, a.id LIMIT $2`, now, n)
}

// Closed implements page.Attention.
func (s *DB) Closed(ctx context.Context, afterAt time.Time, afterID uuid.UUID, n int) ([]page.Need, error) {
	var w where
	w.and("a.closed_by IS NOT NULL")
	w.after("a.closed_at, a.id", true, afterAt, afterID)
	return s.needs(ctx, w.query(needSQL, "ORDER BY a.closed_at DESC, a.id DESC LIMIT ?", n), w.args...)
}

func (s *DB) needs(ctx context.Context, query string, args ...any) ([]page.Need, error) {
	var got []needRow
	if err := s.sel(ctx, &got, query, args...); err != nil {
		return nil, err
	}
	out := make([]page.Need, len(got))
	for i, r := range got {
		out[i] = r.need()
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
	return notFoundWhenNone(s.exec(ctx, `UPDATE attention SET put_off_until = $2 WHERE id = $1 AND closed_at IS NULL
	  AND kind <> 'sending_stopped'`, id, timeOrNil(until)))
}

// Done implements page.Attention. That no text leaves is said for as long as it is so: its row closes by itself.
func (s *DB) Done(ctx context.Context, id, by uuid.UUID, word string, now time.Time) error {
	return notFoundWhenNone(s.exec(ctx, `UPDATE attention SET closed_at = $4, closed_by = $2, closed_word = $3
	  WHERE id = $1 AND closed_at IS NULL AND kind <> 'sending_stopped'`, id, by, word, now))
}

// Reopen implements page.Attention. What closed by itself stays closed: it is done.
func (s *DB) Reopen(ctx context.Context, id uuid.UUID) error {
	err := notFoundWhenNone(s.exec(ctx, `UPDATE attention SET closed_at = NULL, closed_by = NULL, closed_word = '', put_off_until = NULL
	  WHERE id = $1 AND closed_by IS NOT NULL`, id))
	if errors.Is(err, app.ErrRefused) { // the index of what is open holds one of each
		return app.ErrConflict
	}
	return err
}
