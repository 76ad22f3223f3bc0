package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/hook"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/trace"
	"github.com/reportback/reportback/internal/twilio"
	"github.com/reportback/reportback/internal/web"
	"github.com/reportback/reportback/internal/web/admin"
	"github.com/reportback/reportback/internal/web/report"
	"github.com/reportback/reportback/internal/web/signin"
	"github.com/reportback/reportback/jobs"
)

// parts is everything that a service is made of, wired by hand: it reads top to bottom as the system.
type parts struct {
	machine  machineClock
	db       *store.DB
	client   *jobs.Client
	receiver *app.Receiver
	drainer  *app.Drainer
	settler  *app.Settler
	ticker   *app.Ticker
	status   *app.StatusReceiver
	catchUp  *app.CatchUp
	keeper   *app.Retention
	metrics  *web.Metrics
	redis    string
	forgedAt atomic.Int64
	data     string // folder of the embedded database, "" for none
	room     func(folder string) (uint64, error)
	hooks    *app.Hooks
	herald   *app.Herald // nil: no command hears of stops
	deps     app.Deps
	staff    *signin.Desk
	traces   *trace.Traces
}

// recipe is what differs between the service and the demo.
type recipe struct {
	databaseURL string
	redisURL    string
	twilio      twilio.Config
	keys        [][]byte // that secrets are sealed with
	number      string
	clock       app.Clock    // the people's time
	machine     machineClock // that of leases, sessions and ids
	times       app.Times
	calls       int     // to the provider at once; 0: 32
	rate        float64 // segments a second that nobody asked for; 0: no bound
	public      string  // the address that people see
	noSecond    bool    // sign-in asks for no second factor: the demo's
	onStop      string  // a program that hears of stops; "": none
	traces      *trace.Traces
	nearHooks   bool // webhooks may go to this machine itself, by plain http: the demo's
}

func wire(ctx context.Context, r recipe, log *slog.Logger) (*parts, error) {
	growHeap()
	db, err := store.Open(ctx, r.databaseURL, 18)
	if err != nil {
		return nil, err
	}
	db.SetRealTime(time.Now)
	if err := db.SetKeys(r.keys); err != nil {
		return nil, usageError{err}
	}
	opt, err := jobs.ParseRedis(r.redisURL)
	if err != nil {
		return nil, usageError{err}
	}
	provider, err := twilio.New(r.twilio)
	if err != nil {
		return nil, err
	}
	number, _ := sms.PhoneFromE164(r.number) // empty with a messaging service, whose pool only Twilio knows
	client := jobs.NewClient(opt, log)
	metrics := web.NewMetrics()
	db.SetPace(cmp.Or(r.twilio.MessagingServiceSID, r.twilio.From), r.rate)
	deps := app.Deps{
		Store: db, Provider: r.traces.Provider(provider), Clock: r.clock, IDs: r.machine, Queue: client, Meter: metrics, Log: log, Number: number,
		Times: r.times, Classify: twilio.Classify, Refusals: &app.Refusals{Now: r.machine.Now},
	}
	p := &parts{room: room, traces: r.traces, machine: r.machine, db: db, client: client, metrics: metrics, redis: r.redisURL, deps: deps}
	p.staff = desk(db, r.machine, r.public, r.noSecond)
	p.receiver = &app.Receiver{Deps: deps}
	p.drainer = &app.Drainer{Deps: deps, Receiver: p.receiver, Calls: r.calls}
	p.receiver.Sender = p.drainer
	p.settler = &app.Settler{Deps: deps, Receiver: p.receiver, Duty: app.Duty{Rows: db, Name: "settle", Holder: r.machine.New()}}
	p.ticker = &app.Ticker{Deps: deps, Receiver: p.receiver, Drainer: p.drainer}
	p.hooks = &app.Hooks{Deps: deps, Rows: db, Out: hook.New(r.nearHooks), Machine: r.machine}
	p.status = &app.StatusReceiver{Deps: deps, Receiver: p.receiver}
	p.catchUp = &app.CatchUp{
		Deps: deps, Receiver: p.receiver, Status: p.status,
		Duty: app.Duty{Rows: db, Name: "catch up", Holder: r.machine.New()},
	}
	p.keeper = &app.Retention{Deps: deps, Machine: r.machine, Duty: app.Duty{Rows: db, Name: "retention", Holder: r.machine.New()}}
	if r.onStop != "" {
		p.herald = &app.Herald{Deps: deps, Duty: app.Duty{Rows: db, Name: "news", Holder: r.machine.New()}, Run: tellBy(r.onStop)}
	}
	return p, nil
}

