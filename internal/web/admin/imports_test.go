package admin

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// upload hands in a file on the page.
func (w *house) upload(name, content string) *httptest.ResponseRecorder {
	w.t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	f, err := m.CreateFormFile("file", name)
	if err != nil {
		w.t.Fatal(err)
	}
	if _, err := f.Write([]byte(content)); err != nil {
		w.t.Fatal(err)
	}
	if err := m.Close(); err != nil {
		w.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/admin/imports/try", &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	return w.do(r, w.cookies[person.Staff])
}

func TestAFileIsTriedImportedAndUndone(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	out := w.upload("people.csv", "name,phone\nMaria <b>Lopez</b>,206-555-0142\nNobody,12\n")
	to := out.Header().Get("Location")
	if out.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/admin/imports/") {
		t.Fatalf("%d %s %s", out.Code, to, out.Body)
	}
	body := w.has(to, "Preview of people.csv", "What would happen", "Maria &lt;b&gt;Lopez", "Import these rows")
	if n := len(strings.Split(body, `data-label="Line"`)) - 1; n != 2 {
		t.Errorf("%d rows are reported, want 2", n)
	}
	if w.has("/admin/imports", "No file was imported yet") == "" {
		t.Error("no list")
	}
	staff := w.cookies[person.Staff]
	if out := w.post(staff, to+"/undo", nil); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("undone though only tried: %d", out.Code)
	}
	if out := w.post(staff, to+"/apply", url.Values{}); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	w.has(to, "What happened", "Imported:", "Undo this import", "Robin staff")
	w.has("/admin/imports", "people.csv", "imported")
	if out := w.post(staff, to+"/apply", nil); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("imported twice: %d", out.Code)
	}
	if out := w.post(staff, to+"/undo", nil); out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	w.has(to, "Undone:", "removed")
	phone, err := sms.PhoneFromE164("+12065550142")
	if err != nil {
		t.Fatal(err)
	}
	if list, err := w.db.FindPeople(t.Context(), phone); err != nil || len(list) != 0 {
		t.Errorf("still here after the undoing: %v %v", list, err)
	}
}

func TestWhatIsNoFileOfContactsIsRefusedInWords(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	for name, content := range map[string]string{"empty.csv": "", "picture.png": "\x89PNG\r\n\x1a\n\x00\x00"} {
		if out := w.upload(name, content); out.Code != http.StatusUnprocessableEntity || !strings.Contains(out.Body.String(), `class="say bad"`) {
			t.Errorf("%s: %d", name, out.Code)
		}
	}
	if out := w.post(w.cookies[person.Staff], "/admin/imports/try", url.Values{}); out.Code != http.StatusUnprocessableEntity {
		t.Errorf("no file at all: %d", out.Code)
	}
	if out := w.upload("huge.csv", "name\n"+strings.Repeat("a", maxImport)); out.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a huge file: %d", out.Code)
	}
}

// TestThePersonSaysWhatColumnsHold goes the way of a file whose header nobody could guess, with a number that is cut short.
func TestThePersonSaysWhatColumnsHold(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	staff := w.cookies[person.Staff]
	out := w.upload("list.csv", "Who,Reach,Remarks\nPat Poe,206-555-0161,hi\nDi Short,555-0302,\n")
	to := out.Header().Get("Location")
	if out.Code != http.StatusSeeOther || !strings.HasPrefix(to, "/admin/imports/") {
		t.Fatalf("%d %s %s", out.Code, to, out.Body)
	}
	body := w.has(to, "say which column holds the name", "206-555-0161 · 555-0302", "Pat Poe · Di Short")
	if strings.Contains(body, "Import these rows") {
		t.Error("it can be imported without names")
	}
	w.has(to+"?column=name&column=-&column=notes", "No row has a phone number that gets texts", "only a name")
	body = w.has(to+"?column=name&column=mobile_number&column=notes", "2 added", "kept without one, to be called (555-0302)",
		`name="columns" value="name,mobile_number,notes"`)
	if strings.Contains(body, "No row has a phone") {
		t.Error("warned of no numbers where there are")
	}
	apply := func(at string) {
		t.Helper()
		if out := w.post(staff, at+"/apply", url.Values{"columns": {"name,mobile_number,notes"}}); out.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", out.Code, out.Body)
		}
	}
	apply(to)
	w.has(to, "Imported: 2 added", "Di Short", "to be called (555-0302)")
	w.has("/admin/contacts", "Di Short", "Pat Poe", "no phone")
	// The same file again, one word changed: nobody is doubled, and what changes stands there before and after.
	again := w.upload("list.csv", "name,phone,notes\nPat Poe,206-555-0161,hello\nDi Short,555-0302,\n").Header().Get("Location")
	w.has(again, "0 added, 1 updated, 1 unchanged", "notes: <del>hi</del> → <ins>hello</ins>", "guessed by its name")
	apply(again)
	w.has(again, "notes: <del>hi</del> → <ins>hello</ins>")
}

// TestAColumnIsShownByItsBeginning: a file whose heading or cell is a book does not make the preview one.
func TestAColumnIsShownByItsBeginning(t *testing.T) {
	t.Parallel()
	w := newHouse(t)
	long := strings.Repeat("ñame ", 20000)
	out := w.upload("people.csv", "name,phone,\""+long+"\"\nMaria Lopez,206-555-0142,\""+long[:9000]+"\"\n")
	to := out.Header().Get("Location")
	if out.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", out.Code, out.Body)
	}
	body := w.has(to, "Preview of people.csv", "ñame ñame", "…")
	if len(body) > 20000 {
		t.Errorf("the page has %d bytes", len(body))
	}
	if n := strings.Count(body, "ñame"); n > 60 {
		t.Errorf("%d words of them are shown", n)
	}
}
