package app

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// Duties keeps what one worker does at a time.
type Duties interface {
	// Hold takes or renews a duty; false when another holds it. A holder that dies or freezes loses it when the lease ends.
	Hold(ctx context.Context, name string, holder uuid.UUID, lease time.Duration) (bool, error)
	// LetGo gives a duty up at once.
	LetGo(ctx context.Context, name string, holder uuid.UUID) error
}

// dutyLease is how long a duty stays with a holder that is silent; it is renewed three times as often.
const dutyLease = 9 * time.Second

// Duty is one kind of work that a single worker does. What it does must be harmless when two do it all the same: a frozen holder wakes up
// in the middle of it.
type Duty struct {
	Rows   Duties
	Name   string
	Holder uuid.UUID // of this process
}

// Do runs fn while this process holds the duty; it returns at once when another does.
func (d Duty) Do(ctx context.Context, fn func(context.Context) error) error {
	mine, err := d.Rows.Hold(ctx, d.Name, d.Holder, dutyLease)
	if err != nil {
		return fmt.Errorf("hold %s: %w", d.Name, err)
	}
	if !mine {
		return nil
	}
	held, lost := context.WithCancel(ctx)
	defer lost()
	done := make(chan struct{})
	go func() {
		defer close(done)
		d.renew(held, lost)
	}()
	err = fn(held)
	lost()
	<-done
	return err
}

// renew keeps the duty until ctx ends; one that is lost ends the work.
func (d Duty) renew(ctx context.Context, lost func()) {
	t := time.NewTicker(dutyLease / 3)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
		}
		if mine, err := d.Rows.Hold(ctx, d.Name, d.Holder, dutyLease); err == nil && !mine {
			lost()
		}
	}
}

// Leave gives the duty up: the process ends.
func (d Duty) Leave(ctx context.Context) error { return d.Rows.LetGo(ctx, d.Name, d.Holder) }
