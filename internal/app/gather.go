package app

import (
	"context"
	"errors"
	"hash/maphash"
	"sync"

	"github.com/reportback/reportback/internal/core/sms"
)

// gather stores texts that arrive together in one transaction: while one batch is being stored, what arrives waits and is the next. A text
// that comes alone waits for nobody. The zero value is ready. One phone's texts stay in one line, so they are taken in the order of their
// arrival in this process; between processes the phone's lock decides.
type gather struct {
	once  sync.Once
	seed  maphash.Seed
	lines [gatherLines]line
	crew  crew
}

const (
	// gatherLines is how many batches may be stored at a time.
	gatherLines = 2
	// maxWaiting bounds a line: who comes when it is full is told to come again, which the provider does.
	maxWaiting = 1024
	// maxHeld bounds the texts of one phone that somebody holds.
	maxHeld = 256
	// maxBatchBytes bounds the words of one batch beside its steps.
	maxBatchBytes = 256 << 10
)

// ErrBusy says that too much waits to be stored: nothing was, and the same may be handed in again.
var ErrBusy = errors.New("too many texts wait to be stored")

type line struct {
	mu      sync.Mutex
	waiting []*waiting
	running bool
	detours map[sms.Phone][]*waiting // of phones that somebody holds: their texts wait here, in their order, and hold up nobody else
}

type waiting struct {
	step Step
	size int
	done chan Result // has room for the result: a caller that left holds nobody up
}

// do stores one step with others and returns what became of it. A caller whose ctx ends first leaves alone: the step is stored all the
// same, and its repeat is a duplicate.
func (g *gather) do(ctx context.Context, run func(context.Context, []Step) []Result, s Step) Result {
	g.once.Do(func() { g.seed = maphash.MakeSeed() })
	l := &g.lines[maphash.String(g.seed, s.Phone.E164())%gatherLines]
	w := &waiting{step: s, size: len(s.In.Inbound.Body.Text()), done: make(chan Result, 1)}
	ours := context.WithoutCancel(ctx) // a batch is no caller's own
	if !l.add(w, func() { g.crew.run(func() { l.run(ours, run) }) }) {
		return Result{Err: ErrBusy}
	}
	select {
	case res := <-w.done:
		return res
	case <-ctx.Done():
		return Result{Err: ctx.Err()}
	}
}

// add puts a step into the line and starts what takes them, unless it runs.
func (l *line) add(w *waiting, start func()) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if held, ok := l.detours[w.step.Phone]; ok {
		if len(held) >= maxHeld {
			return false
		}
		l.detours[w.step.Phone] = append(held, w)
		return true
	}
	if len(l.waiting) == maxWaiting {
		return false
	}
	l.waiting = append(l.waiting, w)
	if !l.running {
		l.running = true
		start()
	}
	return true
}

// detour takes steps, and what waits in the line from their phone, out of the line: somebody holds the phone.
func (l *line) detour(p sms.Phone, steps []*waiting) (begun bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.detours == nil {
		l.detours = map[sms.Phone][]*waiting{}
	}
	held, ok := l.detours[p]
	held = append(held, steps...)
	rest := l.waiting[:0:0]
	for _, x := range l.waiting {
		if x.step.Phone == p {
			held = append(held, x)
		} else {
			rest = append(rest, x)
		}
	}
	l.waiting, l.detours[p] = rest, held
	return !ok
}

// next returns the next step of a detour; when there is none, the detour is over.
func (l *line) next(p sms.Phone) *waiting {
	l.mu.Lock()
	defer l.mu.Unlock()
	held := l.detours[p]
	if len(held) == 0 {
		delete(l.detours, p)
		return nil
	}
	l.detours[p] = held[1:]
	return held[0]
}

// walk stores the steps of a phone that somebody holds, one after another, and waits for each.
func (l *line) walk(ctx context.Context, run func(context.Context, []Step) []Result, p sms.Phone) {
	for w := l.next(p); w != nil; w = l.next(p) {
		w.step.Hasty = false
		w.done <- runAll(ctx, run, []Step{w.step})[0]
	}
}

// take returns the next batch, none when nobody waits: then the next to come starts anew.
func (l *line) take() []*waiting {
	l.mu.Lock()
	defer l.mu.Unlock()
	n, size := 0, 0
	for n < len(l.waiting) && n < maxBatch && (n == 0 || size+l.waiting[n].size <= maxBatchBytes) {
		size += l.waiting[n].size
		n++
	}
	batch := l.waiting[:n:n]
	l.waiting = l.waiting[n:]
	l.running = n > 0
	return batch
}

func (l *line) run(ctx context.Context, run func(context.Context, []Step) []Result) {
	for batch := l.take(); len(batch) > 0; batch = l.take() {
		steps := make([]Step, len(batch))
		for i, w := range batch {
			steps[i] = w.step
			steps[i].Hasty = true
		}
		held := map[sms.Phone][]*waiting{}
		for i, res := range runAll(ctx, run, steps) {
			if w := batch[i]; errors.Is(res.Err, ErrLocked) {
				held[w.step.Phone] = append(held[w.step.Phone], w)
			} else {
				w.done <- res
			}
		}
		for p, steps := range held {
			if l.detour(p, steps) {
				go l.walk(ctx, run, p)
			}
		}
	}
}

// runAll answers every step, also when running them ends in a panic.
func runAll(ctx context.Context, run func(context.Context, []Step) []Result, steps []Step) (out []Result) {
	defer func() {
		if p := recover(); p != nil {
			out = make([]Result, len(steps))
			for i := range out {
				out[i].Err = errPanic
			}
		}
	}()
	return run(ctx, steps)
}
