package app

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// Settler finds out what became of texts whose outcome is unclear: by the provider's own books, never by sending again blindly. One worker
// does it at a time.
type Settler struct {
	Deps
	Duty     Duty
	Receiver *Receiver

	mu      sync.Mutex
	seen    map[uuid.UUID]*looked
	stopped time.Time // machine: when a stop was last seen to hold
	relook  time.Time // machine: not before then is looked up again what was sent again on silence
}

// looked is what this process has seen of one unknown in the provider's list. It may be lost at any time: then it is looked for again.
type looked struct {
	attempt int
	empty   int // complete listings without a candidate
	nextAge time.Duration
}

// How many listings run at once, and from how many texts on one listing of everybody's is cheaper than one for each.
const (
	listAtOnce  = 8
	sharedFrom  = 4
	settleBatch = 200
)

// listMargin is how much older than the claim a message may look: the provider counts whole seconds, and a listing takes its time.
const listMargin = 3 * time.Minute

// listAges is when, by the age of the claim, the provider's list is read once the lane is free; before that, every Times.ListGap.
func listAges() []time.Duration {
	return []time.Duration{2 * time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour, 24 * time.Hour}
}

// Settle looks at every unknown once, and once more at what was sent again on silence.
func (s *Settler) Settle(ctx context.Context) error {
	return s.Duty.Do(ctx, func(ctx context.Context) error { return errors.Join(s.settle(ctx), s.recheck(ctx)) })
}

func (s *Settler) settle(ctx context.Context) error {
	unknowns, err := s.Store.Unknowns(ctx, settleBatch)
	if err != nil {
		return fmt.Errorf("find unknown outcomes: %w", err)
	}
	s.forget(unknowns)
	if len(unknowns) == 0 {
		return nil
	}
	if err := s.noteStop(ctx); err != nil {
		return err
	}
	list := s.lister(ctx, unknowns)
	judged := make([]*Judgement, len(unknowns))
	eachOf(len(unknowns), listAtOnce, func(i int) {
		if j, ok := s.judge(ctx, unknowns[i], list); ok {
			judged[i] = &j
		}
	})
	return s.write(ctx, judged)
}

// eachOf calls fn for 0 to n-1, some at a time, and waits for all.
func eachOf(n, atOnce int, fn func(i int)) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, atOnce)
	for i := range n {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			fn(i)
		})
	}
	wg.Wait()
}

// write settles what was judged, in the order of the unknowns.
func (s *Settler) write(ctx context.Context, judged []*Judgement) error {
	var freed []int64
	for _, j := range judged {
		if j == nil {
			continue
		}
		free, err := s.Store.Verdict(ctx, s.Clock.Now(), *j)
		if err != nil {
			return fmt.Errorf("settle %s: %w", j.Unknown.ID, err)
		}
		if free {
			freed = append(freed, j.Unknown.PhoneID)
			s.Meter.Count("unknowns_settled", judgementLabel(*j))
		}
		if u := j.Unknown; free && j.Kind == JudgedSent && j.Status.Failed() {
			s.ended(ctx, s.Receiver, sms.Callback{MessageID: u.ID, SID: j.SID, To: u.To, Status: j.Status, Code: j.Code})
		}
		if len(j.Doubled) > 0 {
			s.Meter.Count("doubled_texts", "listing")
			s.Log.ErrorContext(ctx, "a text was sent twice", "message_id", j.Unknown.ID)
		}
	}
	if len(freed) > 0 {
		s.Queue.Nudge(ctx, freed)
	}
	return nil
}

// noteStop remembers that sending is held up: while it is, and for a while after, lanes are worth keeping, since nothing could pass in
// them.
func (s *Settler) noteStop(ctx context.Context) error {
	_, open, err := s.Store.Stopped(ctx)
	if err != nil {
		return fmt.Errorf("read the stop: %w", err)
	}
	if open {
		s.mu.Lock()
		s.stopped = time.Now() //nolint:forbidigo // a lease: real time, never the movable clock
		s.mu.Unlock()
	}
	return nil
}

// listing reads the provider's messages to a phone since a moment.
type listing func(ctx context.Context, u Unknown) ([]Listed, error)

// lister shares one listing of everybody's among many unknowns: one for each would be hundreds of calls a round while a provider is down.
func (s *Settler) lister(ctx context.Context, unknowns []Unknown) listing {
	alone := func(ctx context.Context, u Unknown) ([]Listed, error) {
		return s.counted(s.Provider.ListTo(ctx, u.To, u.Age+listMargin))
	}
	due, within := 0, time.Duration(0)
	for _, u := range unknowns {
		if l := s.look(u.ID); l != nil && u.Age >= l.nextAge {
			due++
			within = max(within, u.Age+listMargin)
		}
	}
	if due < sharedFrom {
		return alone
	}
	all, err := s.counted(s.Provider.ListAll(ctx, within))
	if err != nil {
		return func(context.Context, Unknown) ([]Listed, error) { return nil, err }
	}
	byPhone := map[string][]Listed{}
	for _, m := range all {
		byPhone[m.To] = append(byPhone[m.To], m)
	}
	return func(_ context.Context, u Unknown) ([]Listed, error) { return byPhone[u.To.E164()], nil }
}

func (s *Settler) counted(list []Listed, err error) ([]Listed, error) {
	if err != nil {
		s.Meter.Count("listings", "failed")
		return nil, err
	}
	s.Meter.Count("listings", "complete")
	return list, nil
}

func judgementLabel(j Judgement) string {
	switch j.Kind {
	case JudgedSent:
		return "sent"
	case JudgedNotSent:
		return "not_sent"
	case JudgedUnsettled:
	}
	return "unsettled"
}

// forget drops what was seen of texts that are no longer unknown.
func (s *Settler) forget(now []Unknown) {
	s.mu.Lock()
	defer s.mu.Unlock()
	keep := map[uuid.UUID]*looked{}
	for _, u := range now {
		l := s.seen[u.ID]
		if l == nil || l.attempt != u.Attempt {
			l = &looked{attempt: u.Attempt}
		}
		keep[u.ID] = l
	}
	s.seen = keep
}

func (s *Settler) look(id uuid.UUID) *looked {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seen[id]
}

// recheck reads the list once more for texts that were sent again on silence: a list that was behind shows by now what it hid, and a text
// that went out twice is counted and shown.
func (s *Settler) recheck(ctx context.Context) error {
	if time.Now().Before(s.relook) { //nolint:forbidigo // a lease: real time, never the movable clock
		return nil
	}
	list, err := s.Store.Rechecks(ctx, settleBatch)
	if err != nil {
		return fmt.Errorf("find what to look up again: %w", err)
	}
	for _, u := range list {
		listed, err := s.counted(s.Provider.ListTo(ctx, u.To, u.Age+listMargin))
		if err != nil {
			s.relook = time.Now().Add(s.Times.ListGap) //nolint:forbidigo // as above
			return nil                                 // it comes again
		}
		mine, _, err := s.candidates(ctx, u, listed)
		if err != nil {
			return err
		}
		var doubled []string
		for _, m := range mine {
			doubled = append(doubled, m.SID)
		}
		if err := s.Store.Rechecked(ctx, s.Clock.Now(), u, doubled); err != nil {
			return fmt.Errorf("note what was looked up again: %w", err)
		}
		if len(doubled) > 0 {
			s.Meter.Count("doubled_texts", "listing")
			s.Log.ErrorContext(ctx, "a text was sent twice", "message_id", u.ID)
		}
	}
	return nil
}

func plain(s string) string { return collapse(sms.Tidy(s)) }
