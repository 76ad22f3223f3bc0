// Package testkit is for tests only: real databases, real queues, the built binary and phones to text with.
package testkit

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	_ "github.com/lib/pq" // the driver of tests that look at rows

	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit/memory"
)

// Cluster is one PostgreSQL server for the tests of a package, with a migrated template: a private one, or that of
// REPORTBACK_TEST_DATABASE_URL (postgres://..., of an account that may create databases).
type Cluster struct {
	Durable bool // its own server waits for the disk, as a deployment's does; a test need not

	pg       *embedded.Postgres // nil: somebody else's server
	server   string             // address of any database of the server
	template string
	dir      string
	n        atomic.Int64
	once     sync.Once
	err      error

	schema schema
	base   *State // what the template holds

	mu   sync.Mutex
	idle []used // databases that a test is done with
}

// used is a database that was lent, with the connections that stay open from one test to the next: one that fills it, one that tells its
// rows, and those of the service, if it has any.
type used struct {
	name string
	fill *sql.DB
	raw  *sql.DB
	warm *store.DB
	left bool // the test may have left connections of its own
}

// warmName is how connections that stay open from test to test are called: emptying a database ends all others.
const warmName = "warm"

// Main runs a package's tests with a lazily started server, and ends it after them. A missing PostgreSQL fails the tests that need it.
// Temporary files of tests are in memory; those of a benchmark are where the service's would be.
func (c *Cluster) Main(m *testing.M) int {
	flag.Parse()
	if b := flag.Lookup("test.bench"); b == nil || b.Value.String() == "" {
		defer memory.Use()()
	}
	code := m.Run()
	for _, d := range c.idle {
		_ = d.fill.Close()
		_ = d.raw.Close()
		if d.warm != nil {
			_ = d.warm.Close()
		}
	}
	switch {
	case c.pg != nil:
		_ = c.pg.Stop()
		_ = os.RemoveAll(c.dir)
	case c.template != "":
		for _, d := range c.idle {
			_ = c.exec(context.Background(), "DROP DATABASE IF EXISTS "+d.name+" WITH (FORCE)")
		}
		_ = c.exec(context.Background(), "DROP DATABASE IF EXISTS "+c.template+" WITH (FORCE)")
	}
	return code
}

func (c *Cluster) start() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if c.server = os.Getenv("REPORTBACK_TEST_DATABASE_URL"); c.server != "" {
		c.err = c.borrow(ctx)
	} else {
		c.err = c.own(ctx)
	}
	if c.err != nil {
		return
	}
	db, err := store.Open(ctx, c.url(c.template), 2)
	if err != nil {
		c.err = err
		return
	}
	c.err = db.Migrate(ctx)
	_ = db.Close()
	if c.err == nil {
		c.err = c.look(ctx)
	}
}

// borrow makes the template on a server that others may use at the same time.
func (c *Cluster) borrow(ctx context.Context) error {
	if u, err := url.Parse(c.server); err != nil || u.Host == "" && u.RawQuery == "" {
		return errors.New("REPORTBACK_TEST_DATABASE_URL: must be an address such as postgres://user@host/database")
	}
	c.template = "reportback_" + strings.ReplaceAll(uuid.NewString(), "-", "")
	return c.exec(ctx, "CREATE DATABASE "+c.template)
}

func (c *Cluster) own(ctx context.Context) error {
	var err error
	if c.dir, err = os.MkdirTemp("", "reportback-test-"); err != nil {
		return err
	}
	if err := os.Chmod(c.dir, 0o755); err != nil { //nolint:gosec // the server's account must pass
		return err
	}
	if c.pg, err = embedded.Start(ctx, c.dir, embedded.Real, embedded.Options{NoSync: !c.Durable}); err != nil {
		return err
	}
	c.template, c.server = "app", strings.Replace(c.pg.URL(), "dbname=app", "dbname=postgres", 1)
	return nil
}

func (c *Cluster) url(name string) string {
	if c.pg != nil {
		return strings.Replace(c.pg.URL(), "dbname=app", "dbname="+name, 1)
	}
	u, err := url.Parse(c.server)
	if err != nil {
		return c.server // borrow has looked
	}
	u.Path = "/" + name
	return u.String()
}

// warm is url for connections that stay open.
func (c *Cluster) warm(name string) string {
	if c.pg != nil {
		return c.url(name) + " application_name=" + warmName
	}
	u, err := url.Parse(c.url(name))
	if err != nil {
		return c.server
	}
	q := u.Query()
	q.Set("application_name", warmName)
	u.RawQuery = q.Encode()
	return u.String()
}

// Database returns the address of a fresh, migrated database that is dropped when the test ends.
func (c *Cluster) Database(t testing.TB) string {
	t.Helper()
	c.once.Do(c.start)
	if c.err != nil {
		t.Fatalf("PostgreSQL is needed for this test: %v", c.err)
	}
	return c.made(t, c.template)
}

