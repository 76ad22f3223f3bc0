package bench

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// townSQL seeds 100,000 people (200 organizers), 200,000 one-on-ones over two years with 100,000 reports, their thank-yous, promises and
// histories, and 1,000,000 texts. References are not checked and indexes made at the end: it is right by its making.
const townSQL = `
SET synchronous_commit = off;
DO $$ BEGIN SET session_replication_role = replica; EXCEPTION WHEN insufficient_privilege THEN NULL; END $$;
CREATE TEMP TABLE built AS SELECT indexname, indexdef FROM pg_indexes i
  WHERE schemaname = 'public' AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname);
DO $$ DECLARE i record; BEGIN FOR i IN SELECT * FROM built LOOP EXECUTE 'DROP INDEX ' || i.indexname; END LOOP; END $$;
INSERT INTO settings (key, value) VALUES ('sending', 'on'), ('org', 'Town'), ('zone', 'America/Los_Angeles');
INSERT INTO phones (phone, consent) SELECT '+1206' || lpad((2000000 + i)::text, 7, '0'), 1 FROM generate_series(0, 99999) i;
INSERT INTO people (id, phone_id, name, roles, created_at, organizer_id, tags, email)
SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, f.id, 'Person' || i || ' Name' || (i * 7919 % 100000),
  CASE WHEN i < 200 THEN ARRAY['organizer'] WHEN i < 220 THEN ARRAY['staff'] ELSE ARRAY['contact'] END,
  timestamptz '2025-01-01' + i * interval '10 minutes',
  CASE WHEN i >= 220 THEN ('00000000-0000-7000-8000-' || lpad(to_hex(i % 200), 12, '0'))::uuid END, ARRAY['block' || i % 500],
  'person' || i || '@example.org'
FROM generate_series(0, 99999) i JOIN phones f ON f.phone = '+1206' || lpad((2000000 + i)::text, 7, '0');
INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, status, created_at, confirmed_at)
SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad(to_hex(i % 200), 12, '0'))::uuid,
  ('00000000-0000-7000-8000-' || lpad(to_hex(220 + i % 99780), 12, '0'))::uuid, timestamptz '2025-01-01' + i * interval '5 minutes',
  'America/Los_Angeles',
  CASE WHEN i > 198000 THEN (ARRAY['planned', 'confirmed'])[1 + i % 2]
  ELSE (ARRAY['reported', 'reported', 'debriefed', 'no_show', 'called_off', 'declined'])[1 + i % 6] END, '2025-01-01',
  CASE WHEN i % 2 = 1 THEN timestamptz '2025-01-01' + (i - 300) * interval '5 minutes' END
FROM generate_series(0, 199999) i;
INSERT INTO reports (id, meeting_id, organizer_id, contact_id, status, form_version, started_at, changed_at, filed_at, met, debriefed_at)
SELECT m.id, m.id, m.organizer_id, m.contact_id, 'filed', 1, m.starts_at, m.starts_at, m.starts_at + interval '90 minutes',
  m.starts_at::date::text,
  CASE WHEN m.starts_at < timestamptz '2026-10-15' THEN m.starts_at + interval '3 days' END FROM meetings m
  WHERE m.status IN ('reported', 'debriefed');
INSERT INTO thanks (meeting_id, report_id, organizer_id, contact_id, ends_at, due_by, state, sent_at)
SELECT r.id, r.id, r.organizer_id, r.contact_id, r.started_at, r.started_at + interval '1 day', 'sent', r.filed_at FROM reports r;
INSERT INTO promises (id, report_id, owner_id, to_id, kind, what, due_on, closed_at, outcome, created_at)
SELECT md5('p' || r.id || k)::uuid, r.id, CASE WHEN k = 1 THEN r.organizer_id ELSE r.contact_id END, CASE WHEN k = 1 THEN r.contact_id
  ELSE r.organizer_id END,
  CASE WHEN k = 1 THEN 'promise' ELSE 'commitment' END, 'bring the flyer', (r.started_at + interval '5 days')::date,
  CASE WHEN r.started_at < timestamptz '2026-10-01' THEN r.started_at + interval '5 days' END,
  CASE WHEN r.started_at < timestamptz '2026-10-01' THEN 'kept' ELSE '' END, r.filed_at
FROM reports r, generate_series(1, 2) k;
INSERT INTO debriefs (id, organizer_id, staff_id, on_date, closed_at, created_at)
SELECT md5('d' || i)::uuid, ('00000000-0000-7000-8000-' || lpad(to_hex(i % 200), 12, '0'))::uuid,
  ('00000000-0000-7000-8000-' || lpad(to_hex(200 + i % 20), 12, '0'))::uuid,
  date '2025-01-01' + i / 15, CASE WHEN i < 9900 THEN timestamptz '2025-01-02' + i / 15 * interval '1 day' END,
  timestamptz '2025-01-01' + i / 15 * interval '1 day'
FROM generate_series(0, 9999) i;
INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, actor_id, what)
SELECT ('00000000-0000-7000-b000-' || lpad(to_hex(3 * i + k), 12, '0'))::uuid, 'meeting',
  ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid,
  timestamptz '2025-01-01' + i * interval '5 minutes', 'person', NULL,
  (ARRAY['planned', 'confirmed', CASE WHEN i % 9 = 0 THEN 'moved' ELSE 'reported_held' END])[1 + k]
FROM generate_series(0, 199999) i, generate_series(0, 2) k;
INSERT INTO planned (id, phone_id, person_id, subject_kind, subject_id, rule, occurrence, due_at, state)
SELECT md5('w' || m.id)::uuid, p.phone_id, p.id, 'meeting', m.id, 'two_days', 'r1', m.starts_at - interval '2 days',
  CASE WHEN m.status IN ('planned', 'confirmed') THEN 'planned' ELSE 'made' END
FROM meetings m JOIN people p ON p.id = m.contact_id;
INSERT INTO events (id, title, name_in_texts, starts_at, zone, place, status, created_at)
SELECT md5('e' || i)::uuid, 'Tenant meeting ' || i, 'tenant meeting', timestamptz '2025-01-01' + i * interval '7 hours',
  'America/Los_Angeles', 'the hall', 'planned', '2025-01-01' FROM generate_series(0, 2999) i;
INSERT INTO rsvps (event_id, person_id, organizer_id, answer, attended, created_at)
SELECT md5('e' || i / 20)::uuid, ('00000000-0000-7000-8000-' || lpad(to_hex(220 + i), 12, '0'))::uuid,
  ('00000000-0000-7000-8000-' || lpad(to_hex(i % 200), 12, '0'))::uuid, 'yes', 'unknown', '2025-01-01'
FROM generate_series(0, 59999) i;
INSERT INTO attention (id, kind, subject_kind, subject_id, phone_id, note, at, closed_at)
SELECT ('00000000-0000-7000-c000-' || lpad(to_hex(i), 12, '0'))::uuid, 'needs_answer', 'message', md5('s' || i)::uuid, 1 + i,
  'not understood',
  timestamptz '2025-01-01' + i * interval '1 hour', CASE WHEN i < 15000 THEN timestamptz '2025-01-02' + i * interval '1 hour' END
FROM generate_series(0, 15029) i;
INSERT INTO messages (id, phone_id, person_id, dir, at, kind, body, state, status, sid, claimed_at)
SELECT ('00000000-0000-7000-a000-' || lpad(to_hex(i), 12, '0'))::uuid, f.id, NULL, 1 + i % 2,
  timestamptz '2025-01-01' + i * interval '1 minute', 'text', 'words of text ' || i, i % 2 * 4, 5, CASE WHEN i % 2 = 1 THEN 'SM' || i END,
  CASE WHEN i % 2 = 1 THEN timestamptz '2025-01-01' + i * interval '1 minute' END
FROM generate_series(0, 999999) i JOIN phones f ON f.phone = '+1206' || lpad((2000000 + i % 100000)::text, 7, '0');
DO $$ DECLARE i record; BEGIN FOR i IN SELECT * FROM built LOOP EXECUTE i.indexdef; END LOOP; END $$`