func (p *parts) close() {
	_ = p.client.Close()
	_ = p.db.Close()
	p.traces.Stop()
}

// webhooks are the provider's two addresses.
func (p *parts) webhooks(publicURL string, tokens []string) web.Webhooks {
	return web.Webhooks{
		PublicURL: publicURL, Inbound: p.receiver.Inbound, Status: p.status.Status, Count: p.metrics.Count,
		Verify:       func(u string, form url.Values, sig string) bool { return twilio.Verify(tokens, u, form, sig) },
		ParseInbound: twilio.ParseInbound, ParseCallback: twilio.ParseCallback, Observe: p.metrics.Observe, Refused: p.forged,
		Answering: p.answering,
	}
}

// answering is what a caller hears of us.
func (p *parts) answering(ctx context.Context) (string, sms.Phone, error) {
	kept, err := p.db.Settings(ctx)
	if err != nil {
		return "", sms.Phone{}, err
	}
	line, _ := sms.ParsePhone(kept[app.SettingStaffLine]) // none is set, or none that can be called
	return kept[app.SettingOrg], line, nil
}

// forged says, at most once a minute, that a webhook's signature was wrong: with a PUBLIC_URL that differs by a letter every text is
// refused.
func (p *parts) forged() {
	if now, last := time.Now().Unix(), p.forgedAt.Load(); now-last >= 60 && p.forgedAt.CompareAndSwap(last, now) {
		p.deps.Log.Warn("a webhook was refused: its signature is not over our address; is PUBLIC_URL what Twilio calls, to the letter, and " +
			"TWILIO_AUTH_TOKEN its account's?")
	}
}

// desk signs staff in, on the machine's clock.
func desk(db *store.DB, machine machineClock, public string, noSecond bool) *signin.Desk {
	return signin.New(signin.Desk{Store: db, Now: machine.Now, NewID: machine.New, Origin: public, NoSecond: noSecond})
}

// mountAdmin adds the staff's page.
func (p *parts) mountAdmin(e *echo.Echo, public string, log *slog.Logger) error {
	a, err := admin.New(admin.Options{
		Desk: p.staff, Staff: p.db, Read: p.db, Deps: p.deps, Hooks: p.hooks, Act: p.receiver.Act, Clock: p.deps.Clock, Now: p.machine.Now,
		NewID: p.machine.New, PublicURL: public, Log: log,
	})
	if err != nil {
		return fmt.Errorf("admin page: %w", err)
	}
	a.Mount(e)
	return nil
}

// mountReport adds the page of a report's draft, and keeps where people see it for the links in texts.
func (p *parts) mountReport(ctx context.Context, e *echo.Echo, public string) error {
	page, err := report.New(p.receiver)
	if err != nil {
		return err
	}
	page.Mount(e)
	if err := p.db.SetSetting(ctx, app.SettingURL, public, false); err != nil {
		return fmt.Errorf("keep the public address: %w", err)
	}
	return nil
}

// work drains, ticks, settles and tells other tools until ctx ends.
func (p *parts) work(ctx context.Context, log *slog.Logger) error {
	opt, err := jobs.ParseRedis(p.redis)
	if err != nil {
		return usageError{err}
	}
	server := jobs.NewServer(opt, 8, p.drainer.Drain, log)
	if err := server.Start(); err != nil {
		return errors.New("the queue does not answer: is REDIS_URL right?")
	}
	type loop struct {
		every time.Duration
		loop  func(context.Context, <-chan time.Time)
	}
	loops := []loop{
		{time.Second, p.ticker.Loop},
		{2 * time.Second, p.hooks.Loop},
		{2 * time.Second, p.keeper.Loop},
		{30 * time.Second, p.catchUp.Loop},
		{5 * time.Second, p.homeLoop},
		{500 * time.Millisecond, func(ctx context.Context, t <-chan time.Time) { p.settleLoop(ctx, t, log) }},
	}
	if p.herald != nil {
		loops = append(loops, loop{2 * time.Second, p.herald.Loop})
	}
	var wg sync.WaitGroup
	for _, l := range loops {
		wg.Add(1)
		go func() {
			defer wg.Done()
			t := time.NewTicker(l.every)
			defer t.Stop()
			l.loop(ctx, t.C)
		}()
	}
	<-ctx.Done()
	server.Stop()
	wg.Wait()
	p.giveUp(log)
	p.stopSending(log)
	return nil
}

