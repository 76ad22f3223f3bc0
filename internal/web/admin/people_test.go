package admin

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
)

func TestAnAdminAddsSomebodyAndHandsOverALinkOnce(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin := w.cookies[person.Admin]
	out := w.post(admin, "/admin/people/add", url.Values{"name": {"Kim Park"}, "phone": {"206-555-0155"}, "role": {"staff"}, "language": {"es"}, "back": {"/admin/people"}})
	if out.Code != http.StatusOK || !strings.Contains(out.Body.String(), "/admin/first/") {
		t.Fatalf("no link: %d", out.Code)
	}
	if strings.Contains(w.get(admin, "/admin/people").Body.String(), "/admin/first/") {
		t.Error("the link is shown again")
	}
	for name, form := range map[string]url.Values{
		"a number that is none":         {"name": {"Lee"}, "phone": {"12"}, "role": {"staff"}},
		"another's phone":               {"name": {"Lee"}, "phone": {"206-555-0155"}, "role": {"organizer"}},
		"somebody without a name":       {"name": {" "}, "phone": {"206-555-0156"}, "role": {"staff"}},
		"a role that is not ours (400)": {"name": {"Lee"}, "phone": {"206-555-0156"}, "role": {"contact"}},
	} {
		if out := w.post(admin, "/admin/people/add", form); out.Code != http.StatusUnprocessableEntity && out.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", name, out.Code)
		}
	}
	me := w.people[person.Admin].ID.String()
	if out := w.post(admin, "/admin/people/"+me+"/roles", url.Values{"role": {"staff"}}); out.Code != http.StatusUnprocessableEntity || !strings.Contains(out.Body.String(), "Somebody must stay admin") {
		t.Errorf("the last admin: %d", out.Code)
	}
	staff := w.people[person.Staff].ID.String()
	if out := w.post(admin, "/admin/people/"+staff+"/roles", url.Values{"role": {"staff", "organizer"}}); out.Code != http.StatusSeeOther {
		t.Errorf("roles: %d %s", out.Code, out.Body)
	}
	if rows, err := w.db.Busy(t.Context(), w.now, 10); err != nil || len(rows) != 2 {
		t.Errorf("%d organizers (%v)", len(rows), err)
	}
}

func TestARecordIsChangedAndRefusalsKeepWhatWasTyped(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	id := w.people[person.Organizer].ID
	at := contactHref(id) + "/edit"
	form := url.Values{"version": {"1"}, "name": {"Robin Organizer"}, "email": {"nowhere"}, "tags": {"a, b,, a"}, "back": {contactHref(id)}}
	if out := w.post(w.cookies[person.Staff], at, form); out.Code != http.StatusUnprocessableEntity || !strings.Contains(out.Body.String(), "nowhere") {
		t.Errorf("an email that is none: %d", out.Code)
	}
	form.Set("email", "robin@example.org")
	if out := w.post(w.cookies[person.Staff], at, form); out.Code != http.StatusSeeOther {
		t.Errorf("saved: %d %s", out.Code, out.Body)
	}
	if out := w.post(w.cookies[person.Staff], at, form); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("from an old page: %d", out.Code)
	}
	if p, err := w.db.Person(t.Context(), id); err != nil || p.Email != "robin@example.org" || len(p.Tags) != 2 {
		t.Errorf("%+v %v", p.Tags, err)
	}
	for _, path := range []string{contactHref(id), "/admin/organizers", "/admin/organizers/" + id.String(), "/admin/contacts"} {
		if out := w.get(w.cookies[person.Viewer], path); out.Code != http.StatusOK || strings.Count(out.Body.String(), `method="post"`) != 1 {
			t.Errorf("%s as a viewer: %d with forms", path, out.Code)
		}
	}
	if rows, err := w.db.ContactList(t.Context(), page.ContactFilter{N: 5}); err != nil || len(rows) != 0 {
		t.Errorf("an organizer is listed as a contact (%v)", err)
	}
}

func TestErasingAsksForTheNameAndNeverTakesOneself(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin := w.cookies[person.Admin]
	at := contactHref(w.people[person.Organizer].ID) + "/erase"
	if out := w.get(admin, at); out.Code != http.StatusOK || !strings.Contains(out.Body.String(), "cannot be taken back") {
		t.Errorf("%d", out.Code)
	}
	if out := w.post(admin, at, url.Values{"name": {"Robin"}}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("half a name: %d", out.Code)
	}
	if out := w.post(admin, contactHref(w.people[person.Admin].ID)+"/erase", url.Values{"name": {"Robin admin"}}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("oneself: %d", out.Code)
	}
	if out := w.post(admin, at, url.Values{"name": {"robin  organizer"}}); out.Code != http.StatusSeeOther || out.Header().Get("Location") != "/admin/contacts" {
		t.Errorf("%d %s", out.Code, out.Body)
	}
	if out := w.get(admin, at); out.Code != http.StatusNotFound {
		t.Errorf("still there: %d", out.Code)
	}
	if body := w.get(admin, "/admin/audit").Body.String(); !strings.Contains(body, "erased a person") {
		t.Error("the audit log does not know of it")
	}
}

func TestWhoTakesOverIsToldAndThePageSaysSo(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.reported(true)
	admin, from := w.cookies[person.Admin], w.people[person.Organizer]
	w.post(admin, "/admin/people/add", url.Values{"name": {"Pat Wu"}, "phone": {"206-555-0166"}, "role": {"organizer"}, "language": {"es"}})
	at := "/admin/organizers/" + from.ID.String()
	body := w.has(at, "so does a debrief that is booked", "/admin/calendars")
	to := regexp.MustCompile(`value="([0-9a-f-]{36})">Pat Wu`).FindStringSubmatch(body)
	if to == nil {
		t.Fatalf("nobody can take over: %s", body)
	}
	for _, want := range []string{"Pat Wu gets one text saying so", "Handed over: 0 contacts, 0 open one-on-ones, 0 open reports, 0 promises."} { // then there is nothing left
		if out := w.post(admin, at+"/hand-over", url.Values{"to": {to[1]}, "back": {at}}); out.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", out.Code, out.Body)
		}
		if body := w.get(admin, at).Body.String(); !strings.Contains(body, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	plans, err := w.db.Trail(t.Context(), "person", uuid.MustParse(to[1]))
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, p := range plans {
		if p.Rule == "duty" {
			told++
		}
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}
