package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/twilio"
	"github.com/reportback/reportback/jobs"
)

type checkArgs struct{}

// runCheck looks at everything that serving needs and lists every fault.
func runCheck(ctx context.Context, cfg config.Config, std streams, log *slog.Logger) error {
	faults := 0
	say := func(what string, err error) {
		if err == nil {
			fmt.Fprintf(std.out, "ok     %s\n", what)
			return
		}
		faults++
		fmt.Fprintf(std.out, "FAULT  %s: %v\n", what, err)
	}
	say("settings", cfg.Service())
	say("database", checkDatabase(ctx, cfg))
	say("wording of your own", checkWording(ctx, cfg))
	say("queue", checkQueue(cfg, log))
	say("twilio", checkTwilio(ctx, cfg))
	say("catalogue and the carrier's words", lang.Check())
	if faults > 0 {
		return fmt.Errorf("%d faults", faults)
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

func checkTwilio(ctx context.Context, cfg config.Config) error {
	if cfg.Service() != nil {
		return errors.New("not asked, since settings are missing")
	}
	c, err := twilio.New(serviceRecipe(cfg, "", "").twilio)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	_, err = c.Newest(ctx)
	return err
}
