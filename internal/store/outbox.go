package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// The lock and the look at the lane are two statements: in one, the locked row would be fresh and everything joined to it stale.
// Lanes that are busy or whose head backs off take no place among the n: else a few of them would hide all the others. One in which an
// answer waits, at whatever place, comes before those of which the pace may take none.
const (
	lanesSQL = `
SELECT f.id FROM phones f JOIN LATERAL (
  SELECT m.prio, m.seq, m.retry_at FROM messages m WHERE m.phone_id = f.id AND {waits.m} ORDER BY m.seq LIMIT 1) head ON true
WHERE f.id = ANY($3) AND (head.retry_at IS NULL OR head.retry_at <= $1)
  AND NOT EXISTS (SELECT FROM messages b WHERE b.phone_id = f.id AND {out.b})
  AND NOT EXISTS (SELECT FROM stops WHERE ended_at IS NULL)
ORDER BY NOT EXISTS (SELECT FROM ` + laneSQL + ` r WHERE {answer.waits}), head.prio, head.seq LIMIT $2`

	// laneSQL is what waits in the lane of a phone f, in its order: OFFSET 0 keeps the planner from making it a join.
	laneSQL = `(SELECT q.state, q.prio, q.unasked FROM messages q WHERE q.phone_id = f.id AND {waits.q}
  ORDER BY q.seq OFFSET 0)`

	// A phone that a step holds is left out: the step nudges when it has queued something, else the tick comes by.
	lockLanesSQL = `SELECT id FROM phones WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`

	// The head of a free lane; a head in backoff holds its lane, so that answers leave in order. Each lane is looked at along its own index:
	// by joins the planner may read all that is queued, for each claim of a burst.
	headsSQL = `
SELECT m.id, f.id AS phone_id, m.at, m.prio, m.segments, f.phone, m.body, m.kind, m.unasked, m.exempt, m.any_hour,
  m.valid_until, m.retry_at, f.consent,
  coalesce(p.roles && ARRAY['organizer', 'staff', 'admin'], false) AS works, coalesce(p.zone, '') AS zone,
  f.texts_from, f.texts_to,
  (m.kind = 'nudge' AND m.subject_kind = 'report' AND EXISTS (SELECT FROM reports r
  WHERE r.id = m.subject_id AND r.version <> m.subject_version)
   OR m.unasked AND m.subject_kind = 'meeting' AND m.subject_version > 0
   AND EXISTS (SELECT FROM meetings t WHERE t.id = m.subject_id AND t.rev <> m.subject_version)) AS gone,
  EXISTS (SELECT FROM ` + laneSQL + ` r WHERE {answer.waits}) AS answers
FROM phones f JOIN LATERAL (SELECT * FROM messages m WHERE m.phone_id = f.id AND {waits.m} ORDER BY m.seq LIMIT 1) m ON true
LEFT JOIN people p ON p.id = m.person_id
WHERE f.id = ANY($1)
  AND NOT EXISTS (SELECT FROM messages b WHERE b.phone_id = f.id AND {out.b})
ORDER BY f.id`

	claimSQL = `
UPDATE messages SET state = {state.sending}, status = {status.sending}, attempt = attempt + 1, claimed_at = clock_timestamp(),
  first_claim = coalesce(first_claim, clock_timestamp()), retry_at = NULL
WHERE id = ANY($1) AND {waits.it} RETURNING id, attempt`

	withholdOneSQL = `UPDATE messages SET state = {state.withheld}, status = {status.withheld}, reason = $2
	  WHERE id = $1 AND {waits.it}`

	replanSQL = `UPDATE planned SET state = 'planned', due_at = $2, reason = $3, message_id = NULL, version = version + 1
	  WHERE message_id = $1`
)

type headRow struct {
	ID         uuid.UUID    `db:"id"`
	PhoneID    int64        `db:"phone_id"`
	At         time.Time    `db:"at"`
	Prio       int16        `db:"prio"`
	Segments   int          `db:"segments"`
	Phone      string       `db:"phone"`
	Body       string       `db:"body"`
	Kind       string       `db:"kind"`
	Unasked    bool         `db:"unasked"`
	Exempt     bool         `db:"exempt"`
	AnyHour    bool         `db:"any_hour"`
	ValidUntil sql.NullTime `db:"valid_until"`
	RetryAt    sql.NullTime `db:"retry_at"`
	Consent    int16        `db:"consent"`
	Works      bool         `db:"works"`
	Zone       string       `db:"zone"`
	Gone       bool         `db:"gone"`
	Answers    bool         `db:"answers"` // it is an answer, or one waits behind it
	TextsFrom  int          `db:"texts_from"`
	TextsTo    int          `db:"texts_to"`
}

// Claim implements app.Outbox.
func (s *DB) Claim(ctx context.Context, now time.Time, phones []int64, n int) ([]app.Outgoing, error) {
	for range 100 { // a round that only withheld goes on: the lane's next text must not wait for the tick
		outs, withheld, err := s.claimOnce(ctx, now, phones, n)
		if err != nil || len(outs) > 0 || withheld == 0 {
			return outs, err
		}
	}
	return nil, nil
}

