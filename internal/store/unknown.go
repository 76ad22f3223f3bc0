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

// A claim that lies ahead was written before the clock stepped back: its age begins anew, so that its lane does not stand still until the
// clock has caught up. It goes along the index of claims in its order: what was claimed and sent since the last vacuum stands there too,
// and only such a scan forgets it for the next (a bitmap would read it each second).
const leaseOverSQL = `
UPDATE messages m SET state = {state.unknown}, status = CASE WHEN m.status_rank = {rank.none} THEN {status.unknown} ELSE m.status END,
  unknown_at = clock_timestamp(), claimed_at = least(m.claimed_at, clock_timestamp())
FROM (SELECT id, state, claimed_at FROM messages WHERE state IN ({state.in_flight})
  AND (state = {state.sending} AND claimed_at < clock_timestamp() - $1 * interval '1 microsecond'
  OR claimed_at > clock_timestamp() + $1 * interval '1 microsecond')
  AND NOT (id = ANY($2)) ORDER BY claimed_at LIMIT 1000) o
WHERE m.id = o.id AND m.state = o.state AND m.claimed_at = o.claimed_at`

// LeaseOver implements app.Outbox. Where the clock was just set forward, it waits until every claim of before is as old as it looks.
func (s *DB) LeaseOver(ctx context.Context, lease time.Duration, mine []uuid.UUID) (int, error) {
	err := s.steps.ask(func() (time.Time, error) { return s.clock(ctx) })
	if err != nil || s.steps.within(lease) {
		return 0, err
	}
	n, err := s.exec(ctx, leaseOverSQL, lease.Microseconds(), pq.Array(strs(mine)))
	return int(n), err
}

const giveUpSQL = `
UPDATE messages SET state = {state.unknown}, status = CASE WHEN status_rank = {rank.none} THEN {status.unknown} ELSE status END,
  unknown_at = clock_timestamp()
  WHERE state = {state.sending} AND id = ANY($1)`

// GiveUp implements app.Outbox.
func (s *DB) GiveUp(ctx context.Context, ids []uuid.UUID) error {
	_, err := s.exec(ctx, giveUpSQL, pq.Array(strs(ids)))
	return err
}

func strs(ids []uuid.UUID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id.String()
	}
	return out
}

// Those that hold a lane come first: any number of unsettled ones must not hide them. Each part reads an index of its own: together they
// would read every text that is kept. Ages are the database's: claimed_at was written by its clock. The provider's listing is asked for by
// the claim's own time.
const unknownsSQL = `
WITH u AS (
  (SELECT id FROM messages WHERE state = {state.unknown} ORDER BY claimed_at LIMIT $1)
  UNION ALL
  (SELECT id FROM messages WHERE state = {state.unsettled} AND claimed_at > clock_timestamp() - interval '24 hours' ORDER BY claimed_at
  LIMIT $1))
SELECT m.id, m.phone_id, f.phone, m.body, m.attempt, m.prio = {prio.reply} AS reply, m.requeued, m.state = {state.unsettled} AS unsettled,
  (extract(epoch FROM clock_timestamp() - m.claimed_at) * 1e6)::bigint AS age,
  (extract(epoch FROM clock_timestamp() - coalesce(m.unknown_at, m.claimed_at)) * 1e6)::bigint AS unknown_for,
  (SELECT count(*) FROM messages o WHERE o.phone_id = m.phone_id AND o.state = {state.unsettled} AND o.seq < m.seq
  AND o.body = m.body) AS twins, clock_timestamp() AS now
FROM u JOIN messages m ON m.id = u.id JOIN phones f ON f.id = m.phone_id
ORDER BY m.state, m.claimed_at LIMIT $1`

type unknownRow struct {
	ID         uuid.UUID `db:"id"`
	PhoneID    int64     `db:"phone_id"`
	Phone      string    `db:"phone"`
	Body       string    `db:"body"`
	Attempt    int       `db:"attempt"`
	Reply      bool      `db:"reply"`
	Requeued   bool      `db:"requeued"`
	Unsettled  bool      `db:"unsettled"`
	Age        int64     `db:"age"`
	UnknownFor int64     `db:"unknown_for"`
	Twins      int       `db:"twins"`
	Now        time.Time `db:"now"`
}

