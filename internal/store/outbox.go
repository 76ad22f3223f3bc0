package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
)

// The lock and the look at the lane are two statements: in one, the locked row would be fresh and everything joined to it stale.
// Lanes that are busy or whose head backs off take no place among the n: else a few of them would hide all the others.
const (
	lanesSQL = `
SELECT f.id FROM phones f JOIN LATERAL (
  SELECT m.prio, m.seq, m.retry_at FROM messages m WHERE m.phone_id = f.id AND m.state = {state.queued} ORDER BY m.seq LIMIT 1) head ON true
WHERE f.id = ANY($3) AND (head.retry_at IS NULL OR head.retry_at <= $1)
  AND NOT EXISTS (SELECT FROM messages b WHERE b.phone_id = f.id AND b.state IN ({state.in_flight}))
  AND NOT EXISTS (SELECT FROM stops WHERE ended_at IS NULL)
ORDER BY head.prio, head.seq LIMIT $2`

	// A phone that a step holds is left out: the step nudges when it has queued something, else the tick comes by.
	lockLanesSQL = `SELECT id FROM phones WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`

	// The head of a free lane; a head in backoff holds its lane, so that answers leave in order.
	headsSQL = `
SELECT DISTINCT ON (m.phone_id) m.id, m.phone_id, m.at, m.prio, m.segments, f.phone, m.body, m.kind, m.unasked, m.exempt, m.any_hour,
  m.valid_until, m.retry_at, f.consent,
  coalesce(p.roles && ARRAY['organizer', 'staff', 'admin'], false) AS works, coalesce(p.zone, '') AS zone,
  (m.kind = 'nudge' AND m.subject_kind = 'report' AND EXISTS (SELECT FROM reports r
  WHERE r.id = m.subject_id AND r.version <> m.subject_version)
   OR m.unasked AND m.subject_kind = 'meeting' AND m.subject_version > 0
   AND EXISTS (SELECT FROM meetings t WHERE t.id = m.subject_id AND t.rev <> m.subject_version)) AS gone
FROM messages m JOIN phones f ON f.id = m.phone_id LEFT JOIN people p ON p.id = m.person_id
WHERE m.phone_id = ANY($1) AND m.state = {state.queued}
  AND NOT EXISTS (SELECT FROM messages b WHERE b.phone_id = m.phone_id AND b.state IN ({state.in_flight}))
ORDER BY m.phone_id, m.seq`

	claimSQL = `
UPDATE messages SET state = {state.sending}, status = {status.sending}, attempt = attempt + 1, claimed_at = clock_timestamp(),
  first_claim = coalesce(first_claim, clock_timestamp()), retry_at = NULL
WHERE id = ANY($1) AND state = {state.queued} RETURNING id, attempt`

	withholdOneSQL = `UPDATE messages SET state = {state.withheld}, status = {status.withheld}, reason = $2
	  WHERE id = $1 AND state = {state.queued}`

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
	if err := t.sel(ctx, &heads, headsSQL, pq.Array(lanes)); err != nil {
		return nil, 0, fmt.Errorf("heads of lanes: %w", err)
	}
	var settings []settingRow
	if err := t.sel(ctx, &settings, claimSettingsSQL); err != nil {
		return nil, 0, fmt.Errorf("settings: %w", err)
	}
	moved := movedUnderUs(settings)
	org := t.s.orgOf(slices.DeleteFunc(settings, func(r settingRow) bool { return r.Key == "here" }))
	if moved {
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
		o := app.Outgoing{ID: g.ID, PhoneID: h.PhoneID, Attempt: g.Attempt, To: to, Body: sms.NewBody(h.Body), Waited: h.RetryAt.Valid}
		if h.ValidUntil.Valid {
			o.ValidFor = h.ValidUntil.Time.Sub(now)
		}
		outs = append(outs, o)
	}
	return outs, nil
}
