package store

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
)

// coder writes values of one type as rows of one table, for json_populate_recordset, which gives each the type of its column. What a
// field's column is called is said here and nowhere else; a test holds every one to the schema.
type coder struct {
	table   string
	columns []column

	expressions map[string]string // columns that the statement makes itself
}

// column is one field: its column's name and how it is written. What begins with _ is no column of the table: its statement reads it
// itself.
type column struct {
	name    string
	notNull bool
	at      []int
	write   func([]byte, reflect.Value) []byte
}

// as names the columns of fields whose own name in snake case is not it: "" is none. An identifier or a time that is not known is null,
// except where it is called NOT NULL here.
type as map[string]string

// coderOf returns the coder of a type. The fields of a struct within are fields of the row, a Subject's behind its name; of two fields of
// one column the outer one counts, as in Go.
func coderOf(table string, t reflect.Type, names as) coder {
	c := coder{table: table}
	c.add(t, nil, "", names)
	return c
}

func (c *coder) add(t reflect.Type, at []int, inside string, names as) {
	var within []reflect.StructField
	for _, f := range reflect.VisibleFields(t) {
		if len(f.Index) > 1 || !f.IsExported() {
			continue
		}
		if f.Type.Kind() == reflect.Struct && !isValue(f.Type) {
			if name, said := names[f.Name]; !(said && name == "") && !c.has(snake(f.Name)) {
				within = append(within, f)
			}
			continue
		}
		name, said := names[inside+f.Name]
		if !said {
			name = strings.ToLower(strings.ReplaceAll(inside, ".", "_")) + snake(f.Name)
		}
		name, notNull := strings.CutSuffix(name, " NOT NULL")
		if name == "" || c.has(name) {
			continue
		}
		c.columns = append(c.columns, column{name, notNull, append(slices.Clone(at), f.Index...), writerOf(f.Type, name, notNull)})
	}
	for _, f := range within {
		inside := ""
		if f.Name == "Subject" {
			inside = "Subject."
		}
		c.add(f.Type, append(slices.Clone(at), f.Index...), inside, names)
	}
}

func (c *coder) has(name string) bool {
	return slices.ContainsFunc(c.columns, func(k column) bool { return k.name == name })
}

// list names the columns of the table itself but for some.
func (c *coder) list(but ...string) []string {
	out := slices.Sorted(maps.Keys(c.expressions))
	out = slices.DeleteFunc(out, c.has)
	for _, k := range c.columns {
		if !strings.HasPrefix(k.name, "_") && !slices.Contains(but, k.name) {
			out = append(out, k.name)
		}
	}
	return out
}

// encode appends one value as a JSON object.
func (c *coder) encode(b []byte, v reflect.Value) []byte {
	b = append(b, '{')
	for i, k := range c.columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), k.name...), '"', ':')
		b = k.write(b, v.FieldByIndex(k.at))
	}
	return append(b, '}')
}

// key is what names a value's row.
func (c *coder) key(v reflect.Value, of []string) string {
	var b []byte
	for _, k := range c.columns {
		if slices.Contains(of, k.name) {
			b = append(k.write(b, v.FieldByIndex(k.at)), ' ')
		}
	}
	return string(b)
}

func isValue(t reflect.Type) bool {
	switch reflect.Zero(t).Interface().(type) {
	case time.Time, sms.Phone, sms.Body:
		return true
	}
	return false
}

func writerOf(t reflect.Type, name string, notNull bool) func([]byte, reflect.Value) []byte {
	switch reflect.Zero(t).Interface().(type) {
	case uuid.UUID:
		return orNull(notNull, func(b []byte, v reflect.Value) []byte { return quoted(b, v.Addr().Interface().(*uuid.UUID).String()) })
	case time.Time:
		return orNull(notNull, func(b []byte, v reflect.Value) []byte {
			return append(v.Addr().Interface().(*time.Time).AppendFormat(append(b, '"'), time.RFC3339Nano), '"')
		})
	case sms.Phone:
		return orNull(notNull, func(b []byte, v reflect.Value) []byte { return quoted(b, v.Addr().Interface().(*sms.Phone).E164()) })
	case sms.Body:
		return func(b []byte, v reflect.Value) []byte { return quoted(b, v.Addr().Interface().(*sms.Body).Text()) }
	case []byte:
		return func(b []byte, v reflect.Value) []byte {
			if v.Len() == 0 {
				return append(b, "null"...)
			}
			return append(b, v.Bytes()...) // JSON already
		}
	}
	if k := t.Kind(); k == reflect.Slice {
		return listOf(writerOf(t.Elem(), "", true))
	} else if k == reflect.Bool {
		return func(b []byte, v reflect.Value) []byte { return strconv.AppendBool(b, v.Bool()) }
	} else if k == reflect.String {
		text := func(b []byte, v reflect.Value) []byte { return quoted(b, v.String()) }
		return orNull(!strings.HasSuffix(name, "_on"), text) // a day
	}
	if reflect.Zero(t).CanInt() {
		number := func(b []byte, v reflect.Value) []byte { return strconv.AppendInt(b, v.Int(), 10) }
		return orNull(name != "phone_id", number) // no phone is 0
	}
	return func(b []byte, v reflect.Value) []byte { return append(b, marshal(v.Interface())...) }
}

func orNull(notNull bool, write func([]byte, reflect.Value) []byte) func([]byte, reflect.Value) []byte {
	if notNull {
		return write
	}
	return func(b []byte, v reflect.Value) []byte {
		if v.IsZero() {
			return append(b, "null"...)
		}
		return write(b, v)
	}
}

func listOf(write func([]byte, reflect.Value) []byte) func([]byte, reflect.Value) []byte {
	return func(b []byte, v reflect.Value) []byte {
		b = append(b, '[')
		for i := range v.Len() {
			if i > 0 {
				b = append(b, ',')
			}
			b = write(b, v.Index(i))
		}
		return append(b, ']')
	}
}

// quoted appends a JSON string: as it is where nothing in it needs a second look.
func quoted(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c > '~' {
			return append(b, marshal(s)...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

func marshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic("store: a row cannot be encoded: " + err.Error())
	}
	return b
}

// snake is a field's name as a column's: MeetingID is meeting_id.
func snake(name string) string {
	var b strings.Builder
	letters := []rune(name)
	for i, r := range letters {
		begins := unicode.IsUpper(r) && i > 0 && (unicode.IsLower(letters[i-1]) || i+1 < len(letters) && unicode.IsLower(letters[i+1]))
		if begins {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// rows encodes a batch as one parameter: json_to_recordset turns it into rows, so every kind of change is one statement.
func rows[T any](list []T) string {
	b, err := json.Marshal(list)
	if err != nil {
		panic("store: a row cannot be encoded: " + err.Error())
	}
	return string(b)
}