// Unknowns implements app.Outbox.
func (s *DB) Unknowns(ctx context.Context, limit int) ([]app.Unknown, error) {
	var got []unknownRow
	err := s.steps.ask(func() (now time.Time, err error) {
		if err := s.sel(ctx, &got, unknownsSQL, limit); err != nil || len(got) == 0 {
			return now, err
		}
		return got[len(got)-1].Now, nil
	})
	if err != nil {
		return nil, err
	}
	out, read := make([]app.Unknown, 0, len(got)), make([]time.Time, 0, len(got))
	for _, r := range got {
		to, err := sms.PhoneFromE164(r.Phone)
		if err != nil {
			return nil, fmt.Errorf("unknown %s: %w", r.ID, err)
		}
		read = append(read, r.Now)
		out = append(out, app.Unknown{
			ID: r.ID, PhoneID: r.PhoneID, To: to, Body: sms.NewBody(r.Body), Attempt: r.Attempt,
			Age: time.Duration(r.Age) * time.Microsecond, UnknownFor: time.Duration(r.UnknownFor) * time.Microsecond, Reply: r.Reply,
			Requeued:  r.Requeued,
			Unsettled: r.Unsettled, Twins: r.Twins,
		})
	}
	s.realAges(out, read)
	return out, nil
}

// KnownSIDs implements app.Outbox.
func (s *DB) KnownSIDs(ctx context.Context, sids []string) (map[string]bool, error) {
	var got []string
	if err := s.sel(ctx, &got, `SELECT sid FROM messages WHERE sid = ANY($1)
UNION ALL SELECT sid FROM attempts WHERE outcome = 'doubled' AND sid = ANY($1)`, pq.Array(sids)); err != nil {
		return nil, err
	}
	out := make(map[string]bool, len(got))
	for _, sid := range got {
		out[sid] = true
	}
	return out, nil
}

const (
	verdictSentSQL = `
UPDATE messages SET state = {state.sent}, sid = $3, sent_at = $4, unknown_at = NULL,
  recheck_at = CASE WHEN requeued THEN clock_timestamp() + interval '3 minutes' END,
  status = CASE WHEN $6 > status_rank THEN $5 ELSE status END,
  status_rank = greatest($6, status_rank)
WHERE id = $1 AND attempt = $2 AND state IN ({state.unknown}, {state.unsettled}) AND sid IS NULL`

	// A reply that its lane has passed by stays with staff: words out of their order mislead.
	verdictNotSentSQL = `
UPDATE messages m SET state = CASE WHEN valid_until < $3 THEN {state.withheld} ELSE {state.queued} END,
  status = CASE WHEN valid_until < $3 THEN {status.withheld} ELSE {status.queued} END,
  requeued = true,
  reason = CASE WHEN valid_until < $3 THEN {why.too_late} ELSE reason END, retry_at = $3, claimed_at = NULL,
  unknown_at = NULL
WHERE id = $1 AND attempt = $2 AND state IN ({state.unknown}, {state.unsettled}) AND sid IS NULL
  AND (state = {state.unknown} OR prio <> {prio.reply} OR NOT EXISTS (SELECT FROM messages o
  WHERE o.phone_id = m.phone_id AND o.dir = {dir.out} AND o.seq > m.seq AND o.state <> {state.withheld}))`

	closeFailedSQL = `UPDATE attention SET closed_at = $2 WHERE kind = 'failed_text' AND subject_kind = 'message' AND subject_id = $1
	  AND closed_at IS NULL`

	verdictUnsettledSQL = `UPDATE messages SET state = {state.unsettled}, reason = reason || '; ' || $3
	  WHERE id = $1 AND attempt = $2 AND state = {state.unknown}`
)

