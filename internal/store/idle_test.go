package store_test

import (
	"database/sql"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// TestLookingForUnknownsDoesNotReadTheTable: what a worker asks twice a second may not grow with the texts that are kept.
func TestLookingForUnknownsDoesNotReadTheTable(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	raw, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{
		`INSERT INTO phones (phone) SELECT '+1206' || lpad((2000000 + i)::text, 7, '0') FROM generate_series(0, 99) i`,
		`INSERT INTO messages (id, phone_id, dir, at, kind, body, state, status, claimed_at, sid)
SELECT gen_random_uuid(), f.id, 2, now(), 'text', 'words', 4, 5, now() - interval '2 hours', 'SM' || i || '-' || f.id
  FROM generate_series(1, 200) i, phones f`,
		`UPDATE messages SET state = 3, sid = NULL, claimed_at = now() - interval '20 seconds' WHERE id = (SELECT id FROM messages LIMIT 1)`,
		`ANALYZE`,
	} {
		if _, err := raw.ExecContext(t.Context(), q); err != nil {
			t.Fatal(err)
		}
	}
	touched := func() int {
		n, err := strconv.Atoi(query(t, url, `SELECT (seq_tup_read + coalesce(idx_tup_fetch, 0))::text FROM pg_stat_user_tables
		  WHERE relname = 'messages'`)[0])
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if err := errors.Join(raw.Close(), db.Close()); err != nil {
		t.Fatal(err)
	}
	settled(t, url)
	before := touched()
	if db, err = store.Open(t.Context(), url, 2); err != nil {
		t.Fatal(err)
	}
	for range 10 {
		u, err := db.Unknowns(t.Context(), 200)
		if err != nil || len(u) != 1 || u[0].Age < 15*time.Second {
			t.Fatalf("%d unknowns, %v", len(u), err)
		}
	}
	if err := db.Close(); err != nil { // a backend that ends reports what it read
		t.Fatal(err)
	}
	settled(t, url)
	if n := touched() - before; n < 10 || n > 100 {
		t.Errorf("%d rows read for ten looks at one unknown", n)
	}
}

// TestSweepingLeasesReadsNoTextThatWasSent: a text that was claimed and sent leaves its entry in the index of claims until the table is
// vacuumed, which a large one seldom is. The sweep reads them once, not each second.
func TestSweepingLeasesReadsNoTextThatWasSent(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	for _, q := range []string{
		`ALTER TABLE messages SET (autovacuum_enabled = off)`,
		`INSERT INTO phones (phone) SELECT '+1206' || lpad((2000000 + i)::text, 7, '0') FROM generate_series(0, 499) i`,
		`INSERT INTO messages (id, phone_id, dir, at, kind, body, state, claimed_at, seq)
SELECT gen_random_uuid(), f.id, 2, now(), 'text', 'words', 2, now(), f.id FROM phones f`,
		`INSERT INTO messages (id, phone_id, dir, at, kind, body, state) SELECT gen_random_uuid(), f.id, 2, now(), 'text', 'words', 4
FROM phones f, generate_series(1, 40)`,
		`UPDATE messages SET state = 4 WHERE state = 2`, `ANALYZE`,
	} {
		if err := rawExec(t, url, q); err != nil {
			t.Fatal(err)
		}
	}
	read := func() int {
		settled(t, url)
		n, err := strconv.Atoi(query(t, url, `SELECT sum(idx_tup_read)::text FROM pg_stat_user_indexes WHERE relname = 'messages'`)[0])
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	// Another database's transaction may keep the entries for a while.
	testkit.Until(t, 30*time.Second, "a minute of sweeps reads none of 500 texts that were sent", func() bool {
		before := read()
		db, err := store.Open(t.Context(), url, 2)
		if err != nil {
			t.Fatal(err)
		}
		for range 60 {
			if _, err := db.LeaseOver(t.Context(), time.Minute, nil); err != nil {
				t.Fatal(err)
			}
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		return read()-before < 500
	})
}

// settled waits until no other session is connected: those that end report their counters first.
func settled(t *testing.T, url string) {
	t.Helper()
	for range 400 {
		if strings.Join(query(t, url, `SELECT count(*)::text FROM pg_stat_activity
		  WHERE datname = current_database() AND pid <> pg_backend_pid() AND pg_sleep(0.01) IS NOT NULL`), "") == "0" {
			return
		}
	}
}

func rawExec(t *testing.T, url, q string) error {
	t.Helper()
	raw, err := sql.Open("postgres", url)
	if err != nil {
		return err
	}
	defer func() { _ = raw.Close() }()
	_, err = raw.ExecContext(t.Context(), q)
	return err
}
