package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
)

const (
	settleSentSQL = `
UPDATE messages m SET state = {state.sent}, sid = r.sid, sent_at = r.at, unknown_at = NULL,
  recheck_at = CASE WHEN m.requeued THEN clock_timestamp() + r.recheck * interval '1 microsecond' END,
  status = CASE WHEN r.rank > m.status_rank THEN r.status ELSE m.status END, status_rank = greatest(r.rank, m.status_rank)
FROM {rows}
WHERE {these.id m.id}m.id = r.id AND m.attempt = r.n AND m.state IN ({state.queued}, {state.sending}, {state.unknown}, {state.unsettled})
  AND m.sid IS NULL
RETURNING m.phone_id, EXISTS (SELECT FROM messages w WHERE w.phone_id = m.phone_id AND {waits.w} OFFSET 0) AS waits`

	settleRejectedSQL = `
UPDATE messages m SET state = {state.rejected}, status = {status.failed}, status_rank = {rank.over}, error_code = r.code,
  reason = m.reason || '; ' || {why.refused}
FROM json_to_recordset($1::json) AS r(id uuid, n int, code int)
  WHERE {these.m} AND m.id = r.id AND m.attempt = r.n AND m.state + 0 = {state.sending}`

	settleNotSentSQL = `
UPDATE messages m SET state = CASE WHEN m.valid_until < r.retry_at THEN {state.withheld} ELSE {state.queued} END,
  status = CASE WHEN m.valid_until < r.retry_at THEN {status.withheld}
  ELSE {status.queued} END,
  reason = CASE WHEN m.valid_until < r.retry_at THEN {why.too_late} ELSE m.reason END, retry_at = r.retry_at,
  claimed_at = NULL
FROM json_to_recordset($1::json) AS r(id uuid, n int, retry_at timestamptz)
  WHERE {these.m} AND m.id = r.id AND m.attempt = r.n AND m.state + 0 = {state.sending}`

	// Refused for every text's sake: it waits for the stop's end. One that is refused again and again while others are taken is refused for
	// its own.
	settleHeldSQL = `
UPDATE messages m SET refusals = m.refusals + r.fresh, retry_at = NULL, claimed_at = NULL,
  state = CASE WHEN m.refusals + r.fresh > {refusals.most} THEN {state.rejected} WHEN m.valid_until < r.at THEN {state.withheld}
  ELSE {state.queued} END,
  status = CASE WHEN m.refusals + r.fresh > {refusals.most} THEN {status.failed} WHEN m.valid_until < r.at THEN {status.withheld}
  ELSE {status.queued} END,
  status_rank = CASE WHEN m.refusals + r.fresh > {refusals.most} THEN {rank.over} ELSE m.status_rank END,
  error_code = CASE WHEN m.refusals + r.fresh > {refusals.most} THEN r.code ELSE m.error_code END,
  reason = CASE WHEN m.refusals + r.fresh > {refusals.most} THEN m.reason || '; ' || {why.refused}
  WHEN m.valid_until < r.at THEN {why.too_late} ELSE m.reason END
FROM json_to_recordset($1::json) AS r(id uuid, n int, code int, fresh int, at timestamptz)
  WHERE {these.m} AND m.id = r.id AND m.attempt = r.n AND m.state + 0 = {state.sending}
RETURNING m.id, m.state`

	settleUnknownSQL = `
UPDATE messages m SET state = {state.unknown}, status = CASE WHEN m.status_rank = {rank.none} THEN {status.unknown} ELSE m.status END,
  unknown_at = clock_timestamp()
FROM json_to_recordset($1::json) AS r(id uuid, n int) WHERE {these.m} AND m.id = r.id AND m.attempt = r.n AND m.state + 0 = {state.sending}`

	attemptsSQL = `
INSERT INTO attempts (message_id, n, outcome, sid, http, code, at, note)
SELECT id, n, outcome, sid, http, code, at, note
FROM json_to_recordset($1::json) AS r(id uuid, n int, outcome text, sid text, http int, code int, at timestamptz, note text)`

	failedAttentionSQL = `
INSERT INTO attention (id, kind, subject_kind, subject_id, phone_id, message_id, note, at, closed_at)
SELECT r.aid, 'failed_text', 'message', r.id, m.phone_id, r.id, r.note, r.at, CASE WHEN r.closed THEN r.at END
FROM json_to_recordset($1::json) AS r(aid uuid, id uuid, note text, at timestamptz, closed boolean) JOIN messages m ON m.id = r.id
ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO NOTHING`
)

