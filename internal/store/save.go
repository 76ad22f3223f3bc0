package store

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
)

// maxConversation bounds each thing that a conversation remembers beside its subject.
const maxConversation = 4 << 10

// savings are the statements that keep a decision's changes, in an order in which what is referred to exists.
func savings() []saving {
	return slices.Concat(receivedSavings(), peopleSavings(), meetingSavings(), debriefSavings(), reportSavings(), eventSavings(),
		promiseSavings(), afterSavings(), planSavings(), textSavings(), todaySavings(), knownSavings())
}

// Save implements app.Tx: each kind of change is one statement, however many steps the batch has.
func (t *tx) Save(ctx context.Context, sets []change.Set) error {
	batch := map[reflect.Type][]change.Change{}
	for _, s := range sets {
		for _, c := range onePhone(s.Changes) {
			kind := reflect.TypeOf(c)
			if !t.s.saves.takes[kind] {
				return fmt.Errorf("no way to save a %T", c)
			}
			if c, ok := c.(change.Converse); ok && max(len(c.Data), len(c.List), len(c.Relay), len(c.Slip)) > maxConversation {
				return fmt.Errorf("conversation of %s: more than %d bytes: %w", c.Kind, maxConversation, app.ErrRefused)
			}
			if text, ok := c.(change.Text); ok {
				c, kind = textOut{text, t.leaving[text.ID]}, reflect.TypeFor[textOut]()
			}
			batch[kind] = append(batch[kind], c)
		}
	}
	t.savePhones(batch)
	for i := range t.s.saves.all {
		s := &t.s.saves.all[i]
		if list := batch[s.kind]; len(list) > 0 {
			s.save(t, list)
		}
	}
	return t.stillSo(ctx)
}

// saves is the table of savings as a store holds it.
type saves struct {
	all   []saving
	takes map[reflect.Type]bool
}

func newSaves() saves {
	// what is said is for the page alone, a text is saved as textOut
	s := saves{savings(), map[reflect.Type]bool{reflect.TypeFor[change.Said](): true, reflect.TypeFor[change.Text](): true}}
	for _, k := range s.all {
		s.takes[k.kind] = true
	}
	return s
}

// saving keeps the changes of one kind in one table.
type saving struct {
	what  string
	kind  reflect.Type
	coder coder
	sql   string
	save  func(t *tx, list []change.Change)
}

// kept is a statement. A row that several changes of a batch write is named by its key: an UPDATE takes a row once, so they go in rounds.
// Of guarded rows one that has moved on makes the whole set void.
type kept struct {
	sql     string
	key     []string
	guarded bool
}

// keep makes a saving: which table, how its columns are called, what a change is as a row (false: nothing of this statement's), and the
// statement made from the columns.
func keep[C change.Change, R any](what, table string, names as, row func(C) (R, bool), statement func(coder) kept) saving {
	c := coderOf(table, reflect.TypeFor[R](), names)
	k := statement(c)
	alone := alone(k.sql)
	return saving{what, reflect.TypeFor[C](), c, k.sql, func(t *tx, list []change.Change) {
		left := make([]R, 0, len(list))
		for _, one := range list {
			if r, ok := row(one.(C)); ok { //nolint:forcetypeassert // the batch is sorted by type
				left = append(left, r)
			}
		}
		for len(left) > 0 {
			var now, later []R
			if now = left; len(k.key) > 0 && len(left) > 1 {
				now, later = firstOfEach(&c, k.key, left)
			}
			query, rows := k.sql, encodeAll(&c, now)
			if len(now) == 1 {
				query, rows = alone, rows[1:len(rows)-1]
			}
			q := &question{query: query, args: []any{rows}, what: what}
			if k.guarded {
				q.atLeast = int64(len(now))
			}
			t.later(q)
			left = later
		}
	}}
}

// alone is a statement over rows for a batch of one, whose parameter is the row itself. The planner takes a list of unknown length for a
// hundred rows: in a small table it reads all of it for them, and goes on doing so while the table grows. One row it finds by its key.
func alone(query string) string {
	return strings.NewReplacer("{these.m} AND ", "", "json_populate_recordset(", "json_populate_record(",
		"json_to_recordset(", "json_to_record(", "json_array_elements($1::json) j", "(SELECT $1::json AS j) j").Replace(query)
}

