package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/testkit"
)

var binary testkit.Binary

// machines are processes of the service on one PostgreSQL and one Redis, and a provider that takes every text at once.
type machines struct {
	webs     []string
	public   string
	phones   []string
	client   *http.Client
	taken    atomic.Int64
	calls    sync.Map // number -> chan time.Time: the provider was called
	provider *httptest.Server
	bare     bool // all in this process
}

// BenchmarkMachines is the service from outside: a signed webhook says LIST, and the answer reaches the provider. One web and one worker,
// and two of each; two hundred phones, 1, 32 and 128 connections. texts/s counts until the last answer is with the provider; p50 and p99
// are the webhook's answers and, from one connection, the provider's calls (an idle service). cpu-ms/text is the processor time of the
// service and its PostgreSQL. The floor is the durable step, the claim and the settling as prepared statements in this process, from as
// many connections: no HTTP, no queue, nothing decided. pgbench is PostgreSQL's own tool with the durable step alone, as six prepared
// statements from 1 and 32 connections: the floor that the goals speak of. bare is what stands between the two: a web server that checks
// the signature, runs the floor's statements, answers, and calls the provider, and decides nothing: what any service in Go has to do, one
// text at a time. It runs in this process, so its cpu-ms/text holds the phones and the provider too.
func BenchmarkMachines(b *testing.B) {
	redis := testkit.Redis(b)
	if redis == "" {
		b.Log("not measured: there is no redis-server")
		return
	}
	for _, connections := range []int{1, 32, 128} {
		if connections <= 32 { // PostgreSQL takes a hundred, so 128 are held against 32
			b.Run(fmt.Sprintf("pgbench/%d", connections), func(b *testing.B) { pgbench(b, connections) })
		}
		b.Run(fmt.Sprintf("floor/%d", connections), func(b *testing.B) { floorTogether(b, connections) })
		b.Run(fmt.Sprintf("bare/%d", connections), func(b *testing.B) { newBare(b).run(b, connections) })
		for _, each := range []int{1, 2} {
			b.Run(fmt.Sprintf("%dx/%d", each, connections), func(b *testing.B) {
				newMachines(b, redis, each).run(b, connections)
			})
		}
	}
}

func newMachines(b *testing.B, redis string, each int) *machines {
	b.Helper()
	database := cluster.Database(b)
	m := &machines{client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 128}}, phones: testkit.Organizers(b, database, 200)}
	m.provider = httptest.NewServer(http.HandlerFunc(m.take))
	b.Cleanup(m.provider.Close)
	m.public = "http://" + testkit.FreeAddr(b)
	env := []string{
		"DATABASE_URL=" + database, "REDIS_URL=redis://" + redis, "PUBLIC_URL=" + m.public, "TWILIO_ACCOUNT_SID=" + testkit.Account,
		"TWILIO_AUTH_TOKEN=" + testkit.Token, "TWILIO_FROM=" + testkit.Number, "TWILIO_API_URL=" + m.provider.URL, "REPORTBACK_ORG=Bench",
		"REPORTBACK_ZONE=America/Los_Angeles", "REPORTBACK_METRICS=off", "REPORTBACK_RATE=0",
	}
	for range each {
		at := testkit.FreeAddr(b)
		web := testkit.Start(b, binary.Path(b), append([]string{"LISTEN=" + at}, env...), "web")
		worker := testkit.Start(b, binary.Path(b), env, "worker")
		b.Cleanup(func() {
			if b.Failed() {
				b.Log(web.Log(), worker.Log())
			}
			web.Kill()
			worker.Kill()
		})
		m.webs = append(m.webs, "http://"+at)
		testkit.UntilReady(b, at)
	}
	return m
}

