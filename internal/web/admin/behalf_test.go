package admin

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/when"
	"github.com/reportback/reportback/internal/testkit"
)

// planned returns what is planned to go to a person, by rule.
func (w *house) planned(kind string, id uuid.UUID) []string {
	w.t.Helper()
	list, err := w.db.Trail(w.t.Context(), kind, id)
	if err != nil {
		w.t.Fatal(err)
	}
	var out []string
	for _, t := range list {
		out = append(out, t.Rule+" to "+t.Who)
	}
	return out
}

func TestStaffPlanForAnOrganizerWhoIsTold(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff, organizer := w.cookies[person.Staff], w.people[person.Organizer]
	out := w.post(staff, "/admin/contacts/new", url.Values{
		"name": {"María Gómez"}, "phone": {"206-555-0181"},
		"organizer": {organizer.ID.String()},
	})
	contact := out.Header().Get("Location")
	at := testkit.Now().AddDate(0, 0, 6).UTC()
	noon := time.Date(at.Year(), at.Month(), at.Day(), 12, 0, 0, 0, time.UTC).Format(inputTime)
	if out := w.post(staff, contact+"/plan", url.Values{
		"at": {noon}, "place": {"Cafe Presse"},
		"back": {contact},
	}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	w.has(contact, "Cafe Presse", "Robin organizer and María Gómez")
	rows, err := w.db.MeetingList(t.Context(), page.MeetingFilter{N: 5})
	if err != nil || len(rows) != 1 || rows[0].Status != string(meeting.Planned) {
		t.Fatalf("%+v %v", rows, err)
	}
	all := strings.Join(w.planned("meeting", rows[0].ID), ", ")
	for _, want := range []string{"duty to Robin organizer", "two_days to María Gómez", "how_did_it_go to Robin organizer"} {
		if !strings.Contains(all, want) {
			t.Errorf("not planned: %s (%s)", want, all)
		}
	}
	for _, bad := range []url.Values{{"at": {noon}}, {"at": {"2020-01-01T12:00"}}, {"at": {"soon"}}} {
		if out := w.post(staff, contact+"/plan", bad); out.Code != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d", bad, out.Code)
		}
	}
	alone := w.contactNamed("Bo Lee", "206-555-0182")
	if out := w.post(staff, alone+"/plan", url.Values{"at": {noon}}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("a contact without an organizer: %d", out.Code)
	}
}

func TestStaffAnswerAnotherTimeForAnOrganizerWhoIsTold(t *testing.T) {
	t.Parallel()
	for act, want := range map[string]meeting.Status{"accept": meeting.Confirmed, "refuse": meeting.Planned} {
		w := newHouse(t)
		staff, organizer := w.cookies[person.Staff], w.people[person.Organizer]
		out := w.post(staff, "/admin/contacts/new", url.Values{
			"name": {"María Gómez"}, "phone": {"206-555-0181"},
			"organizer": {organizer.ID.String()},
		})
		contact := uuid.MustParse(strings.TrimPrefix(out.Header().Get("Location"), "/admin/contacts/"))
		now := testkit.Now()
		m := meeting.Meeting{
			ID: uuid.Must(uuid.NewV7()), OrganizerID: organizer.ID, ContactID: contact, StartsAt: now.Add(96 * time.Hour),
			Zone: "UTC", Minutes: 45, Status: meeting.Planned, Rev: 1, CreatedAt: now,
		}
		if err := m.Propose(meeting.Contact, now.Add(120*time.Hour), now); err != nil {
			t.Fatal(err)
		}
		w.save(change.SaveMeeting{Meeting: m, At: now})
		at := "/admin/meetings/" + m.ID.String()
		w.has(at, "asks for another time", at+"/accept", at+"/refuse")
		if out := w.post(staff, at+"/"+act, url.Values{"back": {at}}); out.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", act, out.Code, out.Body)
		}
		got, err := w.db.Meeting(t.Context(), m.ID)
		if err != nil || got.Status != string(want) {
			t.Errorf("%s leaves it %s (%v)", act, got.Status, err)
		}
		all := strings.Join(w.planned("meeting", m.ID), ", ")
		if !strings.Contains(all, "duty to Robin organizer") || !strings.Contains(all,
			map[string]string{"accept": "settled to María Gómez", "refuse": "old_time to María Gómez"}[act]) {
			t.Errorf("%s: who is told: %s", act, all)
		}
		if out := w.post(staff, at+"/"+act, nil); out.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s twice: %d", act, out.Code)
		}
	}
}

// overOne is a confirmed one-on-one with somebody whom staff added, over since an hour and a quarter.
func (w *house) overOne(staff string, organizer uuid.UUID) meeting.Meeting {
	w.t.Helper()
	out := w.post(staff, "/admin/contacts/new", url.Values{
		"name": {"María Gómez"}, "phone": {"206-555-0181"}, "organizer": {organizer.String()},
	})
	contact := uuid.MustParse(strings.TrimPrefix(out.Header().Get("Location"), "/admin/contacts/"))
	now := testkit.Now()
	m := meeting.Meeting{
		ID: uuid.Must(uuid.NewV7()), OrganizerID: organizer, ContactID: contact, StartsAt: now.Add(-2 * time.Hour),
		Zone: "UTC", Minutes: 45, Status: meeting.Confirmed, Rev: 1, CreatedAt: now.Add(-48 * time.Hour),
	}
	w.save(change.SaveMeeting{Meeting: m, At: now})
	return m
}

