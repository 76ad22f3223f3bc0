package bench

import (
	"context"
	"database/sql"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/store"
)

// townSQL seeds 100,000 people (200 organizers), 200,000 one-on-ones over two years, 100,000 reports, 1,000,000 texts and 200,000
// promises.
const townSQL = `
INSERT INTO phones (phone, consent) SELECT '+1206' || lpad((2000000 + i)::text, 7, '0'), 1 FROM generate_series(0, 99999) i;
INSERT INTO people (id, phone_id, name, roles, created_at)
SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, f.id, 'Person' || i || ' Name' || (i * 7919 % 100000),
  CASE WHEN i < 200 THEN ARRAY['organizer'] ELSE ARRAY['contact'] END, '2025-01-01'
FROM generate_series(0, 99999) i JOIN phones f ON f.phone = '+1206' || lpad((2000000 + i)::text, 7, '0');
INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, status, created_at)
SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad(to_hex(i % 200), 12, '0'))::uuid,
  ('00000000-0000-7000-8000-' || lpad(to_hex(200 + i % 99800), 12, '0'))::uuid, timestamptz '2025-01-01' + i * interval '5 minutes', 'America/Los_Angeles',
  CASE WHEN i > 198000 THEN (ARRAY['planned', 'confirmed'])[1 + i % 2] ELSE (ARRAY['reported', 'reported', 'debriefed', 'no_show', 'called_off', 'declined'])[1 + i % 6] END, '2025-01-01'
FROM generate_series(0, 199999) i;
INSERT INTO reports (id, meeting_id, organizer_id, contact_id, status, form_version, started_at, changed_at, filed_at)
SELECT m.id, m.id, m.organizer_id, m.contact_id, 'filed', 1, m.starts_at, m.starts_at, m.starts_at FROM meetings m WHERE m.status IN ('reported', 'debriefed');
INSERT INTO messages (id, phone_id, person_id, dir, at, kind, body, state, status)
SELECT ('00000000-0000-7000-a000-' || lpad(to_hex(i), 12, '0'))::uuid, f.id, NULL, 1 + i % 2, timestamptz '2025-01-01' + i * interval '1 minute', 'text', 'words of text ' || i, i % 2 * 4, 5
FROM generate_series(0, 999999) i JOIN phones f ON f.phone = '+1206' || lpad((2000000 + i % 100000)::text, 7, '0');
INSERT INTO promises (id, report_id, owner_id, to_id, kind, what, due_on, closed_at, how, created_at)
SELECT gen_random_uuid(), r.id, CASE k WHEN 1 THEN r.organizer_id ELSE r.contact_id END, CASE k WHEN 1 THEN r.contact_id ELSE r.organizer_id END, (ARRAY['promise', 'commitment'])[k], 'what was said', (r.filed_at + interval '7 days')::date,
  CASE WHEN r.filed_at < '2026-10-01' THEN r.filed_at + interval '6 days' END, 'done', r.filed_at
FROM reports r, generate_series(1, 2) k`

