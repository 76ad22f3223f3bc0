// Package demo is the service on a desk: the phones side by side, the movable clock, and the simulator's API, all through app alone. It
// can never reach the real provider: it is built with the stand-in.
package demo

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Clock runs at real speed from a reading that can be moved forward. The reading is kept in a file before anybody sees it, so that a
// restart, even after kill -9, goes on at the same time or later.
type Clock struct {
	mu     sync.Mutex
	path   string
	offset time.Duration // people's time minus the machine's
	frozen time.Time     // zero: it runs
	kept   time.Time     // newest reading in the file
}

// clockName is the file in the data folder that keeps the reading.
const clockName = "clock.json"

type clockFile struct {
	Now time.Time `json:"now"`
}

// keepEvery is how far a running clock may be ahead of its file.
const keepEvery = 2 * time.Second

// Reading is one reading of a clock.
type Reading time.Time

// Now implements app.Clock.
func (r Reading) Now() time.Time { return time.Time(r) }

// Standing is the clock of a demo's folder as it stands there, for a command beside the demo or after it. A demo that runs is at most
// keepEvery ahead of it.
func Standing(dir string) (Reading, error) {
	at, err := readClock(dir)
	if err == nil && at.IsZero() {
		err = fmt.Errorf("%s is a demo's folder without a clock: start `reportback demo --data %s` first", dir, dir)
	}
	return Reading(at.Truncate(time.Microsecond)), err
}

// readClock is the kept reading, zero before the first.
func readClock(dir string) (time.Time, error) {
	b, err := os.ReadFile(filepath.Join(dir, clockName))
	if errors.Is(err, fs.ErrNotExist) {
		return time.Time{}, nil
	}
	var f clockFile
	if err == nil {
		err = json.Unmarshal(b, &f)
	}
	if err != nil {
		return time.Time{}, fmt.Errorf("clock of %s: %w", dir, err)
	}
	return f.Now, nil
}

// NewClock reads the clock of a data folder. It starts at first, or where it stood when that is later.
func NewClock(dir string, first time.Time) (*Clock, error) {
	c := &Clock{path: filepath.Join(dir, clockName)}
	kept, err := readClock(dir)
	if err != nil {
		return nil, err
	}
	if kept.After(first) {
		first = kept
	}
	c.offset = time.Until(first)
	return c, c.keep(first)
}

// Now implements app.Clock.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.now()
	if now.Sub(c.kept) > keepEvery {
		_ = c.keepLocked(now) // the next reading tries again; a moved clock is kept before it answers
	}
	return now
}

func (c *Clock) now() time.Time {
	if !c.frozen.IsZero() {
		return c.frozen
	}
	return time.Now().Add(c.offset).Round(0).Truncate(time.Microsecond)
}

// Freeze stops the clock where it is.
func (c *Clock) Freeze() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.frozen = c.now()
}

// Unfreeze lets it run on from where it was stopped.
func (c *Clock) Unfreeze() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.offset = time.Until(c.frozen)
	c.frozen = time.Time{}
}

// Set moves the clock forward, never back.
func (c *Clock) Set(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !t.After(c.now()) {
		return nil
	}
	if err := c.keepLocked(t); err != nil {
		return err
	}
	if c.frozen.IsZero() {
		c.offset = time.Until(t)
	} else {
		c.frozen = t
	}
	return nil
}

func (c *Clock) keep(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.keepLocked(t)
}

// keepLocked writes beside the file and renames: a torn write must not lose the time.
func (c *Clock) keepLocked(t time.Time) error {
	b, err := json.Marshal(clockFile{Now: t.UTC()})
	if err != nil {
		return fmt.Errorf("keep clock: %w", err)
	}
	tmp := c.path + ".new"
	if err := os.WriteFile(tmp, b, 0o600); err != nil {
		return fmt.Errorf("keep clock: %w", err)
	}
	if err := os.Rename(tmp, c.path); err != nil {
		return fmt.Errorf("keep clock: %w", err)
	}
	c.kept = t
	return nil
}

// FirstReading is the demo's first time of day when none is asked for: now, or the last 10:00 when that is outside 9:00 to 18:00, so that
// a newcomer sees texts go.
func FirstReading(now time.Time, zone *time.Location) time.Time {
	l := now.In(zone)
	if l.Hour() >= 9 && l.Hour() < 18 {
		return now
	}
	ten := time.Date(l.Year(), l.Month(), l.Day(), 10, 0, 0, 0, zone)
	if ten.After(l) {
		ten = time.Date(l.Year(), l.Month(), l.Day()-1, 10, 0, 0, 0, zone)
	}
	return ten
}
