package store

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jmoiron/sqlx/reflectx"
)

// rows appends rows to a slice.
func (c *conn) rows(r *pgconn.ResultReader, st *prepared, list reflect.Value) error {
	of := list.Type().Elem()
	fields, ok := st.into[of]
	if !ok {
		var err error
		if fields, err = c.fields(st, of); err != nil {
			return err
		}
		st.into[of] = fields
	}
	for r.NextRow() {
		row := another(list)
		for i, src := range r.Values() {
			to := row
			if len(fields[i].path) > 0 {
				to = row.FieldByIndex(fields[i].path)
			}
			if id, ok := to.Addr().Interface().(*uuid.UUID); ok && src != nil {
				if err := id.UnmarshalText(src); err != nil {
					return fmt.Errorf("column %s: %w", st.Fields[i].Name, err)
				}
				continue
			}
			if err := fields[i].plan.Scan(src, to.Addr().Interface()); err != nil {
				return fmt.Errorf("column %s: %w", st.Fields[i].Name, err)
			}
		}
	}
	return nil
}

// another is one more row of a list, which begins with one: most have no more, and the others many.
func another(list reflect.Value) reflect.Value {
	n := list.Len()
	switch {
	case n < list.Cap():
	case n == 0:
		list.Grow(1)
	default:
		list.Grow(max(n, 16))
	}
	list.SetLen(n + 1)
	row := list.Index(n)
	row.SetZero()
	return row
}

// columns finds fields by the names of their columns.
//
//nolint:gochecknoglobals // what it has found of a type it finds again
var columns = reflectx.NewMapperFunc("db", strings.ToLower)

// fields finds where the columns of a statement go in a type.
func (c *conn) fields(st *prepared, of reflect.Type) ([]field, error) {
	out := make([]field, len(st.Fields))
	plain := of.Kind() != reflect.Struct || of == reflect.TypeFor[time.Time]() || reflect.PointerTo(of).Implements(reflect.TypeFor[scanner]())
	if plain && len(out) != 1 {
		return nil, fmt.Errorf("%d columns for one %s", len(out), of)
	}
	one := reflect.New(of).Elem()
	for i, f := range st.Fields {
		to := one
		if !plain {
			if out[i].path = columns.TraversalsByName(of, []string{f.Name})[0]; len(out[i].path) == 0 {
				return nil, fmt.Errorf("no field of %s for column %s", of, f.Name)
			}
			to = one.FieldByIndex(out[i].path)
		}
		out[i].plan = c.types.PlanScan(f.DataTypeOID, st.results[i], to.Addr().Interface())
	}
	return out, nil
}

type scanner interface{ Scan(any) error }
