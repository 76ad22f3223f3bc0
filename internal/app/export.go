package app

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/reportback/reportback/internal/core/csvio"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/zones"
)

// Export streams one export as CSV.
func Export(ctx context.Context, d Deps, what string, f csvio.Flavour, w io.Writer) error {
	cols, ok := csvio.Columns(what)
	if !ok {
		return fmt.Errorf("export %s: %w", what, ErrNotFound)
	}
	zone, err := organizationZone(ctx, d)
	if err != nil {
		return err
	}
	out, err := csvio.NewWriter(w, f, cols, zone)
	if err != nil {
		return fmt.Errorf("write export: %w", err)
	}
	err = d.Store.Export(ctx, what, func(cells []string) error {
		nameStatus(what, cols, cells)
		return out.Row(cells)
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

func organizationZone(ctx context.Context, d Deps) (*time.Location, error) {
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	zone, err := zones.Load(settings[SettingZone])
	if err != nil {
		return time.UTC, nil
	}
	return zone, nil
}

// nameStatus puts a word for the number by which a text's status is kept.
func nameStatus(what string, cols []csvio.Column, cells []string) {
	if what != "messages" {
		return
	}
	for i, c := range cols {
		if n, err := strconv.Atoi(cells[i]); c.Name == "status" && err == nil {
			cells[i] = sms.Status(n).String() //nolint:gosec // a smallint of ours
		}
	}
}
