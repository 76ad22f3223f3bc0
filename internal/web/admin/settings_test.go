package admin

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/testkit"
)

func TestSettingsAreKeptOrRefusedInPlainWords(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin, me := w.cookies[person.Admin], w.people[person.Admin].ID.String()
	form := func(pairs ...string) url.Values {
		out := hours("09:00")
		for k, v := range map[string]string{
			"org": " Our  Group ", "staff_line": "206-555-0100", "zone": "America/Chicago", "language": "es", "thanks": "on",
			"mark": field(t, w.get(admin, "/admin/settings").Body.String(), "mark"),
		} {
			out.Set(k, v)
		}
		for i := 0; i+1 < len(pairs); i += 2 {
			out.Set(pairs[i], pairs[i+1])
		}
		return out
	}
	stale := form("stale", "yes") // made before the first change
	for _, c := range []struct {
		path string
		form url.Values
		code int
		key  string
		want string
	}{
		{"save", form(), 303, app.SettingStaffLine, "+12065550100"},
		{"save", stale, 422, app.SettingOrg, "Our Group"},
		{"save", form("org", "Ours", "zone", "Mars/Base"), 422, app.SettingOrg, "Our Group"},
		{"sending", url.Values{"mode": {"team"}}, 303, app.SettingSending, "team"},
		{"sending", url.Values{"mode": {"everything"}}, 400, app.SettingSending, "team"},
		{"save", form("thanks", ""), 303, app.SettingThanks, "off"},
		{"save", form(), 303, app.SettingThanks, "on"},
		{"save", form("person", me), 303, app.SettingOnDuty, me},
		{"save", form("person", w.people[person.Viewer].ID.String()), 303, app.SettingOnDuty, ""},
		{"save", form("hours_from", "07:00", "goal", "9"), 422, "hours_from", ""},
		{"save", form("hours_from", ""), 422, "hours_from", ""},
		{"save", form("goal", "x"), 422, app.SettingGoal, ""},
		{"save", form("months", "1", "goal", "9"), 422, app.SettingGoal, ""},
		{"save", form("months", "24", "goal", "9", "hours_from", "08:30", "person", me), 303, app.SettingRetention, "24"},
	} {
		if c.path == "save" && c.form.Get("stale") == "" {
			c.form.Set("mark", field(t, w.get(admin, "/admin/settings").Body.String(), "mark"))
		}
		out := w.post(admin, "/admin/settings/"+c.path, c.form)
		kept, err := w.db.Settings(t.Context())
		if err != nil || out.Code != c.code || kept[c.key] != c.want {
			t.Errorf("%s %v: %d, %q kept (%v)", c.path, c.form, out.Code, kept[c.key], err)
		}
	}
	audit := w.get(admin, "/admin/audit").Body.String()
	for _, part := range []string{"changed the organization", "changed who is on duty", "changed quiet hours", "changed the goal"} {
		if !strings.Contains(audit, part) {
			t.Errorf("the audit log does not say %q", part)
		}
	}
	if body := w.get(admin, "/admin/settings").Body.String(); !strings.Contains(body, "Our Group") ||
		!strings.Contains(body, "checked> Robin admin") || !strings.Contains(body, "between 8:30 AM and 8 PM") {
		t.Error("the page does not show what is kept")
	}
}

// hours is the form of quiet hours and reminder times, texts arriving from a time on.
func hours(from string) url.Values {
	return url.Values{
		"hours_from": {from}, "hours_to": {"20:00"}, "hours_how": {"21:30"}, "hours_morning": {"09:00"}, "hours_two_days": {"10:00"},
		"hours_on_day": {"09:00"}, "hours_eve": {"18:00"},
		"hours_early": {"11:00"},
	}
}

func TestEveryTextIsShownInBothLanguages(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	out := w.get(w.cookies[person.Admin], "/admin/settings/wording")
	if body := out.Body.String(); strings.Contains(body, " , ") || !strings.Contains(body,
		"Today, Thu Dec 3, 3 PM: Ana Ruiz will be at Cafe Presse.") {
		t.Error("a preview is not as the text will be")
	}
	shown := 0
	for _, g := range wordGroups() {
		part := w.get(w.cookies[person.Admin], "/admin/settings/wording?group="+g.Name)
		if part.Code != http.StatusOK {
			t.Errorf("%s: %d", g.Title, part.Code)
		}
		shown += strings.Count(part.Body.String(), `lang="es"`)
	}
	if shown != len(lang.Changeable()) {
		t.Errorf("the parts show %d Spanish texts of %d", shown, len(lang.Changeable()))
	}
}

