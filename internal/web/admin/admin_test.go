package admin

import (
	"bytes"
	"context"
	"database/sql"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/hook"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
	"github.com/reportback/reportback/internal/web/signin"
)

var cluster testkit.Cluster

func TestMain(m *testing.M) { os.Exit(cluster.Main(m)) }

// house is the page on a database of its own, with somebody of each role signed in.
type house struct {
	t       *testing.T
	db      *store.DB
	h       http.Handler
	cookies map[person.Role]string
	people  map[person.Role]person.Person
	now     time.Time
	hooks   *app.Hooks
	ahead   later   // by how much the page's clock is ahead of the test's
	rows    *sql.DB // the same database, past the store
}

const testPassword = "a long and plain password"

// settled is how the first house stood when its people had signed in: hashing their passwords costs more than most tests do.
var settled struct {
	sync.Mutex
	state   *testkit.State
	cookies map[person.Role]string
	people  map[person.Role]person.Person
}

func newHouse(t *testing.T) *house {
	t.Helper()
	settled.Lock()
	defer settled.Unlock()
	w := &house{t: t, now: time.Now(), cookies: maps.Clone(settled.cookies), people: maps.Clone(settled.people)}
	w.db, w.rows = cluster.From(t, settled.state)
	w.hooks = &app.Hooks{Deps: testkit.Deps(w.db), Rows: w.db, Out: hook.New(true), Machine: testkit.Deps(w.db).Clock}
	desk := w.mount(true)
	if settled.state == nil {
		w.settle(desk)
		settled.state, settled.cookies, settled.people = cluster.State(t, w.rows), maps.Clone(w.cookies), maps.Clone(w.people)
	}
	return w
}

// settle adds one person of each role and signs in those who may.
func (w *house) settle(desk *signin.Desk) {
	w.t.Helper()
	w.cookies, w.people = map[person.Role]string{}, map[person.Role]person.Person{}
	receiver := &app.Receiver{Deps: testkit.Deps(w.db)}
	for i, role := range []person.Role{person.Viewer, person.Staff, person.Admin, person.Organizer} {
		phone, err := sms.PhoneFromE164("+1206555010" + string(rune('0'+i)))
		if err != nil {
			w.t.Fatal(err)
		}
		p, err := receiver.AddPerson(w.t.Context(), app.NewPerson{Name: "Robin " + string(role), Phone: phone, Role: role})
		if err != nil {
			w.t.Fatal(err)
		}
		w.people[role] = p
		if role == person.Organizer {
			continue
		}
		if err := desk.SetPassword(w.t.Context(), p.ID, string(role), testPassword); err != nil {
			w.t.Fatal(err)
		}
		w.cookies[role] = w.signIn(string(role), testPassword)
	}
}

// exec changes a row as something does that the house has not: the provider, or the years.
func (w *house) exec(query string, args ...any) {
	w.t.Helper()
	if _, err := w.rows.ExecContext(w.t.Context(), query, args...); err != nil {
		w.t.Fatal(err)
	}
}

// mount builds the page; without a second step, signing in asks for the password alone.
func (w *house) mount(noSecond bool) *signin.Desk {
	w.t.Helper()
	deps := testkit.Deps(w.db)
	newID := func() uuid.UUID { return uuid.Must(uuid.NewV7()) }
	now := func() time.Time { return w.now }
	desk := signin.New(signin.Desk{Store: w.db, Now: now, NewID: newID, Origin: "https://reportback.example", NoSecond: noSecond})
	a, err := New(Options{
		Desk: desk, Staff: w.db, Read: w.db, Deps: deps, Hooks: w.hooks, Act: (&app.Receiver{Deps: deps}).Act, Clock: w.ahead, Now: now,
		NewID: newID, PublicURL: "https://reportback.example", Log: testkit.Quiet(),
	})
	if err != nil {
		w.t.Fatal(err)
	}
	e := echo.New()
	a.Mount(e)
	w.h = e
	return desk
}

func (w *house) signIn(login, password string) string {
	w.t.Helper()
	res := w.post("", "/admin/signin", url.Values{"login": {login}, "password": {password}})
	for _, c := range res.Result().Cookies() {
		if c.Name == "__Host-reportback" && c.Secure && c.HttpOnly && c.SameSite == http.SameSiteLaxMode && c.Path == "/" {
			return c.Value
		}
	}
	w.t.Fatalf("no cookie for %s: %d %s", login, res.Code, res.Body)
	return ""
}