// Verdict implements app.Outbox. No row touched is a normal answer: a callback or another worker was first.
func (s *DB) Verdict(ctx context.Context, now time.Time, v app.Judgement) (freed bool, err error) {
	u := v.Unknown
	err = s.again(ctx, func(t *tx) error {
		var n int64
		var err error
		switch v.Kind {
		case app.JudgedSent:
			n, err = t.exec(ctx, verdictSentSQL, u.ID, u.Attempt, v.SID, now, int16(v.Status.Taken()), v.Status.Taken().Rank())
		case app.JudgedNotSent:
			n, err = t.exec(ctx, verdictNotSentSQL, u.ID, u.Attempt, now)
		case app.JudgedUnsettled:
			n, err = t.exec(ctx, verdictUnsettledSQL, u.ID, u.Attempt, v.Reason)
		}
		if err != nil || n == 0 {
			return err
		}
		freed = true
		if u.Unsettled { // the doubt that staff were shown is over
			if _, err := t.exec(ctx, closeFailedSQL, u.ID, now); err != nil {
				return fmt.Errorf("close attention: %w", err)
			}
		}
		outcome := outcomeSave{ID: u.ID, N: u.Attempt, Outcome: app.AttemptJudged, Note: v.Reason, SID: v.SID, Code: v.Code, At: now}
		list := []outcomeSave{outcome}
		for _, sid := range v.Doubled {
			list = append(list, outcomeSave{ID: u.ID, N: u.Attempt, Outcome: app.AttemptDoubled, SID: sid, At: now})
		}
		if _, err := all(ctx, t, "attempts", attemptsSQL, list); err != nil {
			return err
		}
		if v.Kind != app.JudgedUnsettled && len(v.Doubled) == 0 {
			return nil
		}
		note := "it is not known whether this text left; it is not sent again by itself"
		if len(v.Doubled) > 0 {
			note = "this text went out twice"
		}
		_, err = all(ctx, t, "attention", failedAttentionSQL, []outcomeSave{{ID: u.ID, AID: uuid.Must(uuid.NewV7()), Note: note, At: now}})
		return err
	})
	return freed, err
}

const forgottenSQL = `
SELECT m.phone_id FROM messages m WHERE m.state = {state.queued} AND (m.retry_at IS NULL OR m.retry_at <= $1)
  AND NOT EXISTS (SELECT FROM messages b WHERE b.phone_id = m.phone_id
  AND (b.state IN ({state.in_flight}) OR b.state = {state.queued} AND b.seq < m.seq))
  AND NOT EXISTS (SELECT FROM stops WHERE ended_at IS NULL)
ORDER BY NOT EXISTS (SELECT FROM messages r WHERE r.phone_id = m.phone_id AND {answer.waits}), m.prio, m.seq LIMIT $2`

// Forgotten implements app.Outbox.
func (s *DB) Forgotten(ctx context.Context, now time.Time, limit int) ([]int64, error) {
	var ids []int64
	err := s.sel(ctx, &ids, forgottenSQL, now, limit)
	return ids, err
}

const (
	rechecksSQL = `
SELECT m.id, m.phone_id, f.phone, m.body, m.attempt,
  greatest((extract(epoch FROM clock_timestamp() - coalesce(m.first_claim, m.claimed_at)) * 1e6)::bigint, 0) AS age FROM messages m
  JOIN phones f ON f.id = m.phone_id
WHERE m.recheck_at <= clock_timestamp() ORDER BY m.recheck_at LIMIT $1`

	recheckedSQL = `UPDATE messages SET recheck_at = NULL WHERE id = $1 AND recheck_at IS NOT NULL`
)

// Rechecks implements app.Outbox.
func (s *DB) Rechecks(ctx context.Context, limit int) ([]app.Unknown, error) {
	var got []unknownRow
	if err := s.sel(ctx, &got, rechecksSQL, limit); err != nil {
		return nil, err
	}
	out := make([]app.Unknown, 0, len(got))
	for _, r := range got {
		to, err := sms.PhoneFromE164(r.Phone)
		if err != nil {
			return nil, fmt.Errorf("recheck %s: %w", r.ID, err)
		}
		out = append(out, app.Unknown{
			ID: r.ID, PhoneID: r.PhoneID, To: to, Body: sms.NewBody(r.Body), Attempt: r.Attempt,
			Age: time.Duration(r.Age) * time.Microsecond,
		})
	}
	return out, nil
}

// Rechecked implements app.Outbox.
func (s *DB) Rechecked(ctx context.Context, now time.Time, u app.Unknown, doubled []string) error {
	return s.again(ctx, func(t *tx) error {
		n, err := t.exec(ctx, recheckedSQL, u.ID)
		if err != nil || n == 0 || len(doubled) == 0 { // another worker may have been first
			return err
		}
		list := make([]outcomeSave, len(doubled))
		for i, sid := range doubled {
			list[i] = outcomeSave{ID: u.ID, N: u.Attempt, Outcome: app.AttemptDoubled, SID: sid, At: now}
		}
		if _, err := all(ctx, t, "attempts", attemptsSQL, list); err != nil {
			return err
		}
		_, err = all(ctx, t, "attention", failedAttentionSQL, []outcomeSave{{
			ID: u.ID, AID: uuid.Must(uuid.NewV7()),
			Note: "this text went out twice", At: now,
		}})
		return err
	})
}
