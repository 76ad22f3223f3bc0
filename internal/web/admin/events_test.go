package admin

import (
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/testkit"
)

// newEvent makes an event on the page, to which the house's organizer said they would come, and returns its address.
func (w *house) newEvent(title string, at time.Time) string {
	w.t.Helper()
	out := w.post(w.cookies[person.Staff], "/admin/events/new", url.Values{
		"title": {title}, "at": {at.UTC().Format(inputTime)},
		"place": {"Town Hall"}, "bring": {"a friend"}, "night": {"yes"},
	})
	to := out.Header().Get("Location")
	if out.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/admin/events/") {
		w.t.Fatalf("%d %s %s", out.Code, to, out.Body)
	}
	return to
}

func (w *house) save(c ...change.Change) {
	w.t.Helper()
	if err := w.db.InTx(w.t.Context(), func(tx app.Tx) error { return tx.Save(w.t.Context(), []change.Set{{Changes: c}}) }); err != nil {
		w.t.Fatal(err)
	}
}

func (w *house) has(path string, want ...string) string {
	w.t.Helper()
	out := w.get(w.cookies[person.Staff], path)
	for _, s := range want {
		if out.Code != http.StatusOK || !strings.Contains(out.Body.String(), s) {
			w.t.Errorf("%s (%d) lacks %q:\n%s", path, out.Code, s, out.Body)
		}
	}
	return out.Body.String()
}

func TestAnEventIsMadeMovedEditedAndCalledOff(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	start := w.now.Add(72 * time.Hour)
	to := w.newEvent("Tenants meet & talk", start)
	w.has("/admin/events", "Tenants meet &amp; talk", "Town Hall", "coming")
	w.has(to, "Nobody yet", "Nobody who would come has been told")
	staff := w.cookies[person.Staff]
	if out := w.post(staff, to+"/edit", url.Values{
		"title": {"Tenants’ night"}, "name": {"the meeting"},
		"back": {to},
	}); out.Code != http.StatusSeeOther {
		t.Errorf("edit: %d %s", out.Code, out.Body)
	}
	w.has(to, "Tenants’ night", "the meeting")
	stale := url.Values{"title": {"Mine"}, "name": {"the meeting"}, "version": {"1"}, "back": {to}}
	if out := w.post(staff, to+"/edit", stale); out.Code != http.StatusUnprocessableEntity ||
		!strings.Contains(out.Body.String(), "Somebody changed this event") || !strings.Contains(out.Body.String(), `value="Mine"`) {
		t.Errorf("a stale tab: %d", out.Code)
	}
	w.has(to, "Tenants’ night")
	if out := w.post(staff, to+"/edit", url.Values{"title": {""}}); out.Code != http.StatusUnprocessableEntity ||
		!strings.Contains(out.Body.String(), "title must have") {
		t.Errorf("edit without a title: %d", out.Code)
	}
	if out := w.post(staff, to+"/move", url.Values{
		"at":    {start.UTC().Format(inputTime)},
		"place": {"Town Hall"},
	}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("moved to where it is: %d", out.Code)
	}
	if out := w.post(staff, to+"/move", url.Values{
		"at": {start.Add(time.Hour).UTC().Format(inputTime)}, "place": {"Library"},
		"night": {"yes"}, "back": {to},
	}); out.Code != http.StatusSeeOther {
		t.Errorf("move: %d %s", out.Code, out.Body)
	}
	w.has(to, "Library", "Whoever", "moved</strong> by Robin staff", "<strong>event made</strong> by Robin staff")
	if out := w.post(staff, to+"/came-all", url.Values{"came": {"yes"}}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("who came, before it: %d", out.Code)
	}
	if out := w.post(staff, to+"/call-off", url.Values{"back": {to}}); out.Code != http.StatusSeeOther {
		t.Errorf("call off: %d %s", out.Code, out.Body)
	}
	if body := w.has(to, "called off"); strings.Contains(body, "Move it and tell") {
		t.Error("an event that is off can be moved")
	}
	w.has("/admin/events?when=off", "Tenants’ night")
	if out := w.post(staff, to+"/move", url.Values{
		"at":    {start.UTC().Format(inputTime)},
		"place": {"Town Hall"},
	}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("moved though it is off: %d", out.Code)
	}
}

// TestATimeInTheSmallHoursIsQuestioned: a 3 that was meant for 15 is told to nobody.
func TestATimeInTheSmallHoursIsQuestioned(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	to := w.newEvent("Tenants meet", w.now.Add(72*time.Hour))
	night := w.now.UTC().Truncate(24 * time.Hour).Add(99 * time.Hour)
	form := url.Values{"title": {"Vigil"}, "at": {night.Format(inputTime)}, "place": {"Town Hall"}, "back": {to}}
	for _, path := range []string{"/admin/events/new", to + "/move"} {
		out := w.post(w.cookies[person.Staff], path, form)
		if out.Code != http.StatusUnprocessableEntity || !strings.Contains(out.Body.String(), "3 AM") ||
			!strings.Contains(out.Body.String(), `name="night"`) {
			t.Errorf("%s: %d %s", path, out.Code, out.Body)
		}
		meant := maps.Clone(form)
		meant.Set("night", "yes")
		if out := w.post(w.cookies[person.Staff], path, meant); out.Code != http.StatusSeeOther {
			t.Errorf("%s, though meant: %d %s", path, out.Code, out.Body)
		}
	}
}

