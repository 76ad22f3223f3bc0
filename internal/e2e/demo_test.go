package e2e

import (
	"encoding/csv"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/testkit"
)

func say(t *testing.T, d *testkit.Demo, phone, body string) {
	t.Helper()
	var res struct {
		Status int `json:"status"`
	}
	if code := d.Call("/sim/text", map[string]any{"from": phone, "body": body}, &res); code != 200 || res.Status != 200 {
		t.Fatalf("%q: %d %d", body, code, res.Status)
	}
}

func lastTo(t *testing.T, d *testkit.Demo, phone string) testkit.SimText {
	t.Helper()
	var last testkit.SimText
	for _, x := range d.Texts(phone, 0) {
		if x.To == phone {
			last = x
		}
	}
	return last
}

func TestADemoGoesOnAfterKill(t *testing.T) {
	t.Parallel()
	dir := testkit.DataDir(t)
	d := testkit.StartDemo(t, &binary, dir, "2026-11-24T10:00:00-08:00")
	say(t, d, "+12065550101", "REPORT")
	if code := d.Call("/sim/clock", map[string]string{"advance": "49h"}, nil); code != 200 {
		t.Fatal(code)
	}
	say(t, d, "+12065550101", "yesterday")
	before := d.Texts("", 0)
	d.Kill()
	d = testkit.StartDemo(t, &binary, dir, "2026-11-24T10:00:00-08:00")
	after := d.Texts("", 0)
	if len(after) != len(before) || after[len(after)-1].Body != before[len(before)-1].Body {
		t.Fatalf("%d texts before, %d after", len(before), len(after))
	}
	say(t, d, "+12065550101", "Bo Lee")
	last := lastTo(t, d, "+12065550101")
	if last.Kind != "ask:contact_phone" || last.At.Before(time.Date(2026, 11, 26, 19, 0, 0, 0, time.UTC)) {
		t.Errorf("goes on with %s at %s", last.Kind, last.At)
	}
}

func TestASecondDemoOnAFolderIsRefused(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	p := testkit.Start(t, binary.Path(t), nil, "demo", "--addr", testkit.FreeAddr(t), "--data", d.Dir)
	if code := p.Wait(t, 20*time.Second); code != 1 || !strings.Contains(p.Log(), "in use") {
		t.Errorf("exit %d: %s", code, p.Log())
	}
	d.Signal(syscall.SIGINT)
	if code := d.Wait(t, 15*time.Second); code != 0 {
		t.Errorf("Ctrl-C: exit %d\n%s", code, d.Log())
	}
	up := testkit.Start(t, binary.Path(t), []string{
		"REPORTBACK_DATA=" + d.Dir, "PUBLIC_URL=http://127.0.0.1:1",
		"TWILIO_ACCOUNT_SID=AC00000000000000000000000000000abc", "TWILIO_AUTH_TOKEN=x1", "TWILIO_FROM=+12065550199",
	}, "up")
	if code := up.Wait(t, 20*time.Second); code != 1 || !strings.Contains(up.Log(), "demo") {
		t.Errorf("a demo's folder for the real service: exit %d: %s", code, up.Log())
	}
}

