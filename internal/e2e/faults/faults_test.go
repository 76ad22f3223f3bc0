package faults

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/testkit"
)

var (
	cluster testkit.Cluster
	binary  testkit.Binary
)

func TestMain(m *testing.M) {
	code := cluster.Main(m)
	binary.Clean()
	os.Exit(code)
}

// machines are two webs behind a balancer and two workers.
type machines struct {
	t       *testing.T
	fake    *faketwilio.Fake
	db      string
	redis   string
	env     []string
	webs    [2]*testkit.Process
	webAt   [2]string
	workers [2]*testkit.Process
	pg      *embedded.Postgres // a server of its own, where something is done to it
	pgDir   string
	shut    atomic.Bool // texts that come in are refused
}

// balancer passes a request on to the first web that takes it, as one with health checks does.
func (m *machines) balancer(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil || m.shut.Load() && r.URL.Path == "/twilio/inbound" {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	for _, at := range m.webAt {
		req, err := http.NewRequestWithContext(r.Context(), r.Method, "http://"+at+r.URL.RequestURI(), bytes.NewReader(body))
		if err != nil {
			continue
		}
		req.Header = r.Header.Clone()
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			continue
		}
		_, _ = io.Copy(io.Discard, res.Body)
		_ = res.Body.Close()
		w.WriteHeader(res.StatusCode)
		return
	}
	w.WriteHeader(http.StatusBadGateway)
}

func start(t *testing.T, d done) *machines {
	t.Helper()
	m := &machines{t: t, redis: testkit.Redis(t)}
	if d.server {
		m.ownServer()
	} else {
		m.db = cluster.Database(t)
	}
	if m.redis == "" {
		t.Fatal("redis-server is needed: apt-get install -y redis-server")
	}
	front := httptest.NewServer(http.HandlerFunc(m.balancer))
	t.Cleanup(front.Close)
	fake, err := faketwilio.New(faketwilio.Options{
		AccountSID: testkit.Account, AuthToken: testkit.Token, Number: testkit.Number,
		InboundURL: front.URL + "/twilio/inbound",
	})
	if err != nil {
		t.Fatal(err)
	}
	m.fake = fake
	api := httptest.NewServer(fake)
	t.Cleanup(func() { api.Close(); _ = fake.Close() })
	m.env = []string{
		"DATABASE_URL=" + m.db, "REDIS_URL=redis://" + m.redis, "PUBLIC_URL=" + front.URL, "TWILIO_ACCOUNT_SID=" + testkit.Account,
		"TWILIO_AUTH_TOKEN=" + testkit.Token,
		"TWILIO_FROM=" + testkit.Number, "TWILIO_API_URL=" + api.URL, "REPORTBACK_ORG=Resident Action Project",
		"REPORTBACK_ZONE=America/Los_Angeles",
	}
	for i := range 2 {
		m.webAt[i] = testkit.FreeAddr(t)
		m.web(i)
		m.worker(i)
	}
	for _, at := range m.webAt {
		testkit.UntilReady(t, at)
	}
	return m
}

func (m *machines) web(i int) {
	m.webs[i] = testkit.Start(m.t, binary.Path(m.t), append([]string{"LISTEN=" + m.webAt[i], "REPORTBACK_METRICS=off"}, m.env...), "web")
}

func (m *machines) worker(i int) {
	m.workers[i] = testkit.Start(m.t, binary.Path(m.t), append([]string{"REPORTBACK_METRICS=off"}, m.env...), "worker")
}

func (m *machines) order(f string) {
	if err := m.fake.Fault(faketwilio.Fault{Create: json.RawMessage(f)}); err != nil {
		m.t.Error(err)
	}
}

func (m *machines) fault(f faketwilio.Fault) {
	if err := m.fake.Fault(f); err != nil {
		m.t.Error(err)
	}
}

func (m *machines) redisSays(line string) {
	conn, err := net.Dial("tcp", m.redis)
	if err != nil {
		return
	}
	defer func() { _ = conn.Close() }()
	_, _ = conn.Write([]byte(line + "\r\n"))
	_, _ = bytes.NewBuffer(nil).ReadFrom(io.LimitReader(conn, 1))
}

