package store

import (
	"context"
	"time"

	"github.com/reportback/reportback/internal/app/page"
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
			one.Columns = append(one.Columns, SavedColumn{k.name, k.notNull})
		}
		out = append(out, one)
	}
	return out
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
