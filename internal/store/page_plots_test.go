package store_test

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app/page"
)

// Seven one-on-ones of one week: held and reported after an hour, a day and a half, and not at all; a no-show for which the contact had
// agreed on another time; one that was confirmed and of which nobody has told; one told of afterwards; and one that is to come, which
// counts nowhere. Of five things that a contact said one was done and one was taken out of the report, which is as if it had never been
// said.
const plotRowsSQL = `WITH
o AS (INSERT INTO people (id, name, roles, created_at) VALUES ('00000000-0000-7000-8000-000000000001', 'Ana Ruiz', '{organizer}',
  '2026-11-01') RETURNING id),
m AS (INSERT INTO meetings (id, organizer_id, starts_at, zone, minutes, status, confirmed_at, created_at)
  SELECT ('00000000-0000-7000-9000-00000000000' || i)::uuid, o.id, CASE WHEN i = 6 THEN NULL
  ELSE timestamptz '2026-11-10 18:00Z' + CASE WHEN i = 7 THEN interval '20 days' ELSE interval '0' END END, 'UTC', 60,
    (ARRAY['reported', 'debriefed', 'held', 'no_show', 'confirmed', 'reported', 'planned'])[i],
    CASE WHEN i IN (1, 2, 5) THEN timestamptz '2026-11-09' END, '2026-11-10 19:00Z'
  FROM generate_series(1, 7) i, o RETURNING id),
r AS (INSERT INTO reports (id, meeting_id, organizer_id, status, form_version, started_at, changed_at, filed_at)
  SELECT ('00000000-0000-7000-a000-00000000000' || i)::uuid, ('00000000-0000-7000-9000-00000000000' || i)::uuid, o.id, 'filed', 1,
  '2026-11-10', '2026-11-10',
    timestamptz '2026-11-10 19:00Z' + (ARRAY[interval '1 hour', interval '36 hours', NULL, NULL, NULL, interval '3 hours'])[i]
    FROM unnest(ARRAY[1, 2, 6]) i, o RETURNING id),
t AS (INSERT INTO thanks (meeting_id, organizer_id, contact_id, ends_at, due_by, state, sent_at)
  SELECT ('00000000-0000-7000-9000-00000000000' || i)::uuid, o.id, o.id, '2026-11-10 19:00Z', '2026-11-11 19:00Z',
  (ARRAY['sent', 'missed', 'not_due'])[i],
    CASE WHEN i = 1 THEN timestamptz '2026-11-11 09:00Z' END FROM generate_series(1, 3) i, o RETURNING meeting_id),
p AS (INSERT INTO promises (id, report_id, kind, what, due_on, closed_at, outcome, created_at)
  SELECT ('00000000-0000-7000-b000-00000000000' || i)::uuid, '00000000-0000-7000-a000-000000000001', CASE WHEN i = 4 THEN 'promise'
  ELSE 'commitment' END, 'come',
    (ARRAY[date '2026-11-12', date '2026-11-12', date '2027-01-01', date '2026-11-12'])[i], CASE WHEN i = 1 THEN timestamptz '2026-11-12'
    END, CASE WHEN i = 1 THEN 'kept' ELSE '' END, timestamptz '2026-11-10'
  FROM generate_series(1, 4) i UNION ALL
  SELECT '00000000-0000-7000-b000-000000000005'::uuid, '00000000-0000-7000-a000-000000000001'::uuid, 'commitment', 'call',
  date '2026-11-12', timestamptz '2026-11-12', 'withdrawn', timestamptz '2026-11-10' RETURNING id),
l AS (INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, what) VALUES
  (gen_random_uuid(), 'meeting', '00000000-0000-7000-9000-000000000005', '2026-11-09', 'person', 'moved'),
  (gen_random_uuid(), 'meeting', '00000000-0000-7000-9000-000000000004', '2026-11-09', 'person', 'contact_agreed') RETURNING id)
SELECT count(*)::text FROM m`

func TestTheWeeksSayWhatBecameOfTheirOneOnOnes(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, plotRowsSQL)
	monday := time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)
	bounds := []time.Time{monday, monday.AddDate(0, 0, 7), monday.AddDate(0, 0, 14), monday.AddDate(0, 0, 21), monday.AddDate(0, 0, 35)}
	got, err := db.Weeks(t.Context(), page.WeekFilter{
		Bounds: bounds, Now: time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC),
		Today: "2026-11-24",
	})
	if err != nil {
		t.Fatal(err)
	}
	want := page.Week{
		Held: 4, NoShow: 1, Unheard: 1, Confirmed: 3, ConfirmedHeld: 2, Silent: 2, SilentHeld: 1, Owed: 5, InTime: 2,
		Lag: [8]int{1, 1, 0, 1, 0, 0, 0, 2}, Thanks: 4, ThanksOK: 1, Kept: 1, Open: 1,
	}
	if len(got) != 4 || got[1] != want {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
	for i, w := range got {
		if i != 1 && w != (page.Week{}) {
			t.Errorf("week %d: %+v", i, w)
		}
	}
}

// TestMissingIsOneNumberEverywhere: a report that is not there a day after the end is missing on Today, among the organizers and in the
// weeks; before that day it is so nowhere, or staff would nudge about a one-on-one that is hardly over.
func TestMissingIsOneNumberEverywhere(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, plotRowsSQL)
	monday := time.Date(2026, 11, 9, 0, 0, 0, 0, time.UTC)
	ended := time.Date(2026, 11, 10, 19, 0, 0, 0, time.UTC)
	for after, want := range map[time.Duration]int{time.Minute: 0, 24*time.Hour - time.Second: 0, 24 * time.Hour: 2, 72 * time.Hour: 2} {
		now := ended.Add(after)
		listed, err := db.Missing(t.Context(), now, 50)
		if err != nil {
			t.Fatal(err)
		}
		busy, err := db.Busy(t.Context(), now, 50)
		if err != nil || len(busy) != 1 {
			t.Fatalf("%d organizers: %v", len(busy), err)
		}
		weeks, err := db.Weeks(t.Context(), page.WeekFilter{
			Bounds: []time.Time{monday, monday.AddDate(0, 0, 7)}, Now: now, Today: now.Format(time.DateOnly),
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(listed) != want || busy[0].Missing != want || weeks[0].Missing() != want {
			t.Errorf("%s after the end: %d on Today, %d of the organizer, %d in the week, want %d each", after, len(listed), busy[0].Missing,
				weeks[0].Missing(), want)
		}
	}
}
