package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Drainer sends texts: claim, call, settle. Nothing of it decides what a text says. What it has in hand is claimed and committed; claims go
// on while calls are under way, and what ends meanwhile is settled together.
type Drainer struct {
	Deps
	Receiver *Receiver
	Calls    int // how many calls are under way at once; 0: 32

	hands   hands
	settles together[Outcome, settled]
	silence silence
}

// claimFor is how long one drain goes on claiming: its last call must end within the task's time, or a slow good answer would be cut.
const claimFor = 20 * time.Second

// ended is one text of a drain that is settled.
type ended struct {
	phone int64
	free  bool // its lane may have another text to send
	err   error
}

// Drain goes on until the lanes of these phones are empty, busy or backing off; what it has no time for it hands on.
func (d *Drainer) Drain(ctx context.Context, phones []int64) error {
	claims, cancel := context.WithTimeout(ctx, claimFor)
	defer cancel()
	phones = slices.Clone(phones)
	done := make(chan ended, cap(d.inHand().drains))
	var failed error
	for calls := 0; len(phones) > 0 || calls > 0; {
		room := d.room(claims, calls, len(phones))
		if calls > 0 && room == 0 {
			e := <-done
			calls--
			if e.free {
				phones = append(phones, e.phone)
			}
			if e.err != nil {
				failed = e.err
			}
			continue
		}
		outs, err := d.claim(claims, phones, room)
		if claims.Err() != nil && len(outs) == 0 {
			if ctx.Err() == nil {
				d.Queue.Nudge(ctx, phones) // when it is away, the tick finds them
			}
			phones = nil
			continue
		}
		if err != nil {
			failed = fmt.Errorf("claim texts: %w", err)
		}
		if len(outs) == 0 {
			phones = nil
		}
		for _, o := range outs {
			phones = slices.DeleteFunc(phones, func(p int64) bool { return p == o.PhoneID })
			calls++
			go func() {
				free, err := d.send(ctx, o)
				d.hands.drains.leave(1)
				done <- ended{o.PhoneID, free, err}
			}()
		}
	}
	return failed
}

// room takes places for the heads of so many lanes: what there is, and when nothing else is to be waited for, at least one. Of many it is
// more than a few: one look at all of them for each call that ends would cost more than the calls.
func (d *Drainer) room(ctx context.Context, calls, lanes int) int {
	h := d.inHand()
	most := min(lanes, maxBatch)
	switch {
	case most < h.few && calls == 0:
		return h.drains.wait(ctx, most)
	case calls == 0:
		return h.many(ctx, most)
	}
	n := h.drains.some(most)
	if n < min(most, h.few) {
		h.drains.leave(n)
		return 0
	}
	return n
}

// claim takes heads of lanes into places that were taken for them.
func (d *Drainer) claim(ctx context.Context, phones []int64, places int) ([]Outgoing, error) {
	if places == 0 {
		return nil, nil
	}
	outs, err := d.Store.Claim(ctx, d.Clock.Now(), phones, places)
	d.hands.drains.leave(places - len(outs))
	return outs, err
}

// send makes the call of a text that is claimed and settles how it ended. Calls outlive ctx: an answer that is on its way is worth waiting
// for.
func (d *Drainer) send(ctx context.Context, o Outgoing) (free bool, err error) {
	began := time.Now() //nolint:forbidigo // a lease: real time, never the movable clock
	callCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), d.Times.Call)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(shutdownGrace, cancel) })
	defer stop()
	h := d.inHand()
	h.take(o.ID, cancel)
	defer h.drop(o.ID)
	o.BeginBy = began.Add(d.Times.BeginWithin)
	out := h.call(o.Unasked, func() Outcome { return d.Provider.Send(callCtx, o) })
	d.Meter.Observe("provider_call", time.Since(began)) //nolint:forbidigo // a measurement
	out.ID, out.PhoneID, out.To, out.Attempt, out.Probe = o.ID, o.PhoneID, o.To, o.Attempt, o.Probe
	out.Stop = stopOf(out.Class, out.Code, out.HTTP, out.RetryAfter)
	if out.Class == ClassCountry || o.Waited && out.Kind == OutcomeSent {
		out.Country = o.To.Country()
	}
	s, err := d.settles.do(context.WithoutCancel(ctx), d.settle, out)
	if err == nil {
		err = s.err
	}
	if err != nil {
		return false, err
	}
	return s.free, d.after(ctx, out)
}