func (w *house) do(r *http.Request, cookie string) *httptest.ResponseRecorder {
	if cookie != "" {
		r.AddCookie(&http.Cookie{Name: "__Host-reportback", Value: cookie})
	}
	out := httptest.NewRecorder()
	w.h.ServeHTTP(out, r)
	return out
}

func (w *house) get(cookie, path string) *httptest.ResponseRecorder {
	return w.do(httptest.NewRequest(http.MethodGet, path, nil), cookie)
}

func (w *house) post(cookie, path string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", echo.MIMEApplicationForm)
	return w.do(r, cookie)
}

// concrete puts an id that there is not into a route's parameters.
func concrete(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		if p == ":phone" {
			parts[i] = "999999"
		} else if strings.HasPrefix(p, ":") {
			parts[i] = "0191d1a0-0000-7000-8000-000000000001"
		}
	}
	return Root + strings.Join(parts, "/")
}

type route struct {
	method, path string
	least        person.Role
	max          int64
}

// routes lists every route that the table of pages makes.
func routes() []route {
	out := []route{{http.MethodGet, Root + "/nothing/here", viewer, 0}}
	for _, p := range pages() {
		if p.show != nil {
			out = append(out, route{http.MethodGet, concrete(p.path), p.least, 0})
		}
		for _, d := range p.acts {
			least := d.least
			if least == "" {
				least = anyStaff
			}
			out = append(out, route{http.MethodPost, concrete(d.path), least, d.max})
		}
	}
	return out
}

func (r route) request(body string) *http.Request {
	if r.method == http.MethodGet {
		return httptest.NewRequest(http.MethodGet, r.path, nil)
	}
	req := httptest.NewRequest(http.MethodPost, r.path, strings.NewReader(body))
	req.Header.Set("Content-Type", echo.MIMEApplicationForm)
	return req
}

func TestMisuseOfEveryRoute(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	const words = "words=hello&at=2030-01-01T10:00&old=wrong&password=wrong"
	for _, r := range routes() {
		name := r.method + " " + r.path
		if out := w.do(r.request(words), ""); out.Code != http.StatusSeeOther ||
			!strings.HasPrefix(out.Header().Get("Location"), "/admin/signin") {
			t.Errorf("%s without a session: %d", name, out.Code)
		}
		if out := w.do(r.request(words), uuid.NewString()+".guess"); out.Code != http.StatusSeeOther {
			t.Errorf("%s with a guessed session: %d", name, out.Code)
		}
		for role, cookie := range w.cookies {
			if allows(role, r.least) {
				continue
			}
			if out := w.do(r.request(words), cookie); out.Code != http.StatusForbidden {
				t.Errorf("%s as %s: %d", name, role, out.Code)
			}
		}
		if r.method != http.MethodPost {
			continue
		}
		cross := r.request(words)
		cross.Header.Set("Sec-Fetch-Site", "cross-site")
		if out := w.do(cross, w.cookies[person.Admin]); out.Code != http.StatusForbidden {
			t.Errorf("%s from another site: %d", name, out.Code)
		}
		limit := r.max
		if limit == 0 {
			limit = maxBody
		}
		if out := w.do(r.request("words="+strings.Repeat("a", int(limit)+1)),
			w.cookies[person.Admin]); out.Code != http.StatusRequestEntityTooLarge {
			t.Errorf("%s with a huge body: %d", name, out.Code)
		}
	}
}

