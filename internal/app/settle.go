package app

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// Settler finds out what became of texts whose outcome is unclear: by the provider's own books, never by sending again blindly.
type Settler struct {
	Deps
	mu   sync.Mutex
	seen map[uuid.UUID]*looked
}

// looked is what this process has seen of one unknown in the provider's list. It may be lost at any time: then it is looked for again.
type looked struct {
	attempt int
	empty   int // complete listings without a candidate
	nextAge time.Duration
}

// listAges is when, by the age of the claim, the provider's list is read once the lane is free; before that, every Times.ListGap.
func listAges() []time.Duration {
	return []time.Duration{2 * time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour, 24 * time.Hour}
}

// Settle looks at every unknown once.
func (s *Settler) Settle(ctx context.Context) error {
	unknowns, err := s.Store.Unknowns(ctx, 200)
	if err != nil {
		return fmt.Errorf("find unknown outcomes: %w", err)
	}
	s.forget(unknowns)
	var freed []int64
	for _, u := range unknowns {
		j, ok := s.judge(ctx, u)
		if !ok {
			continue
		}
		free, err := s.Store.Verdict(ctx, s.Clock.Now(), j)
		if err != nil {
			return fmt.Errorf("settle %s: %w", u.ID, err)
		}
		s.Meter.Count("unknowns_settled", judgementLabel(j))
		if len(j.Doubled) > 0 {
			s.Meter.Count("doubled_texts", "listing")
			s.Log.ErrorContext(ctx, "a text was sent twice", "message_id", u.ID)
		}
		if free {
			freed = append(freed, u.PhoneID)
		}
	}
	if len(freed) > 0 {
		s.Queue.Nudge(ctx, freed)
	}
	return nil
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
func (s *Settler) judge(ctx context.Context, u Unknown) (Judgement, bool) {
	l := s.look(u.ID)
	if l == nil || !s.timeToLook(u, l) {
		return s.outOfTime(u)
	}
	listed, err := s.Provider.ListTo(ctx, u.To, u.ClaimedAt.Add(-2*time.Minute))
	if err != nil {
		s.Meter.Count("listings", "failed")
		return s.outOfTime(u)
	}
	s.Meter.Count("listings", "complete")
	mine, others, err := s.candidates(ctx, u, listed)
	if err != nil {
		s.Log.ErrorContext(ctx, "known messages not read", "error", err)
		return Judgement{}, false
	}
	switch {
	case len(mine) > 0 && u.Twins >= len(mine) && u.Unsettled:
		return Judgement{}, false // an older row with the same words stays with staff: never two out of one
	case len(mine) > 0:
		j := Judgement{Unknown: u, Kind: JudgedSent, SID: mine[0].SID, Status: mine[0].Status, Code: mine[0].Code, Reason: "found in the provider's list"}
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
		if known[m.SID] || !m.Outbound {
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
	case u.Reply && u.Age >= s.Times.ReplyVerdict:
		reason = "neither a callback nor the provider's list has it"
	case u.Age >= s.Times.UnaskedAfter:
		reason = "not in the provider's list for 15 minutes"
	case s.witness(ctx, u):
		reason = "not in the provider's list, which has later ones"
	default:
		return s.outOfTime(u)
	}
	if u.Requeued {
		return Judgement{Unknown: u, Kind: JudgedUnsettled, Reason: "unclear for a second time"}, !u.Unsettled
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
		if m.CreatedAt.After(u.ClaimedAt.Add(time.Second)) {
			sids = append(sids, m.SID)
		}
	}
	if len(sids) == 0 {
		return false
	}
	known, err := s.Store.KnownSIDs(ctx, sids)
	return err == nil && len(known) > 0
}

// outOfTime frees the lane of an unknown that nothing could settle in time, and shows it to staff.
func (s *Settler) outOfTime(u Unknown) (Judgement, bool) {
	if u.Unsettled || u.UnknownFor < s.Times.Unsettled {
		return Judgement{}, false
	}
	return Judgement{Unknown: u, Kind: JudgedUnsettled, Reason: "the provider could not tell for a minute"}, true
}

func plain(s string) string { return collapse(sms.Tidy(s)) }
