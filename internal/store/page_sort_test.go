package store_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/fold"
)

// Three organizers, of whom one has no one-on-one; contacts with accents, one without an organizer; one-on-ones of every kind, two of them
// without a contact.
const sortedRowsSQL = `WITH o AS (INSERT INTO people (id, name, roles, created_at)
  SELECT ('00000000-0000-7000-8000-00000000000' || i)::uuid, (ARRAY['Zoë Organizer', 'Ana Ruiz', 'Idle Ida'])[i], '{organizer}', now()
  FROM generate_series(1, 3) i RETURNING id, name),
c AS (INSERT INTO people (id, name, roles, organizer_id, created_at)
  SELECT ('00000000-0000-7000-8000-00000000001' || i)::uuid, (ARRAY['Óscar Núñez', 'Oscar Nunez', 'Bea Fox', 'Zed Zimmer'])[i], '{contact}',
  CASE WHEN i < 4 THEN ('00000000-0000-7000-8000-00000000000' || (i % 2 + 1))::uuid END, now() + i * interval '1 hour'
  FROM generate_series(1, 4) i RETURNING id),
m AS (INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, place, status, created_at)
  SELECT ('00000000-0000-7000-9000-' || lpad(i::text, 12, '0'))::uuid, ('00000000-0000-7000-8000-00000000000' || (i % 2 + 1))::uuid,
  CASE WHEN i > 2 THEN ('00000000-0000-7000-8000-00000000001' || (i % 3 + 1))::uuid END,
  timestamptz '2026-11-01 10:00Z' + (i / 3) * interval '1 day', 'America/Los_Angeles', (ARRAY['Café', 'cafe', 'the library'])[i % 3 + 1],
  (ARRAY['called_off', 'held', 'planned'])[i % 3 + 1], now()
  FROM generate_series(1, 11) i, (SELECT count(*) FROM o) x, (SELECT count(*) FROM c) y RETURNING id),
r AS (INSERT INTO reports (id, organizer_id, contact_id, status, form_version, started_at, changed_at, filed_at)
  SELECT ('00000000-0000-7000-a000-' || lpad(i::text, 12, '0'))::uuid, ('00000000-0000-7000-8000-00000000000' || (i % 2 + 1))::uuid,
  CASE WHEN i < 6 THEN ('00000000-0000-7000-8000-00000000001' || (i % 3 + 1))::uuid END,
  CASE WHEN i % 3 = 0 THEN 'draft' ELSE 'filed' END, 1, now(), now() + i * interval '1 hour', CASE WHEN i % 3 <> 0 THEN now() END
  FROM generate_series(1, 7) i, (SELECT count(*) FROM o) x, (SELECT count(*) FROM c) y RETURNING id),
a AS (INSERT INTO answers (report_id, field, state, words, value, at)
  SELECT ('00000000-0000-7000-a000-' || lpad(i::text, 12, '0'))::uuid, 'met_on', 'given',
  (ARRAY['the day after', '2026-11-04', ''])[i % 3 + 1],
  (ARRAY['', '', '2026-12-01'])[i % 3 + 1], now() FROM generate_series(1, 6) i, (SELECT count(*) FROM r) x RETURNING 1)
SELECT (SELECT count(*) FROM m) || ' ' || (SELECT count(*) FROM a)`

// pagedOnce reads a list two rows at a time and returns what it is sorted by, row by row; each row must come once.
func pagedOnce[R any](t *testing.T, name string, next func() ([]R, error), of func(R) (uuid.UUID, string)) []string {
	t.Helper()
	seen, keys := map[uuid.UUID]bool{}, []string{}
	for range 20 {
		rows, err := next()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, r := range rows {
			id, key := of(r)
			if seen[id] {
				t.Errorf("%s: %s twice", name, id)
			}
			seen[id], keys = true, append(keys, key)
		}
	}
	return keys
}

func inOrder(t *testing.T, name string, keys []string, down bool, want int) {
	t.Helper()
	ordered := slices.Clone(keys)
	slices.SortStableFunc(ordered, func(a, b string) int {
		if down {
			a, b = b, a
		}
		return strings.Compare(a, b)
	})
	if len(keys) != want || !slices.Equal(keys, ordered) {
		t.Errorf("%s, down %v: %d of %d rows: %q", name, down, len(keys), want, keys)
	}
}

