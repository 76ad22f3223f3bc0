package admin

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
)

func TestAWebhookIsMadeChangedTestedAndEnded(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin := w.cookies[person.Admin]
	var status atomic.Int32
	status.Store(http.StatusOK)
	tool := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, _ *http.Request) { out.WriteHeader(int(status.Load())) }))
	t.Cleanup(tool.Close)
	if body := w.get(admin, "/admin/settings").Body.String(); !strings.Contains(body, `href="/admin/settings/webhooks"`) {
		t.Error("the settings do not lead there")
	}
	out := w.post(admin, "/admin/settings/webhooks/add", url.Values{
		"url":   {tool.URL},
		"event": {"report.filed", "meeting.held", "test.ping", "no.such"}, "full": {"on"},
	})
	secret := regexp.MustCompile(`value="(whsec_[^"]+)"`).FindStringSubmatch(out.Body.String())
	at := regexp.MustCompile(`/admin/settings/webhooks/([0-9a-f-]{36})/change`).FindStringSubmatch(out.Body.String())
	if out.Code != http.StatusOK || secret == nil || at == nil {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	if strings.Contains(out.Body.String(), "/admin/live") {
		t.Error("the page that shows the secret offers to show something else")
	}
	one := "/admin/settings/webhooks/" + at[1]
	shows := func(path string, want ...string) string {
		t.Helper()
		body := w.get(admin, path).Body.String()
		for _, s := range want {
			if !strings.Contains(body, s) {
				t.Errorf("%s does not say %q:\n%s", path, s, body)
			}
		}
		if strings.Contains(body, "whsec_") {
			t.Errorf("%s shows a secret", path)
		}
		return body
	}
	shows("/admin/settings/webhooks", tool.URL, "2 of 15 events", "with names, numbers and words", "nothing sent yet")
	shows(one, `value="report.filed" checked`, `name="full" value="on" checked`)
	if body := shows(one); strings.Count(body, " checked>") != 3 {
		t.Errorf("%d boxes are ticked, want 3", strings.Count(body, " checked>"))
	}

	for i, want := range []string{"taken", "it has a fault of its own (status 503)"} {
		if out := w.post(admin, one+"/test", nil); out.Code != http.StatusSeeOther || out.Header().Get("Location") != one {
			t.Fatalf("%d %s", out.Code, out.Header().Get("Location"))
		}
		shows(one, "waiting")
		if err := w.hooks.Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
		body := shows(one, want)
		if strings.Count(body, "test.ping") != i+1 {
			t.Errorf("%d tests are listed, want %d", strings.Count(body, "test.ping"), i+1)
		}
		status.Store(http.StatusServiceUnavailable)
	}
	shows(one, "given up", "delivered")

	form := url.Values{"url": {tool.URL + "/two"}, "event": {"text.failed"}, "version": {"1"}}
	if out := w.post(admin, one+"/change", form); out.Code != http.StatusSeeOther {
		t.Fatalf("changed: %d %s", out.Code, out.Body)
	}
	shows(one, tool.URL+"/two", "ids, states and times only")
	if out := w.post(admin, one+"/change", form); out.Code != http.StatusConflict {
		t.Errorf("changed as it was seen before: %d", out.Code)
	}
	again := w.post(admin, one+"/secret", nil)
	if renewed := regexp.MustCompile(`value="(whsec_[^"]+)"`).FindStringSubmatch(again.Body.String()); renewed == nil ||
		renewed[1] == secret[1] {
		t.Errorf("no new secret: %d", again.Code)
	}
	w.post(admin, one+"/off", nil)
	shows(one, "It was turned off here.", "Turn it on")
	if out := w.post(admin, one+"/test", url.Values{"back": {one}}); out.Code != http.StatusUnprocessableEntity ||
		!strings.Contains(out.Body.String(), "It is off; turn it on first.") {
		t.Errorf("tested while off: %d", out.Code)
	}
	w.post(admin, one+"/on", nil)
	shows(one, "Turn it off")
	w.post(admin, one+"/end", nil)
	shows("/admin/settings/webhooks", "Nowhere yet.", "The webhook is ended")
	for _, act := range []string{"", "/change", "/on", "/off", "/secret", "/test", "/end"} {
		out := w.post(admin, one+act, form)
		if act == "" {
			out = w.get(admin, one)
		}
		if out.Code != http.StatusNotFound && (act != "/change" || out.Code != http.StatusConflict) {
			t.Errorf("%s of an ended one: %d", act, out.Code)
		}
	}
	log := w.get(admin, "/admin/audit").Body.String()
	for _, want := range []string{
		"webhook made", "webhook changed", "webhook tested", "webhook turned off", "webhook turned on",
		"webhook&#39;s secret made anew", "webhook ended", at[1],
	} {
		if !strings.Contains(log, want) {
			t.Errorf("the audit log lacks %q", want)
		}
	}
	if strings.Contains(log, tool.URL) || strings.Contains(log, "whsec_") {
		t.Error("the audit log holds what was typed or made")
	}
}

func TestARefusedWebhookKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	for _, c := range []struct {
		form url.Values
		want string
	}{
		{url.Values{"url": {"ftp://example.org/hook"}, "event": {"report.filed"}, "full": {"on"}}, "The address must begin with https://."},
		{
			url.Values{"url": {"https://me:pw@example.org/hook"}, "event": {"report.filed"}, "full": {"on"}},
			"The address must not hold a name or password.",
		},
		{url.Values{"url": {"https://10.0.0.1/hook"}, "event": {"report.filed"}, "full": {"on"}}, "The address leads into a private network."},
		{url.Values{"url": {"https://example.org/hook"}}, "Choose at least one event."},
	} {
		out := w.post(w.cookies[person.Admin], "/admin/settings/webhooks/add", c.form)
		body := out.Body.String()
		if out.Code != http.StatusUnprocessableEntity || !strings.Contains(body, c.want) ||
			!strings.Contains(body, `value="`+c.form.Get("url")+`"`) {
			t.Errorf("%v: %d without %q", c.form, out.Code, c.want)
		}
		if want := len(c.form["event"]) + len(c.form["full"]); strings.Count(body, " checked>") != want {
			t.Errorf("%v: %d boxes are ticked, want %d", c.form, strings.Count(body, " checked>"), want)
		}
	}
	list, err := w.db.HookEndpoints(t.Context())
	if err != nil || len(list) != 0 {
		t.Errorf("%d are kept (%v)", len(list), err)
	}
}

func TestTodaySaysThatAWebhookIsOff(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	e, _, err := w.hooks.Add(t.Context(), app.HookEndpoint{URL: "http://127.0.0.1:9/hook", Events: allEvents()})
	if err != nil {
		t.Fatal(err)
	}
	s := app.HookSwitch{
		ID: e.ID, Off: app.HookFailing, At: w.now, Now: w.now,
		Note: "a webhook was switched off: its address took nothing for three days", Need: uuid.Must(uuid.NewV7()),
	}
	if changed, err := w.db.SwitchHook(t.Context(), s); err != nil || !changed {
		t.Fatal(changed, err)
	}
	for role, leads := range map[person.Role]bool{person.Admin: true, person.Staff: false} {
		body := w.get(w.cookies[role], "/admin/").Body.String()
		if !strings.Contains(body, "webhook off") || !strings.Contains(body, s.Note) ||
			strings.Contains(body, "/admin/settings/webhooks/"+e.ID.String()) != leads {
			t.Errorf("%s reads:\n%s", role, body)
		}
	}
	body := w.get(w.cookies[person.Admin], "/admin/settings/webhooks/"+e.ID.String()).Body.String()
	if !strings.Contains(body, "It took nothing for three days.") {
		t.Error("its page does not say why")
	}
}