// seedTown makes a database with that town in it, as autovacuum leaves one that has grown over two years.
func seedTown(tb testing.TB) (url string, raw *sql.DB) {
	tb.Helper()
	url = cluster.Database(tb)
	raw, err := sql.Open("postgres", url)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = raw.Close() })
	for _, q := range []string{townSQL, "VACUUM ANALYZE"} {
		if _, err := raw.ExecContext(tb.Context(), q); err != nil {
			tb.Fatal(err)
		}
	}
	return url, raw
}

// reading is one thing that a page reads, and how many rows of the database it may touch for it.
type reading struct {
	name string
	most int
	read func(context.Context, *store.DB) (int, error)
}

// touches is what a page of a list may touch: its fifty rows, each with the people, phones and reports that it shows, and what a search
// found.
const touches = 1500

// readings are the lists of the staff's page: first pages, pages deep inside, filters and searches.
func readings() []reading {
	now := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	deep, last := time.Date(2025, 12, 1, 0, 0, 0, 0, time.UTC), uuid.MustParse("00000000-0000-7000-a000-000000000001")
	organizer, contact := uuid.MustParse("00000000-0000-7000-8000-000000000007"), uuid.MustParse("00000000-0000-7000-8000-000000001007")
	meeting := uuid.MustParse("00000000-0000-7000-9000-000000000012")
	n := page.Size + 1
	meetings := func(f page.MeetingFilter) func(context.Context, *store.DB) (int, error) {
		f.N = n
		return func(ctx context.Context, db *store.DB) (int, error) { return count(db.MeetingList(ctx, f)) }
	}
	texts := func(f page.MessageFilter) func(context.Context, *store.DB) (int, error) {
		f.N = n
		return func(ctx context.Context, db *store.DB) (int, error) { return count(db.MessageList(ctx, f)) }
	}
	reports := func(f page.ReportFilter) func(context.Context, *store.DB) (int, error) {
		f.N = n
		return func(ctx context.Context, db *store.DB) (int, error) { return count(db.ReportList(ctx, f)) }
	}
	contacts := func(f page.ContactFilter) func(context.Context, *store.DB) (int, error) {
		f.N = n
		return func(ctx context.Context, db *store.DB) (int, error) { return count(db.ContactList(ctx, f)) }
	}
	promises := func(f page.PromiseFilter) func(context.Context, *store.DB) (int, error) {
		f.N = n
		return func(ctx context.Context, db *store.DB) (int, error) { return count(db.PromiseList(ctx, f)) }
	}
	events := func(f page.EventFilter) func(context.Context, *store.DB) (int, error) {
		f.N = n
		return func(ctx context.Context, db *store.DB) (int, error) { return count(db.EventList(ctx, f)) }
	}
	var weeks []time.Time
	for i := range 9 {
		weeks = append(weeks, now.AddDate(0, 0, 7*(i-8)))
	}
	return []reading{
		{"meetings/coming_week", touches, meetings(page.MeetingFilter{From: now, To: now.AddDate(0, 0, 8)})},
		{"meetings/not_confirmed", touches, meetings(page.MeetingFilter{From: now, Statuses: []string{"planned", "proposed"}})},
		{"meetings/past_deep", touches, meetings(page.MeetingFilter{To: now, Backward: true, AfterAt: deep, AfterID: last})},
		{"meetings/of_one_organizer", 3 * touches, meetings(page.MeetingFilter{Backward: true, Organizer: organizer})},
		{"meetings/search_last_name", touches, meetings(page.MeetingFilter{Backward: true, Find: "name123"})},
		{"meetings/search_number", touches, meetings(page.MeetingFilter{Backward: true, Find: "04567"})},
		{"meetings/by_organizer", touches, meetings(page.MeetingFilter{Sort: page.Sort{By: page.ByOrganizer}})},
		{"meetings/by_status", touches, meetings(page.MeetingFilter{Sort: page.Sort{By: page.ByStatus, Down: true}})},
		{"meetings/by_contact", touches, meetings(page.MeetingFilter{Sort: page.Sort{By: page.ByContact}})},
		{"meetings/by_contact_deep", touches, meetings(page.MeetingFilter{Sort: page.Sort{By: page.ByContact, Down: true}, AfterID: meeting})},
		{"meetings/by_place", touches, meetings(page.MeetingFilter{Sort: page.Sort{By: page.ByPlace}})},
		{"meetings/by_place_deep", touches, meetings(page.MeetingFilter{Sort: page.Sort{By: page.ByPlace, Down: true}, AfterID: meeting})},
		{"reports/by_organizer", touches, reports(page.ReportFilter{Sort: page.Sort{By: page.ByOrganizer}})},
		{"reports/by_status", touches, reports(page.ReportFilter{Sort: page.Sort{By: page.ByStatus}})},
		{"reports/by_contact", touches, reports(page.ReportFilter{Sort: page.Sort{By: page.ByContact}})},
		{"reports/by_contact_deep", touches, reports(page.ReportFilter{Sort: page.Sort{By: page.ByContact, Down: true}, AfterID: meeting})},
		{"reports/by_contact_search", 3 * touches, reports(page.ReportFilter{Sort: page.Sort{By: page.ByContact}, Find: "name123"})},
		{"reports/by_met", touches, reports(page.ReportFilter{Sort: page.Sort{By: page.ByMet, Down: true}})},
		{"reports/by_met_deep", touches, reports(page.ReportFilter{Sort: page.Sort{By: page.ByMet}, AfterID: meeting})},
		{"contacts/by_organizer", touches, contacts(page.ContactFilter{Owned: true})},
		{"meetings/by_contact_search", 3 * touches, meetings(page.MeetingFilter{Sort: page.Sort{By: page.ByContact}, Find: "name123"})},
		{"meetings/by_place_search", 3 * touches, meetings(page.MeetingFilter{Sort: page.Sort{By: page.ByPlace}, Find: "name123"})},
		{"reports/not_finished", touches, none(reports(page.ReportFilter{Status: "draft"}))},
		{"reports/to_look_at", touches, none(reports(page.ReportFilter{Review: true}))},
		{"reports/first", touches, reports(page.ReportFilter{})},
		{"reports/deep", touches, reports(page.ReportFilter{AfterAt: deep, AfterID: last})},
		{"reports/to_debrief", touches, reports(page.ReportFilter{Undebriefed: true})},
		{"reports/search_name", 3 * touches, reports(page.ReportFilter{Find: "person12"})},
		{"messages/first", touches, texts(page.MessageFilter{})},
		{"messages/deep", touches, texts(page.MessageFilter{AfterAt: deep, AfterID: last})},
		{"messages/came_in", touches, texts(page.MessageFilter{Direction: "in"})},
		{"messages/search_number", touches, texts(page.MessageFilter{Find: "206-204-5678"})},
		{"messages/search_words", touches, texts(page.MessageFilter{Find: "no such name", Words: "text 123456"})},
		{"search/words", touches, func(ctx context.Context, db *store.DB) (int, error) {
			got, err := db.Search(ctx, "text 123456", page.InWords, page.Size)
			return len(got.Texts), err
		}},
		{"messages/thread", touches, func(ctx context.Context, db *store.DB) (int, error) { return count(db.Thread(ctx, 4711, 0, n)) }},
		{"events/coming", 3 * touches, events(page.EventFilter{From: now})},
		{"today/missing", 5 * touches, func(ctx context.Context, db *store.DB) (int, error) { return some(db.Missing(ctx, now, 100)) }},
		{"today/overdue", touches, func(ctx context.Context, db *store.DB) (int, error) { return count(db.Overdue(ctx, "2026-11-24", 100)) }},
		{"today/open", touches, func(ctx context.Context, db *store.DB) (int, error) {
			return count(db.Open(ctx, now, page.NeedFilter{N: 200}))
		}},
		{"today/open_counts", touches, func(ctx context.Context, db *store.DB) (int, error) {
			got, err := db.OpenCounts(ctx, now, page.NeedFilter{})
			return len(got), err
		}},
		{"today/closed", touches, func(ctx context.Context, db *store.DB) (int, error) {
			return some(db.Closed(ctx, deep, last, n))
		}},
		{"today/eight_weeks", 90000, func(ctx context.Context, db *store.DB) (int, error) {
			return count(db.Weeks(ctx, page.WeekFilter{Bounds: weeks, Now: now, Today: "2026-11-24"}))
		}},
		{"promises/open", touches, promises(page.PromiseFilter{})},
		{"promises/open_of_one_organizer", touches, promises(page.PromiseFilter{Organizer: organizer})},
		{"promises/closed_deep", touches, promises(page.PromiseFilter{Closed: true, Backward: true, AfterAt: deep, AfterID: last})},
		{"promises/closed_of_one_organizer", touches, promises(page.PromiseFilter{Closed: true, Backward: true, Organizer: organizer})},
		{"promises/search_last_name", 3 * touches, promises(page.PromiseFilter{Closed: true, Backward: true, Find: "name123"})},
		{"promises/search_many", 10 * touches, promises(page.PromiseFilter{Closed: true, Find: "name1"})},
		{"promises/debriefs", 3 * touches, func(ctx context.Context, db *store.DB) (int, error) {
			return count(db.OpenDebriefs(ctx, uuid.Nil, n))
		}},
		{"contacts/first", touches, contacts(page.ContactFilter{})},
		{"contacts/newest", touches, contacts(page.ContactFilter{Newest: true})},
		{"contacts/search_name", touches, contacts(page.ContactFilter{Find: "name123"})},
		{"contacts/search_number", touches, contacts(page.ContactFilter{Find: "04567"})},
		{"contacts/search_tag", 3 * touches, contacts(page.ContactFilter{Find: "block77"})},
		{"contacts/search_mail", touches, contacts(page.ContactFilter{Find: "person4711@"})},
		{"contact/one_on_ones", touches, func(ctx context.Context, db *store.DB) (int, error) { return count(db.MeetingsOf(ctx, contact, n)) }},
		{"meeting/history", touches, func(ctx context.Context, db *store.DB) (int, error) {
			return count(db.Timeline(ctx, []page.Subject{{Kind: "meeting", ID: meeting}}, n))
		}},
		{"meeting/trail", touches, func(ctx context.Context, db *store.DB) (int, error) { return count(db.Trail(ctx, "meeting", meeting)) }},
		{"organizers", 60000, func(ctx context.Context, db *store.DB) (int, error) { return count(db.Busy(ctx, now, n)) }},
		{"text/organizer_list", 3 * touches, step(7, "LIST")},
		{"text/organizer_plans", 3 * touches, step(8, "Meet Jo Park 206-555-0143 Friday 3pm at the library")},
		{"text/organizer_moves", 3 * touches, step(9, "MOVE Person1009 Friday 4pm")},
		{"text/organizer_reports", 3 * touches, step(10, "REPORT")},
		{"text/contact_says_yes", touches, step(4711, "yes, see you there")},
		{"text/contact_asks", touches, step(4712, "where is it?")},
		{"text/stop", touches, step(4713, "STOP")},
		{"text/of_nobody", touches, step(500000, "who is this")},
		{"claim", touches, func(ctx context.Context, db *store.DB) (int, error) {
			return some(db.Claim(ctx, time.Now(), nil, 50))
		}},
		{"mark", touches, func(ctx context.Context, db *store.DB) (int, error) { m, err := db.Mark(ctx); return len(m), err }},
	}
}

