package store_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/testkit"
)

const handingSQL = `WITH f AS (INSERT INTO phones (phone) VALUES ('+12065550101'), ('+12065550102'), ('+12065550103') RETURNING id, phone),
p AS (INSERT INTO people (id, phone_id, name, roles, created_at)
  SELECT ('00000000-0000-7000-8000-00000000000' || right(phone, 1))::uuid, id,
  CASE right(phone, 1) WHEN '1' THEN 'Ana' WHEN '2' THEN 'Bo' ELSE 'Cy' END, CASE right(phone, 1) WHEN '3' THEN '{contact}'::text[]
  ELSE '{organizer}' END, now() FROM f RETURNING id),
m AS (INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, status, created_at) VALUES
  ('00000000-0000-7000-9000-000000000001', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000003',
  timestamptz '2026-12-01 10:00Z', 'UTC', 'confirmed', now()),
  ('00000000-0000-7000-9000-000000000002', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000003',
  timestamptz '2026-10-01 10:00Z', 'UTC', 'debriefed', now()) RETURNING id),
w AS (INSERT INTO planned (id, phone_id, person_id, subject_kind, subject_id, rule, occurrence, due_at)
  SELECT gen_random_uuid(), f.id, '00000000-0000-7000-8000-000000000001', 'meeting',
  '00000000-0000-7000-9000-000000000001', 'how_did_it_go', 'r1', timestamptz '2026-12-01 11:00Z' FROM f WHERE phone = '+12065550101'
  RETURNING id),
a AS (INSERT INTO asks (id, phone_id, kind, subject_id, rank, at)
  SELECT gen_random_uuid(), f.id, 'proposal', '00000000-0000-7000-9000-000000000001', 1, now() FROM f WHERE phone = '+12065550101'
  RETURNING id)
SELECT '' FROM p, m, w, a`

// handing is what an organizer's work is handed over with; what the two are told is kept in told.
func handing(from, to uuid.UUID, told *[]app.Handed) app.Handing {
	return app.Handing{
		From: from, To: to, Line: uuid.New(), By: to, At: testkit.Now(),
		Told: func(_, phoneID int64, n app.Handed) []change.Change {
			*told = append(*told, n)
			return []change.Change{change.Plan{
				ID: uuid.New(), PhoneID: phoneID, PersonID: to,
				Subject: change.Subject{Kind: change.PersonSubject, ID: to}, Rule: "duty", Occurrence: "1", DueAt: testkit.Now(),
			}}
		},
	}
}

func TestAnOrganizersWorkGoesToAnother(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, handingSQL)
	ana, bo, cy := uuid.MustParse("00000000-0000-7000-8000-000000000001"), uuid.MustParse("00000000-0000-7000-8000-000000000002"),
		uuid.MustParse("00000000-0000-7000-8000-000000000003")
	query(t, url, `WITH u AS (UPDATE people SET organizer_id = '00000000-0000-7000-8000-000000000001' WHERE name = 'Cy' RETURNING id)
	  SELECT '' FROM u`)
	var told []app.Handed
	h := handing(ana, cy, &told)
	if _, err := db.HandOver(t.Context(), h); !errors.Is(err, app.ErrHanding) {
		t.Errorf("to a contact: %v", err)
	}
	h = handing(ana, bo, &told)
	got, err := db.HandOver(t.Context(), h)
	if err != nil || got.Contacts != 1 || got.Meetings != 1 || len(told) != 1 || told[0] != got {
		t.Fatalf("%+v %v", got, err)
	}
	rows := query(t, url, `SELECT o.name || ' ' || m.status FROM meetings m JOIN people o ON o.id = m.organizer_id ORDER BY m.id`)
	if strings.Join(rows, ", ") != "Bo confirmed, Ana debriefed" {
		t.Errorf("%v", rows)
	}
	rows = query(t, url, `SELECT p.name || ' ' || f.phone FROM planned n JOIN people p ON p.id = n.person_id
	  JOIN phones f ON f.id = n.phone_id`)
	if strings.Join(rows, ", ") != "Bo +12065550102, Bo +12065550102" {
		t.Errorf("how it went is asked of, and the hand-over told to, %v", rows)
	}
	if rows = query(t, url, `SELECT why FROM asks`); strings.Join(rows, ", ") != "handed over" {
		t.Errorf("the open question: %v", rows)
	}
}

