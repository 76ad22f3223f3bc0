package admin

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/testkit"
)

func TestAViewerSeesNoWordsAndAStrangersWordsAreWordsOnly(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	phone, err := sms.PhoneFromE164("+12065550177")
	if err != nil {
		t.Fatal(err)
	}
	const words = `<script>alert("landlord")</script>`
	receiver := &app.Receiver{Deps: testkit.Deps(w.db)}
	in := sms.Inbound{SID: "SM" + strings.Repeat("a", 32), From: phone.E164(), Phone: phone, Body: sms.NewBody(words), Segments: 1}
	if err := receiver.Inbound(t.Context(), in); err != nil {
		t.Fatal(err)
	}
	list, err := w.db.MessageList(t.Context(), page.MessageFilter{N: 5})
	if err != nil || len(list) == 0 {
		t.Fatalf("%d texts: %v", len(list), err)
	}
	for _, path := range []string{"/admin/", "/admin/messages", threadHref(list[0].PhoneID)} {
		staff := w.get(w.cookies[person.Staff], path).Body.String()
		if strings.Contains(staff, "<script>alert") || !strings.Contains(staff, "landlord") {
			t.Errorf("%s: staff do not read the words as words", path)
		}
		out := w.get(w.cookies[person.Viewer], path)
		if out.Code != http.StatusOK || strings.Contains(out.Body.String(), "landlord") {
			t.Errorf("%s: a viewer reads them (%d)", path, out.Code)
		}
		if forms := strings.Count(out.Body.String(), `method="post"`); forms != 1 { // signing out
			t.Errorf("%s: a viewer is offered %d forms", path, forms)
		}
	}
}

