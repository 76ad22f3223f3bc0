package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// settleLimit bounds a wait for the system to come to rest; what is still moving then is named.
const settleLimit = 100 * time.Second

// notSettledError names what does not come to rest.
type notSettledError struct{ left string }

func (e *notSettledError) Error() string { return "not settled: " + e.left }

// settle waits until nothing is left to do now: twice in a row, with nothing changed in between.
func (d *Demo) settle(ctx context.Context) error {
	deadline := time.Now().Add(settleLimit)
	wait := 2 * time.Millisecond
	var mark int64 = -1
	for {
		left, m, err := d.Store.AtRest(ctx, d.Clock.Now())
		if err != nil {
			return fmt.Errorf("settle: %w", err)
		}
		if left == "" {
			left = d.othersBusy()
		}
		if left == "" && m == mark {
			return nil
		}
		if left == "" {
			mark = m
		} else {
			mark = -1
			if err := d.push(ctx, true); err != nil {
				return err
			}
		}
		if time.Now().After(deadline) {
			return &notSettledError{left}
		}
		if err := pause(ctx, wait); err != nil {
			return err
		}
		wait = min(wait*2, 20*time.Millisecond)
	}
}

// othersBusy names work that is in no row: requests under way, and callbacks that the stand-in owes.
func (d *Demo) othersBusy() string {
	if n := d.busy.Load(); n > 0 {
		return fmt.Sprintf("%d webhooks in progress", n)
	}
	if n := d.Fake.Owes(); n > 0 {
		return fmt.Sprintf("%d status callbacks owed by the stand-in", n)
	}
	return ""
}

// push does what the worker's next tick would do, at once; one at a time, however many wait for it.
func (d *Demo) push(ctx context.Context, all bool) error {
	if !d.pushing.TryLock() {
		return nil
	}
	defer d.pushing.Unlock()
	if !all {
		return d.Ticker.Due(ctx)
	}
	if err := d.Ticker.Tick(ctx); err != nil {
		return err
	}
	return d.Settler.Settle(ctx)
}

// settleCause waits until all that one inbound text caused has left.
func (d *Demo) settleCause(ctx context.Context, cause uuid.UUID) error {
	d.waiting.Add(1)
	defer d.waiting.Add(-1)
	deadline := time.Now().Add(settleLimit)
	wait := time.Millisecond
	for {
		left, err := d.Store.CauseAtRest(ctx, d.Clock.Now(), cause)
		if err != nil {
			return fmt.Errorf("settle text: %w", err)
		}
		if left == "" {
			return nil
		}
		if err := d.push(ctx, wait > 100*time.Millisecond); err != nil {
			return err
		}
		if time.Now().After(deadline) {
			return &notSettledError{left}
		}
		if err := pause(ctx, min(wait, 20*time.Millisecond*time.Duration(1+d.waiting.Load()/8))); err != nil { // many who wait look less often
			return err
		}
		wait *= 2
	}
}

// advance moves the clock to target, stopping at each due time in order and letting all its work finish.
func (d *Demo) advance(ctx context.Context, target time.Time) error {
	d.Clock.Freeze()
	defer d.Clock.Unfreeze()
	same, last := 0, ""
	for {
		if err := d.settle(ctx); err != nil {
			return err
		}
		due, what, ok, err := d.Store.NextDue(ctx)
		if err != nil {
			return fmt.Errorf("next due: %w", err)
		}
		if !ok || due.After(target) {
			break
		}
		if what == last {
			if same++; same >= 3 {
				return fmt.Errorf("stuck at %s", what)
			}
		} else {
			same, last = 0, what
		}
		if err := d.Clock.Set(due); err != nil {
			return err
		}
		if err := d.Ticker.Tick(ctx); err != nil {
			return err
		}
	}
	if err := d.Clock.Set(target); err != nil {
		return err
	}
	return d.settle(ctx)
}

func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
