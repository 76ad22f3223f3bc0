package app

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// storing is what a batch is handed to: it says what it got and stores it when it is let.
type storing struct {
	got chan []Step
	let chan struct{}
}

func newStoring() *storing { return &storing{got: make(chan []Step, 100), let: make(chan struct{})} }

func (s *storing) run(_ context.Context, steps []Step) []Result {
	s.got <- steps
	<-s.let
	out := make([]Result, len(steps))
	for i := range out {
		out[i].Fresh = true
	}
	return out
}

func text(t *testing.T, body string) Step {
	t.Helper()
	p, err := sms.PhoneFromE164("+12065550101")
	if err != nil {
		t.Fatal(err)
	}
	return Step{Phone: p, Dedupe: body, In: world.Input{Inbound: sms.Inbound{Body: sms.NewBody(body)}}}
}

// waits returns when n steps stand in the lines of g.
func (g *gather) waits(n int) {
	for have := -1; have < n; {
		have = 0
		for i := range g.lines {
			g.lines[i].mu.Lock()
			have += len(g.lines[i].waiting)
			g.lines[i].mu.Unlock()
		}
	}
}

func TestWhatArrivesMeanwhileIsOneBatchInItsOrder(t *testing.T) {
	t.Parallel()
	var g gather
	s := newStoring()
	var all sync.WaitGroup
	send := func(body string) {
		all.Go(func() {
			if res := g.do(t.Context(), s.run, text(t, body)); res.Err != nil || !res.Fresh {
				t.Errorf("%s: %+v", body, res)
			}
		})
	}
	send("alone")
	if first := <-s.got; len(first) != 1 || first[0].Dedupe != "alone" {
		t.Fatalf("the first waits for others: %d", len(first))
	}
	for i := range maxBatch + 6 {
		send(strconv.Itoa(i))
		g.waits(i + 1)
	}
	s.let <- struct{}{}
	next := 0
	for _, n := range []int{maxBatch, 6} {
		batch := <-s.got
		if len(batch) != n {
			t.Errorf("a batch of %d, want %d", len(batch), n)
		}
		for _, st := range batch {
			if st.Dedupe != strconv.Itoa(next) {
				t.Errorf("%s is taken where %d arrived", st.Dedupe, next)
			}
			next++
		}
		s.let <- struct{}{}
	}
	all.Wait()
}

func TestABatchIsBoundedByItsWords(t *testing.T) {
	t.Parallel()
	var g gather
	s := newStoring()
	var all sync.WaitGroup
	send := func(body string) {
		all.Go(func() { _ = g.do(t.Context(), s.run, text(t, body)) })
	}
	send("first")
	<-s.got
	long := strings.Repeat("x", maxBatchBytes/3)
	for i := range 4 {
		send(long)
		g.waits(i + 1)
	}
	s.let <- struct{}{}
	for _, n := range []int{3, 1} {
		if got := len(<-s.got); got != n {
			t.Errorf("a batch of %d, want %d", got, n)
		}
		s.let <- struct{}{}
	}
	all.Wait()
}

func TestWhoLeavesTakesNobodyAlongAndAFullLineSaysSo(t *testing.T) {
	t.Parallel()
	var g gather
	s := newStoring()
	ctx, leave := context.WithCancel(t.Context())
	var all sync.WaitGroup
	all.Go(func() {
		if res := g.do(ctx, s.run, text(t, "leaves")); !errors.Is(res.Err, context.Canceled) {
			t.Errorf("who left got %+v", res)
		}
	})
	<-s.got
	leave()
	all.Wait()
	for i := range maxWaiting {
		all.Go(func() {
			if res := g.do(t.Context(), s.run, text(t, "waits")); res.Err != nil || !res.Fresh {
				t.Errorf("who waited got %+v", res)
			}
		})
		g.waits(i + 1)
	}
	if res := g.do(t.Context(), s.run, text(t, "one too many")); !errors.Is(res.Err, ErrBusy) {
		t.Errorf("a full line: %+v", res)
	}
	close(s.let)
	all.Wait()
	if res := g.do(t.Context(), s.run, text(t, "later")); res.Err != nil || !res.Fresh {
		t.Errorf("after the line was full: %+v", res)
	}
}

func TestAPanicIsAnsweredAndTheLineGoesOn(t *testing.T) {
	t.Parallel()
	var g gather
	boom := func(context.Context, []Step) []Result { panic("boom") }
	if res := g.do(t.Context(), boom, text(t, "a")); res.Err == nil {
		t.Error("a panic went by as stored")
	}
	s := newStoring()
	close(s.let)
	if res := g.do(t.Context(), s.run, text(t, "b")); res.Err != nil {
		t.Errorf("after a panic: %v", res.Err)
	}
}
