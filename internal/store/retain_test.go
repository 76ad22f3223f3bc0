package store_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/testkit"
)

func TestOldWordsGoAndTheirCountStays(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, `WITH m AS (INSERT INTO messages (id, dir, at, kind, body, state, sid) VALUES
  (gen_random_uuid(), 1, now() - interval '7 months', 'text', 'old words', 0, 'SM1'),
  (gen_random_uuid(), 2, now() - interval '7 months', 'relay', 'still to leave', 1, NULL),
  (gen_random_uuid(), 2, now() - interval '5 months', 'relay', 'young words', 4, NULL) RETURNING id),
i AS (INSERT INTO inbound (sid, received_at, sender_raw, outcome, form)
  VALUES ('SM1', now(), '+12065550142', 'filed', '{"Body": "old words"}') RETURNING sid) SELECT '' FROM m, i`)
	deps := testkit.Deps(db)
	if _, n, err := app.Retain(t.Context(), deps, time.Now()); err != nil || n != 0 {
		t.Errorf("not set, and %d went (%v)", n, err)
	}
	if err := db.SetSetting(t.Context(), app.SettingRetention, "6", false); err != nil {
		t.Fatal(err)
	}
	if _, n, err := app.Retain(t.Context(), deps, time.Now()); err != nil || n != 1 {
		t.Errorf("%d went, want 1 (%v)", n, err)
	}
	rows := query(t, url, `SELECT body FROM messages ORDER BY body`)
	if strings.Join(rows, "|") != "|still to leave|young words" {
		t.Errorf("%q", rows)
	}
	if rows = query(t, url, `SELECT coalesce(form::text, 'none') FROM inbound`); strings.Join(rows, "") != "none" {
		t.Errorf("what the provider delivered stays: %v", rows)
	}
	if more, n, err := app.Retain(t.Context(), deps, time.Now()); err != nil || n != 0 || more {
		t.Errorf("what was walked through is walked through again: %v %d %v", more, n, err)
	}
}

// TestWhatHangsOnOldTextsGoesWithThem: waits that are over, drafts, callbacks, attempts, closed rows and raw forms; what is young or still
// open stays.
func TestWhatHangsOnOldTextsGoesWithThem(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	for _, q := range []string{
		`INSERT INTO settings (key, value) VALUES ('retention', '3')`,
		`INSERT INTO people (id, name, created_at) SELECT ('00000000-0000-7000-8000-00000000000' || i)::uuid, 'Person ' || i, now()
		  FROM generate_series(1, 2) i`,
		`INSERT INTO meetings (id, organizer_id, zone, status, created_at)
		  SELECT ('00000000-0000-7000-9000-00000000000' || i)::uuid, '00000000-0000-7000-8000-000000000001', 'UTC', 'reported', now()
		  FROM generate_series(1, 3) i`,
		`INSERT INTO planned (id, phone_id, person_id, subject_kind, subject_id, rule, occurrence, due_at, state, data)
  SELECT gen_random_uuid(), (SELECT id FROM phones LIMIT 1), gen_random_uuid(), 'phone', gen_random_uuid(), 'relay', i::text,
  now() - CASE WHEN i = 3 THEN 1 ELSE 4 END * interval '1 month', CASE i WHEN 2 THEN 'planned' ELSE 'made' END, '{"words": "private"}'
  FROM generate_series(1, 3) i`,
		`INSERT INTO thanks (meeting_id, organizer_id, contact_id, ends_at, due_by, state, draft)
  SELECT ('00000000-0000-7000-9000-00000000000' || i)::uuid, '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002',
  now() - CASE WHEN i = 3 THEN 1 ELSE 4 END * interval '1 month', now(), CASE i WHEN 2 THEN 'draft' ELSE 'sent' END, 'thank you for all'
  FROM generate_series(1, 3) i`,
		`INSERT INTO callbacks (id, sid, status, form, at) VALUES ('00000000-0000-7000-8000-000000000001', 'SMa', 'sent', '{}',
		  now() - interval '4 months'), ('ffffffff-0000-7000-8000-000000000001', 'SMb', 'sent', '{}', now())`,
		`INSERT INTO attempts (message_id, n, outcome, at) VALUES ('00000000-0000-7000-8000-000000000001', 1, 'unknown',
		  now() - interval '4 months'), ('ffffffff-0000-7000-8000-000000000001', 1, 'unknown', now())`,
		`INSERT INTO attention (id, kind, subject_kind, subject_id, note, at, closed_at)
		  SELECT gen_random_uuid(), 'needs_answer', 'phone', gen_random_uuid(), 'note', now() - interval '5 months', CASE i
		  WHEN 1 THEN now() - interval '4 months' END FROM generate_series(1, 2) i`,
		`INSERT INTO inbound (sid, received_at, sender_raw, outcome, form)
		  VALUES ('SMold', now() - interval '31 days', 'x', 'filed', '{}'), ('SMnew', now(), 'x', 'filed', '{}')`,
		`INSERT INTO imports (id, at, file_name, state, file) VALUES (gen_random_uuid(), now() - interval '2 days', 'x.csv', 'tried', 'Maria'),
		  (gen_random_uuid(), now(), 'y.csv', 'tried', 'Jo')`,
		`INSERT INTO phones (phone) SELECT '+1206555010' || i FROM generate_series(1, 4) i`,
		`INSERT INTO conversations (phone_id, kind, question, asked_at, data, list, slip, relay)
  SELECT id, 'plan', 'day', now() - age, '{"name": "private"}', '[]', jsonb_build_object('at', now() - age, 'said', 'private'),
    jsonb_build_object('at', now() - interval '5 months', 'told', now() - age, 'words', 'private')
  FROM (SELECT id, CASE WHEN right(phone, 1) <= '2' THEN 4 ELSE 2 END * interval '1 month' AS age FROM phones
    WHERE phone LIKE '+1206555010%') p`,
		`INSERT INTO signin_brake (key, tries, since) VALUES ('addr:old', 1, now() - interval '8 days'), ('addr:new', 1, now())`,
	} {
		if err := rawExec(t, l.url, q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
	d := testkit.Deps(l.db)
	r := app.Retention{Deps: d, Machine: d.Clock, Duty: app.Duty{Rows: l.db, Name: "retention", Holder: uuid.New()}}
	for range 3 {
		if err := r.Work(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	for what, want := range map[string]string{
		`SELECT count(*) FROM planned WHERE data IS NOT NULL`: "2", `SELECT count(*) FROM thanks WHERE draft <> ''`: "2", `SELECT count(*)
		  FROM callbacks`: "1", `SELECT count(*) FROM attempts`: "1",
		`SELECT count(*) FROM conversations WHERE slip IS NOT NULL`: "2", `SELECT count(*) FROM conversations WHERE relay IS NOT NULL`: "2",
		`SELECT count(*) FROM conversations WHERE data IS NOT NULL AND kind = 'plan' AND list IS NOT NULL`: "2",
		`SELECT count(*) FROM attention`: "1", `SELECT count(*) FROM inbound WHERE form IS NOT NULL`: "1", `SELECT count(*)
		  FROM imports`: "1", `SELECT count(*) FROM signin_brake`: "1",
	} {
		if got := query(t, l.url, strings.Replace(what, "count(*)", "count(*)::text", 1))[0]; got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
}
