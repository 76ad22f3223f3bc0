// Package store keeps everything in PostgreSQL: it implements app.Store and nothing decides here. Each file has one subject, its SQL as
// constants beside the code that scans it. Row structs stay private.
//
// The law of locks: a step holds one phone (Lock). What belongs to others is a planned row for their phone, or stands under a version that
// refuses a second writer; so locks never cross. A batch of changes is one statement a kind (savings), its rows as JSON.
package store

import (
	"context"
	"crypto/cipher"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
)

// DB is the store.
type DB struct {
	db    *sqlx.DB
	from  driver.Connector
	pace  pace
	txs   chan struct{}
	org   atomic.Pointer[orgRead]
	saves saves

	connections int // at most
	// settleOne is settleSentSQL for one text.
	settleOne string
	keys      []cipher.AEAD // what secrets are sealed with; none: they are kept as they are
	steps     steps
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
	db := sqlx.NewDb(sql.OpenDB(connector{c, limits}), "postgres")
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("open database: %w", scrub(err))
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections) // a pool that closes idle connections prepares everything again
	return &DB{
		db: db, from: c, txs: make(chan struct{}, connections), saves: newSaves(), connections: connections,
		settleOne: alone(settleSentSQL),
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
	t, err := s.db.BeginTxx(ctx, nil)
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

// tx is one transaction; it implements app.Tx. It begins with its first statement, in one round trip.
type tx struct {
	s   *DB
	c   *conn
	ask func(*question) error // of a read among others (together): it does not ask by itself

	state   txState
	writes  []*question         // that leave with the next question, or with the end
	free    map[int64]sms.Phone // of the phones that Lock took: those whose next text may leave at once
	leaving map[uuid.UUID]bool  // texts that Save writes as claimed
	about   revisions           // of what they speak
}

type txState int

const (
	txNew   txState = iota // the database has not been asked
	txAsked                // or has not answered
	txOpen
	txOver
)

// beginTries is how many connections a transaction tries to begin on: a server that was started anew has ended all that wait in the pool.
const beginTries = 3

// InTx runs fn in one READ COMMITTED transaction: the lock is taken in one statement and what it protects is read in the next, which
// sees what was committed meanwhile. fn is run again where its connection was gone before the first answer.
func (s *DB) InTx(ctx context.Context, fn func(app.Tx) error) error {
	select {
	case s.txs <- struct{}{}:
		defer func() { <-s.txs }()
	case <-ctx.Done():
		return fmt.Errorf("wait for a connection: %w", ctx.Err())
	}
	for try := 1; ; try++ {
		t := &tx{s: s}
		err := s.on(ctx, func(c *conn) error {
			t.c = c
			return t.run(ctx, fn)
		})
		if t.state > txAsked || try == beginTries || !gone(err) || ctx.Err() != nil {
			return classify(err)
		}
		s.db.SetMaxIdleConns(0) // closes what waits: as dead, or soon found to be
		s.db.SetMaxIdleConns(s.connections)
	}
}

// on hands fn a connection of the pool.
func (s *DB) on(ctx context.Context, fn func(*conn) error) error {
	c, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	return c.Raw(func(plain any) error {
		return fn(plain.(*conn)) //nolint:forcetypeassert // connector makes them
	})
}

func (t *tx) run(ctx context.Context, fn func(app.Tx) error) error {
	defer func() { // a panic in fn must not leave the transaction open
		if t.state != txNew && t.state != txOver && !t.c.Conn.Conn().IsClosed() {
			ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectWithin)
			defer cancel()
			_, _ = t.c.ExecContext(ctx, "ROLLBACK", nil) // or the pool finds it open, and ends it
		}
	}()
	if err := fn(t); err != nil {
		return err
	}
	if err := t.flush(ctx, true); err != nil {
		return err
	}
	if t.state == txNew || t.state == txOver {
		t.state = txOver
		return nil
	}
	err := t.c.ask(ctx, &question{query: commitSQL, what: "commit"})
	if err == nil {
		t.state = txOver
	}
	return err
}

// again is inTx for what nobody else would try again: a deadlock or a lock that was not to be had in time ends one transaction of two, and
// the next try finds the way free.
func (s *DB) again(ctx context.Context, fn func(*tx) error) error {
	var err error
	for range 4 {
		if err = inTx(ctx, s, fn); !errors.Is(err, app.ErrConflict) {
			return err
		}
	}
	return err
}

// sel puts what a query finds into a slice of structs or of plain values.
func (t *tx) sel(ctx context.Context, dest any, query string, args ...any) error {
	return t.put(ctx, &question{query: query, args: args, dest: dest})
}

