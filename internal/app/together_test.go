package app

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
	"testing"
)

// TestWhatComesMeanwhileGoesTogether: one alone goes at once; those that come while it goes are one go, each with its own result; a go that
// fails or panics is told to each of it, and the next goes on.
func TestWhatComesMeanwhileGoesTogether(t *testing.T) {
	t.Parallel()
	var g together[int, int]
	goes, let := make(chan []int, 10), make(chan error)
	run := func(_ context.Context, list []int) ([]int, error) {
		goes <- list
		err := <-let
		if errors.Is(err, errPanic) {
			panic(err)
		}
		out := make([]int, len(list))
		for i, n := range list {
			out[i] = 10 * n
		}
		return out, err
	}
	var all sync.WaitGroup
	send := func(n int, want error) {
		all.Go(func() {
			got, err := g.do(t.Context(), run, n)
			if !errors.Is(err, want) || err == nil && got != 10*n {
				t.Errorf("%d: %d, %v", n, got, err)
			}
		})
	}
	waits := func(n int) {
		for have := -1; have != n; {
			g.mu.Lock()
			have = len(g.waiting)
			g.mu.Unlock()
		}
	}
	next := func(want ...int) {
		t.Helper()
		got := <-goes
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("a go of %v, want %v", got, want)
		}
	}
	broken := errors.New("broken")
	send(1, nil)
	next(1)
	send(2, broken)
	send(3, broken)
	waits(2)
	let <- nil
	next(2, 3)
	send(4, errGo)
	waits(1)
	let <- broken
	next(4)
	send(5, nil)
	waits(1)
	let <- errPanic
	next(5)
	let <- nil
	all.Wait()
}

// TestWhoLeavesIsDoneAllTheSame: a caller's end is not the go's.
func TestWhoLeavesIsDoneAllTheSame(t *testing.T) {
	t.Parallel()
	var g together[int, int]
	begun, let, done := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	ctx, leave := context.WithCancel(t.Context())
	go func() {
		_, err := g.do(ctx, func(ctx context.Context, list []int) ([]int, error) {
			close(begun)
			<-let
			done <- ctx.Err()
			return list, nil
		}, 1)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("left with %v", err)
		}
		close(let)
	}()
	<-begun
	leave()
	if err := <-done; err != nil {
		t.Errorf("the go ended with its caller: %v", err)
	}
}

// TestWhoCannotLeaveGoesItself: a caller whose context has no end does the first go; what comes meanwhile goes together, and holds the
// caller up no longer.
func TestWhoCannotLeaveGoesItself(t *testing.T) {
	t.Parallel()
	var g together[int, int]
	begun, let := make(chan []int, 3), make(chan struct{})
	run := func(ctx context.Context, list []int) ([]int, error) {
		begun <- list
		<-let
		return list, ctx.Err()
	}
	first, rest := make(chan int), make(chan int, 2)
	do := func(n int, to chan<- int) {
		got, err := g.do(context.Background(), run, n)
		if err != nil {
			t.Error(err)
		}
		to <- got
	}
	go do(1, first)
	<-begun
	for n := range 2 {
		go do(n+2, rest)
	}
	for waiting := 0; waiting < 2; runtime.Gosched() {
		g.mu.Lock()
		waiting = len(g.waiting)
		g.mu.Unlock()
	}
	let <- struct{}{}
	if got := <-first; got != 1 {
		t.Errorf("the first got %d", got)
	}
	if list := <-begun; len(list) != 2 {
		t.Errorf("%v went together", list)
	}
	let <- struct{}{}
	if got := <-rest + <-rest; got != 5 {
		t.Errorf("the others got %d", got)
	}
	if n, err := g.do(context.Background(), func(_ context.Context, list []int) ([]int, error) { return list, nil }, 4); n != 4 || err != nil {
		t.Errorf("the next alone got %d: %v", n, err)
	}
}

// TestACrewWorksOnWhatIsIdle: what is begun never waits for what is under way.
func TestACrewWorksOnWhatIsIdle(t *testing.T) {
	t.Parallel()
	var c crew
	let, done := make(chan struct{}), make(chan int, 3)
	for n := range 2 { // the second is not behind the first
		c.run(func() { done <- n; <-let })
	}
	if n := <-done + <-done; n != 1 {
		t.Errorf("%d ran", n)
	}
	close(let)
	c.run(func() { done <- 2 })
	if n := <-done; n != 2 {
		t.Errorf("%d came after them", n)
	}
}
