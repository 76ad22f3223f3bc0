package app

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// News is that sending stopped, or goes on.
type News struct {
	Stop  uuid.UUID
	Kind  StopKind
	Code  int
	Ended bool
}

// Words says it in a sentence, without anybody's number or name.
func (n News) Words() string {
	if n.Ended {
		return "Texts leave again."
	}
	return Stop{Kind: n.Kind, Code: n.Code}.Note()
}

// Newsroom keeps which news a command of theirs has heard.
type Newsroom interface {
	// News returns what it has not heard: stops that need a person, and the ends of those that it heard of.
	News(ctx context.Context) ([]News, error)
	// NewsHeard notes that it was told.
	NewsHeard(ctx context.Context, n News) error
}

// Herald tells a command of the organization's own that sending stopped or goes on, while texts cannot. One worker does it; when it ends
// between the command and its note, the command hears the same again.
type Herald struct {
	Deps
	Duty Duty
	Run  func(ctx context.Context, n News) error
}

// tellAgain is when a command that failed is tried once more.
const tellAgain = time.Minute

// Tell runs the command for whatever it has not heard.
func (h *Herald) Tell(ctx context.Context) error {
	return h.Duty.Do(ctx, func(ctx context.Context) error {
		list, err := h.Store.News(ctx)
		if err != nil {
			return fmt.Errorf("find news: %w", err)
		}
		for _, n := range list {
			if err := h.Run(ctx, n); err != nil {
				return err
			}
			if err := h.Store.NewsHeard(ctx, n); err != nil {
				return fmt.Errorf("note what was heard: %w", err)
			}
		}
		return nil
	})
}

// Loop tells at each tick until ctx ends.
func (h *Herald) Loop(ctx context.Context, every <-chan time.Time) {
	var next time.Time
	for {
		var at time.Time
		select {
		case <-ctx.Done():
			return
		case at = <-every:
		}
		if at.Before(next) {
			continue
		}
		if err := h.Tell(ctx); err != nil && ctx.Err() == nil {
			next = at.Add(tellAgain)
			h.Log.ErrorContext(ctx, "the command that hears of stops failed: it is run again in a minute", "error", err)
		}
	}
}
