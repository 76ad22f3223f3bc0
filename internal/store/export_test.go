package store

import (
	"context"
	"reflect"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/sms"
)

// DueSQL is the tick's statement, for the test that reads its plan.
func DueSQL() string { return named(dueSQL) }

// HearSQL is the statement that finds what webhooks hear of.
func HearSQL() string { return named(hearSQL) }

// Names are the codes and words that statements name.
func Names() map[string]string { return names() }

// ContactQuery is the statement of the contacts' list, for the test that reads its plan.
func ContactQuery(f page.ContactFilter, who []string) (query string, args []any) {
	query, args = contactQuery(f, who, "maria 5000", time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC))
	return named(query), args
}

// The searches of that list.
const (
	FindByEmailSQL = findByEmailSQL
	FindByTagSQL   = findByTagSQL
)

// SavedColumn is a column that a saving writes.
type SavedColumn struct {
	Name    string
	NotNull bool
	Type    string
}

// Saved is one of the savings, for the test that holds them to the schema.
type Saved struct {
	What, Table, SQL string
	Columns          []SavedColumn
	Takes            []string // what an INSERT names
}

// Savings are all of them.
func Savings() []Saved {
	var out []Saved
	for _, s := range savings() {
		one := Saved{What: s.what, Table: s.coder.table, SQL: s.sql, Takes: s.coder.list()}
		for _, k := range s.coder.columns {
			one.Columns = append(one.Columns, SavedColumn{k.name, k.notNull, k.kind.name})
		}
		out = append(out, one)
	}
	return out
}

// Odd has a field of every kind that is saved.
type Odd struct {
	ID    uuid.UUID
	Word  string
	Words []string
	Whose []uuid.UUID
	At    time.Time
	DueOn string
	N     int
	Yes   bool
	Data  []byte
	Form  map[string][]string
	Phone sms.Phone
	Body  sms.Body
	Hash  string
}

// Echo hands rows to a statement as a saving does, and returns them as PostgreSQL has them.
func (s *DB) Echo(ctx context.Context, rows []Odd) (got []string, err error) {
	c := coderOf("odd", reflect.TypeFor[Odd](), as{"Hash": "hash AS bytea"})
	of := over[Odd](c, c.by(`SELECT concat_ws(' | ', r.id, r.word, r.words, r.whose, r.at AT TIME ZONE 'UTC', r.due_on + 1, r.n, r.yes, r.data,
  r.form, r.phone, r.body, r.hash) FROM {rows}`, ""))
	q := of.question("echo", rows)
	q.dest = &got
	return got, s.askOne(ctx, q)
}

// Sel asks one question of reads that run together.
type Sel func(dest any, query string, args ...any) error

// Together runs reads together in a transaction of their own.
func (s *DB) Together(ctx context.Context, reads ...func(Sel) error) error {
	return inTx(ctx, s, func(t *tx) error {
		var list []func(*tx) error
		for _, read := range reads {
			list = append(list, func(t *tx) error {
				return read(func(dest any, query string, args ...any) error { return t.sel(ctx, dest, query, args...) })
			})
		}
		return t.together(ctx, list...)
	})
}

// Write is a statement of Writes, and how many rows it must touch.
type Write struct {
	Query   string
	Args    []any
	AtLeast int64
}

// Writes runs statements as Save does, in a transaction of their own.
func (s *DB) Writes(ctx context.Context, list ...Write) error {
	return inTx(ctx, s, func(t *tx) error {
		for _, w := range list {
			t.later(&question{query: w.Query, args: w.Args, atLeast: w.AtLeast, what: "written"})
		}
		return nil
	})
}

// InTheClear reports whether a connection to an address may go without TLS.
func InTheClear(url string) (bool, error) {
	c, err := configOf(url)
	if err != nil {
		return false, err
	}
	clear := c.TLSConfig == nil
	for _, f := range c.Fallbacks {
		clear = clear || f.TLSConfig == nil
	}
	return clear, nil
}