type outcomeSave struct {
	ID      uuid.UUID   `json:"id"`
	N       int         `json:"n"`
	SID     string      `json:"sid"`
	Status  int16       `json:"status"`
	Rank    int16       `json:"rank"`
	Code    int         `json:"code"`
	HTTP    int         `json:"http"`
	Outcome app.Attempt `json:"outcome"`
	Note    string      `json:"note"`
	AID     uuid.UUID   `json:"aid"`
	Fresh   int         `json:"fresh"`
	Closed  bool        `json:"closed"` // heard of by other tools, and nothing for a person to do
	RetryAt time.Time   `json:"retry_at"`
	At      time.Time   `json:"at"`
}

// sentSave is a text that the provider took, as settleSentSQL reads it.
type sentSave struct {
	ID      uuid.UUID
	N       int
	SID     string
	Status  int16
	Rank    int16
	At      time.Time
	Recheck time.Duration // microseconds
}

func settleSent() ofRows[sentSave] {
	c := coderOf("messages", reflect.TypeFor[sentSave](), nil)
	return over[sentSave](c, c.by(settleSentSQL, "id"))
}

// settling is a batch of outcomes by what each asks for.
type settling struct {
	sent, rejected, notSent, held, shut, unknown, imperfect, failed, soft []outcomeSave
	freed                                                                 []int64
}

func sorted(now time.Time, outs []app.Outcome) settling {
	var b settling
	for _, o := range outs {
		r := outcomeSave{ID: o.ID, N: o.Attempt, SID: o.SID, Status: int16(o.Status), Rank: o.Status.Rank(), Code: o.Code, HTTP: o.HTTP, At: now}
		switch o.Kind {
		case app.OutcomeSent:
			r.Status, r.Rank = int16(o.Status.Taken()), o.Status.Taken().Rank()
			b.sent = append(b.sent, r)
			b.freed = append(b.freed, o.PhoneID)
			continue
		case app.OutcomeRejected:
			r.Outcome = app.AttemptRejected
			b.rejected = append(b.rejected, r)
			b.freed = append(b.freed, o.PhoneID)
			// an opt-out and a dead number are rows of the phone itself
			r.AID, r.Note, r.Closed = uuid.Must(uuid.NewV7()), refusalNote(o.Class), o.Class == app.ClassUnreachable
			switch o.Class { //nolint:exhaustive // the others are shown
			case app.ClassOptedOut:
			case app.ClassSoft:
				b.soft = append(b.soft, r)
			default:
				b.failed = append(b.failed, r)
			}
		case app.OutcomeSurelyNotSent:
			r.Outcome, r.RetryAt = app.AttemptNotSent, now.Add(backoff(o))
			if o.Class == app.ClassCountry {
				r.RetryAt = now.Add(app.CountryWait)
				b.shut = append(b.shut, r)
				break
			}
			if o.Stop == nil {
				b.notSent = append(b.notSent, r)
				break
			}
			if r.Outcome = app.AttemptForAll; o.Stop.Kind == app.StopAccount && !o.Probe {
				r.Fresh = 1
			}
			b.held = append(b.held, r)
		case app.OutcomeUnknown:
			r.Outcome = app.AttemptUnknown
			b.unknown = append(b.unknown, r)
		}
		b.imperfect = append(b.imperfect, r)
	}
	return b
}

// Settle implements app.Outbox.
func (s *DB) Settle(ctx context.Context, now time.Time, outs []app.Outcome, recheck time.Duration) ([]int64, error) {
	b := sorted(now, outs)
	_ = s.pay(ctx) // what it could not pay it tries to pay with the next
	if b.plain(outs) {
		return s.settlePlain(ctx, b, recheck)
	}
	err := s.again(ctx, func(t *tx) error {
		if len(b.sent) > 0 {
			if err := t.askOne(ctx, s.settleSent.question("settle sent", b.taken(recheck))); err != nil {
				return err
			}
		}
		refused, err := t.hold(ctx, b.held)
		if err != nil {
			return err
		}
		there, err := t.park(ctx, b.shut)
		if err != nil {
			return err
		}
		soft, err := t.onceMore(ctx, now, b.soft)
		if err != nil {
			return err
		}
		for _, st := range []struct {
			what, sql string
			list      []outcomeSave
		}{
			{"settle rejected", settleRejectedSQL, b.rejected},
			{"settle not sent", settleNotSentSQL, b.notSent},
			{"settle unknown", settleUnknownSQL, b.unknown},
			{"attempts", attemptsSQL, b.imperfect},
			{"failed texts", failedAttentionSQL, slices.Concat(refused, there, soft, b.failed)},
		} {
			if _, err := all(ctx, t, st.what, st.sql, st.list); err != nil {
				return err
			}
		}
		if err := t.countries(ctx, now, outs); err != nil {
			return err
		}
		return t.stops(ctx, now, outs)
	})
	return b.freed, err
}