// newBare is a web server that does with a webhook what the floor does, and calls the provider with the answer.
func newBare(b *testing.B) *machines {
	b.Helper()
	db := floorDatabase(b)
	f := newFloor(b, db)
	m := &machines{client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 128}}, phones: make([]string, len(f.phones))}
	byNumber := map[string]int{}
	for i := range m.phones {
		m.phones[i] = fmt.Sprintf("+1206%07d", 2000000+i)
		byNumber[m.phones[i]] = i
	}
	m.provider = httptest.NewServer(http.HandlerFunc(m.take))
	b.Cleanup(m.provider.Close)
	var sent sync.WaitGroup
	b.Cleanup(sent.Wait)
	var n atomic.Int64
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil || faketwilio.Sign(testkit.Token, m.public+r.URL.Path,
			r.PostForm) != r.Header.Get("X-Twilio-Signature") {
			http.Error(w, "not signed", http.StatusForbidden)
			return
		}
		i := byNumber[r.PostForm.Get("From")]
		f.lines[i].Lock()
		if err := f.store(n.Add(1), i); err != nil { //nolint:contextcheck // the floor has none
			f.lines[i].Unlock()
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		sent.Go(func() { //nolint:contextcheck // the floor has none
			defer f.lines[i].Unlock()
			answer := url.Values{"To": {m.phones[i]}, "From": {testkit.Number}, "Body": {"an answer of the usual length, to weigh as much"}}
			res, err := m.client.PostForm(m.provider.URL, answer)
			if err != nil {
				b.Error(err)
				return
			}
			_, _ = io.Copy(io.Discard, res.Body)
			_ = res.Body.Close()
			if err := f.send(n.Add(1), i); err != nil {
				b.Error(err)
			}
		})
	}))
	b.Cleanup(web.Close)
	m.public, m.webs, m.bare = web.URL, []string{web.URL}, true
	return m
}

// take is the provider: every text is taken.
func (m *machines) take(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		_, _ = io.WriteString(w, `{"messages":[]}`)
		return
	}
	at := time.Now()
	to := r.FormValue("To")
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusCreated)
	_ = json.NewEncoder(w).Encode(map[string]any{"sid": "SM" + hex(uuid.New()), "status": "queued", "to": to, "body": r.FormValue("Body")})
	m.taken.Add(1)
	if c, waits := m.calls.LoadAndDelete(to); waits {
		c.(chan time.Time) <- at //nolint:forcetypeassert // only text stores
	}
}

// text has a phone text, and returns how long the webhook took; called, when given, hears when the provider is called for the answer.
func (m *machines) text(n int64, called chan time.Time) (time.Duration, error) {
	from := m.phones[n%int64(len(m.phones))]
	if called != nil {
		m.calls.Store(from, called)
	}
	form := url.Values{
		"MessageSid": {"SM" + hex(uuid.New())}, "AccountSid": {testkit.Account}, "From": {from}, "To": {testkit.Number}, "Body": {"LIST"},
		"NumMedia": {"0"}, "NumSegments": {"1"},
	}
	req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, m.webs[n%int64(len(m.webs))]+"/twilio/inbound",
		strings.NewReader(form.Encode()))
	if err != nil {
		return 0, err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("X-Twilio-Signature", faketwilio.Sign(testkit.Token, m.public+"/twilio/inbound", form))
	began := time.Now()
	res, err := m.client.Do(req)
	if err != nil {
		return 0, err
	}
	_, _ = io.Copy(io.Discard, res.Body)
	_ = res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("the webhook answered %d", res.StatusCode)
	}
	return time.Since(began), nil
}

func (m *machines) run(b *testing.B, connections int) {
	b.Helper()
	for i := range 64 { // what is prepared and planned once is
		called := make(chan time.Time, 1)
		if _, err := m.text(int64(i), called); err != nil {
			b.Fatal(err)
		}
		<-called
	}
	m.taken.Store(0)
	var calls, hooks durations
	cpu := spentBy()
	b.ResetTimer()
	inParallel(b, connections, func(i int64) error {
		var called chan time.Time
		if connections == 1 {
			called = make(chan time.Time, 1)
		}
		began := time.Now()
		d, err := m.text(i, called)
		if err != nil {
			return err
		}
		hooks.add(d)
		if called != nil {
			calls.add((<-called).Sub(began))
		}
		return nil
	})
	testkit.Until(b, time.Minute, "every answer is with the provider", func() bool { return m.taken.Load() >= int64(b.N) })
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "texts/s")
	now := spentBy()
	took := now.service + now.postgres - cpu.service - cpu.postgres
	if m.bare {
		took += now.own - cpu.own
	}
	b.ReportMetric(float64(took.Microseconds())/1000/float64(b.N), "cpu-ms/text")
	b.ReportMetric(float64((now.postgres-cpu.postgres).Microseconds())/1000/float64(b.N), "of-it-in-postgres-ms/text")
	hooks.report(b, "hook")
	if connections == 1 {
		calls.report(b, "call")
	}
}

