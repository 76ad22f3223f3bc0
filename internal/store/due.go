package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// The oldest due rows first, then one a phone: a second row of the same phone is decided upon after what the first one did. How many are
// looked at is written out: of a parameter the planner would think a tenth of the table.
const dueSQL = `
SELECT o.*, (SELECT f.phone FROM phones f WHERE f.id = o.phone_id) AS phone FROM (
  SELECT DISTINCT ON (d.phone_id) d.* FROM (
    SELECT id, version, phone_id, person_id, subject_kind, subject_id, subject_version, rule, occurrence, due_at, valid_until, cause_id,
    reason, data FROM planned
    WHERE state = 'planned' AND due_at <= $1 ORDER BY due_at, id LIMIT {due.looked}) d
    ORDER BY d.phone_id, d.due_at, d.id) o
ORDER BY due_at, id LIMIT $2`

type plannedRow struct {
	ID         uuid.UUID    `db:"id"`
	Version    int          `db:"version"`
	PhoneID    int64        `db:"phone_id"`
	PersonID   uuid.UUID    `db:"person_id"`
	Kind       string       `db:"subject_kind"`
	SubjectID  uuid.UUID    `db:"subject_id"`
	SubjectV   int          `db:"subject_version"`
	Rule       string       `db:"rule"`
	Occurrence string       `db:"occurrence"`
	DueAt      time.Time    `db:"due_at"`
	ValidUntil sql.NullTime `db:"valid_until"`
	CauseID    nullID       `db:"cause_id"`
	Reason     string       `db:"reason"`
	Data       []byte       `db:"data"`
	Phone      string       `db:"phone"`
}

// Due implements app.Schedule.
func (s *DB) Due(ctx context.Context, now time.Time, limit int) ([]app.DueRow, error) {
	var got []plannedRow
	if err := s.sel(ctx, &got, dueSQL, now, limit); err != nil {
		return nil, err
	}
	out := make([]app.DueRow, 0, len(got))
	for _, r := range got {
		p, err := sms.PhoneFromE164(r.Phone)
		if err != nil {
			return nil, fmt.Errorf("due %s: %w", r.ID, err)
		}
		out = append(out, app.DueRow{Phone: p, Plan: world.Planned{
			ID: r.ID, Version: r.Version, PersonID: r.PersonID, SubjectID: r.SubjectID, Rule: r.Rule,
			Subject:    change.Subject{Kind: change.SubjectKind(r.Kind), ID: r.SubjectID, Version: r.SubjectV},
			Occurrence: r.Occurrence, DueAt: r.DueAt, ValidUntil: zero(r.ValidUntil), Cause: r.CauseID.id(), Reason: r.Reason, Data: r.Data,
		}})
	}
	return out, nil
}

// StillDue implements app.Tx.
func (t *tx) StillDue(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]int, error) {
	var got []struct {
		ID      uuid.UUID `db:"id"`
		Version int       `db:"version"`
	}
	if err := t.sel(ctx, &got, `SELECT id, version FROM planned WHERE id = ANY($1) AND state = 'planned'`, pq.Array(strs(ids))); err != nil {
		return nil, fmt.Errorf("still due: %w", err)
	}
	out := make(map[uuid.UUID]int, len(got))
	for _, r := range got {
		out[r.ID] = r.Version
	}
	return out, nil
}

// Every column that is a wait of the system stands in this query; a test refuses a schema with one that does not.
const nextDueSQL = `
SELECT at, what FROM (
  (SELECT due_at AS at, 'planned ' || rule || ' ' || id AS what FROM planned WHERE state = 'planned' ORDER BY due_at, id LIMIT 1)
  UNION ALL
  (SELECT retry_at, 'text ' || id || ' at ' || retry_at FROM messages WHERE state = {state.queued} AND retry_at IS NOT NULL
     AND NOT EXISTS (SELECT FROM stops s WHERE s.ended_at IS NULL AND s.retry_at > messages.retry_at) ORDER BY retry_at LIMIT 1)
  UNION ALL
  (SELECT due_at, 'again ' || message_id FROM resends ORDER BY due_at, message_id LIMIT 1)
  UNION ALL
  (SELECT retry_at, 'stop ' || id || ' at ' || retry_at FROM stops
  WHERE ended_at IS NULL AND EXISTS (SELECT FROM messages WHERE state = {state.queued}))) w
ORDER BY at LIMIT 1`

