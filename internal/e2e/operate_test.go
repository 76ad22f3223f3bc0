package e2e

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/testkit"
)

// get reads an address; 0 when nobody answers.
func get(url string) (int, string) {
	c := http.Client{Timeout: 10 * time.Second}
	res, err := c.Get(url)
	if err != nil {
		return 0, ""
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		return 0, ""
	}
	return res.StatusCode, string(b)
}

// watchAddr is where the service says that it serves what watches it.
func watchAddr(t *testing.T, s *testkit.Service) string {
	t.Helper()
	re := regexp.MustCompile(`metrics and readiness on (\S+)`)
	var at string
	testkit.Until(t, 20*time.Second, "the service says where its metrics are", func() bool {
		if m := re.FindStringSubmatch(s.Log()); m != nil {
			at = "http://" + m[1]
		}
		return at != ""
	})
	return at
}

// TestTextsLeaveWithoutRedis: the queue goes away for good; what comes in is taken and answered all the same, and the service says that it
// is ready.
func TestTextsLeaveWithoutRedis(t *testing.T) {
	t.Parallel()
	redis := testkit.Redis(t)
	if redis == "" {
		t.Skip("no redis-server here; CI fails without one")
	}
	db := cluster.Database(t)
	s := testkit.NewService(t, &binary, db, redis)
	phones := testkit.Organizers(t, db, 10)
	conn, err := net.Dial("tcp", redis)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = conn.Write([]byte("SHUTDOWN NOSAVE\r\n"))
	_, _ = io.ReadAll(conn)
	for i, p := range phones {
		textUntilStored(t, s, p, "LIST", sidOf(i))
	}
	testkit.Until(t, 20*time.Second, "every text has its answer", func() bool { return len(s.Fake.Accepted("")) >= len(phones) })
	if code, body := get(s.Base + "/readyz"); code != http.StatusOK {
		t.Errorf("ready: %d %s", code, body)
	}
	allAnswered(t, s, db, len(phones))
	if n := len(s.Fake.Accepted("")); n != len(phones) {
		t.Errorf("%d answers", n)
	}
	noneDoubled(t, db)
	for line := range strings.Lines(s.Log()) {
		if strings.HasPrefix(line, "redis:") {
			t.Errorf("a raw line in the log: %s", line)
		}
	}
}

// TestWhoHasNoAdminIsToldHowToMakeOne: a service that nobody can sign in to says so, until there is an admin.
func TestWhoHasNoAdminIsToldHowToMakeOne(t *testing.T) {
	t.Parallel()
	db := cluster.Database(t)
	s := testkit.NewService(t, &binary, db, "")
	if !strings.Contains(s.Log(), "nobody can open the page yet: `reportback person add --role admin") {
		t.Errorf("not said: %s", s.Log())
	}
	out, err := testkit.RunBinary(t, &binary, []string{"DATABASE_URL=" + db, "REPORTBACK_ZONE=UTC"}, "person", "add", "--name", "Kim Tran",
		"--phone", "206-555-0104", "--role", "admin")
	if err != nil || !strings.Contains(out, "http://localhost:") {
		t.Errorf("%v %s", err, out)
	}
	s.Kill()
	s.Restart()
	if strings.Contains(s.Log(), "nobody can open the page") {
		t.Errorf("said of a service that has an admin: %s", s.Log())
	}
}

// TestReadinessSaysWhatEachHalfCanDo: the web half can store; the worker's says when the provider takes nothing; a database that hangs
// answers neither for longer than its limit.
func TestReadinessSaysWhatEachHalfCanDo(t *testing.T) {
	t.Parallel()
	db := cluster.Database(t)
	s := testkit.NewService(t, &binary, db, "")
	phone := testkit.Organizers(t, db, 1)[0]
	watch := watchAddr(t, s)
	testkit.Until(t, 10*time.Second, "the worker is ready", func() bool { code, _ := get(watch + "/readyz"); return code == http.StatusOK })
	if err := s.Fake.Fault(faketwilio.Fault{Create: []byte(`{"code":20003,"http":401}`)}); err != nil {
		t.Fatal(err)
	}
	textUntilStored(t, s, phone, "LIST", sidOf(1))
	testkit.Until(t, 20*time.Second, "the worker says that nothing can be sent", func() bool {
		code, body := get(watch + "/readyz")
		return code == http.StatusServiceUnavailable && strings.Contains(body, "provider takes no texts")
	})
	if code, _ := get(s.Base + "/readyz"); code != http.StatusOK {
		t.Errorf("the web half can store: %d", code)
	}
	_, metrics := get(watch + "/metrics")
	for _, want := range []string{
		"reportback_sending_stopped 1", "reportback_sending_stopped_code 20003", `reportback_texts{of="queued"} 1`,
		`reportback_sending_mode{of="team"} 1`, "reportback_build_info{", "reportback_queued_oldest_seconds",
		`reportback_seconds_count{what="webhook_inbound"}`,
	} {
		if !strings.Contains(metrics, want) {
			t.Errorf("metrics lack %s", want)
		}
	}
	if strings.Contains(metrics, phone[2:]) {
		t.Error("a number in the metrics")
	}
	if err := s.Fake.Fault(faketwilio.Fault{}); err != nil {
		t.Fatal(err)
	}
	allAnswered(t, s, db, 1)
	testkit.Until(t, 20*time.Second, "the worker is ready again", func() bool {
		code,
			_ := get(watch + "/readyz")
		return code == http.StatusOK
	})
}

