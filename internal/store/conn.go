package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/stdlib"
)

// connector makes connections and sets each up.
type connector struct {
	driver.Connector
	set string
}

// configOf reads a URL or DSN. Where it does not say how far to trust the network, what leaves the machine is encrypted (sslmode=require):
// left to itself the driver would go on in the clear where a server offers no TLS.
func configOf(url string) (*pgx.ConnConfig, error) {
	if !strings.Contains(url, "sslmode") && os.Getenv("PGSSLMODE") == "" {
		switch {
		case !strings.Contains(url, "://"):
			url += " sslmode=require"
		case strings.Contains(url, "?"):
			url += "&sslmode=require"
		default:
			url += "?sslmode=require"
		}
	}
	return pgx.ParseConfig(url)
}

// Connect implements driver.Connector.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, connectWithin)
	defer cancel()
	plain, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	p, ok := plain.(*stdlib.Conn)
	if !ok {
		_ = plain.Close()
		return nil, errors.New("a connection that is not pgx's")
	}
	if _, err := p.ExecContext(ctx, planning+c.set, nil); err != nil {
		_ = p.Close()
		return nil, err
	}
	m := p.Conn().TypeMap()
	m.RegisterType(&pgtype.Type{Name: "timestamptz", OID: pgtype.TimestamptzOID, Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC}})
	return &conn{p, map[string]*prepared{}, 0, m}, nil
}

// conn is a connection that takes many statements in one round trip (a pipeline, in PostgreSQL's words): a trip costs more than most
// statements, in both processes.
type conn struct {
	*stdlib.Conn
	known map[string]*prepared // each statement is prepared once
	count int                  // how many were
	types *pgtype.Map
}

// prepared is a statement that a connection knows, and how its rows go into the structs that they were asked for as.
type prepared struct {
	*pgconn.StatementDescription
	formats, results []int16
	into             map[reflect.Type][]field
}

// field is where a column goes.
type field struct {
	path []int // in the struct; none: the row is the value
	plan pgtype.ScanPlan
}

// question is a statement with its arguments, and where its rows go.
type question struct {
	query  string
	args   []any
	values [][]byte // or its arguments as they travel
	dest   any      // a slice of structs or of plain values; nil: no rows are asked for

	what    string // it is for, in an error
	atLeast int64  // rows that it must touch, or all is taken back
	touched int64  // rows that it did touch
}

func (q *question) failed(err error) error {
	if q.what == "" || err == nil {
		return err
	}
	return fmt.Errorf("%s: %w", q.what, err)
}

const (
	beginSQL  = "BEGIN"
	commitSQL = "COMMIT"
)

// ask asks questions in one round trip and puts their rows where they go. Where one fails, what follows is not run.
func (c *conn) ask(ctx context.Context, list ...*question) error {
	if c.Conn.Conn().IsClosed() {
		return driver.ErrBadConn
	}
	if err := c.prepare(ctx, list); err != nil {
		return retryable(err)
	}
	values, formats := make([][][]byte, len(list)), make([][]int16, len(list))
	for i, q := range list {
		var err error
		if values[i], formats[i], err = q.parameters(c.known[q.query]); err != nil {
			return q.failed(err)
		}
	}
	p := c.Conn.Conn().PgConn().StartPipeline(ctx)
	for i, q := range list {
		st := c.known[q.query]
		p.SendQueryStatement(st.StatementDescription, values[i], formats[i], st.results)
	}
	err := p.Sync()
	for i := 0; i < len(list) && err == nil; i++ {
		err = list[i].failed(c.answer(p, list[i]))
	}
	if end := p.Close(); err == nil {
		err = end
	}
	return retryable(err)
}

// retryable says of an error before anything was sent that another connection may be asked.
func retryable(err error) error {
	if err != nil && pgconn.SafeToRetry(err) {
		return driver.ErrBadConn
	}
	return err
}

