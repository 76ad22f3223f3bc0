package app

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/google/uuid"
)

// ShortestRetention is the fewest months that words can be kept: a talk that is still going on needs them.
const ShortestRetention = 3

// How long what nobody chose is kept: what the provider sent, whole, and what stands of sign-ins.
const (
	formsKept  = 30 * 24 * time.Hour
	triedKept  = 24 * time.Hour
	retainRows = 1000 // that one statement looks at
)

// Keeper is what retention asks of the store. Each call does one bounded piece and reports whether there is more.
type Keeper interface {
	// BlankWords takes the words out of at most n texts older than before, from a place on; it returns the place to go on at, zero at the end.
	BlankWords(ctx context.Context, before time.Time, from TextPlace, n int) (next TextPlace, blanked int64, err error)
	// DropPast takes out what hangs on texts and waits older than before: their data, drafts, callbacks, attempts, closed rows.
	DropPast(ctx context.Context, before time.Time, n int) (more bool, err error)
	// DropForms takes out the raw forms that the provider sent before a time, and files of imports that were only tried before another.
	DropForms(ctx context.Context, before, tried time.Time, n int) (more bool, err error)
	// DropSignins takes out what stands of sign-ins that ended before a time, on the machine's clock.
	DropSignins(ctx context.Context, before time.Time) error
}

// Retention takes out what is older than the organization keeps it, and walks on with erasures. One worker does it, in pieces: the tick
// never waits for it, and a start does not begin anew.
type Retention struct {
	Deps
	Duty    Duty
	Machine Clock

	done time.Time // people's clock: when all was last through
}

// The settings in which retention remembers how far it is.
const (
	settingRetainAt = "retained_at"
	settingRetainID = "retained_id"
)

// Work does what there is, piece by piece, for as long as it may.
func (r *Retention) Work(ctx context.Context) error {
	return r.Duty.Do(ctx, func(ctx context.Context) error {
		if more, err := eraseOn(ctx, r.Deps, erasePieces); err != nil || more {
			return err
		}
		now := r.Clock.Now()
		if now.Sub(r.done) < 24*time.Hour && !now.Before(r.done) {
			return nil
		}
		more, err := r.piece(ctx, now)
		if err == nil && !more {
			r.done = now
		}
		return err
	})
}

// pieces bounds one turn: after it the duty is free for another, and the database for everybody.
const pieces = 50

func (r *Retention) piece(ctx context.Context, now time.Time) (more bool, err error) {
	if err := r.Store.DropSignins(ctx, r.Machine.Now().Add(-7*24*time.Hour)); err != nil {
		return false, fmt.Errorf("drop old sign-ins: %w", err)
	}
	for range pieces {
		if more, err = r.Store.DropForms(ctx, now.Add(-formsKept), now.Add(-triedKept), retainRows); err != nil {
			return false, fmt.Errorf("drop old forms: %w", err)
		}
		words, _, err := Retain(ctx, r.Deps, now)
		if err != nil {
			return false, err
		}
		if more = more || words; !more {
			return false, nil
		}
	}
	return true, nil
}

// Retain does one piece of taking out the words of texts, and what hangs on them, that are older than the organization keeps them; that
// they came and went stays. It reports whether there is more, and how many texts lost their words.
func Retain(ctx context.Context, d Deps, now time.Time) (more bool, blanked int64, err error) {
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return false, 0, fmt.Errorf("read settings: %w", err)
	}
	months, err := strconv.Atoi(settings[SettingRetention])
	if err != nil || months < ShortestRetention { // not set: everything is kept
		return false, 0, nil
	}
	before := now.AddDate(0, -months, 0)
	from := TextPlace{}
	if at, err := time.Parse(time.RFC3339Nano, settings[settingRetainAt]); err == nil {
		from.At = at
		from.ID, _ = uuid.Parse(settings[settingRetainID])
	}
	next, n, err := d.Store.BlankWords(ctx, before, from, retainRows)
	if err != nil {
		return false, 0, fmt.Errorf("blank old texts: %w", err)
	}
	if !next.At.IsZero() {
		place := map[string]string{settingRetainAt: next.At.UTC().Format(time.RFC3339Nano), settingRetainID: next.ID.String()}
		if err := d.Store.SetSettings(ctx, place); err != nil {
			return false, n, fmt.Errorf("remember the place: %w", err)
		}
	}
	past, err := d.Store.DropPast(ctx, before, retainRows)
	if err != nil {
		return false, n, fmt.Errorf("drop what is past: %w", err)
	}
	return past || !next.At.IsZero(), n, nil
}

// Loop works at every tick until ctx ends.
func (r *Retention) Loop(ctx context.Context, every <-chan time.Time) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-every:
		}
		if err := r.Work(ctx); err != nil && ctx.Err() == nil {
			r.Meter.Count("tick_failures", "retention")
			r.Log.ErrorContext(ctx, "retention failed", "error", err)
		}
	}
}
