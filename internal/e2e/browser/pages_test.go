//go:build browser

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
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
	b.do("break a rule", chromedp.Evaluate(`document.querySelector("main").insertAdjacentHTML("beforeend", "<img src=/admin/assets/none>")`, nil))
	if len(b.violations()) == 0 {
		t.Error("axe-core sees nothing: is it running?")
	}
	if len(seen) < 12 {
		t.Errorf("only %d kinds of pages found: %v", len(seen), seen)
	}
}
