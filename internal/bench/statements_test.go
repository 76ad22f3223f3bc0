package bench

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// BenchmarkStatements is what BenchmarkAnswer's text asks of PostgreSQL, by PostgreSQL's own count (pg_stat_statements): statements and
// transactions a text, and the time that it plans and runs them. Where the extension is not installed it says so.
func BenchmarkStatements(b *testing.B) {
	url := counted(b)
	if url == "" {
		b.Log("not measured: this PostgreSQL has no pg_stat_statements (package postgresql-contrib)")
		return
	}
	a := newAnswers(b, url)
	raw, err := sql.Open("postgres", url)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	for range 300 { // every statement is prepared and planned where it is to be
		a.one(b)
	}
	if _, err := raw.ExecContext(b.Context(), `SELECT pg_stat_statements_reset()`); err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		a.one(b)
		n++
	}
	var statements, commits int
	var planned, ran float64
	if err := raw.QueryRowContext(b.Context(), `SELECT sum(calls) FILTER (WHERE query NOT LIKE 'BEGIN%' AND query <> 'COMMIT'),
  coalesce(sum(calls) FILTER (WHERE query = 'COMMIT'), 0), sum(total_plan_time), sum(total_exec_time) FROM pg_stat_statements
  WHERE query NOT LIKE '%pg_stat_statements%'`).Scan(&statements, &commits, &planned, &ran); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(statements)/float64(n), "statements/text")
	b.ReportMetric(float64(commits)/float64(n), "transactions/text")
	b.ReportMetric(planned/float64(n), "plan-ms/text")
	b.ReportMetric(ran/float64(n), "run-ms/text")
}

// counted starts a PostgreSQL of its own that counts statements, and returns a migrated database's address; "" when it cannot count.
func counted(b *testing.B) string {
	b.Helper()
	dir := testkit.DataDir(b)
	first, err := embedded.Start(b.Context(), dir, embedded.Real, embedded.Options{NoSync: true})
	if err != nil {
		b.Fatal(err)
	}
	if err := first.Stop(); err != nil {
		b.Fatal(err)
	}
	confs, err := filepath.Glob(filepath.Join(dir, "*", "postgresql.conf"))
	if err != nil || len(confs) != 1 {
		b.Fatal(confs, err)
	}
	f, err := os.OpenFile(confs[0], os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := f.WriteString("\nshared_preload_libraries = 'pg_stat_statements'\npg_stat_statements.track_planning = on\n"); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	pg, err := embedded.Start(b.Context(), dir, embedded.Real, embedded.Options{NoSync: true})
	if err != nil {
		return "" // it does not start with a library that is not there
	}
	b.Cleanup(func() { _ = pg.Stop() })
	db, err := store.Open(b.Context(), pg.URL(), 2)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.Migrate(b.Context()); err != nil {
		b.Fatal(err)
	}
	raw, err := sql.Open("postgres", pg.URL())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	if _, err := raw.ExecContext(b.Context(), `CREATE EXTENSION pg_stat_statements`); err != nil {
		b.Fatal(err)
	}
	return pg.URL()
}