// TestAWrongMethodSaysWhichAreRight tries every address with the methods that it does not take, as somebody and as nobody.
func TestAWrongMethodSaysWhichAreRight(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	takes := map[string]string{
		Root: "GET, HEAD", Root + "/signin": "GET, HEAD, POST", Root + "/signout": "POST", Root + "/live": "GET",
		Root + "/assets/app.css": "GET, HEAD", Root + "/code/passkey": "POST",
	}
	for _, r := range routes()[1:] { // the first is none
		if has := takes[r.path]; r.method == http.MethodGet && !strings.Contains(has, "GET") {
			takes[r.path] = strings.TrimSuffix("GET, HEAD, "+has, ", ")
		} else if r.method == http.MethodPost && !strings.Contains(has, "POST") {
			takes[r.path] = strings.TrimPrefix(has+", POST", ", ")
		}
	}
	for path, allow := range takes {
		for _, method := range []string{http.MethodDelete, http.MethodPut, http.MethodPatch, http.MethodGet, http.MethodPost, http.MethodHead} {
			if method == http.MethodHead && path != Root+"/live" { // the server asks for the others with GET
				continue
			}
			if strings.Contains(allow, method) {
				continue
			}
			for _, cookie := range []string{"", w.cookies[person.Admin]} {
				out := w.do(httptest.NewRequest(method, path, nil), cookie)
				if out.Code == http.StatusSeeOther && cookie == "" && method == http.MethodGet {
					continue // an act's address that could be a record's: who is nobody signs in first
				}
				if out.Code != http.StatusMethodNotAllowed || out.Header().Get("Allow") != allow {
					t.Errorf("%s %s: %d, Allow %q instead of %q", method, path, out.Code, out.Header().Get("Allow"), allow)
				}
			}
		}
	}
	for path, want := range map[string]int{Root + "/nothing": http.StatusNotFound, Root + "/meetings/x/y/z": http.StatusNotFound} {
		if out := w.do(httptest.NewRequest(http.MethodDelete, path, nil), w.cookies[person.Admin]); out.Code != want {
			t.Errorf("DELETE %s: %d", path, out.Code)
		}
	}
}

func TestWhatIsNotThereIsNotFoundAndNothingBreaks(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	for _, r := range routes() {
		out := w.do(r.request(""), w.cookies[person.Admin])
		if out.Code >= 500 {
			t.Errorf("%s %s: %d", r.method, r.path, out.Code)
		}
		if out.Header().Get("Content-Security-Policy") != policy || out.Header().Get("X-Content-Type-Options") != "nosniff" ||
			out.Header().Get("Referrer-Policy") != "no-referrer" || out.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s %s: headers %v", r.method, r.path, out.Header())
		}
	}
	for _, path := range []string{
		"/admin/meetings?after=x", "/admin/meetings?from=yesterday", "/admin/reports?organizer=me",
		"/admin/messages?after=1_2", "/admin/audit?before=0", "/admin/promises?after=soon",
	} {
		if out := w.get(w.cookies[person.Admin], path); out.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", path, out.Code)
		}
	}
	for _, path := range []string{"/admin/messages/1e9", "/admin/meetings/..%2f", "/admin/meetings/1", "/admin/assets/app.css"} {
		if out := w.get(w.cookies[person.Admin], path); out.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, out.Code)
		}
	}
}

func TestWithTheDatabaseAwayEveryRouteSaysSo(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	gone, err := store.Open(t.Context(), cluster.Lent(t), 4)
	if err != nil {
		t.Fatal(err)
	}
	if err := gone.Close(); err != nil {
		t.Fatal(err)
	}
	w.db = gone
	w.mount(true)
	list := append(routes(), route{http.MethodPost, "/admin/signin", "", 0}, route{http.MethodPost, "/admin/first/x", "", 0})
	for _, r := range list {
		out := w.do(r.request("login=x&password=y"), w.cookies[person.Admin])
		if out.Code != http.StatusServiceUnavailable || !strings.Contains(out.Body.String(), "cannot reach the database") ||
			strings.Contains(out.Body.String(), "sql:") {
			t.Errorf("%s %s: %d %.80s", r.method, r.path, out.Code, out.Body)
		}
	}
}

func TestAPartOfAPageGetsAFragmentOfAFault(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	r := httptest.NewRequest(http.MethodGet, "/admin/meetings/nothing", nil)
	r.Header.Set("HX-Request", "true")
	r.Header.Set("HX-Request-Type", "partial")
	if out := w.do(r, w.cookies[person.Staff]); out.Code != http.StatusNotFound || strings.Contains(out.Body.String(), "<html") {
		t.Errorf("%d %s", out.Code, out.Body)
	}
	r = httptest.NewRequest(http.MethodGet, "/admin/", nil)
	r.Header.Set("HX-Request", "true")
	if out := w.do(r, ""); out.Code != http.StatusUnauthorized || strings.Contains(out.Body.String(), "<html") {
		t.Errorf("%d %s", out.Code, out.Body)
	}
}

