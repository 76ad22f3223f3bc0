package admin

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"testing"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
)

// field returns what a field of a page's form shows.
func field(t *testing.T, body, name string) string {
	t.Helper()
	m := regexp.MustCompile(`name="` + name + `"[^>]*?value="([^"]*)"|<textarea name="` + name +
		`"[^>]*>([^<]*)</textarea>`).FindStringSubmatch(body)
	if m == nil {
		t.Fatalf("no field %s", name)
	}
	return html.UnescapeString(m[1] + m[2])
}

func TestAFieldThatWasClearedStaysClearedWhenItsFormIsRefused(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin := w.cookies[person.Admin]
	contact := "/admin/contacts/" + w.people[person.Organizer].ID.String()
	full := url.Values{
		"name": {"Robin organizer"}, "version": {w.formVersion(contact)}, "preferred": {"Rob"}, "email": {"rob@example.org"},
		"access": {"a ride"}, "best_way": {"text"}, "back": {contact},
	}
	if out := w.post(admin, contact+"/edit", full); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	if err := w.db.SetSettings(t.Context(), map[string]string{
		app.SettingOrg: "Tenants", app.SettingStaffLine: "+12065550100",
		app.SettingZone: "America/Los_Angeles", app.SettingLanguage: "en",
	}); err != nil {
		t.Fatal(err)
	}
	event := w.newEvent("Tenants night", w.now.AddDate(0, 0, 7))
	for _, c := range []struct {
		path    string
		form    url.Values
		cleared []string
		kept    map[string]string
	}{
		{contact + "/edit", url.Values{
			"name": {""}, "version": {w.formVersion(contact)}, "preferred": {""}, "email": {"  "}, "access": {""},
			"best_way": {"call"}, "language": {"es"},
		}, []string{"name", "preferred", "email", "access"}, map[string]string{"best_way": "call"}},
		{event + "/edit", url.Values{"title": {""}, "name": {""}, "bring": {""}}, []string{"title", "bring"}, nil},
		{event + "/move", url.Values{"at": {""}, "place": {""}}, []string{"at", "place"}, nil},
		{
			"/admin/settings/save",
			url.Values{
				"org": {""}, "staff_line": {""}, "zone": {"Mars"}, "language": {"es"},
				"mark": {field(t, w.get(admin, "/admin/settings").Body.String(), "mark")},
			},
			[]string{"org", "staff_line"},
			map[string]string{"zone": "Mars"},
		},
		{"/admin/people/add", url.Values{"name": {""}, "phone": {"12"}, "role": {"staff"}}, []string{"name"}, map[string]string{"phone": "12"}},
	} {
		out := w.post(admin, c.path, c.form)
		if out.Code != http.StatusUnprocessableEntity {
			t.Fatalf("%s: %d %s", c.path, out.Code, out.Body)
		}
		for _, name := range c.cleared {
			if got := field(t, out.Body.String(), name); got != "" {
				t.Errorf("%s: %s was cleared and shows %q", c.path, name, got)
			}
		}
		for name, want := range c.kept {
			if got := field(t, out.Body.String(), name); got != want {
				t.Errorf("%s: %s shows %q, want %q", c.path, name, got, want)
			}
		}
		if c.form.Has("language") && !regexp.MustCompile(`value="es" selected`).MatchString(out.Body.String()) {
			t.Errorf("%s: the language that was chosen is not", c.path)
		}
	}
}