// prepare prepares what this connection has not been asked before, in one round trip.
func (c *conn) prepare(ctx context.Context, list []*question) error {
	var fresh []string
	for _, q := range list {
		if c.known[q.query] == nil && !slices.Contains(fresh, q.query) {
			fresh = append(fresh, q.query)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	name := func(i int) string { return "statement_" + strconv.Itoa(i) }
	first := c.count
	p := c.Conn.Conn().PgConn().StartPipeline(ctx)
	for _, query := range fresh {
		p.SendPrepare(name(c.count), named(query), nil)
		c.count++
	}
	err := p.Sync()
	for i := 0; i < len(fresh) && err == nil; i++ {
		var got any
		got, err = p.GetResults()
		if sd, ok := got.(*pgconn.StatementDescription); ok && err == nil {
			sd.Name = name(first + i)
			c.known[fresh[i]] = newPrepared(sd)
		}
	}
	if end := p.Close(); err == nil {
		err = end
	}
	return err
}

// newPrepared chooses how values go: as text, from which PostgreSQL makes what a statement takes, but for bytes; and what is read often
// comes as PostgreSQL has it.
func newPrepared(sd *pgconn.StatementDescription) *prepared {
	p := &prepared{sd, make([]int16, len(sd.ParamOIDs)), make([]int16, len(sd.Fields)), map[reflect.Type][]field{}}
	for i, oid := range sd.ParamOIDs {
		if oid == pgtype.ByteaOID {
			p.formats[i] = pgtype.BinaryFormatCode
		}
	}
	for i, f := range sd.Fields {
		switch f.DataTypeOID {
		case pgtype.BoolOID, pgtype.ByteaOID, pgtype.Int2OID, pgtype.Int4OID, pgtype.Int8OID, pgtype.Float8OID, pgtype.DateOID,
			pgtype.TimestamptzOID:
			p.results[i] = pgtype.BinaryFormatCode
		}
	}
	return p
}

// asItIs is the format of values that are written as PostgreSQL has them.
//
//nolint:gochecknoglobals // a constant
var asItIs = []int16{pgtype.BinaryFormatCode}

// parameters are a question's arguments as they travel.
func (q *question) parameters(st *prepared) (values [][]byte, formats []int16, err error) {
	if q.values == nil {
		values, err = parameters(st, q.args)
		return values, st.formats, err
	}
	if len(q.values) != len(st.ParamOIDs) {
		return nil, nil, fmt.Errorf("%d values where a statement takes %d", len(q.values), len(st.ParamOIDs))
	}
	return q.values, asItIs, nil
}

// parameters writes a statement's arguments.
func parameters(st *prepared, args []any) ([][]byte, error) {
	if len(args) != len(st.ParamOIDs) {
		return nil, fmt.Errorf("%d arguments where a statement takes %d", len(args), len(st.ParamOIDs))
	}
	out := make([][]byte, len(args))
	for i, arg := range args {
		v, err := driver.DefaultParameterConverter.ConvertValue(arg)
		if err != nil {
			return nil, fmt.Errorf("argument %d: %w", i+1, err)
		}
		out[i] = parameter(v)
	}
	return out, nil
}

func parameter(v driver.Value) []byte {
	switch v := v.(type) {
	case nil:
		return nil
	case int64:
		return strconv.AppendInt(nil, v, 10)
	case float64:
		return strconv.AppendFloat(nil, v, 'g', -1, 64)
	case bool:
		return strconv.AppendBool(nil, v)
	case []byte:
		return v
	case time.Time:
		return v.AppendFormat(nil, "2006-01-02 15:04:05.999999999Z07:00:00")
	case string:
		return append(make([]byte, 0, len(v)), v...) // none is nil, which is NULL
	}
	return fmt.Append(nil, v)
}

// errRolledBack: a transaction in which a statement failed is not committed, and the database says so only by its answer's name.
var errRolledBack = errors.New("the database rolled the transaction back")

// answer takes the next answer.
func (c *conn) answer(p *pgconn.Pipeline, q *question) error {
	got, err := p.GetResults()
	if err != nil {
		return err
	}
	r, ok := got.(*pgconn.ResultReader)
	if !ok {
		return fmt.Errorf("%T where rows are expected", got)
	}
	if q.dest != nil {
		err = c.rows(r, c.known[q.query], reflect.ValueOf(q.dest).Elem())
	}
	tag, end := r.Close()
	q.touched = tag.RowsAffected()
	switch {
	case end != nil:
		return end
	case err == nil && q.query == commitSQL && tag.String() != commitSQL:
		return errRolledBack
	}
	return err
}