func TestANeedIsTakenPutOffAndClosedWithAWord(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	phone, err := sms.PhoneFromE164("+12065550177")
	if err != nil {
		t.Fatal(err)
	}
	receiver := &app.Receiver{Deps: testkit.Deps(w.db)}
	in := sms.Inbound{
		SID: "SM" + strings.Repeat("b", 32), From: phone.E164(), Phone: phone, Body: sms.NewBody("hello, who is this"),
		Segments: 1,
	}
	if err := receiver.Inbound(t.Context(), in); err != nil {
		t.Fatal(err)
	}
	open := func() []page.Need {
		t.Helper()
		list, err := w.db.Open(t.Context(), testkit.Now().Add(time.Minute), page.NeedFilter{N: 10})
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	needs := open()
	if len(needs) != 1 {
		t.Fatalf("%d rows need a person", len(needs))
	}
	at := "/admin/attention/" + needs[0].ID.String()
	cookie := w.cookies[person.Staff]
	w.post(cookie, at+"/take", nil)
	if got := open(); got[0].TakenBy != "Robin staff" {
		t.Errorf("taken by %q", got[0].TakenBy)
	}
	other := w.cookies[person.Admin]
	if out := w.post(other, at+"/take", nil); out.Code != http.StatusUnprocessableEntity || open()[0].TakenBy != "Robin staff" {
		t.Errorf("taken from a colleague by a page that showed it as nobody's: %d", out.Code)
	}
	if out := w.post(other, at+"/give-back", nil); out.Code != http.StatusUnprocessableEntity || open()[0].TakenBy != "Robin staff" {
		t.Errorf("a colleague's given back: %d", out.Code)
	}
	w.post(other, at+"/take", url.Values{"from": {w.people[person.Staff].ID.String()}})
	if got := open(); got[0].TakenBy != "Robin admin" {
		t.Errorf("taken over, and by %q", got[0].TakenBy)
	}
	w.post(cookie, at+"/take", url.Values{"from": {w.people[person.Admin].ID.String()}})
	w.post(cookie, at+"/give-back", nil)
	if got := open(); got[0].TakenBy != "" {
		t.Errorf("given back, and taken by %q", got[0].TakenBy)
	}
	w.post(cookie, at+"/later", url.Values{"until": {"tomorrow"}})
	if got := open(); len(got) != 0 {
		t.Error("put off, and still open")
	}
	out := w.post(cookie, at+"/done", url.Values{"word": {"called back"}, "back": {"/admin/"}})
	if out.Code != http.StatusSeeOther || out.Header().Get("Location") != "/admin/" {
		t.Errorf("closed: %d %s", out.Code, out.Header().Get("Location"))
	}
	if body := w.get(cookie, "/admin/").Body.String(); !strings.Contains(body, "Closed.") {
		t.Error("the next page does not say so")
	}
	if out := w.post(cookie, at+"/done", url.Values{"word": {"again"}}); out.Code != http.StatusUnprocessableEntity ||
		!strings.Contains(out.Body.String(), "closed already") {
		t.Errorf("closed twice: %d %s", out.Code, out.Body)
	}
}

func TestAListIsDownloadedAsItIsShown(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	r := &app.Receiver{Deps: testkit.Deps(w.db)}
	for i, name := range []string{"Maria Lopez", "Jo Park"} {
		phone, err := sms.PhoneFromE164("+1206555014" + string(rune('2'+i)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.AddPerson(t.Context(), app.NewPerson{Name: name, Phone: phone, Role: person.Contact}); err != nil {
			t.Fatal(err)
		}
	}
	body := w.get(w.cookies[person.Staff], "/admin/contacts?q=maria").Body.String()
	if !strings.Contains(body, `action="/admin/contacts/export?q=maria"`) {
		t.Fatal("the list's download does not know its filters")
	}
	out := w.post(w.cookies[person.Staff], "/admin/contacts/export?q=maria", url.Values{"for": {"crm"}})
	if csv := out.Body.String(); out.Code != http.StatusOK || !strings.Contains(csv, "Maria Lopez") || strings.Contains(csv, "Jo Park") {
		t.Errorf("%d: %s", out.Code, csv)
	}
	if out := w.post(w.cookies[person.Staff], "/admin/contacts/export?texts=nonsense", nil); out.Code != http.StatusBadRequest {
		t.Errorf("a filter that there is not: %d", out.Code)
	}
}

func TestWhoOptedOutIsCalledNotWrittenTo(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	w.hears(1, "hello")
	r := &app.Receiver{Deps: testkit.Deps(w.db)}
	phone, err := sms.PhoneFromE164("+12065551001")
	if err != nil {
		t.Fatal(err)
	}
	p, err := r.AddPerson(t.Context(), app.NewPerson{Name: "Marcus Bell", Phone: phone, Role: person.Contact})
	if err != nil {
		t.Fatal(err)
	}
	w.hears(1001, "irrelevant")
	in := sms.Inbound{SID: "SM" + strings.Repeat("c", 32), From: phone.E164(), Phone: phone, Body: sms.NewBody("STOP"), Segments: 1}
	if err := r.Inbound(t.Context(), in); err != nil {
		t.Fatal(err)
	}
	body := w.get(w.cookies[person.Staff], contactHref(p.ID)).Body.String()
	if strings.Contains(body, contactHref(p.ID)+`/write"`) || !strings.Contains(body, "opted out of texts: please call") ||
		!strings.Contains(body, `href="tel:&#43;12065551001"`) && !strings.Contains(body, `href="tel:+12065551001"`) {
		t.Error("a form is offered that will be refused, or the number to call is not")
	}
}

func TestASearchFindsNamesWithoutAccentsPlacesAndWords(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	r := &app.Receiver{Deps: testkit.Deps(w.db)}
	for i, name := range []string{"María Gómez", "Óscar Núñez", "Nguyễn Thị Hoa", "Trần Văn Đức", "Zoë Kowalski", "Łucja Nowak"} {
		phone, err := sms.PhoneFromE164("+1206555020" + string(rune('0'+i)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.AddPerson(t.Context(), app.NewPerson{Name: name, Phone: phone, Role: person.Contact}); err != nil {
			t.Fatal(err)
		}
	}
	w.hears(1, "No tenemos calefacción desde el lunes")
	w.hears(2, "the rents went up again")
	staff := w.cookies[person.Staff]
	for q, want := range map[string]string{
		"maria": "María Gómez", "MARÍA": "María Gómez", "oscar": "Óscar Núñez", "ÓSCAR nú": "Óscar Núñez", "nguyen": "Nguyễn Thị Hoa",
		"duc": "Trần Văn Đức", "Đức": "Trần Văn Đức", "nunez": "Óscar Núñez",
		"lucja": "Łucja Nowak", "calefaccion": "calefacción", "rent": "the rents went up", "0203": "Trần Văn Đức",
	} {
		if body := w.get(staff, "/admin/search?q="+url.QueryEscape(q)).Body.String(); !strings.Contains(body, want) {
			t.Errorf("%q does not find %q", q, want)
		}
	}
	for _, path := range []string{"/admin/search?q=rent", "/admin/messages?q=rent"} {
		if strings.Contains(w.get(w.cookies[person.Viewer], path).Body.String(), "/admin/messages/") {
			t.Errorf("%s: a viewer finds words that are not shown to them", path)
		}
	}
	list := w.get(staff, "/admin/contacts").Body.String()
	if strings.Index(list, "Óscar") > strings.Index(list, "Zoë") {
		t.Error("Óscar is sorted behind Zoë")
	}
	for _, q := range []string{"' & | ! :*", strings.Repeat("x ", 300), "%", "\\"} {
		if out := w.get(staff, "/admin/search?q="+url.QueryEscape(q)); out.Code != http.StatusOK {
			t.Errorf("%q: %d", q, out.Code)
		}
	}
}
