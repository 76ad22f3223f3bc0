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

// TestAPhoneThatSomebodyHoldsHoldsUpNobodyElse: its texts leave the line and are stored in their order once it is let go; the others go on.
func TestAPhoneThatSomebodyHoldsHoldsUpNobodyElse(t *testing.T) {
	t.Parallel()
	held := text(t, "").Phone
	free, err := sms.PhoneFromE164("+12065550102")
	if err != nil {
		t.Fatal(err)
	}
	letGo := make(chan struct{})
	var mu sync.Mutex
	var stored []string
	run := func(_ context.Context, steps []Step) []Result {
		out := make([]Result, len(steps))
		for i, s := range steps {
			if s.Phone == held {
				if s.Hasty {
					out[i].Err = ErrLocked
					continue
				}
				<-letGo
			}
			mu.Lock()
			stored = append(stored, s.Dedupe)
			mu.Unlock()
		}
		return out
	}
	var g gather
	var wg sync.WaitGroup
	send := func(p sms.Phone, name string) {
		s := text(t, name)
		s.Phone = p
		wg.Go(func() {
			if res := g.do(t.Context(), run, s); res.Err != nil {
				t.Errorf("%s: %v", name, res.Err)
			}
		})
	}
	inDetour := func(n int) {
		for have := -1; have < n; {
			have = 0
			for i := range g.lines {
				g.lines[i].mu.Lock()
				if d, ok := g.lines[i].detours[held]; ok {
					have = 1 + len(d) // one of them is under way
				}
				g.lines[i].mu.Unlock()
			}
		}
	}
	for i := range 4 {
		send(held, "held "+strconv.Itoa(i))
		inDetour(i + 1)
	}
	for i := range 3 {
		s := text(t, "free "+strconv.Itoa(i))
		s.Phone = free
		if res := g.do(t.Context(), run, s); res.Err != nil {
			t.Fatal(res.Err)
		}
	}
	mu.Lock()
	if got := strings.Join(stored, ", "); got != "free 0, free 1, free 2" {
		t.Errorf("stored while it is held: %s", got)
	}
	mu.Unlock()
	close(letGo)
	wg.Wait()
	if got := strings.Join(stored, ", "); got != "free 0, free 1, free 2, held 0, held 1, held 2, held 3" {
		t.Errorf("in the end: %s", got)
	}
}