func TestWordingIsChangedLookedAtAndGivenBack(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin := w.cookies[person.Admin]
	const path = "/admin/settings/wording/thanks_plain"
	es := lang.BuiltIn(lang.Spanish, lang.ThanksPlain)
	const own = "Thanks for talking with {ofirst} & us! -{org}"
	kept := func() string {
		all, err := w.db.Settings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return all[lang.SettingKey(lang.English, lang.ThanksPlain)] + "|" + all[lang.SettingKey(lang.Spanish, lang.ThanksPlain)]
	}
	look := w.get(admin, path+"?"+url.Values{"en": {own}, "es": {es}}.Encode())
	if body := look.Body.String(); look.Code != http.StatusOK || !strings.Contains(body, "Thanks for talking with Ana &amp; us!") ||
		kept() != "|" {
		t.Errorf("a look ahead: %d, kept %q", look.Code, kept())
	}
	refused := w.post(admin, path, url.Values{"en": {"Thanks! Reply YES. {ofirst} {org}"}, "es": {es}})
	if body := refused.Body.String(); refused.Code != http.StatusUnprocessableEntity || !strings.Contains(body, "YES is the carrier") ||
		!strings.Contains(body, "Reply YES. {ofirst}") || kept() != "|" {
		t.Errorf("refused: %d, kept %q", refused.Code, kept())
	}
	if out := w.post(admin, path, url.Values{"en": {own}, "es": {es}}); out.Code != http.StatusSeeOther || kept() != own+"|" {
		t.Errorf("saved: %d, kept %q", out.Code, kept())
	}
	if body := w.get(admin, "/admin/settings/wording?show=own").Body.String(); strings.Count(body, "<tr><td") != 1 ||
		!strings.Contains(body, "your own") {
		t.Error("the list of what was changed does not show it alone")
	}
	long := w.post(admin, path, url.Values{"en": {own + strings.Repeat(" and on", 50)}, "es": {es}})
	if long.Code != http.StatusUnprocessableEntity || !strings.Contains(long.Body.String(), "segments") {
		t.Errorf("too long: %d", long.Code)
	}
	if out := w.post(admin, path+"/builtin", nil); out.Code != http.StatusSeeOther || kept() != "|" {
		t.Errorf("given back: %d, kept %q", out.Code, kept())
	}
	for _, none := range []string{"label.email", "no_such", "../sending"} {
		if out := w.get(admin, "/admin/settings/wording/"+none); out.Code != http.StatusNotFound {
			t.Errorf("%s: %d", none, out.Code)
		}
	}
}

func TestAnOrganizationsFirstDaysBeginWithWhatIsLeftToDo(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	admin := w.cookies[person.Admin]
	if err := w.db.SetSetting(t.Context(), app.SettingSending, "team", false); err != nil {
		t.Fatal(err)
	}
	today := w.get(admin, "/admin/").Body.String()
	for _, want := range []string{"Before texts go for real", "Contacts get nothing yet", "No text has come in yet", "/admin/test-text"} {
		if !strings.Contains(today, want) {
			t.Errorf("Today does not say %q", want)
		}
	}
	w.hears(1, "hello")
	if !strings.Contains(w.get(admin, "/admin/").Body.String(), "A text has come in.") {
		t.Error("a webhook that works is not seen")
	}
	noon := fmt.Sprintf("Etc/GMT%+d", testkit.Now().UTC().Hour()-12) // no night, whenever this runs
	if err := w.db.SetSetting(t.Context(), app.SettingZone, noon, false); err != nil {
		t.Fatal(err)
	}
	w.post(admin, "/admin/test-text", url.Values{"back": {"/admin/"}})
	list, err := w.db.MessageList(t.Context(), page.MessageFilter{Direction: "out", N: 5})
	if err != nil || len(list) == 0 || !strings.Contains(list[0].Body, "test text") || list[0].Phone != w.people[person.Admin].Phone {
		t.Errorf("the test text: %+v, %v", list, err)
	}
	if !strings.Contains(w.get(admin, "/admin/").Body.String(), "It should be on your phone within a minute.") {
		t.Error("a test text that has not arrived is taken for done")
	}
	w.exec(`UPDATE messages SET status = 6 WHERE id = $1`, list[0].ID)
	if body := w.get(admin, "/admin/").Body.String(); !strings.Contains(body, "A text has arrived on your phone.") ||
		strings.Contains(body, "/admin/test-text") {
		t.Error("a test text that arrived is still left to do")
	}
	staff := w.get(w.cookies[person.Staff], "/admin/contacts").Body.String()
	if !strings.Contains(staff, "Contacts get nothing yet") || strings.Contains(w.get(w.cookies[person.Staff], "/admin/").Body.String(),
		"Before texts go") {
		t.Error("staff are told of the mode everywhere, and admins alone of what is left to do")
	}
	if err := w.db.SetSetting(t.Context(), app.SettingSending, "on", false); err != nil {
		t.Fatal(err)
	}
	if body := w.get(admin, "/admin/").Body.String(); strings.Contains(body, "Before texts go") ||
		strings.Contains(body, "Contacts get nothing") {
		t.Error("it goes on when texts go to everybody")
	}
}
