package admin

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/testkit"
)

// TestAViewIsKeptForOneselfDroppedAndTakenBack: a list's filters under a name, on that list alone and for who keeps them alone.
func TestAViewIsKeptForOneselfDroppedAndTakenBack(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff := w.cookies[person.Staff]
	const list, query = "/admin/contacts", "q=ñáñez&texts=yes"
	if body := w.get(staff, list).Body.String(); strings.Contains(body, "Keep this view") {
		t.Error("a list without a filter offers to be kept")
	}
	asked, _ := url.ParseQuery(query)
	here := list + "?" + asked.Encode()
	w.has(list+"?"+query+"&after=", "Keep this view", `name="query" value="`+strings.ReplaceAll(asked.Encode(), "&", "&amp;")+`"`)
	form := url.Values{"page": {list}, "query": {query}, "name": {"  The  Ñáñez, who get texts "}}
	for range 2 { // the second time it is the same one
		if out := w.post(staff, "/admin/views/keep", form); out.Code != http.StatusSeeOther || out.Header().Get("Location") != here {
			t.Fatalf("%d %s %s", out.Code, out.Header().Get("Location"), out.Body)
		}
	}
	body := w.has(here, "Drop this view", "The Ñáñez, who get texts</a>")
	if n := strings.Count(body, "The Ñáñez, who get texts</a>"); n != 1 {
		t.Errorf("kept twice it stands %d times", n)
	}
	w.has(list, "The Ñáñez, who get texts")
	for what, other := range map[string]string{
		"another list":   w.get(staff, "/admin/meetings").Body.String(),
		"another person": w.get(w.cookies[person.Admin], list).Body.String(),
	} {
		if strings.Contains(other, "Ñáñez") {
			t.Errorf("%s shows it", what)
		}
	}
	drop := regexp.MustCompile(`/admin/views/[0-9a-f-]{36}/drop`).FindString(body)
	if out := w.post(w.cookies[person.Admin], drop, nil); out.Code != http.StatusNotFound {
		t.Errorf("somebody else's is dropped: %d", out.Code)
	}
	if out := w.post(staff, drop, url.Values{"back": {here}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	undo := regexp.MustCompile(`action="(/admin/views/keep\?[^"]+)"`).FindStringSubmatch(w.has(here, "The view is dropped.", "Keep this view"))
	if undo == nil {
		t.Fatal("it cannot be taken back")
	}
	if out := w.post(staff, html.UnescapeString(undo[1]), nil); out.Code != http.StatusSeeOther {
		t.Fatalf("taken back: %d %s", out.Code, out.Body)
	}
	w.has(here, "Drop this view")
}

func TestAViewThatCannotBeKeptIsRefused(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff := w.cookies[person.Staff]
	for name, c := range map[string]struct {
		page, query, name string
		code              int
	}{
		"no such list":     {"/admin/settings", "q=a", "A", http.StatusBadRequest},
		"somewhere else":   {"https://example.org/", "q=a", "A", http.StatusBadRequest},
		"no query at all":  {"/admin/contacts", "%zz", "A", http.StatusBadRequest},
		"no filter":        {"/admin/contacts", "after=5", "A", http.StatusSeeOther},
		"no name":          {"/admin/contacts", "q=a", "  ", http.StatusSeeOther},
		"a very long name": {"/admin/contacts", "q=a", strings.Repeat("ñ", 61), http.StatusSeeOther},
		"a very long query": {
			"/admin/contacts", "q=" + strings.Repeat("a", 1001), "A", http.StatusSeeOther,
		},
	} {
		out := w.post(staff, "/admin/views/keep", url.Values{"page": {c.page}, "query": {c.query}, "name": {c.name}})
		if out.Code != c.code {
			t.Errorf("%s: %d %s", name, out.Code, out.Body)
		}
	}
	list, err := w.db.Views(t.Context(), w.people[person.Staff].ID)
	if err != nil || len(list) != 0 {
		t.Errorf("%v %v", list, err)
	}
	for i := range 51 {
		w.post(staff, "/admin/views/keep", url.Values{"page": {"/admin/contacts"}, "query": {"q=a"}, "name": {fmt.Sprint("view ", i)}})
	}
	if list, err = w.db.Views(t.Context(), w.people[person.Staff].ID); err != nil || len(list) != 50 {
		t.Errorf("%d are kept, %v", len(list), err)
	}
}

// TestWhoIsErasedIsNamedByNoView: a view that searches for them goes with them.
func TestWhoIsErasedIsNamedByNoView(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff, contact := w.cookies[person.Staff], w.contactNamed("Óscar Núñez", "206-555-0181")
	for name, query := range map[string]string{"by name": "q=oscar+nunez", "rent": "q=rent", "Óscar Núñez": "texts=yes"} {
		w.post(staff, "/admin/views/keep", url.Values{"page": {"/admin/contacts"}, "query": {query}, "name": {name}})
	}
	out := w.post(w.cookies[person.Admin], contact+"/erase", url.Values{"name": {"Óscar Núñez"}})
	if out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	for more := true; more; {
		var err error
		if more, err = w.db.EraseOn(t.Context(), testkit.Now()); err != nil {
			t.Fatal(err)
		}
	}
	list, err := w.db.Views(t.Context(), w.people[person.Staff].ID)
	if err != nil || len(list) != 1 || list[0].Name != "rent" {
		t.Errorf("%+v %v", list, err)
	}
}

// TestAnOrganizerHasAGoal: their page keeps it, and How it goes draws theirs when it is narrowed to them, else that of all together.
func TestAnOrganizerHasAGoal(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.reported(true)
	id := w.people[person.Organizer].ID.String()
	at := "/admin/organizers/" + id
	if err := w.db.SetSetting(t.Context(), app.SettingGoal, "12", false); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"x", "0", "-1", "501"} {
		if out := w.post(w.cookies[person.Staff], at+"/goal", url.Values{"goal": {bad}}); out.Code != http.StatusUnprocessableEntity {
			t.Errorf("%q: %d", bad, out.Code)
		}
	}
	if out := w.post(w.cookies[person.Staff], at+"/goal", url.Values{"goal": {"3"}, "back": {at}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	w.has(at, "The goal is 3 a week", "3 a week", `value="3"`)
	w.has("/admin/numbers", "The goal is 12 held a week", "goal 3 a week")
	w.has("/admin/numbers?organizer="+id, "The goal is 3 held a week")
	if out := w.post(w.cookies[person.Staff], at+"/goal", url.Values{"back": {at}}); out.Code != http.StatusSeeOther {
		t.Fatal(out.Code)
	}
	if body := w.get(w.cookies[person.Staff], "/admin/numbers?organizer="+id).Body.String(); strings.Contains(body, "The goal is") {
		t.Error("no goal is drawn")
	}
	if out := w.post(w.cookies[person.Staff], "/admin/organizers/"+w.people[person.Staff].ID.String()+"/goal",
		url.Values{"goal": {"3"}}); out.Code != http.StatusNotFound {
		t.Errorf("somebody who is no organizer has a goal: %d", out.Code)
	}
}
