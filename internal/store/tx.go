package store

import (
	"context"
	"errors"
	"slices"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
)

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
	return t.askOne(ctx, &question{query: query, args: args, dest: dest})
}

// exec runs a statement and returns how many rows it touched.
func (t *tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	q := &question{query: query, args: args}
	err := t.askOne(ctx, q)
	return q.touched, err
}

// askOne asks a question, behind what is to be written.
func (t *tx) askOne(ctx context.Context, q *question) error {
	if t.ask != nil {
		return t.ask(q)
	}
	if err := t.flush(ctx, false); err != nil {
		return err
	}
	return t.askNow(ctx, []*question{q})
}

// askNow asks questions in one round trip.
func (t *tx) askNow(ctx context.Context, list []*question) error {
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
	if err := t.askNow(ctx, list); err != nil {
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
