package admin

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/person"
)

// TestAnAssessmentGoesWhereItsRecordGoes: it is kept with a line of history, and merged and taken apart with the record.
func TestAnAssessmentGoesWhereItsRecordGoes(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff := w.cookies[person.Staff]
	keep, gone := w.contactNamed("Óscar Núñez", "206-555-0165"), w.contactNamed("Oscar Nunez", "")
	if out := w.post(staff, gone+"/assess", url.Values{"level": {"2"}, "next": {"invite him to the committee"}, "back": {gone}}); out.Code !=
		http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	w.has(gone, "Saved.", "invite him to the committee", "(of 1 to 5)", "record</span> changed by Robin staff", "assessment 2")
	for _, bad := range []url.Values{{"level": {"6"}}, {"level": {"-1"}}, {"next": {strings.Repeat("a", 301)}}} {
		if out := w.post(staff, gone+"/assess", bad); out.Code != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", bad, out.Code)
		}
	}
	w.post(staff, keep+"/merge", url.Values{"with": {strings.TrimPrefix(gone, "/admin/contacts/")}})
	body := w.has(keep, "invite him to the committee", "(of 1 to 5)")
	_, split, _ := strings.Cut(body, `action="`+keep+`/split/`)
	split, _, _ = strings.Cut(split, `"`)
	w.post(staff, keep+"/split/"+split, url.Values{"back": {keep}})
	w.has(gone, "invite him to the committee", "(of 1 to 5)")
	if body := w.get(staff, keep).Body.String(); strings.Contains(body, "committee") || strings.Contains(body, "(of 1 to 5)") {
		t.Error("the assessment stays with the other record")
	}
}
