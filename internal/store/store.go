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
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
)

// DB is the store.
type DB struct {
	db    *sqlx.DB
	from  driver.Connector
	pace  pace
	stmts sync.Map // SQL text -> *sqlx.Stmt: each statement is prepared once a connection
	txs   chan struct{}
	org   atomic.Pointer[orgRead]
	saves saves
	// settleOne is settleSentSQL for one text.
	settleOne string
	keys      []cipher.AEAD // what secrets are sealed with; none: they are kept as they are
	steps     steps
}

// spare connections are never held by a transaction: a statement's first preparation takes one while its transaction holds another, and
// with every connection in a transaction all would wait for each other.
const spare = 2

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

// connector sets up each connection.
type connector struct {
	driver.Connector
	set string
}

func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, connectWithin)
	defer cancel()
	plain, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	p, ok := plain.(pqConn)
	if !ok {
		_ = plain.Close()
		return nil, errors.New("a connection that cannot do what lib/pq's can")
	}
	if _, err := p.ExecContext(ctx, planning+c.set, nil); err != nil {
		_ = p.Close()
		return nil, err
	}
	return &conn{p, map[string]string{}}, nil
}

// Open connects to the database of a lib/pq URL or DSN and checks that it answers.
func Open(ctx context.Context, url string, connections int) (*DB, error) {
	c, err := pq.NewConnector(url)
	if err != nil {
		return nil, errors.New("open database: the address cannot be read: postgres://user:password@host/database with what is special in " +
			"the password escaped, or as host=, user=, password=, dbname=") // err quotes it, with the password
	}
	db := sqlx.NewDb(sql.OpenDB(connector{c, limits}), "postgres")
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("open database: %w", scrub(err))
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections) // a pool that closes idle connections prepares everything again
	return &DB{
		db: db, from: c, txs: make(chan struct{}, max(1, connections-spare)), saves: newSaves(),
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

// tx is one transaction; it implements app.Tx.
type tx struct {
	s   *DB
	tx  *sqlx.Tx
	ask func(*question) error // of a read among others (together): it does not ask by itself

	free    map[int64]sms.Phone // of the phones that Lock took: those whose next text may leave at once
	leaving map[uuid.UUID]bool  // texts that Save writes as claimed
	about   revisions           // of what they speak
}

// InTx runs fn in one READ COMMITTED transaction: the lock is taken in one statement and what it protects is read in the next, which
// sees what was committed meanwhile.
func (s *DB) InTx(ctx context.Context, fn func(app.Tx) error) error {
	select {
	case s.txs <- struct{}{}:
		defer func() { <-s.txs }()
	case <-ctx.Done():
		return fmt.Errorf("wait for a connection: %w", ctx.Err())
	}
	t, err := s.db.BeginTxx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", scrub(err))
	}
	done := false
	defer func() {
		if !done { // a panic in fn must not leave the transaction open
			_ = t.Rollback()
		}
	}()
	if err := fn(&tx{s: s, tx: t}); err != nil {
		return classify(err)
	}
	done = true
	if err := t.Commit(); err != nil {
		return classify(fmt.Errorf("commit: %w", err))
	}
	return nil
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

func (s *DB) prepared(ctx context.Context, query string) (*sqlx.Stmt, error) {
	if st, ok := s.stmts.Load(query); ok {
		return st.(*sqlx.Stmt), nil //nolint:forcetypeassert // only this function stores
	}
	st, err := s.db.PreparexContext(context.WithoutCancel(ctx), named(query))
	if err != nil {
		return nil, scrub(err)
	}
	if old, loaded := s.stmts.LoadOrStore(query, st); loaded {
		_ = st.Close()
		return old.(*sqlx.Stmt), nil //nolint:forcetypeassert // only this function stores
	}
	return st, nil
}

func (t *tx) sel(ctx context.Context, dest any, query string, args ...any) error {
	if t.ask != nil {
		return t.ask(&question{query, args, dest})
	}
	st, err := t.s.prepared(ctx, query)
	if err != nil {
		return err
	}
	return t.tx.StmtxContext(ctx, st).SelectContext(ctx, dest, args...)
}

// exec runs a statement and returns how many rows it touched.
func (t *tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	st, err := t.s.prepared(ctx, query)
	if err != nil {
		return 0, err
	}
	res, err := t.tx.StmtxContext(ctx, st).ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func (s *DB) sel(ctx context.Context, dest any, query string, args ...any) error {
	st, err := s.prepared(ctx, query)
	if err != nil {
		return err
	}
	if err := st.SelectContext(ctx, dest, args...); err != nil {
		return classify(err)
	}
	return nil
}

func (s *DB) exec(ctx context.Context, query string, args ...any) (int64, error) {
	st, err := s.prepared(ctx, query)
	if err != nil {
		return 0, err
	}
	res, err := st.ExecContext(ctx, args...)
	if err != nil {
		return 0, classify(err)
	}
	return res.RowsAffected()
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
	var p *pq.Error
	if !errors.As(err, &p) {
		return err
	}
	switch {
	case p.Code == "40001", p.Code == "40P01": // serialization_failure, deadlock_detected
		return fmt.Errorf("%w (%s)", app.ErrConflict, p.Code)
	case p.Code == "55P03": // lock_not_available
		return app.ErrLocked
	case p.Code == "23505" && p.Constraint == "inbound_pkey":
		return app.ErrDuplicate
	case p.Code == "23505" && (p.Constraint == "asks_open" || p.Constraint == "meetings_once" || p.Constraint == "messages_one_in_flight"):
		return fmt.Errorf("%w (%s)", app.ErrConflict, p.Constraint)
	case p.Code.Class() == "22", p.Code.Class() == "23", p.Code.Class() == "54": // data exception, integrity violation, limit exceeded
		return fmt.Errorf("%w (%s %s)", app.ErrRefused, p.Code, p.Constraint)
	}
	return scrub(err)
}

// scrub takes what may quote values (names, numbers, words) out of a database error: code, constraint, table and column stay.
func scrub(err error) error {
	var p *pq.Error
	if err == nil || !errors.As(err, &p) {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "database error %s", p.Code)
	for _, s := range []string{p.Constraint, p.Table, p.Column} {
		if s != "" {
			b.WriteString(" " + s)
		}
	}
	// our SQL or the connection: no values of people
	if p.Code.Class() == "42" || p.Code.Class() == "08" || p.Code.Class() == "57" || p.Code.Class() == "28" || p.Code.Class() == "3D" {
		b.WriteString(": " + p.Message)
	}
	return errors.New(b.String())
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
