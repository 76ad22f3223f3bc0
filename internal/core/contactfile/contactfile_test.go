package contactfile_test

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/contactfile"
	"github.com/reportback/reportback/internal/core/csvio"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

type counter struct{ n uint64 }

func (c *counter) New() (id uuid.UUID) {
	c.n++
	binary.BigEndian.PutUint64(id[8:], c.n)
	return id
}

func phone(t *testing.T, s string) sms.Phone {
	t.Helper()
	p, err := sms.ParsePhone(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func read(t *testing.T, file string) []contactfile.Contact {
	t.Helper()
	table, err := csvio.Read(strings.NewReader(file), csvio.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return contactfile.Read(table, contactfile.MapColumns(table.Header))
}

// TestFilesOfFiveSystemsAreUnderstood holds the columns that each system writes.
func TestFilesOfFiveSystemsAreUnderstood(t *testing.T) {
	t.Parallel()
	for name, file := range map[string]string{
		"ours": "contact_id,external_id,name,mobile_number,email,language,tags,sms_consent,notes\n" +
			",42,Maria Lopez,+12065550142,m@example.org,es,\"a,b\",yes,hi\n",
		"Action Network": "uuid,first_name,last_name,email,can2_phone,can2_user_tags,can2_sms_status,language,Comments\n" +
			"42,Maria,Lopez,m@example.org,12065550142,\"a, b\",subscribed,es,hi\n",
		"NationBuilder": "nationbuilder_id,first_name,last_name,email,mobile_number,tag_list,mobile_opt_in,language,note\n" +
			"42,Maria,Lopez,m@example.org,(206) 555-0142,\"a, b\",Y,es,hi\n",
		"VAN": "VANID\tFirstName\tLastName\tPreferredEmail\tCell Phone\tTags\tSMS Opt-In Status\tPreferred Language\tNotes\n" +
			"42\tMaria\tLopez\tm@example.org\t2065550142\ta|b\tOpt In\tSpanish\thi\n",
		"CiviCRM": "Contact ID;First Name;Last Name;Email;Phone-Mobile;Tag(s);SMS opt in;Preferred Language;Note(s)\n" +
			"42;Maria;Lopez;m@example.org;206-555-0142;a,b;Yes;es_MX;hi\n",
		"Spoke": "external_id,firstName,lastName,cell,email,tags,sms_consent,language,notes\n" +
			"42,Maria,Lopez,206.555.0142,m@example.org,\"a,b\",true,Español,hi\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rows := read(t, file)
			if len(rows) != 1 {
				t.Fatalf("%d rows", len(rows))
			}
			r := rows[0]
			got := fmt.Sprint(r.ExternalID, r.Name, r.Phone.E164(), r.Words[contactfile.Email], r.Words[contactfile.Language], r.Tags, r.Consent,
				r.Words[contactfile.Notes], r.Fault, r.Notes)
			if want := fmt.Sprint("42", "Maria Lopez", "+12065550142", "m@example.org", "es", []string{"a", "b"}, person.ConsentYes, "hi", "",
				[]string(nil)); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestConsentIsNeverInvented(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]person.Consent{
		"yes": person.ConsentYes, "Y": person.ConsentYes, "1": person.ConsentYes, "Opted In": person.ConsentYes, "sí": person.ConsentYes,
		"no": person.ConsentNo, "unsubscribed": person.ConsentNo, "Opt Out": person.ConsentNo,
		"": person.ConsentUnknown, "unknown": person.ConsentUnknown, "maybe": person.ConsentUnknown, "not asked": person.ConsentUnknown,
		"pending": person.ConsentUnknown, "2": person.ConsentUnknown, "yes?": person.ConsentUnknown, "y ?": person.ConsentUnknown,
		"si?": person.ConsentUnknown, "N/A": person.ConsentUnknown, "verbal": person.ConsentUnknown, "verbal yes": person.ConsentUnknown,
		"Y/N": person.ConsentUnknown, "ok": person.ConsentUnknown, "calls only": person.ConsentUnknown,
		"no answer": person.ConsentUnknown, "yes - calls only": person.ConsentUnknown, "left vm": person.ConsentUnknown,
		"declined": person.ConsentNo, "DNT": person.ConsentNo, "do not text": person.ConsentNo, "No texts.": person.ConsentNo,
		"0": person.ConsentNo, "rejected": person.ConsentNo, "unsub": person.ConsentNo, "not given": person.ConsentNo,
		"texts: no": person.ConsentNo, "negó": person.ConsentNo, "no molestar": person.ConsentNo,
	} {
		if got := read(t, "name,phone,sms_consent\nMaria,206-555-0142,"+cell+"\n")[0].Consent; got != want {
			t.Errorf("%q is %v, want %v", cell, got, want)
		}
	}
	if got := read(t, "name,phone,sms_consent,opted_out_at\nMaria,206-555-0142,yes,2026-01-02\n")[0].Consent; got != person.ConsentNo {
		t.Errorf("an opt-out beside a yes is %v", got)
	}
	if got := read(t, "name,phone,email_opt_in\nMaria,206-555-0142,yes\n")[0].Consent; got != person.ConsentUnknown {
		t.Errorf("consent to mail is no consent to texts: %v", got)
	}
}

// TestANoIsANoHoweverItIsWritten: in the column of consent, in one that says no, in the day of an opt-out, and beside a yes.
func TestANoIsANoHoweverItIsWritten(t *testing.T) {
	t.Parallel()
	for _, cell := range []string{
		"No", "N", "n", "FALSE", "false", "F", "0", "Unsubscribed", "unsubscribe", "Opted Out", "opted-out", "OPT OUT", "opted out 3/4/2026",
		"Opted out (replied STOP)", "never", "NEVER", "STOP", "stopped", "StopAll", "revoked", "Revoked 2026-01-02", "withdrawn", "declined",
		"refused", "denied", "do not text", "Do Not SMS", "don't text", "dont text", "DNC", "DNT", "no texts", "No texts please", "no consent",
		"cancelled", "blocked", "✗", "❌", "no (2026-03-01)", "no, asked twice 2026", "bouncing", "nope",
		"Falso", "FALSO", "nunca", "Nunca", "jamás", "baja", "de baja", "Dada de baja", "cancelado", "revocado", "retirado", "rechazado",
		"no acepta", "No aceptó", "no autoriza", "no desea", "no quiere", "no contactar", "no enviar", "sin permiso", "sin mensajes", "alto",
		"no mensajes", "No mandar mensajes", "se negó", "no quiere mensajes",
	} {
		if got := read(t, "name,phone,sms_consent\nMaria,206-555-0142,\""+cell+"\"\n")[0].Consent; got != person.ConsentNo &&
			!strings.Contains(cell, "asked twice") {
			t.Errorf("consent %q is %v", cell, got)
		} else if got == person.ConsentYes {
			t.Errorf("consent %q became a yes", cell)
		}
	}
	for _, cell := range []string{
		"X", "x", "yes", "Y", "TRUE", "1", "✓", "✔", "VERDADERO", "Verdadero", "sí", "si", "2026-01-05", "1/5/2026", "STOP", "opted out",
		"revoked", "never text", "do not text", "requested 2026", "45992",
	} {
		for _, column := range []string{"do_not_sms", "Do Not Text", "No texts", "SMS opt out", "Opted out"} {
			r := read(t, "name,phone,sms_consent,"+column+"\nMaria,206-555-0142,yes,\""+cell+"\"\n")[0]
			if r.Consent != person.ConsentNo {
				t.Errorf("%s %q beside a yes is %v", column, cell, r.Consent)
			}
		}
	}
	for _, cell := range []string{"", "no", "No", "FALSE", "0", "n/a", "-", "--", "falso"} {
		if r := read(t, "name,phone,sms_consent,do_not_sms\nMaria,206-555-0142,yes,\""+cell+"\"\n")[0]; r.Consent != person.ConsentYes {
			t.Errorf("do_not_sms %q beside a yes is %v", cell, r.Consent)
		}
	}
	for _, cell := range []string{
		"2026-01-02", "1/2/2026", "13/02/2026", "Jan 2, 2026", "2 Jan 2026", "yes", "X", "Q3 2025", "last week", "sometime in 2024", "20260102",
	} {
		if r := read(t, "name,phone,sms_consent,opted_out_at\nMaria,206-555-0142,yes,\""+cell+"\"\n")[0]; r.Consent != person.ConsentNo {
			t.Errorf("opted_out_at %q beside a yes is %v", cell, r.Consent)
		}
	}
	for _, cell := range []string{"", "never", "no", "n/a", "0000-00-00", "nunca", "-"} {
		if r := read(t, "name,phone,sms_consent,opted_out_at\nMaria,206-555-0142,yes,\""+cell+"\"\n")[0]; r.Consent != person.ConsentYes {
			t.Errorf("opted_out_at %q beside a yes is %v", cell, r.Consent)
		}
	}
	for file, want := range map[string]person.Consent{
		"name,phone,sms_consent,mobile_opt_in\nMaria,206-555-0142,yes,no\n":                 person.ConsentNo,
		"name,phone,sms_consent,sms_consent_source\nMaria,206-555-0142,yes,replied STOP\n":  person.ConsentNo,
		"name,phone,sms_consent,tags\nMaria,206-555-0142,yes,\"tenant, do not text\"\n":     person.ConsentNo,
		"name,phone,sms_consent,notes\nMaria,206-555-0142,yes,please do not text her\n":     person.ConsentUnknown,
		"name,phone,sms_consent,mobile_opt_in\nMaria,206-555-0142,yes,maybe\n":              person.ConsentUnknown,
		"nombre,teléfono,acepta mensajes\nMaria,206-555-0142,Sí\n":                          person.ConsentYes,
		"nombre,teléfono,acepta mensajes,fecha de baja\nMaria,206-555-0142,Sí,2026-01-02\n": person.ConsentNo,
	} {
		if r := read(t, file)[0]; r.Consent != want {
			t.Errorf("%q: %v, want %v", file, r.Consent, want)
		}
	}
}

// TestWhatCannotBeReadIsNamed: an opt-out whose day cannot be read is new, and the row says so.
func TestWhatCannotBeReadIsNamed(t *testing.T) {
	t.Parallel()
	r := read(t, "name,phone,opted_out_at\nMaria,206-555-0142,Q3 2025\n")[0]
	if !r.OptedOutAt.After(time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)) || len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "Q3 2025") {
		t.Errorf("%v %v", r.OptedOutAt, r.Notes)
	}
	for cell, want := range map[string]string{
		"2026-01-02": "2026-01-02", "1/2/2026": "2026-02-01", "13/2/2026": "2026-02-13", "2/13/26": "2026-02-13", "Jan 2, 2026": "2026-01-02",
		"2026-01-02T10:00:00Z": "2026-01-02", "2026-01-02 10:00:00 UTC": "2026-01-02", "46024": "2026-01-02", "20260102": "2026-01-02",
	} {
		if got := read(t, "name,phone,opted_out_at\nMaria,206-555-0142,\""+cell+"\"\n")[0].OptedOutAt.Format(time.DateOnly); got != want {
			t.Errorf("%q is %s, want %s", cell, got, want)
		}
	}
}

// world is what is known before the files of the next test come in.
func world(t *testing.T) contactfile.Known {
	t.Helper()
	maria := contactfile.Person{Person: person.Person{
		ID: uuid.UUID{1}, Name: "Maria Lopez", Phone: phone(t, "206-555-0142"),
		Email: "m@example.org", Roles: []person.Role{person.Contact}, Version: 1,
	}, ExternalID: "42", Tags: []string{"a"}}
	ana := contactfile.Person{Person: person.Person{
		ID: uuid.UUID{2}, Name: "Ana Ruiz", Phone: phone(t, "206-555-0101"),
		Roles: []person.Role{person.Organizer}, Version: 1,
	}}
	jo := contactfile.Person{Person: person.Person{
		ID: uuid.UUID{3}, Name: "Jo Park", Phone: phone(t, "206-555-0143"),
		Roles: []person.Role{person.Contact}, Version: 1,
	}, Planned: true, ExternalID: "jo"}
	mailOnly := contactfile.Person{Person: person.Person{
		ID: uuid.UUID{4}, Name: "Lee Chu", Email: "lee@example.org",
		Roles: []person.Role{person.Contact}, Version: 1,
	}}
	short := contactfile.Person{Person: person.Person{
		ID: uuid.UUID{5}, Name: "Di Short", Notes: "Number in a file: 555-0302", Roles: []person.Role{person.Contact}, Version: 1,
	}}
	return contactfile.Known{
		People: []contactfile.Person{maria, ana, jo, mailOnly, short}, Organizers: []person.Person{ana.Person},
		Numbers: map[sms.Phone]contactfile.Number{
			maria.Phone: {Consent: person.ConsentYes, ConsentAt: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)},
			jo.Phone:    {Consent: person.ConsentNo}, ana.Phone: {Consent: person.ConsentYes},
		},
		Wrong: []contactfile.Wrong{{Phone: phone(t, "206-555-0150"), Name: "pat doe"}},
	}
}

func TestWhatBecomesOfEachRow(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ file, want string }{
		"somebody new":                    {"name,phone\nNew One,206-555-0160\n", "added"},
		"the same phone and name":         {"name,phone,tags\nmaria lopez,2065550142,b\n", "updated"},
		"nothing new":                     {"name,phone\nMaria Lopez,2065550142\n", "unchanged"},
		"by external id, with a new name": {"external_id,name,phone\n42,Maria L. Lopez,2065550142\n", "updated"},
		"by external id alone":            {"external_id,notes\n42,hi\n", "updated"},
		"an id of nobody, without a name": {"external_id,notes\n43,hi\n", "skipped: no name, and the id is not known here"},
		"an id of somebody else": {
			"external_id,name,phone\n42,Pat Poe,206-555-0160\n",
			"skipped: the id is that of somebody with another name and phone",
		},
		"another person on a shared phone": {"name,phone\nRosa Lopez,206-555-0142\n", "added"},
		"twice in the file": {
			"name,phone\nNew One,206-555-0160\nnew one,(206) 555 0160\n",
			"added / skipped: the same person as in line 2",
		},
		"a known person twice": {
			"external_id,name,phone\n42,Maria Lopez,\n,Maria Lopez,206-555-0142\n",
			"unchanged / skipped: the same person as in line 2",
		},
		"a phone of an organizer": {"name,phone\nPat Poe,206-555-0101\n", "skipped: phone of an organizer or staff member"},
		"an organizer":            {"name,phone\nAna Ruiz,206-555-0101\n", "skipped: phone of an organizer or staff member"},
		"a shortened number": {
			"name,phone\nPat Poe,555-0101\n", "added (no number that can get texts: kept without one, to be called (555-0101))",
		},
		"a word for a number": {
			"name,phone\nPat Poe,none\n",
			"skipped: only a name: there must be a phone, an email or an id of another program (no phone number (none))",
		},
		"a toll-free phone": {
			"name,phone\nPat Poe,800-555-0101\n", "added (no number that can get texts: kept without one, to be called (800-555-0101))",
		},
		"a shortened number for a second time": {
			"name,phone,notes\nDi Short,555-0302,hi\ndi short,555-0302,\nDi Short,555-0303,\n",
			"updated (no number that can get texts: kept without one, to be called (555-0302)) / " +
				"skipped: the same person as in line 2 (no number that can get texts: kept without one, to be called (555-0302)) / " +
				"added (no number that can get texts: kept without one, to be called (555-0303))",
		},
		"a shortened number of somebody with a mail": {
			"name,phone,email\nPat Poe,555-0302,pat@example.org\n",
			"added (no number that can get texts: kept without one, to be called (555-0302))",
		},
		"NationBuilder's header": {"full_name,Mobile number (primary)\nPat Poe,206-555-0161\n", "added"},
		"a bad mobile beside a good number": {
			"name,mobile_number,phone\nPat Poe,12,206-555-0160\n",
			"added (bad mobile number: the other number is used)",
		},
		"no phone but mail":      {"name,email\nPat Poe,pat@example.org\n", "added"},
		"known by mail and name": {"name,email,phone\nLee Chu,LEE@example.org,206-555-0161\n", "updated"},
		"only a name": {
			"name\nPat Poe\n",
			"skipped: only a name: there must be a phone, an email or an id of another program",
		},
		"no name":                         {"name,phone\n,206-555-0160\n", "skipped: no name"},
		"a wrong number":                  {"name,phone\nPat Doe,206-555-0150\n", "skipped: wrong number: that phone said so"},
		"a wrong number of somebody else": {"name,phone\nPat Poe,206-555-0150\n", "added"},
		"another phone while texts are planned": {
			"external_id,name,phone\njo,Jo Park,206-555-0160\n",
			"unchanged (the phone differs, and texts to the old one are planned: change it on the person's page)",
		},
		"an opted-out phone stays so": {
			"name,phone,sms_consent\nJo Park,206-555-0143,yes\n",
			"unchanged (this phone opted out here: it stays so)",
		},
		"an old no does not undo a yes": {
			"name,phone,sms_consent\nMaria Lopez,206-555-0142,no\n",
			"unchanged (the file says no texts, but this phone has agreed here: not changed)",
		},
		"nor does an opt-out without a day": {
			"name,phone,opted_out_at\nMaria Lopez,206-555-0142,X\n",
			"unchanged (the file says no texts, but this phone has agreed here: not changed)",
		},
		"an opt-out whose day cannot be read counts": {
			"name,phone,opted_out_at\nMaria Lopez,206-555-0142,Q3 2025\n",
			"updated, consent no (the day of the opt-out cannot be read: taken as new (Q3 2025))",
		},
		"a newer opt-out does": {"name,phone,opted_out_at\nMaria Lopez,206-555-0142,2026-07-01\n", "updated, consent no"},
		"a clear yes":          {"name,phone,sms_consent\nPat Poe,206-555-0160,yes\n", "added, consent yes"},
		"a no of another row with this phone": {
			"name,phone,sms_consent\nPat Poe,206-555-0160,yes\nRo Poe,206-555-0160,no\n",
			"added (another row says no for this phone: no texts) / added, consent no",
		},
		"an organizer by first name": {"name,phone,assigned_organizer\nPat Poe,206-555-0160,Ana\n", "added, of Ana Ruiz"},
		"an organizer whom nobody knows": {
			"name,phone,assigned_organizer\nPat Poe,206-555-0160,Zed\n",
			"added (no organizer here is called that: nobody is assigned)",
		},
		"two dashes empty a field": {"name,phone,email\nMaria Lopez,206-555-0142,--\n", "updated"},
		"a language that is not spoken": {
			"name,phone,language\nPat Poe,206-555-0160,zh\n",
			"added (texts are not written in that language: left out)",
		},
		"a zone that is none, a mail that is bad": {
			"name,phone,zone,email\nPat Poe,206-555-0160,Mars,x\n",
			"added (bad email: left out; no such time zone: left out)",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			k := world(t)
			var got []string
			for _, r := range contactfile.Decide(read(t, c.file), k, &counter{}) {
				s := string(r.Outcome)
				if r.Why != "" {
					s += ": " + r.Why
				}
				if r.Consent != person.ConsentUnknown {
					s += ", consent " + r.Consent.String()
				}
				if r.After.OrganizerID == k.Organizers[0].ID {
					s += ", of " + k.Organizers[0].Name
				}
				if len(r.Notes) > 0 {
					s += " (" + strings.Join(r.Notes, "; ") + ")"
				}
				got = append(got, s)
			}
			if s := strings.Join(got, " / "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

// TestAPersonSaysWhatAColumnHolds: a header that nobody could guess, and a guess that is wrong.
func TestAPersonSaysWhatAColumnHolds(t *testing.T) {
	t.Parallel()
	table, err := csvio.Read(strings.NewReader("Who,Notes,Where to reach\nPat Poe,206-555-0161,hi\n"), csvio.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if got := contactfile.Guess(table.Header); fmt.Sprint(got) != fmt.Sprint([]contactfile.Field{"", contactfile.Notes, ""}) {
		t.Fatalf("guessed %q", got)
	}
	c := contactfile.Choose(table.Header, []contactfile.Field{contactfile.Name, contactfile.Mobile, "no such field"})
	r := contactfile.Read(table, c)[0]
	if r.Name != "Pat Poe" || r.Phone != phone(t, "206-555-0161") || len(r.Words) != 0 || strings.Join(c.Ignored, ",") != "Where to reach" {
		t.Errorf("%+v, not used: %v", r, c.Ignored)
	}
}

func TestWhatARowChangesIsListed(t *testing.T) {
	t.Parallel()
	k := world(t)
	rows := read(t, "external_id,name,phone,email,tags,assigned_organizer\n42,María López,206-555-0142,new@example.org,b,Ana\n")
	name := func(id uuid.UUID) string {
		if id == k.Organizers[0].ID {
			return "Ana Ruiz"
		}
		return ""
	}
	var got []string
	for _, f := range contactfile.Decide(rows, k, &counter{})[0].Changes(name) {
		got = append(got, fmt.Sprintf("%s: %s -> %s", f.Field, f.Before, f.After))
	}
	if s := strings.Join(got, "; "); s != "name: Maria Lopez -> María López; email: m@example.org -> new@example.org; tags: a -> a, b; "+
		"assigned_organizer:  -> Ana Ruiz" {
		t.Error(s)
	}
}

func FuzzAFileNeverBringsAnOptedOutPhoneBack(f *testing.F) {
	f.Add("name,phone,sms_consent\nJo Park,206-555-0143,yes\n")
	f.Add("external_id,mobile,mobile_opt_in\njo,2065550143,Y\n")
	f.Fuzz(func(t *testing.T, file string) {
		table, err := csvio.Read(strings.NewReader(file), csvio.Limits{Bytes: 4 << 10, Rows: 50, Columns: 30, Field: 500})
		if err != nil {
			return
		}
		k := world(t)
		jo := phone(t, "206-555-0143")
		for _, r := range contactfile.Decide(contactfile.Read(table, contactfile.MapColumns(table.Header)), k, &counter{}) {
			if r.Consent == person.ConsentYes && r.After.Phone == jo {
				t.Fatalf("row %d brings an opted-out phone back", r.Line)
			}
			if (r.Outcome == contactfile.Skipped) != (r.Why != "") {
				t.Fatalf("row %d: %s %q", r.Line, r.Outcome, r.Why)
			}
		}
	})
}
