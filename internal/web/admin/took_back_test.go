package admin

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/testkit"
)

// undone presses Undo on the page that says it.
func (w *house) undone(cookie, path, said, after string) {
	w.t.Helper()
	body := w.get(cookie, path).Body.String()
	undo := regexp.MustCompile(`(?s)` + regexp.QuoteMeta(said) + `[^<]*<form method="post" action="([^"]+)"`).FindStringSubmatch(body)
	if undo == nil {
		w.t.Fatalf("%s offers no undo after %q: %s", path, said, body)
	}
	if out := w.post(cookie, undo[1], url.Values{"back": {path}}); out.Code != http.StatusSeeOther {
		w.t.Fatalf("undo: %d %s", out.Code, out.Body)
	}
	if !strings.Contains(w.get(cookie, path).Body.String(), after) {
		w.t.Errorf("the page does not say %q", after)
	}
	again := w.post(cookie, undo[1], url.Values{"back": {path}}).Body.String() + w.get(cookie, path).Body.String()
	if !strings.Contains(again, "It is open, or was closed more than an hour ago.") {
		w.t.Errorf("undone twice: %s", again)
	}
}

func TestAPromiseThatWasClosedIsOpenedAgain(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.reported(true)
	staff := w.cookies[person.Staff]
	id := regexp.MustCompile(`/admin/promises/([0-9a-f-]{36})/close`).FindStringSubmatch(w.has("/admin/promises", "send her the flyer"))
	if id == nil {
		t.Fatal("no promise can be closed")
	}
	out := w.post(staff, "/admin/promises/"+id[1]+"/close", url.Values{"kept": {"no"}, "word": {"lost"}, "back": {"/admin/promises"}})
	if out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	w.undone(staff, "/admin/promises", "Done.", "It is open again.")
	w.has("/admin/promises", "send her the flyer")
	list, err := w.db.ReportList(t.Context(), page.ReportFilter{N: 1})
	if err != nil || len(list) != 1 {
		t.Fatal(err)
	}
	lines, err := w.db.Timeline(t.Context(), []page.Subject{{Kind: "report", ID: list[0].ID}}, 50)
	if err != nil || !slices.ContainsFunc(lines, func(l page.Line) bool { return l.What == string(change.Reopened) }) {
		t.Errorf("its history does not say so: %+v %v", lines, err)
	}
}

func TestADebriefThatWasClosedIsOpenedAgainWithItsReports(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	report := w.reported(true)
	staff := w.cookies[person.Staff]
	w.save(change.SaveDebrief{
		ID: uuid.Must(uuid.NewV7()), OrganizerID: w.people[person.Organizer].ID, StaffID: w.people[person.Staff].ID,
		On: testkit.Now().Format(time.DateOnly), At: testkit.Now(),
	})
	id := regexp.MustCompile(`/admin/debriefs/([0-9a-f-]{36})/done`).FindStringSubmatch(w.has("/admin/promises", "Reports to read first: 1"))
	if id == nil {
		t.Fatal("no debrief can be closed")
	}
	out := w.post(staff, "/admin/debriefs/"+id[1]+"/done", url.Values{"back": {"/admin/promises"}})
	if out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	if body := w.get(w.cookies[person.Viewer], "/admin/reports/"+report.String()).Body.String(); !strings.Contains(body, ">debriefed<") {
		t.Error("the report is not debriefed")
	}
	w.undone(staff, "/admin/promises", "Done: every report since the last debrief is covered.", "It is open again.")
	w.has("/admin/promises", "Reports to read first: 1")
	if body := w.get(staff, "/admin/reports/"+report.String()).Body.String(); strings.Contains(body, ">debriefed<") {
		t.Error("the report is debriefed still")
	}
}

func TestReportsAreReadOneBelowTheOther(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.reported(true)
	w.has("/admin/reports?view=read", "Robin organizer on Dora Vance", "Learned", "She has mold", "send her the flyer")
	if body := w.get(w.cookies[person.Viewer], "/admin/reports?view=read").Body.String(); strings.Contains(body, "She has mold") {
		t.Error("a viewer reads words of people")
	}
}

func TestAGuestListIsForTheDoor(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	event := w.newEvent("Tenant meeting", testkit.Now().Add(48*time.Hour))
	for i, name := range []string{"Zoë Adams", "Ana Zimmer"} {
		out := w.post(w.cookies[person.Staff], event+"/guest", url.Values{"name": {name}, "phone": {"206-555-018" + string(rune('0'+i))}})
		if out.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", out.Code, out.Body)
		}
	}
	w.has(event, event+"/list")
	body := w.has(event+"/list", "Tenant meeting", "☐", "206-555-0180")
	if strings.Index(body, "Zoë Adams") > strings.Index(body, "Ana Zimmer") {
		t.Error("not by last name")
	}
}

func TestAnOrganizerIsAddedAmongTheOrganizers(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin := w.cookies[person.Admin]
	form := url.Values{"name": {"Pat Wu"}, "phone": {"206-555-0166"}, "role": {"organizer"}, "back": {"/admin/organizers"}}
	out := w.post(admin, "/admin/organizers/new", form)
	to := out.Header().Get("Location")
	if out.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/admin/organizers/") {
		t.Fatalf("%d %s %s", out.Code, to, out.Body)
	}
	if body := w.get(admin, to).Body.String(); !strings.Contains(body, "Pat Wu is added, and gets the welcome text.") {
		t.Error(body)
	}
	out = w.post(admin, "/admin/organizers/new", form)
	if body := w.get(admin, out.Header().Get("Location")).Body.String(); !strings.Contains(body, "Pat Wu was there already") {
		t.Errorf("%d %s", out.Code, body)
	}
}

func TestEveryTextStandsInAPartOfTheWording(t *testing.T) {
	t.Parallel()
	n := map[string]int{}
	for _, k := range lang.Changeable() {
		n[groupOf(k)]++
	}
	for _, g := range wordGroups() {
		if n[g.Name] == 0 || n[g.Name] > 150 {
			t.Errorf("%s has %d texts", g.Title, n[g.Name])
		}
	}
	for k, want := range map[lang.Key]string{"first": "before", "staff_filed": "staff", "tip_3": "mornings", "plan_ask_who": "planning"} {
		if got := groupOf(k); got != want {
			t.Errorf("%s is in %s, want %s", k, got, want)
		}
	}
}
