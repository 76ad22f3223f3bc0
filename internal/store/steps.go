package store

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/reportback/reportback/internal/app"
)

// steps are when the database's clock was set, as seen from this process, which counts real time. Claims carry that clock's time: set
// forward by minutes it makes a claim look old whose call is still under way, and the provider's list would prove too early that nothing
// was sent.
type steps struct {
	real func() time.Time // real time, with its monotonic reading; nil: no step is seen

	mu   sync.Mutex
	said time.Time // what the clock said last
	from time.Time // machine: just before it was asked then
	to   time.Time // machine: just after
	list []step
}

// step is once that the clock was set forward.
type step struct {
	before time.Time // what was written up to then looks older than it is
	by     time.Duration
	seen   time.Time // machine
}

const (
	// leastStep is what two readings of the clock may differ by from the real time between them.
	leastStep = 2 * time.Second
	// stepsKept is for how long a step counts: an unknown is looked for during a day.
	stepsKept = 25 * time.Hour
)

// ask reads the clock by a query, one at a time, so that the readings have an order.
func (s *steps) ask(query func() (time.Time, error)) error {
	if s.real == nil {
		_, err := query()
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	from := s.real()
	said, err := query()
	if err == nil && !said.IsZero() {
		s.read(said, from, s.real())
	}
	return err
}

// read notes what the clock said between two moments. A process that was stopped meanwhile has seen no step: it knows only within what time
// the clock was read.
func (s *steps) read(said, from, to time.Time) {
	if !s.said.IsZero() {
		moved := said.Sub(s.said)
		if by := moved - to.Sub(s.from); by > leastStep {
			s.list = append(s.list, step{before: said.Add(-by), by: by, seen: to})
		}
		if back := from.Sub(s.to) - moved; back > leastStep {
			s.takeBack(back)
		}
	}
	s.list = slices.DeleteFunc(s.list, func(p step) bool { return p.by <= 0 || to.Sub(p.seen) > stepsKept })
	s.said, s.from, s.to = said, from, to
}

// takeBack lets a step back undo steps forward, the newest first.
func (s *steps) takeBack(back time.Duration) {
	for i := range slices.Backward(s.list) {
		by := min(back, s.list[i].by)
		s.list[i].by -= by
		back -= by
	}
}

// within reports whether the clock was set forward less than so long ago.
func (s *steps) within(d time.Duration) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(s.list, func(p step) bool { return s.real().Sub(p.seen) < d })
}

// age is the age of what the clock, which says now, makes so old.
func (s *steps) age(now time.Time, age time.Duration) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	written, out := now.Add(-age), age
	for _, p := range s.list {
		if !written.After(p.before) {
			out -= p.by
		}
	}
	return out
}

// SetRealTime gives what counts real time (time.Now): with it, a step of the database's clock makes no claim older than it is.
func (s *DB) SetRealTime(now func() time.Time) { s.steps.real = now }

// clock reads the database's clock.
func (s *DB) clock(ctx context.Context) (time.Time, error) {
	var now []time.Time
	if err := s.sel(ctx, &now, `SELECT clock_timestamp()`); err != nil || len(now) == 0 {
		return time.Time{}, err
	}
	return now[0], nil
}

// realAges takes the clock's steps out of the ages of unknowns.
func (s *DB) realAges(list []app.Unknown, now []time.Time) {
	for i := range list {
		u := &list[i]
		u.Age, u.UnknownFor = s.steps.age(now[i], u.Age), s.steps.age(now[i], u.UnknownFor)
	}
}
