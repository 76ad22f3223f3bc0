package store

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
)

// mergedTables are the tables that name a contact, each with its key and the columns that do. Whose rows cannot be two of one person's (a
// guest of the same event, a planned text of the same kind) are left out by the rest of the condition and end with the record that goes.
func mergedTables() []mergedTable {
	return []mergedTable{
		{"meetings", "id", "contact_id", ""},
		{"reports", "id", "contact_id", ""},
		{"promises", "id", "owner_id", ""},
		{"promises", "id", "to_id", ""},
		{"thanks", "meeting_id", "contact_id", ""},
		{"notes", "id", "person_id", ""},
		{"messages", "id", "person_id", ""},
		{"consents", "id", "person_id", ""},
		{"import_rows", "import_id::text || '/' || t.line", "person_id", ""},
		{"rsvps", "event_id", "person_id", " AND NOT EXISTS (SELECT FROM rsvps o WHERE o.event_id = t.event_id AND o.person_id = $2)"},
		{"planned", "id", "person_id", " AND NOT EXISTS (SELECT FROM planned o WHERE o.subject_kind = t.subject_kind AND o.subject_id = " +
			"t.subject_id AND o.person_id = $2 AND o.rule = t.rule AND o.occurrence = t.occurrence)"},
		{"timeline", "id", "subject_id", " AND t.subject_kind = 'person'"},
	}
}

type mergedTable struct{ table, key, column, and string }

const (
	mergeLockSQL = `SELECT id FROM phones WHERE id IN (SELECT phone_id FROM people WHERE id = ANY($1)) ORDER BY id FOR UPDATE`
	mergeWhoSQL  = `SELECT id, roles <@ ARRAY['contact']::text[] AS contact FROM people WHERE id = ANY($1) AND erased_at IS NULL ORDER BY id
	  FOR UPDATE`

	// A one-on-one that stands twice, with the same organizer at the same time, would be two of one.
	mergeClashSQL = `SELECT EXISTS (SELECT FROM meetings a JOIN meetings b ON a.organizer_id = b.organizer_id AND a.starts_at = b.starts_at
WHERE a.contact_id = $1 AND b.contact_id = $2 AND a.status IN ('planned', 'proposed', 'confirmed')
  AND b.status IN ('planned', 'proposed', 'confirmed'))`

	mergeKeepSQL = `INSERT INTO merges (id, into_id, from_id, was, into_was, moved, into_version, at, by_person)
SELECT $1, i.id, f.id, to_jsonb(f) - 'name_folded', to_jsonb(i) - 'name_folded', $4, i.version + 1, $5, $6 FROM people f, people i
  WHERE f.id = $2 AND i.id = $3`

	mergeFillSQL = `UPDATE people i SET phone_id = coalesce(i.phone_id, f.phone_id),
  preferred_name = coalesce(nullif(i.preferred_name, ''), f.preferred_name), email = coalesce(nullif(i.email, ''), f.email),
  language = coalesce(nullif(i.language, ''), f.language), zone = coalesce(nullif(i.zone, ''), f.zone),
  best_way = coalesce(nullif(i.best_way, ''), f.best_way),
  access_needs = coalesce(nullif(i.access_needs, ''), f.access_needs), dietary_needs = coalesce(nullif(i.dietary_needs, ''),
  f.dietary_needs),
  relationship = coalesce(nullif(i.relationship, ''), f.relationship), notes = coalesce(nullif(i.notes, ''), f.notes),
  assessment = coalesce(nullif(i.assessment, 0), f.assessment), next_step = coalesce(nullif(i.next_step, ''), f.next_step),
  tags = ARRAY(SELECT DISTINCT unnest(i.tags || f.tags) ORDER BY 1), organizer_id = coalesce(i.organizer_id, f.organizer_id),
  version = i.version + 1
FROM people f WHERE i.id = $2 AND f.id = $1`

	mergePhoneSQL = `UPDATE planned q SET phone_id = i.phone_id, version = q.version + 1 FROM people i
	  WHERE i.id = $1 AND q.person_id = i.id AND q.state = 'planned' AND i.phone_id IS NOT NULL AND q.phone_id <> i.phone_id`
	mergeLineSQL = `INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, actor_id, what, note)
	  VALUES ($1, 'person', $2, $3, 'staff', $4, $5, $6)`
)

