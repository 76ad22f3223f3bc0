package admin

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/testkit"
)

// hears brings a text in from a number.
func (w *house) hears(n int, words string) {
	w.t.Helper()
	phone, err := sms.PhoneFromE164(fmt.Sprintf("+1206555%04d", 1000+n))
	if err != nil {
		w.t.Fatal(err)
	}
	r := &app.Receiver{Deps: testkit.Deps(w.db)}
	in := sms.Inbound{SID: fmt.Sprintf("SM%032d", n), From: phone.E164(), Phone: phone, Body: sms.NewBody(words), Segments: 1}
	if err := r.Inbound(w.t.Context(), in); err != nil {
		w.t.Fatal(err)
	}
}

func (w *house) open() []page.Need {
	w.t.Helper()
	list, err := w.db.Open(w.t.Context(), testkit.Now().Add(time.Minute), page.NeedFilter{N: 500})
	if err != nil {
		w.t.Fatal(err)
	}
	return list
}

func TestWithAHundredOpenTheNewestStandOnTodayAndTheRestIsAPageAway(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	for i := range 100 {
		w.hears(i, fmt.Sprintf("question number %d.", i))
	}
	w.hears(200, "URGENT my landlord is changing the locks")
	body := w.get(w.cookies[person.Staff], "/admin/").Body.String()
	now, rest, _ := strings.Cut(body, `id="h-today"`)
	if !strings.Contains(now, "Waiting now (1)") || !strings.Contains(now, "changing the locks") {
		t.Error("who cannot wait does not come first")
	}
	for _, want := range []string{"To answer (100)", "question number 99.", "question number 90.", "All 100, newest first"} {
		if !strings.Contains(rest, want) {
			t.Errorf("Today does not say %q", want)
		}
	}
	seen := map[string]bool{}
	number := regexp.MustCompile(`question number \d+\.`)
	for path := "/admin/inbox?show=today"; path != ""; {
		list := w.get(w.cookies[person.Staff], path).Body.String()
		for _, s := range number.FindAllString(list, -1) {
			seen[s] = true
		}
		path = ""
		if m := regexp.MustCompile(`rel="next" href="([^"]+)"`).FindStringSubmatch(list); m != nil {
			path = strings.ReplaceAll(m[1], "&amp;", "&")
		}
	}
	if len(seen) != 100 {
		t.Errorf("the pages hold %d of 100", len(seen))
	}
}

func TestSeveralAreClosedAtOnceAndTakenBack(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	cookie := w.cookies[person.Staff]
	for i := range 4 {
		w.hears(i, fmt.Sprintf("question number %d", i))
	}
	list := w.open()
	form := url.Values{
		"do": {"done"}, "word": {"called them"}, "back": {"/admin/"},
		"need": {list[0].ID.String(), list[1].ID.String(), list[2].ID.String()},
	}
	if out := w.post(cookie, "/admin/attention/several", form); out.Code != http.StatusSeeOther {
		t.Fatalf("%d", out.Code)
	}
	if n := len(w.open()); n != 1 {
		t.Fatalf("%d are open, want 1", n)
	}
	body := w.get(cookie, "/admin/").Body.String()
	m := regexp.MustCompile(`action="(/admin/attention/reopen[^"]+)"`).FindStringSubmatch(body)
	if m == nil || !strings.Contains(body, "3 lines closed.") {
		t.Fatal("the page does not say what was closed, with an undo")
	}
	closed := w.get(cookie, "/admin/inbox?show=closed").Body.String()
	if strings.Count(closed, "Robin staff") < 3 || !strings.Contains(closed, "called them") {
		t.Error("the list of what was closed does not say by whom and why")
	}
	w.post(cookie, strings.ReplaceAll(m[1], "&amp;", "&"), url.Values{"back": {"/admin/"}})
	if n := len(w.open()); n != 4 {
		t.Errorf("%d are open after the undo, want 4", n)
	}
	if out := w.post(cookie, "/admin/attention/several", url.Values{"do": {"done"}}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("nothing ticked: %d", out.Code)
	}
}

func TestClosingGoesOnAtTheRowBelow(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	cookie := w.cookies[person.Staff]
	w.hears(1, "first question")
	w.hears(2, "second question")
	list := w.open()
	out := w.post(cookie, "/admin/attention/"+list[0].ID.String()+"/done", url.Values{"back": {"/admin/"}, "next": {list[1].ID.String()}})
	if want := "/admin/#need-" + list[1].ID.String(); out.Header().Get("Location") != want {
		t.Errorf("goes on at %s, want %s", out.Header().Get("Location"), want)
	}
	out = w.post(cookie, "/admin/attention/"+list[1].ID.String()+"/later",
		url.Values{"until": {"week"}, "back": {"/admin/"}, "next": {"//elsewhere.example"}})
	if out.Header().Get("Location") != "/admin/" {
		t.Errorf("a place that is no row: %s", out.Header().Get("Location"))
	}
	w.post(cookie, "/admin/attention/reopen?what=later&ids="+list[1].ID.String(), nil)
	if left := w.open(); len(left) != 1 || left[0].ID != list[1].ID {
		t.Error("a putting off is not taken back")
	}
}

func TestTheInboxIsNarrowedToOnesOwnOrNobodys(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	cookie := w.cookies[person.Staff]
	w.hears(1, "mine to answer")
	w.hears(2, "nobody has this")
	w.hears(3, "a colleague's")
	for _, n := range w.open() {
		switch n.Words {
		case "mine to answer":
			w.post(cookie, "/admin/attention/"+n.ID.String()+"/take", nil)
		case "a colleague's":
			w.post(w.cookies[person.Admin], "/admin/attention/"+n.ID.String()+"/take", nil)
		}
	}
	for query, want := range map[string][]string{
		"":            {"mine to answer", "nobody has this", "a colleague&#39;s"},
		"?whose=mine": {"mine to answer"}, "?whose=nobody": {"nobody has this"},
	} {
		body := w.get(cookie, "/admin/"+query).Body.String()
		if !strings.Contains(body, fmt.Sprintf("To answer (%d)", len(want))) {
			t.Errorf("%q does not count %d", query, len(want))
		}
		for _, words := range want {
			if !strings.Contains(body, words) {
				t.Errorf("%q does not show %q", query, words)
			}
		}
	}
}