// TestMetricsAreNotForStrangers: not through a proxy, not from another machine; the listener of their own answers.
func TestMetricsAreNotForStrangers(t *testing.T) {
	t.Parallel()
	s := testkit.NewService(t, &binary, cluster.Database(t), "")
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.Base+"/metrics", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("X-Forwarded-For", "203.0.113.9")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusNotFound {
		t.Errorf("through a proxy: %d", res.StatusCode)
	}
	if code, _ := get(watchAddr(t, s) + "/metrics"); code != http.StatusOK {
		t.Errorf("its own listener: %d", code)
	}
}

// TestWhereStrangersComeThereAreNoMetrics: behind a proxy that says nothing of whom it asks for, as nginx does by default, a stranger looks
// like this machine itself. So where people come from outside, metrics are on the listener of their own alone.
func TestWhereStrangersComeThereAreNoMetrics(t *testing.T) {
	t.Parallel()
	s := testkit.NewService(t, &binary, cluster.Database(t), "", "PUBLIC_URL=https://texts.example.org")
	if code, body := get(s.Base + "/metrics"); code != http.StatusNotFound || strings.Contains(body, "reportback_") {
		t.Errorf("on the public port: %d", code)
	}
	if code, body := get(watchAddr(t, s) + "/metrics"); code != http.StatusOK || !strings.Contains(body, "reportback_") {
		t.Errorf("its own listener: %d", code)
	}
}

// TestWhatIsInHandIsAnsweredWhenTheServiceEnds: a text whose step waits for its phone is stored and answered 200 after SIGTERM.
func TestWhatIsInHandIsAnsweredWhenTheServiceEnds(t *testing.T) {
	t.Parallel()
	db := cluster.Database(t)
	s := testkit.NewService(t, &binary, db, "")
	phone := testkit.Organizers(t, db, 1)[0]
	release := holdPhone(t, db, phone)
	status := make(chan int, 1)
	go func() {
		_, code, _ := s.Fake.Text(context.Background(), phone, "LIST", sidOf(1))
		status <- code
	}()
	testkit.Until(t, 10*time.Second, "the step waits for its phone", func() bool {
		return count(t, db, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") > 0
	})
	s.Signal(syscall.SIGTERM)
	testkit.Until(t, 10*time.Second, "nobody is let in any more", func() bool { code, _ := get(s.Base + "/healthz"); return code == 0 })
	release()
	if code := <-status; code != http.StatusOK {
		t.Errorf("answered %d, although stored", code)
	}
	if n := count(t, db, "SELECT count(*) FROM inbound"); n != 1 {
		t.Errorf("%d stored", n)
	}
	if code := s.Wait(t, 15*time.Second); code != 0 {
		t.Errorf("exit %d", code)
	}
}

// TestALockedPhoneHoldsUpNobodyElse: a phone's row is held for eight seconds while it and forty others text. The others are answered at
// once, and it in its order when it is let go.
func TestALockedPhoneHoldsUpNobodyElse(t *testing.T) {
	t.Parallel()
	db := cluster.Database(t)
	s := testkit.NewService(t, &binary, db, "")
	phones := testkit.Organizers(t, db, 41)
	release := holdPhone(t, db, phones[0])
	held := time.AfterFunc(8*time.Second, release)
	defer held.Stop()
	var wg sync.WaitGroup
	var mu sync.Mutex
	var slowest time.Duration
	for i := range 8 {
		wg.Go(func() { // the provider gives a webhook 15 seconds
			if _, status, err := s.Fake.Text(context.Background(), phones[0], "LIST", sidOf(i)); err != nil || status != http.StatusOK {
				t.Errorf("the held phone: %d %v", status, err)
			}
		})
	}
	for round := range 3 {
		for i, p := range phones[1:] {
			wg.Go(func() {
				began := time.Now()
				if _, status, err := s.Fake.Text(context.Background(), p, "LIST", fmt.Sprintf("SM%016x%016x", i+1, round+1)); err != nil ||
					status != http.StatusOK {
					t.Errorf("%d %v", status, err)
				}
				mu.Lock()
				slowest = max(slowest, time.Since(began))
				mu.Unlock()
			})
		}
	}
	wg.Wait()
	if slowest > 6*time.Second {
		t.Errorf("another phone's webhook took %s while one was held for 8", slowest)
	}
	allAnswered(t, s, db, 3*40+8)
	noneDoubled(t, db)
}
