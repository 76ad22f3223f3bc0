package store

import (
	"context"
	"slices"
	"strings"

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

// sortedMeetings returns one-on-ones by their contact's name or their place, each from an index; those without a contact come last.
func (s *DB) sortedMeetings(ctx context.Context, f page.MeetingFilter) ([]page.MeetingRow, error) {
	w := meetingWhere(f)
	if f.Find != "" {
		who, err := s.found(ctx, f.Find)
		if err != nil {
			return nil, err
		}
		w.and("(m.organizer_id = ANY(?) OR m.contact_id = ANY(?))", texts(who), texts(who))
	}
	lead, key, head := "folded(m.place)", ", "+meetingKey, meetingSelect()
	if f.By == page.ByContact { // a join drives from the names; who has none comes from the second statement
		lead, key, head = "c.name_folded", ", c.id, "+meetingKey, strings.Replace(head, "LEFT JOIN people c ON", "JOIN people c ON", 1)
	}
	none := where{parts: slices.Clone(w.parts), args: slices.Clone(w.args)}
	var rows []page.MeetingRow
	if f.In != page.Alone {
		w.andAfter(lead, key, f)
		var err error
		rows, err = s.meetingRows(ctx, w.query(head, "ORDER BY "+directed(lead+key, f.Down)+" LIMIT ?", f.N), w.args)
		if err != nil || len(rows) >= f.N || f.By == page.ByPlace {
			return rows, err
		}
	}
	none.and("m.contact_id IS NULL")
	if f.In == page.Alone {
		none.after(meetingKey, f.Down, f.AfterAt, f.AfterID)
	}
	q := none.query(meetingSelect(), "ORDER BY "+directed(meetingKey, f.Down)+" LIMIT ?", f.N-len(rows))
	last, err := s.meetingRows(ctx, q, none.args)
	return append(rows, last...), err
}

// andAfter goes on after a row by what it holds now; its leading column stands alone too, since an index takes no row of columns of two
// tables.
func (w *where) andAfter(lead, key string, f page.MeetingFilter) {
	if f.AfterID == uuid.Nil {
		return
	}
	more, from := ">", " FROM meetings m LEFT JOIN people c ON c.id = m.contact_id WHERE m.id = ?)"
	if f.Down {
		more = "<"
	}
	w.and(lead+" "+more+"= (SELECT "+lead+from, f.AfterID)
	w.and("("+lead+key+") "+more+" (SELECT "+lead+key+from, f.AfterID)
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