// none is a reading that may well be empty.
func none(read func(context.Context, *store.DB) (int, error)) func(context.Context, *store.DB) (int, error) {
	return func(ctx context.Context, db *store.DB) (int, error) {
		n, err := read(ctx, db)
		return n + 1, err
	}
}

func count[T any](list []T, err error) (int, error) { return len(list), err }

// some is count for what may well be empty.
func some[T any](list []T, err error) (int, error) { return len(list) + 1, err }

// step takes a text from one of the town's phones: everything that its step reads and writes.
func step(phone int, body string) func(context.Context, *store.DB) (int, error) {
	return func(ctx context.Context, db *store.DB) (int, error) {
		from, err := sms.PhoneFromE164(fmt.Sprintf("+1206%07d", 2000000+phone))
		if err != nil {
			return 0, err
		}
		r := &app.Receiver{Deps: testkit.Deps(db)}
		return 1, r.Inbound(ctx, sms.Inbound{SID: "SM" + uuid.NewString(), From: from.E164(), Phone: from, Body: sms.NewBody(body)})
	}
}

// BenchmarkPages reads each list of the staff's page in the town.
func BenchmarkPages(b *testing.B) {
	url, _ := seedTown(b)
	db, err := store.Open(b.Context(), url, 4)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for _, c := range readings() {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if got, err := c.read(b.Context(), db); err != nil || got == 0 {
					b.Fatalf("%d rows: %v", got, err)
				}
			}
		})
	}
}