// A command on a demo's folder lives in the demo's time, which is years from the machine's here: while the demo runs and after it.
func TestCommandsGoByTheDemosClock(t *testing.T) {
	t.Parallel()
	const day = "2031-03-04"
	d := testkit.StartDemo(t, &binary, folder.Copy(t), day+"T10:00:00-08:00")
	d.Run(&binary, "person", "add", "--name", "Bo Lee", "--phone", "206-555-0188", "--role", "organizer")
	d.Run(&binary, "event", "add", "--title", "Meeting", "--at", "2031-02-25T18:00:00-08:00", "--where", "the library")
	d.Signal(syscall.SIGINT)
	if code := d.Wait(t, 15*time.Second); code != 0 {
		t.Fatalf("exit %d\n%s", code, d.Log())
	}
	d.Run(&binary, "person", "add", "--name", "Cy Day", "--phone", "206-555-0189", "--role", "organizer")
	if out := d.Run(&binary, "sending", "off") + d.Run(&binary, "sending", "on"); strings.Contains(out, "overdue") {
		t.Errorf("a text of today is overdue: %s", out)
	}
	if list := d.Run(&binary, "event", "list"); !strings.Contains(list, "2031-02-25") {
		t.Errorf("an event of last week is not listed: %s", list)
	}
	rows, err := csv.NewReader(strings.NewReader(d.Run(&binary, "export", "messages"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	welcomes := 0
	for _, r := range rows {
		if r[5] == "welcome" { // the example that is planned two days behind one is another kind
			welcomes++
			if !strings.HasPrefix(r[1], day) {
				t.Errorf("a welcome of %s", r[1])
			}
		}
	}
	if welcomes != 2 {
		t.Errorf("%d welcomes, want those of both: %v", welcomes, rows)
	}
}

func TestSettingsAreRefusedByName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		env  []string
		args []string
		says string
	}{
		{"nothing set", nil, []string{"up"}, "TWILIO_AUTH_TOKEN"},
		{"an empty token", []string{
			"PUBLIC_URL=https://x.example", "TWILIO_ACCOUNT_SID=AC00000000000000000000000000000abc",
			"TWILIO_AUTH_TOKEN=,", "TWILIO_FROM=+12065550199",
		}, []string{"up"}, "TWILIO_AUTH_TOKEN"},
		{"an unknown flag", nil, []string{"demo", "--loud"}, "--loud"},
		{"a bad zone", []string{"REPORTBACK_ZONE=Mars"}, []string{"person", "list"}, "REPORTBACK_ZONE"},
		{"a clock set ahead for tests", []string{"REPORTBACK_TEST_AHEAD=24h"}, []string{"up"}, "REPORTBACK_TEST_AHEAD"},
		{"a bad time", nil, []string{"demo", "--at", "noon"}, "--at"},
		{
			"no queue for a worker",
			[]string{
				"DATABASE_URL=postgres://x", "PUBLIC_URL=https://x.example",
				"TWILIO_ACCOUNT_SID=AC00000000000000000000000000000abc", "TWILIO_AUTH_TOKEN=x1", "TWILIO_FROM=+12065550199",
			},
			[]string{"worker"},
			"REDIS_URL",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := testkit.Start(t, binary.Path(t), c.env, c.args...)
			if code := p.Wait(t, 20*time.Second); code != 2 || !strings.Contains(p.Log(), c.says) {
				t.Errorf("exit %d: %s", code, p.Log())
			}
		})
	}
}

// TestLogsHoldNoNumbersOrWords reads everything that the demo wrote besides its own database files.
func TestLogsHoldNoNumbersOrWords(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	for _, body := range []string{"REPORT", "yesterday", "Quetzalcoatl Zyx", "206-555-0187", "secretword\x00and \xff"} {
		say(t, d, "+12065550101", body)
	}
	for _, f := range []string{`"timeout"`, `"html503"`, `{"code":21211,"http":400}`} {
		if code := d.Call("/sim/fault", map[string]any{"phone": "+12065550102", "create": jsonRaw(f), "times": 1}, nil); code != 200 {
			t.Fatal(code)
		}
		say(t, d, "+12065550102", "LISTA")
	}
	pg, err := os.ReadFile(d.Dir + "/postgres.log")
	if err != nil {
		t.Fatal(err)
	}
	for _, leak := range []string{"5550101", "5550102", "5550187", "555-0187", "Quetzalcoatl", "secretword", "Ana Ruiz"} {
		if strings.Contains(d.Log(), leak) || strings.Contains(string(pg), leak) {
			t.Errorf("%s leaks into a log", leak)
		}
	}
}

type jsonRaw string

func (j jsonRaw) MarshalJSON() ([]byte, error) { return []byte(j), nil }