func (m *machines) sql(query string) int {
	db, err := sql.Open("postgres", m.db)
	if err != nil {
		m.t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var n int
	if err := db.QueryRowContext(context.Background(), query).Scan(&n); err != nil {
		return -1
	}
	return n
}

// row is a line of the table.
type row struct {
	name                           string
	texts, lost, doubled, disorder int
	wrong, refused                 int
	mayRefuse                      bool // what is refused is read from the provider's list later
	recovery                       time.Duration
}

func (r row) bad() bool {
	return r.lost+r.doubled+r.disorder+r.wrong > 0 || r.refused > 0 && !r.mayRefuse
}

// long is from how many texts on the faults last as long as they were complained of.
const long = 5000

// TestFaults is `make faults`: FAULTS_TEXTS in all (default 900, about two minutes).
func TestFaults(t *testing.T) { //nolint:paralleltest // each thing is done to a machine that has nothing else to do
	total := 900
	if v := os.Getenv("FAULTS_TEXTS"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil {
			t.Fatalf("FAULTS_TEXTS: %v", err)
		}
		total = n
	}
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "| done to it\t| texts\t| lost\t| doubled\t| order\t| status\t| refused\t| recovery\t|")
	fmt.Fprintln(w, "|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|")
	all := things(total >= long)
	for _, d := range all { //nolint:paralleltest // as above
		t.Run(d.name, func(t *testing.T) {
			r := play(t, d, max(total/len(all)/4, 4))
			fmt.Fprintf(w, "| %s\t| %d\t| %d\t| %d\t| %d\t| %d\t| %d\t| %.1f s\t|\n", r.name, r.texts, r.lost, r.doubled, r.disorder, r.wrong,
				r.refused, r.recovery.Seconds())
			if r.bad() {
				t.Errorf("%+v", r)
			}
		})
	}
	_ = w.Flush()
	fmt.Println(out.String()) //nolint:forbidigo // the table is what this is for
}

// play lets phones hold a conversation of four texts each while something is done, and counts at the provider.
func play(t *testing.T, d done, phones int) row {
	t.Helper()
	m := start(t, d)
	numbers := testkit.Organizers(t, m.db, phones)
	script := []string{"REPORT", "today", "Bo Lee", "206-555-0161"}
	want := []string{"What day did you meet", "Who did you meet", "Bo's phone number", "Bo's email"}
	if d.refuses { // each text by itself: what is read from the list later comes in another order
		script, want = []string{"IDEA one", "IDEA two", "IDEA three", "IDEA four"}, []string{"", "", "", ""}
	}
	r := row{name: d.name, mayRefuse: d.refuses}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i, p := range numbers {
		wg.Go(func() {
			for k, body := range script {
				taken := text(m, p, body, fmt.Sprintf("SM%016x%016x", i+1, k+1))
				mu.Lock()
				r.texts++
				if !taken {
					r.refused++
				}
				mu.Unlock()
				pause(time.Duration(i%7+3) * 100 * time.Millisecond)
			}
		})
	}
	pause(500 * time.Millisecond)
	d.do(m, pause)
	ended := time.Now()
	wg.Wait()
	testkit.Until(t, 8*time.Minute, d.name+": every text has its answer, and nothing is under way", func() bool {
		owed := r.texts
		if !d.refuses {
			owed -= r.refused
		}
		return len(m.fake.Accepted("")) >= owed && m.fake.Owes() == 0 &&
			m.sql("SELECT count(*) FROM messages WHERE state IN (1, 2, 3)") == 0
	})
	r.recovery = time.Since(ended)
	for _, p := range numbers {
		r.count(m.fake.Accepted(p), want)
	}
	r.doubled += m.sql(`SELECT count(*) FROM attempts WHERE outcome = 'doubled'`)
	r.wrong = m.sql(`SELECT count(*) FROM messages WHERE dir = 2 AND status IN (7, 8)`)
	return r
}

func (r *row) count(got []faketwilio.Entry, want []string) {
	seen := map[string]int{}
	for i, e := range got {
		if seen[e.MessageID]++; seen[e.MessageID] > 1 {
			r.doubled++
		}
		if i < len(want) && !strings.Contains(e.Body, want[i]) {
			r.disorder++
		}
	}
	r.lost += max(len(want)-len(got), 0)
}

// text brings one text as Twilio does with rc=3: at 0, 1, 3 and 7 seconds.
func text(m *machines, from, body, sid string) bool {
	for _, wait := range []time.Duration{0, time.Second, 2 * time.Second, 4 * time.Second} {
		pause(wait)
		if _, status, err := m.fake.Text(context.Background(), from, body, sid); err == nil && status == http.StatusOK {
			return true
		}
	}
	return false
}

// pause lets real time pass: the machines are processes, and what is done to them lasts.
func pause(d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	<-t.C
}
