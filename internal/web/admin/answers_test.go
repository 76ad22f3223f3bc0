package admin

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/testkit"
)

// reported is a report of the house's organizer; filed, or still a draft.
func (w *house) reported(filed bool) uuid.UUID {
	w.t.Helper()
	if err := w.db.SetSetting(w.t.Context(), app.SettingSending, "on", false); err != nil {
		w.t.Fatal(err)
	}
	receiver := &app.Receiver{Deps: testkit.Deps(w.db)}
	phone := w.people[person.Organizer].Phone
	in := sms.Inbound{
		SID: "SM" + strings.Repeat("c", 32), From: phone.E164(), Phone: phone,
		Body: sms.NewBody("REPORT Dora Vance yesterday"), Segments: 1,
	}
	if err := receiver.Inbound(w.t.Context(), in); err != nil {
		w.t.Fatal(err)
	}
	list, err := w.db.ReportList(w.t.Context(), page.ReportFilter{N: 2})
	if err != nil || len(list) != 1 {
		w.t.Fatalf("%d reports: %v", len(list), err)
	}
	fields := map[string]string{"learned": "She has mold", "follow_ups": "send her the flyer"}
	if _, err := receiver.Act(w.t.Context(), phone, world.Act{
		Kind: world.ActDraft, Subject: list[0].ID, Fields: fields,
		File: filed,
	}); err != nil {
		w.t.Fatal(err)
	}
	return list[0].ID
}

func (w *house) formVersion(path string) string {
	w.t.Helper()
	body := w.get(w.cookies[person.Staff], path).Body.String()
	m := regexp.MustCompile(`name="version" value="([0-9]+)"`).FindStringSubmatch(body)
	if m == nil {
		w.t.Fatalf("no form at %s", path)
	}
	return m[1]
}

