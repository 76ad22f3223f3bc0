package testkit

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// State is all that a database held at one moment, for another of the same schema to begin from.
type State struct {
	rows map[string][]byte // by table, as COPY's binary form has them
	next string            // the statement that sets its sequences
}

// schema is how databases of the template are emptied and filled.
type schema struct {
	columns map[string]string // by table: those that can be written
	filler  string            // makes a connection one that empties and fills its database
}

// What fills a database leaves what the tools of migrations keep of themselves. No trigger runs for it; a change of
// session_replication_role throws the plans of a connection away, so it has a connection of its own, and plans each statement once.
const (
	tablesSQL = `SELECT format('%I', c.relname), string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'goose_db_version'
GROUP BY c.relname ORDER BY c.relname`
	fillerSQL = `SET session_replication_role = replica; SET plan_cache_mode = force_generic_plan;
CREATE FUNCTION pg_temp.emptied() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  %s
END $$`
	sequencesSQL = `SELECT coalesce('SELECT ' || string_agg(format('setval(%L, %s, %L)', format('%I.%I', schemaname, sequencename),
  coalesce(last_value, start_value), last_value IS NOT NULL), ', '), '')
FROM pg_sequences WHERE sequencename NOT LIKE 'goose%'`
)

// schemaOf reads a template.
func schemaOf(ctx context.Context, db *sql.DB) (schema, error) {
	s := schema{columns: map[string]string{}}
	rows, err := db.QueryContext(ctx, tablesSQL)
	if err != nil {
		return s, fmt.Errorf("tables of the template: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var deletes []string
	for rows.Next() {
		var table, columns string
		if err := rows.Scan(&table, &columns); err != nil {
			return s, fmt.Errorf("tables of the template: %w", err)
		}
		s.columns[table] = columns
		deletes = append(deletes, "IF EXISTS (SELECT FROM "+table+") THEN DELETE FROM "+table+"; END IF;")
	}
	s.filler = fmt.Sprintf(fillerSQL, strings.Join(deletes, "\n  "))
	return s, rows.Err()
}

// state copies what a database holds.
func (s schema) state(ctx context.Context, db *sql.DB) (*State, error) {
	out := &State{rows: map[string][]byte{}}
	if err := db.QueryRowContext(ctx, sequencesSQL).Scan(&out.next); err != nil {
		return nil, fmt.Errorf("sequences: %w", err)
	}
	filled := make([]string, 0, len(s.columns))
	for table := range s.columns {
		filled = append(filled, "SELECT '"+strings.ReplaceAll(table, "'", "''")+"' WHERE EXISTS (SELECT FROM "+table+")")
	}
	rows, err := db.QueryContext(ctx, strings.Join(filled, " UNION ALL "))
	if err != nil {
		return nil, fmt.Errorf("tables with rows: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var tables []string
	for rows.Next() {
		var t string
		if err := rows.Scan(&t); err != nil {
			return nil, fmt.Errorf("tables with rows: %w", err)
		}
		tables = append(tables, t)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("tables with rows: %w", err)
	}
	return out, protocol(ctx, db, func(c *pgconn.PgConn) error {
		for _, t := range tables {
			var b bytes.Buffer
			if _, err := c.CopyTo(ctx, &b, "COPY (SELECT "+s.columns[t]+" FROM "+t+") TO STDOUT (FORMAT binary)"); err != nil {
				return fmt.Errorf("rows of %s: %w", t, err)
			}
			out.rows[t] = b.Bytes()
		}
		return nil
	})
}

// fill brings a database, over the connection that is its filler, to a state: no trigger runs, for what they do is in it.
func (s schema) fill(ctx context.Context, db *sql.DB, with *State) error {
	return protocol(ctx, db, func(c *pgconn.PgConn) error {
		if err := c.Exec(ctx, "BEGIN; SELECT pg_temp.emptied(); "+with.next).Close(); err != nil {
			return fmt.Errorf("empty a database: %w", err)
		}
		for t, rows := range with.rows {
			if _, err := c.CopyFrom(ctx, bytes.NewReader(rows), "COPY "+t+" ("+s.columns[t]+") FROM STDIN (FORMAT binary)"); err != nil {
				return fmt.Errorf("fill %s: %w", t, err)
			}
		}
		return c.Exec(ctx, "COMMIT").Close()
	})
}

// protocol lends a connection below database/sql, which has no COPY.
func protocol(ctx context.Context, db *sql.DB, do func(*pgconn.PgConn) error) error {
	c, err := db.Conn(ctx)
	if err != nil {
		return err //nolint:wrapcheck // of a test
	}
	defer func() { _ = c.Close() }()
	return c.Raw(func(plain any) error { //nolint:wrapcheck // of a test
		p, ok := plain.(*stdlib.Conn)
		if !ok {
			return errors.New("a connection that is not pgx's")
		}
		return do(p.Conn().PgConn())
	})
}
