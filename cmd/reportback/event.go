package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"text/tabwriter"
	"time"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/zones"
)

type eventArgs struct {
	Add  eventAddArgs `cmd:"" help:"Make an event; whoever says in a one-on-one that they will come gets check-ins."`
	List struct{}     `cmd:"" help:"List the events to come and those of the last two weeks."`
}

type eventAddArgs struct {
	Title       string `required:"" help:"What it is, as staff call it."`
	At          string `required:"" help:"When it begins, RFC 3339, such as 2026-12-10T18:00:00-08:00."`
	Where       string `required:"" help:"Where it is."`
	Bring       string `help:"What to bring."`
	NameInTexts string `help:"What texts call it: plain, without what others should not read (default: the title)."`
}

func runEventAdd(ctx context.Context, cfg config.Config, a eventAddArgs, std streams, log *slog.Logger) (err error) {
	at, err := time.Parse(time.RFC3339, a.At)
	if err != nil {
		return usageError{errors.New("--at: must be RFC 3339, such as 2026-12-10T18:00:00-08:00")}
	}
	_, deps, done, err := openTools(ctx, cfg, log, "event add")
	if err != nil {
		return err
	}
	defer func() { done(err) }()
	e, err := app.AddEvent(ctx, deps, app.NewEvent{Title: a.Title, Name: a.NameInTexts, At: at, Where: a.Where, Bring: a.Bring})
	if errors.Is(err, app.ErrBadEvent) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "%s\t%s\n", e.ID, local(e).Format(time.RFC3339))
	return nil
}

func runEventList(ctx context.Context, cfg config.Config, std streams) error {
	db, done, err := openStore(ctx, cfg)
	if err != nil {
		return err
	}
	defer done()
	clock, err := clockOf(cfg)
	if err != nil {
		return err
	}
	list, err := db.Events(ctx, clock.Now().AddDate(0, 0, -14))
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
	for _, e := range list {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%d said so, %d coming\n", e.ID, local(e.Event).Format(time.RFC3339), e.Title, e.Place, e.Status,
			e.Said, e.Yes)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write events: %w", err)
	}
	return nil
}

// local is when an event begins, in its own zone.
func local(e event.Event) time.Time {
	if loc, err := zones.Load(e.Zone); err == nil {
		return e.StartsAt.In(loc)
	}
	return e.StartsAt
}
