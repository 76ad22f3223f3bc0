package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"github.com/reportback/reportback/migrations"
)

// migrateLimits: a migration may take long, but waits for a table only shortly: whoever comes behind it would wait too.
const migrateLimits = "SET lock_timeout = '2s'; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0"

// migrateTries is how often a migration asks for what others hold, half a second apart.
const migrateTries = 60

// Migrate brings the schema to the newest version, also under load and when several try at once: one does it, and what others hold is asked
// for again.
func (s *DB) Migrate(ctx context.Context) error {
	db := sql.OpenDB(connector{s.from, migrateLimits})
	defer func() { _ = db.Close() }()
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 120))
	if err != nil {
		return fmt.Errorf("migrate up: %w", err)
	}
	p, err := goose.NewProvider(goose.DialectPostgres, db, migrations.FS, goose.WithSessionLocker(locker), goose.WithAllowOutofOrder(true))
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	for try := 1; ; try++ {
		if _, err = p.Up(ctx); err == nil {
			return nil
		}
		if !held(err) || try == migrateTries {
			return fmt.Errorf("migrate up: %w", err)
		}
		if _, err := db.ExecContext(ctx, `SELECT pg_sleep(0.5)`); err != nil {
			return fmt.Errorf("migrate up: %w", scrub(err))
		}
	}
}

// held reports whether what others hold was in the way: a deadlock, or a lock that was not to be had in time.
func held(err error) bool {
	var p *pgconn.PgError
	return errors.As(err, &p) && (p.Code == "40P01" || p.Code == "55P03")
}

// MigrateDown takes every migration back: for the test that up, down and up again leave the same schema.
func (s *DB) MigrateDown(ctx context.Context) error { return s.MigrateDownTo(ctx, 0) }

// MigrateDownTo takes back what is newer than a version: for the test that what is there is mapped.
func (s *DB) MigrateDownTo(ctx context.Context, version int64) error {
	p, err := s.provider()
	if err != nil {
		return err
	}
	if _, err := p.DownTo(ctx, version); err != nil {
		return fmt.Errorf("migrate down: %w", err)
	}
	return nil
}

// Migration is one schema change and whether it is applied.
type Migration struct {
	Name    string
	Applied bool
}

// Migrations lists the schema changes.
func (s *DB) Migrations(ctx context.Context) ([]Migration, error) {
	p, err := s.provider()
	if err != nil {
		return nil, err
	}
	st, err := p.Status(ctx)
	if err != nil {
		return nil, fmt.Errorf("migration status: %w", err)
	}
	out := make([]Migration, 0, len(st))
	for _, m := range st {
		out = append(out, Migration{Name: m.Source.Path, Applied: m.State == goose.StateApplied})
	}
	return out, nil
}

func (s *DB) provider() (*goose.Provider, error) {
	p, err := goose.NewProvider(goose.DialectPostgres, s.db, migrations.FS, goose.WithAllowOutofOrder(true))
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	return p, nil
}
