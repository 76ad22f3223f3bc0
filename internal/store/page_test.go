package store_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
)

const pageRowsSQL = `WITH f AS (INSERT INTO phones (phone, consent) VALUES ('+12065550142', 1) RETURNING id),
o AS (INSERT INTO people (id, name, roles, created_at) VALUES ('00000000-0000-7000-8000-000000000001', 'Ana Ruiz', '{organizer}', now()) RETURNING id),
c AS (INSERT INTO people (id, phone_id, name, roles, created_at) SELECT '00000000-0000-7000-8000-000000000002', f.id, 'María José Lopez', '{contact}', now() FROM f RETURNING id),
m AS (INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, status, created_at)
  SELECT ('00000000-0000-7000-9000-' || lpad(i::text, 12, '0'))::uuid, o.id, c.id, timestamptz '2026-11-01 10:00Z' + (i / 3) * interval '1 day', 'America/Los_Angeles', 'called_off', now()
  FROM generate_series(1, 7) i, o, c RETURNING id),
r AS (INSERT INTO reports (id, organizer_id, contact_id, status, form_version, started_at, changed_at, filed_at)
  SELECT '00000000-0000-7000-a000-000000000001', o.id, c.id, 'filed', 1, now(), now(), now() FROM o, c RETURNING id),
p AS (INSERT INTO promises (id, report_id, kind, what, due_on, created_at)
  SELECT ('00000000-0000-7000-b000-' || lpad(i::text, 12, '0'))::uuid, r.id, 'promise', 'the flyer', CASE WHEN i < 5 THEN date '2026-12-01' + i / 2 END, now() FROM generate_series(1, 7) i, r RETURNING id)
SELECT (SELECT count(*) FROM m) || ' ' || (SELECT count(*) FROM p)`

func TestAListGoesOnWhereItStoppedAndShowsEachRowOnce(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, pageRowsSQL)
	for _, backward := range []bool{false, true} {
		seen := map[uuid.UUID]bool{}
		f := page.MeetingFilter{Backward: backward, N: 2}
		for range 10 {
			rows, err := db.MeetingList(t.Context(), f)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				if seen[r.ID] {
					t.Errorf("backward %v: %s twice", backward, r.ID)
				}
				seen[r.ID] = true
				f.AfterAt, f.AfterID = r.ListedAt, r.ID
			}
		}
		if len(seen) != 7 {
			t.Errorf("backward %v: %d of 7 one-on-ones", backward, len(seen))
		}
	}
	seen := map[uuid.UUID]bool{}
	var place page.PromisePlace
	for range 10 {
		rows, err := db.OpenPromises(t.Context(), place, 2)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if seen[r.ID] {
				t.Errorf("promise %s twice", r.ID)
			}
			seen[r.ID] = true
			place = page.PromisePlace{DueOn: r.DueOn, ID: r.ID}
			if r.DueOn == "" {
				place.DueOn = page.NoDay
			}
		}
	}
	if len(seen) != 7 {
		t.Errorf("%d of 7 promises", len(seen))
	}
}

func TestASearchFindsByTheBeginningsOfNamesAndTheEndOfANumber(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, pageRowsSQL)
	for _, c := range []struct {
		find string
		want int
	}{
		{"ana", 7},
		{"MARÍA j", 7},
		{"lop", 7},
		{"0142", 7},
		{"(206) 555-0142", 7},
		{"José", 0},
		{"%", 0},
		{"_na", 0},
		{"999", 0},
	} {
		rows, err := db.MeetingList(t.Context(), page.MeetingFilter{Find: c.find, N: 50})
		if err != nil || len(rows) != c.want {
			t.Errorf("search %q finds %d, want %d (%v)", c.find, len(rows), c.want, err)
		}
	}
	rows, err := db.MeetingList(t.Context(), page.MeetingFilter{From: time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC), To: time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC), N: 50})
	if err != nil || len(rows) != 3 {
		t.Errorf("of one day: %d, want 3 (%v)", len(rows), err)
	}
}
