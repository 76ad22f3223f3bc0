package app

import (
	"context"
	"fmt"
	"strconv"
)

// retainBatch is how many texts one statement looks at.
const retainBatch = 1000

// ShortestRetention is the fewest months that words can be kept: a talk that is still going on needs them.
const ShortestRetention = 3

// Retain takes the words out of texts that are older than the organization keeps them; that they came and went stays. It returns how many.
func Retain(ctx context.Context, d Deps) (int64, error) {
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return 0, fmt.Errorf("read settings: %w", err)
	}
	months, err := strconv.Atoi(settings[SettingRetention])
	if err != nil || months < ShortestRetention { // not set: everything is kept
		return 0, nil
	}
	before := d.Clock.Now().AddDate(0, -months, 0)
	var from TextPlace
	var all int64
	for {
		next, n, err := d.Store.BlankWords(ctx, before, from, retainBatch)
		if err != nil {
			return all, fmt.Errorf("blank old texts: %w", err)
		}
		all += n
		if next.At.IsZero() || next.At.Equal(from.At) && next.ID == from.ID {
			return all, nil
		}
		from = next
	}
}
