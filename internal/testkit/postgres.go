// Package testkit is for tests only: real databases, real queues, the built binary and phones to text with.
package testkit

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	_ "github.com/lib/pq" // databases are made and dropped through it

	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/store"
)

// Cluster is one PostgreSQL server for the tests of a package, with a migrated template.
type Cluster struct {
	pg   *embedded.Postgres
	dir  string
	n    atomic.Int64
	once sync.Once
	err  error
}

// Main runs a package's tests with a lazily started server, and ends it after them. A missing PostgreSQL fails the tests that need it.
func (c *Cluster) Main(m *testing.M) int {
	code := m.Run()
	if c.pg != nil {
		_ = c.pg.Stop()
		_ = os.RemoveAll(c.dir)
	}
	return code
}

func (c *Cluster) start() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if c.dir, c.err = os.MkdirTemp("", "reportback-test-"); c.err != nil {
		return
	}
	if c.err = os.Chmod(c.dir, 0o755); c.err != nil { //nolint:gosec // the server's account must pass
		return
	}
	if c.pg, c.err = embedded.Start(ctx, c.dir, embedded.Real, embedded.Options{NoSync: true}); c.err != nil {
		return
	}
	db, err := store.Open(ctx, c.url("app"), 2)
	if err != nil {
		c.err = err
		return
	}
	c.err = db.Migrate(ctx)
	_ = db.Close()
}

func (c *Cluster) url(name string) string {
	return fmt.Sprintf("host=%s port=5432 user=app dbname=%s sslmode=disable", filepath.Join(c.dir, "s"), name)
}

// Database returns the address of a fresh, migrated database that is dropped when the test ends.
func (c *Cluster) Database(t testing.TB) string {
	t.Helper()
	c.once.Do(c.start)
	if c.err != nil {
		t.Fatalf("PostgreSQL is needed for this test: %v", c.err)
	}
	name := fmt.Sprintf("t%d", c.n.Add(1))
	c.admin(t, "CREATE DATABASE "+name+" TEMPLATE app")
	t.Cleanup(func() { c.admin(t, "DROP DATABASE "+name+" WITH (FORCE)") })
	return c.url(name)
}

func (c *Cluster) admin(t testing.TB, query string) {
	t.Helper()
	db, err := sql.Open("postgres", c.url("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(context.Background(), query); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}
