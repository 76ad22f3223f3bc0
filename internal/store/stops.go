package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
)

const (
	stoppedSQL = `SELECT id, kind, code, at, retry_at, tries, by_callback FROM stops WHERE ended_at IS NULL`

	// A stop of the account's says more than a pause or a silence: it takes their place.
	openStopSQL = `
INSERT INTO stops (id, kind, code, http, at, retry_at, by_callback) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT ((true)) WHERE ended_at IS NULL DO UPDATE SET kind = excluded.kind, code = excluded.code, http = excluded.http,
  retry_at = excluded.retry_at, by_callback = excluded.by_callback
WHERE stops.kind IN ('asked', 'down') AND excluded.kind NOT IN ('asked', 'down')`

	// What the probe met is what holds from now on.
	refusedProbeSQL = `UPDATE stops SET kind = $1, code = $2, http = $3, tries = tries + 1, retry_at = $4, by_callback = $5
	  WHERE ended_at IS NULL`

	silentProbeSQL = `UPDATE stops SET tries = tries + 1 WHERE ended_at IS NULL`

	endStopSQL = `UPDATE stops SET ended_at = $1, ended_id = $2 WHERE ended_at IS NULL AND NOT by_callback`

	// Delivered ends it; so does a text of which nothing bad was heard for a while, since not every carrier tells.
	endDeliveredSQL = `UPDATE stops s SET ended_at = $1, ended_id = $2 FROM messages m
  WHERE s.ended_at IS NULL AND s.by_callback AND m.id = s.probe_id
AND (m.status IN ({status.delivered}, {status.read}) OR m.state = {state.sent} AND m.status_rank BETWEEN {rank.scheduled}
  AND {rank.partial} AND m.claimed_at < clock_timestamp() - interval '3 minutes')`

	stopNeedSQL = `
INSERT INTO attention (id, kind, subject_kind, subject_id, note, at) SELECT $1, 'sending_stopped', 'provider', s.id, $2, $3 FROM stops s
  WHERE s.ended_at IS NULL
ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO UPDATE SET note = excluded.note`

	stopOverSQL = `UPDATE attention SET closed_at = $1 WHERE kind = 'sending_stopped' AND closed_at IS NULL`

	staleSQL = `UPDATE messages SET state = {state.withheld}, status = {status.withheld}, reason = {why.stopped}
WHERE id IN (SELECT id FROM messages WHERE state = {state.queued} AND valid_until < $1 LIMIT 1000) AND state = {state.queued}`

	staleNeedSQL = `
INSERT INTO attention (id, kind, subject_kind, subject_id, note, at)
SELECT $1, 'dropped_texts', 'provider', s.id, format({note.dropped}, s.dropped), $2
FROM stops s WHERE s.dropped > 0 AND s.ended_at = $2 ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO NOTHING`
)

type stopRow struct {
	ID         uuid.UUID `db:"id"`
	Kind       string    `db:"kind"`
	Code       int       `db:"code"`
	At         time.Time `db:"at"`
	RetryAt    time.Time `db:"retry_at"`
	Tries      int       `db:"tries"`
	ByCallback bool      `db:"by_callback"`
}

// Stopped implements app.Outbox.
func (s *DB) Stopped(ctx context.Context) (app.OpenStop, bool, error) {
	var got []stopRow
	if err := s.sel(ctx, &got, stoppedSQL); err != nil || len(got) == 0 {
		return app.OpenStop{}, false, err
	}
	r := got[0]
	return app.OpenStop{
		ID: r.ID, Kind: app.StopKind(r.Kind), Code: r.Code, At: r.At, RetryAt: r.RetryAt, Tries: r.Tries,
		ByCallback: r.ByCallback,
	}, true, nil
}

// OpenStop implements app.Outbox.
func (s *DB) OpenStop(ctx context.Context, now time.Time, stop app.Stop) error {
	return inTx(ctx, s, func(t *tx) error { return t.openStop(ctx, now, stop) })
}

func (t *tx) openStop(ctx context.Context, now time.Time, stop app.Stop) error {
	n, err := t.exec(ctx, openStopSQL, uuid.Must(uuid.NewV7()), string(stop.Kind), stop.Code, stop.HTTP, now, app.NextTry(stop, 0, now),
		stop.ByCallback)
	if err != nil {
		return fmt.Errorf("open stop: %w", err)
	}
	if n == 0 {
		return nil
	}
	return t.needStop(ctx, now, stop)
}

func (t *tx) needStop(ctx context.Context, now time.Time, stop app.Stop) error {
	if stop.Note() == "" {
		return nil
	}
	if _, err := t.exec(ctx, stopNeedSQL, uuid.Must(uuid.NewV7()), stop.Note(), now); err != nil {
		return fmt.Errorf("tell of a stop: %w", err)
	}
	return nil
}