// pgbenchSQL is the durable step as six statements: lock the phone, keep the text by its SID, move the conversation, keep the answer.
const pgbenchSQL = `\set i random(1, 200)
BEGIN;
SELECT id FROM phones WHERE id = :i FOR NO KEY UPDATE;
INSERT INTO inbound (sid, received_at, sender_raw, outcome) VALUES (gen_random_uuid()::text, now(), '', '');
INSERT INTO conversations (phone_id, kind, last_in_at) VALUES (:i, 'report', now())
  ON CONFLICT (phone_id) DO UPDATE SET last_in_at = excluded.last_in_at;
INSERT INTO messages (id, phone_id, dir, at, kind, body, state)
  VALUES (gen_random_uuid(), :i, 2, now(), 'help', 'an answer of the usual length, to weigh as much', 4);
COMMIT;
`

func pgbench(b *testing.B, connections int) {
	b.Helper()
	bin, err := embedded.Binaries(b.Context(), 0)
	if err != nil {
		b.Fatal(err)
	}
	database, raw := seeded(b, `INSERT INTO phones (phone) SELECT '+1206' || lpad((2000000 + i)::text, 7, '0') FROM generate_series(1, 200) i`)
	if err := raw.Close(); err != nil {
		b.Fatal(err)
	}
	script := filepath.Join(b.TempDir(), "step.sql")
	if err := os.WriteFile(script, []byte(pgbenchSQL), 0o600); err != nil {
		b.Fatal(err)
	}
	each := max(1, b.N/connections)
	cpu := spentBy()
	b.ResetTimer()
	clients, transactions := "--client="+strconv.Itoa(connections), "--transactions="+strconv.Itoa(each)
	out, err := exec.CommandContext(b.Context(), filepath.Join(bin, "pgbench"),
		"--no-vacuum", "--protocol=prepared", clients, transactions, "--file="+script, database).CombinedOutput()
	b.StopTimer()
	tps := regexp.MustCompile(`tps = ([0-9.]+)`).FindSubmatch(out)
	if err != nil || tps == nil {
		b.Fatalf("pgbench: %v\n%s", err, out)
	}
	rate, err := strconv.ParseFloat(string(tps[1]), 64)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(rate, "texts/s")
	b.ReportMetric(float64((spentBy().postgres-cpu.postgres).Microseconds())/1000/float64(each*connections), "cpu-ms/text")
}

func floorTogether(b *testing.B, connections int) {
	b.Helper()
	db := floorDatabase(b)
	f := newFloor(b, db)
	var all durations
	b.ResetTimer()
	inParallel(b, connections, func(i int64) error {
		began := time.Now()
		err := f.one(i)
		all.add(time.Since(began))
		return err
	})
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "texts/s")
	all.report(b, "hook")
}

// inParallel runs b.N calls from so many connections at once.
func inParallel(b *testing.B, connections int, one func(i int64) error) {
	b.Helper()
	var n atomic.Int64
	var wg sync.WaitGroup
	for range connections {
		wg.Go(func() {
			for {
				i := n.Add(1)
				if i > int64(b.N) {
					return
				}
				if err := one(i); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	if b.Failed() {
		b.FailNow()
	}
}

// durations are how long something took, each time.
type durations struct {
	sync.Mutex
	all []time.Duration
}

func (d *durations) add(t time.Duration) {
	d.Lock()
	defer d.Unlock()
	d.all = append(d.all, t)
}

// report prints the median and the slowest of a hundred.
func (d *durations) report(b *testing.B, what string) {
	b.Helper()
	slices.Sort(d.all)
	at := func(part float64) float64 {
		return float64(d.all[int(part*float64(len(d.all)-1))].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-ms/"+what)
	b.ReportMetric(at(0.99), "p99-ms/"+what)
}
