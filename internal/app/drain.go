package app

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/talk/world"
)

// Drainer sends what is queued: claim, call, settle. Nothing of it decides what a text says.
type Drainer struct {
	Deps
	Receiver *Receiver
	Parallel int // calls to the provider at once

	mu       sync.Mutex
	inFlight map[uuid.UUID]bool
	silence  silence
	once     sync.Once
	slots    chan struct{}
}

// callsAtOnce bounds the calls of one worker: the provider's own bound is for the whole account, some hundred.
const callsAtOnce = 32

// InFlight returns the texts that this process is calling the provider about: their leases are its own business.
func (d *Drainer) InFlight() []uuid.UUID {
	d.mu.Lock()
	defer d.mu.Unlock()
	out := make([]uuid.UUID, 0, len(d.inFlight))
	for id := range d.inFlight {
		out = append(out, id)
	}
	return out
}

func (d *Drainer) track(outs []Outgoing, on bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.inFlight == nil {
		d.inFlight = map[uuid.UUID]bool{}
	}
	for _, o := range outs {
		if on {
			d.inFlight[o.ID] = true
		} else {
			delete(d.inFlight, o.ID)
		}
	}
}

// claimFor is how long one drain goes on claiming: its last call must end within the task's time, or a slow good answer would be cut.
const claimFor = 20 * time.Second

// Drain goes on until the lanes of these phones are empty, busy or backing off; what it has no time for it hands on.
func (d *Drainer) Drain(ctx context.Context, phones []int64) error {
	claims, cancel := context.WithTimeout(ctx, claimFor)
	defer cancel()
	for {
		if claims.Err() != nil {
			if ctx.Err() == nil {
				d.Queue.Nudge(ctx, phones) // when it is away, the tick finds them
			}
			return nil
		}
		outs, err := d.Store.Claim(ctx, d.Clock.Now(), phones, d.Parallel)
		if err != nil {
			return fmt.Errorf("claim texts: %w", err)
		}
		if len(outs) == 0 {
			return nil
		}
		d.track(outs, true)
		done := d.call(ctx, outs)
		err = d.settle(ctx, done)
		d.track(outs, false)
		if err != nil {
			return err
		}
	}
}

// call posts a batch, all at once: each phone has one text in it. Calls outlive ctx: an answer that is on its way is worth waiting for.
func (d *Drainer) call(ctx context.Context, outs []Outgoing) []Outcome {
	done := make([]Outcome, len(outs))
	callCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), d.Times.Call)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(shutdownGrace, cancel) })
	defer stop()
	began := time.Now() //nolint:forbidigo // a lease: real time, never the movable clock
	d.once.Do(func() { d.slots = make(chan struct{}, callsAtOnce) })
	var wg sync.WaitGroup
	for i := range outs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			d.slots <- struct{}{}
			defer func() { <-d.slots }()
			o := outs[i]
			o.BeginBy = began.Add(d.Times.BeginWithin)
			done[i] = d.Provider.Send(callCtx, o)
			d.Meter.Observe("provider_call", time.Since(began)) //nolint:forbidigo // a measurement
			done[i].ID, done[i].PhoneID, done[i].Attempt, done[i].Probe = o.ID, o.PhoneID, o.Attempt, o.Probe
			done[i].Stop = stopOf(done[i].Class, done[i].Code, done[i].HTTP, done[i].RetryAfter)
			if done[i].Class == ClassCountry || o.Waited && done[i].Kind == OutcomeSent {
				done[i].Country = o.To.Country()
			}
		}()
	}
	wg.Wait()
	return done
}

// shutdownGrace is how long calls may go on after the worker was told to stop.
const shutdownGrace = 8 * time.Second

// settle writes the outcomes. The database may be away in the middle of it: the worker keeps the outcomes until the lease ends, then
// leaves them to the sweep and the settler.
func (d *Drainer) settle(ctx context.Context, done []Outcome) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), d.Times.Lease)
	defer cancel()
	var err error
	for wait := 20 * time.Millisecond; ; wait = min(2*wait, time.Second) {
		if _, err = d.Store.Settle(ctx, d.Clock.Now(), done, d.Times.Recheck); err == nil {
			break
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("settle texts: %w", err)
		case <-time.After(wait): //nolint:forbidigo // a retry of ours: real time
		}
	}
	for _, o := range done {
		d.Meter.Count("sends", outcomeLabel(o))
		d.consequences(ctx, o)
	}
	if down := d.silence.note(done); down != nil {
		if err := d.Store.OpenStop(ctx, d.Clock.Now(), *down); err != nil {
			return fmt.Errorf("open stop: %w", err)
		}
		d.Log.WarnContext(ctx, "the provider gives no clear answer: sending waits and tries", "error_class", "provider")
	}
	return nil
}

// consequences: what the provider said of the phone itself goes through the phone's own step.
func (d *Drainer) consequences(ctx context.Context, o Outcome) {
	if o.Stop != nil {
		d.Meter.Count("stops", string(o.Stop.Kind))
		d.Log.ErrorContext(ctx, "the provider refuses every text: sending waits and tries", "code", o.Code, "status", o.HTTP, "kind",
			string(o.Stop.Kind))
	}
	if o.Kind != OutcomeRejected || (o.Class != ClassOptedOut && o.Class != ClassUnreachable) {
		return
	}
	d.Receiver.Verdict(ctx, o.ID, o.Class, o.Code)
}

// Verdict runs the step of a phone that the provider says opted out or cannot be reached.
func (r *Receiver) Verdict(ctx context.Context, message uuid.UUID, c ErrorClass, code int) {
	phone, err := r.Store.PhoneOf(ctx, message)
	if err != nil {
		r.Log.ErrorContext(ctx, "phone of a text not found", "message_id", message, "error", err)
		return
	}
	in := world.Input{Kind: world.VerdictIn, MessageID: r.IDs.New(), Verdict: world.Verdict{
		OptedOut:  c == ClassOptedOut,
		Unreached: c == ClassUnreachable, Code: code, MessageID: message,
	}}
	if res := r.Run(ctx, []Step{{Phone: phone, In: in}})[0]; res.Err != nil {
		r.Log.ErrorContext(ctx, "provider's verdict not stored", "message_id", message, "error", res.Err)
	}
}

func outcomeLabel(o Outcome) string {
	switch o.Kind {
	case OutcomeSent:
		return "sent"
	case OutcomeRejected:
		return "rejected"
	case OutcomeSurelyNotSent:
		switch {
		case o.Stop != nil:
			return "refused_for_all"
		case o.Class == ClassCountry:
			return "refused_for_country"
		}
		return "surely_not_sent"
	case OutcomeUnknown:
	}
	return "unknown"
}
