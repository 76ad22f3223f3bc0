package store_test

import (
	"encoding/hex"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
)

type standing time.Time

func (s standing) Now() time.Time { return time.Time(s) }

const calendarRowsSQL = `WITH
o AS (INSERT INTO people (id, name, roles, zone, created_at)
  VALUES ('00000000-0000-7000-8000-000000000001', 'Ana Ruiz', '{organizer}', 'America/Los_Angeles', '2026-11-01') RETURNING id),
s AS (INSERT INTO people (id, name, roles, created_at) VALUES ('00000000-0000-7000-8000-000000000002', 'Sam Okafor', '{staff}',
  '2026-11-01') RETURNING id),
c AS (INSERT INTO people (id, name, roles, created_at) VALUES ('00000000-0000-7000-8000-000000000003', 'Maria Lopez', '{contact}',
  '2026-11-01') RETURNING id),
m AS (INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, place, status, private, rev, created_at)
  SELECT ('00000000-0000-7000-9000-00000000000' || i)::uuid, o.id, c.id, timestamptz '2026-12-03 23:00Z' + i * interval '1 day',
  'America/Los_Angeles', 'Cafe Presse',
    (ARRAY['planned', 'confirmed', 'called_off'])[i], i = 2, i, timestamptz '2026-11-20' FROM generate_series(1, 3) i, o, c RETURNING id),
d AS (INSERT INTO debriefs (id, organizer_id, staff_id, on_date, created_at)
  SELECT '00000000-0000-7000-b000-000000000001'::uuid, o.id, s.id, date '2026-12-07', timestamptz '2026-11-20' FROM o, s RETURNING id),
e AS (INSERT INTO events (id, title, name_in_texts, starts_at, zone, place, status, created_at)
  VALUES ('00000000-0000-7000-c000-000000000001', 'Tenants meet', 'the meeting', '2026-12-10 02:00Z', 'America/Los_Angeles', 'Library',
  'planned', '2026-11-20') RETURNING id),
t AS (INSERT INTO tokens (hash, kind, subject_id, created_at) SELECT decode($1, 'hex'), 'cal', o.id, timestamptz '2026-11-20' FROM o
  UNION SELECT decode($2, 'hex'), 'cal', s.id, timestamptz '2026-11-20' FROM s
  UNION SELECT decode($3, 'hex'), 'cal', c.id, timestamptz '2026-11-20' FROM c RETURNING hash)
SELECT count(*)::text FROM t`

func TestAFeedHoldsWhatItsOwnerMaySee(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	hash := func(s string) string { return hex.EncodeToString(change.TokenHash(s)) }
	query(t, url, calendarRowsSQL, hash("ana"), hash("sam"), hash("maria"))
	clock := standing(time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC))
	read := func(token string) string {
		t.Helper()
		c, err := app.OpenCalendar(t.Context(), db, clock, token)
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(string(c.Bytes()), "\r\n ", "")
	}
	ana := read("ana")
	for _, want := range []string{
		"UID:meeting-00000000-0000-7000-9000-000000000001@reportback", "SUMMARY:One-on-one with Maria\r\n", "SUMMARY:One-on-one\r\n",
		"DTSTART;TZID=America/Los_Angeles:20261204T150000",
		"STATUS:TENTATIVE", "STATUS:CONFIRMED", "STATUS:CANCELLED", "SEQUENCE:3",
	} {
		if !strings.Contains(ana, want) {
			t.Errorf("the organizer's feed lacks %q:\n%s", want, ana)
		}
	}
	if strings.Contains(ana, "Lopez") || strings.Count(ana, "Cafe Presse") != 2 || strings.Contains(ana, "Tenants") {
		t.Errorf("the organizer's feed says too much:\n%s", ana)
	}
	sam := read("sam")
	for _, want := range []string{"SUMMARY:Debrief with Ana", "DTSTART;VALUE=DATE:20261207", "SUMMARY:Tenants meet", "LOCATION:Library"} {
		if !strings.Contains(sam, want) {
			t.Errorf("the staff member's feed lacks %q:\n%s", want, sam)
		}
	}
	if strings.Contains(sam, "One-on-one with") {
		t.Error("a staff member's feed holds an organizer's one-on-ones")
	}
	query(t, url, `UPDATE tokens SET revoked_at = now() WHERE hash = decode($1, 'hex') RETURNING 'x'`, hash("sam"))
	for _, token := range []string{"sam", "maria", "nobody", ""} {
		if _, err := app.OpenCalendar(t.Context(), db, clock, token); !errors.Is(err, app.ErrNotFound) {
			t.Errorf("%q opens a feed: %v", token, err)
		}
	}
}
