package app

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"
)

// TestWhoWaitsForManyPlacesHoldsUpNobody: drains that wait for more than a few places each get them, one after another, and no more are
// taken than there are; what steps have is not theirs.
func TestWhoWaitsForManyPlacesHoldsUpNobody(t *testing.T) {
	t.Parallel()
	var d Drainer
	var held, most atomic.Int64
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			for range 50 {
				n := d.room(context.WithoutCancel(t.Context()), 0, 64)
				if n < aFew {
					t.Errorf("only %d places", n)
				}
				if now := held.Add(int64(n)); now > most.Load() {
					most.Store(now)
				}
				held.Add(int64(-n))
				d.hands.drains.leave(n)
			}
		})
		all.Go(func() {
			for range 50 {
				if n := d.room(context.WithoutCancel(t.Context()), 0, 1); n != 1 {
					t.Errorf("%d places for one lane", n)
				}
				d.hands.drains.leave(1)
			}
		})
	}
	all.Wait()
	if most.Load() > claimsAhead*callsAtOnce {
		t.Errorf("%d of %d places were taken", most.Load(), claimsAhead*callsAtOnce)
	}
	if n := d.reserve(8 * callsAtOnce); n != ownClaims*callsAtOnce {
		t.Errorf("steps have %d places, want %d", n, ownClaims*callsAtOnce)
	}
	if n := d.room(t.Context(), 1, 64); n != claimsAhead*callsAtOnce {
		t.Errorf("with calls under way %d, want all that are free", n)
	}
	if n := d.room(t.Context(), 1, 64); n != 0 {
		t.Errorf("%d places where none is left", n)
	}
}

// TestASenderThatStopsTakesNothingMore: it waits for what it has in hand, and steps leave their answers to others.
func TestASenderThatStopsTakesNothingMore(t *testing.T) {
	t.Parallel()
	var d Drainer
	if n := d.reserve(1); n != 1 {
		t.Fatal("no place")
	}
	cut := make(chan struct{})
	id := uuid.New()
	d.hands.take(id, func() { close(cut) })
	stopped := make(chan struct{})
	go func() {
		d.Stop()
		close(stopped)
	}()
	if d.hands.cut(); len(d.InFlight()) != 1 {
		t.Error("what is in hand is not said")
	}
	<-cut
	d.hands.drop(id)
	d.release(1, 0)
	<-stopped
	if n := d.reserve(9); n != 0 {
		t.Errorf("%d places after the end", n)
	}
}

// TestAsManyCallsAsAreSet: no more calls are under way than were set, and a drain waits for no more lanes than there is room for.
func TestAsManyCallsAsAreSet(t *testing.T) {
	t.Parallel()
	d := Drainer{Calls: 1}
	if h := d.inHand(); cap(h.calls) != 1 || cap(h.drains) != claimsAhead || cap(h.steps) != ownClaims {
		t.Errorf("room for %d calls, %d claims and %d answers", cap(h.calls), cap(h.drains), cap(h.steps))
	}
	if n := d.room(t.Context(), 0, 64); n != claimsAhead {
		t.Errorf("%d places", n)
	}
}
