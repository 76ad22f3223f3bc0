package admin

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/testkit"
)

// TestATextIsOfferedAgainWhereItCouldArrive: a button that could only be refused is none.
func TestATextIsOfferedAgainWhereItCouldArrive(t *testing.T) {
	t.Parallel()
	now := testkit.Now()
	v := &visit{a: &Admin{Options: Options{Deps: testkit.Deps(nil)}}, now: now}
	failed := page.Need{Kind: matter.FailedText, Again: true, ErrorCode: 30034}
	for name, c := range map[string]struct {
		change func(*page.Need)
		want   bool
	}{
		"refused for the account": {func(*page.Need) {}, true},
		"words filtered":          {func(n *page.Need) { n.ErrorCode = 30007 }, false},
		"no such number":          {func(n *page.Need) { n.ErrorCode = 30005 }, false},
		"opted out":               {func(n *page.Need) { n.ErrorCode = 21610 }, false},
		"nobody knows":            {func(n *page.Need) { n.ErrorCode, n.Unsettled = 0, true }, true},
		"on its way again":        {func(n *page.Need) { n.Again = false }, false},
		"it makes no sense now":   {func(n *page.Need) { n.AgainUntil = now.Add(-time.Minute) }, false},
		"it still makes sense":    {func(n *page.Need) { n.AgainUntil = now.Add(time.Minute) }, true},
		"another row":             {func(n *page.Need) { n.Kind = matter.NeedsAnswer }, false},
	} {
		n := failed
		c.change(&n)
		if got := v.mayGoAgain(n); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestOneLatenessIsOneLine: a report that is missing and the thank-you that did not go for want of it stand in one line, which says neither
// twice; it is closed, put off and taken whole, and taken back whole.
func TestOneLatenessIsOneLine(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff, organizer, now := w.cookies[person.Staff], w.people[person.Organizer], testkit.Now()
	contact := uuid.MustParse(strings.TrimPrefix(w.contactNamed("María Gómez", "206-555-0181"), "/admin/contacts/"))
	for i := range 2 {
		m := meeting.Meeting{
			ID: uuid.Must(uuid.NewV7()), OrganizerID: organizer.ID, ContactID: contact, StartsAt: now.Add(time.Duration(-50-24*i) * time.Hour),
			Zone: "UTC", Minutes: 45, Status: meeting.Confirmed, Rev: 1, CreatedAt: now.Add(-99 * time.Hour),
		}
		about := change.Subject{Kind: change.MeetingSubj, ID: m.ID}
		w.save(change.SaveMeeting{Meeting: m, At: now}, change.Attention{
			ID: uuid.Must(uuid.NewV7()), Kind: matter.ReportOverdue, Subject: about, Note: "no report: nobody said how it went", At: now,
		}, change.Attention{
			ID: uuid.Must(uuid.NewV7()), Kind: matter.ThanksMissed, Subject: about, At: now.Add(-time.Hour),
			Note: "no thank-you within 24 hours: nobody has said that they met",
		})
	}
	const late = "/admin/inbox?show=late"
	lines := func() int { return strings.Count(w.get(staff, late).Body.String(), `<li id="need-`) }
	body := w.has(late, "report overdue", "no thank-you went", "nobody said how it went")
	if n := lines(); n != 2 {
		t.Fatalf("two one-on-ones are %d lines", n)
	}
	for _, twice := range []string{"no report:", "no thank-you within 24 hours"} {
		if strings.Contains(body, twice) {
			t.Errorf("a line says %q beside its badge", twice)
		}
	}
	first := regexp.MustCompile(`id="need-([0-9a-f-]{36})"`).FindStringSubmatch(body)[1]
	also := regexp.MustCompile(`name="also" value="([0-9a-f,-]+)"`).FindStringSubmatch(body)[1]
	form := url.Values{"also": {also}, "back": {late}}
	for _, act := range []string{"later", "done"} {
		if out := w.post(staff, "/admin/attention/"+first+"/"+act, form); out.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", act, out.Code, out.Body)
		}
		if n := len(w.open()); n != 2 {
			t.Errorf("%s leaves %d rows open, the other line has 2", act, n)
		}
		if out := w.post(staff, undoOf(act, uuid.MustParse(first), uuid.MustParse(also)), nil); out.Code != http.StatusSeeOther {
			t.Fatalf("%s taken back: %d %s", act, out.Code, out.Body)
		}
		if n := len(w.open()); n != 4 {
			t.Errorf("%s taken back leaves %d rows open", act, n)
		}
	}
	ticked := regexp.MustCompile(`name="need" value="([^"]+)"`).FindAllStringSubmatch(body, -1)
	all := url.Values{"do": {"done"}, "need": {ticked[0][1], ticked[1][1]}}
	if out := w.post(staff, "/admin/attention/several", all); out.Code != http.StatusSeeOther || len(w.open()) != 0 {
		t.Errorf("ticked and closed: %d, %d rows open", out.Code, len(w.open()))
	}
}

// TestAHistorySaysByWhom: also of what no person did, and once.
func TestAHistorySaysByWhom(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.has("/admin/contacts/"+w.people[person.Organizer].ID.String(), "record</span> added or changed by the command line")
	w.has(w.contactNamed("María Gómez", "206-555-0181"), "record</span> added or changed by Robin staff")
	report := w.reported(true)
	body := w.has("/admin/reports/"+report.String(), "report filed</strong> by Robin organizer")
	contact := regexp.MustCompile(`/admin/contacts/[0-9a-f-]{36}`).FindString(body)
	if body := w.has(contact, "one-on-one reported by Robin organizer"); strings.Contains(body, ", said by Robin organizer, said") {
		t.Error("somebody is named twice")
	}
}
