package store

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
)

// busyLanesSQL finds lanes with a text that waits or is in flight: what a step adds to them waits behind it.
const busyLanesSQL = `SELECT DISTINCT phone_id FROM messages WHERE phone_id = ANY($1) AND state IN ({state.queued}, {state.in_flight})`

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
		if !ok {
			continue
		}
		delete(t.free, c.PhoneID) // one text of a phone is in flight at a time
		if t.leaving == nil {
			t.leaving = map[uuid.UUID]bool{}
		}
		t.leaving[c.ID] = true
		outs = append(outs, app.Outgoing{
			ID: c.ID, PhoneID: c.PhoneID, Attempt: 1, To: to, Body: sms.NewBody(c.Body.Text()), ValidFor: worth(c).Sub(now),
		})
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
