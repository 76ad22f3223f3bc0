package app

import (
	"context"
	"errors"
	"sync"
)

// together does in one go what arrives while the last go is under way. What comes alone waits for nobody. The zero value is ready.
type together[T, R any] struct {
	mu      sync.Mutex
	waiting []goer[T, R]
	running bool
}

// goer has room for its result: a caller that left holds nobody up.
type goer[T, R any] struct {
	what T
	done chan went[R]
}

type went[R any] struct {
	res R
	err error
}

// errGo says that a go returned nothing, or other than one result for each.
var errGo = errors.New("done together with others that went wrong")

// do hands one to the next go and returns what became of it. A caller whose ctx ends first leaves alone; it is done all the same.
func (g *together[T, R]) do(ctx context.Context, run func(context.Context, []T) ([]R, error), what T) (R, error) {
	one := goer[T, R]{what, make(chan went[R], 1)}
	g.mu.Lock()
	g.waiting = append(g.waiting, one)
	begins := !g.running
	g.running = true
	g.mu.Unlock()
	switch ours := context.WithoutCancel(ctx); {
	case begins && ctx.Done() == nil: // it waits in any case: the first go, which is its own, is its to run
		if g.once(ours, run); !g.idle() {
			go g.run(ours, run)
		}
	case begins:
		go g.run(ours, run)
	}
	select {
	case w := <-one.done:
		return w.res, w.err
	case <-ctx.Done():
		var none R
		return none, ctx.Err()
	}
}

func (g *together[T, R]) run(ctx context.Context, run func(context.Context, []T) ([]R, error)) {
	for g.once(ctx, run) {
	}
}

// once does the next go; false: nobody waits, and the next to come starts anew.
func (g *together[T, R]) once(ctx context.Context, run func(context.Context, []T) ([]R, error)) bool {
	batch := g.take()
	if len(batch) == 0 {
		return false
	}
	list := make([]T, len(batch))
	for i, one := range batch {
		list[i] = one.what
	}
	got, err := safely(ctx, run, list)
	if err == nil && len(got) != len(list) {
		err = errGo
	}
	for i, one := range batch {
		w := went[R]{err: err}
		if err == nil {
			w.res = got[i]
		}
		one.done <- w
	}
	return true
}

// idle reports whether nobody waits, and ends the run if so.
func (g *together[T, R]) idle() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.running = len(g.waiting) > 0
	return !g.running
}

// take returns the next go, none when nobody waits: then the next to come starts anew.
func (g *together[T, R]) take() []goer[T, R] {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := min(len(g.waiting), maxBatch)
	batch := g.waiting[:n:n]
	g.waiting = g.waiting[n:]
	g.running = n > 0
	return batch
}

// safely is run that answers also when it ends in a panic.
func safely[T, R any](ctx context.Context, run func(context.Context, []T) ([]R, error), list []T) (got []R, err error) {
	defer func() {
		if recover() != nil {
			got, err = nil, errGo
		}
	}()
	return run(ctx, list)
}
