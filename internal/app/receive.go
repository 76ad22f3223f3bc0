package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Step is one input to one phone: an inbound text, a due row, a staff action, the provider's verdict about the phone.
type Step struct {
	Phone  sms.Phone
	In     world.Input
	Dedupe string    // MessageSid, "" for what cannot repeat
	At     time.Time // of what came late; zero: now
	Hasty  bool      // a phone that somebody holds is not waited for: ErrLocked
}

// Result is what became of a step.
type Result struct {
	Fresh bool    // false: a duplicate, done before
	Nudge []int64 // phones with texts to send
	Said  change.Said
	Err   error
}

// Receiver runs steps. Everything that anybody says or does to a phone goes through it.
type Receiver struct {
	Deps
	Sender *Drainer // sends what a step may send itself; nil: everything is queued for a worker
	gather gather
}

const (
	// stepDeadline bounds one batch, on its own context: a caller that leaves must not take others down.
	stepDeadline = 10 * time.Second
	// stepTries is how often a step that met a conflict decides again on a fresh world.
	stepTries = 3
	// lockTries is how often a step asks for a phone that somebody holds; each asks for most of a second.
	lockTries = 14
	// aloneAtOnce is how many steps of a broken batch run side by side.
	aloneAtOnce = 4
	// maxBatch bounds the phones that one transaction locks.
	maxBatch = 64
)

// Inbound takes one inbound text as the provider delivered it. It returns an error only when the text could not be stored: then the
// provider must be told so, and repeats or falls back.
func (r *Receiver) Inbound(ctx context.Context, in sms.Inbound) error {
	if in.Phone.IsZero() || in.Phone == r.Number {
		fresh, err := r.Store.KeepOdd(ctx, r.Clock.Now(), in, r.IDs.New(), r.IDs.New())
		if err != nil {
			return fmt.Errorf("keep inbound text: %w", err)
		}
		r.Meter.Count("inbound_texts", freshLabel(fresh, "odd_sender"))
		return nil
	}
	step := Step{Phone: in.Phone, Dedupe: in.SID, In: world.Input{Kind: world.TextIn, MessageID: r.IDs.New(), Inbound: in}}
	res := r.gather.do(ctx, r.Run, step)
	if res.Err != nil {
		return fmt.Errorf("receive text: %w", res.Err)
	}
	r.Meter.Count("inbound_texts", freshLabel(res.Fresh, "fresh"))
	return nil
}

func freshLabel(fresh bool, label string) string {
	if !fresh {
		return "duplicate"
	}
	return label
}

// Run decides and stores steps, at most one a phone and round, and wakes the senders of what they queued.
func (r *Receiver) Run(ctx context.Context, steps []Step) []Result {
	out := make([]Result, len(steps))
	left := make([]int, len(steps))
	for i := range steps {
		left[i] = i
	}
	var nudge []int64
	for len(left) > 0 {
		round, rest := firstOfEachPhone(steps, left)
		left = rest
		again := r.batch(ctx, steps, round, out)
		left = passOver(steps, append(again, left...), round, out)
		for _, i := range round {
			nudge = append(nudge, out[i].Nudge...)
		}
	}
	if len(nudge) > 0 {
		r.Queue.Nudge(context.WithoutCancel(ctx), nudge)
	}
	return out
}

// passOver fails what is left of phones that somebody holds: each would be asked for in vain, and its texts must keep their order.
func passOver(steps []Step, left, round []int, out []Result) []int {
	held := map[sms.Phone]bool{}
	for _, i := range round {
		held[steps[i].Phone] = held[steps[i].Phone] || steps[i].Hasty && errors.Is(out[i].Err, ErrLocked)
	}
	var on []int
	for _, i := range left {
		if held[steps[i].Phone] {
			out[i] = Result{Err: ErrLocked}
		} else {
			on = append(on, i)
		}
	}
	return on
}

func firstOfEachPhone(steps []Step, left []int) (round, rest []int) {
	seen := map[sms.Phone]bool{}
	for _, i := range left {
		if seen[steps[i].Phone] || len(round) == maxBatch {
			rest = append(rest, i)
			continue
		}
		seen[steps[i].Phone] = true
		round = append(round, i)
	}
	return round, rest
}

// batch runs one round in one transaction; when it meets a conflict each step runs alone. It returns steps that have to wait for the
// next round because an earlier one writes what they decided upon.
func (r *Receiver) batch(ctx context.Context, steps []Step, round []int, out []Result) (again []int) {
	again, err := r.attempt(ctx, steps, round, out)
	if err == nil {
		return again
	}
	if len(round) > 1 { // side by side: one that waits must not hold up the others
		eachOf(len(round), aloneAtOnce, func(k int) { r.alone(ctx, steps, round[k], out) })
		return nil
	}
	r.alone(ctx, steps, round[0], out)
	return nil
}

func (r *Receiver) alone(ctx context.Context, steps []Step, i int, out []Result) {
	var err error
	tries, waits := stepTries, lockTries
	for tries > 0 {
		if _, err = r.attempt(ctx, steps, []int{i}, out); err == nil {
			return
		}
		if waits--; errors.Is(err, ErrLocked) && !steps[i].Hasty && waits > 0 {
			continue
		}
		tries--
		if errors.Is(err, ErrDuplicate) {
			out[i] = Result{}
			return
		}
		if !errors.Is(err, ErrConflict) && !errors.Is(err, errPanic) {
			break
		}
	}
	if errors.Is(err, ErrConflict) || errors.Is(err, errPanic) || errors.Is(err, ErrRefused) {
		r.Log.ErrorContext(ctx, "step handed to staff", "error_class", class(err))
		steps[i].In.Fault = "a fault of ours: " + class(err)
		if _, err = r.attempt(ctx, steps, []int{i}, out); err == nil {
			return
		}
	}
	out[i] = Result{Err: err}
}

