package store

import (
	"context"
	"fmt"
	"slices"
	"sort"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
)

// Every export is one query whose columns are text, in the order of its header; instants come as RFC 3339 in UTC and are put into the
// organization's zone by app.
const iso = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`

func utc(column string) string {
	return `coalesce(to_char(` + column + ` AT TIME ZONE 'UTC', ` + iso + `), '')`
}

// exportQuery is an export in parts, so that one row of it can be asked for by its id.
type exportQuery struct {
	rows, where, order string
	key                string // the column of the first cell
}

func (q exportQuery) all() string { return q.rows + " WHERE " + q.where + " ORDER BY " + q.order }

func (q exportQuery) single() string { return q.rows + " WHERE " + q.where + " AND " + q.key + " = $1" }

func exportQueries() map[string]exportQuery {
	answer := func(field string) string {
		return `coalesce((SELECT a.words FROM answers a WHERE a.report_id = r.id
		  AND a.field = '` + field + `' AND a.state IN ('given', 'known')), '')`
	}
	best := func(field string) string { // what was understood, else the words
		return `coalesce((SELECT coalesce(nullif(a.value, ''), a.words) FROM answers a
		  WHERE a.report_id = r.id AND a.field = '` + field + `' AND a.state IN ('given', 'known')), '')`
	}
	return map[string]exportQuery{
		"contacts": {where: `'contact' = ANY(p.roles) AND p.erased_at IS NULL`, order: "p.id", key: "p.id", rows: `
SELECT p.id::text, coalesce(p.external_id, ''), p.name, p.preferred_name, coalesce(f.phone, ''), p.email, p.language, p.zone,
  p.relationship,
  array_to_string(p.tags, ','), coalesce(o.name, ''), CASE f.consent WHEN {consent.yes} THEN 'yes' WHEN {consent.no} THEN 'no'
  ELSE 'unknown' END,
  ` + utc("f.consent_at") + `,
  coalesce((SELECT c.source FROM consents c WHERE c.phone_id = f.id ORDER BY c.at DESC, c.id DESC LIMIT 1), ''),
  CASE WHEN f.consent = {consent.no} THEN ` + utc("f.consent_at") + ` ELSE '' END,
  coalesce((SELECT ` + utc("max(coalesce(m.starts_at, m.met_on::timestamp AT TIME ZONE m.zone))") + ` FROM meetings m
  WHERE m.contact_id = p.id AND m.outcome = 'held'), ''),
  coalesce((SELECT ` + utc("min(m.starts_at)") + ` FROM meetings m
  WHERE m.contact_id = p.id AND m.status IN ('planned', 'proposed', 'confirmed')), ''),
  p.access_needs, p.dietary_needs, p.notes
FROM people p LEFT JOIN phones f ON f.id = p.phone_id LEFT JOIN people o ON o.id = p.organizer_id`},
		"meetings": {where: "true", order: "m.id", key: "m.id", rows: `
SELECT m.id::text, o.name, coalesce(fo.phone, ''), coalesce(c.name, ''), coalesce(fc.phone, ''),
  ` + utc("m.starts_at") + `, m.zone, m.minutes::text, m.place, m.status,
  ` + utc("m.confirmed_at") + `, m.outcome, ` + utc("r.filed_at") + `, ` + utc("r.thanked_at") + `, ` + utc("r.debriefed_at") + `
FROM meetings m JOIN people o ON o.id = m.organizer_id LEFT JOIN phones fo ON fo.id = o.phone_id LEFT JOIN people c ON c.id = m.contact_id
  LEFT JOIN phones fc ON fc.id = c.phone_id LEFT JOIN reports r ON r.meeting_id = m.id`},
		"reports": {where: "true", order: "r.id", key: "r.id", rows: `
SELECT r.id::text, coalesce(r.meeting_id::text, ''), r.status,
  ` + utc("r.filed_at") + `, ` + best("met_on") + `, o.name, coalesce(fo.phone, ''),
  ` + best("contact") + `, ` + best("contact_phone") + `, ` + best("contact_email") + `,
  ` + answer("relationship") + `, ` + answer("learned") + `,
  ` + answer("commitment") + `, ` + best("commitment_due") + `, ` + answer("next_steps") + `, ` + answer("follow_ups") + `,
  ` + answer("staff_follow_up") + `, ` + best("staff_follow_up_on") + `, ` + answer("staff_notes") + `, ` + answer("notes") + `,
  CASE WHEN r.needs_review OR EXISTS (SELECT FROM answers a WHERE a.report_id = r.id AND a.needs_review) THEN 'yes' ELSE 'no' END