// same is for a change that is its own row.
func same[C change.Change](c C) (C, bool) { return c, true }

// added and changed are the plain statements: a new row, and a known one in every column.
func added(c coder) kept   { return c.insert("") }
func changed(c coder) kept { return c.update("", "") }

func encodeAll[R any](c *coder, rows []R) string {
	b := make([]byte, 0, 512*len(rows))
	for i := range rows {
		b = c.encode(append(b, ','), reflect.ValueOf(&rows[i]).Elem())
	}
	b[0] = '['
	return string(append(b, ']'))
}

func firstOfEach[R any](c *coder, key []string, rows []R) (now, later []R) {
	seen := map[string]bool{}
	for i := range rows {
		if k := c.key(reflect.ValueOf(&rows[i]).Elem(), key); !seen[k] {
			seen[k] = true
			now = append(now, rows[i])
		} else {
			later = append(later, rows[i])
		}
	}
	return now, later
}

// computed has a column made by an expression over the row r and the object j that it is made from.
func (c coder) computed(name, expression string) coder {
	more := map[string]string{name: expression}
	maps.Copy(more, c.expressions)
	c.expressions = more
	return c
}

func (c coder) value(name string) string {
	if e, ok := c.expressions[name]; ok {
		return e
	}
	return "r." + name
}

// from are the rows of a statement's parameter, each value in the type of its column.
func (c coder) from() string {
	for _, e := range c.expressions {
		if strings.Contains(e, "j->>") {
			return c.beside()
		}
	}
	return "json_populate_recordset(NULL::" + c.table + ", $1::json) r"
}

func (c coder) beside() string {
	return "json_array_elements($1::json) j, json_populate_record(NULL::" + c.table + ", j) r"
}

// insert adds rows; tail says what to do about those that are there.
func (c coder) insert(tail string) kept {
	cols := c.list("version")
	values := make([]string, len(cols))
	for i, name := range cols {
		values[i] = c.value(name)
	}
	return kept{sql: fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM %s %s",
		c.table, strings.Join(cols, ", "), strings.Join(values, ", "), c.from(), tail)}
}

// upsert adds rows, or changes those that are there in all their columns; also is changed with them.
func (c coder) upsert(key, also string) kept {
	k := strings.Fields(key)
	set := make([]string, 0, len(c.columns))
	for _, name := range c.list(k...) {
		set = append(set, name+" = excluded."+name)
	}
	out := c.insert("ON CONFLICT (" + strings.Join(k, ", ") + ") DO UPDATE SET " + strings.Join(set, ", ") + also)
	out.key = k
	return out
}

// set changes rows that are known by their id in every column but some; those of orKept keep what they have where nothing is said.
func (c coder) set(but, orKept string, also ...string) kept {
	keeps, sets := strings.Fields(orKept), also
	for _, name := range c.list(append(strings.Fields(but), "id", "version")...) {
		value := c.value(name)
		if slices.Contains(keeps, name) {
			value = "coalesce(" + value + ", x." + name + ")"
		}
		sets = append(sets, name+" = "+value)
	}
	return kept{
		sql: fmt.Sprintf("UPDATE %s x SET %s FROM %s WHERE x.id = r.id", c.table, strings.Join(sets, ", "), c.from()),
		key: []string{"id"},
	}
}

// update is set for rows that carry a version, which moves.
func (c coder) update(but, orKept string) kept {
	return c.set(but, orKept, "version = x.version + 1")
}

// versioned is update for rows that must be as they were seen.
func (k kept) versioned(and string) kept {
	return kept{k.sql + " AND x.version = r.version" + and, k.key, true}
}

// by is a statement of its own over {rows}, or over {rows beside} the objects j that they are made from; key names the row that it writes.
func (c coder) by(sql, key string) kept {
	return kept{sql: strings.NewReplacer("{rows}", c.from(), "{rows beside}", c.beside()).Replace(sql), key: strings.Fields(key)}
}

// all runs one statement over rows of its own kind; none is no statement.
func all[R any](ctx context.Context, t *tx, what, query string, list []R) (int64, error) {
	if len(list) == 0 {
		return 0, nil
	}
	n, err := t.exec(ctx, query, rows(list))
	if err != nil {
		return 0, fmt.Errorf("%s: %w", what, err)
	}
	return n, nil
}