// NextDue implements app.Schedule.
func (s *DB) NextDue(ctx context.Context) (time.Time, string, bool, error) {
	var got []struct {
		At   time.Time `db:"at"`
		What string    `db:"what"`
	}
	if err := s.sel(ctx, &got, nextDueSQL); err != nil || len(got) == 0 {
		return time.Time{}, "", false, err
	}
	return got[0].At, got[0].What, true, nil
}

const atRestSQL = `
SELECT coalesce(
  (SELECT format({rest.state}, id, CASE state WHEN {state.sending} THEN 'sending' ELSE 'unknown' END) FROM messages
     WHERE state IN ({state.in_flight}) LIMIT 1),
  (SELECT format({rest.state}, m.id, 'queued') FROM messages m WHERE m.state = {state.queued} AND (m.retry_at IS NULL OR m.retry_at <= $1)
     AND NOT EXISTS (SELECT FROM messages b WHERE b.phone_id = m.phone_id AND b.state = {state.queued} AND b.seq < m.seq)
     AND NOT EXISTS (SELECT FROM stops WHERE ended_at IS NULL AND retry_at > $1) LIMIT 1),
  (SELECT format({rest.again}, message_id) FROM resends WHERE due_at <= $1 LIMIT 1),
  (SELECT format({rest.planned}, rule, id) FROM planned WHERE state = 'planned' AND due_at <= $1 LIMIT 1),
  '') AS what, (SELECT last_value FROM message_seq) + (SELECT count(*) FROM planned WHERE state <> 'planned') AS mark`

// AtRest implements app.Schedule.
func (s *DB) AtRest(ctx context.Context, now time.Time) (string, int64, error) {
	var got []struct {
		What string `db:"what"`
		Mark int64  `db:"mark"`
	}
	if err := s.sel(ctx, &got, atRestSQL, now); err != nil {
		return "", 0, err
	}
	return got[0].What, got[0].Mark, nil
}

// What one inbound text caused: its row, the texts it caused and those that they caused, and what it planned for now.
const causeAtRestSQL = `
WITH RECURSIVE caused AS (
  SELECT id FROM messages WHERE id = $2
  UNION SELECT m.id FROM messages m JOIN caused c ON m.cause_id = c.id)
SELECT coalesce(
  (SELECT format({rest.inbound}, $2::uuid) WHERE NOT EXISTS (SELECT FROM messages WHERE id = $2)),
  (SELECT 'text ' || m.id FROM messages m JOIN caused c ON c.id = m.id
  WHERE m.state IN ({state.queued}, {state.in_flight}) AND (m.retry_at IS NULL OR m.retry_at <= $1)
     AND NOT (m.state = {state.queued} AND EXISTS (SELECT FROM stops WHERE ended_at IS NULL AND retry_at > $1)) LIMIT 1),
  (SELECT 'planned ' || p.rule || ' ' || p.id FROM planned p JOIN caused c ON p.cause_id = c.id
  WHERE p.state = 'planned' AND p.due_at <= $1 LIMIT 1), '')`

// CauseAtRest implements app.Schedule.
func (s *DB) CauseAtRest(ctx context.Context, now time.Time, cause uuid.UUID) (string, error) {
	var got []string
	if err := s.sel(ctx, &got, causeAtRestSQL, now, cause); err != nil {
		return "", err
	}
	return got[0], nil
}

// SilenceEnds implements app.Schedule.
func (s *DB) SilenceEnds(ctx context.Context, cause uuid.UUID) (time.Time, bool, error) {
	var got []time.Time
	err := s.sel(ctx, &got, `SELECT due_at FROM planned WHERE cause_id = $1 AND rule = 'next_question' AND state = 'planned'`, cause)
	if err != nil || len(got) == 0 {
		return time.Time{}, false, err
	}
	return got[0], true, nil
}

// InboundMessage implements app.Schedule.
func (s *DB) InboundMessage(ctx context.Context, sid string) (uuid.UUID, error) {
	var got []uuid.UUID
	if err := s.sel(ctx, &got, `SELECT message_id FROM inbound WHERE sid = $1`, sid); err != nil {
		return uuid.Nil, err
	}
	if len(got) == 0 {
		return uuid.Nil, app.ErrNotFound
	}
	return got[0], nil
}