func TestStaffWriteAndFileAReportForAnOrganizerWhoIsTold(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff, organizer := w.cookies[person.Staff], w.people[person.Organizer]
	m := w.overOne(staff, organizer.ID)
	at := "/admin/meetings/" + m.ID.String()
	w.has(at, at+"/begin", "They met: write the report")
	out := w.post(staff, at+"/begin", url.Values{"back": {at}})
	form := out.Header().Get("Location")
	if out.Code != http.StatusSeeOther || !strings.HasSuffix(form, "/edit") {
		t.Fatalf("%d %q %s", out.Code, form, out.Body)
	}
	w.has(at, "Go on with the report")
	w.has(form, "Save, and file it for Robin organizer")
	filed := url.Values{"version": {"1"}, "learned": {"mold in the bedroom"}, "file": {"yes"}}
	if out := w.post(staff, form, filed); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	w.has(strings.TrimSuffix(form, "/edit"), "mold in the bedroom", "filed", "Robin staff")
	got, err := w.db.Meeting(t.Context(), m.ID)
	if err != nil || got.Status != string(meeting.Reported) || !got.Filed {
		t.Errorf("%s %v %v", got.Status, got.Filed, err)
	}
	told := strings.Join(append(w.planned("meeting", m.ID), w.planned("report", got.ReportID)...), ", ")
	if !strings.Contains(told, "duty to Robin organizer") {
		t.Errorf("who is told: %s", told)
	}
	if out := w.post(staff, at+"/begin", nil); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("one that is filed: %d", out.Code)
	}
}

// TestTheNextOneOfAReportThatStaffFileIsPlanned: the report's page has it ready, and it goes the same way as one that is planned for an
// organizer; where its hour is not sure the form leaves it open, and once it is planned nothing is offered.
func TestTheNextOneOfAReportThatStaffFileIsPlanned(t *testing.T) {
	t.Parallel()
	day := testkit.Now().UTC().AddDate(0, 0, 9)
	said := day.Format("Mon Jan 2")
	spanish := when.EchoDay(lang.Spanish, when.DateOf(day), when.DateOf(day))
	for words, want := range map[string]string{
		"we meet again " + said + " at 4pm at the library":                                      day.Format(time.DateOnly) + "T16:00",
		"nos vemos otra vez el " + spanish + " a las 4 de la tarde en la biblioteca":            day.Format(time.DateOnly) + "T16:00",
		"we meet again " + said + " or " + day.AddDate(0, 0, 1).Format("Mon Jan 2") + " at 4pm": "",
		"she will come to a meeting some time":                                                  "none",
		"we met again by chance on the bus":                                                     "none",
	} {
		w := newHouse(t)
		staff, organizer := w.cookies[person.Staff], w.people[person.Organizer]
		m := w.overOne(staff, organizer.ID)
		form := w.post(staff, "/admin/meetings/"+m.ID.String()+"/begin", nil).Header().Get("Location")
		if out := w.post(staff, form, url.Values{
			"version": {"1"}, "learned": {"mold in the bedroom"}, "next_steps": {words}, "file": {"yes"},
		}); out.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", out.Code, out.Body)
		}
		at := strings.TrimSuffix(form, "/edit")
		body := w.get(staff, at).Body.String()
		if offered := strings.Contains(body, "The next one-on-one"); offered != (want != "none") {
			t.Errorf("%q: offered %v", words, offered)
		}
		if want == "none" {
			continue
		}
		place := `value="the library"`
		if strings.Contains(words, "biblioteca") {
			place = `value="la biblioteca"`
		}
		if want != "" && (!strings.Contains(body, `value="`+want+`"`) || !strings.Contains(body, place)) {
			t.Errorf("%q is not ready to be planned for %s:\n%s", words, want, body)
		}
		plan := "/admin/contacts/" + m.ContactID.String() + "/plan"
		if out := w.post(staff, plan, url.Values{
			"at": {day.Format(time.DateOnly) + "T16:00"}, "place": {"the library"}, "back": {at},
		}); out.Code != http.StatusSeeOther || !strings.HasPrefix(out.Header().Get("Location"), at) {
			t.Fatalf("%d %s %s", out.Code, out.Header().Get("Location"), out.Body)
		}
		rows, err := w.db.MeetingsOf(t.Context(), m.ContactID, 5)
		if err != nil || len(rows) != 2 {
			t.Fatalf("%d one-on-ones, %v", len(rows), err)
		}
		all := strings.Join(append(w.planned("meeting", rows[0].ID), w.planned("meeting", rows[1].ID)...), ", ")
		for _, want := range []string{"duty to Robin organizer", "two_days to María Gómez"} {
			if !strings.Contains(all, want) {
				t.Errorf("not planned: %s (%s)", want, all)
			}
		}
		if strings.Contains(w.get(staff, at).Body.String(), "The next one-on-one") {
			t.Error("it is planned, and offered again")
		}
	}
}
