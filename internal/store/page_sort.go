package store

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
)

// inGroups reads a list group by group until there are enough rows: each comes in the list's own order from its index, and none is sorted.
// The list goes on in the group in which the page before ended.
func inGroups[R any](groups []string, sort page.Sort, n int, read func(group string, goesOn bool, n int) ([]R, error)) ([]R, error) {
	if sort.Down {
		groups = slices.Clone(groups)
		slices.Reverse(groups)
	}
	var out []R
	for _, g := range groups[max(0, slices.Index(groups, sort.In)):] {
		rows, err := read(g, g == sort.In, n-len(out))
		if err != nil {
			return nil, err
		}
		if out = append(out, rows...); len(out) >= n {
			break
		}
	}
	return out, nil
}

// ownersOf returns the organizers of a table's rows by their names, found from one to the next by the index.
func (s *DB) ownersOf(ctx context.Context, table string) ([]string, error) {
	q := strings.ReplaceAll(`WITH RECURSIVE who AS ((SELECT organizer_id AS id FROM {table} WHERE organizer_id IS NOT NULL AND {alive}
    ORDER BY organizer_id LIMIT 1)
  UNION ALL SELECT (SELECT t.organizer_id FROM {table} t WHERE t.organizer_id > who.id AND {alive} ORDER BY t.organizer_id LIMIT 1)
    FROM who WHERE who.id IS NOT NULL)
SELECT p.id FROM who JOIN people p ON p.id = who.id ORDER BY p.name_folded, p.id`, "{table}", table)
	alive := "true"
	if table == "people" {
		alive = "erased_at IS NULL" // the index has no other
	}
	ids := []string{}
	err := s.sel(ctx, &ids, strings.ReplaceAll(q, "{alive}", alive))
	return ids, err
}

// inColumn is a list sorted by a column: its table, the time by which it is listed otherwise, and what it is sorted by.
type inColumn struct {
	table, alias, time string
	head, named        string // the statement's beginning, and that of those with a contact: a join drives from the names
	lead, key          string
	find               string
	sort               page.Sort
	afterAt            time.Time
	afterID            uuid.UUID
	n                  int
}

// sortedMeetings returns one-on-ones by their contact's name or their place, each from an index.
func (s *DB) sortedMeetings(ctx context.Context, f page.MeetingFilter) ([]page.MeetingRow, error) {
	o := inColumn{
		table: "meetings", alias: "m", time: "coalesce(m.starts_at, m.created_at)", head: meetingSelect(), lead: "folded(m.place)",
		key: ", " + meetingKey, find: f.Find, sort: f.Sort, afterAt: f.AfterAt, afterID: f.AfterID, n: f.N,
	}
	if f.By == page.ByContact {
		o.lead, o.key, o.named = "c.name_folded", ", c.id, "+meetingKey, strings.Replace(o.head, "LEFT JOIN people c ON", "JOIN people c ON", 1)
	}
	return sortedRows(ctx, s, o, meetingWhere(f), s.meetingRows)
}

// sortedReports returns reports by the day on which they met, or by their contact's name.
func (s *DB) sortedReports(ctx context.Context, f page.ReportFilter) ([]page.ReportRow, error) {
	o := inColumn{
		table: "reports", alias: "r", time: "r.changed_at", head: reportSelect(), lead: "r.met", key: ", r.id", find: f.Find, sort: f.Sort,
		afterAt: f.AfterAt, afterID: f.AfterID, n: f.N,
	}
	if f.By == page.ByContact {
		o.lead, o.key = "c.name_folded", ", c.id, "+reportKey
		o.named = strings.Replace(o.head, "LEFT JOIN people c ON c.id = coalesce(r.contact_id, m.contact_id)",
			"JOIN people c ON c.id = r.contact_id", 1)
	}
	return sortedRows(ctx, s, o, reportWhere(f), s.reportRows)
}

