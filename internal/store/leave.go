package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
)

// busyLanesSQL finds lanes with a text that waits or is in flight: what a step adds to them waits behind it.
// Each is looked at along its own index (OFFSET 0): the planner may take another that holds all that was in flight since the last vacuum.
const busyLanesSQL = `SELECT f.id FROM unnest({phones numbered}) AS f(id) WHERE EXISTS (SELECT FROM messages m
  WHERE m.phone_id = f.id AND m.state IN ({state.queued}, {state.in_flight}) OFFSET 0)`

// freeOf are the phones of a step with a free lane, by their ids.
func freeOf(ids []int64, phones []sms.Phone, busy []int64) map[int64]sms.Phone {
	free := make(map[int64]sms.Phone, len(ids))
	for i, id := range ids {
		free[id] = phones[i]
	}
	for _, id := range busy {
		delete(free, id)
	}
	return free
}

// Leave implements app.Tx.
func (t *tx) Leave(now time.Time, texts []change.Text) []app.Outgoing {
	var outs []app.Outgoing
	for _, c := range texts {
		to, ok := t.free[c.PhoneID]
		if !ok || c.Unasked && t.s.pace.rate > 0 {
			continue
		}
		delete(t.free, c.PhoneID) // one text of a phone is in flight at a time
		if t.leaving == nil {
			t.leaving = map[uuid.UUID]bool{}
		}
		t.leaving[c.ID] = true
		outs = append(outs, app.Outgoing{
			ID: c.ID, PhoneID: c.PhoneID, Attempt: 1, To: to, Body: sms.NewBody(c.Body.Text()), ValidFor: worth(c).Sub(now),
			Unasked: c.Unasked,
		})
		if c.Unasked && c.Subject.Kind == change.MeetingSubj && c.Subject.Version > 0 {
			t.about.ids, t.about.revs = append(t.about.ids, c.Subject.ID.String()), append(t.about.revs, int64(c.Subject.Version))
		}
		_, _, segments := sms.Segments(c.Body.Text())
		t.s.pace.count(segments)
	}
	return outs
}

// textOut is a text of a decision; leaving: the step that made it sends it, so its row is written as a claim would leave it.
type textOut struct {
	change.Text
	leaving bool
}

// revisions are those of the one-on-ones that texts speak of.
type revisions struct {
	ids  pq.StringArray
	revs pq.Int64Array
}

// movedOnSQL finds one-on-ones that somebody has changed.
const movedOnSQL = `SELECT r.id FROM unnest($1::uuid[], $2::int[]) AS r(id, rev)
WHERE (SELECT m.rev FROM meetings m WHERE m.id = r.id) <> r.rev LIMIT 1`

// stillSo is the last look of a claim: what a reminder says of a one-on-one that was changed since its step read it must not leave. The
// step is decided anew.
func (t *tx) stillSo(ctx context.Context) error {
	if len(t.about.ids) == 0 {
		return nil
	}
	var moved []uuid.UUID
	if err := t.sel(ctx, &moved, movedOnSQL, t.about.ids, t.about.revs); err != nil {
		return fmt.Errorf("one-on-ones of reminders: %w", err)
	}
	if len(moved) > 0 {
		return fmt.Errorf("a one-on-one: %w", app.ErrConflict)
	}
	return nil
}
