package admin

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pquerna/otp/totp"

	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/person"
)

// counting is a body that says how much of it was read.
type counting struct{ n int }

func (c *counting) Read(b []byte) (int, error) {
	if c.n > 8<<20 {
		return 0, io.EOF
	}
	c.n += len(b)
	return len(b), nil
}

// TestAStrangersBodyIsNotRead: who is not signed in is sent to sign in before a byte of what they post is taken.
func TestAStrangersBodyIsNotRead(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	for _, path := range []string{"/admin/imports/try", "/admin/settings/sending", "/admin/code", "/admin/enrol", "/admin/code/passkey"} {
		body := &counting{}
		r := httptest.NewRequest(http.MethodPost, path, body)
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		if res := w.do(r, ""); res.Code != http.StatusSeeOther || body.n != 0 {
			t.Errorf("%s: %d after %d bytes", path, res.Code, body.n)
		}
	}
	body := &counting{}
	r := httptest.NewRequest(http.MethodPost, "/admin/settings", body)
	if res := w.do(r, ""); res.Code != http.StatusMethodNotAllowed || body.n != 0 {
		t.Errorf("an address that takes no post: %d after %d bytes", res.Code, body.n)
	}
}

// TestEveryStepOfSigningInIsInTheAuditLog, also one that is refused, with whose it was and no word of what was typed.
func TestEveryStepOfSigningInIsInTheAuditLog(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.post("", "/admin/signin", url.Values{"login": {"no.such.person"}, "password": {"my secret password"}})
	var got []string
	lines, err := w.db.AuditPage(t.Context(), staff.AuditFilter{N: 100})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range lines {
		l := x.What + " " + string(x.Outcome) + " " + x.Name + " " + x.Subject + " " + x.Address
		got = append(got, l)
		if strings.Contains(l, "no.such.person") || strings.Contains(l, "secret") {
			t.Errorf("what was typed: %s", l)
		}
	}
	if all := strings.Join(got, "\n"); !strings.Contains(all, "signed in with a password refused") ||
		!strings.Contains(all, "signed in with a password done") {
		t.Errorf("audit log:\n%s", all)
	}
}

// TestAnOpenSessionAloneSetsUpNoSecondStep: what else a session remembers opens no road to another authenticator.
func TestAnOpenSessionAloneSetsUpNoSecondStep(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff := w.cookies[person.Staff]
	if out := w.post(staff, "/admin/account/passkeys/ask", nil); out.Code != http.StatusOK {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	if out := w.get(staff, "/admin/enrol"); out.Code != http.StatusSeeOther {
		t.Errorf("the page: %d", out.Code)
	}
	if out := w.post(staff, "/admin/enrol", url.Values{"code": {"123456"}}); out.Code != http.StatusSeeOther {
		t.Errorf("a code: %d", out.Code)
	}
	if out := w.post(staff, "/admin/account/second", url.Values{"old": {"not it"}}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("with a wrong password: %d", out.Code)
	}
	if out := w.post(staff, "/admin/account/second", url.Values{"old": {testPassword}}); out.Header().Get("Location") != "/admin/enrol" {
		t.Errorf("with the password: %d", out.Code)
	}
	if out := w.get(staff, "/admin/enrol"); out.Code != http.StatusOK {
		t.Errorf("the page, after the password: %d", out.Code)
	}
}

// TestARecoveryCodeIsInTheAuditLog: set up, used, used again and guessed, each by what it was and whose, never the code.
func TestARecoveryCodeIsInTheAuditLog(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.mount(false)
	half := w.signIn("staff", testPassword)
	key := regexp.MustCompile(`<code class="key">([^<]+)`).FindStringSubmatch(w.get(half, "/admin/enrol").Body.String())
	if key == nil {
		t.Fatal("no key is shown")
	}
	code, err := totp.GenerateCode(strings.ReplaceAll(key[1], " ", ""), w.now)
	if err != nil {
		t.Fatal(err)
	}
	shown := w.post(half, "/admin/enrol", url.Values{"code": {code}}).Body.String()
	codes := regexp.MustCompile(`<li><code>([^<]+)`).FindAllStringSubmatch(shown, -1)
	if len(codes) != 8 {
		t.Fatalf("%d recovery codes: %s", len(codes), shown)
	}
	for _, c := range []struct {
		code string
		want int
	}{
		{codes[0][1], http.StatusSeeOther},
		{codes[0][1], http.StatusUnprocessableEntity},
		{"AAAA-BBBB-CCCC-DDDD", http.StatusUnprocessableEntity},
	} {
		if out := w.post(w.signIn("staff", testPassword), "/admin/code", url.Values{"code": {c.code}}); out.Code != c.want {
			t.Errorf("%d, want %d", out.Code, c.want)
		}
	}
	lines, err := w.db.AuditPage(t.Context(), staff.AuditFilter{N: 100})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range slices.Backward(lines) {
		if strings.HasPrefix(x.What, "second step") {
			got = append(got, x.What+" "+string(x.Outcome)+", "+x.Name)
		}
		if strings.Contains(x.What+x.Subject+x.Address, codes[0][1]) || strings.Contains(x.What+x.Subject, code) {
			t.Errorf("a code stands in it: %+v", x)
		}
	}
	want := []string{
		"second step set up done, Robin staff", "second step with a recovery code done, Robin staff",
		"second step with a recovery code refused, Robin staff", "second step with a recovery code refused, Robin staff",
	}
	if !slices.Equal(got, want) {
		t.Errorf("audit log: %q", got)
	}
}
