package admin

import (
	"errors"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/testkit"
)

func TestACalendarLinkIsShownOnceRenewedAndEnded(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff := w.cookies[person.Staff]
	ana := "/admin/calendars/" + w.people[person.Organizer].ID.String()
	link := regexp.MustCompile(`/cal/([^"]+)\.ics`)
	opens := func(token string) bool {
		t.Helper()
		_, err := app.OpenCalendar(t.Context(), w.db, testkit.Deps(w.db).Clock, token)
		if err != nil && !errors.Is(err, app.ErrNotFound) {
			t.Fatal(err)
		}
		return err == nil
	}
	renew := func() string {
		t.Helper()
		out := w.post(staff, ana+"/link", nil)
		m := link.FindStringSubmatch(out.Body.String())
		if out.Code != http.StatusOK || m == nil {
			t.Fatalf("%d %s", out.Code, out.Body)
		}
		return m[1]
	}
	first := renew()
	if !opens(first) {
		t.Error("the link opens nothing")
	}
	if body := w.has("/admin/calendars", "link made"); strings.Contains(body, first) {
		t.Error("the link is shown again")
	}
	second := renew()
	if opens(first) || !opens(second) {
		t.Error("a new link ends the one before, and opens")
	}
	w.post(staff, ana+"/end", nil)
	if opens(second) {
		t.Error("an ended link opens")
	}
	if out := w.post(staff, "/admin/calendars/"+w.people[person.Admin].ID.String()+"/link", nil); out.Code != http.StatusNotFound {
		t.Errorf("somebody else's of the staff: %d", out.Code)
	}
}