// call makes a call when it is its turn: for one that waited too long the provider's edge says so, and nothing was written.
func (h *hands) call(unasked bool, send func() Outcome) Outcome {
	if unasked {
		h.others <- struct{}{}
		defer h.others.leave(1)
	}
	h.calls <- struct{}{}
	defer h.calls.leave(1)
	return send()
}

// reserve has places for texts that steps claim, at most n: none where nobody sends.
func (d *Drainer) reserve(n int) int {
	if d == nil {
		return 0
	}
	return d.inHand().steps.some(n)
}

// reserveAhead has places for texts that nobody asked for: a burst of them leaves the answers' alone.
func (d *Drainer) reserveAhead(n int) int {
	if d == nil {
		return 0
	}
	return d.inHand().due.some(n)
}

// release gives places back that no text took.
func (d *Drainer) release(steps, ahead int) {
	if d != nil {
		d.hands.steps.leave(steps)
		d.hands.due.leave(ahead)
	}
}

// carry sends texts that steps have claimed, answers and what nobody asked for.
func (d *Drainer) carry(ctx context.Context, answers, unasked []Outgoing) {
	if len(answers)+len(unasked) == 0 {
		return
	}
	d.carryIn(ctx, d.hands.steps, answers)
	d.carryIn(ctx, d.hands.due, unasked)
}

// carryIn: nobody waits for these texts; a lane that has more to send is left to whoever hears the nudge.
func (d *Drainer) carryIn(ctx context.Context, places room, outs []Outgoing) {
	for _, o := range outs {
		d.hands.crew.run(func() {
			ctx := context.WithoutCancel(ctx)
			free, err := d.send(ctx, o)
			places.leave(1)
			if err != nil {
				d.Log.ErrorContext(ctx, "a text was not settled: its lease will end", "message_id", o.ID, "error", err)
			}
			if free {
				d.Queue.Nudge(ctx, []int64{o.PhoneID})
			}
		})
	}
}

// InFlight returns the texts that this process is calling the provider about: their leases are its own business.
func (d *Drainer) InFlight() []uuid.UUID { return d.inHand().inFlight() }

// Stop takes no more texts in hand, and waits for those that are: calls may go on for a while, then they are cut.
func (d *Drainer) Stop() {
	h := d.inHand()
	cut := time.AfterFunc(shutdownGrace, h.cut)
	defer cut.Stop()
	ctx, cancel := context.WithTimeout(context.Background(), shutdownGrace+time.Second)
	defer cancel()
	h.steps.fill(ctx)
	h.due.fill(ctx)
	h.drains.fill(ctx)
}

// shutdownGrace is how long calls may go on after the worker was told to stop.
const shutdownGrace = 8 * time.Second

// settled is what settling one text showed.
type settled struct {
	free bool
	err  error
}

// settle writes outcomes. The database may be away in the middle of it: the worker keeps the outcomes until the lease ends, then leaves
// them to the sweep and the settler. One that the database refuses takes no others down.
func (d *Drainer) settle(ctx context.Context, done []Outcome) ([]settled, error) {
	ctx, cancel := context.WithTimeout(ctx, d.Times.Lease)
	defer cancel()
	out := make([]settled, len(done))
	for wait := 20 * time.Millisecond; ; wait = min(2*wait, time.Second) {
		freed, err := d.Store.Settle(ctx, d.Clock.Now(), done, d.Times.Recheck)
		if err == nil {
			for i, o := range done {
				out[i].free = slices.Contains(freed, o.PhoneID)
			}
			return out, nil
		}
		if len(done) > 1 && errors.Is(err, ErrRefused) {
			break
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("settle texts: %w", err)
		case <-time.After(wait): //nolint:forbidigo // a retry of ours: real time
		}
	}
	for i, o := range done {
		freed, err := d.Store.Settle(ctx, d.Clock.Now(), []Outcome{o}, d.Times.Recheck)
		out[i] = settled{len(freed) > 0, err}
	}
	return out, nil
}

// after draws the consequences of an outcome that is settled.
func (d *Drainer) after(ctx context.Context, o Outcome) error {
	d.Meter.Count("sends", outcomeLabel(o))
	d.consequences(ctx, o)
	if down := d.silence.note([]Outcome{o}); down != nil {
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
	}
	if o.Kind == OutcomeSent && o.Status.Failed() { // taken and failed in one answer
		d.ended(ctx, d.Receiver, sms.Callback{MessageID: o.ID, SID: o.SID, To: o.To, Status: o.Status, Code: o.Code})
	}
	d.refused(ctx, refusal{class: o.Class, code: o.Code, http: o.HTTP, forAll: o.Stop != nil})
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