// Merge implements app.Office.
func (s *DB) Merge(ctx context.Context, m app.Merging) error {
	return s.inTx(ctx, func(t *tx) error {
		if err := t.mergeable(ctx, m); err != nil {
			return err
		}
		name := []string{}
		if err := t.sel(ctx, &name, `SELECT p.name || coalesce(', ' || f.phone, '') FROM people p LEFT JOIN phones f ON f.id = p.phone_id
		  WHERE p.id = $1`, m.From); err != nil {
			return err
		}
		moved := map[string][]string{}
		for _, w := range mergedTables() {
			ids := []string{}
			move := `UPDATE ` + w.table + ` t SET ` + w.column + ` = $2 WHERE t.` + w.column + ` = $1` + w.and + ` RETURNING (t.` + w.key + `)::text`
			if err := t.sel(ctx, &ids, move, m.From, m.Into); err != nil {
				return err
			}
			moved[w.table+"."+w.column] = ids
		}
		list, err := json.Marshal(moved)
		if err != nil {
			return err
		}
		for _, q := range []struct {
			sql  string
			args []any
		}{
			{mergeKeepSQL, []any{m.ID, m.From, m.Into, string(list), m.At, m.By}},
			{mergeFillSQL, []any{m.From, m.Into}},
			{mergePhoneSQL, []any{m.Into}},
			{`DELETE FROM planned WHERE person_id = $1`, []any{m.From}},
			{`DELETE FROM rsvps WHERE person_id = $1`, []any{m.From}},
			{`UPDATE conversations SET person_id = $2 WHERE person_id = $1`, []any{m.From, m.Into}},
			{`DELETE FROM people WHERE id = $1`, []any{m.From}},
			{mergeLineSQL, []any{uuid.Must(uuid.NewV7()), m.Into, m.At, m.By, string(change.RecordsMerged), name[0]}},
		} {
			if _, err := t.exec(ctx, q.sql, q.args...); err != nil {
				return classify(err)
			}
		}
		return nil
	})
}

// mergeable locks the phones and both records, and refuses what cannot be one.
func (t *tx) mergeable(ctx context.Context, m app.Merging) error {
	both := pq.Array([]string{m.From.String(), m.Into.String()})
	var phones []int64
	if err := t.sel(ctx, &phones, mergeLockSQL, both); err != nil {
		return err
	}
	var who []struct {
		ID      uuid.UUID `db:"id"`
		Contact bool      `db:"contact"`
	}
	if err := t.sel(ctx, &who, mergeWhoSQL, both); err != nil {
		return err
	}
	if len(who) != 2 {
		return app.ErrNotFound
	}
	clash := []bool{}
	if err := t.sel(ctx, &clash, mergeClashSQL, m.From, m.Into); err != nil {
		return err
	}
	if !who[0].Contact || !who[1].Contact || clash[0] {
		return app.ErrNoMerge
	}
	return nil
}

// Merges implements app.Office.
func (s *DB) Merges(ctx context.Context, into uuid.UUID, now time.Time) ([]app.Merged, error) {
	var got []struct {
		ID   uuid.UUID `db:"id"`
		Name string    `db:"name"`
		At   time.Time `db:"at"`
		By   string    `db:"by_name"`
	}
	q := `SELECT m.id, m.was->>'name' AS name, m.at, coalesce(p.name, '') AS by_name FROM merges m LEFT JOIN people p ON p.id = m.by_person
WHERE m.into_id = $1 AND m.undone_at IS NULL AND m.at > $2 ORDER BY m.at DESC LIMIT 20`
	if err := s.sel(ctx, &got, q, into, now.Add(-app.MergeUndo)); err != nil {
		return nil, err
	}
	out := make([]app.Merged, len(got))
	for i, r := range got {
		out[i] = app.Merged{ID: r.ID, Into: into, Name: r.Name, At: r.At, By: r.By}
	}
	return out, nil
}

