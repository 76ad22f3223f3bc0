package app

import (
	"context"
	"time"

	"github.com/reportback/reportback/internal/core/sms"
)

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
