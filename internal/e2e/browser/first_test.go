//go:build browser

package browser

import (
	"context"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/webauthn"
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

// TestAnAdminComesInForTheFirstTime runs the real service: the link of the command line, a password, an authenticator, recovery codes, and
// in again.
func TestAnAdminComesInForTheFirstTime(t *testing.T) {
	t.Parallel()
	base, env := service(t)
	out, err := testkit.RunBinary(t, &binary, env, "person", "add", "--name", "Kim Tran", "--phone", "+12065550104", "--role", "admin")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[1], base+"/admin/first/") {
		t.Fatalf("person add says %q", out)
	}
	b := open(t, base)
	first := strings.TrimPrefix(lines[1], base)
	b.goTo(first)
	b.says("Welcome, Kim Tran")
	b.holds("first")
	const password = "four plain words here"
	b.do("choose", chromedp.Clear("input[name=login]", chromedp.ByQuery), chromedp.SendKeys("input[name=login]", "kim", chromedp.ByQuery),
		chromedp.SendKeys("input[name=password]", password, chromedp.ByQuery))
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
	b.says("To answer")

	b.submit("form.me button")
	b.goTo(first)
	b.says("This link cannot be used any more")
	b.goTo("/admin/signin")
	b.do("fill in", chromedp.SendKeys("input[name=login]", "kim", chromedp.ByQuery),
		chromedp.SendKeys("input[name=password]", password, chromedp.ByQuery))
	b.submit("main form button")
	b.says("Second step")
	b.holds("second")
	b.do("recovery code", chromedp.SendKeys("input[name=code]", recovery, chromedp.ByQuery))
	b.submit("main form button")
	b.says("To answer")
	b.goTo("/admin/account")
	b.says("7 recovery codes left")

	// a passkey, on a security key that chromium plays
	b.do("a security key", webauthn.Enable(), chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := webauthn.AddVirtualAuthenticator(&webauthn.VirtualAuthenticatorOptions{
			Protocol: webauthn.AuthenticatorProtocolCtap2, Transport: webauthn.AuthenticatorTransportUsb, HasUserVerification: true,
			IsUserVerified: true, HasResidentKey: true, AutomaticPresenceSimulation: true,
		}).Do(ctx)
		return err
	}))
	b.do("name it", chromedp.SendKeys("form[data-make] input[name=name]", "the blue key", chromedp.ByQuery))
	b.submit("form[data-make] button")
	b.says("The passkey is added")
	b.says("the blue key")
	b.holds("account")
	b.submit("form.me button")
	b.do("fill in", chromedp.SendKeys("input[name=login]", "kim", chromedp.ByQuery),
		chromedp.SendKeys("input[name=password]", password, chromedp.ByQuery))
	b.submit("main form button")
	b.says("Use a passkey")
	b.submit("form[data-passkey] button")
	b.says("To answer")

	b.submit("form.me button")
	b.goTo("/admin/signin?to=/admin/account")
	b.holds("signin")
	b.submit("form[data-passkey] button")
	b.says("the blue key")
}

// service runs the real service under a host name, since a passkey belongs to one, and returns its address and what its commands need.
func service(t *testing.T) (base string, env []string) {
	t.Helper()
	addr := testkit.FreeAddr(t)
	_, port, err := net.SplitHostPort(addr)
	if err != nil {
		t.Fatal(err)
	}
	base = "http://localhost:" + port
	env = []string{"DATABASE_URL=" + cluster.Database(t), "PUBLIC_URL=" + base, "REPORTBACK_ORG=Resident Action Project"}
	p := testkit.Start(t, binary.Path(t), append([]string{
		"LISTEN=" + addr, "TWILIO_ACCOUNT_SID=" + testkit.Account, "TWILIO_AUTH_TOKEN=" + testkit.Token, "TWILIO_FROM=" + testkit.Number,
		"TWILIO_API_URL=http://127.0.0.1:1",
	}, env...), "up")
	testkit.Until(t, 30*time.Second, "the service is ready", func() bool {
		res, err := http.Get("http://" + addr + "/readyz")
		if err != nil {
			return false
		}
		_ = res.Body.Close()
		return res.StatusCode == http.StatusOK
	})
	t.Cleanup(func() {
		if t.Failed() {
			t.Log(p.Log())
		}
	})
	return base, env
}
