package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
)

const (
	// Only while it still makes sense then; $4: not what was sent again before.
	resendSQL = `
INSERT INTO resends (message_id, phone_id, due_at, valid_until, why)
SELECT id, phone_id, $2, valid_until, $3 FROM messages WHERE id = $1 AND dir = {dir.out} AND valid_until > $2
  AND NOT ($4 AND again_of IS NOT NULL)
  ON CONFLICT (message_id) DO NOTHING`

	dueResendsSQL = `SELECT message_id, phone_id FROM resends WHERE due_at <= $1 ORDER BY due_at, message_id LIMIT 64`

	// Under the phones' locks, so that each lane keeps its order.
	takeResendsSQL = `DELETE FROM resends WHERE message_id = ANY($1) AND phone_id = ANY($2) RETURNING message_id, valid_until, why`

	remakeSQL = `
INSERT INTO messages (id, phone_id, person_id, dir, at, kind, body, lang, segments, encoding, prio, state, reason, unasked, exempt,
  any_hour, valid_until, cause_id,
  subject_kind, subject_id, subject_version, status, again_of)
SELECT r.new_id, m.phone_id, m.person_id, {dir.out}, r.at, m.kind, m.body, m.lang, m.segments, m.encoding, m.prio, {state.queued}, r.why,
  m.unasked, m.exempt,
  m.any_hour, r.valid_until, m.cause_id,
  m.subject_kind, m.subject_id, m.subject_version, {status.queued}, m.id
FROM json_to_recordset($1::json) AS r(id uuid, new_id uuid, why text, at timestamptz, valid_until timestamptz)
  JOIN messages m ON m.id = r.id WHERE m.body <> '' ORDER BY m.seq`
)

type resendRow struct {
	ID         uuid.UUID `db:"message_id" json:"id"`
	NewID      uuid.UUID `db:"-" json:"new_id"`
	Why        string    `db:"why" json:"why"`
	At         time.Time `db:"-" json:"at"`
	ValidUntil time.Time `db:"valid_until" json:"valid_until"`
}

// Again implements app.Outbox.
func (s *DB) Again(ctx context.Context, now time.Time) (phones []int64, err error) {
	err = inTx(ctx, s, func(t *tx) error {
		phones = nil
		var due []struct {
			ID    uuid.UUID `db:"message_id"`
			Phone int64     `db:"phone_id"`
		}
		if err := t.sel(ctx, &due, dueResendsSQL, now); err != nil || len(due) == 0 {
			return err
		}
		var ids []uuid.UUID
		var lanes []int64
		for _, d := range due {
			ids, lanes = append(ids, d.ID), append(lanes, d.Phone)
		}
		if err := t.sel(ctx, &phones, lockLanesSQL, pq.Array(lanes)); err != nil {
			return fmt.Errorf("lock lanes: %w", err)
		}
		var list []resendRow
		if err := t.sel(ctx, &list, takeResendsSQL, pq.Array(strs(ids)), pq.Array(phones)); err != nil {
			return fmt.Errorf("take what goes again: %w", err)
		}
		for i := range list {
			list[i].NewID, list[i].At = uuid.Must(uuid.NewV7()), now
		}
		_, err := all(ctx, t, "make again", remakeSQL, list)
		return err
	})
	return phones, err
}

// The texts on Today that can go again: refused, failed, or never known to have left. What they were refused with decides whether they may.
const failedTextsSQL = `
SELECT m.id, a.id AS need, m.error_code, m.state FROM attention a JOIN messages m ON m.id = a.message_id
WHERE a.kind = 'failed_text' AND a.closed_at IS NULL AND m.dir = {dir.out}
  AND (m.state IN ({state.rejected}, {state.unsettled}) OR m.status IN ({status.undelivered}, {status.failed}, {status.canceled}))
  AND ($1::uuid IS NULL OR a.id = $1) ORDER BY m.seq LIMIT 500`

// FailedTexts implements app.Outbox.
func (s *DB) FailedTexts(ctx context.Context, need uuid.UUID) ([]app.FailedText, error) {
	var got []struct {
		ID    uuid.UUID `db:"id"`
		Need  uuid.UUID `db:"need"`
		Code  int       `db:"error_code"`
		State sms.State `db:"state"`
	}
	if err := s.sel(ctx, &got, failedTextsSQL, idOrNil(need)); err != nil {
		return nil, err
	}
	out := make([]app.FailedText, len(got))
	for i, g := range got {
		out[i] = app.FailedText{ID: g.ID, Need: g.Need, Code: g.Code, Unsettled: g.State == sms.Unsettled}
	}
	return out, nil
}

const (
	staffResendSQL = `
INSERT INTO resends (message_id, phone_id, due_at, valid_until, why)
SELECT id, phone_id, $2, greatest(valid_until, $3), {why.sent_again} FROM messages
  WHERE id = ANY($1) AND dir = {dir.out} AND body <> '' AND (NOT unasked OR valid_until > $2) ON CONFLICT (message_id) DO NOTHING
RETURNING message_id`

	// An unsettled text that staff sent again is over: nothing looks for it any more.
	overSQL = `UPDATE messages SET state = {state.rejected}, status = CASE WHEN status_rank = {rank.none} THEN {status.failed} ELSE status END,
	  reason = reason || '; ' || {why.sent_again} WHERE id = ANY($1) AND state = {state.unsettled}`

	againClosedSQL = `UPDATE attention SET closed_at = $2, closed_by = $3, closed_word = {why.again}
	  WHERE kind = 'failed_text' AND message_id = ANY($1) AND closed_at IS NULL`
)

// SendAgain implements app.Outbox.
func (s *DB) SendAgain(ctx context.Context, now, until time.Time, ids []uuid.UUID, by uuid.UUID) (n int, err error) {
	err = inTx(ctx, s, func(t *tx) error {
		var taken []string
		if err := t.sel(ctx, &taken, staffResendSQL, pq.Array(strs(ids)), now, until); err != nil {
			return fmt.Errorf("send again: %w", err)
		}
		n = len(taken)
		if _, err := t.exec(ctx, overSQL, pq.Array(taken)); err != nil {
			return fmt.Errorf("end the old text: %w", err)
		}
		_, err := t.exec(ctx, againClosedSQL, pq.Array(taken), now, by)
		return err
	})
	return n, err
}
