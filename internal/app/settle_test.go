package app

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// behind is a store with a text that was sent again on silence.
type behind struct{ Store }

func (behind) Rechecks(context.Context, int) ([]Unknown, error) {
	return []Unknown{{ID: uuid.Max}}, nil
}

// shut is a provider whose list cannot be had.
type shut struct {
	Provider
	asked *int
}

func (s shut) ListTo(context.Context, sms.Phone, time.Duration) ([]Listed, error) {
	*s.asked++
	return nil, errors.New("503")
}

type still struct{}

func (still) Count(string, string)          {}
func (still) Observe(string, time.Duration) {}

// TestAListThatCannotBeHadIsAskedNowAndThen: a provider that is down is not asked with every round.
func TestAListThatCannotBeHadIsAskedNowAndThen(t *testing.T) {
	t.Parallel()
	asked := 0
	s := &Settler{Deps: Deps{Store: behind{}, Provider: shut{asked: &asked}, Meter: still{}, Times: DefaultTimes()}}
	for range 20 {
		if err := s.recheck(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if asked != 1 {
		t.Errorf("asked %d times within a moment", asked)
	}
	s.relook = time.Time{}
	if _ = s.recheck(t.Context()); asked != 2 {
		t.Errorf("it is asked again later: %d", asked)
	}
}
