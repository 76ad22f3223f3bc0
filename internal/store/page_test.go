package store_test

import (
	"cmp"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
)

const pageRowsSQL = `WITH f AS (INSERT INTO phones (phone, consent) VALUES ('+12065550142', 1) RETURNING id),
o AS (INSERT INTO people (id, name, roles, created_at) VALUES ('00000000-0000-7000-8000-000000000001', 'Ana Ruiz', '{organizer}', now())
  RETURNING id),
c AS (INSERT INTO people (id, phone_id, name, roles, created_at)
  SELECT '00000000-0000-7000-8000-000000000002', f.id, 'María José Lopez', '{contact}', now() FROM f RETURNING id),
m AS (INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, status, created_at)
  SELECT ('00000000-0000-7000-9000-' || lpad(i::text, 12, '0'))::uuid, o.id, c.id,
  timestamptz '2026-11-01 10:00Z' + (i / 3) * interval '1 day', 'America/Los_Angeles', 'called_off', now()
  FROM generate_series(1, 7) i, o, c RETURNING id),
r AS (INSERT INTO reports (id, organizer_id, contact_id, status, form_version, started_at, changed_at, filed_at)
  SELECT '00000000-0000-7000-a000-000000000001', o.id, c.id, 'filed', 1, now(), now(), now() FROM o, c RETURNING id),
p AS (INSERT INTO promises (id, report_id, owner_id, kind, what, due_on, created_at)
  SELECT ('00000000-0000-7000-b000-' || lpad(i::text, 12, '0'))::uuid, r.id, o.id, 'promise', 'the flyer',
  CASE WHEN i < 5 THEN date '2026-12-01' + i / 2 END, now() FROM generate_series(1, 7) i, r, o RETURNING id)
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
}

func TestTheListOfPromisesGoesOnWhereItStopped(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, pageRowsSQL)
	walk := func(f page.PromiseFilter) (days []string) {
		t.Helper()
		f.N = 2
		seen := map[uuid.UUID]bool{}
		for range 10 {
			rows, err := db.PromiseList(t.Context(), f)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				if seen[r.ID] {
					t.Errorf("%+v: %s twice", f, r.ID)
				}
				seen[r.ID] = true
				f.AfterOn, f.AfterAt, f.AfterID = cmp.Or(r.DueOn, page.NoDay), r.ClosedAt, r.ID
				if f.Closed {
					days = append(days, r.ClosedAt.UTC().Format(time.DateOnly)+" "+string(r.Outcome))
				} else {
					days = append(days, r.DueOn)
				}
			}
		}
		return days
	}
	by := uuid.MustParse("00000000-0000-7000-8000-000000000001")
	forth := "2026-12-01,2026-12-02,2026-12-02,2026-12-03,,,"
	for _, f := range []page.PromiseFilter{{}, {Find: "lop"}, {Find: "maría"}, {Find: "0142"}} {
		if got := strings.Join(walk(f), ","); got != forth {
			t.Errorf("%+v: %s", f, got)
		}
	}
	if got := strings.Join(walk(page.PromiseFilter{Backward: true}), ","); got != ",,,2026-12-03,2026-12-02,2026-12-02,2026-12-01" {
		t.Errorf("backward: %s", got)
	}
	if got := walk(page.PromiseFilter{Find: "nobody"}); len(got) != 0 {
		t.Errorf("of nobody: %v", got)
	}
	query(t, url, `UPDATE promises SET closed_at = timestamptz '2026-12-05 10:00Z' + extract(day FROM due_on) * interval '1 day',
	  outcome = 'done' WHERE due_on IS NOT NULL RETURNING outcome`)
	query(t, url, `UPDATE promises SET kind = 'commitment', owner_id = NULL, to_id = '00000000-0000-7000-8000-000000000001'
	  WHERE due_on = '2026-12-03' RETURNING outcome`)
	for _, f := range []page.PromiseFilter{{Closed: true}, {Closed: true, Organizer: by}, {Closed: true, Find: "lop"}} {
		if got := strings.Join(walk(f), ","); got != "2026-12-06 done,2026-12-07 done,2026-12-07 done,2026-12-08 done" {
			t.Errorf("%+v: %s", f, got)
		}
	}
	if got := strings.Join(walk(page.PromiseFilter{Closed: true, Backward: true}),
		","); got != "2026-12-08 done,2026-12-07 done,2026-12-07 done,2026-12-06 done" {
		t.Errorf("closed, backward: %s", got)
	}
	if open, closed := walk(page.PromiseFilter{Organizer: by}), walk(page.PromiseFilter{
		Organizer: uuid.New(),
		Closed:    true,
	}); len(open) != 3 || len(closed) != 0 {
		t.Errorf("%d open, and %d of somebody else", len(open), len(closed))
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
	rows, err := db.MeetingList(t.Context(), page.MeetingFilter{
		From: time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC),
		To:   time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC), N: 50,
	})
	if err != nil || len(rows) != 3 {
		t.Errorf("of one day: %d, want 3 (%v)", len(rows), err)
	}
}
