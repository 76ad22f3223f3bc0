package admin

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/testkit"
)

// TestAViewerSeesNothingThatWasWrittenOfAContact: each field holds a word of its own, which staff read; a viewer neither reads nor finds
// it.
func TestAViewerSeesNothingThatWasWrittenOfAContact(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff, viewer := w.cookies[person.Staff], w.cookies[person.Viewer]
	out := w.post(staff, "/admin/contacts/new", url.Values{
		"name": {"Delia Fuentes"}, "phone": {"206-555-0181"}, "organizer": {w.people[person.Organizer].ID.String()},
	})
	contact := out.Header().Get("Location")
	if out := w.post(staff, contact+"/edit", url.Values{
		"name": {"Delia Fuentes"}, "version": {w.formVersion(contact)}, "preferred": {"qqcalled"}, "email": {"qqmail@example.org"},
		"best_way": {"qqway hides from somebody"}, "tags": {"qqtag"}, "access": {"qqaccess"}, "dietary": {"qqfood"},
		"relationship": {"qqfriend"}, "notes": {"qqnote"}, "organizer": {w.people[person.Organizer].ID.String()},
	}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	if out := w.post(staff, contact+"/assess", url.Values{"level": {"2"}, "next": {"qqnext"}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	noon := testkit.Now().AddDate(0, 0, 6).UTC().Truncate(24 * time.Hour).Add(12 * time.Hour)
	plan := url.Values{"at": {noon.Format(inputTime)}, "place": {"qqplace"}}
	if out := w.post(staff, contact+"/plan", plan); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	meetings, err := w.db.MeetingList(t.Context(), page.MeetingFilter{N: 5})
	if err != nil || len(meetings) != 1 {
		t.Fatalf("%d one-on-ones, %v", len(meetings), err)
	}
	paths := []string{
		contact, "/admin/contacts", "/admin/meetings", "/admin/meetings/" + meetings[0].ID.String(), "/admin/", "/admin/promises",
		"/admin/messages",
		"/admin/organizers/" + w.people[person.Organizer].ID.String(), "/admin/organizers", "/admin/search?q=delia", "/admin/contacts?q=delia",
	}
	var read strings.Builder
	for _, p := range paths {
		read.WriteString(w.get(staff, p).Body.String())
		out := w.get(viewer, p)
		if out.Code != http.StatusOK || strings.Contains(out.Body.String(), "qq") {
			t.Errorf("%s: a viewer reads what was written (%d)", p, out.Code)
		}
	}
	for _, word := range []string{"qqcalled", "qqmail", "qqway", "qqtag", "qqplace", "qqnext"} {
		if !strings.Contains(read.String(), word) {
			t.Errorf("staff do not read %s", word)
		}
	}
	for _, q := range []string{"qqtag", "qqmail@example.org", "qqplace"} {
		for _, p := range []string{"/admin/search?q=", "/admin/contacts?q="} {
			if strings.Contains(w.get(viewer, p+url.QueryEscape(q)).Body.String(), "Delia") {
				t.Errorf("%s%s: a viewer finds by it", p, q)
			}
		}
		if !strings.Contains(w.get(staff, "/admin/search?q="+url.QueryEscape(q)).Body.String(), "Delia") {
			t.Errorf("staff do not find by %s", q)
		}
	}
}

// TestOnesOwnAccountTellsItsOwner: a change of how somebody signs in is texted to them.
func TestOnesOwnAccountTellsItsOwner(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	if err := w.db.SetSettings(t.Context(), map[string]string{app.SettingSending: string(reminder.SendingOn)}); err != nil {
		t.Fatal(err)
	}
	who := w.people[person.Staff]
	if out := w.post(w.cookies[person.Staff], "/admin/account/password",
		url.Values{"old": {testPassword}, "password": {"another long one of mine"}}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	told := strings.Join(w.planned("person", who.ID), ", ")
	if !strings.Contains(told, "duty to "+who.Name) {
		t.Errorf("nobody is told: %s", told)
	}
}

// TestStaffChangeNoAdmin: urgent texts go to admins; staff can neither lock nor silence their phones, nor write their records.
func TestStaffChangeNoAdmin(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff, admin, chief := w.cookies[person.Staff], w.cookies[person.Admin], w.people[person.Admin]
	record := "/admin/contacts/" + chief.ID.String()
	detail, err := w.db.Person(t.Context(), chief.ID)
	if err != nil {
		t.Fatal(err)
	}
	thread := threadHref(detail.PhoneID)
	for path, form := range map[string]url.Values{
		record + "/edit":    {"name": {"Somebody Else"}, "version": {w.formVersion(record)}},
		record + "/opt-out": nil, thread + "/lock": nil, thread + "/opt-out": nil,
		"/admin/organizers/" + chief.ID.String() + "/lock": nil,
	} {
		if out := w.post(staff, path, form); out.Code == http.StatusSeeOther {
			if page := w.get(staff, out.Header().Get("Location")).Body.String(); !strings.Contains(page, "an admin can change it") {
				t.Errorf("staff: %s is done", path)
			}
		}
	}
	after, err := w.db.Person(t.Context(), chief.ID)
	if err != nil || after.Name != chief.Name || after.Locked || after.Consent != detail.Consent {
		t.Errorf("changed by staff: %+v %v", after, err)
	}
	if out := w.post(admin, thread+"/lock", nil); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	if after, err := w.db.Person(t.Context(), chief.ID); err != nil || !after.Locked {
		t.Errorf("an admin cannot: %+v %v", after, err)
	}
}

// TestALostRoleTakesItsWaysInAlong: a session and a passkey of before open nothing when the role comes back.
func TestALostRoleTakesItsWaysInAlong(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	who := w.people[person.Staff]
	key := staff.Passkey{ID: []byte("key"), PersonID: who.ID, Name: "a key", Credential: []byte("{}"), CreatedAt: w.now}
	if err := w.db.SavePasskey(t.Context(), key); err != nil {
		t.Fatal(err)
	}
	set := func(roles ...string) {
		t.Helper()
		form := url.Values{"role": roles}
		if out := w.post(w.cookies[person.Admin], "/admin/people/"+who.ID.String()+"/roles", form); out.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", out.Code, out.Body)
		}
	}
	set("organizer")
	set("staff")
	if out := w.get(w.cookies[person.Staff], "/admin/"); out.Code != http.StatusSeeOther {
		t.Errorf("the session of before: %d", out.Code)
	}
	if list, err := w.db.Passkeys(t.Context(), who.ID); err != nil || len(list) != 0 {
		t.Errorf("the passkeys of before: %v %v", list, err)
	}
}

// TestOneSessionWatchesWithSoManyPages, and a further page does without.
func TestOneSessionWatchesWithSoManyPages(t *testing.T) {
	t.Parallel()
	n, id := newNews(nil), uuid.New()
	for range mostStreams {
		if !n.begin(id) {
			t.Fatal("too few")
		}
	}
	if n.begin(id) || !n.begin(uuid.New()) {
		t.Error("one more, or another session's first")
	}
	n.end(id)
	if !n.begin(id) {
		t.Error("one that ended still counts")
	}
}

// TestSigningOutLeavesNoDrafts: what somebody was writing is not there for the next at this machine.
func TestSigningOutLeavesNoDrafts(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	if out := w.post(w.cookies[person.Staff], "/admin/signout", nil); out.Header().Get("Clear-Site-Data") != `"storage"` {
		t.Errorf("%d %v", out.Code, out.Header())
	}
}
