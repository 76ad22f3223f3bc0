package store

import (
	"context"
	"fmt"
	"sort"
	"sync/atomic"
)

// pace is how fast a sender may send what nobody asked for. Answers go at once, and count: who waits for one is not behind a hundred
// reminders that the provider keeps in its queue for us. So does what stands before an answer to the same phone, whose order holds.
type pace struct {
	sender string
	rate   float64 // segments a second; 0: as fast as it goes
	owed   atomic.Int64
}

// SetPace bounds what leaves from a sender to so many segments a second; 0 is no bound.
func (s *DB) SetPace(sender string, rate float64) { s.pace.sender, s.pace.rate = sender, rate }

// count notes segments that went without asking.
func (p *pace) count(segments int) {
	if p.rate > 0 {
		p.owed.Add(int64(segments))
	}
}

// payFrom is how many segments are owed when they are paid though nothing waits: what came over days must not be paid at once, when the
// time that they took is over.
const payFrom = 16

// pay takes what is owed from what there is, once in a while. What is lost with a process is little.
func (s *DB) pay(ctx context.Context) error {
	p := &s.pace
	if p.rate <= 0 || p.owed.Load() < payFrom {
		return nil
	}
	owed := p.owed.Swap(0)
	if _, err := s.exec(ctx, spendSQL, p.sender, owed); err != nil {
		p.owed.Add(owed)
		return fmt.Errorf("pace: %w", err)
	}
	return nil
}

const (
	// A sender that was idle may begin with ten seconds' worth. A clock that stepped back gives nothing, once.
	paceSQL = `
INSERT INTO paces (sender, tokens, at) VALUES ($1, 10 * $2::float8 - $3, clock_timestamp())
ON CONFLICT (sender) DO UPDATE SET at = clock_timestamp(),
  tokens = least(10 * $2::float8, paces.tokens + $2::float8 * greatest(extract(epoch FROM clock_timestamp() - paces.at), 0)) - $3
  RETURNING tokens`

	spendSQL = `UPDATE paces SET tokens = tokens - $2 WHERE sender = $1`
)

// paced leaves out of the heads what the pace has no room for now, urgent before less urgent. They stay queued: the tick comes by again.
func (t *tx) paced(ctx context.Context, heads []headRow) ([]headRow, error) {
	p := &t.s.pace
	if p.rate <= 0 || len(heads) == 0 {
		return heads, nil
	}
	var on, wait []headRow
	for _, h := range heads {
		if h.Answers {
			on = append(on, h)
			p.count(h.Segments)
		} else {
			wait = append(wait, h)
		}
	}
	if len(wait) == 0 {
		return on, nil
	}
	owed := p.owed.Swap(0)
	var tokens []float64
	if err := t.sel(ctx, &tokens, paceSQL, p.sender, p.rate, owed); err != nil {
		p.owed.Add(owed)
		return nil, fmt.Errorf("pace: %w", err)
	}
	sort.SliceStable(wait, func(i, j int) bool { return wait[i].Prio < wait[j].Prio })
	left, spent := tokens[0], 0
	for _, h := range wait {
		if left <= 0 {
			break
		}
		left -= float64(h.Segments)
		spent += h.Segments
		on = append(on, h)
	}
	if spent == 0 {
		return on, nil
	}
	if _, err := t.exec(ctx, spendSQL, p.sender, spent); err != nil {
		return nil, fmt.Errorf("pace: %w", err)
	}
	return on, nil
}