// sendOwn lets a web's steps send their own answers until ctx ends, then waits for those that are under way.
func (p *parts) sendOwn(ctx context.Context, log *slog.Logger) error {
	<-ctx.Done()
	p.stopSending(log)
	return nil
}

// stopSending waits for the calls that are under way, and leaves texts that are still in one to the settler of whoever is there next. What
// steps make meanwhile is queued.
func (p *parts) stopSending(log *slog.Logger) {
	p.drainer.Stop()
	ids := p.drainer.InFlight()
	if len(ids) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := p.db.GiveUp(ctx, ids); err != nil {
		log.ErrorContext(ctx, "texts in a call not given up: their leases will end", "error", err)
	}
}

// giveUp leaves what one worker does for all to another.
func (p *parts) giveUp(log *slog.Logger) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	err := errors.Join(p.settler.Duty.Leave(ctx), p.catchUp.Duty.Leave(ctx), p.keeper.Duty.Leave(ctx))
	if p.herald != nil {
		err = errors.Join(err, p.herald.Duty.Leave(ctx))
	}
	if err != nil {
		log.ErrorContext(ctx, "a duty was not given up: its lease will end", "error", err)
	}
}

// homeLoop looks whether the database was restored under us.
func (p *parts) homeLoop(ctx context.Context, every <-chan time.Time) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-every:
		}
		if err := app.MoveIn(ctx, p.db, p.deps); err != nil && ctx.Err() == nil {
			p.deps.Log.ErrorContext(ctx, "not known whether the database was restored", "error", err)
		}
	}
}

func (p *parts) settleLoop(ctx context.Context, every <-chan time.Time, log *slog.Logger) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-every:
		}
		if err := p.settler.Settle(ctx); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "settling failed", "error", err)
		}
	}
}

// serve listens and answers HTTP until ctx ends.
func serve(ctx context.Context, addr string, h http.Handler, started func(net.Addr)) error {
	lc := net.ListenConfig{}
	l, err := lc.Listen(ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", addr, err)
	}
	return serveOn(ctx, l, h, func() { started(l.Addr()) })
}

// serveOn answers on a listener until ctx ends, then lets requests finish.
func serveOn(ctx context.Context, l net.Listener, h http.Handler, started func()) error {
	srv := web.Server(l.Addr().String(), h)
	// what is in hand is finished; streams end
	srv.BaseContext = func(net.Listener) context.Context { return web.Ending(context.WithoutCancel(ctx), ctx.Done()) }
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	started()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 9*time.Second)
	defer cancel()
	if err := srv.Shutdown(stop); err != nil {
		return fmt.Errorf("stop serving: %w", err)
	}
	return nil
}

// database returns the address that a short command uses: DATABASE_URL, else that of the data folder.
func database(ctx context.Context, cfg config.Config) (string, func(), error) {
	if cfg.DatabaseURL != "" {
		return cfg.DatabaseURL.Reveal(), func() {}, nil
	}
	return embedded.Attach(ctx, cfg.Data)
}

// openStore opens the store for a short command.
func openStore(ctx context.Context, cfg config.Config) (*store.DB, func(), error) {
	u, release, err := database(ctx, cfg)
	if err != nil {
		return nil, nil, err
	}
	db, err := store.Open(ctx, u, 4)
	if err == nil {
		err = db.SetKeys(cfg.SecretKeys())
	}
	if err != nil {
		release()
		return nil, nil, err
	}
	return db, func() { _ = db.Close(); release() }, nil
}