// sortedRows reads a page of such a list. By the contact's name, what has no contact comes last, whichever way.
func sortedRows[R any](
	ctx context.Context, s *DB, o inColumn, w where, read func(ctx context.Context, query string, args []any) ([]R, error),
) ([]R, error) {
	var who []string
	if o.find != "" {
		var err error
		if who, err = s.found(ctx, o.find); err != nil {
			return nil, err
		}
	}
	none := where{parts: slices.Clone(w.parts), args: slices.Clone(w.args)}
	var rows []R
	if o.sort.In != page.Alone {
		w.andAfter(o)
		found := w.foundInOrder(o, who)
		q := found + w.query(cmp.Or(o.named, o.head), "ORDER BY "+directed(o.lead+o.key, o.sort.Down)+" LIMIT ?", o.n)
		var err error
		if rows, err = read(ctx, q, w.args); err != nil || len(rows) >= o.n || o.named == "" {
			return rows, err
		}
	}
	own, left, found := o.time+", "+o.alias+".id", o.n-len(rows), ""
	none.and(o.alias + ".contact_id IS NULL")
	if o.sort.In == page.Alone {
		none.after(own, o.sort.Down, o.afterAt, o.afterID)
	}
	if o.find != "" {
		found = none.ofPeople(o.table, o.alias, o.time, o.sort.Down, who, left)
	}
	last, err := read(ctx, found+none.query(o.head, "ORDER BY "+directed(own, o.sort.Down)+" LIMIT ?", left), none.args)
	return append(rows, last...), err
}

// foundInOrder narrows a sorted list to the rows of those whom a search means, in either role. They are looked up one by one and sorted: to
// find them on a walk through the whole list in its order would read it all. It returns the statement's beginning.
func (w *where) foundInOrder(o inColumn, who []string) string {
	if o.find == "" {
		return ""
	}
	names, conds := "", ""
	if o.named != "" {
		names = " CROSS JOIN LATERAL (SELECT * FROM people x WHERE x.id = " + o.alias + ".contact_id OFFSET 0) c"
	}
	if len(w.parts) > 0 {
		conds = " WHERE " + strings.Join(w.parts, " AND ")
	}
	ids := w.number("?::uuid[]", []any{texts(who)})
	w.parts = []string{o.alias + ".id IN (SELECT id FROM page)"}
	return "WITH hit AS MATERIALIZED (SELECT x.id FROM unnest(" + ids + ") AS who(id), LATERAL (SELECT id FROM " + o.table +
		" WHERE contact_id = who.id UNION ALL SELECT id FROM " + o.table + " WHERE organizer_id = who.id) AS x GROUP BY x.id), " +
		"page AS MATERIALIZED (SELECT " + o.alias + ".id FROM hit CROSS JOIN LATERAL (SELECT * FROM " + o.table +
		" x WHERE x.id = hit.id OFFSET 0) " + o.alias + names + conds + " ORDER BY " + directed(o.lead+o.key, o.sort.Down) +
		" LIMIT " + strconv.Itoa(o.n) + ") "
}

// andAfter goes on after a row by what it holds now; its leading column stands alone too, since an index takes no row of columns of two
// tables.
func (w *where) andAfter(o inColumn) {
	if o.afterID == uuid.Nil {
		return
	}
	more := ">"
	if o.sort.Down {
		more = "<"
	}
	from := " FROM " + o.table + " " + o.alias + " LEFT JOIN people c ON c.id = " + o.alias + ".contact_id WHERE " + o.alias + ".id = ?)"
	w.and(o.lead+" "+more+"= (SELECT "+o.lead+from, o.afterID)
	w.and("("+o.lead+o.key+") "+more+" (SELECT "+o.lead+o.key+from, o.afterID)
}

// directed writes the columns of an order, each in one direction.
func directed(columns string, down bool) string {
	if !down {
		return columns
	}
	list := strings.Split(columns, ", ")
	for i, c := range list {
		if opens := strings.Count(c, "(") - strings.Count(c, ")"); opens > 0 {
			continue // the comma stands inside a function
		}
		list[i] = c + " DESC"
	}
	return strings.Join(list, ", ")
}
