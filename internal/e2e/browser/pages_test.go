//go:build browser

package browser

import (
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/reportback/reportback/internal/testkit"
)

func awaitPromise(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// links returns the addresses of the page's own links.
func (b *tab) links() []string {
	b.t.Helper()
	var out []string
	b.do("links", chromedp.Evaluate(`[...document.querySelectorAll("a[href^='/admin/']")].map(a => a.getAttribute("href"))`, &out))
	return out
}

// shape is an address with its ids left out: one page of each kind is looked at.
func shape(href string) string {
	path, query, _ := strings.Cut(href, "?")
	parts := strings.Split(path, "/")
	for i, p := range parts {
		if len(p) == 36 || p != "" && strings.Trim(p, "0123456789") == "" {
			parts[i] = "*"
		}
	}
	if text, found := strings.CutPrefix(path, "/admin/settings/wording/"); found && text != "" { // hundreds, and all alike
		parts = []string{"", "admin", "settings", "wording", "*"}
	}
	name, _, _ := strings.Cut(query, "=")
	return strings.Join(parts, "/") + "?" + name
}

// furnish gives every page something to show: an event that somebody said they would come to, a file of contacts looked at and one taken
// in, and enough one-on-ones with an outcome for the plots to show rates.
func (b *tab) furnish(d *testkit.Demo) {
	b.t.Helper()
	const ana = "+12065550101"
	say := func(body string) string {
		if code := d.Call("/sim/text", map[string]any{"from": ana, "body": body}, nil); code != http.StatusOK {
			b.t.Fatalf("text %q: %d", body, code)
		}
		list := d.Texts(ana, 0)
		return list[len(list)-1].Kind
	}
	b.goTo("/admin/events")
	b.do("open the form", chromedp.Click(`section[aria-labelledby="h-new"] summary`, chromedp.ByQuery))
	b.do("make an event", chromedp.SetValue(`input[name="title"]`, "Tenant meeting"),
		chromedp.SetValue(`input[name="at"]`, "2026-12-10T18:00"), chromedp.SetValue(`input[name="place"]`, "Community Center"))
	b.submit(`form[action$="/events/new"] button`)
	for i, who := range []string{
		"Abe Ito 206-555-0161", "Bea Ray 206-555-0162", "Cal Oak 206-555-0163", "Dee Fox 206-555-0164",
		"Eli Ash 206-555-0165", "Fay Kim 206-555-0166",
	} {
		say("Meet " + who + " tomorrow " + strconv.Itoa(10+i) + ":15 at the library")
		say("2")
	}
	if code := d.Call("/sim/clock", map[string]string{"advance": "32h"}, nil); code != http.StatusOK {
		b.t.Fatalf("clock: %d", code)
	}
	say("met Abe, Bea, Cal, Dee and Eli, Fay didn't come")
	asked := say("REPORT Abe")
	for _, answer := range []string{"He wants the heat fixed", "come to the tenant meeting Dec 10", "NONE"} {
		asked = say(answer)
	}
	for i := 0; i < 20 && asked != "review"; i++ {
		asked = say("1")
	}
	say("1")
	if !slices.ContainsFunc(d.Texts(ana, 0), func(m testkit.SimText) bool {
		return strings.Contains(m.Body, "Filed.") && strings.Contains(m.Body, "Tenant meeting")
	}) {
		b.t.Fatalf("the report is not filed with its event: %v", d.Texts(ana, 0))
	}
	file := filepath.Join(b.t.TempDir(), "people.csv")
	if err := os.WriteFile(file, []byte("First Name,Last Name,Mobile Number,Email\nGus,Hill,206-555-0171,gus@example.org\nIda,,not a "+
		"number,\n"), 0o600); err != nil {
		b.t.Fatal(err)
	}
	for _, apply := range []bool{true, false} {
		b.goTo("/admin/imports")
		b.do("choose a file", chromedp.SetUploadFiles(`input[name="file"]`, []string{file}))
		b.submit(`form[action$="/imports/try"] button`)
		if apply {
			b.submit(`form[action$="/apply"] button`)
		}
	}
}

func TestEveryPageHoldsToWCAG(t *testing.T) {
	t.Parallel()
	d := demo(t)
	b := open(t, d.Base)
	check := func(path, name string) {
		b.goTo(path)
		b.holds(name)
	}
	check("/admin/signin", "signin")
	check("/admin/first/nothing", "first-gone")
	b.signIn(admin(t, d.Base))
	b.goTo("/admin/settings/webhooks") // the page of one is found only where there is one
	b.do("type an address", chromedp.SetValue(`input[name="url"]`, "http://127.0.0.1:9/hook"))
	b.submit(`form[action$="/webhooks/add"] button`)
	b.holds("webhook-made")
	b.furnish(d)
	seen := map[string]bool{}
	queue := []string{"/admin/", "/admin/account", "/admin/nothing"}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		if s := shape(path); seen[s] || strings.HasPrefix(path, "/admin/assets") {
			continue
		} else {
			seen[s] = true
		}
		name := strings.Trim(strings.NewReplacer("/", "-", "*", "one", "?", "-").Replace(shape(path)), "-")
		check(path, name)
		queue = append(queue, b.links()...)
	}
	b.do("break a rule", chromedp.Evaluate(`document.querySelector("main").insertAdjacentHTML("beforeend", "<img src=/admin/assets/none>")`,
		nil))
	if len(b.violations()) == 0 {
		t.Error("axe-core sees nothing: is it running?")
	}
	for _, s := range []string{
		"/admin/?", "/admin/meetings/*?", "/admin/reports/*?", "/admin/reports/*/edit?", "/admin/events/*?", "/admin/contacts/*?",
		"/admin/contacts/*/erase?", "/admin/organizers/*?", "/admin/messages/*?",
		"/admin/imports/*?", "/admin/promises?show", "/admin/people?", "/admin/settings/wording/*?", "/admin/settings/webhooks/*?",
		"/admin/calendars?", "/admin/audit?",
	} {
		if !seen[s] {
			t.Errorf("no page like %s was looked at; those that were: %v", s, slices.Sorted(maps.Keys(seen)))
		}
	}
}
