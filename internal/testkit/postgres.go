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
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit/memory"
)

// Cluster is one PostgreSQL server for the tests of a package, with a migrated template: a private one, or that of
// REPORTBACK_TEST_DATABASE_URL (postgres://..., of an account that may create databases).
type Cluster struct {
	pg       *embedded.Postgres // nil: somebody else's server
	server   string             // address of any database of the server
	template string
	dir      string
	n        atomic.Int64
	once     sync.Once
	err      error

	mu    sync.Mutex
	idle  []used   // databases that a test is done with
	empty []string // what makes one of them as the template is
}

// used is a database that was lent, with the connections that stay open from one test to the next: one that empties it and tells its rows,
// and those of the service, if it has any.
type used struct {
	name string
	raw  *sql.DB
	warm *store.DB
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
		c.empty, c.err = emptying(ctx, c.url(c.template))
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
	if c.pg, err = embedded.Start(ctx, c.dir, embedded.Real, embedded.Options{NoSync: true}); err != nil {
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
// making one costs half a second. For tests that use the schema as it is, over connections of their own.
func (c *Cluster) Lent(t testing.TB) string {
	t.Helper()
	return c.url(c.lend(t, false).name)
}

// Warm is Lent with connections that stay open after the test, the second one for looking at rows: PostgreSQL reads its catalogue and
// plans each statement anew on each connection, which costs as much as what a story does on it.
func (c *Cluster) Warm(t testing.TB) (*store.DB, *sql.DB) {
	t.Helper()
	d := c.lend(t, true)
	return d.warm, d.raw
}

func (c *Cluster) lend(t testing.TB, warm bool) used {
	t.Helper()
	c.once.Do(c.start)
	if c.err != nil {
		t.Fatalf("PostgreSQL is needed for this test: %v", c.err)
	}
	d := c.take(t)
	if warm && d.warm == nil {
		var err error
		if d.warm, err = store.Open(t.Context(), c.warm(d.name), 4); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.idle = append(c.idle, d)
	})
	return d
}

// take empties an idle database, or makes one.
func (c *Cluster) take(t testing.TB) used {
	t.Helper()
	c.mu.Lock()
	last := len(c.idle) - 1
	if last < 0 {
		c.mu.Unlock()
		name := c.fresh(t, c.template)
		db, err := sql.Open("postgres", c.warm(name))
		if err != nil {
			t.Fatal(err)
		}
		db.SetMaxOpenConns(1)
		return used{name: name, raw: db}
	}
	d := c.idle[last]
	c.idle = c.idle[:last]
	c.mu.Unlock()
	for _, q := range c.empty {
		if _, err := d.raw.ExecContext(t.Context(), q); err != nil {
			t.Fatalf("empty a database for the next test: %v", err)
		}
	}
	return d
}

// emptying are the statements that bring a used database back to what the template holds: nobody connected but what stays warm, no rows
// but those that the schema's changes put there, sequences at their beginning. One statement a round trip.
func emptying(ctx context.Context, template string) ([]string, error) {
	db, err := sql.Open("postgres", template)
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }()
	var tables []string
	if err := db.QueryRowContext(ctx, `SELECT array_agg(format('%I', relname) ORDER BY relname) FROM pg_class
WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace
  AND relname <> 'goose_db_version'`).Scan(pq.Array(&tables)); err != nil {
		return nil, fmt.Errorf("tables of the template: %w", err)
	}
	all := []string{
		`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> '` + warmName + "'",
		"BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM " + strings.Join(tables, "; DELETE FROM ") + "; COMMIT",
		"SELECT setval(format('%I.%I', schemaname, sequencename), start_value, false) FROM pg_sequences WHERE sequencename NOT LIKE 'goose%'",
	}
	for _, t := range tables {
		var rows string
		if err := db.QueryRowContext(ctx, "SELECT json_agg(r) FROM "+t+" r HAVING count(*) > 0").Scan(&rows); errors.Is(err, sql.ErrNoRows) {
			continue
		} else if err != nil {
			return nil, fmt.Errorf("rows of the template: %w", err)
		}
		all = append(all,
			"INSERT INTO "+t+" OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::"+t+", "+pq.QuoteLiteral(rows)+")")
	}
	return all, nil
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
