package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/reportback/reportback/internal/core/talk/world"
)

// Ticker turns what is due into texts and finds what was forgotten. Every worker ticks once a second; any number may at once, since rows
// are locked and guarded by version.
type Ticker struct {
	Deps
	Receiver *Receiver
	Drainer  *Drainer

	alone  sync.Mutex
	ticked atomic.Int64 // machine: when a sweep last went through
}

// Ticked returns when a sweep last went through, on the machine's clock; zero before the first.
func (t *Ticker) Ticked() time.Time {
	if ns := t.ticked.Load(); ns != 0 {
		return time.Unix(0, ns)
	}
	return time.Time{}
}

// dueAtOnce is how many planned rows one look finds; maxBatch of them are one transaction.
const dueAtOnce = 4 * maxBatch

// Tick does everything that is due at the clock's now: planned rows, what goes once more, forgotten lanes, leases that ran out, a stop's
// probe.
func (t *Ticker) Tick(ctx context.Context) error {
	return errors.Join(t.sweep(ctx), t.Probe(ctx))
}

// sweep is a tick without the probe, which may take as long as a call to the provider.
func (t *Ticker) sweep(ctx context.Context) error {
	due := t.Due(ctx) // a row that fails must not keep the sweeps from running
	_, again := t.Store.Again(ctx, t.Clock.Now())
	if again != nil {
		again = fmt.Errorf("send again: %w", again)
	}
	_, lease := t.Store.LeaseOver(ctx, t.Times.Lease, t.Drainer.InFlight())
	if lease != nil {
		lease = fmt.Errorf("sweep leases: %w", lease)
	}
	phones, forgotten := t.Store.Forgotten(ctx, t.Clock.Now(), 10*maxBatch)
	if forgotten != nil {
		forgotten = fmt.Errorf("find forgotten lanes: %w", forgotten)
	}
	if len(phones) > 0 && !t.Queue.Nudge(ctx, phones) {
		t.sendAlone(ctx, phones)
	}
	return errors.Join(due, again, lease, forgotten)
}

// sendAlone drains lanes without the queue, beside the tick: texts leave also while it is away. One at a time; what comes meanwhile, the
// next finds.
func (t *Ticker) sendAlone(ctx context.Context, phones []int64) {
	if !t.alone.TryLock() {
		return
	}
	go func() {
		defer t.alone.Unlock()
		t.report(ctx, t.Drainer.Drain(ctx, phones))
	}()
}

// Due runs the planned rows that are due, oldest first, until none is left.
func (t *Ticker) Due(ctx context.Context) error {
	for round := 0; ; round++ {
		rows, err := t.Store.Due(ctx, t.Clock.Now(), dueAtOnce)
		if err != nil {
			return fmt.Errorf("find due rows: %w", err)
		}
		if len(rows) == 0 {
			return nil
		}
		steps := make([]Step, len(rows))
		for i, r := range rows {
			steps[i] = Step{Phone: r.Phone, Hasty: true, In: world.Input{Kind: world.DueIn, Due: r.Plan}}
		}
		failed := 0
		for batch := range slices.Chunk(steps, maxBatch) { // what one queues the drains hear of before the next is decided
			for _, res := range t.Receiver.Run(ctx, batch) {
				if res.Err != nil {
					failed++
				}
			}
		}
		if failed > 0 {
			return fmt.Errorf("due rows: %d of %d failed", failed, len(rows))
		}
		if round > 1000 { // never hang on rows that stay due: the next tick goes on
			return nil
		}
	}
}

// Loop ticks every interval of real time until ctx ends.
func (t *Ticker) Loop(ctx context.Context, every <-chan time.Time) {
	var probing sync.Mutex
	for {
		select {
		case <-ctx.Done():
			return
		case <-every:
		}
		err := t.sweep(ctx)
		if err == nil {
			t.Meter.Count("tick", "done")
			t.ticked.Store(time.Now().UnixNano()) //nolint:forbidigo // the machine's clock: whether this worker lives
		}
		t.report(ctx, err)
		if probing.TryLock() {
			go func() {
				defer probing.Unlock()
				t.report(ctx, t.Probe(ctx))
			}()
		}
	}
}

func (t *Ticker) report(ctx context.Context, err error) {
	if err == nil || ctx.Err() != nil {
		return
	}
	t.Meter.Count("tick_failures", "tick")
	t.Log.ErrorContext(ctx, "tick failed", "error", err)
}
