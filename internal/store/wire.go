package store

import (
	"encoding/binary"
	"encoding/json"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgtype"

	"github.com/reportback/reportback/internal/core/sms"
)

// sqlType is how values travel, and what they are.
type sqlType struct {
	name, travels string
	oid           uint32 // of what travels
}

func sqlTypeOf(name string) sqlType {
	for oid, native := range map[uint32]string{
		pgtype.UUIDOID: "uuid", pgtype.TimestamptzOID: "timestamptz", pgtype.BoolOID: "boolean", pgtype.Int8OID: "bigint",
	} {
		if native == name {
			return sqlType{name, name, oid}
		}
	}
	return sqlType{name, "text", pgtype.TextOID}
}

type writer func([]byte, reflect.Value) []byte

// kindOf is as what values of a Go type travel, and how they are written.
func kindOf(t reflect.Type, name string) (string, writer) {
	switch reflect.Zero(t).Interface().(type) {
	case uuid.UUID:
		return "uuid", func(b []byte, v reflect.Value) []byte { return append(b, v.Addr().Interface().(*uuid.UUID)[:]...) }
	case time.Time:
		return "timestamptz", func(b []byte, v reflect.Value) []byte {
			return binary.BigEndian.AppendUint64(b, uint64(sinceEpoch(*v.Addr().Interface().(*time.Time)))) //nolint:gosec // its bits
		}
	case sms.Phone:
		return "text", func(b []byte, v reflect.Value) []byte { return append(b, v.Addr().Interface().(*sms.Phone).E164()...) }
	case sms.Body:
		return "text", func(b []byte, v reflect.Value) []byte { return appendText(b, v.Addr().Interface().(*sms.Body).Text()) }
	case []byte:
		return "jsonb", func(b []byte, v reflect.Value) []byte { return append(b, v.Bytes()...) } // JSON already
	}
	switch k := t.Kind(); {
	case k == reflect.Slice:
		of, write := kindOf(t.Elem(), "")
		switch of {
		default:
			panic("store: a list of " + of)
		case "text":
		case "uuid":
			write = func(b []byte, v reflect.Value) []byte {
				return append(b, v.Addr().Interface().(*uuid.UUID).String()...)
			}
		}
		return of + "[]", listOf(write)
	case k == reflect.Bool:
		return "boolean", func(b []byte, v reflect.Value) []byte {
			if v.Bool() {
				return append(b, 1)
			}
			return append(b, 0)
		}
	case k == reflect.String && isDay(name):
		return "date", func(b []byte, v reflect.Value) []byte { return append(b, v.String()...) }
	case k == reflect.String:
		return "text", func(b []byte, v reflect.Value) []byte { return appendText(b, v.String()) }
	case reflect.Zero(t).CanInt():
		return "bigint", func(b []byte, v reflect.Value) []byte {
			return binary.BigEndian.AppendUint64(b, uint64(v.Int())) //nolint:gosec // its bits
		}
	}
	return "jsonb", func(b []byte, v reflect.Value) []byte { return append(b, marshal(v.Interface())...) }
}

func isDay(column string) bool { return strings.HasSuffix(column, "_on") }

// nullOf says which values are null: nothing, where that is not a value of its own.
func nullOf(t reflect.Type, name string, notNull bool) func(reflect.Value) bool {
	never := func(reflect.Value) bool { return false }
	isNone := func(v reflect.Value) bool { return v.IsZero() }
	switch reflect.Zero(t).Interface().(type) {
	case uuid.UUID, time.Time, sms.Phone:
		if !notNull {
			return isNone
		}
		return never
	case sms.Body:
		return never
	case []byte:
		return func(v reflect.Value) bool { return v.Len() == 0 }
	}
	switch k := t.Kind(); {
	case k == reflect.Pointer, k == reflect.Map, k == reflect.String && isDay(name), name == "phone_id": // no phone is 0
		return isNone
	}
	return never
}

// epoch is where PostgreSQL counts from.
const epoch = 946684800

// sinceEpoch is a time as PostgreSQL counts it: in microseconds.
func sinceEpoch(t time.Time) int64 {
	t = t.Round(time.Microsecond)
	return (t.Unix()-epoch)*1e6 + int64(t.Nanosecond())/1e3
}

// appendText appends words that PostgreSQL takes.
func appendText(b []byte, s string) []byte {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return append(b, s...)
}

// listOf writes an array as PostgreSQL reads it.
func listOf(write writer) writer {
	return func(b []byte, v reflect.Value) []byte {
		b = append(b, '{')
		for i := range v.Len() {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(b, '"')
			for _, c := range write(nil, v.Index(i)) {
				if c == '"' || c == '\\' {
					b = append(b, '\\')
				}
				b = append(b, c)
			}
			b = append(b, '"')
		}
		return append(b, '}')
	}
}

func marshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic("store: a row cannot be encoded: " + err.Error())
	}
	return b
}
