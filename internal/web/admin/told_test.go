package admin

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

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
	for _, path := range []string{"/admin/imports/try", "/admin/settings", "/admin/code", "/admin/enrol", "/admin/code/passkey"} {
		body := &counting{}
		r := httptest.NewRequest(http.MethodPost, path, body)
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		if res := w.do(r, ""); res.Code != http.StatusSeeOther || body.n != 0 {
			t.Errorf("%s: %d after %d bytes", path, res.Code, body.n)
		}
	}
}

// TestEveryStepOfSigningInIsInTheAuditLog, also one that is refused, with whose it was and no word of what was typed.
func TestEveryStepOfSigningInIsInTheAuditLog(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.post("", "/admin/signin", url.Values{"login": {"no.such.person"}, "password": {"my secret password"}})
	var got []string
	lines, err := w.db.AuditPage(t.Context(), uuid.Max, 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range lines {
		l := x.What + " " + x.Outcome + " " + x.Name + " " + x.Subject + " " + x.Address
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
