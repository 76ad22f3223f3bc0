package store_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// TestARestoredDatabaseStartsOff: at home nothing changes, however often a process starts; in another database of the same contents sending
// and webhooks are off, once, and staff are told; what is then turned on stays on.
func TestARestoredDatabaseStartsOff(t *testing.T) {
	t.Parallel()
	db, at := own(t)
	moveIn := func(db *store.DB) bool {
		t.Helper()
		restored, err := db.MoveIn(t.Context(), uuid.New(), "restored", testkit.Now())
		if err != nil {
			t.Fatal(err)
		}
		return restored
	}
	query(t, at, `INSERT INTO hook_endpoints (id, url, events, secret, since_id, read_to, created_at)
	  VALUES (gen_random_uuid(), 'https://example.org', '{}', 's', gen_random_uuid(), now(), now()) RETURNING ''`)
	for range 3 {
		if moveIn(db) {
			t.Fatal("taken for restored at home")
		}
	}
	if got := query(t, at, `SELECT value FROM settings WHERE key = 'sending'`); got[0] != "on" {
		t.Fatalf("sending is %s at home", got)
	}
	_ = db.Close()

	other := cluster.Copy(t, at)
	copied, err := store.Open(t.Context(), other, 8)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = copied.Close() }()
	var found atomic.Int32
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if restored, err := copied.MoveIn(context.WithoutCancel(t.Context()), uuid.New(), "restored", testkit.Now()); err != nil {
				t.Error(err)
			} else if restored {
				found.Add(1)
			}
		})
	}
	all.Wait()
	if found.Load() != 1 {
		t.Errorf("%d of four processes found the database restored", found.Load())
	}
	state := `SELECT s.value || ' ' || (SELECT string_agg(is_on || ' ' || off_why, ',')
  FROM hook_endpoints) || ' ' || (SELECT string_agg(kind || ': ' || note, ',') FROM attention)
FROM settings s WHERE s.key = 'sending'`
	if got := query(t, other, state); got[0] != "off false restored restored: restored" {
		t.Errorf("the copy: %s", got)
	}
	if err := copied.SetSetting(t.Context(), "sending", "on", false); err != nil {
		t.Fatal(err)
	}
	if moveIn(copied) {
		t.Error("taken for restored again")
	}
	if got := query(t, other, `SELECT value FROM settings WHERE key = 'sending'`); got[0] != "on" {
		t.Errorf("turned on, and then %s", got)
	}
}

// TestADatabaseRestoredUnderARunningServiceSendsNothing: its connections find another database of the same name; before anybody has moved
// in there, no text leaves.
func TestADatabaseRestoredUnderARunningServiceSendsNothing(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	if _, err := l.db.MoveIn(t.Context(), uuid.New(), "restored", testkit.Now()); err != nil {
		t.Fatal(err)
	}
	id := l.queue("an answer of the past")
	if err := rawExec(t, l.url, `UPDATE settings SET value = split_part(value, '/', 1) || '/1'
	  WHERE key = 'home'`); err != nil { // as a dump brings it
		t.Fatal(err)
	}
	if outs := l.claim(); len(outs) != 0 {
		t.Error("it leaves")
	}
	l.want(id, "withheld -")
}
