package admin

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/person"
)

func TestAClosedPromiseSaysHowAndWhenAndLeadsToItsOrganizer(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.reported(true)
	staff := w.cookies[person.Staff]
	body := w.get(staff, "/admin/promises").Body.String()
	id := regexp.MustCompile(`/admin/promises/([0-9a-f-]{36})/close`).FindStringSubmatch(body)
	owner := "/admin/organizers/" + w.people[person.Organizer].ID.String()
	if id == nil || !strings.Contains(body, `<a href="`+owner+`">`) {
		t.Fatalf("no open promise, or no link to its organizer: %s", body)
	}
	if out := w.get(staff, owner); out.Code != http.StatusOK {
		t.Errorf("the organizer's page: %d", out.Code)
	}
	w.post(staff, id[0], url.Values{"word": {"left it at the door"}, "back": {"/admin/promises"}})
	for path, want := range map[string]bool{
		"/admin/promises": false, "/admin/promises?show=closed": true, "/admin/promises?show=closed&sort=other": true,
		"/admin/promises?show=closed&q=vance": true, "/admin/promises?show=closed&q=nobody": false,
		"/admin/promises?show=closed&organizer=" + w.people[person.Organizer].ID.String(): true,
		"/admin/promises?show=closed&organizer=" + w.people[person.Staff].ID.String():     false,
	} {
		if body := w.get(staff, path).Body.String(); strings.Contains(body, "left it at the door (Robin staff)") != want {
			t.Errorf("%s: shown %v, want %v", path, !want, want)
		}
	}
	for _, path := range []string{
		"/admin/promises?show=closed&after=2026-12-01_" + id[1], "/admin/promises?after=1_" + id[1],
		"/admin/promises?organizer=me",
	} {
		if out := w.get(staff, path); out.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", path, out.Code)
		}
	}
}

// TestACommitmentThatWasNotKeptIsNotCountedAsKept: what is said of it begins with the verdict that the numbers count by.
func TestACommitmentThatWasNotKeptIsNotCountedAsKept(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.reported(true)
	staff := w.cookies[person.Staff]
	id := regexp.MustCompile(`/admin/promises/([0-9a-f-]{36})/close`).FindStringSubmatch(w.get(staff, "/admin/promises").Body.String())
	w.post(staff, id[0], url.Values{"kept": {"no"}, "word": {"she was ill"}, "back": {"/admin/promises"}})
	w.has("/admin/promises?show=closed", "not kept: she was ill (Robin staff)")
	if body := w.get(w.cookies[person.Viewer], "/admin/promises?show=closed").Body.String(); strings.Contains(body, "ill") {
		t.Error("a viewer reads the word")
	}
}
