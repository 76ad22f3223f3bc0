// Package store keeps everything in PostgreSQL: it implements app.Store and nothing decides here. Each file has one subject, its SQL as
// constants beside the code that scans it. Row structs stay private.
//
// The law of locks: a step holds one phone (Lock). What belongs to others is a planned row for their phone, or stands under a version that
// refuses a second writer; so locks never cross. A batch of changes is one statement a kind (savings), its rows as arrays.
package store

import (
	"context"
	"crypto/cipher"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/stdlib"
)

// DB is the store.
type DB struct {
	db    *sql.DB
	from  driver.Connector
	pace  pace
	org   atomic.Pointer[orgRead]
	saves saves

	connections int // at most
	settleSent  ofRows[sentSave]
	keys        []cipher.AEAD // what secrets are sealed with; none: they are kept as they are
	steps       steps
}

// limits bound what a statement may wait for and last: a row that is locked must not hold up a batch of others (app.ErrLocked), nor a lost
// client its transaction. Exports and retention are the longest.
const limits = "SET lock_timeout = '700ms'; SET statement_timeout = '5min'; SET idle_in_transaction_session_timeout = '1min'"

// connectWithin bounds a connection's making: a machine that is gone answers nothing.
const connectWithin = 10 * time.Second

// planning is how statements are planned. Ours are short: compiling one (jit) takes longer than running it, and so does planning one
// anew for each value (plan_cache_mode): a plan for any value serves all. It is made when a statement is first used, in a new database of
// empty tables, where reading all of one looks cheapest, and serves until the table is analyzed: so what an index leads to is never looked
// for in the whole table (enable_seqscan). TestPagesTouchFewRows sees that no plan turns bad for it.
const planning = "SET jit = off; SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; "

// Open connects to the database of a URL or DSN, as libpq takes them, and checks that it answers.
func Open(ctx context.Context, url string, connections int) (*DB, error) {
	cfg, err := configOf(url)
	if err != nil {
		return nil, errors.New("open database: the address cannot be read: postgres://user:password@host/database with what is special in " +
			"the password escaped, or as host=, user=, password=, dbname=") // err quotes it, with the password
	}
	c := stdlib.GetConnector(*cfg)
	db := sql.OpenDB(connector{c, limits})
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("open database: %w", scrub(err))
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections) // a pool that closes idle connections prepares everything again
	return &DB{
		db: db, from: c, saves: newSaves(), connections: connections,
		settleSent: settleSent(),
	}, nil
}

// Close closes every connection.
func (s *DB) Close() error { return s.db.Close() }

// Ping reports whether the database answers.
func (s *DB) Ping(ctx context.Context) error { return scrub(s.db.PingContext(ctx)) }

// Writable reports whether something can be kept: a disk that is full, or a standby, answers a ping all the same. A row that is written
// over finds its old place also on a full disk, where the next text would find none: so it is also tried whether there is room for a
// megabyte, in a file that PostgreSQL drops at once.
func (s *DB) Writable(ctx context.Context) error {
	if _, err := s.exec(ctx, `INSERT INTO readings (name, read_at) VALUES ('written', clock_timestamp())
	  ON CONFLICT (name) DO UPDATE SET read_at = excluded.read_at`); err != nil {
		return err
	}
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return scrub(err)
	}
	defer func() { _ = t.Rollback() }() // nothing was to be kept
	if _, err := t.ExecContext(ctx, `SET LOCAL work_mem = '64kB'`); err != nil {
		return scrub(err)
	}
	_, err = t.ExecContext(ctx, `SELECT count(*) FROM generate_series(1, 60000)`) // too much for work_mem, so it is laid in a file
	return scrub(err)
}

func (s *DB) sel(ctx context.Context, dest any, query string, args ...any) error {
	return s.askOne(ctx, &question{query: query, args: args, dest: dest})
}

func (s *DB) exec(ctx context.Context, query string, args ...any) (int64, error) {
	q := &question{query: query, args: args}
	err := s.askOne(ctx, q)
	return q.touched, err
}

// askOne asks one question, which is a transaction of its own; another connection where the first was closed before it was sent.
func (s *DB) askOne(ctx context.Context, q *question) error {
	for try := 1; ; try++ {
		err := s.on(ctx, func(c *conn) error { return c.ask(ctx, q) })
		if try == beginTries || !errors.Is(err, driver.ErrBadConn) {
			return classify(err)
		}
	}
}

// nullID is a UUID column that may be null; the zero id stands for null.
type nullID struct{ uuid.NullUUID }

func (n nullID) id() uuid.UUID { return n.UUID }

func idOrNil(id uuid.UUID) *uuid.UUID {
	if id == uuid.Nil {
		return nil
	}
	return &id
}

func timeOrNil(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func strOrNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func zero(t sql.NullTime) time.Time {
	if t.Valid {
		return t.Time
	}
	return time.Time{}
}
