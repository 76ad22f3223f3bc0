package store

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/reportback/reportback/internal/app"
)

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
