package admin

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
)

func TestAnAdminAddsSomebodyAndHandsOverALinkOnce(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin := w.cookies[person.Admin]
	out := w.post(admin, "/admin/people/add", url.Values{
		"name": {"Kim Park"}, "phone": {"206-555-0155"}, "role": {"staff"},
		"language": {"es"}, "back": {"/admin/people"},
	})
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
	if out := w.post(admin, "/admin/people/"+me+"/roles", url.Values{"role": {"staff"}}); out.Code != http.StatusUnprocessableEntity ||
		!strings.Contains(out.Body.String(), "Somebody must stay admin") {
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
	if out := w.post(w.cookies[person.Staff], at, form); out.Code != http.StatusUnprocessableEntity ||
		!strings.Contains(out.Body.String(), "nowhere") {
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
	if out := w.post(admin, contactHref(w.people[person.Admin].ID)+"/erase",
		url.Values{"name": {"Robin admin"}}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("oneself: %d", out.Code)
	}
	if out := w.post(admin, at, url.Values{"name": {"robin  organizer"}}); out.Code != http.StatusSeeOther ||
		out.Header().Get("Location") != "/admin/contacts" {
		t.Errorf("%d %s", out.Code, out.Body)
	}
	if out := w.get(admin, at); out.Code != http.StatusNotFound {
		t.Errorf("still there: %d", out.Code)
	}
	if body := w.get(admin, "/admin/audit").Body.String(); !strings.Contains(body, "erased a person") {
		t.Error("the audit log does not know of it")
	}
}

func TestAHandOverIsSeenBeforeItGoesAndTakenBackAfter(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.reported(true)
	sam, from := w.cookies[person.Staff], w.people[person.Organizer]
	pat := url.Values{"name": {"Pat Wu"}, "phone": {"206-555-0166"}, "role": {"organizer"}, "language": {"es"}}
	w.post(w.cookies[person.Admin], "/admin/people/add", pat)
	for _, name := range []string{"Delia Fuentes", "Óscar Núñez"} {
		w.post(sam, "/admin/contacts/new", url.Values{"name": {name}, "organizer": {from.ID.String()}})
	}
	at := "/admin/organizers/" + from.ID.String()
	w.has(at, "what goes and what stays", at+"/hand-over")
	body := w.has(at+"/hand-over", "Delia Fuentes", "Óscar Núñez", "Dora Vance", "the contact", "debrief that is booked")
	to := regexp.MustCompile(`value="([0-9a-f-]{36})">Pat Wu`).FindStringSubmatch(body)
	delia := regexp.MustCompile(`value="([0-9a-f-]{36})" checked> Delia Fuentes`).FindStringSubmatch(body)
	if to == nil || delia == nil {
		t.Fatalf("who takes over, and who goes, cannot be chosen: %s", body)
	}
	for words, form := range map[string]url.Values{
		"Please choose who takes over": {"contact": {delia[1]}}, "Please tick at least one line": {"to": {to[1]}},
		"This person cannot take over": {"to": {w.people[person.Staff].ID.String()}, "contact": {delia[1]}},
	} {
		if out := w.post(sam, at+"/hand-over", form); out.Code != http.StatusUnprocessableEntity ||
			!strings.Contains(out.Body.String(), words) {
			t.Errorf("%q: %d %s", words, out.Code, out.Body)
		}
	}
	if out := w.post(sam, at+"/hand-over", url.Values{"to": {to[1]}, "contact": {delia[1]}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	body = w.has(at, "Handed to Pat Wu: 1 contact. Pat Wu and Robin organizer each get one text saying so.", "Handed to Pat Wu by Robin staff")
	w.has("/admin/contacts?organizer="+to[1], "Delia Fuentes")
	w.has("/admin/contacts?organizer="+from.ID.String(), "Óscar Núñez")
	undo := regexp.MustCompile(at + `/hand-back/[0-9a-f-]{36}`).FindString(body)
	if out := w.post(sam, undo, url.Values{"back": {at}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	w.has(at, "Robin organizer has it again: 1 contact.")
	w.has("/admin/contacts?organizer="+from.ID.String(), "Delia Fuentes", "Óscar Núñez")
	if out := w.post(sam, undo, url.Values{"back": {at}}); out.Code != http.StatusUnprocessableEntity ||
		!strings.Contains(out.Body.String(), "taken back already") {
		t.Errorf("a second time: %d %s", out.Code, out.Body)
	}
}

// contactNamed writes a contact in by hand and returns its page.
func (w *house) contactNamed(name, phone string) string {
	w.t.Helper()
	out := w.post(w.cookies[person.Staff], "/admin/contacts/new", url.Values{"name": {name}, "phone": {phone}})
	if out.Code != http.StatusSeeOther || !strings.HasPrefix(out.Header().Get("Location"), "/admin/contacts/") {
		w.t.Fatalf("%s is not added: %d %s", name, out.Code, out.Body)
	}
	return out.Header().Get("Location")
}

func TestAContactIsAddedByHandAndOnlyOnce(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	one := w.contactNamed("Óscar Núñez", "206-555-0160")
	if again := w.contactNamed("oscar nunez", "(206) 555-0160"); again != one {
		t.Error("the same person with the same number is two")
	}
	w.has(one, "Óscar Núñez", "206-555-0160", "not asked about texts")
	without := w.contactNamed("Delia Fuentes", "")
	w.has(without, "Delia Fuentes", "added by hand", "no phone")
	for _, bad := range []url.Values{
		{"name": {""}, "phone": {"206-555-0161"}},
		{"name": {"Bo"}, "phone": {"12"}},
		{"name": {strings.Repeat("x", 300)}},
	} {
		if out := w.post(w.cookies[person.Staff], "/admin/contacts/new", bad); out.Code != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", bad, out.Code)
		}
	}
	if out := w.post(w.cookies[person.Viewer], "/admin/contacts/new", url.Values{"name": {"Bo Li"}}); out.Code != http.StatusForbidden {
		t.Errorf("a viewer adds somebody: %d", out.Code)
	}
}

func TestAnotherNumberIsAskedAboutTextsAnewAndTheHistoryStays(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	page := w.contactNamed("Lupita Ortega", "206-555-0162")
	body := w.get(w.cookies[person.Staff], page).Body.String()
	form := url.Values{"version": {field(t, body, "version")}, "name": {"Lupita Ortega"}, "phone": {"206-555-0163"}, "back": {page}}
	if out := w.post(w.cookies[person.Staff], page+"/edit", form); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	w.has(page, "206-555-0163", "phone changed", "before: 206-555-0162", "not asked about texts")
	other := w.contactNamed("lupita ortega", "206-555-0164")
	body = w.get(w.cookies[person.Staff], other).Body.String()
	form = url.Values{"version": {field(t, body, "version")}, "name": {"lupita ortega"}, "phone": {"206-555-0163"}, "back": {other}}
	if out := w.post(w.cookies[person.Staff], other+"/edit", form); out.Code != http.StatusUnprocessableEntity ||
		!strings.Contains(out.Body.String(), "Merge the two") {
		t.Errorf("a number gets two records of one name: %d", out.Code)
	}
	form.Set("phone", "no number")
	if out := w.post(w.cookies[person.Staff], other+"/edit", form); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("what is no number: %d", out.Code)
	}
}

func TestTwoRecordsOfOnePersonAreMergedAndTakenApart(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff := w.cookies[person.Staff]
	keep, gone := w.contactNamed("Óscar Núñez", "206-555-0165"), w.contactNamed("Oscar Nunez", "")
	w.post(staff, gone+"/note", url.Values{"kind": {"call"}, "note": {"called, left word"}, "back": {gone}})
	id := strings.TrimPrefix(gone, "/admin/contacts/")
	w.has(keep, "Called the same", "/merge?with="+id)
	w.has(keep+"/merge?with="+id, "called, left word", "Merge: keep Óscar Núñez")
	if out := w.post(staff, keep+"/merge", url.Values{"with": {id}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	body := w.has(keep, "called, left word", "merged with a second record", "Take it apart again")
	if out := w.get(staff, gone); out.Code != http.StatusSeeOther || out.Header().Get("Location") != keep {
		t.Errorf("the record that went does not lead to the one that stayed: %d %s", out.Code, out.Header().Get("Location"))
	}
	_, split, _ := strings.Cut(body, `action="`+keep+`/split/`)
	split, _, _ = strings.Cut(split, `"`)
	w.post(staff, keep+"/split/"+split, url.Values{"back": {keep}})
	w.has(gone, "Oscar Nunez", "called, left word")
	if strings.Contains(w.get(staff, keep).Body.String(), "called, left word") {
		t.Error("the call stays with the other record")
	}
	if out := w.post(staff, keep+"/split/"+split, nil); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("taken apart twice: %d", out.Code)
	}
	organizer := w.people[person.Organizer].ID.String()
	if out := w.post(staff, keep+"/merge", url.Values{"with": {organizer}}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("an organizer is merged away: %d", out.Code)
	}
}
