package app

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/reportback/reportback/internal/core/csvio"
	"github.com/reportback/reportback/internal/core/sms"
)

// Export streams one export as CSV.
func Export(ctx context.Context, d Deps, what string, f csvio.Flavour, w io.Writer) error {
	cols, ok := csvio.Columns(what)
	if !ok {
		return fmt.Errorf("export %s: %w", what, ErrNotFound)
	}
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return fmt.Errorf("read settings: %w", err)
	}
	zone, err := time.LoadLocation(settings[SettingZone])
	if err != nil {
		zone = time.UTC
	}
	out, err := csvio.NewWriter(w, f, cols, zone)
	if err != nil {
		return fmt.Errorf("write export: %w", err)
	}
	status := -1
	for i, c := range cols {
		if what == "messages" && c.Name == "status" {
			status = i
		}
	}
	err = d.Store.Export(ctx, what, func(cells []string) error {
		if status >= 0 {
			if n, err := strconv.Atoi(cells[status]); err == nil {
				cells[status] = sms.Status(n).String() //nolint:gosec // a smallint of ours
			}
		}
		return out.Row(cells)
	})
	if err != nil {
		return err
	}
	return out.Flush()
}
