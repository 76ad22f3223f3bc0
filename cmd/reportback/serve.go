package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/trace"
	"github.com/reportback/reportback/internal/twilio"
	"github.com/reportback/reportback/internal/web"
)

type (
	upArgs     struct{}
	webArgs    struct{}
	workerArgs struct{}
)

// runUp is web and worker in one process, on the embedded default where nothing else is set.
func runUp(ctx context.Context, cfg config.Config, std streams, log *slog.Logger) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	data := ""
	dbURL, redisURL := cfg.DatabaseURL.Reveal(), cfg.RedisURL.Reveal()
	if dbURL == "" {
		pg, err := embedded.Start(ctx, cfg.Data, embedded.Real)
		if err != nil {
			return err
		}
		defer stopPostgres(pg, log)
		if err := pg.Serve(cfg.Data); err != nil {
			return fmt.Errorf("data folder: %w", err)
		}
		go watch(ctx, pg, cancel)
		dbURL, data = pg.URL(), cfg.Data
	}
	if redisURL == "" {
		q, err := embedded.StartQueue(ctx)
		if err != nil {
			return err
		}
		defer q.Close()
		redisURL = q.URL()
	}
	p, err := wireTraced(ctx, cfg, serviceRecipe(cfg, dbURL, redisURL), log)
	if err != nil {
		return err
	}
	defer p.close()
	if err := p.db.Migrate(ctx); err != nil {
		return err
	}
	if err := errors.Join(firstSettings(ctx, p.db, cfg, "team"), app.MoveIn(ctx, p.db, p.deps)); err != nil {
		return err
	}
	p.sealSecrets(ctx)
	p.data = data
	err = both(ctx, func(ctx context.Context) error { return p.work(ctx, log) },
		func(ctx context.Context) error { return p.serveWeb(ctx, cfg, std, log) },
		func(ctx context.Context) error { return p.watched(ctx, cfg, std, log, p.workerReady) })
	return errors.Join(err, lost(ctx))
}

// lost is why the service ended when nobody asked it to.
func lost(ctx context.Context) error {
	if cause := context.Cause(ctx); cause != nil && !errors.Is(cause, context.Canceled) {
		return cause
	}
	return nil
}

func stopPostgres(pg *embedded.Postgres, log *slog.Logger) {
	if err := pg.Stop(); err != nil {
		log.Error("embedded PostgreSQL not stopped cleanly", "error", err)
	}
}

// watch ends the service when its private PostgreSQL dies: it cannot keep a promise without it.
func watch(ctx context.Context, pg *embedded.Postgres, cancel context.CancelCauseFunc) {
	select {
	case <-pg.Done():
		cancel(errors.New("the embedded PostgreSQL ended: see postgres.log in the data folder"))
	case <-ctx.Done():
	}
}

// runWeb serves; several may run.
func runWeb(ctx context.Context, cfg config.Config, std streams, log *slog.Logger) error {
	p, err := half(ctx, cfg, log)
	if err != nil {
		return err
	}
	defer p.close()
	return both(ctx, func(ctx context.Context) error { return p.serveWeb(ctx, cfg, std, log) },
		func(ctx context.Context) error { return p.sendOwn(ctx, log) },
		func(ctx context.Context) error { return p.watched(ctx, cfg, std, log, p.webReady) })
}

// runWorker sends; several may run.
func runWorker(ctx context.Context, cfg config.Config, std streams, log *slog.Logger) error {
	p, err := half(ctx, cfg, log)
	if err != nil {
		return err
	}
	defer p.close()
	fmt.Fprintln(std.err, "reportback worker: running")
	return both(ctx, func(ctx context.Context) error { return p.work(ctx, log) },
		func(ctx context.Context) error { return p.watched(ctx, cfg, std, log, p.workerReady) })
}

// half wires one of the two halves; it refuses a schema that is not up to date.
func half(ctx context.Context, cfg config.Config, log *slog.Logger) (*parts, error) {
	p, err := wireTraced(ctx, cfg, serviceRecipe(cfg, cfg.DatabaseURL.Reveal(), cfg.RedisURL.Reveal()), log)
	if err != nil {
		return nil, err
	}
	pending, err := p.db.SchemaPending(ctx)
	if err == nil && pending {
		err = errors.New("the database schema is not up to date: run `reportback migrate up` first")
	}
	if err == nil {
		err = errors.Join(firstSettings(ctx, p.db, cfg, "team"), app.MoveIn(ctx, p.db, p.deps))
	}
	if err != nil {
		p.close()
		return nil, err
	}
	p.sealSecrets(ctx)
	return p, nil
}

