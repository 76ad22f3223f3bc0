package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/jobs"
)

type checkArgs struct {
	Fix  bool   `help:"Set right at Twilio what may be: where texts and calls to the number go."`
	Send string `help:"Text this number of yours, to see that texts arrive."`
}

// runCheck looks at everything that serving needs and lists every fault.
func runCheck(ctx context.Context, cfg config.Config, a checkArgs, std streams, log *slog.Logger) error {
	faults := 0
	say := func(what string, err error) {
		if err == nil {
			fmt.Fprintf(std.out, "ok     %s\n", what)
			return
		}
		var n note
		if errors.As(err, &n) {
			fmt.Fprintf(std.out, "note   %s: %v\n", what, err)
			return
		}
		faults++
		fmt.Fprintf(std.out, "FAULT  %s: %v\n", what, err)
	}
	say("settings", serving(cfg))
	say("database", checkDatabase(ctx, cfg))
	say("secrets in the database", checkSecrets(ctx, cfg))
	say("wording of your own", checkWording(ctx, cfg))
	say("queue", checkQueue(cfg, log))
	if cfg.Service() != nil {
		say("twilio", errors.New("not asked, since settings are missing"))
	} else {
		askTwilio(ctx, cfg, a.Fix, say)
		say("public address", checkReach(ctx, cfg))
		if a.Send != "" {
			say("text to you", sendOne(ctx, cfg, a.Send))
		}
	}
	say("catalogue and the carrier's words", lang.Check())
	if faults > 0 {
		return fmt.Errorf("faults: %d", faults)
	}
	return nil
}

func checkDatabase(ctx context.Context, cfg config.Config) error {
	db, done, err := openStore(ctx, cfg)
	if err != nil {
		return err
	}
	defer done()
	pending, err := db.SchemaPending(ctx)
	if err == nil && pending {
		err = errors.New("the schema is not up to date: run `reportback migrate up`")
	}
	return err
}

// checkSecrets: second steps and webhooks' secrets are sealed with the key that is set, or lie open.
func checkSecrets(ctx context.Context, cfg config.Config) error {
	db, done, err := openStore(ctx, cfg)
	if err != nil {
		return err
	}
	defer done()
	n, err := db.StaleSecrets(ctx)
	switch {
	case err != nil:
		return err
	case len(cfg.Keys) == 0:
		return note{errors.New("kept as they are, so that a backup is a secret: REPORTBACK_KEY seals them (openssl rand -hex 32)")}
	case n > 0:
		return note{fmt.Errorf("%d are not sealed with this key yet: the service does it at its next start", n)}
	}
	return nil
}

// checkWording names the texts of the organization's own that no longer fit: the built-in ones go out in their place.
func checkWording(ctx context.Context, cfg config.Config) error {
	db, done, err := openStore(ctx, cfg)
	if err != nil {
		return err
	}
	defer done()
	kept, err := db.Settings(ctx)
	if err != nil {
		return err
	}
	_, err = app.Words(kept)
	return err
}

func checkQueue(cfg config.Config, log *slog.Logger) error {
	if cfg.RedisURL == "" {
		return nil // embedded
	}
	opt, err := jobs.ParseRedis(cfg.RedisURL.Reveal())
	if err != nil {
		return err
	}
	c := jobs.NewClient(opt, log)
	defer func() { _ = c.Close() }()
	return c.Ping()
}
