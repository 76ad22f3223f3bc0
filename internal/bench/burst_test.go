package bench

import (
	"context"
	"database/sql"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/twilio"
)

// burst is how many reminders are due at once: BENCH_BURST says it, by default 20,000.
func burst() int64 {
	if n, err := strconv.ParseInt(os.Getenv("BENCH_BURST"), 10, 64); err == nil {
		return n
	}
	return 20000
}

// burstSQL, with the number of the last person for {last}, plans a reminder for each of so many contacts with a one-on-one in two days.
// Each has had two texts before: in a table that is empty when it is analyzed, every plan goes wrong until it is analyzed again.
const burstSQL = `
INSERT INTO settings (key, value) VALUES ('sending', 'on'), ('org', 'Bench'), ('zone', 'America/Los_Angeles')
  ON CONFLICT (key) DO UPDATE SET value = excluded.value;
INSERT INTO phones (phone, consent) SELECT '+1206' || lpad((2000000 + i)::text, 7, '0'), 1 FROM generate_series(0, {last}) i;
INSERT INTO people (id, phone_id, name, roles, created_at, organizer_id)
SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, f.id, 'Person' || i || ' Name',
  CASE WHEN i < 200 THEN ARRAY['organizer'] ELSE ARRAY['contact'] END, '2025-01-01',
  CASE WHEN i >= 200 THEN ('00000000-0000-7000-8000-' || lpad(to_hex(i % 200), 12, '0'))::uuid END
FROM generate_series(0, {last}) i JOIN phones f ON f.phone = '+1206' || lpad((2000000 + i)::text, 7, '0');
INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, status, created_at, confirmed_at)
SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad(to_hex(i % 200), 12, '0'))::uuid,
  ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, timestamptz '2026-11-26 18:00Z' + i / 200 * interval '1 minute',
  'America/Los_Angeles', 'confirmed', '2026-11-01', '2026-11-02' FROM generate_series(200, {last}) i;
INSERT INTO planned (id, phone_id, person_id, subject_kind, subject_id, subject_version, rule, occurrence, due_at, state)
SELECT md5('w' || m.id)::uuid, p.phone_id, p.id, 'meeting', m.id, m.rev, 'two_days', 'r1', timestamptz '2026-11-24 18:00Z', 'planned'
FROM meetings m JOIN people p ON p.id = m.contact_id;
INSERT INTO messages (id, phone_id, dir, at, kind, body, state, status, sid, claimed_at)
SELECT md5('h' || f.id || ' ' || k)::uuid, f.id, 2, timestamptz '2026-11-02', 'planned',
  'a text of the usual length that was sent before ' || k, 4, 5, 'SH' || f.id || ' ' || k, timestamptz '2026-11-02'
FROM phones f, generate_series(1, 2) k;
VACUUM ANALYZE`

// burstSeed has 200 organizers, and a contact for each reminder.
func burstSeed() string {
	return strings.ReplaceAll(burstSQL, "{last}", strconv.FormatInt(burst()+199, 10))
}

// BenchmarkBurst is 20,000 reminders that are due at once: the tick decides each by its rules and sends it, or queues it for eight drains
// that claim it; it is posted to a provider over HTTP, which takes it at once, and settled. Memory is the most that the heap held. The
// floor claims fifty rows in bare SQL, posts them, and settles them, and decides nothing: the text is there. The provider runs in this
// process, so both hold its processor time.
func BenchmarkBurst(b *testing.B) {
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			wholeBurst(b)
		}
	})
	b.Run("floor", func(b *testing.B) {
		for b.Loop() {
			floorBurst(b)
		}
	})
}

// drains are the queue and its workers: what is nudged is drained, eight at once.
type drains struct {
	d     *app.Drainer
	wg    sync.WaitGroup
	slots chan struct{}
}

func (q *drains) Nudge(ctx context.Context, phones []int64) bool {
	q.wg.Go(func() {
		q.slots <- struct{}{}
		defer func() { <-q.slots }()
		_ = q.d.Drain(context.WithoutCancel(ctx), phones) // what fails is found by the next tick
	})
	return true
}

// posted is a provider over HTTP that takes every text at once, and counts.
type posted struct {
	*httptest.Server
	n atomic.Int64
}

func newPosted(b *testing.B) *posted {
	b.Helper()
	p := &posted{}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		_, _ = io.WriteString(w, `{"sid":"SM`+hex(uuid.New())+`","status":"queued","to":"`+r.FormValue("To")+`"}`)
		p.n.Add(1)
	}))
	b.Cleanup(p.Close)
	return p
}

// fixed is a clock that stands.
type fixed time.Time

func (f fixed) Now() time.Time { return time.Time(f) }