// TestPagesTouchFewRows holds every list to what it may read, whatever plan PostgreSQL takes: its own counters say how many rows were
// touched, by scans and by indexes. Each is read eight times, since a prepared statement gets a plan for any value from the sixth on.
func TestPagesTouchFewRows(t *testing.T) {
	t.Parallel()
	url, raw := seedTown(t)
	const times = 8
	for _, c := range readings() {
		before := touched(t, raw)
		db, err := store.Open(t.Context(), url, 4)
		if err != nil {
			t.Fatal(err)
		}
		for range times {
			if got, err := c.read(t.Context(), db); err != nil || got == 0 {
				t.Fatalf("%s: %d rows: %v", c.name, got, err)
			}
		}
		_ = db.Close()
		if n := (touched(t, raw) - before) / times; n > c.most {
			t.Errorf("%s touches %d rows, may touch %d", c.name, n, c.most)
		} else {
			t.Logf("%-32s %6d rows touched", c.name, n)
		}
	}
	workersMinute(t, url, raw)
}

// touched waits for the other sessions to end, which is when they hand in their counters, and returns how many rows have been touched so
// far.
func touched(t *testing.T, raw *sql.DB) (n int) {
	t.Helper()
	const alone = `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
	  AND backend_type IN ('client backend', 'parallel worker', 'autovacuum worker')`
	for others := 1; others > 0; {
		if err := raw.QueryRowContext(t.Context(), alone).Scan(&others); err != nil {
			t.Fatal(err)
		}
	}
	err := raw.QueryRowContext(t.Context(), `SELECT coalesce(sum(seq_tup_read), 0) + (SELECT coalesce(sum(idx_tup_read), 0)
	  FROM pg_stat_user_indexes) FROM pg_stat_user_tables`).Scan(&n)
	if err == nil && n == 0 {
		err = errors.New("nothing was counted: track_counts is off")
	}
	if err != nil {
		t.Fatal(err)
	}
	return n
}
