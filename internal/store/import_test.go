package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/contactfile"
	"github.com/reportback/reportback/internal/core/csvio"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

func importFile(t *testing.T, db *store.DB, file string, try bool) app.ImportReport {
	t.Helper()
	rep, err := app.ImportContacts(t.Context(), testkit.Deps(db), app.ImportFile{Name: "people.csv", Data: strings.NewReader(file), Try: try})
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

func counts(r app.ImportReport) string {
	return fmt.Sprintf("%d added, %d updated, %d unchanged, %d skipped", r.Count[contactfile.Added], r.Count[contactfile.Updated],
		r.Count[contactfile.Unchanged], r.Count[contactfile.Skipped])
}

const contactsAsText = `SELECT p.name || ' ' || coalesce(f.phone, '-') || ' ' || coalesce(p.external_id,
  '-') || ' ' || array_to_string(p.tags, '+') || ' ' || coalesce(f.consent, 0)
FROM people p LEFT JOIN phones f ON f.id = p.phone_id WHERE 'contact' = ANY(p.roles) ORDER BY p.name`

// TestAnImportAddsUpdatesAndCanBeUndone is the whole way of a file.
func TestAnImportAddsUpdatesAndCanBeUndone(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	r := &app.Receiver{Deps: testkit.Deps(db)}
	maria, err := sms.ParsePhone("206-555-0142")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.AddPerson(t.Context(), app.NewPerson{Name: "Maria Lopez", Phone: maria, Role: person.Contact}); err != nil {
		t.Fatal(err)
	}
	before := strings.Join(query(t, url, contactsAsText), "\n")
	const file = "\ufeffexternal_id;name;mobile_number;tags;sms_consent\r\n" +
		"7;Maria Lopez;206-555-0142;tenant;yes\r\n" +
		"8;José Peña;206-555-0160;tenant;yes\r\n" +
		"9;Pat Poe;206-555-0161;;no\r\n" +
		"10;Bad Phone;12;;\r\n" +
		"8;José Peña;206-555-0160;;\r\n"

	if rep := importFile(t, db, file, true); counts(rep) != "3 added, 1 updated, 0 unchanged, 1 skipped" {
		t.Errorf("dry run: %s", counts(rep))
	}
	if got := strings.Join(query(t, url, contactsAsText), "\n"); got != before {
		t.Fatalf("a dry run changed something:\n%s", got)
	}
	rep := importFile(t, db, file, false)
	if counts(rep) != "3 added, 1 updated, 0 unchanged, 1 skipped" {
		t.Errorf("import: %s", counts(rep))
	}
	const want = "Bad Phone - 10  0\nJosé Peña +12065550160 8 tenant 1\nMaria Lopez +12065550142 7 tenant 1\nPat Poe +12065550161 9  2"
	if got := strings.Join(query(t, url, contactsAsText), "\n"); got != want {
		t.Errorf("after the import:\n%s", got)
	}
	if got := query(t, url, `SELECT source || ' ' || consent || ' ' || words FROM consents
	  ORDER BY words`); strings.Join(got, ", ") != "import 2 sms_consent=no, import 1 sms_consent=yes, import 1 sms_consent=yes" {
		t.Errorf("consents: %v", got)
	}
	if again := importFile(t, db, file, false); counts(again) != "0 added, 0 updated, 4 unchanged, 1 skipped" {
		t.Errorf("the same file again: %s", counts(again))
	}
	query(t, url, `UPDATE people SET notes = 'called', version = version + 1 WHERE name = 'Pat Poe' RETURNING name`)
	u, err := app.UndoImport(t.Context(), testkit.Deps(db), rep.ID, uuid.Nil)
	if err != nil || u != (app.Undone{Removed: 2, Restored: 1, Kept: 1}) {
		t.Errorf("undo: %+v %v", u, err)
	}
	if got := strings.Join(query(t, url, contactsAsText), "\n"); got != before+"\nPat Poe +12065550161 9  0" {
		t.Errorf("after undoing:\n%s", got)
	}
	if _, err := app.UndoImport(t.Context(), testkit.Deps(db), rep.ID, uuid.Nil); !errors.Is(err, app.ErrNotApplied) {
		t.Errorf("undone twice: %v", err)
	}
	list, err := db.ImportList(t.Context(), 10)
	if err != nil || len(list) != 2 || list[1].State != app.ImportUndone || list[1].Kept != 1 {
		t.Errorf("list: %+v %v", list, err)
	}
}

// TestAnOptOutOutlivesImportAndUndo: what the phone itself said is never touched.
func TestAnOptOutOutlivesImportAndUndo(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	rep := importFile(t, db, "name,phone,sms_consent\nPat Poe,206-555-0161,yes\n", false)
	r := &app.Receiver{Deps: testkit.Deps(db)}
	pat, err := sms.ParsePhone("206-555-0161")
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Inbound(t.Context(), sms.Inbound{SID: "SM1", From: pat.E164(), Phone: pat, Body: sms.NewBody("STOP")}); err != nil {
		t.Fatal(err)
	}
	importFile(t, db, "name,phone,sms_consent\nPat Poe,206-555-0161,yes\n", false)
	if _, err := app.UndoImport(t.Context(), testkit.Deps(db), rep.ID, uuid.Nil); err != nil {
		t.Fatal(err)
	}
	if got := query(t, url, `SELECT consent::text FROM phones WHERE phone = $1`, pat.E164()); len(got) != 1 || got[0] != "2" {
		t.Errorf("consent: %v", got)
	}
}

// TestConsentForAPhoneWithAOneOnOneToComeGoesByItsOwnStep, which plans the reminders too.
func TestConsentForAPhoneWithAOneOnOneToComeGoesByItsOwnStep(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	importFile(t, db, "name,phone\nPat Poe,206-555-0161\n", false)
	query(t, url, `INSERT INTO people (id, name, roles, created_at) VALUES (gen_random_uuid(), 'Ana Ruiz', '{organizer}', '2026-01-01')
	  RETURNING name`)
	query(t, url, `INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, status, created_at)
SELECT gen_random_uuid(), o.id, c.id, '2030-01-01', 'UTC', 'planned', '2026-01-01' FROM people o, people c
  WHERE o.name = 'Ana Ruiz' AND c.name = 'Pat Poe' RETURNING status`)
	importFile(t, db, "name,phone,sms_consent\nPat Poe,206-555-0161,yes\n", false)
	got := query(t, url, `SELECT f.consent || ' ' || n.rule || ' ' || n.state || ' ' || (n.data->>'source') FROM phones f
	  JOIN planned n ON n.phone_id = f.id`)
	if len(got) != 1 || got[0] != "0 consent planned import" {
		t.Errorf("got %v", got)
	}
}

// TestOurOwnExportComesBackAsItWas: both flavours, formula guard and all.
func TestOurOwnExportComesBackAsItWas(t *testing.T) {
	t.Parallel()
	db, _ := open(t)
	importFile(t, db, "external_id,name,phone,email,language,tags,notes,sms_consent\nx1,Maria "+
		"Lopez,206-555-0142,m@example.org,es,\"a,b\",\"=1+1\nsecond line\",yes\nx2,\"O'Brien, Pat\",,pat@example.org,,,'quoted',\n", false)
	for _, f := range []csvio.Flavour{csvio.CRM, csvio.Spreadsheet} {
		var b bytes.Buffer
		if err := app.Export(t.Context(), testkit.Deps(db), "contacts", f, &b); err != nil {
			t.Fatal(err)
		}
		if rep := importFile(t, db, b.String(), true); counts(rep) != "0 added, 0 updated, 2 unchanged, 0 skipped" || len(rep.Ignored) > 0 {
			t.Errorf("%s: %s, ignored %v\n%s", f, counts(rep), rep.Ignored, b.String())
		}
	}
}

func TestATriedFileIsKeptUntilItIsApplied(t *testing.T) {
	t.Parallel()
	db, _ := open(t)
	const file = "name,phone\nPat Poe,206-555-0161\n"
	rep := importFile(t, db, file, true)
	if err := db.KeepTried(t.Context(), rep.ImportRecord, []byte(file)); err != nil {
		t.Fatal(err)
	}
	data, err := db.TriedFile(t.Context(), rep.ID)
	if err != nil || string(data) != file {
		t.Fatalf("%q %v", data, err)
	}
	if _, err := app.ImportContacts(t.Context(), testkit.Deps(db), app.ImportFile{
		ID: rep.ID, Name: "people.csv",
		Data: bytes.NewReader(data),
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := db.TriedFile(t.Context(), rep.ID); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("the file is still there: %v", err)
	}
	if got, err := db.Imported(t.Context(), rep.ID); err != nil || got.State != app.ImportApplied || got.Count[contactfile.Added] != 1 {
		t.Errorf("%+v %v", got, err)
	}
	lines, err := db.ImportLines(t.Context(), rep.ID)
	if err != nil || len(lines) != 1 || lines[0].Name != "Pat Poe" || lines[0].Outcome != contactfile.Added {
		t.Errorf("%+v %v", lines, err)
	}
}
