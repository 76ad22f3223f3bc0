//go:build browser

package browser

import (
	"context"
	"net"
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

// comesIn follows a first link: a password, an authenticator, recovery codes, Today. It returns one of the codes.
func (b *tab) comesIn(link, name string, w way) (recovery string) {
	b.t.Helper()
	b.goTo(link)
	b.says("Welcome, " + name)
	b.holds("first")
	b.do("choose", chromedp.Clear("input[name=login]", chromedp.ByQuery), chromedp.SendKeys("input[name=login]", w.Login, chromedp.ByQuery),
		chromedp.SendKeys("input[name=password]", w.Password, chromedp.ByQuery))
	b.submit("main form button")
	b.says("Set up the second step")
	b.holds("enrol")
	code, err := totp.GenerateCode(strings.ReplaceAll(b.words("code.key"), " ", ""), time.Now())
	if err != nil {
		b.t.Fatal(err)
	}
	b.do("code", chromedp.SendKeys("input[name=code]", code, chromedp.ByQuery))
	b.submit("main form button")
	b.says("Keep these recovery codes")
	recovery = b.words(".codes code")
	b.holds("codes")
	b.submit("main a.button")
	b.says("To answer")
	return recovery
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
	const password = "four plain words here"
	recovery := b.comesIn(first, "Kim Tran", way{"kim", password})

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

// TestStaffWhoAreAddedOnThePageComeIn: an admin adds somebody to the staff and hands the link over; by it they come to Today, where the
// people and the settings are not theirs, and they can come again by their password.
func TestStaffWhoAreAddedOnThePageComeIn(t *testing.T) {
	t.Parallel()
	base, env := service(t)
	out, err := testkit.RunBinary(t, &binary, env, "person", "add", "--name", "Kim Tran", "--phone", "+12065550104", "--role", "admin")
	if err != nil {
		t.Fatal(err)
	}
	_, link, _ := strings.Cut(strings.TrimSpace(out), "\n")
	const password = "five other plain words here"
	b := open(t, base)
	b.comesIn(strings.TrimPrefix(link, base), "Kim Tran", way{"kim", "four plain words here"})
	b.goTo("/admin/people")
	const add = `section[aria-labelledby="h-add"] `
	b.do("add Ines", chromedp.SendKeys(add+"input[name=name]", "Ines Vale", chromedp.ByQuery),
		chromedp.SendKeys(add+"input[name=phone]", "206-555-0197", chromedp.ByQuery),
		chromedp.SetValue(add+"select[name=role]", "staff", chromedp.ByQuery))
	b.submit(add + "button")
	b.says("A link for Ines Vale")
	link = b.words(`section[aria-labelledby="h-link"] code`)
	b.submit("form.me button")
	b.comesIn(strings.TrimPrefix(link, base), "Ines Vale", way{"ines", password})
	menu := b.words("header nav")
	if !strings.Contains(menu, "Contacts") || strings.Contains(menu, "Settings") || strings.Contains(menu, "People") {
		t.Errorf("staff are shown %q", menu)
	}
	b.submit("form.me button")
	b.goTo("/admin/signin")
	b.do("fill in", chromedp.SendKeys("input[name=login]", "ines", chromedp.ByQuery),
		chromedp.SendKeys("input[name=password]", password, chromedp.ByQuery))
	b.submit("main form button")
	b.says("Second step")
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
	testkit.UntilReady(t, addr)
	t.Cleanup(func() {
		if t.Failed() {
			t.Log(p.Log())
		}
	})
	return base, env
}
