package admin

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/testkit"
)

// wrote has a number that nobody knows write in.
func (w *house) wrote(e164, words string) sms.Phone {
	w.t.Helper()
	phone, err := sms.PhoneFromE164(e164)
	if err != nil {
		w.t.Fatal(err)
	}
	in := sms.Inbound{SID: "SM" + strings.Repeat("d", 32), From: e164, Phone: phone, Body: sms.NewBody(words), Segments: 1}
	if err := (&app.Receiver{Deps: testkit.Deps(w.db)}).Inbound(w.t.Context(), in); err != nil {
		w.t.Fatal(err)
	}
	return phone
}

// later moves the page's clock on.
type later time.Duration

func (l later) Now() time.Time { return testkit.Now().Add(time.Duration(l)) }

// TestNoFormIsOfferedThatWouldBeRefused: in place of the form to write stands why nothing can go, and the number to call; on the person's
// page, the thread and Today's line. Who wrote within the hour is answered.
func TestNoFormIsOfferedThatWouldBeRefused(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	if err := w.db.SetSetting(t.Context(), app.SettingSending, "on", false); err != nil {
		t.Fatal(err)
	}
	asked := w.contactNamed("Bo Lee", "206-555-0182")
	const why, box = "They have not agreed to texts", `name="words" data-draft`
	if body := w.has(asked, why, `href="tel:&#43;12065550182"`); strings.Contains(body, box) {
		t.Error("who was never asked about texts is offered a form that is refused")
	}
	phone := w.wrote("+12065550183", "can somebody call me about the lease?")
	needs, err := w.db.Open(t.Context(), testkit.Now(), page.NeedFilter{N: 5})
	if err != nil || len(needs) != 1 {
		t.Fatalf("%v %v", needs, err)
	}
	thread := threadHref(needs[0].PhoneID)
	w.has("/admin/", box, thread+"/write")
	w.has(thread, box)
	w.ahead = later(2 * time.Hour)
	w.mount(true)
	staff := w.cookies[person.Staff]
	for _, path := range []string{"/admin/", thread} {
		if body := w.has(path, why, "tel:&#43;"+strings.TrimPrefix(phone.E164(), "+")); strings.Contains(body, box) {
			t.Errorf("%s offers a form two hours after they wrote", path)
		}
	}
	if out := w.post(staff, thread+"/write", url.Values{"words": {"we call"}}); out.Code < 300 {
		t.Errorf("posted: %d", out.Code)
	}
}

// TestNumbersCanBeCalled: wherever somebody's number stands, a phone can dial it.
func TestNumbersCanBeCalled(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	draft := w.reported(false)
	if _, err := (&app.Receiver{Deps: testkit.Deps(w.db)}).Act(t.Context(), w.people[person.Organizer].Phone, world.Act{
		Kind: world.ActDraft, Subject: draft, Fields: map[string]string{string(report.ContactPhone): "206-555-0184"}, File: true,
	}); err != nil {
		t.Fatal(err)
	}
	w.contactNamed("Bo Lee", "206-555-0182")
	list, err := w.db.MeetingList(t.Context(), page.MeetingFilter{N: 1})
	if err != nil || len(list) != 1 {
		t.Fatalf("%v %v", list, err)
	}
	organizer := `href="tel:&#43;` + strings.TrimPrefix(w.people[person.Organizer].Phone.E164(), "+") + `"`
	w.has("/admin/meetings/"+list[0].ID.String(), organizer)
	w.has("/admin/contacts", `href="tel:&#43;12065550182"`)
	w.has("/admin/reports/"+draft.String(), `href="tel:&#43;12065550184"`)
	if body := w.get(w.cookies[person.Admin], "/admin/people").Body.String(); !strings.Contains(body, organizer) {
		t.Error("the list of people cannot be called")
	}
}
