//go:build browser

package browser

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/pquerna/otp/totp"

	"github.com/reportback/reportback/internal/testkit"
)

// holds fails when the page that is open breaks a rule or is wider than its window, light or dark, at both widths.
func (b *tab) holds(name string) {
	b.t.Helper()
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{360, 1280} {
			b.scheme(scheme)
			b.size(width, 900)
			for _, v := range b.violations() {
				b.t.Errorf("%s %s %d: %s", name, scheme, width, v)
			}
			if b.sideways() {
				b.t.Errorf("%s %s: wider than %d", name, scheme, width)
			}
			b.shot(name + "-" + scheme + "-" + map[int64]string{360: "360", 1280: "1280"}[width])
		}
	}
}

// TestAnAdminComesInForTheFirstTime runs the real service: the link of the command line, a password, an authenticator, recovery codes, and in again.
func TestAnAdminComesInForTheFirstTime(t *testing.T) {
	t.Parallel()
	s := testkit.NewService(t, &binary, cluster.Database(t), "")
	out, err := testkit.RunBinary(t, &binary, []string{"DATABASE_URL=" + s.DB, "PUBLIC_URL=" + s.Base}, "person", "add", "--name", "Kim Tran", "--phone", "+12065550104", "--role", "admin")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[1], s.Base+"/admin/first/") {
		t.Fatalf("person add says %q", out)
	}
	b := open(t, s.Base)
	first := strings.TrimPrefix(lines[1], s.Base)
	b.goTo(first)
	b.says("Welcome, Kim Tran")
	b.holds("first")
	const password = "four plain words here"
	b.do("choose", chromedp.Clear("input[name=login]", chromedp.ByQuery), chromedp.SendKeys("input[name=login]", "kim", chromedp.ByQuery), chromedp.SendKeys("input[name=password]", password, chromedp.ByQuery))
	b.submit("main form button")
	b.says("Set up the second step")
	b.holds("enrol")
	var key string
	b.do("key", chromedp.Text("code.key", &key, chromedp.ByQuery))
	key = strings.ReplaceAll(key, " ", "")
	code, err := totp.GenerateCode(key, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	b.do("code", chromedp.SendKeys("input[name=code]", code, chromedp.ByQuery))
	b.submit("main form button")
	b.says("Keep these recovery codes")
	var recovery string
	b.do("recovery code", chromedp.Text(".codes code", &recovery, chromedp.ByQuery))
	b.holds("codes")
	b.submit("main a.button")
	b.says("Needs an answer")

	b.submit("form.me button")
	b.goTo(first)
	b.says("This link cannot be used any more")
	b.goTo("/admin/signin")
	b.do("fill in", chromedp.SendKeys("input[name=login]", "kim", chromedp.ByQuery), chromedp.SendKeys("input[name=password]", password, chromedp.ByQuery))
	b.submit("main form button")
	b.says("Second step")
	b.holds("second")
	b.do("recovery code", chromedp.SendKeys("input[name=code]", recovery, chromedp.ByQuery))
	b.submit("main form button")
	b.says("Needs an answer")
	b.goTo("/admin/account")
	b.says("7 recovery codes left")
}
