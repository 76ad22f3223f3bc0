package app

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/core/sms"
)

// heldText is a store in which somebody holds a text for a while.
type heldText struct {
	Store
	held int // how often it is asked for in vain
}

func (s *heldText) Callback(context.Context, time.Time, sms.Callback, Fate) (CallbackResult, error) {
	if s.held--; s.held >= 0 {
		return CallbackResult{}, ErrLocked
	}
	return CallbackResult{Orphan: true}, nil
}

type noon struct{}

func (noon) Now() time.Time { return time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC) }

type noMeter struct{}

func (noMeter) Observe(string, time.Duration) {}
func (noMeter) Count(string, string)          {}

// TestACallbackWaitsForATextThatIsHeld: one whose text somebody holds is asked for again like a phone, and refused only when that lasts.
func TestACallbackWaitsForATextThatIsHeld(t *testing.T) {
	t.Parallel()
	for held, stored := range map[int]bool{0: true, 3: true, lockTries - 1: true, lockTries: false} {
		store := &heldText{held: held}
		s := StatusReceiver{Deps: Deps{Store: store, Clock: noon{}, Meter: noMeter{}}}
		err := s.Status(t.Context(), sms.Callback{SID: "SM1", Status: sms.StatusDelivered})
		if stored != (err == nil) || !stored && !errors.Is(err, ErrLocked) {
			t.Errorf("held %d times: %v", held, err)
		}
	}
}
