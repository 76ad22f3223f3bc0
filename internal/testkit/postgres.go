// Package testkit is for tests only: real databases, real queues, the built binary and phones to text with.
package testkit

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	_ "github.com/lib/pq" // databases are made and dropped through it

	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/store"
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
}

// Main runs a package's tests with a lazily started server, and ends it after them. A missing PostgreSQL fails the tests that need it.
func (c *Cluster) Main(m *testing.M) int {
	code := m.Run()
	switch {
	case c.pg != nil:
		_ = c.pg.Stop()
		_ = os.RemoveAll(c.dir)
	case c.template != "":
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

// Database returns the address of a fresh, migrated database that is dropped when the test ends.
func (c *Cluster) Database(t testing.TB) string {
	t.Helper()
	c.once.Do(c.start)
	if c.err != nil {
		t.Fatalf("PostgreSQL is needed for this test: %v", c.err)
	}
	return c.made(t, c.template)
}

// Copy returns the address of another database of the same contents, as one that is restored from a dump; nobody may be connected to the first.
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

func (c *Cluster) made(t testing.TB, template string) string {
	t.Helper()
	name := fmt.Sprintf("t%d", c.n.Add(1))
	if c.pg == nil {
		name = c.template + "_" + name
	}
	c.admin(t, "CREATE DATABASE "+name+" TEMPLATE "+template)
	t.Cleanup(func() { c.admin(t, "DROP DATABASE "+name+" WITH (FORCE)") })
	return c.url(name)
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
