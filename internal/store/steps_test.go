package store_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// stepped makes a lane whose database has a clock that can be set, and returns what sets it.
func stepped(t *testing.T) (*lane, func(by string)) {
	t.Helper()
	l := newLane(t)
	if err := l.db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{
		`CREATE SCHEMA stepped`, `CREATE TABLE stepped.ahead (by interval NOT NULL)`, `INSERT INTO stepped.ahead VALUES ('0')`,
		`CREATE FUNCTION stepped.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
		  $$ SELECT pg_catalog.clock_timestamp() + by FROM stepped.ahead $$`,
		`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = stepped, pg_catalog, public', current_database()); END $$`,
	} {
		if err := rawExec(t, l.url, q); err != nil {
			t.Fatal(err)
		}
	}
	db, err := store.Open(t.Context(), l.url, 8)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	db.SetRealTime(time.Now)
	l.db = db
	return l, func(by string) {
		if err := rawExec(t, l.url, `UPDATE stepped.ahead SET by = '`+by+`'`); err != nil {
			t.Fatal(err)
		}
	}
}

func (l *lane) leaseOver(lease time.Duration) int {
	l.t.Helper()
	n, err := l.db.LeaseOver(l.t.Context(), lease, nil)
	if err != nil {
		l.t.Fatal(err)
	}
	return n
}

// TestAClockThatIsSetForwardEndsNoLease: a call may be under way as long as it takes, whatever the database's clock is set to meanwhile.
func TestAClockThatIsSetForwardEndsNoLease(t *testing.T) {
	t.Parallel()
	l, set := stepped(t)
	id := l.queue("one")
	l.claim()
	l.leaseOver(time.Minute)
	set("100 seconds")
	if n := l.leaseOver(time.Minute); n != 0 {
		t.Fatal("a claim of a moment ago was over")
	}
	l.want(id, "sending -")
	testkit.Until(t, 10*time.Second, "a lease that has really run out is over", func() bool { return l.leaseOver(200*time.Millisecond) == 1 })
	l.want(id, "unknown -")
}

// TestAClockThatIsSetMakesNoUnknownOlder: what proves that nothing was sent goes by how long it really is.
func TestAClockThatIsSetMakesNoUnknownOlder(t *testing.T) {
	t.Parallel()
	l, set := stepped(t)
	id := l.queue("one")
	l.claim()
	l.settle(app.Outcome{ID: id, PhoneID: l.id, Attempt: 1, Kind: app.OutcomeUnknown})
	other := l.others(1)[0]
	look := func(when string, want ...uuid.UUID) {
		t.Helper()
		list, err := l.db.Unknowns(t.Context(), 10)
		if err != nil || len(list) != len(want) {
			t.Fatalf("%s: %d unknowns, %v", when, len(list), err)
		}
		for _, u := range list {
			if u.Age < -time.Second || u.Age > 30*time.Second || u.UnknownFor < -time.Second || u.UnknownFor > 30*time.Second {
				t.Errorf("%s: %s old, unknown for %s", when, u.Age, u.UnknownFor)
			}
		}
	}
	look("before", id)
	set("1 hour")
	look("an hour ahead", id)
	next := other.queue("two")
	other.claim()
	other.settle(app.Outcome{ID: next, PhoneID: other.id, Attempt: 1, Kind: app.OutcomeUnknown})
	look("claimed since", id, next)
	set("90 minutes")
	look("ahead once more", id, next)
	set("1 hour")
	look("half of it back", id, next)
}