// TestProviderFaults: whatever the provider does to one text, it is sent once, or staff see it.
func TestProviderFaults(t *testing.T) { //nolint:tparallel // one phone, one fault after the other
	t.Parallel()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	for _, c := range []struct { //nolint:paralleltest // one phone, one fault after the other
		name   string
		fault  map[string]any
		status string
		want   int // times the text stands in the provider's books
	}{
		{"cut after it was accepted", map[string]any{"create": jsonRaw(`"cut_after_accept"`)}, "delivered", 1},
		{
			"cut after it was accepted, without callbacks",
			map[string]any{"create": jsonRaw(`"cut_after_accept"`), "callbacks": "none"},
			"delivered", 1,
		},
		{"cut before it was accepted", map[string]any{"create": jsonRaw(`"cut_before_accept"`)}, "delivered", 1},
		{"an edge's page", map[string]any{"create": jsonRaw(`"html503"`)}, "delivered", 1},
		{"no answer in time", map[string]any{"create": jsonRaw(`"timeout"`)}, "delivered", 1},
		{"too many requests", map[string]any{"create": jsonRaw(`{"code":20429,"http":429}`)}, "delivered", 1},
		{"callbacks in the wrong order", map[string]any{"callbacks": "reversed"}, "delivered", 1},
		{"callbacks twice", map[string]any{"callbacks": "twice"}, "delivered", 1},
		{"a callback before the 201", map[string]any{"callbacks": "early"}, "delivered", 1},
		{"not delivered", map[string]any{"deliver": "undelivered", "error": 30003}, "undelivered", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.fault["phone"], c.fault["times"] = "+12065550101", 1
			from := len(d.Texts("+12065550101", 0))
			if code := d.Call("/sim/fault", c.fault, nil); code != 200 {
				t.Fatal(code)
			}
			say(t, d, "+12065550101", "LIST")
			if code := d.Call("/sim/clock", map[string]string{"advance": "1m"}, nil); code != 200 {
				t.Fatal(code)
			}
			n, status := 0, ""
			for _, x := range d.Texts("+12065550101", 0)[from:] {
				if x.Kind == "list" {
					n++
					status = x.Status
				}
			}
			if n != c.want || status != c.status {
				t.Errorf("%d times, %s", n, status)
			}
		})
	}
}

// TestTheQueueMayBeWiped flushes Redis again and again while texts come in.
func TestTheQueueMayBeWiped(t *testing.T) {
	t.Parallel()
	redis := testkit.Redis(t)
	if redis == "" {
		t.Skip("no redis-server here; CI fails without one")
	}
	db := cluster.Database(t)
	s := testkit.NewService(t, &binary, db, redis)
	phones := testkit.Organizers(t, db, 20)
	for i, p := range phones {
		textUntilStored(t, s, p, "LIST", sidOf(i))
		conn, err := net.Dial("tcp", redis)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := conn.Write([]byte("FLUSHALL\r\n")); err != nil {
			t.Fatal(err)
		}
		_ = conn.Close()
	}
	testkit.Until(t, 20*time.Second, "every text has its answer", func() bool { return len(s.Fake.Accepted("")) >= len(phones) })
	for _, p := range phones {
		if got := bodies(s.Fake, p); len(got) != 1 {
			t.Errorf("%d answers to one text", len(got))
		}
	}
}

func sidOf(i int) string {
	return "SM" + strings.Repeat("0", 30) + string("0123456789abcdef"[i/16]) + string("0123456789abcdef"[i%16])
}

// TestAHostileCellDoesNotRun: an answer that a spreadsheet would run comes out guarded, and a text with NUL is kept.
func TestAHostileCellDoesNotRun(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, folder.Copy(t), "2026-11-24T10:00:00-08:00")
	say(t, d, "+12065550101", "REPORT Bo Lee yesterday")
	say(t, d, "+12065550101", "Relationship: =HYPERLINK(\"http://x\")\x00")
	for _, flavour := range []string{"crm", "spreadsheet"} {
		out := d.Run(&binary, "export", "reports", "--for", flavour)
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\ufeff"))).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		if got := rows[1][10]; !strings.HasPrefix(got, "'=HYPERLINK") {
			t.Errorf("%s: %q", flavour, got)
		}
	}
}

// TestTheDemoAnswersAtLocalhostAlone: a name of somebody else's that leads to this machine gets nothing of it.
func TestTheDemoAnswersAtLocalhostAlone(t *testing.T) {
	t.Parallel()
	d := testkit.StartDemo(t, &binary, testkit.DataDir(t), "2026-11-24T10:00:00-08:00")
	for host, want := range map[string]int{"": http.StatusOK, "localhost:8080": http.StatusOK, "evil.example": http.StatusMisdirectedRequest} {
		for _, path := range []string{"/sim/info", "/", "/admin/signin"} {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, d.Base+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Host = host
			res, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			_ = res.Body.Close()
			if res.StatusCode != want {
				t.Errorf("%s asked of %q: %d, want %d", path, host, res.StatusCode, want)
			}
		}
	}
	if st, err := os.Stat(filepath.Join(d.Dir, "lock")); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("others may hold the folder's lock: %v %v", st.Mode(), err)
	}
}
