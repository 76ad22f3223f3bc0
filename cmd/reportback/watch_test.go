package main

import (
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/web"
)

var cluster testkit.Cluster

func TestMain(m *testing.M) { os.Exit(cluster.Main(m)) }

// TestAnAlmostFullDiskIsSaid: by the alert's own rule, also when the database does not answer any more; the worker is not ready below
// 200 MB.
func TestAnAlmostFullDiskIsSaid(t *testing.T) {
	t.Parallel()
	db, err := store.Open(t.Context(), cluster.Database(t), 2)
	if err != nil {
		t.Fatal(err)
	}
	p := &parts{db: db, metrics: web.NewMetrics(), data: t.TempDir(), room: room, ticker: &app.Ticker{}}
	p.deps.Clock = machineClock{}
	p.readGauges()
	srv := httptest.NewServer(promhttp.HandlerFor(p.metrics.Registry, promhttp.HandlerOpts{}))
	defer srv.Close()
	rule := testkit.AlertRules(t, "../../docs/alerts.yml")["DiskAlmostFull"]
	fires := func() bool {
		now := testkit.ReadMetrics(t, srv.URL)
		return testkit.Fires(t, rule, now, now)
	}
	if here, err := room(p.data); err != nil || here == 0 || fires() != (here < 1e9) {
		t.Errorf("%d bytes here, %v", here, err)
	}
	for _, c := range []struct {
		left uint64
		want bool
	}{{2e9, false}, {9e8, true}, {1e8, true}} {
		p.room = func(string) (uint64, error) { return c.left, nil }
		if got := fires(); got != c.want {
			t.Errorf("with %d bytes: %v", c.left, got)
		}
	}
	if err := p.workerReady(t.Context()); err == nil || !strings.Contains(err.Error(), "disk") {
		t.Errorf("the worker says %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if !fires() {
		t.Error("nothing is said when the database is away too")
	}
}
