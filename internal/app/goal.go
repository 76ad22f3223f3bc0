package app

import (
	"context"
	"fmt"

	"github.com/google/uuid"
)

// mostGoal bounds an organizer's goal: nobody holds as many one-on-ones in a week.
const mostGoal = 500

// SetGoal keeps how many one-on-ones an organizer wants to hold a week; 0 is no goal.
func SetGoal(ctx context.Context, d Deps, organizer uuid.UUID, n int) error {
	if n < 0 || n > mostGoal {
		return fmt.Errorf("%w: a goal is a number of one-on-ones a week, up to %d", ErrBadPerson, mostGoal)
	}
	if err := d.Store.SetGoal(ctx, organizer, n); err != nil {
		return fmt.Errorf("set goal: %w", err)
	}
	return nil
}
