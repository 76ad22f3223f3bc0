package app

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/reminder"
)

// TimedPlan is a planned row whose moment comes from the organization's hours.
type TimedPlan struct {
	reminder.Timed
	ID      uuid.UUID
	Version int
}

// RetimedPlan gives a planned row another moment, while its version stands and it is still planned.
type RetimedPlan struct {
	ID         uuid.UUID  `json:"id"`
	Version    int        `json:"version"`
	DueAt      time.Time  `json:"due_at"`
	ValidUntil *time.Time `json:"valid_until"` // nil: as before
}

// Hours returns the organization's hours.
func Hours(ctx context.Context, d Deps) (reminder.Hours, error) {
	kept, err := d.Store.Settings(ctx)
	if err != nil {
		return reminder.Hours{}, fmt.Errorf("read settings: %w", err)
	}
	return reminder.HoursOf(func(key string) string { return kept[key] }), nil
}

// retimeBatch is how many planned rows are read, and written, at a time.
const retimeBatch = 500

// Retime moves what is planned to the organization's hours and time zone as they now are. A row that a step changes meanwhile is left to
// it.
func Retime(ctx context.Context, d Deps) (int, error) {
	h, err := Hours(ctx, d)
	if err != nil {
		return 0, err
	}
	now, n, after := d.Clock.Now(), 0, uuid.Nil
	for {
		plans, err := d.Store.TimedPlans(ctx, reminder.OfHours(), now, after, retimeBatch)
		if err != nil {
			return n, fmt.Errorf("read what is planned: %w", err)
		}
		var moved []RetimedPlan
		for _, p := range plans {
			due, until, ok := h.Retimed(p.Timed, now)
			if !ok {
				continue
			}
			m := RetimedPlan{ID: p.ID, Version: p.Version, DueAt: due}
			if !until.IsZero() {
				m.ValidUntil = &until
			}
			moved = append(moved, m)
		}
		got, err := d.Store.RetimePlans(ctx, moved)
		if err != nil {
			return n, fmt.Errorf("move what is planned: %w", err)
		}
		n += got
		if len(plans) < retimeBatch {
			return n, nil
		}
		after = plans[len(plans)-1].ID
	}
}