const (
	splitSQL = `SELECT from_id, into_id, moved::text AS moved FROM merges WHERE id = $1 AND undone_at IS NULL AND at > $2 FOR UPDATE`
	backSQL  = `INSERT INTO people (id, phone_id, name, preferred_name, email, language, zone, roles, best_way, access_needs, dietary_needs,
  relationship, notes, tags, external_id, organizer_id, created_at, erased_at, version, tips, import_id, assessment, next_step)
SELECT r.id, r.phone_id, r.name, r.preferred_name, r.email, r.language, r.zone, r.roles, r.best_way, r.access_needs, r.dietary_needs,
  r.relationship, r.notes, r.tags, r.external_id, r.organizer_id, r.created_at, r.erased_at,
  r.version + 1, r.tips, r.import_id, coalesce(r.assessment, 0), coalesce(r.next_step, '')
  FROM merges m, jsonb_to_record(m.was) AS r(id uuid, phone_id bigint, name text, preferred_name text,
  email text, language text, zone text, roles text[], best_way text, access_needs text,
  dietary_needs text, relationship text, notes text, tags text[], external_id text, organizer_id uuid, created_at timestamptz,
  erased_at timestamptz, version int, tips int, import_id uuid, assessment smallint, next_step text) WHERE m.id = $1`

	// What was filled in is emptied again, where nobody has changed the record since.
	unfillSQL = `UPDATE people i SET phone_id = r.phone_id, preferred_name = r.preferred_name, email = r.email, language = r.language,
  zone = r.zone, best_way = r.best_way, access_needs = r.access_needs, dietary_needs = r.dietary_needs, relationship = r.relationship,
  notes = r.notes, tags = r.tags, organizer_id = r.organizer_id, assessment = coalesce(r.assessment, 0),
  next_step = coalesce(r.next_step, ''), version = i.version + 1
FROM merges m, jsonb_to_record(m.into_was) AS r(phone_id bigint, preferred_name text, email text, language text, zone text, best_way text,
  access_needs text, dietary_needs text, relationship text, notes text, tags text[], organizer_id uuid, assessment smallint,
  next_step text)
WHERE m.id = $1 AND i.id = m.into_id AND i.version = m.into_version`
)

// Split implements app.Office.
func (s *DB) Split(ctx context.Context, id, by, line uuid.UUID, now time.Time) error {
	return s.inTx(ctx, func(t *tx) error {
		var got []struct {
			From  uuid.UUID `db:"from_id"`
			Into  uuid.UUID `db:"into_id"`
			Moved string    `db:"moved"`
		}
		if err := t.sel(ctx, &got, splitSQL, id, now.Add(-app.MergeUndo)); err != nil {
			return err
		}
		if len(got) == 0 {
			return app.ErrNoSplit
		}
		moved := map[string][]string{}
		if err := json.Unmarshal([]byte(got[0].Moved), &moved); err != nil {
			return errors.Join(app.ErrNoSplit, err)
		}
		if _, err := t.exec(ctx, backSQL, id); err != nil {
			return classify(err)
		}
		for _, w := range mergedTables() {
			back := `UPDATE ` + w.table + ` t SET ` + w.column + ` = $1 WHERE t.` + w.column + ` = $2 AND (t.` + w.key + `)::text = ANY($3)`
			if _, err := t.exec(ctx, back, got[0].From, got[0].Into, pq.Array(moved[w.table+"."+w.column])); err != nil {
				return classify(err)
			}
		}
		for _, q := range []struct {
			sql  string
			args []any
		}{
			{unfillSQL, []any{id}},
			{
				`UPDATE planned q SET phone_id = p.phone_id, version = q.version + 1 FROM people p
				  WHERE p.id = ANY($1) AND q.person_id = p.id AND q.state = 'planned' AND p.phone_id IS NOT NULL AND q.phone_id <> p.phone_id`,
				[]any{pq.Array([]string{got[0].From.String(), got[0].Into.String()})},
			},
			{`UPDATE merges SET undone_at = $2 WHERE id = $1`, []any{id, now}},
			{mergeLineSQL, []any{line, got[0].Into, now, by, string(change.MergeTakenBack), ""}},
		} {
			if _, err := t.exec(ctx, q.sql, q.args...); err != nil {
				return classify(err)
			}
		}
		return nil
	})
}
