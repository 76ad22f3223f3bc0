package faults

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// done is one thing that is done to the machines, for about as long as it is given.
type done struct {
	name    string
	do      func(m *machines, wait func(time.Duration))
	server  bool // to a PostgreSQL of their own
	refuses bool // texts are refused for good, and read from the provider's list afterwards
}

func things(long bool) []done {
	stops, hangs, refused := 2*time.Second, 5*time.Second, 10*time.Second // short enough for the provider to come again
	if long {
		stops, hangs, refused = 30*time.Second, 30*time.Second, 10*time.Minute
	}
	faulty := func(order string, s time.Duration) func(*machines, func(time.Duration)) {
		return func(m *machines, wait func(time.Duration)) {
			m.order(order)
			wait(s)
			m.fault(faketwilio.Fault{})
		}
	}
	callbacks := func(how string) func(*machines, func(time.Duration)) {
		return func(m *machines, wait func(time.Duration)) {
			m.fault(faketwilio.Fault{Callbacks: how})
			wait(5 * time.Second)
			m.fault(faketwilio.Fault{})
		}
	}
	all := []done{
		{name: "nothing (base)", do: func(*machines, func(time.Duration)) {}},
		{name: "kill -9 one web, back after 2 s", do: func(m *machines, wait func(time.Duration)) {
			m.webs[0].Kill()
			wait(2 * time.Second)
			m.web(0)
		}},
		{name: "kill -9 both workers, back after 4 s", do: func(m *machines, wait func(time.Duration)) {
			m.workers[0].Kill()
			m.workers[1].Kill()
			wait(4 * time.Second)
			m.worker(0)
			m.worker(1)
		}},
		{name: "SIGTERM one worker and one web", do: func(m *machines, wait func(time.Duration)) {
			m.workers[1].Signal(syscall.SIGTERM)
			m.webs[1].Signal(syscall.SIGTERM)
			wait(3 * time.Second)
			m.worker(1)
			m.web(1)
		}},
		{name: "SIGSTOP one worker 5 s", do: func(m *machines, wait func(time.Duration)) {
			m.workers[0].Signal(syscall.SIGSTOP)
			wait(5 * time.Second)
			m.workers[0].Signal(syscall.SIGCONT)
		}},
		{name: "FLUSHALL five times", do: func(m *machines, wait func(time.Duration)) {
			for range 5 {
				m.redisSays("FLUSHALL")
				wait(300 * time.Millisecond)
			}
		}},
		{name: "redis gone for good", do: func(m *machines, wait func(time.Duration)) { m.redisSays("SHUTDOWN NOSAVE"); wait(2 * time.Second) }},
		{name: "all connections to PostgreSQL ended, three times", do: func(m *machines, wait func(time.Duration)) {
			for range 3 {
				m.sql(`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`)
				wait(time.Second)
			}
		}},
		{name: "refused account (401), " + refused.String(), do: faulty(`{"code":20003,"http":401}`, refused)},
		{name: "429 without Retry-After, 5 s", do: faulty(`{"code":20429,"http":429}`, 5*time.Second)},
		{name: "503 page, not accepted, 10 s", do: faulty(`"html503"`, 10*time.Second)},
		{name: "cut after accept, 5 s", do: faulty(`"cut_after_accept"`, 5*time.Second)},
		{name: "callbacks missing", do: callbacks("none")},
		{name: "callbacks twice", do: callbacks("twice")},
		{name: "callbacks reversed", do: callbacks("reversed")},
		{name: "callbacks early", do: callbacks("early")},
		{name: "PostgreSQL stopped " + stops.String(), do: func(m *machines, wait func(time.Duration)) {
			m.stopServer()
			wait(stops)
			m.startServer()
		}, server: true, refuses: true},
		{name: "PostgreSQL SIGSTOPped " + hangs.String(), do: func(m *machines, wait func(time.Duration)) {
			m.signalServer(syscall.SIGSTOP)
			wait(hangs)
			m.signalServer(syscall.SIGCONT)
		}, server: true, refuses: true},
	}
	if long { // reading the list takes a minute
		all = append(all, done{name: "texts refused for three minutes", do: func(m *machines, wait func(time.Duration)) {
			m.shut.Store(true)
			wait(3 * time.Minute)
			m.shut.Store(false)
		}, refuses: true})
	}
	return all
}

// ownServer starts a PostgreSQL that nobody else uses.
func (m *machines) ownServer() {
	m.t.Helper()
	m.pgDir = testkit.DataDir(m.t)
	m.startServer()
	m.t.Cleanup(func() { _ = m.pg.Stop() })
	db, err := store.Open(context.Background(), m.db, 2)
	if err != nil {
		m.t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.Migrate(context.Background()); err != nil {
		m.t.Fatal(err)
	}
}

func (m *machines) startServer() {
	pg, err := embedded.Start(context.Background(), m.pgDir, embedded.Real, embedded.Options{NoSync: true})
	if err != nil {
		m.t.Fatal(err)
	}
	m.pg, m.db = pg, pg.URL()
}

func (m *machines) stopServer() {
	if err := m.pg.Stop(); err != nil {
		m.t.Error(err)
	}
}

// signalServer signals PostgreSQL and all that it has started.
func (m *machines) signalServer(sig syscall.Signal) {
	b, err := os.ReadFile(filepath.Join(m.pgDir, "postgres", "postmaster.pid"))
	if err != nil {
		m.t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(b), "\n")
	pid, err := strconv.Atoi(line)
	if err != nil {
		m.t.Fatal(err)
	}
	for _, p := range append(children(pid), pid) {
		if err := syscall.Kill(p, sig); err != nil && p == pid {
			m.t.Error(err)
		}
	}
}

// children lists the processes that one has started.
func children(of int) []int {
	var out []int
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, f := range stats {
		b, err := os.ReadFile(f)
		if err != nil {
			continue // it has ended
		}
		var pid, parent int
		var state string
		rest := string(b)
		if i := strings.LastIndexByte(rest, ')'); i > 0 {
			rest = rest[:strings.IndexByte(rest, ' ')] + rest[i+1:]
		}
		if _, err := fmt.Sscan(rest, &pid, &state, &parent); err == nil && parent == of {
			out = append(out, pid)
		}
	}
	return out
}