var errPanic = errors.New("panic while saving")

func class(err error) string {
	switch {
	case errors.Is(err, ErrConflict):
		return "conflict"
	case errors.Is(err, errPanic):
		return "panic"
	case errors.Is(err, ErrRefused):
		return "refused by the store"
	}
	return "database"
}

// attempt is one transaction: lock, read, decide, save.
func (r *Receiver) attempt(ctx context.Context, steps []Step, round []int, out []Result) (again []int, err error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), stepDeadline)
	defer cancel()
	defer func() {
		if p := recover(); p != nil { // in the store or the driver: nothing is committed
			err = errPanic
			r.Log.ErrorContext(ctx, "panic in a step", "stack_hash", stackHash())
		}
	}()
	room, ahead := r.Sender.reserve(len(round)), 0
	if steps[round[0]].In.Kind == world.DueIn {
		ahead = r.Sender.reserveAhead(len(round))
	}
	var leave, unasked int
	defer func() { r.Sender.release(room-leave, ahead-unasked) }()
	var b batch
	err = r.Store.InTx(ctx, func(tx Tx) error {
		b = batch{results: map[int]Result{}, room: room, ahead: ahead}
		return r.decideAll(ctx, tx, steps, round, &b)
	})
	if err != nil {
		return nil, err
	}
	leave, unasked = len(b.leave), len(b.unasked)
	r.Sender.carry(ctx, b.leave, b.unasked)
	for i, res := range b.results {
		out[i] = res
	}
	return b.again, nil
}

func (r *Receiver) decideAll(ctx context.Context, tx Tx, steps []Step, round []int, b *batch) error {
	phones := make([]sms.Phone, len(round))
	var sids []string
	for k, i := range round {
		phones[k] = steps[i].Phone
		if steps[i].Dedupe != "" {
			sids = append(sids, steps[i].Dedupe)
		}
	}
	worlds, err := tx.Lock(ctx, phones)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	if len(sids) > 0 && len(round) > 1 { // one alone that was seen before is refused by its key when it is stored
		if seen, err = tx.Seen(ctx, sids); err != nil {
			return err
		}
	}
	done, err := r.alreadyDone(ctx, tx, steps, round, seen)
	if err != nil {
		return err
	}
	nows := make([]time.Time, len(round))
	needs := make([]world.Need, len(round))
	for k, i := range round {
		nows[k] = later(steps[i].At, worlds[k].Phone.LastAt)
		if steps[i].At.IsZero() {
			nows[k] = later(r.Clock.Now(), worlds[k].Phone.LastAt)
		}
		worlds[k].Org.Number = r.Number
		if !done[i] {
			needs[k] = r.needs(worlds[k], &steps[i], nows[k])
		}
	}
	if err := tx.Load(ctx, needs, worlds); err != nil {
		return err
	}
	var sets []change.Set
	written := map[uuid.UUID]bool{}
	for k, i := range round {
		if done[i] {
			b.results[i] = Result{}
			continue
		}
		set := r.decide(ctx, worlds[k], steps[i].In, nows[k])
		if overlaps(set, written) {
			b.again = append(b.again, i)
			continue
		}
		sets = append(sets, set)
		b.results[i] = summary(set)
		if text, ok := atOnce(worlds[k], steps[i].In, set, nows[k]); ok && steps[i].At.IsZero() {
			b.claim(tx, i, nows[k], text)
		}
	}
	return tx.Save(ctx, sets)
}

// alreadyDone finds steps that somebody else did meanwhile: texts that are stored, planned rows that no longer wait.
func (r *Receiver) alreadyDone(ctx context.Context, tx Tx, steps []Step, round []int, seen map[string]bool) (map[int]bool, error) {
	done := map[int]bool{}
	var due []uuid.UUID
	for _, i := range round {
		done[i] = steps[i].Dedupe != "" && seen[steps[i].Dedupe]
		if steps[i].In.Kind == world.DueIn {
			due = append(due, steps[i].In.Due.ID)
		}
	}
	if len(due) == 0 {
		return done, nil
	}
	still, err := tx.StillDue(ctx, due)
	if err != nil {
		return nil, err
	}
	for _, i := range round {
		if p := steps[i].In.Due; steps[i].In.Kind == world.DueIn && still[p.ID] != p.Version {
			done[i] = true
		}
	}
	return done, nil
}

// overlaps reports whether a set writes a row that an earlier one of the batch writes, and notes what it writes.
func overlaps(set change.Set, written map[uuid.UUID]bool) bool {
	var mine []uuid.UUID
	for _, c := range set.Changes {
		switch c := c.(type) {
		case change.SaveReport:
			mine = append(mine, c.ID)
		case change.SaveMeeting:
			mine = append(mine, c.Meeting.ID)
		case change.SavePerson:
			mine = append(mine, c.Person.ID)
		case change.EndPlan:
			mine = append(mine, c.ID)
		case change.MovePlan:
			mine = append(mine, c.ID)
		}
	}
	for _, id := range mine {
		if written[id] {
			return true
		}
	}
	for _, id := range mine {
		written[id] = true
	}
	return false
}

func summary(set change.Set) Result {
	res := Result{Fresh: true}
	for _, c := range set.Changes {
		switch x := c.(type) {
		case change.Text:
			res.Nudge = append(res.Nudge, x.PhoneID)
		case change.Said:
			res.Said = x
		}
	}
	return res
}