FROM reports r JOIN people o ON o.id = r.organizer_id LEFT JOIN phones fo ON fo.id = o.phone_id`},
		"messages": {where: "true", order: "at, 1", rows: `
SELECT * FROM (` + textRows() + `
UNION ALL
SELECT n.id::text, ` + utc("n.due_at") + `, 'out', coalesce(p.name, ''), f.phone, n.rule, '', '0', '', CASE n.state WHEN 'planned' THEN '1'
  ELSE '9' END, '',
  n.state || ': ' || n.reason,
  CASE WHEN n.subject_kind = 'meeting' THEN n.subject_id::text
  ELSE coalesce((SELECT r.meeting_id::text FROM reports r WHERE n.subject_kind = 'report' AND r.id = n.subject_id), '') END
FROM planned n JOIN phones f ON f.id = n.phone_id LEFT JOIN people p ON p.id = n.person_id
WHERE n.state <> 'made' AND n.rule NOT IN ('next_question', 'consent', 'doubt_ends')) x`},
		"attendance": {where: "true", order: "e.starts_at, e.id, p.id", rows: `
SELECT e.id::text, e.title, ` + utc("e.starts_at") + `, p.name, coalesce(f.phone, ''), coalesce(o.name, ''), CASE v.answer
  WHEN '' THEN 'committed' ELSE v.answer END,
  ` + utc("coalesce(v.answered_at, v.created_at)") + `, v.attended
FROM events e JOIN rsvps v ON v.event_id = e.id JOIN people p ON p.id = v.person_id LEFT JOIN phones f ON f.id = p.phone_id
  LEFT JOIN people o ON o.id = v.organizer_id`},
	}
}

// textRows are the texts that came or are on their way; the export of messages adds what is planned.
func textRows() string {
	return `
SELECT m.id::text, ` + utc("m.at") + ` AS at, CASE m.dir WHEN {dir.in} THEN 'in' ELSE 'out' END, coalesce(p.name, ''),
  coalesce(f.phone, m.sender), m.kind, m.body,
  m.segments::text, m.encoding, m.status::text, CASE WHEN m.error_code = 0 THEN '' ELSE m.error_code::text END, m.reason,
  CASE WHEN m.subject_kind = 'meeting' THEN m.subject_id::text
  ELSE coalesce((SELECT r.meeting_id::text FROM reports r WHERE m.subject_kind = 'report' AND r.id = m.subject_id), '') END
FROM messages m LEFT JOIN phones f ON f.id = m.phone_id LEFT JOIN people p ON p.id = m.person_id`
}

// Export implements app.Books: rows stream, so a million of them need no memory.
func (s *DB) Export(ctx context.Context, what string, row func([]string) error) error {
	q, ok := exportQueries()[what]
	if !ok {
		return fmt.Errorf("export %s: %w", what, app.ErrNotFound)
	}
	if err := s.exported(ctx, q.all(), row); err != nil {
		return fmt.Errorf("export %s: %w", what, err)
	}
	return nil
}

// exported streams the rows of a query whose columns are text.
func (s *DB) exported(ctx context.Context, query string, row func([]string) error, args ...any) error {
	got, err := s.db.QueryContext(ctx, named(query), args...)
	if err != nil {
		return scrub(err)
	}
	defer func() { _ = got.Close() }()
	columns, err := got.Columns()
	if err != nil {
		return scrub(err)
	}
	cells := make([]string, len(columns))
	into := make([]any, len(columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	for got.Next() {
		if err := got.Scan(into...); err != nil {
			return scrub(err)
		}
		if err := row(cells); err != nil {
			return err
		}
	}
	return scrub(got.Err())
}

// Exports lists what Export knows.
func Exports() []string {
	var out []string
	for k := range exportQueries() {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// ExportRow implements app.HookRows. Of messages it knows those that came or are on their way, not what is only planned.
func (s *DB) ExportRow(ctx context.Context, what string, id uuid.UUID) ([]string, error) {
	q, ok := exportQueries()[what]
	if what == "messages" {
		q = exportQuery{rows: textRows(), where: "true", key: "m.id"}
	}
	if !ok || q.key == "" {
		return nil, fmt.Errorf("row of %s: %w", what, app.ErrNotFound)
	}
	var found [][]string
	err := s.exported(ctx, q.single(), func(cells []string) error {
		found = append(found, slices.Clone(cells))
		return nil
	}, id)
	switch {
	case err != nil:
		return nil, fmt.Errorf("row of %s: %w", what, err)
	case len(found) == 0:
		return nil, fmt.Errorf("row of %s: %w", what, app.ErrNotFound)
	}
	return found[0], nil
}
