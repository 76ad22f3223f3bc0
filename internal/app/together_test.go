package app

import (
	"context"
	"errors"
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
