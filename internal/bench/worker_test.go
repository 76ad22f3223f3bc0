package bench

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/webhook"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// keptSQL is what a service has beside the town: what is told to another tool, what the provider told, what came in.
const keptSQL = `
INSERT INTO hook_endpoints (id, url, events, secret, since_id, read_to, created_at) VALUES ('00000000-0000-7000-8000-00000000e001',
  'https://example.org/hook', ARRAY['meeting.planned', 'meeting.confirmed', 'report.filed', 'text.failed', 'contact.opted_out'],
  'whsec_AAAA',
  '00000000-0000-0000-0000-000000000000', timestamptz '2026-11-24 17:55Z', '2025-01-01');
INSERT INTO hook_deliveries (id, endpoint_id, source_id, event, subject_id, at, made_at, state, tries, try_at)
SELECT md5('h' || i)::uuid, '00000000-0000-7000-8000-00000000e001', md5('s' || i)::uuid, 'report.filed', md5('u' || i)::uuid,
  timestamptz '2026-10-25' + i * interval '12 seconds', timestamptz '2026-10-25' + i * interval '12 seconds', 'done', 1,
  timestamptz '2026-10-25' + i * interval '12 seconds' FROM generate_series(0, 99999) i;
INSERT INTO callbacks (id, message_id, sid, status, form, at)
SELECT md5('c' || i)::uuid, ('00000000-0000-7000-a000-' || lpad(to_hex(2 * (i / 2) + 1), 12, '0'))::uuid, 'SM' || i / 2,
  (ARRAY['sent', 'delivered'])[1 + i % 2], '{}', timestamptz '2025-01-01' + i * interval '2 minutes' FROM generate_series(0, 199999) i;
INSERT INTO inbound (sid, message_id, received_at, sender_raw, outcome)
SELECT 'SMin' || i, ('00000000-0000-7000-a000-' || lpad(to_hex(2 * i), 12, '0'))::uuid, timestamptz '2025-01-01' + i * interval '2 minutes',
  '+12060000000', 'list' FROM generate_series(0, 199999) i;
INSERT INTO attempts (message_id, n, outcome, at)
SELECT md5('t' || i)::uuid, 1, 'not_sent', timestamptz '2025-01-01' + i * interval '30 minutes' FROM generate_series(0, 19999) i`

// minding is one worker on the town's database, with what it calls each second of its life. Its provider takes every text.
type minding struct {
	sync.Mutex
	deps     app.Deps
	now      time.Time
	nudged   map[int64]bool
	drainer  *app.Drainer
	ticker   *app.Ticker
	settler  *app.Settler
	hooks    *app.Hooks
	keeper   *app.Retention
	catchUp  *app.CatchUp
	status   *app.StatusReceiver
	receiver *app.Receiver
	taken    []app.Outgoing
}

func (m *minding) Now() time.Time {
	m.Lock()
	defer m.Unlock()
	return m.now
}

func (*minding) New() uuid.UUID { return uuid.Must(uuid.NewV7()) }

func (m *minding) Nudge(_ context.Context, phones []int64) bool {
	m.Lock()
	defer m.Unlock()
	for _, p := range phones {
		m.nudged[p] = true
	}
	return true
}

func (m *minding) Send(_ context.Context, o app.Outgoing) app.Outcome {
	m.Lock()
	defer m.Unlock()
	m.taken = append(m.taken, o)
	return app.Outcome{Kind: app.OutcomeSent, SID: "SM" + strings.ReplaceAll(o.ID.String(), "-", ""), Status: sms.StatusQueued}
}

func (*minding) ListTo(context.Context, sms.Phone, time.Duration) ([]app.Listed, error) {
	return nil, nil
}

func (*minding) Newest(context.Context) ([]app.Listed, error) { return nil, nil }

func (*minding) ListInbound(context.Context, time.Duration) ([]app.Listed, error) { return nil, nil }

func (*minding) ListAll(context.Context, time.Duration) ([]app.Listed, error) { return nil, nil }

// Post takes what is told to another tool.
func (*minding) Post(context.Context, app.HookPost) app.HookAnswer { return app.HookAnswer{HTTP: 200} }

func (*minding) Check(string) error { return nil }

func (*minding) Secret() webhook.Secret { return webhook.NewSecret("whsec_AAAA") }

func mind(db *store.DB, now time.Time, before *app.Retention) *minding {
	m := &minding{now: now, nudged: map[int64]bool{}}
	d := testkit.Deps(db)
	d.Clock, d.IDs, d.Queue, d.Provider = m, m, m, m
	m.deps = d
	duty := func(name string) app.Duty { return app.Duty{Rows: db, Name: name, Holder: m.New()} }
	m.receiver = &app.Receiver{Deps: d}
	m.drainer = &app.Drainer{Deps: d, Receiver: m.receiver}
	m.ticker = &app.Ticker{Deps: d, Receiver: m.receiver, Drainer: m.drainer}
	m.settler = &app.Settler{Deps: d, Receiver: m.receiver, Duty: duty("settle")}
	m.status = &app.StatusReceiver{Deps: d, Receiver: m.receiver}
	m.hooks = &app.Hooks{Deps: d, Rows: db, Out: m, Machine: m}
	m.keeper = &app.Retention{Deps: d, Machine: m, Duty: duty("retention")}
	if before != nil { // the same process goes on: it knows what was done today
		m.keeper = before
		m.keeper.Deps, m.keeper.Machine, m.keeper.Duty = d, m, duty("retention")
	}
	m.catchUp = &app.CatchUp{Deps: d, Receiver: m.receiver, Status: m.status, Duty: duty("catch up")}
	return m
}