// TestAnEventWithoutAPlaceIsRenamed: one that a report made has no place yet, and its name in texts cannot wait for it.
func TestAnEventWithoutAPlaceIsRenamed(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	e := event.Event{
		ID: w.people[person.Admin].ID, Title: "tenants meeting", Name: "tenants meeting", StartsAt: w.now.Add(72 * time.Hour),
		Zone: "UTC", Minutes: 120, Status: event.Planned, CreatedAt: w.now, Rev: 1,
	}
	w.save(change.SaveEvent{Event: e})
	to := "/admin/events/" + e.ID.String()
	w.has(to, "not said yet")
	if out := w.post(w.cookies[person.Staff], to+"/edit", url.Values{
		"title": {"Tenants’ night"}, "name": {"the meeting"},
		"back": {to},
	}); out.Code != http.StatusSeeOther {
		t.Errorf("edit: %d %s", out.Code, out.Body)
	}
	w.has(to, "Tenants’ night", "the meeting", "<strong>event edited</strong> by Robin staff")
}

func TestWhoCameToAnEventIsMarked(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	id := w.people[person.Organizer].ID // any person will do
	e := event.Event{
		ID: w.people[person.Admin].ID, Title: "Picnic", Name: "Picnic", StartsAt: w.now.Add(-time.Hour), Zone: "UTC",
		Minutes: 120, Place: "Park", Status: event.Planned, CreatedAt: w.now, Rev: 1,
	}
	w.save(change.SaveEvent{Event: e})
	w.save(change.SaveRSVP{RSVP: event.RSVP{EventID: e.ID, PersonID: id, OrganizerID: id, ToldRev: 1}, At: w.now},
		change.SaveRSVP{RSVP: event.RSVP{EventID: e.ID, PersonID: w.people[person.Viewer].ID, OrganizerID: id}, At: w.now},
		change.Attention{
			ID: w.people[person.Staff].ID, Kind: matter.AttendanceMissing,
			Subject: change.Subject{Kind: change.EventSubject, ID: e.ID}, At: w.now,
		})
	to := "/admin/events/" + e.ID.String()
	w.has(to, "Robin organizer", "not known yet", "put on the list")
	w.has("/admin/events?when=past", "Picnic", "who came is not noted") // the same day
	staff := w.cookies[person.Staff]
	if out := w.post(staff, to+"/came", url.Values{"person": {id.String()}, "came": {"yes"}, "back": {to}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	if open, err := w.db.Open(t.Context(), w.now.Add(time.Hour), page.NeedFilter{N: 10}); err != nil || len(open) != 1 {
		t.Errorf("one of two is known, yet nobody is asked any more: %v %v", open, err)
	}
	if out := w.post(staff, to+"/came-all", url.Values{"back": {to}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	guests, err := w.db.Guests(t.Context(), e.ID, 10)
	if err != nil || len(guests) != 2 {
		t.Fatal(guests, err)
	}
	for _, g := range guests {
		if want := map[bool]event.Attended{true: event.Came, false: event.Missed}[g.PersonID == id]; g.Attended != want {
			t.Errorf("%s: %s", g.Person.Name, g.Attended)
		}
	}
	if open, err := w.db.Open(t.Context(), w.now.Add(time.Hour), page.NeedFilter{N: 10}); err != nil || len(open) != 0 {
		t.Errorf("it is known, yet still on Today: %v %v", open, err)
	}
	rows, err := w.db.EventList(t.Context(), page.EventFilter{To: w.now, Backward: true, N: 10})
	if err != nil || len(rows) != 1 || rows[0].Said != 2 || rows[0].Came != 1 || rows[0].Noted != 2 {
		t.Errorf("%+v %v", rows, err)
	}
}

func TestACorrectedAttendanceCorrectsItsCommitment(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	id := w.people[person.Organizer].ID
	report := w.reported(true)
	e := event.Event{
		ID: w.people[person.Admin].ID, Title: "Picnic", Name: "Picnic", StartsAt: w.now.Add(-time.Hour), Zone: "UTC",
		Minutes: 120, Place: "Park", Status: event.Planned, CreatedAt: w.now, Rev: 1,
	}
	came, dealt := uuid.New(), uuid.New()
	w.save(change.SaveEvent{Event: e},
		change.AddPromise{
			ID: came, ReportID: report, OwnerID: w.people[person.Viewer].ID, ToID: id, Kind: "commitment", What: "come",
			EventID: e.ID, At: w.now,
		},
		change.AddPromise{ID: dealt, ReportID: report, OwnerID: id, ToID: id, Kind: "commitment", What: "come", EventID: e.ID, At: w.now},
		change.ClosePromise{ID: dealt, As: change.Withdrawn, At: w.now},
		change.SaveRSVP{RSVP: event.RSVP{EventID: e.ID, PersonID: w.people[person.Viewer].ID, OrganizerID: id, PromiseID: came}, At: w.now},
		change.SaveRSVP{RSVP: event.RSVP{EventID: e.ID, PersonID: id, OrganizerID: id, PromiseID: dealt}, At: w.now})
	for _, c := range []struct{ came, how string }{{"yes", "kept"}, {"no", "broken"}, {"no", "broken"}, {"unknown", ""}, {"yes", "kept"}} {
		for _, who := range []uuid.UUID{w.people[person.Viewer].ID, id} {
			out := w.post(w.cookies[person.Staff], "/admin/events/"+e.ID.String()+"/came",
				url.Values{"person": {who.String()}, "came": {c.came}, "back": {"/admin/events"}})
			if out.Code != http.StatusSeeOther {
				t.Fatalf("%s: %d %s", c.came, out.Code, out.Body)
			}
		}
		p, err := w.db.PromiseOf(t.Context(), came)
		if err != nil || string(p.Outcome) != c.how || p.ClosedAt.IsZero() != (c.how == "") {
			t.Errorf("%s: %q, closed %v (%v)", c.came, p.Outcome, p.ClosedAt, err)
		}
		if p, err := w.db.PromiseOf(t.Context(), dealt); err != nil || p.Outcome != change.Withdrawn {
			t.Errorf("%s: one that was dealt with is %q (%v)", c.came, p.Outcome, err)
		}
	}
}

func TestGuestsAreAddedFromContactsAndAtTheDoor(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff := w.cookies[person.Staff]
	w.contactNamed("María Gómez", "206-555-0171")
	w.contactNamed("Delia Fuentes", "")
	at := testkit.Now().Add(72 * time.Hour)
	e := w.newEvent("Tenant meeting", time.Date(at.Year(), at.Month(), at.Day(), 18, 0, 0, 0, time.UTC))
	for _, c := range []struct{ name, phone, say string }{
		{"maria gomez", "", "María Gómez is on the list."},
		{"Delia Fuentes", "", "Delia Fuentes is on the list."},
		{"Bo Lee", "206-555-0172", "Bo Lee is on the list."},
	} {
		out := w.post(staff, e+"/guest", url.Values{"name": {c.name}, "phone": {c.phone}, "back": {e}})
		if out.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", c.name, out.Code, out.Body)
		}
		w.has(e, c.say)
	}
	for _, c := range []url.Values{{"name": {"maria gomez"}}, {"name": {"Delia Fuentes"}}, {"name": {""}}, {"name": {"Bo"}, "phone": {"1"}}} {
		if out := w.post(staff, e+"/guest", c); out.Code != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", c, out.Code)
		}
	}
	if body := w.has(e, "Check-in before an event"); strings.Count(body, "María Gómez came") != 1 {
		t.Error("a guest stands on the list twice, or not")
	}
	if out := w.post(staff, e+"/ticked", url.Values{"rest": {"no"}}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("who came, before it begins: %d", out.Code)
	}
}

func TestWhoCameIsTicked(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff := w.cookies[person.Staff]
	now := testkit.Now()
	id := uuid.Must(uuid.NewV7())
	w.save(change.SaveEvent{Event: event.Event{
		ID: id, Title: "Tenant meeting", Name: "the meeting", StartsAt: now.Add(-time.Hour),
		Zone: "UTC", Minutes: 120, Place: "Library", Status: event.Planned, CreatedAt: now, Rev: 1,
	}})
	e := "/admin/events/" + id.String()
	for _, name := range []string{"Ada One", "Bea Two", "Cal Three"} {
		if out := w.post(staff, e+"/guest", url.Values{"name": {name}, "back": {e}}); out.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d", name, out.Code)
		}
	}
	body := w.has(e, "Cal Three came, and is on the list.", "<dt>Came</dt><dd>3 ")
	ids := regexp.MustCompile(`name="person" value="([0-9a-f-]{36})"`).FindAllStringSubmatch(body, -1)
	if len(ids) != 3 {
		t.Fatalf("%d guests can be ticked", len(ids))
	}
	w.post(staff, e+"/ticked", url.Values{"person": {ids[0][1], ids[1][1]}, "rest": {"no"}, "back": {e}})
	w.has(e, "<dt>Came</dt><dd>2 ", "1 did not, 0 not known yet")
	w.post(staff, e+"/ticked", url.Values{"person": {ids[0][1]}, "back": {e}})
	w.has(e, "<dt>Came</dt><dd>1 ", "1 did not, 1 not known yet")
}
