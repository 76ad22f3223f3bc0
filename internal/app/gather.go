package app

import (
	"context"
	"errors"
	"hash/maphash"
	"sync"
)

// gather stores texts that arrive together in one transaction: while one batch is being stored, what arrives waits and is the next. A text
// that comes alone waits for nobody. The zero value is ready. One phone's texts stay in one line, so they are taken in the order of their
// arrival in this process; between processes the phone's lock decides.
type gather struct {
	once  sync.Once
	seed  maphash.Seed
	lines [gatherLines]line
}

const (
	// gatherLines is how many batches may be stored at a time.
	gatherLines = 2
	// maxWaiting bounds a line: who comes when it is full is told to come again, which the provider does.
	maxWaiting = 1024
	// maxBatchBytes bounds the words of one batch beside its steps.
	maxBatchBytes = 256 << 10
)

// ErrBusy says that too much waits to be stored: nothing was, and the same may be handed in again.
var ErrBusy = errors.New("too many texts wait to be stored")

type line struct {
	mu      sync.Mutex
	waiting []*waiting
	running bool
}

type waiting struct {
	step Step
	size int
	done chan Result // has room for the result: a caller that left holds nobody up
}

// do stores one step with others and returns what became of it. A caller whose ctx ends first leaves alone: the step is stored all the same,
// and its repeat is a duplicate.
func (g *gather) do(ctx context.Context, run func(context.Context, []Step) []Result, s Step) Result {
	g.once.Do(func() { g.seed = maphash.MakeSeed() })
	l := &g.lines[maphash.String(g.seed, s.Phone.E164())%gatherLines]
	w := &waiting{step: s, size: len(s.In.Inbound.Body.Text()), done: make(chan Result, 1)}
	ours := context.WithoutCancel(ctx) // a batch is no caller's own
	if !l.add(w, func() { l.run(ours, run) }) {
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
	if len(l.waiting) == maxWaiting {
		return false
	}
	l.waiting = append(l.waiting, w)
	if !l.running {
		l.running = true
		go start()
	}
	return true
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
		}
		for i, res := range runAll(ctx, run, steps) {
			batch[i].done <- res
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