// plain reports whether every text was simply taken, as nearly always: one statement is its own transaction.
func (b settling) plain(outs []app.Outcome) bool {
	return len(b.sent) == len(outs) && len(b.failed) == 0 && !slices.ContainsFunc(outs,
		func(o app.Outcome) bool { return o.Probe || o.Stop != nil || o.Country != "" })
}

// taken are the texts that the provider took.
func (b settling) taken(recheck time.Duration) []sentSave {
	out := make([]sentSave, len(b.sent))
	for i, o := range b.sent {
		out[i] = sentSave{o.ID, o.N, o.SID, o.Status, o.Rank, o.At, recheck / time.Microsecond}
	}
	return out
}

// settlePlain returns the phones that have a text waiting behind the one that was sent.
func (s *DB) settlePlain(ctx context.Context, b settling, recheck time.Duration) ([]int64, error) {
	if len(b.sent) == 0 {
		return nil, nil
	}
	for try := 0; ; try++ {
		var lanes []struct {
			PhoneID int64 `db:"phone_id"`
			Waits   bool  `db:"waits"`
		}
		q := s.settleSent.question("settle sent", b.taken(recheck))
		q.dest = &lanes
		err := s.askOne(ctx, q)
		if err == nil {
			var phones []int64
			for _, l := range lanes {
				if l.Waits {
					phones = append(phones, l.PhoneID)
				}
			}
			return phones, nil
		}
		if try == 3 || !errors.Is(err, app.ErrConflict) {
			return nil, err
		}
	}
}

// hold gives texts that were refused for every text's sake back to their lanes, and returns those that are refused for good.
func (t *tx) hold(ctx context.Context, held []outcomeSave) (refused []outcomeSave, err error) {
	return t.giveBack(ctx, settleHeldSQL, held, refusalNote(app.ClassConfig))
}

// onceMore has texts go again that were refused for what may pass, as if a callback had told it, and returns their rows for Today: what
// goes again asks nothing of anybody.
func (t *tx) onceMore(ctx context.Context, now time.Time, soft []outcomeSave) ([]outcomeSave, error) {
	for i := range soft {
		f := app.FateOf(app.ClassSoft, soft[i].Code, now)
		again, err := t.exec(ctx, resendSQL, soft[i].ID, f.Again, f.Why, f.Once)
		if err != nil {
			return nil, fmt.Errorf("send again: %w", err)
		}
		soft[i].Closed = again > 0
	}
	return soft, nil
}

// stops opens, extends or ends the stop that the outcomes speak of.
func (t *tx) stops(ctx context.Context, now time.Time, outs []app.Outcome) error {
	for _, o := range outs {
		var err error
		switch {
		case o.Probe:
			err = t.probed(ctx, now, o)
		case o.Stop != nil:
			err = t.openStop(ctx, now, *o.Stop)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// backoff is at most 30 seconds: a head that waits holds its lane.
func backoff(o app.Outcome) time.Duration {
	d := 500 * time.Millisecond << min(o.Attempt, 6)
	if o.RetryAfter > d {
		d = o.RetryAfter
	}
	return min(d, 30*time.Second)
}

func refusalNote(c app.ErrorClass) string {
	switch c {
	case app.ClassUnreachable:
		return "this number cannot get texts: call"
	case app.ClassConfig:
		return "the account or the sending number is not in order"
	case app.ClassSoft:
		return "not delivered; it may work another day"
	case app.ClassContent:
		return "the provider refused the text itself"
	case app.ClassCountry:
		return "texts to this country are not switched on at Twilio"
	case app.ClassFiltered:
		return "the carrier took its words for spam"
	case app.ClassBlocked:
		return "the phone or its carrier blocks our number"
	case app.ClassOptedOut, app.ClassRetry, app.ClassLater, app.ClassDay, app.ClassUnknown, app.ClassNone:
	}
	return "the provider refused it"
}

func inTx(ctx context.Context, s *DB, fn func(*tx) error) error {
	return s.InTx(ctx, func(a app.Tx) error { return fn(a.(*tx)) }) //nolint:forcetypeassert // InTx makes it
}
