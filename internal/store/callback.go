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
INSERT INTO callbacks (id, message_id, sid, status, code, form, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (sid, status, code) DO NOTHING`

	// By our own id first: it came in the URL that we gave; the number must be the one we texted.
	callbackRowSQL = `
SELECT m.id, m.phone_id, f.phone, coalesce(m.sid, '') AS sid, m.state, m.attempt, f.soft_weeks <> '{}' AS soft FROM messages m
  JOIN phones f ON f.id = m.phone_id
WHERE m.dir = {dir.out} AND ((m.id = $1 AND f.phone = $2) OR m.sid = $3) ORDER BY (m.id = $1) DESC LIMIT 1`

	bindSQL = `UPDATE messages SET state = {state.sent}, sid = $2, sent_at = coalesce(sent_at, $3), unknown_at = NULL,
  recheck_at = CASE WHEN requeued THEN clock_timestamp() + interval '3 minutes' END
  WHERE id = $1 AND sid IS NULL AND state <> {state.rejected}`

	forwardSQL = `
UPDATE messages SET status = $2, status_rank = $3, error_code = CASE WHEN $4 <> 0 THEN $4 ELSE error_code END
  WHERE id = $1 AND status_rank < $3`
)

type callbackRow struct {
	ID      uuid.UUID `db:"id"`
	PhoneID int64     `db:"phone_id"`
	Phone   string    `db:"phone"`
	SID     string    `db:"sid"`
	State   sms.State `db:"state"`
	Attempt int       `db:"attempt"`
	Soft    bool      `db:"soft"`
}

// Callback implements app.Outbox: stored raw first, then what it proves. The provider calls once: what another transaction's lock broke is
// tried again here.
func (s *DB) Callback(ctx context.Context, now time.Time, cb sms.Callback, f app.Fate) (res app.CallbackResult, err error) {
	err = s.again(ctx, func(t *tx) error {
		res = app.CallbackResult{}
		var got []callbackRow
		if err := t.sel(ctx, &got, callbackRowSQL, cb.MessageID, cb.To.E164(), cb.SID); err != nil {
			return fmt.Errorf("text of a callback: %w", err)
		}
		form, err := json.Marshal(withoutNumbers(cb.Form))
		if err != nil {
			return fmt.Errorf("form of a callback: %w", err)
		}
		row := callbackRow{}
		res.Orphan = len(got) == 0
		if !res.Orphan {
			row = got[0]
			res.PhoneID, res.Message = row.PhoneID, row.ID
		}
		if _, err := t.exec(ctx, callbackInsertSQL, uuid.Must(uuid.NewV7()), idOrNil(row.ID), bare(cb.SID), bare(cb.RawStatus), cb.Code,
			string(form), now); err != nil {
			return fmt.Errorf("keep callback: %w", err)
		}
		if res.Orphan {
			return nil
		}
		return t.applyCallback(ctx, now, told{cb, f, row}, &res)
	})
	return res, err
}

// Those whose text has their SID already and whose phone is not being given up: each is kept, and the furthest of each text moves it. The
// texts are locked in order, so that two goes cannot wait for each other.
const moveOnSQL = `
WITH r AS (SELECT r.i, r.id, r.sid, r.word, r.status, r.rank, r.form, m.id AS message_id
  FROM json_to_recordset($1::json) AS r(i int, id uuid, message_id uuid, phone text, sid text, word text, status smallint, rank smallint,
    form jsonb) JOIN messages m ON m.id = r.message_id AND m.sid = r.sid AND m.dir = {dir.out}
    AND m.id = ANY(ARRAY(SELECT (o->>'message_id')::uuid FROM json_array_elements($1::json) o))
  JOIN phones f ON f.id = m.phone_id AND f.phone = r.phone AND f.soft_weeks = '{}'),
kept AS (INSERT INTO callbacks (id, message_id, sid, status, form, at) SELECT id, message_id, sid, word, form, $2 FROM r
  ORDER BY sid, word
  ON CONFLICT (sid, status, code) DO NOTHING),
furthest AS (SELECT DISTINCT ON (message_id) message_id, status, rank FROM r ORDER BY message_id, rank DESC),
held AS (SELECT m.id FROM messages m JOIN furthest x ON x.message_id = m.id ORDER BY m.id FOR NO KEY UPDATE OF m),
moved AS (UPDATE messages m SET status = x.status, status_rank = x.rank FROM furthest x, held
  WHERE held.id = m.id AND m.id = x.message_id AND m.status_rank < x.rank)
SELECT i FROM r`

type moveOnRow struct {
	I         int                 `json:"i"`
	ID        uuid.UUID           `json:"id"`
	MessageID uuid.UUID           `json:"message_id"`
	Phone     string              `json:"phone"`
	SID       string              `json:"sid"`
	Word      string              `json:"word"`
	Status    sms.Status          `json:"status"`
	Rank      int16               `json:"rank"`
	Form      map[string][]string `json:"form"`
}

// MoveOn implements app.Outbox.
func (s *DB) MoveOn(ctx context.Context, now time.Time, list []sms.Callback) ([]bool, error) {
	in := make([]moveOnRow, len(list))
	for i, cb := range list {
		in[i] = moveOnRow{
			i, uuid.Must(uuid.NewV7()), cb.MessageID, cb.To.E164(), bare(cb.SID), bare(cb.RawStatus), cb.Status, cb.Status.Rank(),
			withoutNumbers(cb.Form),
		}
	}
	var did []int
	if err := s.sel(ctx, &did, moveOnSQL, rows(in), now); err != nil {
		return nil, fmt.Errorf("callbacks: %w", err)
	}
	out := make([]bool, len(list))
	for _, i := range did {
		out[i] = true
	}
	return out, nil
}

// withoutNumbers is a callback's form without whom it is about: the text knows that, and what comes after an erasing must not bring it
// back.
func withoutNumbers(form map[string][]string) map[string][]string {
	out := bareForm(form)
	delete(out, "To")
	delete(out, "From")
	return out
}

// told is a callback, what becomes of its text when it failed, and the text.
type told struct {
	sms.Callback
	app.Fate
	row callbackRow
}

func (t *tx) applyCallback(ctx context.Context, now time.Time, cb told, res *app.CallbackResult) error {
	row := cb.row
	if row.SID != "" && row.SID != cb.SID { // a second SID for one text: the promise is broken, and counted
		var known []bool
		if err := t.sel(ctx, &known, `SELECT EXISTS (SELECT FROM attempts WHERE message_id = $1 AND outcome = 'doubled' AND sid = $2)`, row.ID,
			cb.SID); err != nil {
			return fmt.Errorf("known doubles: %w", err)
		}
		if known[0] {
			return nil // one of its further callbacks
		}
		res.Doubled = true
		list := []outcomeSave{{
			ID: row.ID, N: row.Attempt, Outcome: app.AttemptDoubled, SID: cb.SID, At: now, AID: uuid.Must(uuid.NewV7()),
			Note: "this text went out twice",
		}}
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
		if res.Bound && row.State == sms.Unsettled {
			if _, err := t.exec(ctx, closeFailedSQL, row.ID, now); err != nil {
				return fmt.Errorf("close attention: %w", err)
			}
		}
	}
	rank := cb.Status.Rank()
	if rank == 0 {
		return nil // a status word that we do not know is kept, and moves nothing
	}
	if cb.Status.Failed() || row.Soft { // it will write to the phone, which is locked before its texts everywhere
		if _, err := t.exec(ctx, `SELECT FROM phones WHERE id = $1 FOR NO KEY UPDATE`, row.PhoneID); err != nil {
			return fmt.Errorf("lock phone: %w", err)
		}
	}
	n, err := t.exec(ctx, forwardSQL, row.ID, int16(cb.Status), rank, cb.Code)
	if err != nil {
		return fmt.Errorf("move status: %w", err)
	}
	res.Moved = n > 0
	switch {
	case n == 0:
		return nil
	case cb.Status.Failed():
		return t.fail(ctx, now, cb, res)
	case row.Soft && (cb.Status == sms.StatusDelivered || cb.Status == sms.StatusRead):
		_, err = t.exec(ctx, `UPDATE phones SET soft_weeks = '{}' WHERE id = $1`, row.PhoneID)
	}
	return err
}

const (
	// A week counts once: three in a row without a text that arrived are a phone that is not there.
	softSQL = `UPDATE phones SET soft_weeks = soft_weeks || date_trunc('week', $2::timestamptz)::date
WHERE id = $1 AND NOT soft_weeks @> ARRAY[date_trunc('week', $2::timestamptz)::date] RETURNING cardinality(soft_weeks) AS weeks`

	softWeeks = 3
)

// fail does what a failure asks for: another text later, a stop, a row on Today.
func (t *tx) fail(ctx context.Context, now time.Time, cb told, res *app.CallbackResult) error {
	if cb.Stop != nil {
		o := app.Outcome{Kind: app.OutcomeSurelyNotSent, Stop: cb.Stop}
		var probe []bool
		if err := t.sel(ctx, &probe, `SELECT EXISTS (SELECT FROM stops WHERE ended_at IS NULL AND probe_id = $1)`, cb.row.ID); err != nil {
			return fmt.Errorf("probe of a stop: %w", err)
		}
		write := t.openStop
		if probe[0] {
			write = func(ctx context.Context, now time.Time, _ app.Stop) error { return t.probed(ctx, now, o) }
		}
		if err := write(ctx, now, *cb.Stop); err != nil {
			return err
		}
	}
	if cb.Country != "" {
		if err := t.shut(ctx, now, cb.Country); err != nil {
			return fmt.Errorf("a country's row: %w", err)
		}
	}
	if cb.Soft {
		var weeks []int
		if err := t.sel(ctx, &weeks, softSQL, cb.row.PhoneID, now); err != nil {
			return fmt.Errorf("count a week: %w", err)
		}
		res.Unreached = len(weeks) > 0 && weeks[0] >= softWeeks
	}
	var again int64
	if !cb.Again.IsZero() && !res.Unreached {
		var err error
		if again, err = t.exec(ctx, resendSQL, cb.row.ID, cb.Again, cb.Why, cb.Once); err != nil {
			return fmt.Errorf("send again: %w", err)
		}
	}
	if cb.Quiet && !cb.Hear {
		return nil
	}
	row := outcomeSave{ID: cb.row.ID, AID: uuid.Must(uuid.NewV7()), Note: "not delivered", At: now, Closed: again > 0 || cb.Quiet ||
		res.Unreached}
	_, err := all(ctx, t, "attention", failedAttentionSQL, []outcomeSave{row})
	return err
}
