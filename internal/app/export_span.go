package app

import (
	"context"
	"io"
	"time"

	"github.com/reportback/reportback/internal/core/csvio"
)

// Span is a stretch of time; a zero end is open.
type Span struct{ From, To time.Time }

// Wanted is an export of a span.
type Wanted struct {
	What    string
	Flavour csvio.Flavour
	Span    Span
	Only    map[string]bool // by the row's own id; nil: all of them
}

// ExportSpan streams the rows of an export whose first instant lies in a span: a meeting's start, a report's filing, a text's time. Rows
// without one are left out unless the span is open on both sides.
func ExportSpan(ctx context.Context, d Deps, want Wanted, w io.Writer) error {
	if want.Only != nil {
		d.Store = chosen{Store: d.Store, only: want.Only}
	}
	cols, _ := csvio.Columns(want.What) // Export refuses one that there is not
	for i, c := range cols {
		if what := want.What; what != "contacts" && c.Type == csvio.Instant && !(want.Span.From.IsZero() && want.Span.To.IsZero()) {
			d.Store = spanned{Store: d.Store, column: i, span: want.Span}
			break
		}
	}
	return Export(ctx, d, want.What, want.Flavour, w)
}

// spanned hands on only the rows whose instant lies in the span.
type spanned struct {
	Store
	column int
	span   Span
}

// Export implements Books.
func (s spanned) Export(ctx context.Context, what string, row func([]string) error) error {
	return s.Store.Export(ctx, what, func(cells []string) error {
		at, err := time.Parse(time.RFC3339, cells[s.column])
		if err != nil || !s.span.From.IsZero() && at.Before(s.span.From) || !s.span.To.IsZero() && !at.Before(s.span.To) {
			return nil // not in it, or without a time
		}
		return row(cells)
	})
}

// chosen hands on only the rows whose id is among those wanted; each export's first column is the row's own id.
type chosen struct {
	Store
	only map[string]bool
}

// Export implements Books.
func (c chosen) Export(ctx context.Context, what string, row func([]string) error) error {
	return c.Store.Export(ctx, what, func(cells []string) error {
		if !c.only[cells[0]] {
			return nil
		}
		return row(cells)
	})
}
