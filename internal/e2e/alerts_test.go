package e2e

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/embedded"
	"github.com/reportback/reportback/internal/faketwilio"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// alertRules reads the rules beside the docs: each alert with its expression.
func alertRules(t *testing.T) map[string]string {
	t.Helper()
	b, err := os.ReadFile("../../docs/alerts.yml")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, m := range regexp.MustCompile(`alert: (\w+)\n\s+expr: (.+)`).FindAllStringSubmatch(string(b), -1) {
		out[m[1]] = m[2]
	}
	if len(out) < 8 {
		t.Fatalf("only %d rules", len(out))
	}
	return out
}

// metrics are the samples of one reading, by name and labels as they are written.
type metrics map[string]float64

func readMetrics(t *testing.T, at string) metrics {
	t.Helper()
	res, err := http.Get(at)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	out := metrics{}
	for s := bufio.NewScanner(res.Body); s.Scan(); {
		if i := strings.LastIndexByte(s.Text(), ' '); i > 0 && !strings.HasPrefix(s.Text(), "#") {
			if v, err := strconv.ParseFloat(s.Text()[i+1:], 64); err == nil {
				out[s.Text()[:i]] = v
			}
		}
	}
	return out
}

var (
	absentOf = regexp.MustCompile(`^absent\((\w+)\)$`)
	simple   = regexp.MustCompile(`^(time\(\) - )?(max\(|increase\()?(\w+)((?:\{[^}]*\})?)(\[\w+\])?\)? (==|>|<) ([0-9.e]+)$`)
)

// fires evaluates a rule as Prometheus would for one instance: comparisons of one series with a number, joined by or. An increase is what
// was added since the first reading.
func fires(t *testing.T, expr string, first, now metrics) bool {
	t.Helper()
	for part := range strings.SplitSeq(expr, " or ") {
		if m := absentOf.FindStringSubmatch(part); m != nil {
			if _, there := now[m[1]]; !there {
				return true
			}
			continue
		}
		m := simple.FindStringSubmatch(part)
		if m == nil {
			t.Fatalf("a rule that this test cannot evaluate: %s", part)
		}
		v, there := now[m[3]+m[4]]
		limit, err := strconv.ParseFloat(m[7], 64)
		switch {
		case err != nil:
			t.Fatal(err)
		case !there:
			continue
		case m[2] == "increase(":
			v -= first[m[3]+m[4]]
		case m[1] != "":
			v = float64(time.Now().Unix()) - v
		}
		if m[6] == "==" && v == limit || m[6] == ">" && v > limit || m[6] == "<" && v < limit {
			return true
		}
	}
	return false
}

// TestEachAlertFires: what it warns of is brought about on a web without a worker, and its rule turns true by /metrics; before that it is
// not. Not brought about here: a full disk, a double, and a text that was caught up (their counters: internal/e2e/faults).
func TestEachAlertFires(t *testing.T) {
	t.Parallel()
	rules := alertRules(t)
	pg, err := embedded.Start(t.Context(), testkit.DataDir(t), embedded.Real, embedded.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = pg.Stop() })
	db, err := store.Open(t.Context(), pg.URL(), 4)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	ana := testkit.Organizers(t, pg.URL(), 1)[0]
	base, watch := testkit.FreeAddr(t), testkit.FreeAddr(t)
	fake, err := faketwilio.New(faketwilio.Options{
		AccountSID: testkit.Account, AuthToken: testkit.Token, Number: testkit.Number, InboundURL: "http://" + base + "/twilio/inbound",
	})
	if err != nil {
		t.Fatal(err)
	}
	api := httptest.NewServer(fake)
	t.Cleanup(func() { api.Close(); _ = fake.Close() })
	testkit.Start(t, binary.Path(t), []string{
		"DATABASE_URL=" + pg.URL(), "REDIS_URL=redis://127.0.0.1:1", "PUBLIC_URL=http://" + base, "LISTEN=" + base, "REPORTBACK_METRICS=" + watch,
		"TWILIO_ACCOUNT_SID=" + testkit.Account, "TWILIO_AUTH_TOKEN=" + testkit.Token, "TWILIO_FROM=" + testkit.Number,
		"TWILIO_API_URL=" + api.URL, "REPORTBACK_ORG=Resident Action Project", "REPORTBACK_ZONE=America/Los_Angeles",
	}, "web")
	testkit.Until(t, time.Minute, "the web and its metrics are there", func() bool {
		for _, at := range []string{base, watch} {
			res, err := http.Get("http://" + at + "/healthz")
			if err != nil {
				return false
			}
			_ = res.Body.Close()
		}
		return true
	})
	read := func() metrics { return readMetrics(t, "http://"+watch+"/metrics") }
	texts := func(n int) {
		for i := range n {
			body := "IDEA " + strconv.Itoa(i)
			if i == 0 {
				body = "Meet Maria Lopez 206-555-0142 tomorrow 3pm at Cafe Presse"
			}
			if _, status, err := fake.Text(context.Background(), ana, body, ""); err != nil || status != http.StatusOK {
				t.Fatalf("%d %v", status, err)
			}
		}
	}
	do := func(q string) {
		if count(t, pg.URL(), `WITH x AS (`+q+` RETURNING 1) SELECT count(*) FROM x`) == 0 {
			t.Fatalf("nothing is there for: %s", q)
		}
	}
	first := read()
	if !fires(t, rules["NoBackup"], first, first) {
		t.Error("NoBackup says nothing when there was never one")
	}
	backup := func(ago time.Duration) {
		if err := db.SetSetting(t.Context(), app.SettingBackupAt, time.Now().Add(-ago).UTC().Format(time.RFC3339), false); err != nil {
			t.Fatal(err)
		}
	}
	backup(0)
	texts(6)
	for _, c := range []struct {
		alert string
		bring func()
	}{
		{"TextsWaitTooLong", func() { do(`UPDATE messages SET at = at - interval '10 minutes' WHERE state = 1 AND dir = 2`) }},
		{"NobodyKnowsWhetherTheyLeft", func() {
			do(`UPDATE messages SET state = 7, claimed_at = clock_timestamp() WHERE dir = 2`)
		}},
		{"NobodyTicks", func() { do(`UPDATE planned SET due_at = due_at - interval '2 hours' WHERE state = 'planned'`) }},
		{"NothingIsSent", func() {
			do(`INSERT INTO stops (id, kind, code, at, retry_at) VALUES (gen_random_uuid(), 'account', 20003, now(), now())`)
		}},
		{"ForeignSignatures", func() {
			for range 6 {
				res, err := http.PostForm("http://"+base+"/twilio/inbound", url.Values{"MessageSid": {"SM1"}})
				if err != nil {
					t.Fatal(err)
				}
				_ = res.Body.Close()
			}
		}},
		{"NoBackup", func() { backup(3 * 24 * time.Hour) }},
		{"DatabaseAway", func() {
			if err := pg.Stop(); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		if before := read(); fires(t, rules[c.alert], first, before) {
			t.Errorf("%s fires before anything is wrong", c.alert)
		}
		c.bring()
		if after := read(); !fires(t, rules[c.alert], first, after) {
			t.Errorf("%s does not fire: %s", c.alert, rules[c.alert])
		}
	}
	for _, alert := range []string{"SentTwice", "TextsDidNotReachUs", "DiskAlmostFull"} { // their form, at least
		if fires(t, rules[alert], metrics{}, metrics{}) {
			t.Errorf("%s fires at nothing", alert)
		}
	}
}
