package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// Merging makes two records of one person one: everything of From goes to Into, whose fields that are empty are filled from From's.
type Merging struct {
	ID, From, Into uuid.UUID
	By             uuid.UUID
	At             time.Time
}

// Merged is one merge that can be taken apart again.
type Merged struct {
	ID, Into uuid.UUID
	Name     string // of the record that went
	At       time.Time
	By       string
}

// Errors of merging.
var (
	// ErrNoMerge says that two records cannot be one: somebody who works here, or the same one-on-one in both.
	ErrNoMerge = errors.New("these two records cannot be merged")
	// ErrNoSplit says that a merge cannot be taken apart any more.
	ErrNoSplit = errors.New("this merge cannot be taken back any more")
)

// MergeUndo is how long a merge can be taken apart.
const MergeUndo = 30 * 24 * time.Hour

// Merge makes two records one.
func Merge(ctx context.Context, d Deps, m Merging) error {
	if m.From == m.Into {
		return ErrNoMerge
	}
	m.ID, m.At = d.IDs.New(), d.Clock.Now()
	if err := d.Store.Merge(ctx, m); err != nil {
		return fmt.Errorf("merge: %w", err)
	}
	return nil
}

// Split takes a merge apart again; what has come to the record since stays with it.
func Split(ctx context.Context, d Deps, id, by uuid.UUID) error {
	now := d.Clock.Now()
	if err := d.Store.Split(ctx, id, by, d.IDs.New(), now); err != nil {
		return fmt.Errorf("take a merge apart: %w", err)
	}
	return nil
}
