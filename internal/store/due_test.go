package store_test

import (
	"database/sql"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/store"
)

// TestTheTickReadsItsIndex: what is due is found by an index, however much is planned for later.
func TestTheTickReadsItsIndex(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	plain, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = plain.Close() }()
	_, err = plain.ExecContext(t.Context(), `
WITH f AS (INSERT INTO phones (phone) VALUES ('+12065550100') RETURNING id)
INSERT INTO planned (id, phone_id, person_id, subject_kind, subject_id, rule, occurrence, due_at, state, reason)
SELECT gen_random_uuid(), f.id, gen_random_uuid(), 'meeting', gen_random_uuid(), 'two_days', 'r1',
  timestamptz '2030-01-01' + n * interval '1 minute', 'planned', 'two days ahead'
FROM f, generate_series(1, 20000) n`)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := plain.ExecContext(t.Context(), `ANALYZE planned`); err != nil {
		t.Fatal(err)
	}
	rows, err := plain.QueryContext(t.Context(), "EXPLAIN "+strings.NewReplacer("$1", "timestamptz '2026-12-01'", "$2",
		"64").Replace(store.DueSQL()))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var plan []string
	for rows.Next() {
		var l string
		if err := rows.Scan(&l); err != nil {
			t.Fatal(err)
		}
		plan = append(plan, l)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	if all := strings.Join(plan, "\n"); !strings.Contains(all, "planned_due") {
		t.Errorf("what is due is not found by its index:\n%s", all)
	}
	if due, err := db.Due(t.Context(), time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), 64); err != nil || len(due) != 0 {
		t.Error(due, err)
	}
}
