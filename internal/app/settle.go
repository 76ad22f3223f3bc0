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
	Duty Duty

	mu      sync.Mutex
	seen    map[uuid.UUID]*looked
	stopped time.Time // machine: when a stop was last seen to hold
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

// judge reads the provider's list when its time has come and says what it proves, if anything.
func (s *Settler) judge(ctx context.Context, u Unknown, list listing) (Judgement, bool) {
	l := s.look(u.ID)
	if l == nil || !s.timeToLook(u, l) {
		return s.outOfTime(u)
	}
	listed, err := list(ctx, u)
	if err != nil {
		return s.outOfTime(u)
	}
	mine, others, err := s.candidates(ctx, u, listed)
	if err != nil {
		s.Log.ErrorContext(ctx, "known messages not read", "error", err)
		return Judgement{}, false
	}
	switch {
	case len(mine) > 0 && u.Twins >= len(mine) && u.Unsettled:
		return Judgement{}, false // an older row with the same words stays with staff: never two out of one
	case len(mine) > 0:
		j := Judgement{
			Unknown: u, Kind: JudgedSent, SID: mine[0].SID, Status: mine[0].Status, Code: mine[0].Code,
			Reason: "found in the provider's list",
		}
		for _, d := range mine[1:] {
			j.Doubled = append(j.Doubled, d.SID)
		}
		return j, true
	case others > 0:
		if u.Unsettled {
			return Judgement{}, false
		}
		return Judgement{Unknown: u, Kind: JudgedUnsettled, Reason: "another system's text stands in the provider's list"}, true
	}
	l.empty++
	return s.negative(ctx, u, l)
}

// timeToLook spaces the listings out.
func (s *Settler) timeToLook(u Unknown, l *looked) bool {
	if u.Age < l.nextAge {
		return false
	}
	next := u.Age + s.Times.ListGap
	for _, a := range listAges() {
		if a > u.Age && u.Age > s.Times.Unsettled {
			next = a
			break
		}
	}
	l.nextAge = next
	return true
}

// candidates are the provider's outbound texts to this phone since the claim that stand on no row of ours: with our words, oldest
// first, and with others.
func (s *Settler) candidates(ctx context.Context, u Unknown, listed []Listed) (mine []Listed, others int, err error) {
	sids := make([]string, 0, len(listed))
	for _, m := range listed {
		sids = append(sids, m.SID)
	}
	known, err := s.Store.KnownSIDs(ctx, sids)
	if err != nil {
		return nil, 0, err
	}
	for i := len(listed) - 1; i >= 0; i-- {
		m := listed[i]
		if known[m.SID] || !m.Outbound || m.Age > u.Age+listMargin {
			continue
		}
		if sameWords(u.Body, m.Body) {
			mine = append(mine, m)
		} else {
			others++
		}
	}
	return mine, others, nil
}

// sameWords compares what we handed over with what the provider keeps: it may trim, replace typographic marks, and put a trial
// account's prefix before it.
func sameWords(ours, theirs sms.Body) bool {
	a, b := plain(ours.Text()), plain(theirs.Text())
	return a == b || a == plain(trimTrial(theirs.Text()))
}

// negative decides whether silence proves that nothing was sent.
func (s *Settler) negative(ctx context.Context, u Unknown, l *looked) (Judgement, bool) {
	if u.Age < s.Times.Verdict || l.empty < 2 {
		return s.outOfTime(u)
	}
	var reason string
	switch {
	case s.Times.ListExact:
		reason = "not in the provider's list, which is exact"
	case s.witness(ctx, u):
		reason = "not in the provider's list, which has later ones"
	case u.Reply && u.Age >= s.Times.ReplyVerdict:
		reason = "neither a callback nor the provider's list has it"
	case u.Age >= s.Times.UnaskedAfter:
		reason = "not in the provider's list for 15 minutes"
	default:
		return s.outOfTime(u)
	}
	return Judgement{Unknown: u, Kind: JudgedNotSent, Reason: reason}, true
}

// witness looks for a text of ours in the provider's newest page that was created after this one's claim: the list is not behind.
func (s *Settler) witness(ctx context.Context, u Unknown) bool {
	newest, err := s.Provider.Newest(ctx)
	if err != nil {
		return false
	}
	var sids []string
	for _, m := range newest {
		if m.Age < u.Age-time.Second {
			sids = append(sids, m.SID)
		}
	}
	if len(sids) == 0 {
		return false
	}
	known, err := s.Store.KnownSIDs(ctx, sids)
	return err == nil && len(known) > 0
}

// outOfTime frees the lane of an unknown that nothing could settle in time, and shows it to staff. While nothing can be sent, its lane
// waits with it.
func (s *Settler) outOfTime(u Unknown) (Judgement, bool) {
	if u.Unsettled || u.UnknownFor < s.Times.Unsettled {
		return Judgement{}, false
	}
	s.mu.Lock()
	stopped := s.stopped
	s.mu.Unlock()
	if !stopped.IsZero() && time.Since(stopped) < s.Times.Unsettled { //nolint:forbidigo // a lease: real time, never the movable clock
		return Judgement{}, false
	}
	return Judgement{Unknown: u, Kind: JudgedUnsettled, Reason: "the provider could not tell in time"}, true
}

// recheck reads the list once more for texts that were sent again on silence: a list that was behind shows by now what it hid, and a text
// that went out twice is counted and shown.
func (s *Settler) recheck(ctx context.Context) error {
	list, err := s.Store.Rechecks(ctx, settleBatch)
	if err != nil {
		return fmt.Errorf("find what to look up again: %w", err)
	}
	for _, u := range list {
		listed, err := s.counted(s.Provider.ListTo(ctx, u.To, u.Age+listMargin))
		if err != nil {
			return nil // it comes again
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