func TestAFormSendsNobodyElsewhere(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	for _, to := range []string{
		"https://evil.example/", "//evil.example/admin/", "/\\evil.example", "javascript:alert(1)",
		"/admin/../..//evil.example", "/admin/%2e%2e//evil.example",
		"/twilio/inbound",
	} {
		out := w.post("", "/admin/signin", url.Values{"login": {"admin"}, "password": {testPassword}, "to": {to}})
		if got := out.Header().Get("Location"); out.Code != http.StatusSeeOther || got != "/admin/start" {
			t.Errorf("to %s: %d %s", to, out.Code, got)
		}
		out = w.post(w.cookies[person.Admin], "/admin/account/sessions/end", url.Values{"back": {to}})
		if got := out.Header().Get("Location"); !strings.HasPrefix(got, "/admin/") {
			t.Errorf("back %s: %d %s", to, out.Code, got)
		}
	}
}

func TestEveryChangeIsInTheAuditLog(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.post(w.cookies[person.Staff], "/admin/export", url.Values{"what": {"messages"}, "for": {"crm"}})
	w.post(w.cookies[person.Staff], "/admin/account/password", url.Values{"old": {"wrong"}, "password": {"another long password"}})
	body := w.get(w.cookies[person.Admin], "/admin/audit").Body.String()
	for _, want := range []string{"export", "Robin staff", "password changed", "refused"} {
		if !strings.Contains(body, want) {
			t.Errorf("the audit log lacks %q", want)
		}
	}
	w.hears(1, "please no more")
	w.post(w.cookies[person.Staff], "/admin/attention/"+w.open()[0].ID.String()+"/done", nil)
	w.post(w.cookies[person.Staff], "/admin/organizers/"+w.people[person.Organizer].ID.String()+"/lock", nil)
	body = w.get(w.cookies[person.Admin], "/admin/audit").Body.String()
	for _, want := range []string{"closed: ", "locked a phone: <a href=\"/admin/organizers/" + w.people[person.Organizer].ID.String() +
		"\">Robin organizer</a>"} {
		if !strings.Contains(body, want) {
			t.Errorf("the audit log does not say to whom: %q", want)
		}
	}
	staff, admin := w.people[person.Staff].ID.String(), w.people[person.Admin].ID.String()
	for path, want := range map[string]bool{
		"?who=" + staff: true, "?who=" + admin: false, "?to=2001-01-01": false, "?from=2001-01-01&who=" + staff: true,
	} {
		if got := strings.Contains(w.get(w.cookies[person.Admin], "/admin/audit"+path).Body.String(), "locked a phone: "); got != want {
			t.Errorf("the audit log with %s has what staff did: %v", path, got)
		}
	}
	if out := w.get(w.cookies[person.Admin], "/admin/audit?who=me"); out.Code != http.StatusBadRequest {
		t.Errorf("somebody who is none: %d", out.Code)
	}
	if strings.Contains(body, "<code>/admin") {
		t.Error("the audit log shows addresses")
	}
	if strings.Contains(body, "another long") {
		t.Error("the audit log holds what was typed")
	}
}

func TestAssetsAreKeptForEverAndSmall(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	a, err := loadAssets()
	if err != nil {
		t.Fatal(err)
	}
	for name, limit := range map[string]int{"app.css": 8 << 10, "app.js": 20 << 10} {
		r := httptest.NewRequest(http.MethodGet, a.href(name), nil)
		r.Header.Set("Accept-Encoding", "gzip")
		out := w.do(r, "")
		if out.Code != http.StatusOK || !strings.Contains(out.Header().Get("Cache-Control"), "immutable") ||
			out.Header().Get("Content-Encoding") != "gzip" {
			t.Errorf("%s: %d %v", name, out.Code, out.Header())
		}
		if out.Body.Len() > limit {
			t.Errorf("%s is %d bytes packed, over %d", name, out.Body.Len(), limit)
		}
		plain := w.get("", a.href(name))
		if plain.Header().Get("Content-Encoding") != "" || bytes.Equal(plain.Body.Bytes(), out.Body.Bytes()) {
			t.Errorf("%s is packed for a browser that does not ask for it", name)
		}
	}
}

func TestAStreamEndsWithItsBrowserAndTellsOfChanges(t *testing.T) {
	t.Parallel()
	var mark atomic.Value
	mark.Store("b")
	n := newNews(func(context.Context) (string, error) { return mark.Load().(string), nil }) //nolint:forcetypeassert // stored above
	ch, leave := n.join(t.Context(), "a")
	<-ch // it changed between the page and the stream
	mark.Store("c")
	<-ch
	leave()
	if n.stop != nil || len(n.streams) != 0 {
		t.Error("somebody still looks for nobody")
	}
}