func TestWhatBeganStaysAndAHandOverGoesBack(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, handingSQL)
	query(t, url, `WITH past AS (INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, status, created_at) VALUES
	  ('00000000-0000-7000-9000-000000000003', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000003',
	  timestamptz '2026-11-20 10:00Z', 'UTC', 'held', now())),
	other AS (INSERT INTO people (id, name, roles, organizer_id, created_at) VALUES ('00000000-0000-7000-8000-000000000004', 'Di', '{contact}',
	  '00000000-0000-7000-8000-000000000001', now()))
	SELECT '' FROM people LIMIT 1`)
	ana, bo, cy := uuid.MustParse("00000000-0000-7000-8000-000000000001"), uuid.MustParse("00000000-0000-7000-8000-000000000002"),
		uuid.MustParse("00000000-0000-7000-8000-000000000003")
	look, err := db.LooksAfter(t.Context(), ana, testkit.Now())
	if err != nil || len(look) != 2 || look[0].Name != "Cy" || look[0].Coming != 1 || look[0].Past != 1 || look[0].Theirs || !look[1].Theirs {
		t.Fatalf("%+v %v", look, err)
	}
	whose := func(want string) {
		t.Helper()
		rows := query(t, url, `SELECT o.name || ' ' || m.status FROM meetings m JOIN people o ON o.id = m.organizer_id ORDER BY m.id`)
		rows = append(rows, query(t, url, `SELECT o.name || ' ' || p.name FROM people p JOIN people o ON o.id = p.organizer_id`)...)
		rows = append(rows, query(t, url, `SELECT p.name || ' is asked ' || n.state FROM planned n JOIN people p ON p.id = n.person_id
		  WHERE n.rule = 'how_did_it_go'`)...)
		if strings.Join(rows, ", ") != want {
			t.Errorf("%v, want %s", rows, want)
		}
	}
	var told []app.Handed
	h := handing(ana, bo, &told)
	h.Only = []uuid.UUID{cy}
	if got, err := db.HandOver(t.Context(), h); err != nil || got != (app.Handed{Meetings: 1}) {
		t.Fatalf("%+v %v", got, err)
	}
	whose("Bo confirmed, Ana debriefed, Ana held, Ana Di, Bo is asked planned")
	back := app.HandingBack{ID: h.Line, Line: uuid.New(), By: bo, At: h.At.Add(time.Hour), Told: func(has, had uuid.UUID, _, _ int64,
		untold []uuid.UUID,
	) []change.Change {
		if has != ana || had != bo {
			t.Errorf("%v has it again, %v no longer", has, had)
		}
		return nil
	}}
	if _, err := db.HandBack(t.Context(), back); !errors.Is(err, app.ErrNoHandBack) {
		t.Errorf("after an hour: %v", err)
	}
	back.At = h.At.Add(59 * time.Minute)
	if got, err := db.HandBack(t.Context(), back); err != nil || got != (app.Handed{Meetings: 1}) {
		t.Fatalf("%+v %v", got, err)
	}
	whose("Ana confirmed, Ana debriefed, Ana held, Ana Di, Ana is asked planned")
	if _, err := db.HandBack(t.Context(), back); !errors.Is(err, app.ErrNoHandBack) {
		t.Errorf("a second time: %v", err)
	}
}

func TestSomebodyStaysAdmin(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, handingSQL)
	ana := uuid.MustParse("00000000-0000-7000-8000-000000000001")
	c := app.RoleChange{
		ID: ana, Version: 1, Roles: []person.Role{person.Admin, person.Organizer}, Line: uuid.New(), By: ana,
		At: testkit.Now(),
	}
	if err := db.SetRoles(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	c.Line, c.Roles = uuid.New(), []person.Role{person.Organizer}
	if err := db.SetRoles(t.Context(), c); !errors.Is(err, app.ErrConflict) {
		t.Errorf("from an old version: %v", err)
	}
	c.Version = 2
	if err := db.SetRoles(t.Context(), c); !errors.Is(err, app.ErrLastAdmin) {
		t.Errorf("the last admin: %v", err)
	}
}
