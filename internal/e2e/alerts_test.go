package e2e

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
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

// TestEachAlertFires: what it warns of is brought about on a web without a worker, and its rule turns true by /metrics; before that it is
// not. What needs a worker: TestEachAlertOfTextsFires; a disk: TestAnAlmostFullDiskIsSaid (cmd/reportback).
func TestEachAlertFires(t *testing.T) {
	t.Parallel()
	rules := testkit.AlertRules(t, "../../docs/alerts.yml")
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
	read := func() testkit.Metrics { return testkit.ReadMetrics(t, "http://"+watch+"/metrics") }
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
	if !testkit.Fires(t, rules["NoBackup"], first, first) {
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
		{"TextsWaitTooLong", func() { // the web may have sent every answer itself, so one is put back
			testkit.Until(t, time.Minute, "no call is under way", func() bool {
				return count(t, pg.URL(), `SELECT count(*) FROM messages WHERE state = 2 AND dir = 2`) == 0
			})
			do(`UPDATE messages SET state = 1, sid = NULL, sent_at = NULL, at = at - interval '10 minutes'
				WHERE id = (SELECT id FROM messages WHERE dir = 2 ORDER BY seq DESC LIMIT 1)`)
		}},
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
		if before := read(); testkit.Fires(t, rules[c.alert], first, before) {
			t.Errorf("%s fires before anything is wrong", c.alert)
		}
		c.bring()
		if after := read(); !testkit.Fires(t, rules[c.alert], first, after) {
			t.Errorf("%s does not fire: %s", c.alert, rules[c.alert])
		}
	}
}

// TestEachAlertOfTextsFires: a text that went out twice, one that never reached us, one to a country that is refused.
func TestEachAlertOfTextsFires(t *testing.T) {
	t.Parallel()
	rules := testkit.AlertRules(t, "../../docs/alerts.yml")
	db := cluster.Database(t)
	s := testkit.NewService(t, &binary, db, "")
	phones := testkit.Organizers(t, db, 3)
	at := watchAddr(t, s) + "/metrics"
	first := testkit.ReadMetrics(t, at)
	textUntilStored(t, s, phones[0], "LIST", sidOf(1))
	allAnswered(t, s, db, 1)
	for _, c := range []struct {
		alert string
		bring func()
	}{
		{"SentTwice", func() {
			form := url.Values{
				"AccountSid": {testkit.Account}, "MessageSid": {"SM" + strings.Repeat("f", 32)}, "MessageStatus": {"delivered"}, "To": {phones[0]},
				"From": {testkit.Number},
			}
			address := s.Base + "/twilio/status?m=" + text1(t, db, `SELECT id::text FROM messages WHERE dir = 2`)
			req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(form.Encode()))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			req.Header.Set("X-Twilio-Signature", faketwilio.Sign(testkit.Token, address, form))
			res, err := http.DefaultClient.Do(req)
			if err != nil || res.StatusCode/100 != 2 {
				t.Fatalf("%v %v", res, err)
			}
			_ = res.Body.Close()
		}},
		{"ACountryIsRefused", func() {
			if err := s.Fake.Fault(faketwilio.Fault{Phone: phones[1], Create: []byte(`{"code":21408,"http":400}`), Times: 1}); err != nil {
				t.Fatal(err)
			}
			textUntilStored(t, s, phones[1], "LIST", sidOf(2))
		}},
		{"WordsAreFiltered", func() {
			if err := s.Fake.Fault(faketwilio.Fault{Phone: phones[0], Error: 30007, Times: 3}); err != nil {
				t.Fatal(err)
			}
			for i := range 3 {
				textUntilStored(t, s, phones[0], "LIST", sidOf(10+i))
			}
		}},
		{"TextsDidNotReachUs", func() {
			gone, cancel := context.WithCancel(t.Context())
			cancel() // it stands in the provider's list, and nobody was told
			if _, status, err := s.Fake.Text(gone, phones[2], "LIST", sidOf(3)); err == nil {
				t.Fatalf("taken: %d", status)
			}
		}},
	} {
		if before := testkit.ReadMetrics(t, at); testkit.Fires(t, rules[c.alert], first, before) {
			t.Errorf("%s fires before anything is wrong", c.alert)
		}
		c.bring()
		testkit.Until(t, 90*time.Second, c.alert+" fires", func() bool {
			return testkit.Fires(t, rules[c.alert], first, testkit.ReadMetrics(t, at))
		})
	}
}