// exec runs a statement and returns how many rows it touched.
func (t *tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	q := &question{query: query, args: args}
	err := t.put(ctx, q)
	return q.touched, err
}

// put asks a question, behind what is to be written.
func (t *tx) put(ctx context.Context, q *question) error {
	if t.ask != nil {
		return t.ask(q)
	}
	if err := t.flush(ctx, false); err != nil {
		return err
	}
	return t.now(ctx, []*question{q})
}

// now asks questions in one round trip.
func (t *tx) now(ctx context.Context, list []*question) error {
	if t.state == txNew {
		t.state, list = txAsked, slices.Insert(list, 0, &question{query: beginSQL})
	}
	err := t.c.ask(ctx, list...)
	if t.state == txAsked && !gone(err) {
		t.state = txOpen
	}
	return err
}

// later keeps a statement until something is asked, or the end: what is written leaves in one round trip.
func (t *tx) later(q *question) { t.writes = append(t.writes, q) }

// flush writes what is to be written, and with the last of it ends the transaction, unless how many rows were touched decides whether it
// may.
func (t *tx) flush(ctx context.Context, end bool) error {
	if len(t.writes) == 0 {
		return nil
	}
	list := t.writes
	t.writes = nil
	for _, q := range list {
		end = end && q.atLeast == 0
	}
	if end {
		list = append(list, &question{query: commitSQL, what: "commit"})
	}
	if err := t.now(ctx, list); err != nil {
		return err
	}
	for _, q := range list {
		if q.touched < q.atLeast {
			return q.failed(app.ErrConflict)
		}
	}
	if end {
		t.state = txOver
	}
	return nil
}

func (s *DB) sel(ctx context.Context, dest any, query string, args ...any) error {
	return s.put(ctx, &question{query: query, args: args, dest: dest})
}

func (s *DB) exec(ctx context.Context, query string, args ...any) (int64, error) {
	q := &question{query: query, args: args}
	err := s.put(ctx, q)
	return q.touched, err
}

// put asks one question, which is a transaction of its own; another connection where the first was closed before it was sent.
func (s *DB) put(ctx context.Context, q *question) error {
	for try := 1; ; try++ {
		err := s.on(ctx, func(c *conn) error { return c.ask(ctx, q) })
		if try == beginTries || !errors.Is(err, driver.ErrBadConn) {
			return classify(err)
		}
	}
}

// rows encodes a batch as one parameter: json_to_recordset turns it into rows, so every kind of change is one statement.
func rows[T any](list []T) string {
	b, err := json.Marshal(list)
	if err != nil {
		panic("store: a row cannot be encoded: " + err.Error())
	}
	return string(b)
}

// classify maps the database's refusals to the errors that use cases know, by SQLSTATE and constraint name.
func classify(err error) error {
	var p *pgconn.PgError
	if !errors.As(err, &p) {
		return err
	}
	switch class := p.Code[:min(2, len(p.Code))]; {
	case p.Code == "40001", p.Code == "40P01": // serialization_failure, deadlock_detected
		return fmt.Errorf("%w (%s)", app.ErrConflict, p.Code)
	case p.Code == "55P03": // lock_not_available
		return app.ErrLocked
	case p.Code == "23505" && p.ConstraintName == "inbound_pkey":
		return app.ErrDuplicate
	case p.Code == "23505" && slices.Contains([]string{"asks_open", "meetings_once", "messages_one_in_flight"}, p.ConstraintName):
		return fmt.Errorf("%w (%s)", app.ErrConflict, p.ConstraintName)
	case class == "22", class == "23", class == "54": // data exception, integrity violation, limit exceeded
		return fmt.Errorf("%w (%s %s)", app.ErrRefused, p.Code, p.ConstraintName)
	}
	return scrub(err)
}

// scrub takes what may quote values (names, numbers, words) out of a database error: code, constraint, table and column stay.
func scrub(err error) error {
	var p *pgconn.PgError
	if err == nil || !errors.As(err, &p) {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "database error %s", p.Code)
	for _, s := range []string{p.ConstraintName, p.TableName, p.ColumnName} {
		if s != "" {
			b.WriteString(" " + s)
		}
	}
	// our SQL or the connection: no values of people
	if slices.Contains([]string{"42", "08", "57", "28", "3D"}, p.Code[:min(2, len(p.Code))]) {
		b.WriteString(": " + p.Message)
	}
	return errors.New(b.String())
}

// gone reports whether a connection, and not what was asked, is what failed: the server has ended it, or it was cut.
func gone(err error) bool {
	var p *pgconn.PgError
	if errors.As(err, &p) {
		return p.Severity == "FATAL"
	}
	return errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, syscall.EPIPE) || errors.Is(err, syscall.ECONNRESET)
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