func (s *DB) claimOnce(ctx context.Context, now time.Time, phones []int64, n int) (outs []app.Outgoing, withheld int, err error) {
	var ready []int64 // as it looks: what counts is read again under the lock
	if err := s.sel(ctx, &ready, lanesSQL, now, n, pq.Array(phones)); err != nil {
		return nil, 0, fmt.Errorf("lanes: %w", err)
	}
	if len(ready) == 0 {
		return nil, 0, nil
	}
	err = inTx(ctx, s, func(t *tx) error {
		outs, withheld = nil, 0
		var lanes []int64
		if err := t.sel(ctx, &lanes, lockLanesSQL, pq.Array(ready)); err != nil {
			return fmt.Errorf("lock lanes: %w", err)
		}
		if len(lanes) == 0 {
			return nil
		}
		outs, withheld, err = t.claimHeads(ctx, now, lanes)
		return err
	})
	return outs, withheld, err
}

// claimHeads claims the heads of locked lanes, and withholds those that may not leave.
func (t *tx) claimHeads(ctx context.Context, now time.Time, lanes []int64) (outs []app.Outgoing, withheld int, err error) {
	var heads []headRow
	var here []standingRow
	if err := t.together(ctx,
		func(t *tx) error { return t.sel(ctx, &heads, headsSQL, pq.Array(lanes)) },
		func(t *tx) error { return t.sel(ctx, &here, standingSQL) }); err != nil {
		return nil, 0, fmt.Errorf("heads of lanes and settings: %w", err)
	}
	kept, err := t.settings(ctx, here)
	if err != nil {
		return nil, 0, err
	}
	org := kept.org
	if kept.moved {
		org.Sending = reminder.SendingOff
	}
	var go1 []headRow
	for _, h := range heads {
		if h.RetryAt.Valid && h.RetryAt.Time.After(now) {
			continue
		}
		f := reminder.LeaveFacts{
			Exempt: h.Exempt, Unasked: h.Unasked, AnyHour: h.AnyHour, Late: h.Kind == "how_did_it_go", Works: h.Works,
			Consent: person.Consent(h.Consent), Sending: org.Sending, Hours: org.Hours,
			ValidUntil: zero(h.ValidUntil), Zone: person.Person{Zone: h.Zone}.Location(org.Zone), Zones: zonesOf(h), Gone: h.Gone,
			Own:   when.Window{From: h.TextsFrom, To: h.TextsTo},
			Stale: now.Sub(h.At) > staleReply,
		}
		why := reminder.MayLeave(f, now)
		if why == "" {
			go1 = append(go1, h)
			continue
		}
		withheld++
		if err := t.withholdHead(ctx, h, why, f.Next(now)); err != nil {
			return nil, withheld, err
		}
	}
	if go1, err = t.paced(ctx, go1); err != nil {
		return nil, withheld, err
	}
	outs, err = t.claim(ctx, now, go1)
	return outs, withheld, err
}

// staleReply is how old an answer is when it counts as unasked in quiet hours: whoever wrote has long put the phone away.
const staleReply = 30 * time.Minute

// zonesOf lists where somebody may be whose zone nobody has said.
func zonesOf(h headRow) []*time.Location {
	p, err := sms.PhoneFromE164(h.Phone)
	if h.Zone != "" || h.Exempt || err != nil {
		return nil
	}
	return reminder.ZonesOf(p)
}

// withholdHead keeps a text from leaving, with the reason; a reminder that only met quiet hours goes back to its plan.
func (t *tx) withholdHead(ctx context.Context, h headRow, why string, next time.Time) error {
	if _, err := t.exec(ctx, withholdOneSQL, h.ID, why); err != nil {
		return fmt.Errorf("withhold: %w", err)
	}
	if why != "quiet hours" {
		return nil
	}
	if h.ValidUntil.Valid && next.After(h.ValidUntil.Time) {
		return nil
	}
	n, err := t.exec(ctx, replanSQL, h.ID, next, "moved by quiet hours")
	if err == nil && n == 0 { // no reminder: it goes itself, in the morning
		_, err = t.exec(ctx, resendSQL, h.ID, next, "moved by quiet hours", false)
	}
	if err != nil {
		return fmt.Errorf("plan again: %w", err)
	}
	return nil
}

func (t *tx) claim(ctx context.Context, now time.Time, heads []headRow) ([]app.Outgoing, error) {
	if len(heads) == 0 {
		return nil, nil
	}
	ids := make([]string, len(heads))
	byID := map[uuid.UUID]headRow{}
	for i, h := range heads {
		ids[i] = h.ID.String()
		byID[h.ID] = h
	}
	var got []struct {
		ID      uuid.UUID `db:"id"`
		Attempt int       `db:"attempt"`
	}
	if err := t.sel(ctx, &got, claimSQL, pq.Array(ids)); err != nil {
		return nil, fmt.Errorf("claim: %w", err)
	}
	outs := make([]app.Outgoing, 0, len(got))
	for _, g := range got {
		h := byID[g.ID]
		to, err := sms.PhoneFromE164(h.Phone)
		if err != nil {
			return nil, fmt.Errorf("claim %s: %w", g.ID, err)
		}
		o := app.Outgoing{
			ID: g.ID, PhoneID: h.PhoneID, Attempt: g.Attempt, To: to, Body: sms.NewBody(h.Body), Unasked: h.Unasked, Waited: h.RetryAt.Valid,
		}
		if h.ValidUntil.Valid {
			o.ValidFor = h.ValidUntil.Time.Sub(now)
		}
		outs = append(outs, o)
	}
	return outs, nil
}