// BenchmarkPages reads each list of the staff's page in a town of 100,000 people and 1,000,000 texts: its first page, one deep inside, filters
// and searches. None may need a look at a whole table.
func BenchmarkPages(b *testing.B) {
	ctx := context.Background()
	url := cluster.Database(b)
	raw, err := sql.Open("postgres", url)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	for _, q := range []string{townSQL, "VACUUM ANALYZE"} { // as autovacuum leaves a town that has grown over two years
		if _, err := raw.ExecContext(ctx, q); err != nil {
			b.Fatal(err)
		}
	}
	db, err := store.Open(ctx, url, 4)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	now := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	deep, last := time.Date(2025, 12, 1, 0, 0, 0, 0, time.UTC), uuid.MustParse("00000000-0000-7000-a000-000000000001")
	organizer := uuid.MustParse("00000000-0000-7000-8000-000000000007")
	n := page.Size + 1
	meetings := func(f page.MeetingFilter) func() (int, error) {
		f.N = n
		return func() (int, error) { r, err := db.MeetingList(ctx, f); return len(r), err }
	}
	texts := func(f page.MessageFilter) func() (int, error) {
		f.N = n
		return func() (int, error) { r, err := db.MessageList(ctx, f); return len(r), err }
	}
	reports := func(f page.ReportFilter) func() (int, error) {
		f.N = n
		return func() (int, error) { r, err := db.ReportList(ctx, f); return len(r), err }
	}
	contacts := func(f page.ContactFilter) func() (int, error) {
		f.N = n
		return func() (int, error) { r, err := db.ContactList(ctx, f); return len(r), err }
	}
	promises := func(f page.PromiseFilter) func() (int, error) {
		f.N = n
		return func() (int, error) { r, err := db.PromiseList(ctx, f); return len(r), err }
	}
	var weeks []time.Time
	for i := range 9 {
		weeks = append(weeks, now.AddDate(0, 0, 7*(i-8)))
	}
	for _, c := range []struct {
		name string
		read func() (int, error)
	}{
		{"meetings/coming_week", meetings(page.MeetingFilter{From: now, To: now.AddDate(0, 0, 8)})},
		{"meetings/not_confirmed", meetings(page.MeetingFilter{From: now, Statuses: []string{"planned", "proposed"}})},
		{"meetings/past_deep", meetings(page.MeetingFilter{To: now, Backward: true, AfterAt: deep, AfterID: last})},
		{"meetings/of_one_organizer", meetings(page.MeetingFilter{Backward: true, Organizer: organizer})},
		{"meetings/search_last_name", meetings(page.MeetingFilter{Backward: true, Find: "name123"})},
		{"meetings/search_number", meetings(page.MeetingFilter{Backward: true, Find: "04567"})},
		{"reports/first", reports(page.ReportFilter{})},
		{"reports/deep", reports(page.ReportFilter{AfterAt: deep, AfterID: last})},
		{"reports/to_debrief", reports(page.ReportFilter{Undebriefed: true})},
		{"reports/search_name", reports(page.ReportFilter{Find: "person12"})},
		{"promises/open", promises(page.PromiseFilter{})},
		{"promises/open_of_one_organizer", promises(page.PromiseFilter{Organizer: organizer})},
		{"promises/closed_deep", promises(page.PromiseFilter{Closed: true, Backward: true, AfterAt: deep, AfterID: last})},
		{"promises/closed_of_one_organizer", promises(page.PromiseFilter{Closed: true, Backward: true, Organizer: organizer})},
		{"promises/search_last_name", promises(page.PromiseFilter{Closed: true, Backward: true, Find: "name123"})},
		{"promises/search_many", promises(page.PromiseFilter{Closed: true, Find: "name1"})},
		{"messages/first", texts(page.MessageFilter{})},
		{"messages/deep", texts(page.MessageFilter{AfterAt: deep, AfterID: last})},
		{"messages/came_in", texts(page.MessageFilter{Direction: "in"})},
		{"messages/search_number", texts(page.MessageFilter{Find: "206-204-5678"})},
		{"messages/thread", func() (int, error) { r, err := db.Thread(ctx, 4711, 0, n); return len(r), err }},
		{"today/missing", func() (int, error) { r, err := db.Missing(ctx, now, 100); return len(r) + 1, err }},
		{"today/overdue", func() (int, error) { r, err := db.Overdue(ctx, "2026-11-24", 100); return len(r) + 1, err }},
		{"today/open", func() (int, error) { r, err := db.Open(ctx, now, 100); return len(r) + 1, err }},
		{"today/eight_weeks", func() (int, error) { r, err := db.Weeks(ctx, weeks, now, "2026-11-24"); return len(r), err }},
		{"contacts/first", contacts(page.ContactFilter{})},
		{"contacts/newest", contacts(page.ContactFilter{Newest: true})},
		{"contacts/search_name", contacts(page.ContactFilter{Find: "name123"})},
		{"contacts/search_number", contacts(page.ContactFilter{Find: "04567"})},
		{"organizers", func() (int, error) { r, err := db.Busy(ctx, now, n); return len(r), err }},
		{"mark", func() (int, error) { m, err := db.Mark(ctx); return len(m), err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if got, err := c.read(); err != nil || got == 0 {
					b.Fatalf("%d rows: %v", got, err)
				}
			}
		})
	}
}