func TestStaffChangeAFiledReportAndAStaleFormKeepsItsWords(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	at := "/admin/reports/" + w.reported(true).String()
	old := w.formVersion(at + "/edit")
	for _, path := range []string{at, at + "/edit"} {
		if body := w.get(w.cookies[person.Staff], path).Body.String(); !strings.Contains(body, "Change the answers") ||
			!strings.Contains(body, "She has mold") {
			t.Errorf("%s: %s", path, body)
		}
	}
	out := w.post(w.cookies[person.Staff], at+"/edit", url.Values{"version": {old}, "learned": {"She has mold\r\nand <b>bats</b>"}})
	if out.Code != http.StatusSeeOther || out.Header().Get("Location") != at {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	body := w.get(w.cookies[person.Staff], at).Body.String()
	if !strings.Contains(body, "and &lt;b&gt;bats") || !strings.Contains(body, "answers changed") || !strings.Contains(body, "Robin staff") {
		t.Errorf("not changed, or not in its history: %s", body)
	}
	out = w.post(w.cookies[person.Admin], at+"/edit", url.Values{"version": {old}, "learned": {"She has rats"}, "needs": {"a ride"}})
	body = out.Body.String()
	if out.Code != http.StatusUnprocessableEntity || !strings.Contains(body, ">She has rats</textarea>") ||
		!strings.Contains(body, `value="a ride"`) || !strings.Contains(body, "On record now") ||
		!strings.Contains(body, "bats") || strings.Contains(body, `value="`+old+`"`) {
		t.Errorf("a stale form: %d %s", out.Code, body)
	}
	if out := w.post(w.cookies[person.Staff], at+"/edit", url.Values{
		"version": {w.formVersion(at + "/edit")},
		"learned": {"She has mold\r\nand <b>bats</b>"},
	}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("nothing was changed, and it was saved: %d", out.Code)
	}
}

// TestAReportSaysFirstWhatItBrought: its words before who and when, and what has no answer in one line.
func TestAReportSaysFirstWhatItBrought(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	body := w.get(w.cookies[person.Staff], "/admin/reports/"+w.reported(true).String()).Body.String()
	at := -1
	for _, next := range []string{
		"<h2", "<dt>Learned", "She has mold", "<dt>The organizer promised", "send her the flyer", "<dt>They met on",
		"Not answered: ",
	} {
		i := strings.Index(body, next)
		if i <= at {
			t.Errorf("%q stands at %d, before what should stand before it: %s", next, i, body)
		}
		at = i
	}
	_, none, _ := strings.Cut(body, "Not answered: ")
	none, _, _ = strings.Cut(none, "</p>")
	for label, want := range map[string]bool{"Email": true, "Notes": true, "Learned": false, "Contact": false} {
		if strings.Contains(none, label) != want || strings.Contains(body, "<dt>"+label+"</dt>") == want {
			t.Errorf("%s: among what is not answered is %q", label, none)
		}
	}
	if strings.Contains(body, ">nothing<") {
		t.Errorf("a row holds nothing: %s", body)
	}
}

func TestAViewerChangesNoReport(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	at := "/admin/reports/" + w.reported(true).String()
	viewer := w.cookies[person.Viewer]
	if body := w.get(viewer, at).Body.String(); strings.Contains(body, "/edit") || strings.Contains(body, "mold") {
		t.Errorf("a viewer is offered the form, or reads the words: %s", body)
	}
	if out := w.get(viewer, at+"/edit"); out.Code != http.StatusForbidden {
		t.Errorf("the form: %d", out.Code)
	}
	if out := w.post(viewer, at+"/edit", url.Values{
		"version": {w.formVersion(at + "/edit")},
		"learned": {"x"},
	}); out.Code != http.StatusForbidden {
		t.Errorf("the change: %d", out.Code)
	}
}

func TestHostileAnswersAreBounded(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	at := "/admin/reports/" + w.reported(true).String() + "/edit"
	staff := w.cookies[person.Staff]
	for _, v := range []string{"", "0", "-1", "x", "99999999999999999999"} {
		if out := w.post(staff, at, url.Values{"version": {v}, "learned": {"x"}}); out.Code != http.StatusBadRequest {
			t.Errorf("version %q: %d", v, out.Code)
		}
	}
	out := w.post(staff, at, url.Values{
		"version": {w.formVersion(at)}, "learned": {strings.Repeat("é", 60<<10)}, "notes": {"a\x00b\xff"}, "organizer": {"Mallory"},
		"event": {"new"}, "fine": {"learned", "no such field", "organizer"},
	})
	if out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	body := w.get(staff, at).Body.String()
	if n := strings.Count(body, "é"); n < 30<<10 || n > 32<<10 {
		t.Errorf("%d letters are kept", n)
	}
	if strings.Contains(body, "Mallory") || strings.Contains(body, "\x00") {
		t.Error("a field that is on no form was taken")
	}
}

func TestStaffFillInADraftThatItsOrganizerFiles(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	at := "/admin/reports/" + w.reported(false).String()
	if body := w.get(w.cookies[person.Staff], at).Body.String(); !strings.Contains(body, "fills it in by text") ||
		!strings.Contains(body, "Fill it in here") {
		t.Errorf("the draft's page does not say who fills it in: %s", body)
	}
	old := w.formVersion(at + "/edit")
	if out := w.post(w.cookies[person.Staff], at+"/edit", url.Values{"version": {old}, "needs": {"a ride"}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	body := w.get(w.cookies[person.Staff], at).Body.String()
	if !strings.Contains(body, "a ride") || !strings.Contains(body, "not finished") || !strings.Contains(body, "filled in on the page") {
		t.Errorf("%s", body)
	}
	if out := w.post(w.cookies[person.Staff], at+"/edit", url.Values{
		"version": {old},
		"needs":   {"a bus"},
	}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("a stale draft: %d", out.Code)
	}
}

// TestANudgeIsGivenTime: two texts that say the same are one too many.
func TestANudgeIsGivenTime(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	report := "/admin/reports/" + w.reported(false).String()
	organizer := "/admin/organizers/" + w.people[person.Organizer].ID.String()
	if out := w.post(w.cookies[person.Staff], report+"/nudge", url.Values{"back": {report}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	for _, path := range []string{report, organizer} {
		if out := w.post(w.cookies[person.Admin], path+"/nudge",
			url.Values{"back": {path}}); !strings.Contains(out.Body.String()+w.get(w.cookies[person.Admin], path).Body.String(),
			"Robin staff sent this nudge") {
			t.Errorf("%s, at once again: %d", path, out.Code)
		}
	}
}

// TestDaysArePickedAndWordsAboutTextsChosen: a day comes as a date field writes it, and a word about texts from a list.
func TestDaysArePickedAndWordsAboutTextsChosen(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	at := "/admin/reports/" + w.reported(true).String()
	form := w.has(at+"/edit", `<input type="date" name="met_on"`, `<input type="date" name="commitment_due"`,
		`<option value="not asked">not asked`)
	if strings.Contains(form, "Commitment Commitment") {
		t.Error("a label is said twice")
	}
	due := testkit.Now().AddDate(0, 0, 5).Format("2006-01-02")
	out := w.post(w.cookies[person.Staff], at+"/edit", url.Values{
		"version": {w.formVersion(at + "/edit")}, "commitment": {"bring two neighbors"}, "commitment_due": {due}, "consent": {"not asked"},
	})
	if out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	w.has(at+"/edit", `name="commitment_due" value="`+due+`"`, `<option value="not asked" selected>`)
}
