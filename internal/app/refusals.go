package app

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// String is what a class is called in the log and in metrics.
func (c ErrorClass) String() string {
	switch c {
	case ClassNone:
		return "none"
	case ClassRetry:
		return "retry"
	case ClassUnknown:
		return "unknown"
	case ClassUnreachable:
		return "unreachable"
	case ClassSoft:
		return "soft"
	case ClassOptedOut:
		return "opted_out"
	case ClassConfig:
		return "account"
	case ClassContent:
		return "content"
	case ClassLater:
		return "later"
	case ClassDay:
		return "day"
	case ClassCountry:
		return "country"
	case ClassFiltered:
		return "filtered"
	case ClassBlocked:
		return "blocked"
	}
	return "none"
}

// refusalsEvery is how often the log says that texts are refused for the same kind of reason: thousands may be in an hour.
const refusalsEvery = time.Minute

// Refusals remembers, in this process, when the log last said of each class that texts are refused.
type Refusals struct {
	Now func() time.Time // the machine's clock

	mu   sync.Mutex
	said map[ErrorClass]time.Time
}

// due reports whether the log has not said it for a minute, and notes that it does now. The zero pointer says everything.
func (r *Refusals) due(c ErrorClass) bool {
	if r == nil {
		return true
	}
	now := r.Now()
	r.mu.Lock()
	defer r.mu.Unlock()
	if at, ok := r.said[c]; ok && now.Sub(at) < refusalsEvery {
		return false
	}
	if r.said == nil {
		r.said = map[ErrorClass]time.Time{}
	}
	r.said[c] = now
	return true
}

// refusal is what the provider said of one text.
type refusal struct {
	class      ErrorClass
	code, http int
	forAll     bool // it speaks of every text
	afterwards bool // it was taken first, and a callback says so
}

// refused counts a refusal, and says it in the log at most once a minute for each class: by code and class, not whose it was.
func (d Deps) refused(ctx context.Context, f refusal) {
	if f.class == ClassNone {
		return
	}
	defer d.Meter.Count("refusals", f.class.String()) // what is counted has been said
	if !d.Refusals.due(f.class) {
		return
	}
	at := slog.LevelWarn
	switch {
	case f.forAll:
		at = slog.LevelError
	case f.class == ClassOptedOut:
		at = slog.LevelInfo // no failure
	}
	args := []any{"code", f.code, "status", f.http, "class", f.class.String(), "afterwards", f.afterwards}
	switch {
	case f.forAll:
		d.Log.Log(ctx, at, "the provider refuses every text: sending waits and tries", args...)
	case f.class == ClassUnknown:
		d.Log.Log(ctx, at, "the provider gave no clear answer to a text: its list is asked", args...)
	default:
		d.Log.Log(ctx, at, "the provider refused a text", args...)
	}
}