// Copy returns the address of another database of the same contents, as one that is restored from a dump; nobody may be connected to the
// first.
func (c *Cluster) Copy(t testing.TB, url string) string {
	t.Helper()
	var name string
	db, err := sql.Open("postgres", url)
	if err == nil {
		err = db.QueryRowContext(t.Context(), "SELECT current_database()").Scan(&name)
	}
	if err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	return c.made(t, name)
}

// Lent returns the address of a database as Database's is, which an earlier test may have used: emptying one costs milliseconds where
// making one costs half a second. For tests that use the schema as it is, over connections of their own, and end no others.
func (c *Cluster) Lent(t testing.TB) string {
	t.Helper()
	return c.url(c.lend(t, false, nil).name)
}

// Warm is Lent with connections that stay open after the test, the second one for looking at rows: PostgreSQL reads its catalogue and
// plans each statement anew on each connection, which costs as much as what a story does on it.
func (c *Cluster) Warm(t testing.TB) (*store.DB, *sql.DB) {
	t.Helper()
	return c.From(t, nil)
}

// From is Warm on a database that holds a state. nil: the template's.
func (c *Cluster) From(t testing.TB, state *State) (*store.DB, *sql.DB) {
	t.Helper()
	d := c.lend(t, true, state)
	return d.warm, d.raw
}

// State copies what the database of Warm's second connection holds now.
func (c *Cluster) State(t testing.TB, raw *sql.DB) *State {
	t.Helper()
	s, err := c.schema.state(t.Context(), raw)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (c *Cluster) lend(t testing.TB, warm bool, state *State) used {
	t.Helper()
	c.once.Do(c.start)
	if c.err != nil {
		t.Fatalf("PostgreSQL is needed for this test: %v", c.err)
	}
	d := c.take(t, state)
	if warm && d.warm == nil {
		var err error
		if d.warm, err = store.Open(t.Context(), c.warm(d.name), 4); err != nil {
			t.Fatal(err)
		}
	}
	d.left = !warm
	t.Cleanup(func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.idle = append(c.idle, d)
	})
	return d
}

// take fills an idle database, or a new one.
func (c *Cluster) take(t testing.TB, state *State) used {
	t.Helper()
	c.mu.Lock()
	last := len(c.idle) - 1
	if last < 0 {
		c.mu.Unlock()
		d := c.first(t)
		if state != nil {
			c.fill(t, d, state)
		}
		return d
	}
	d := c.idle[last]
	c.idle = c.idle[:last]
	c.mu.Unlock()
	if d.left { // by a test with connections of its own
		if _, err := d.raw.ExecContext(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> '`+warmName+"'"); err != nil {
			t.Fatalf("end the connections of the test before: %v", err)
		}
	}
	if state == nil {
		state = c.base
	}
	c.fill(t, d, state)
	return d
}

// first makes a database, and the connections that fill it and tell its rows.
func (c *Cluster) first(t testing.TB) used {
	t.Helper()
	d := used{name: c.fresh(t, c.template)}
	d.fill, d.raw = c.open(t, d.name, c.schema.filler), c.open(t, d.name, "")
	return d
}

// open is one connection that stays open. It is made anew, and made ready again, where a test ended in the middle of a statement.
func (c *Cluster) open(t testing.TB, name, ready string) *sql.DB {
	t.Helper()
	conf, err := pgx.ParseConfig(c.warm(name))
	if err != nil {
		t.Fatal(err)
	}
	db := stdlib.OpenDB(*conf, stdlib.OptionAfterConnect(func(ctx context.Context, conn *pgx.Conn) error {
		_, err := conn.Exec(ctx, ready)
		return err
	}))
	db.SetMaxOpenConns(1)
	return db
}

func (c *Cluster) fill(t testing.TB, d used, state *State) {
	t.Helper()
	if err := c.schema.fill(t.Context(), d.fill, state); err != nil {
		t.Fatal(err)
	}
}

// look reads the template: what it holds, and how others come to hold it again.
func (c *Cluster) look(ctx context.Context) error {
	db, err := sql.Open("pgx", c.url(c.template))
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if c.schema, err = schemaOf(ctx, db); err != nil {
		return err
	}
	c.base, err = c.schema.state(ctx, db)
	return err
}

func (c *Cluster) made(t testing.TB, template string) string {
	t.Helper()
	name := c.fresh(t, template)
	t.Cleanup(func() { c.admin(t, "DROP DATABASE "+name+" WITH (FORCE)") })
	return c.url(name)
}

// fresh makes a database.
func (c *Cluster) fresh(t testing.TB, template string) string {
	t.Helper()
	name := fmt.Sprintf("t%d", c.n.Add(1))
	if c.pg == nil {
		name = c.template + "_" + name
	}
	c.admin(t, "CREATE DATABASE "+name+" TEMPLATE "+template)
	return name
}

func (c *Cluster) admin(t testing.TB, query string) {
	t.Helper()
	if err := c.exec(context.Background(), query); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func (c *Cluster) exec(ctx context.Context, query string) error {
	db, err := sql.Open("postgres", c.server)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	_, err = db.ExecContext(ctx, query)
	return err
}
