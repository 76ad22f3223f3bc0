package store

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"maps"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/reportback/reportback/internal/core/sms"
)

// coder writes values of one type as rows of one table, each column a parameter: an array of many rows, a value of one. What a field's
// column is called is said here and nowhere else; a test holds every one to the schema, by name and type.
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
	kind    sqlType
	null    func(reflect.Value) bool
	write   writer
}

// as names the columns of fields whose own name in snake case is not it: "" is none. An identifier or a time that is not known is null,
// except where it is called NOT NULL here; "hash AS bytea" is of another type than its Go type travels as.
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
		name, other, _ := strings.Cut(name, " AS ")
		name, notNull := strings.CutSuffix(name, " NOT NULL")
		if name == "" || c.has(name) {
			continue
		}
		kind, write := kindOf(f.Type, name)
		c.columns = append(c.columns, column{
			name, notNull, append(slices.Clone(at), f.Index...), sqlTypeOf(cmp.Or(other, kind)), nullOf(f.Type, name, notNull), write,
		})
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

// one writes a value as parameters of its own.
func (c *coder) one(v reflect.Value) [][]byte {
	out := make([][]byte, len(c.columns))
	b := make([]byte, 0, 512) // grows at times: what was written before stays where it was
	for i := range c.columns {
		k, from := &c.columns[i], len(b)
		if at := v.FieldByIndex(k.at); !k.null(at) {
			b = k.write(b, at)
			out[i] = b[from:len(b):len(b)]
		}
	}
	return out
}

// many writes a column of values as one array, as PostgreSQL has it on the wire.
func (k *column) many(n int, value func(i int) reflect.Value) []byte {
	b := make([]byte, 0, 20+24*n)
	b = binary.BigEndian.AppendUint32(b, 1) // dimensions
	b = binary.BigEndian.AppendUint32(b, 1) // some may be null
	b = binary.BigEndian.AppendUint32(b, k.kind.oid)
	b = binary.BigEndian.AppendUint32(b, uint32(n)) //nolint:gosec // a batch
	b = binary.BigEndian.AppendUint32(b, 1)         // the first is number one
	for i := range n {
		v := value(i).FieldByIndex(k.at)
		if k.null(v) {
			b = binary.BigEndian.AppendUint32(b, math.MaxUint32)
			continue
		}
		from := len(b)
		b = k.write(append(b, 0, 0, 0, 0), v)
		binary.BigEndian.PutUint32(b[from:], uint32(len(b)-from-4)) //nolint:gosec // a text
	}
	return b
}

// parameter is how a statement reads the column: $3::text[] of many rows, $3::text of one. What does not travel as its own type travels
// as text.
func (k *column) parameter(i int, many bool) string {
	p := "$" + strconv.Itoa(i+1) + "::" + k.kind.travels
	if many {
		p = "unnest(" + p + "[])"
	}
	if k.kind.name != k.kind.travels {
		p += "::" + k.kind.name
	}
	return p + " AS " + k.name
}

// rowsOf is the table r of a statement's parameters. The planner knows that one row is one.
func (c *coder) rowsOf(many bool) string {
	list := make([]string, len(c.columns))
	for i := range c.columns {
		list[i] = c.columns[i].parameter(i, many)
	}
	return "(SELECT " + strings.Join(list, ", ") + ") r"
}

// read leaves the columns that a statement reads, and those of its key.
func (c *coder) read(sql string, key []string) coder {
	named := map[string]bool{}
	for _, m := range readsOfRow.FindAllStringSubmatch(sql, -1) {
		named[m[1]] = true
	}
	out := *c
	out.columns = slices.DeleteFunc(slices.Clone(c.columns), func(k column) bool { return !named[k.name] && !slices.Contains(key, k.name) })
	return out
}

var readsOfRow = regexp.MustCompile(`\br\.(\w+)`)

// key is what names a value's row.
func (c *coder) key(v reflect.Value, of []string) string {
	var b []byte
	for _, k := range c.columns {
		if slices.Contains(of, k.name) {
			at := v.FieldByIndex(k.at)
			if !k.null(at) {
				b = k.write(b, at)
			}
			b = binary.BigEndian.AppendUint32(b, uint32(len(b))) //nolint:gosec // where it ends
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
