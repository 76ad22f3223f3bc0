package store

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
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
	s := over[R](c, k)
	return saving{what, reflect.TypeFor[C](), c, s.many, func(t *tx, list []change.Change) {
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
			q := s.question(what, now)
			if k.guarded {
				q.atLeast = int64(len(now))
			}
			t.later(q)
			left = later
		}
	}}
}

// ofRows is a statement over rows, as it is for many and for one.
type ofRows[R any] struct {
	coder       coder // of what it reads
	many, alone string
}

func over[R any](c coder, k kept) ofRows[R] {
	c = c.read(k.sql, k.key)
	many, alone := c.both(k.sql)
	return ofRows[R]{c, many, alone}
}

func (s *ofRows[R]) question(what string, rows []R) *question {
	q := &question{query: s.many, what: what, values: encode(&s.coder, rows)}
	if len(rows) == 1 {
		q.query = s.alone
	}
	return q
}

// theseRows stands in a statement where its rows come from; of many, {these.id x.id} says by key which rows of the table they mean. The
// planner takes a list of unknown length for ten rows and more: in a small table it reads all of it for them, and goes on doing so while
// the table grows. One row it finds by its key.
const theseRows = "{these rows}"

var theseIDs = regexp.MustCompile(`\{these\.(\w+) ([\w.]+)\}`)

// both are a statement's forms, for many rows and for one.
func (c *coder) both(sql string) (many, alone string) {
	among := theseIDs.ReplaceAllStringFunc(sql, func(s string) string {
		m := theseIDs.FindStringSubmatch(s)
		i := slices.IndexFunc(c.columns, func(k column) bool { return k.name == m[1] })
		return m[2] + " = ANY($" + strconv.Itoa(i+1) + "::" + c.columns[i].kind.travels + "[]) AND "
	})
	return strings.ReplaceAll(among, theseRows, c.rowsOf(true)),
		strings.ReplaceAll(theseIDs.ReplaceAllString(sql, ""), theseRows, c.rowsOf(false))
}

// same is for a change that is its own row.
func same[C change.Change](c C) (C, bool) { return c, true }

// added and changed are the plain statements: a new row, and a known one in every column.
func added(c coder) kept   { return c.insert("") }
func changed(c coder) kept { return c.update("", "") }

// encode writes rows as a statement's parameters: each column an array, or its one value.
func encode[R any](c *coder, rows []R) [][]byte {
	if len(rows) == 1 {
		return c.one(reflect.ValueOf(&rows[0]).Elem())
	}
	out := make([][]byte, len(c.columns))
	for i := range c.columns {
		out[i] = c.columns[i].many(len(rows), func(k int) reflect.Value { return reflect.ValueOf(&rows[k]).Elem() })
	}
	return out
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

// computed has a column made by an expression over the row r.
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

// insert adds rows; tail says what to do about those that are there.
func (c coder) insert(tail string) kept {
	cols := c.list("version")
	values := make([]string, len(cols))
	for i, name := range cols {
		values[i] = c.value(name)
	}
	return kept{sql: fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM %s %s",
		c.table, strings.Join(cols, ", "), strings.Join(values, ", "), theseRows, tail)}
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
		sql: fmt.Sprintf("UPDATE %s x SET %s FROM %s WHERE {these.id x.id}x.id = r.id", c.table, strings.Join(sets, ", "), theseRows),
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

// by is a statement of its own over {rows}; key names the row that it writes.
func (c coder) by(sql, key string) kept {
	return kept{sql: strings.ReplaceAll(sql, "{rows}", theseRows), key: strings.Fields(key)}
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
