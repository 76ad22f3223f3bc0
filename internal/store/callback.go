package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
)

const (
	callbackInsertSQL = `
INSERT INTO callbacks (id, message_id, sid, status, code, form, at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (sid, status, code) DO NOTHING`

	// By our own id first: it came in the URL that we gave; the number must be the one we texted.
	callbackRowSQL = `
SELECT m.id, m.phone_id, f.phone, coalesce(m.sid, '') AS sid, m.state, m.attempt FROM messages m JOIN phones f ON f.id = m.phone_id
WHERE m.dir = 2 AND ((m.id = $1 AND f.phone = $2) OR m.sid = $3) ORDER BY (m.id = $1) DESC LIMIT 1`

	bindSQL = `UPDATE messages SET state = 4, sid = $2, sent_at = coalesce(sent_at, $3), unknown_at = NULL WHERE id = $1 AND sid IS NULL AND state <> 5`

	forwardSQL = `
UPDATE messages SET status = $2, status_rank = $3, error_code = CASE WHEN $4 <> 0 THEN $4 ELSE error_code END WHERE id = $1 AND status_rank < $3`
)

const unsettled = 7 // messages.state

type callbackRow struct {
	ID      uuid.UUID `db:"id"`
	PhoneID int64     `db:"phone_id"`
	Phone   string    `db:"phone"`
	SID     string    `db:"sid"`
	State   int       `db:"state"`
	Attempt int       `db:"attempt"`
}

// Callback implements app.Outbox: stored raw first, then what it proves.
func (s *DB) Callback(ctx context.Context, now time.Time, cb sms.Callback) (res app.CallbackResult, err error) {
	err = inTx(ctx, s, func(t *tx) error {
		res = app.CallbackResult{}
		var got []callbackRow
		if err := t.sel(ctx, &got, callbackRowSQL, cb.MessageID, cb.To.E164(), cb.SID); err != nil {
			return fmt.Errorf("text of a callback: %w", err)
		}
		form, err := json.Marshal(bareForm(cb.Form))
		if err != nil {
			return fmt.Errorf("form of a callback: %w", err)
		}
		row := callbackRow{}
		res.Orphan = len(got) == 0
		if !res.Orphan {
			row = got[0]
			res.PhoneID, res.Message = row.PhoneID, row.ID
		}
		if _, err := t.exec(ctx, callbackInsertSQL, uuid.Must(uuid.NewV7()), idOrNil(row.ID), bare(cb.SID), bare(cb.RawStatus), cb.Code, string(form), now); err != nil {
			return fmt.Errorf("keep callback: %w", err)
		}
		if res.Orphan {
			return nil
		}
		return t.applyCallback(ctx, now, cb, row, &res)
	})
	return res, err
}

func (t *tx) applyCallback(ctx context.Context, now time.Time, cb sms.Callback, row callbackRow, res *app.CallbackResult) error {
	if row.SID != "" && row.SID != cb.SID { // a second SID for one text: the promise is broken, and counted
		var known []bool
		if err := t.sel(ctx, &known, `SELECT EXISTS (SELECT FROM attempts WHERE message_id = $1 AND outcome = 'doubled' AND sid = $2)`, row.ID, cb.SID); err != nil {
			return fmt.Errorf("known doubles: %w", err)
		}
		if known[0] {
			return nil // one of its further callbacks
		}
		res.Doubled = true
		list := []outcomeSave{{ID: row.ID, N: row.Attempt, Outcome: "doubled", SID: cb.SID, At: now, AID: uuid.Must(uuid.NewV7()), Note: "this text went out twice"}}
		if _, err := all(ctx, t, "attempts", attemptsSQL, list); err != nil {
			return err
		}
		_, err := all(ctx, t, "attention", failedAttentionSQL, list)
		return err
	}
	if row.SID == "" {
		n, err := t.exec(ctx, bindSQL, row.ID, cb.SID, now)
		if err != nil {
			return fmt.Errorf("bind SID: %w", err)
		}
		res.Bound = n > 0
		if res.Bound && row.State == unsettled {
			if _, err := t.exec(ctx, closeFailedSQL, row.ID, now); err != nil {
				return fmt.Errorf("close attention: %w", err)
			}
		}
	}
	rank := cb.Status.Rank()
	if rank == 0 {
		return nil // a status word that we do not know is kept, and moves nothing
	}
	n, err := t.exec(ctx, forwardSQL, row.ID, int16(cb.Status), rank, cb.Code)
	if err != nil {
		return fmt.Errorf("move status: %w", err)
	}
	res.Moved = n > 0
	if n > 0 && (cb.Status == sms.StatusFailed || cb.Status == sms.StatusUndelivered) {
		_, err = all(ctx, t, "attention", failedAttentionSQL, []outcomeSave{{ID: row.ID, AID: uuid.Must(uuid.NewV7()), Note: "not delivered", At: now}})
	}
	return err
}