// second is what one second of a worker's life asks of the database, with a page of Today open and a Prometheus that looks.
func (m *minding) second(ctx context.Context, db *store.DB, n int) error {
	m.Lock()
	m.now = m.now.Add(time.Second)
	m.Unlock()
	errs := []error{m.ticker.Tick(ctx), m.drain(ctx), m.settler.Settle(ctx), m.settler.Settle(ctx)}
	if n%2 == 0 {
		errs = append(errs, m.hooks.Tick(ctx), m.keeper.Work(ctx))
	}
	if n%5 == 0 {
		errs = append(errs, app.MoveIn(ctx, db, m.deps), db.Writable(ctx))
	}
	if n%15 == 0 {
		_, err := db.Gauges(ctx, m.Now())
		_, err2 := db.Mark(ctx)
		errs = append(errs, err, err2)
	}
	if n%30 == 0 {
		errs = append(errs, m.catchUp.Read(ctx))
	}
	return errors.Join(errs...)
}

// drain does what the queue's server would do with the nudges, and tells of each text that it was delivered.
func (m *minding) drain(ctx context.Context) error {
	m.Lock()
	var phones []int64
	for p := range m.nudged {
		phones = append(phones, p)
	}
	m.nudged = map[int64]bool{}
	m.Unlock()
	if len(phones) == 0 {
		return nil
	}
	err := m.drainer.Drain(ctx, phones)
	m.Lock()
	taken := m.taken
	m.taken = nil
	m.Unlock()
	for _, o := range taken {
		for word, status := range map[string]sms.Status{"sent": sms.StatusSent, "delivered": sms.StatusDelivered} {
			err = errors.Join(err, m.status.Status(ctx, sms.Callback{
				MessageID: o.ID, SID: "SM" + strings.ReplaceAll(o.ID.String(), "-", ""), To: o.To, Status: status, RawStatus: word,
			}))
		}
	}
	return err
}

// texts has a few phones text: contacts who ask and answer, organizers who list.
func (m *minding) texts(ctx context.Context, second int) error {
	var errs []error
	for i, body := range []string{"where is it?", "LIST", "yes, see you there"} {
		phone := 5000 + 3*second + i
		if i == 1 {
			phone = second % 200
		}
		from, err := sms.PhoneFromE164(fmt.Sprintf("+1206%07d", 2000000+phone))
		errs = append(errs, err, m.receiver.Inbound(ctx, sms.Inbound{
			SID: "SM" + strings.ReplaceAll(uuid.NewString(), "-", ""), From: from.E164(), Phone: from, Body: sms.NewBody(body),
		}))
	}
	return errors.Join(errs...)
}

// What a worker may touch in a minute of the town's life: alone, and for each text that comes in, is answered, sent and told of. What
// grows with the tables would touch hundreds of thousands.
const (
	idleMinute = 2000
	eachText   = 2000
)

// workersMinute is what TestPagesTouchFewRows holds when nobody looks: a worker's idle minute, and a busy one's.
func workersMinute(t *testing.T, url string, raw *sql.DB) {
	t.Helper()
	for _, q := range []string{keptSQL, "VACUUM ANALYZE"} {
		if _, err := raw.ExecContext(t.Context(), q); err != nil {
			t.Fatal(err)
		}
	}
	m := &minding{now: time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)}
	run := func(seconds int, each func(m *minding, second int) error) map[string]int {
		before := touchedIn(t, raw)
		db, err := store.Open(t.Context(), url, 6)
		if err != nil {
			t.Fatal(err)
		}
		m = mind(db, m.Now(), m.keeper)
		for i := range seconds {
			if err := errors.Join(each(m, i), m.second(t.Context(), db, i)); err != nil {
				t.Fatal(err)
			}
		}
		_ = db.Close()
		after := touchedIn(t, raw)
		for table, n := range before {
			after[table] -= n
		}
		return after
	}
	alone := func(*minding, int) error { return nil }
	run(60, alone) // what was due before anybody minded the town
	idle := run(60, alone)
	busy := run(60, func(m *minding, second int) error { return m.texts(t.Context(), second) })
	each := (busy["all"] - idle["all"]) / 180
	t.Logf("an idle minute touches %d rows, a busy one %d: %d a text", idle["all"], busy["all"], each)
	if idle["all"] > idleMinute || each > eachText {
		t.Errorf("an idle minute touches %d rows, may touch %d: %v\na text touches %d, may touch %d: %v", idle["all"], idleMinute, idle, each,
			eachText, busy)
	}
}

// touchedIn is touched by table.
func touchedIn(t *testing.T, raw *sql.DB) map[string]int {
	t.Helper()
	out := map[string]int{"all": touched(t, raw)}
	rows, err := raw.QueryContext(t.Context(), `SELECT relname, coalesce(seq_tup_read, 0) + coalesce((SELECT sum(i.idx_tup_read)
	  FROM pg_stat_user_indexes i WHERE i.relid = t.relid), 0) FROM pg_stat_user_tables t`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var table string
		var n int
		if err := rows.Scan(&table, &n); err != nil {
			t.Fatal(err)
		}
		out[table] = n
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
