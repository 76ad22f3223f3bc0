package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/reportback/reportback/config"
	"github.com/reportback/reportback/internal/web"
)

// version is what runs: the module's version and the commit that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	commit, dirty := "", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			commit = s.Value
		case "vcs.modified":
			if s.Value == "true" {
				dirty = " (changed)"
			}
		}
	}
	if commit == "" {
		commit = built
	}
	if len(commit) > 12 {
		commit = commit[:12]
	}
	return fmt.Sprintf("reportback %s %s%s %s", info.Main.Version, commit, dirty, info.GoVersion)
}

// built is the commit where the build cannot see it, as in a container: -ldflags "-X main.built=...".
var built = "unknown" //nolint:gochecknoglobals // the linker writes it

// webReady: can it store what Twilio brings. The queue is not asked: it may be lost at any time.
func (p *parts) webReady(ctx context.Context) error {
	if err := p.db.Writable(ctx); err != nil {
		return err
	}
	if pending, err := p.db.SchemaPending(ctx); err != nil || pending {
		return errors.Join(err, web.NotReadyError("the schema is not up to date"))
	}
	return nil
}

// tickWithin is how long a worker may be without a tick that went through.
const tickWithin = 30 * time.Second

// leastDisk is how much room must be left where the data lies.
const leastDisk = 200 << 20

// workerReady: has it ticked, does the provider take texts, is there disk.
func (p *parts) workerReady(ctx context.Context) error {
	if err := p.webReady(ctx); err != nil {
		return err
	}
	if p.data != "" {
		if room, err := p.room(p.data); err == nil && room < leastDisk {
			return web.NotReadyError("less than 200 MB of disk are left")
		}
	}
	if at := p.ticker.Ticked(); at.IsZero() || time.Since(at) > tickWithin {
		return web.NotReadyError("no tick went through for 30 seconds")
	}
	if stop, open, err := p.db.Stopped(ctx); err != nil || open && stop.Kind != "asked" {
		return errors.Join(err, web.NotReadyError("the provider takes no texts"))
	}
	return nil
}

// room returns how many bytes are free where a folder lies.
func room(folder string) (uint64, error) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(folder, &st); err != nil {
		return 0, fmt.Errorf("room of %s: %w", folder, err)
	}
	return st.Bavail * uint64(st.Bsize), nil //nolint:gosec // a block's size is positive
}

// roomLeft is the room where the data lies; it is said also when the database no longer answers, as it does not on a full disk.
func (p *parts) roomLeft() []web.Gauge {
	if p.data == "" {
		return nil
	}
	left, err := p.room(p.data)
	if err != nil {
		return nil
	}
	return []web.Gauge{{Name: "disk_free_bytes", Help: "Room where the data lies.", Value: float64(left)}}
}

// readGauges adds what waits now to the metrics.
func (p *parts) readGauges() {
	p.metrics.Read(func() []web.Gauge {
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		out := append(p.roomLeft(), web.Gauge{Name: "build_info", Help: "What runs.", Label: version(), Value: 1})
		g, err := p.db.Gauges(ctx, p.deps.Clock.Now())
		if err != nil {
			return append(out, web.Gauge{Name: "database_up", Help: "Whether the database answers."})
		}
		stopped, code := 0.0, float64(g.StopCode)
		if g.Stopped {
			stopped = 1
		}
		out = append(out, web.Gauge{Name: "database_up", Help: "Whether the database answers.", Value: 1},
			web.Gauge{Name: "sending_stopped", Help: "1 while the provider refuses every text.", Value: stopped},
			web.Gauge{Name: "sending_stopped_code", Help: "The provider's code of the stop, 0 for none.", Value: code},
			web.Gauge{Name: "queued_oldest_seconds", Help: "Age of the oldest text that waits to leave.", Value: g.OldestQueued},
			web.Gauge{Name: "due_oldest_seconds", Help: "By how much the oldest due row is late.", Value: g.OldestDue},
			web.Gauge{Name: "attention_open", Help: "Rows on Today.", Value: float64(g.Attention)},
			web.Gauge{Name: "sending_mode", Help: "Who may be texted.", Label: g.Mode, Value: 1})
		for of, n := range map[string]int{
			"queued": g.Queued, "in_flight": g.InFlight, "unknown": g.Unknown, "unsettled": g.Unsettled,
			"go_again": g.GoAgain,
		} {
			out = append(out, web.Gauge{Name: "texts", Help: "Texts that are on their way.", Label: of, Value: float64(n)})
		}
		if !g.BackupAt.IsZero() {
			out = append(out, web.Gauge{
				Name: "backup_seconds", Help: "When the last backup was made, as Unix time.",
				Value: float64(g.BackupAt.Unix()),
			})
		}
		return out
	})
}

// watched serves /metrics, /healthz and /readyz for whoever watches, until ctx ends. The default address gives way when another process on
// this machine has it; one that somebody chose does not.
func (p *parts) watched(ctx context.Context, cfg config.Config, std streams, log *slog.Logger, ready func(context.Context) error) error {
	if cfg.Metrics == "off" {
		<-ctx.Done()
		return nil
	}
	p.readGauges()
	addr := cfg.Metrics
	if addr == "" {
		addr = "127.0.0.1:9464"
	}
	lc := net.ListenConfig{}
	l, err := lc.Listen(ctx, "tcp", addr)
	if err != nil && cfg.Metrics == "" {
		l, err = lc.Listen(ctx, "tcp", "127.0.0.1:0")
	}
	if err != nil {
		return fmt.Errorf("REPORTBACK_METRICS: listen on %s: %w", addr, err)
	}
	return serveOn(ctx, l, web.Watch(web.Options{Ready: ready, Registry: p.metrics.Registry, Log: log}), func() {
		fmt.Fprintf(std.err, "reportback: metrics and readiness on %s\n", l.Addr())
	})
}

type healthArgs struct{}

// runHealth asks the service on this machine whether it is ready, where it says so.
func runHealth(ctx context.Context, cfg config.Config, std streams) error {
	addr := cfg.Metrics
	if addr == "" {
		addr = "127.0.0.1:9464"
	}
	if strings.HasPrefix(addr, ":") {
		addr = "127.0.0.1" + addr
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+addr+"/readyz", nil)
	if err != nil {
		return usageError{fmt.Errorf("REPORTBACK_METRICS: %w", err)}
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("nothing answers on %s", addr)
	}
	defer func() { _ = res.Body.Close() }()
	b, _ := io.ReadAll(io.LimitReader(res.Body, 1000))
	if res.StatusCode != http.StatusOK {
		return errors.New(strings.TrimSpace(string(b)))
	}
	fmt.Fprint(std.out, string(b))
	return nil
}