func TestASortedListGoesOnWhereItStopped(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, sortedRowsSQL)
	ctx := t.Context()
	for _, down := range []bool{false, true} {
		for by, key := range map[page.By]func(page.MeetingRow) string{
			page.ByOrganizer: func(r page.MeetingRow) string { return fold.Fold(r.Organizer.Name) },
			page.ByPlace:     func(r page.MeetingRow) string { return fold.Fold(r.Place) },
			page.ByContact:   func(r page.MeetingRow) string { return fold.Fold(r.Contact.Name) },
			page.ByStatus:    func(r page.MeetingRow) string { return map[string]string{"planned": "1", "held": "2"}[r.Status] },
		} {
			f := page.MeetingFilter{N: 2, Backward: down, Sort: page.Sort{By: by, Down: down}}
			keys := pagedOnce(t, string(by), func() ([]page.MeetingRow, error) { return db.MeetingList(ctx, f) },
				func(r page.MeetingRow) (uuid.UUID, string) {
					f.AfterAt, f.AfterID, f.In = r.ListedAt, r.ID, page.GroupOf(by, r.Status, r.Organizer.ID, r.Contact.ID)
					return r.ID, key(r)
				})
			if by == page.ByContact { // two have none and come last, whichever way
				if n := len(keys); n < 2 || keys[n-1]+keys[n-2] != "" {
					t.Errorf("contact, down %v: %q", down, keys)
				} else {
					keys = keys[:n-2]
				}
				inOrder(t, "contact", keys, down, 9)
				continue
			}
			if by == page.ByStatus { // called off is last in the life of a one-on-one
				for i, k := range keys {
					if k == "" {
						keys[i] = "3"
					}
				}
			}
			inOrder(t, string(by), keys, down, 11)
		}
		for by, key := range map[page.By]func(page.ReportRow) string{
			page.ByOrganizer: func(r page.ReportRow) string { return fold.Fold(r.Organizer.Name) },
			page.ByStatus:    func(r page.ReportRow) string { return r.Status },
			page.ByContact:   func(r page.ReportRow) string { return fold.Fold(r.Contact.Name) },
			page.ByMet: func(r page.ReportRow) string {
				if strings.HasPrefix(r.MetOn, "2026") {
					return r.MetOn
				}
				return "" // words that name no day stand with what has none
			},
		} {
			f := page.ReportFilter{N: 2, Sort: page.Sort{By: by, Down: down}}
			keys := pagedOnce(t, string(by), func() ([]page.ReportRow, error) { return db.ReportList(ctx, f) },
				func(r page.ReportRow) (uuid.UUID, string) {
					f.AfterAt, f.AfterID, f.In = r.ChangedAt, r.ID, page.GroupOf(by, r.Status, r.Organizer.ID, r.Contact.ID)
					return r.ID, key(r)
				})
			all := 7
			if by == page.ByContact { // two have none and come last, whichever way
				if n := len(keys); n < 2 || keys[n-1]+keys[n-2] != "" {
					t.Errorf("reports by contact, down %v: %q", down, keys)
				} else {
					keys, all = keys[:n-2], 5
				}
			}
			inOrder(t, "reports by "+string(by), keys, down, all)
		}
		f := page.ContactFilter{N: 2, Owned: true, Down: down}
		keys := pagedOnce(t, "contacts", func() ([]page.ContactRow, error) { return db.ContactList(ctx, f) },
			func(r page.ContactRow) (uuid.UUID, string) {
				f.After = r.ID
				if r.Organizer == "" {
					return r.ID, "~"
				}
				return r.ID, fold.Fold(r.Organizer)
			})
		inOrder(t, "contacts by organizer", keys, down, 4)
		g := page.ContactFilter{N: 2, Down: down}
		keys = pagedOnce(t, "contacts", func() ([]page.ContactRow, error) { return db.ContactList(ctx, g) },
			func(r page.ContactRow) (uuid.UUID, string) { g.After = r.ID; return r.ID, fold.Fold(r.Name) })
		inOrder(t, "contacts by name", keys, down, 4)
	}
	f := page.MeetingFilter{N: 20, Find: "oscar", Sort: page.Sort{By: page.ByContact}}
	if rows, err := db.MeetingList(ctx, f); err != nil || len(rows) != 6 {
		t.Errorf("a search, sorted: %d (%v)", len(rows), err)
	}
	for _, find := range []string{"oscar", "ana ruiz", "nobody so"} {
		own, err := db.ReportList(ctx, page.ReportFilter{N: 20, Find: find})
		for _, by := range []page.By{page.ByContact, page.ByMet} {
			rows, again := db.ReportList(ctx, page.ReportFilter{N: 20, Find: find, Sort: page.Sort{By: by}})
			if err != nil || again != nil || len(rows) != len(own) || find == "ana ruiz" && len(own) == 0 {
				t.Errorf("%s among reports, by %s: %d of %d (%v %v)", find, by, len(rows), len(own), err, again)
			}
		}
	}
}