// sealSecrets seals what an older version, or one without a key, kept in the clear. What cannot be opened keeps nobody from texting: it is
// said, and whoever cannot sign in gets a new first link.
func (p *parts) sealSecrets(ctx context.Context) {
	n, err := p.db.SealSecrets(ctx)
	if n > 0 {
		p.deps.Log.InfoContext(ctx, "secrets in the database were sealed", "count", n)
	}
	if err != nil {
		p.deps.Log.ErrorContext(ctx, "secrets in the database are not all sealed", "error", err)
	}
}

// wireTraced is wire, with traces to where the settings say.
func wireTraced(ctx context.Context, cfg config.Config, r recipe, log *slog.Logger) (*parts, error) {
	if cfg.Traces != "" {
		var err error
		if r.traces, err = trace.Start(ctx, version(), log); err != nil {
			return nil, usageError{err}
		}
	}
	return wire(ctx, r, log)
}

func serviceRecipe(cfg config.Config, dbURL, redisURL string) recipe {
	return recipe{
		databaseURL: dbURL, redisURL: redisURL, keys: cfg.SecretKeys(), number: cfg.From,
		clock: machineClock{}, machine: machineClock{}, times: app.DefaultTimes(),
		calls: cfg.Calls, rate: cfg.Rate, public: cfg.PublicURL, onStop: cfg.OnStop,
		twilio: twilio.Config{
			AccountSID: cfg.AccountSID, AuthToken: cfg.Tokens()[0], From: cfg.From, MessagingServiceSID: cfg.MessagingSID, BaseURL: cfg.TwilioAPIURL,
			StatusCallback: strings.TrimSuffix(cfg.PublicURL, "/") + "/twilio/status", CallTimeout: 30 * time.Second, Connections: 100,
		},
	}
}

func (p *parts) serveWeb(ctx context.Context, cfg config.Config, std streams, log *slog.Logger) error {
	visitor, err := web.Visitors(cfg.Proxy)
	if err != nil {
		return usageError{err}
	}
	measured := p.metrics.Registry
	if !cfg.Local() { // a proxy need not say whom it asks for: its visitors would look like this machine
		measured = nil
	}
	e := web.New(web.Options{
		Visitor: visitor, Webhooks: p.webhooks(cfg.PublicURL, cfg.Tokens()), Ready: p.webReady,
		Registry: measured, Log: log, Secure: strings.HasPrefix(cfg.PublicURL, "https://"),
	})
	e.Use(p.traces.Requests(func(err error) int { code, _ := web.Status(err); return code }))
	if err := errors.Join(p.mountAdmin(e, cfg.PublicURL, log), p.mountReport(ctx, e, cfg.PublicURL), p.publicPages(e)); err != nil {
		return err
	}
	e.GET("/", func(c echo.Context) error { return c.Redirect(http.StatusSeeOther, "/about") })
	hint, err := p.firstAdmin(ctx)
	if err != nil {
		return err
	}
	return serve(ctx, cfg.Listen, e, func(a net.Addr) {
		fmt.Fprintf(std.err, "reportback: listening on %s for %s\n%s", a, cfg.PublicURL, hint)
	})
}

// firstAdmin says how the first admin is made where there is none: nobody could open the page.
func (p *parts) firstAdmin(ctx context.Context) (string, error) {
	team, err := p.db.Team(ctx, 1000)
	if err != nil {
		return "", fmt.Errorf("who works here: %w", err)
	}
	if slices.ContainsFunc(team, func(r page.TeamRow) bool { return slices.Contains(r.Roles, person.Admin) }) {
		return "", nil
	}
	return "reportback: nobody can open the page yet: `reportback person add --role admin --name \"...\" --phone ...` prints a link " +
		"for the first admin\n", nil
}

// both runs two halves until one fails or ctx ends, and waits for both.
func both(ctx context.Context, halves ...func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	errs := make(chan error, len(halves))
	for _, h := range halves {
		go func() { errs <- h(ctx) }()
	}
	var all error
	for range halves {
		err := <-errs
		cancel()
		all = errors.Join(all, err)
	}
	return all
}

// firstSettings gives the settings that the page also holds their first value; one that is there stays.
func firstSettings(ctx context.Context, db *store.DB, cfg config.Config, sending string) error {
	zone, org := cfg.Zone, cfg.Org
	if zone == "" {
		zone = "America/Los_Angeles"
	}
	if org == "" {
		org = "Reportback"
	}
	line := cfg.StaffLine
	if p, err := sms.ParsePhone(line); err == nil {
		line = p.E164() // as Settings keeps it
	}
	for _, s := range [][2]string{
		{app.SettingSending, sending},
		{app.SettingOrg, org},
		{app.SettingZone, zone},
		{app.SettingStaffLine, line},
		{app.SettingLanguage, "en"},
	} {
		if s[1] == "" {
			continue
		}
		if err := db.SetSetting(ctx, s[0], s[1], true); err != nil {
			return fmt.Errorf("first settings: %w", err)
		}
	}
	return nil
}
