package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"iter"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
)

// together runs reads that do not wait for each other's rows, and asks the database what all of them ask in one round trip. They run in
// turn, never at once: each goes on to its next question, and when every one has asked, the questions leave together. A trip costs more
// than most of these reads, in both processes. What each asks is still a statement of its own, prepared and planned once.
func (t *tx) together(ctx context.Context, reads ...func(*tx) error) error {
	var waiting []reading
	for _, read := range reads {
		r := reading{}
		var err error
		next, stop := iter.Pull(func(yield func(*question) bool) {
			err = read(&tx{s: t.s, tx: t.tx, ask: func(q *question) error {
				if !yield(q) {
					return errLeft
				}
				return nil
			}})
		})
		defer stop()
		r.next = func() (*question, error) {
			q, asked := next()
			if !asked {
				return nil, err
			}
			return q, nil
		}
		waiting = append(waiting, r)
	}
	for {
		asked, err := onward(waiting)
		if err != nil || len(asked) == 0 {
			return err
		}
		waiting = asked
		if err := t.answer(ctx, asked); err != nil {
			return err
		}
	}
}

// errLeft ends a read whose neighbour failed.
var errLeft = errors.New("a read beside this one failed")

// reading is one of the reads, and what it has asked last.
type reading struct {
	next func() (*question, error)
	q    *question
}

// question is a statement with its arguments, and where its rows go.
type question struct {
	query string
	args  []any
	dest  any
}

// onward lets each read go on to its next question, and returns those that have one.
func onward(reads []reading) (asked []reading, err error) {
	for _, r := range reads {
		if r.q, err = r.next(); err != nil {
			return nil, err
		}
		if r.q != nil {
			asked = append(asked, r)
		}
	}
	return asked, nil
}

// answer asks what may be written out in one go, and the rest one by one.
func (t *tx) answer(ctx context.Context, asked []reading) error {
	var g gathered
	var plain []*question
	for _, r := range asked {
		if list, ok := literals(r.q.args); ok {
			g.list, g.args = append(g.list, r.q), append(g.args, list)
		} else {
			plain = append(plain, r.q)
		}
	}
	if len(g.list) == 1 {
		plain, g.list = append(plain, g.list[0]), nil
	}
	for _, q := range plain {
		if err := t.sel(ctx, q.dest, q.query, q.args...); err != nil {
			return err
		}
	}
	if len(g.list) == 0 {
		return nil
	}
	rows, err := t.tx.QueryContext(ctx, gatheredQuery, &g)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for i, q := range g.list {
		if i > 0 && !rows.NextResultSet() {
			return errors.Join(rows.Err(), app.ErrConflict) // cut short without saying why: never taken for no rows
		}
		if err := scanAll(rows, q.dest); err != nil {
			return err
		}
	}
	return rows.Err()
}

// scanAll puts the rows of one answer into a slice of structs or of plain values.
func scanAll(rows *sql.Rows, dest any) error {
	v := reflect.ValueOf(dest).Elem()
	if e := v.Type().Elem(); e.Kind() == reflect.Struct && e != reflect.TypeFor[time.Time]() {
		return sqlx.StructScan(rows, dest)
	}
	v.SetLen(0)
	for rows.Next() {
		one := reflect.New(v.Type().Elem())
		if err := rows.Scan(one.Interface()); err != nil {
			return err
		}
		v.Set(reflect.Append(v, one.Elem()))
	}
	return rows.Err()
}

// literals writes arguments as literals. Only ids, numbers and times can be: nothing that needs escaping, and no number, name or word of
// anybody, which the database would log with a statement that fails.
func literals(args []any) (string, bool) {
	b := make([]byte, 0, 64*len(args))
	for i, a := range args {
		if i > 0 {
			b = append(b, ',')
		}
		switch a := a.(type) {
		case int:
			b = strconv.AppendInt(b, int64(a), 10)
		case int64:
			b = strconv.AppendInt(b, a, 10)
		case uuid.UUID:
			b = append(append(append(b, '\''), a.String()...), '\'')
		case time.Time:
			b = append(append(append(b, '\''), pq.FormatTimestamp(a)...), '\'')
		case *time.Time:
			if a == nil {
				b = append(b, "NULL"...)
			} else {
				b = append(append(append(b, '\''), pq.FormatTimestamp(*a)...), '\'')
			}
		case *pq.Int64Array:
			b = append(b, `'{`...)
			for i, n := range *a {
				b = strconv.AppendInt(comma(b, i), n, 10)
			}
			b = append(b, `}'`...)
		case *pq.StringArray:
			b = append(b, `'{`...)
			for i, s := range *a {
				id, err := uuid.Parse(s)
				if err != nil {
					return "", false
				}
				b = append(comma(b, i), id.String()...)
			}
			b = append(b, `}'`...)
		default:
			return "", false
		}
	}
	return string(b), true
}

func comma(b []byte, i int) []byte {
	if i > 0 {
		return append(b, ',')
	}
	return b
}

// gathered are questions that a connection asks in one go, each with its arguments as literals.
type gathered struct {
	list []*question
	args []string
}

// gatheredQuery stands for the questions of a gathered; it is no SQL, so that a connection that does not know it refuses.
const gatheredQuery = "(gathered)"

// conn is a connection that knows which statements it has prepared by name.
type conn struct {
	pqConn
	names map[string]string
}

// pqConn is all that database/sql uses of a connection of lib/pq.
type pqConn interface {
	driver.Conn
	driver.QueryerContext
	driver.ExecerContext
	driver.ConnPrepareContext
	driver.ConnBeginTx
	driver.Pinger
	driver.NamedValueChecker
	driver.SessionResetter
	driver.Validator
}

// CheckNamedValue implements driver.NamedValueChecker.
func (c *conn) CheckNamedValue(v *driver.NamedValue) error {
	if _, ok := v.Value.(*gathered); ok {
		return nil
	}
	return c.pqConn.CheckNamedValue(v)
}

// QueryContext implements driver.QueryerContext.
func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if query != gatheredQuery || len(args) != 1 {
		return c.pqConn.QueryContext(ctx, query, args)
	}
	g, ok := args[0].Value.(*gathered)
	if !ok {
		return c.pqConn.QueryContext(ctx, query, args)
	}
	var b strings.Builder
	for i, q := range g.list {
		name, known := c.names[q.query]
		if !known {
			name = "together_" + strconv.Itoa(len(c.names))
			if _, err := c.ExecContext(ctx, "PREPARE "+name+" AS "+named(q.query), nil); err != nil {
				return nil, err
			}
			c.names[q.query] = name
		}
		b.WriteString("EXECUTE " + name)
		if g.args[i] != "" {
			b.WriteString("(" + g.args[i] + ")")
		}
		b.WriteByte(';')
	}
	return c.pqConn.QueryContext(ctx, b.String(), nil)
}
