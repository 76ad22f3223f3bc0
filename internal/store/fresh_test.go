package store_test

import (
	"context"
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/testkit"
)

// TestABatchInANewDatabaseReadsItsOwnRows: plans are made when the tables are empty and kept until these are analyzed, which a burst does
// not wait for. Reading all of an empty table looks cheapest then; what a batch reads may not grow with what was texted meanwhile.
func TestABatchInANewDatabaseReadsItsOwnRows(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	for _, q := range []string{
		`ALTER TABLE messages SET (autovacuum_enabled = off)`, `ALTER TABLE inbound SET (autovacuum_enabled = off)`,
		`INSERT INTO phones (phone) VALUES ('+12065550901'), ('+12065550902')`,
	} {
		if err := rawExec(t, url, q); err != nil {
			t.Fatal(err)
		}
	}
	r := &app.Receiver{Deps: testkit.Deps(db)}
	batch := func(n int) { // two texts come in, two are sent, and the provider says how far they are
		var steps []app.Step
		var outs []app.Outcome
		var told []sms.Callback
		for i := range 2 {
			phone, err := sms.PhoneFromE164(fmt.Sprintf("+1206555090%d", i+1))
			if err != nil {
				t.Fatal(err)
			}
			sid := fmt.Sprintf("SM%d-%d", n, i)
			in := world.Input{Kind: world.TextIn, MessageID: uuid.Must(uuid.NewV7())}
			in.Inbound = sms.Inbound{SID: sid, From: phone.E164(), Phone: phone, Body: sms.NewBody("hello"), Segments: 1}
			steps = append(steps, app.Step{Phone: phone, In: in, Dedupe: sid})
			id := uuid.Must(uuid.NewV7())
			if err := rawExec(t, url, fmt.Sprintf(`INSERT INTO messages (id, phone_id, dir, at, kind, body, state, attempt, claimed_at)
			  SELECT '%s', id, 2, now(), 'text', 'words', 2, 1, now() FROM phones WHERE phone = '%s'`, id, phone.E164())); err != nil {
				t.Fatal(err)
			}
			outs = append(outs, app.Outcome{ID: id, Attempt: 1, Kind: app.OutcomeSent, SID: "O" + sid, Status: sms.StatusQueued})
			told = append(told, sms.Callback{MessageID: id, SID: "O" + sid, To: phone, Status: sms.StatusSent, RawStatus: "sent"})
		}
		if _, err := db.Settle(t.Context(), time.Now(), outs, time.Minute); err != nil {
			t.Fatal(err)
		}
		if moved, err := db.MoveOn(t.Context(), time.Now(), told); err != nil || len(moved) != 2 || !moved[0] || !moved[1] {
			t.Fatalf("told of two texts: %v %v", moved, err)
		}
		for _, res := range r.Run(context.Background(), steps) {
			if res.Err != nil {
				t.Fatal(res.Err)
			}
		}
	}
	batch(0)
	for _, q := range []string{
		`INSERT INTO messages (id, phone_id, dir, at, kind, body, state, sid) SELECT gen_random_uuid(), 1, 2, now(), 'text', 'words', 4, 'SX' || i
FROM generate_series(1, 5000) i`,
		`INSERT INTO inbound (sid, received_at, sender_raw, outcome) SELECT 'SX' || i, now(), '', '' FROM generate_series(1, 5000) i`,
	} {
		if err := rawExec(t, url, q); err != nil {
			t.Fatal(err)
		}
	}
	read := func() int {
		n, err := strconv.Atoi(query(t, url, `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::text FROM pg_stat_user_tables
		  WHERE relname IN ('messages', 'inbound')`)[0])
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := read()
	for n := range 10 {
		batch(n + 1)
	}
	if err := db.Close(); err != nil { // a backend that ends reports what it read
		t.Fatal(err)
	}
	settled(t, url)
	if n := read() - before; n > 1000 {
		t.Errorf("ten batches of two texts read %d rows behind 10,000", n)
	}
}

// TestAPlanThatEndsIsFoundByItsKey: a batch of reminders ends its plans while thousands wait. Their state alone leads through an index to
// all that waits, which a burst would read anew for each of its batches.
func TestAPlanThatEndsIsFoundByItsKey(t *testing.T) {
	t.Parallel()
	l := newLane(t)
	plan := func(i int) string { return fmt.Sprintf("00000000-0000-7000-b000-%012d", i) }
	for _, q := range []string{
		fmt.Sprintf(`INSERT INTO planned (id, phone_id, person_id, subject_kind, subject_id, rule, occurrence, due_at, state)
SELECT ('00000000-0000-7000-b000-' || lpad(i::text, 12, '0'))::uuid, %d, '%s', 'meeting', gen_random_uuid(),
  'two_days', 'r1', now(), 'planned'
FROM generate_series(1, 5000) i`, l.id, l.who),
		`ANALYZE planned`,
	} {
		if err := rawExec(t, l.url, q); err != nil {
			t.Fatal(err)
		}
	}
	version := query(t, l.url, `SELECT DISTINCT version::text FROM planned`)[0]
	was, err := strconv.Atoi(version)
	if err != nil {
		t.Fatal(err)
	}
	for n := range 10 {
		var ends []change.Change
		for i := range 8 {
			ends = append(ends, change.EndPlan{ID: uuid.MustParse(plan(8*n + i + 1)), Version: was, State: change.PlanMade})
		}
		l.save(ends...)
	}
	if err := l.db.Close(); err != nil { // a backend that ends reports what it read
		t.Fatal(err)
	}
	settled(t, l.url)
	left := query(t, l.url, `SELECT count(*)::text FROM planned WHERE state = 'planned'`)
	read := query(t, l.url, `SELECT (idx_tup_fetch <= 1000)::text FROM pg_stat_user_tables WHERE relname = 'planned'`)
	if left[0] != "4920" || read[0] != "true" {
		t.Errorf("80 of 5,000 end: %s are left; few rows were read: %s", left[0], read[0])
	}
}