// probed writes what a probe says of the stop that it was sent under.
func (t *tx) probed(ctx context.Context, now time.Time, o app.Outcome) error {
	switch {
	case o.Stop != nil:
		var tries []int
		if err := t.sel(ctx, &tries, `SELECT tries FROM stops WHERE ended_at IS NULL`); err != nil || len(tries) == 0 {
			return err
		}
		if _, err := t.exec(ctx, refusedProbeSQL, string(o.Stop.Kind), o.Stop.Code, o.Stop.HTTP, app.NextTry(*o.Stop, tries[0]+1, now),
			o.Stop.ByCallback); err != nil {
			return fmt.Errorf("extend stop: %w", err)
		}
		return t.needStop(ctx, now, *o.Stop)
	// Refused for its own sake, or its country's: the account was let in.
	case o.Kind == app.OutcomeSent || o.Kind == app.OutcomeRejected || o.Class == app.ClassCountry:
		return t.endStop(ctx, now, endStopSQL, uuid.Must(uuid.NewV7()))
	}
	_, err := t.exec(ctx, silentProbeSQL)
	return err
}

func (t *tx) endStop(ctx context.Context, now time.Time, query string, id uuid.UUID) error {
	if _, err := t.drop(ctx, now); err != nil {
		return err
	}
	n, err := t.exec(ctx, query, now, id)
	if err != nil || n == 0 {
		return err
	}
	if _, err := t.exec(ctx, stopOverSQL, now); err != nil {
		return fmt.Errorf("close stop: %w", err)
	}
	if _, err := t.exec(ctx, staleNeedSQL, uuid.Must(uuid.NewV7()), now); err != nil {
		return fmt.Errorf("tell of dropped texts: %w", err)
	}
	return nil
}

// EndIfDelivered implements app.Outbox.
func (s *DB) EndIfDelivered(ctx context.Context, now time.Time, id uuid.UUID) (ended bool, err error) {
	err = inTx(ctx, s, func(t *tx) error {
		if err := t.endStop(ctx, now, endDeliveredSQL, id); err != nil {
			return err
		}
		var open []bool
		if err := t.sel(ctx, &open, `SELECT EXISTS (SELECT FROM stops WHERE ended_at IS NULL)`); err != nil {
			return err
		}
		ended = !open[0]
		return nil
	})
	return ended, err
}

// DropStale implements app.Outbox.
func (s *DB) DropStale(ctx context.Context, now time.Time) (dropped int64, err error) {
	err = inTx(ctx, s, func(t *tx) error {
		dropped, err = t.drop(ctx, now)
		return err
	})
	return dropped, err
}

func (t *tx) drop(ctx context.Context, now time.Time) (int64, error) {
	n, err := t.exec(ctx, staleSQL, now)
	if err != nil || n == 0 {
		return n, err
	}
	_, err = t.exec(ctx, `UPDATE stops SET dropped = dropped + $1 WHERE ended_at IS NULL`, n)
	return n, err
}

// The lanes that a probe may be taken from: one that was not refused before comes first, since a fault of its own would look like
// everybody's.
const probeLanesSQL = `
SELECT phone_id FROM (SELECT m.phone_id, m.refusals, m.prio, m.seq FROM messages m
  WHERE m.state = {state.queued} AND (m.retry_at IS NULL OR m.retry_at <= $1)
  AND NOT EXISTS (SELECT FROM messages b WHERE b.phone_id = m.phone_id
  AND (b.state IN ({state.in_flight}) OR b.state = {state.queued} AND b.seq < m.seq))
  ORDER BY m.prio, m.seq LIMIT 50) c ORDER BY refusals, prio, seq LIMIT 1`

// ClaimProbe implements app.Outbox.
func (s *DB) ClaimProbe(ctx context.Context, now, again time.Time) (outs []app.Outgoing, err error) {
	for range 100 { // a lane whose head was only withheld gives way to the next
		withheld := 0
		err = inTx(ctx, s, func(t *tx) error {
			outs, withheld = nil, 0
			var due []uuid.UUID
			if err := t.sel(ctx, &due, `SELECT id FROM stops WHERE ended_at IS NULL AND retry_at <= $1
			  FOR UPDATE SKIP LOCKED`, now); err != nil || len(due) == 0 {
				return err
			}
			var lanes []int64
			if err := t.sel(ctx, &lanes, probeLanesSQL, now); err != nil {
				return fmt.Errorf("lanes to probe: %w", err)
			}
			if len(lanes) > 0 {
				if outs, withheld, err = t.claimHeads(ctx, now, lanes); err != nil || withheld > 0 {
					return err
				}
			}
			var probe *uuid.UUID
			for i := range outs {
				outs[i].Probe, probe = true, &outs[i].ID
			}
			_, err := t.exec(ctx, `UPDATE stops SET retry_at = $2, probe_id = coalesce($3, probe_id) WHERE id = $1`, due[0], again, probe)
			return err
		})
		if err != nil || withheld == 0 {
			return outs, err
		}
	}
	return nil, nil
}