func wholeBurst(b *testing.B) {
	b.Helper()
	b.StopTimer()
	database, raw := seeded(b, burstSeed())
	_ = raw.Close()
	db, err := store.Open(b.Context(), database, 18)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	deps := testkit.Deps(db)
	provider, queue := newPosted(b), &drains{slots: make(chan struct{}, 8)}
	deps.Provider, err = twilio.New(twilio.Config{
		AccountSID: testkit.Account, AuthToken: testkit.Token, From: testkit.Number, BaseURL: provider.URL, Connections: 100, // as serve has
	})
	if err != nil {
		b.Fatal(err)
	}
	deps.Queue, deps.Clock = queue, fixed(time.Date(2026, 11, 24, 18, 0, 1, 0, time.UTC))
	r := &app.Receiver{Deps: deps}
	queue.d = &app.Drainer{Deps: deps, Receiver: r}
	r.Sender = queue.d // as in a worker
	tick := &app.Ticker{Deps: deps, Receiver: r, Drainer: queue.d}
	var most uint64
	cpu, began := spent(), time.Now()
	b.StartTimer()
	for last := int64(-1); provider.n.Load() < burst(); last = provider.n.Load() {
		if last == provider.n.Load() {
			b.Fatalf("only %d of %d reminders were sent", last, burst())
		}
		if err := tick.Tick(b.Context()); err != nil {
			b.Fatal(err)
		}
		queue.wg.Wait()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		most = max(most, m.HeapInuse)
	}
	b.StopTimer()
	b.ReportMetric(float64(burst())/time.Since(began).Seconds(), "texts/s")
	b.ReportMetric(float64((spent()-cpu).Microseconds())/1000/float64(burst()), "cpu-ms/text")
	b.ReportMetric(float64(most)/(1<<20), "heap-MB")
	b.StartTimer()
}

func floorBurst(b *testing.B) {
	b.Helper()
	b.StopTimer()
	_, raw := seeded(b, burstSeed()+`; INSERT INTO messages (id, phone_id, dir, at, kind, body, state)
SELECT md5('m' || i.id)::uuid, i.phone_id, 2, now(), 'two_days', 'a reminder of the usual length, to weigh as much', 1
FROM planned i; VACUUM ANALYZE`)
	raw.SetMaxOpenConns(1)
	provider := newPosted(b)
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	cpu, began := spent(), time.Now()
	b.StartTimer()
	for range burst() / 50 {
		if _, err := raw.ExecContext(b.Context(), `UPDATE messages SET state = 2, attempt = 1, claimed_at = clock_timestamp() WHERE id IN
  (SELECT id FROM messages WHERE state = 1 LIMIT 50 FOR UPDATE SKIP LOCKED)`); err != nil {
			b.Fatal(err)
		}
		var calls sync.WaitGroup
		for range 50 {
			calls.Go(func() {
				res, err := client.PostForm(provider.URL, url.Values{
					"To": {testkit.Number}, "From": {testkit.Number}, "Body": {"a reminder of the usual length, to weigh as much"},
				})
				if err == nil {
					_, _ = io.Copy(io.Discard, res.Body)
					err = res.Body.Close()
				}
				if err != nil {
					b.Error(err)
				}
			})
		}
		calls.Wait()
		if _, err := raw.ExecContext(b.Context(), `UPDATE messages SET state = 4, sid = id::text WHERE state = 2`); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	b.ReportMetric(float64(burst())/time.Since(began).Seconds(), "texts/s")
	b.ReportMetric(float64((spent()-cpu).Microseconds())/1000/float64(burst()), "cpu-ms/text")
	b.StartTimer()
}

// seeded is a database with what the statements put there.
func seeded(b *testing.B, queries string) (url string, raw *sql.DB) {
	b.Helper()
	url = cluster.Database(b)
	raw, err := sql.Open("postgres", url)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = raw.Close() })
	for _, q := range strings.SplitAfter(queries, ";") { // VACUUM stands in no transaction with others
		if _, err := raw.ExecContext(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
	return url, raw
}

// moreTextsSQL puts more texts behind the town's million, sent long ago.
const moreTextsSQL = `
INSERT INTO messages (id, phone_id, dir, at, kind, body, state, status, sid, claimed_at)
SELECT ('00000000-0000-7000-a001-' || lpad(to_hex(i), 12, '0'))::uuid, 1 + i % 100000, 1 + i % 2,
  timestamptz '2015-01-01' + i * interval '20 seconds', 'text', 'words of text ' || i, i % 2 * 4, 5, CASE WHEN i % 2 = 1 THEN 'SN' || i END,
  CASE WHEN i % 2 = 1 THEN timestamptz '2015-01-01' + i * interval '20 seconds' END
FROM generate_series(1, $1::int) i`

// BenchmarkBehind is a worker that has nothing to do, and a text and its answer, behind many texts: BENCH_TEXTS says how many; by default
// two million, and ten million take minutes and some 6 GB of disk. An idle minute is what minding lives; its floor is 1 % of a core.
func BenchmarkBehind(b *testing.B) {
	texts := 2000000
	if n, err := strconv.Atoi(os.Getenv("BENCH_TEXTS")); err == nil {
		texts = max(n, 1000000)
	}
	url, raw := seedTown(b)
	if _, err := raw.ExecContext(b.Context(), moreTextsSQL, texts-1000000); err != nil {
		b.Fatal(err)
	}
	for _, q := range []string{keptSQL, "VACUUM ANALYZE", "CHECKPOINT"} {
		if _, err := raw.ExecContext(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("idle", func(b *testing.B) {
		db, err := store.Open(b.Context(), url, 6)
		if err != nil {
			b.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		m := mind(db, time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC), nil)
		for i := range 120 { // what was due before anybody minded the town
			if err := m.second(b.Context(), db, i); err != nil {
				b.Fatal(err)
			}
		}
		seconds, began := 0, spentBy().postgres
		for b.Loop() {
			if err := m.second(b.Context(), db, seconds); err != nil {
				b.Fatal(err)
			}
			seconds++
		}
		b.ReportMetric(100*(spentBy().postgres-began).Seconds()/float64(seconds), "%core-of-database")
	})
	b.Run("answer", func(b *testing.B) {
		a := newAnswers(b, url)
		for range 300 {
			a.one(b)
		}
		began := spent()
		for b.Loop() {
			a.one(b)
		}
		report(b, began)
	})
}
