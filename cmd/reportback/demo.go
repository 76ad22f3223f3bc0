package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/zones"
	"github.com/reportback/reportback/internal/demo"
	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/twilio"
	"github.com/reportback/reportback/internal/web"
)

type demoArgs struct {
	Addr  string `default:"127.0.0.1:8080" help:"Where to listen."`
	Data  string `help:"Folder that keeps everything between runs (default: data-demo in the user's cache folder; for root /var/lib/reportback-demo)."`
	At    string `help:"First reading of the clock, RFC 3339 (default: now, or the last 10:00 outside 9:00 to 18:00)."`
	Empty bool   `help:"Without the seeded people."`
	Town  bool   `help:"Three weeks of a busy organization, played before the first page: eight organizers, fifty one-on-ones in every state. Takes a minute or two, in a new folder."`
}

// The demo's account exists nowhere: it can never reach the real Twilio.
const (
	demoAccount = "AC00000000000000000000000000000de0"
	demoToken   = "demotoken0demotoken0demotoken000"
	demoNumber  = "+12065550199"
)

// demoTimes are short, since the stand-in's list is exact: an unknown outcome costs seconds.
func demoTimes() app.Times {
	return app.Times{
		BeginWithin: time.Second, Call: 2 * time.Second, Lease: 3 * time.Second, Verdict: 3 * time.Second, ReplyVerdict: 4 * time.Second,
		UnaskedAfter: 5 * time.Second,
		Unsettled:    30 * time.Second, ListGap: 300 * time.Millisecond, ListExact: true, Recheck: 5 * time.Second, Missed: time.Minute,
	}
}

func (a demoArgs) folder() (string, error) {
	if a.Data != "" {
		return a.Data, nil
	}
	if os.Geteuid() == 0 {
		return "/var/lib/reportback-demo", nil
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", usageError{fmt.Errorf("--data: needed, since this user has no cache folder: %w", err)}
	}
	return filepath.Join(cache, "reportback-demo"), nil
}

func (a demoArgs) firstReading(machine machineClock, zone *time.Location) (time.Time, error) {
	if a.At == "" {
		return demo.FirstReading(machine.Now(), zone), nil
	}
	t, err := time.Parse(time.RFC3339, a.At)
	if err != nil {
		return t, usageError{errors.New("--at: must be RFC 3339, such as 2026-11-24T10:00:00-08:00")}
	}
	return t, nil
}

