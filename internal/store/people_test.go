package store_test

import (
	"database/sql"
	"errors"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

const manyContactsSQL = `WITH o AS (INSERT INTO people (id, name, roles, created_at)
  VALUES ('00000000-0000-7000-8000-000000000001', 'Ana Ruiz', '{organizer}', now()) RETURNING id),
f AS (INSERT INTO phones (phone, consent) SELECT '+1206' || lpad((5550000 + i)::text, 7, '0'), CASE WHEN i % 1000 = 0 THEN 2 ELSE 1 END
  FROM generate_series(1, 20000) i RETURNING id, phone),
c AS (INSERT INTO people (id, phone_id, name, email, roles, tags, organizer_id, created_at)
  SELECT gen_random_uuid(), f.id, 'Maria ' || f.id, 'm' || f.id || '@example.org', '{contact}',
  CASE WHEN f.id % 1000 = 0 THEN '{tenant}'::text[] ELSE '{}' END,
    CASE WHEN f.id % 1000 = 0 THEN o.id END, timestamptz '2026-01-01' + f.id * interval '10 minutes' FROM f, o RETURNING id)
SELECT count(*)::text FROM c`

// plan returns what PostgreSQL would do for a statement.
func plan(t *testing.T, url, q string, args ...any) string {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	rows, err := db.QueryContext(t.Context(), "EXPLAIN "+q, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var all []string
	for rows.Next() {
		var l string
		if err := rows.Scan(&l); err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

func TestTheListOfContactsReadsItsIndexes(t *testing.T) {
	t.Parallel()
	_, url := own(t)
	query(t, url, manyContactsSQL)
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(t.Context(), `ANALYZE people, phones`); err != nil {
		t.Fatal(err)
	}
	ana := uuid.MustParse("00000000-0000-7000-8000-000000000001")
	for name, c := range map[string]struct {
		f     page.ContactFilter
		index string
	}{
		"by name":             {page.ContactFilter{N: 51}, "people_folded"},
		"by name, further on": {page.ContactFilter{N: 51, After: ana}, "people_folded"},
		"newest":              {page.ContactFilter{N: 51, Newest: true}, "people_added"},
		"newest, further on":  {page.ContactFilter{N: 51, Newest: true, After: ana}, "people_added"},
		"an organizer's":      {page.ContactFilter{N: 51, Organizer: ana}, "people_organizer"},
		"a search":            {page.ContactFilter{N: 51, Find: "x"}, "people_pkey"},
		"opted out":           {page.ContactFilter{N: 51, Consent: "no"}, "phones_consent"},
	} {
		q, args := store.ContactQuery(c.f, []string{ana.String()})
		if got := plan(t, url, q, args...); !strings.Contains(got, c.index) || strings.Contains(got, "Seq Scan on people p") {
			t.Errorf("%s does not go by %s:\n%s", name, c.index, got)
		}
	}
	if got := plan(t, url, store.FindByEmailSQL, "m1", "m1\U0010FFFF", 200); !strings.Contains(got, "people_email") {
		t.Errorf("a search by email:\n%s", got)
	}
	if got := plan(t, url, store.FindByTagSQL, "'ten':*", 200); !strings.Contains(got, "people_tags") {
		t.Errorf("a search by tag:\n%s", got)
	}
}

func TestContactsAreListedOnceEachAndFound(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	query(t, url, pageRowsSQL)
	query(t, url, `WITH f AS (INSERT INTO phones (phone, consent) VALUES ('+12065550199', 2) RETURNING id),
c AS (INSERT INTO people (id, phone_id, name, email, tags, roles, organizer_id, created_at)
  SELECT gen_random_uuid(), f.id, 'María José Lopez', 'Maria@Example.org', '{tenants'' union,Básica,B}', '{contact}',
  '00000000-0000-7000-8000-000000000001', now() FROM f RETURNING id),
d AS (INSERT INTO people (id, name, roles, created_at, erased_at) VALUES (gen_random_uuid(), 'Erased', '{contact}', now(), now())
  RETURNING id),
e AS (INSERT INTO people (id, name, roles, created_at) VALUES (gen_random_uuid(), 'Zed Zed', '{contact}', now()) RETURNING id) SELECT ''
  FROM c, d, e`)
	for _, newest := range []bool{false, true} {
		seen := map[uuid.UUID]bool{}
		f := page.ContactFilter{Newest: newest, N: 1}
		for range 5 {
			rows, err := db.ContactList(t.Context(), f)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				if seen[r.ID] {
					t.Errorf("newest %v: %s twice", newest, r.ID)
				}
				seen[r.ID], f.After = true, r.ID
			}
		}
		if len(seen) != 3 {
			t.Errorf("newest %v: %d of 3 contacts", newest, len(seen))
		}
	}
	ana := uuid.MustParse("00000000-0000-7000-8000-000000000001")
	for name, c := range map[string]struct {
		f    page.ContactFilter
		want int
	}{
		"a name":              {page.ContactFilter{Find: "maría"}, 2},
		"the end of a number": {page.ContactFilter{Find: "0199"}, 1},
		"an email":            {page.ContactFilter{Find: "maria@ex"}, 1},
		"a tag":               {page.ContactFilter{Find: "Tenants' Union"}, 1},
		"a tag's beginning":   {page.ContactFilter{Find: "ten"}, 1},
		"a word of a tag":     {page.ContactFilter{Find: "uni"}, 1},
		"a tag with accents":  {page.ContactFilter{Find: "basica"}, 1},
		"two words of tags":   {page.ContactFilter{Find: "tenants' union"}, 1},
		"a tag of one letter": {page.ContactFilter{Find: "B"}, 1},
		"the end of a tag":    {page.ContactFilter{Find: "ion"}, 0},
		"nobody":              {page.ContactFilter{Find: "%"}, 0},
		"texts are OK":        {page.ContactFilter{Consent: "yes"}, 1},
		"opted out":           {page.ContactFilter{Consent: "no"}, 1},
		"not asked":           {page.ContactFilter{Consent: "unknown"}, 1},
		"an organizer's own":  {page.ContactFilter{Organizer: ana}, 1},
	} {
		c.f.N = 50
		if rows, err := db.ContactList(t.Context(), c.f); err != nil || len(rows) != c.want {
			t.Errorf("%s finds %d, want %d (%v)", name, len(rows), c.want, err)
		}
	}
}

func TestAPersonIsReadAndChangedByTheVersionThatStands(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	query(t, url, pageRowsSQL)
	id, ana := uuid.MustParse("00000000-0000-7000-8000-000000000002"), uuid.MustParse("00000000-0000-7000-8000-000000000001")
	query(t, url, `WITH c AS (INSERT INTO consents (id, phone_id, person_id, consent, source, by_person, at)
  SELECT gen_random_uuid(), phone_id, id, 1, 'said so in the one-on-one',
  '00000000-0000-7000-8000-000000000001', now() FROM people WHERE id = '00000000-0000-7000-8000-000000000002' RETURNING id),
n AS (INSERT INTO notes (id, author_id, person_id, kind, words, at)
  VALUES (gen_random_uuid(), '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 'note', 'likes tea', now())
  RETURNING id)
SELECT '' FROM c, n`)
	p, err := db.Person(t.Context(), id)
	if err != nil || p.Name != "María José Lopez" || p.Organizer != "" {
		t.Fatalf("%+v %v", p, err)
	}
	e := app.Edit{
		ID: id, Version: p.Version, Name: "Maria Lopez", Email: "m@example.org", Tags: []string{"a", "b"}, OrganizerID: ana,
		Line: uuid.New(), By: ana, At: testkit.Now(),
	}
	if err := db.EditPerson(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	e.Line = uuid.New()
	if err := db.EditPerson(t.Context(), e); !errors.Is(err, app.ErrConflict) {
		t.Errorf("changed from an old version: %v", err)
	}
	if p, err = db.Person(t.Context(), id); err != nil || p.Name != "Maria Lopez" || p.Organizer != "Ana Ruiz" || len(p.Tags) != 2 {
		t.Errorf("%+v %v", p, err)
	}
	said, err := db.Consents(t.Context(), p.PhoneID, id, 10)
	if err != nil || len(said) != 1 || said[0].By != "Ana Ruiz" {
		t.Errorf("%+v %v", said, err)
	}
	if met, err := db.MeetingsOf(t.Context(), id, 10); err != nil || len(met) != 7 {
		t.Errorf("%d one-on-ones: %v", len(met), err)
	}
	if notes, err := db.NotesOn(t.Context(), id, 10); err != nil || len(notes) != 1 {
		t.Errorf("%d notes: %v", len(notes), err)
	}
	if busy, err := db.Busy(t.Context(), testkit.Now(), 10); err != nil || len(busy) != 1 || busy[0].Contacts != 1 {
		t.Errorf("%+v %v", busy, err)
	}
	if team, err := db.Team(t.Context(), 10); err != nil || len(team) != 1 || team[0].SignsIn {
		t.Errorf("%+v %v", team, err)
	}
}
