package app

import (
	"cmp"
	"context"
	"sync"

	"github.com/google/uuid"
)

// hands are what a process has claimed and not settled yet. A claim whose call cannot begin within some seconds is given back, so there is
// room for only so many beyond the calls that are under way; what steps claim has room of its own, which no burst of reminders takes.
type hands struct {
	once   sync.Once
	few    int // how many lanes a drain claims at least when it has as many
	drains room
	steps  room // answers that steps have claimed
	due    room // reminders that steps have claimed
	calls  room
	others room // the calls that may be for what nobody asked for: an answer finds one free
	next   room // who waits for more than a few places: one at a time, or all would wait for each other

	crew crew

	mu   sync.Mutex
	cuts map[uuid.UUID]context.CancelFunc
}

const (
	// callsAtOnce bounds the calls of one process where nothing else is set: the provider's own bound is for the whole account, some hundred.
	callsAtOnce = 32
	// claimsAhead bounds, for each call, what drains have claimed, under way or next.
	claimsAhead = 2
	// ownClaims bounds, for each call, the answers that steps have claimed, and as many reminders.
	ownClaims = 4
	// aFew is how many lanes a drain claims at least when it has as many, and the room.
	aFew = 16
)

// inHand is what is claimed, with room for it by the number of calls.
func (d *Drainer) inHand() *hands {
	h := &d.hands
	h.once.Do(func() {
		calls := cmp.Or(d.Calls, callsAtOnce)
		h.drains, h.steps, h.calls = make(room, claimsAhead*calls), make(room, ownClaims*calls), make(room, calls)
		h.due, h.others = make(room, ownClaims*calls), make(room, max(1, calls-calls/8))
		h.few = min(aFew, cap(h.drains))
		h.next = make(room, 1)
		h.cuts = map[uuid.UUID]context.CancelFunc{}
	})
	return h
}

// take notes that a text is in hand, and how its call is cut.
func (h *hands) take(id uuid.UUID, cut context.CancelFunc) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.cuts[id] = cut
}

func (h *hands) drop(id uuid.UUID) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.cuts, id)
}

func (h *hands) inFlight() []uuid.UUID {
	h.mu.Lock()
	defer h.mu.Unlock()
	out := make([]uuid.UUID, 0, len(h.cuts))
	for id := range h.cuts {
		out = append(out, id)
	}
	return out
}

// cut ends every call.
func (h *hands) cut() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, cut := range h.cuts {
		cut()
	}
}

// many takes up to n places, and waits for a few of them; fewer when ctx ends before.
func (h *hands) many(ctx context.Context, n int) (taken int) {
	if h.next.wait(ctx, 1) == 0 {
		return 0
	}
	defer h.next.leave(1)
	for taken < h.few && ctx.Err() == nil {
		taken += h.drains.wait(ctx, n-taken)
	}
	return taken
}

// room has so many places.
type room chan struct{}

// some takes up to n places, as many as are free.
func (r room) some(n int) (taken int) {
	for ; taken < n; taken++ {
		select {
		case r <- struct{}{}:
		default:
			return taken
		}
	}
	return taken
}

// wait takes up to n places, and waits for the first; none when ctx ends before.
func (r room) wait(ctx context.Context, n int) int {
	if n == 0 || ctx.Err() != nil {
		return 0
	}
	select {
	case r <- struct{}{}:
		return 1 + r.some(n-1)
	case <-ctx.Done():
		return 0
	}
}

func (r room) leave(n int) {
	for range n {
		<-r
	}
}

// fill takes every place, for good, as they are left, until ctx ends.
func (r room) fill(ctx context.Context) {
	for range cap(r) {
		if r.wait(ctx, 1) == 0 {
			return
		}
	}
}