// runDemo is the whole service on a desk. It looks at no setting of the environment but the one that tests have.
func runDemo(ctx context.Context, a demoArgs, machine machineClock, std streams, log *slog.Logger) error {
	zone, err := zones.Load(demo.Zone)
	if err != nil {
		return fmt.Errorf("zone: %w", err)
	}
	first, err := a.firstReading(machine, zone)
	if err != nil {
		return err
	}
	dir, err := a.folder()
	if err != nil {
		return err
	}
	if a.Town && a.Empty {
		return usageError{errors.New("--town and --empty: one or the other")}
	}
	if a.Town {
		first = first.In(zone).AddDate(0, 0, -demo.TownDays)
	}
	if _, _, err := net.SplitHostPort(a.Addr); err != nil {
		return usageError{fmt.Errorf("--addr: %w", err)}
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	pg, err := embedded.Start(ctx, dir, embedded.Demo)
	if err != nil {
		return err
	}
	defer stopPostgres(pg, log)
	if err := pg.Serve(dir); err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	go watch(ctx, pg, cancel)
	q, err := embedded.StartQueue(ctx)
	if err != nil {
		return err
	}
	defer q.Close()
	clock, err := demo.NewClock(dir, first)
	if err != nil {
		return err
	}
	err = demoService(ctx, a, dir, pg.URL(), q.URL(), clocks{people: clock, machine: machine}, std, log)
	return errors.Join(err, lost(ctx))
}

// clocks are the two of a demo: the people's, which is moved, and the machine's.
type clocks struct {
	people  *demo.Clock
	machine machineClock
}

func demoService(ctx context.Context, a demoArgs, dir, dbURL, redisURL string, c clocks, std streams, log *slog.Logger) error {
	lc := net.ListenConfig{}
	l, err := lc.Listen(ctx, "tcp", a.Addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w (choose another with --addr)", a.Addr, err)
	}
	base := "http://" + l.Addr().String()
	fake, err := faketwilio.New(faketwilio.Options{
		AccountSID: demoAccount, AuthToken: demoToken, Number: demoNumber, Book: filepath.Join(dir, "twilio.jsonl"), Now: c.people.Now,
		InboundURL: base + "/twilio/inbound",
	})
	if err != nil {
		return err
	}
	defer func() { _ = fake.Close() }()
	p, err := wire(ctx, recipe{
		databaseURL: dbURL, redisURL: redisURL, number: demoNumber, clock: c.people, machine: c.machine, times: demoTimes(),
		public: base, noSecond: true, nearHooks: true,
		twilio: twilio.Config{
			AccountSID: demoAccount, AuthToken: demoToken, From: demoNumber, BaseURL: base,
			StatusCallback: base + "/twilio/status", CallTimeout: 2 * time.Second, Connections: 64,
		},
	}, log)
	if err != nil {
		return err
	}
	defer p.close()
	if err := prepareDemo(ctx, p, a, c.people.Now()); err != nil {
		return err
	}
	number, err := sms.PhoneFromE164(demoNumber)
	if err != nil {
		return fmt.Errorf("number of the demo: %w", err)
	}
	d := &demo.Demo{
		Store: p.db, Receiver: p.receiver, Ticker: p.ticker, Settler: p.settler, Fake: fake, Read: p.db, Clock: c.people,
		Number: number, Log: log, Account: p.demoAccount,
	}
	e := web.New(web.Options{
		Webhooks: p.webhooks(base, []string{demoToken}), Ready: p.webReady, Registry: p.metrics.Registry, Log: log,
		Busy: d.Busy,
	})
	e.Any("/2010-04-01/*", echo.WrapHandler(fake)) // the stand-in's API, beside the service
	if err := errors.Join(d.Mount(e), p.mountAdmin(e, base, log), p.mountReport(ctx, e, base), p.publicPages(e)); err != nil {
		return err
	}
	d.Playing()
	up := make(chan struct{})
	err = both(ctx, func(ctx context.Context) error { return p.work(ctx, log) },
		func(ctx context.Context) error { return playTown(ctx, d, up) }, func(ctx context.Context) error {
			return serveOn(ctx, l, e, func() {
				fake.Resume()
				close(up)
				fmt.Fprintf(std.err, "reportback demo: open %s/ in a browser. Everything is kept in %s. Ctrl-C stops it.\n", base, dir)
			})
		})
	return err
}

// playTown plays the town's story once the service can be reached, then waits for the end.
func playTown(ctx context.Context, d *demo.Demo, up <-chan struct{}) error {
	select {
	case <-up:
	case <-ctx.Done():
		return nil
	}
	if err := d.PlayTown(ctx); err != nil && ctx.Err() == nil {
		return err
	}
	<-ctx.Done()
	return nil
}

// prepareDemo brings the schema up, sets the demo's settings and seeds its people, once.
func prepareDemo(ctx context.Context, p *parts, a demoArgs, now time.Time) error {
	if err := p.db.Migrate(ctx); err != nil {
		return err
	}
	if err := firstSettings(ctx, p.db, config.Config{Org: demo.Organization, Zone: demo.Zone, StaffLine: demo.StaffLine}, "on"); err != nil {
		return err
	}
	people, err := p.db.People(ctx)
	if err != nil {
		return err
	}
	if len(people) > 0 {
		_, there, err := demo.TownFrom(ctx, p.db)
		if err == nil && a.Town && !there {
			err = usageError{errors.New("--town: this folder has a demo already; name a new one with --data")}
		}
		return err
	}
	if a.Empty {
		return nil
	}
	if a.Town {
		return demo.PrepareTown(ctx, p.receiver, now)
	}
	return demo.Seed(ctx, p.receiver)
}

// demoPassword opens the demo's admin page: it is shown on the page with the phones, and guards nothing.
const demoPassword = "one on one at three" //nolint:gosec // it is meant to be known

// demoAccount gives staff of the demo a way in without a second factor, and returns it. One that is there stays as it is.
func (p *parts) demoAccount(ctx context.Context, who person.Person) (login, password string, err error) {
	a, _, err := p.db.AccountOf(ctx, who.ID)
	if err != nil {
		return "", "", err
	}
	if a.Login != "" {
		return a.Login, demoPassword, nil
	}
	login = strings.ToLower(who.First())
	if _, _, err := p.db.AccountByLogin(ctx, login); err == nil {
		login += "-" + who.ID.String()[:8]
	}
	return login, demoPassword, p.staff.SetPassword(ctx, who.ID, login, demoPassword)
}
