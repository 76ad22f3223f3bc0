package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/store"
)

// fromCommandLine stands in the audit log where an act on the page has the visitor's address: who sits at the machine is not known to us.
const fromCommandLine = "command line"

// recorded begins a line of the audit log for what a command is about to do, so that nothing is done that it does not know of, and returns
// what ends it. It says which command, and nothing of what was given to it.
func recorded(ctx context.Context, db *store.DB, deps app.Deps, what string) (func(error), error) {
	l := staff.AuditLine{ID: deps.IDs.New(), At: deps.Clock.Now(), What: what, Outcome: staff.Begun, Address: fromCommandLine}
	if err := db.Audit(ctx, l); err != nil {
		return nil, fmt.Errorf("audit: %w", err)
	}
	return func(err error) {
		outcome, refused := staff.Done, usageError{}
		switch {
		case errors.As(err, &refused):
			outcome = staff.Refused
		case err != nil:
			outcome = staff.Failed
		}
		if err := db.AuditOutcome(context.WithoutCancel(ctx), l.ID, outcome); err != nil {
			deps.Log.ErrorContext(ctx, "outcome not in the audit log", "error", err)
		}
	}, nil
}

// openTools opens the store and the use cases of a short command that changes something, or takes data out: done ends its line of the audit
// log.
func openTools(ctx context.Context, cfg config.Config, log *slog.Logger, what string) (db *store.DB, deps app.Deps, done func(error),
	err error,
) {
	db, release, err := openStore(ctx, cfg)
	if err != nil {
		return nil, app.Deps{}, nil, err
	}
	deps, err = tools(cfg, db, log)
	if err != nil {
		release()
		return nil, app.Deps{}, nil, err
	}
	end, err := recorded(ctx, db, deps, what)
	if err != nil {
		release()
		return nil, app.Deps{}, nil, err
	}
	return db, deps, func(err error) { end(err); release() }, nil
}
