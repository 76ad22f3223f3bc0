package field

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// Link makes the draft about a contact we know: what is on record is filled in, to be confirmed rather than asked.
func Link(t *turn.Turn, p person.Person) {
	t.Draft().ContactID = p.ID
	t.Put(report.Contact, report.Answer{State: report.Given, Words: p.Name, Value: p.Name, Sources: t.Source()})
	known := func(n report.Name, words, value string) {
		if s := t.Draft().Answers[n].State; words != "" && (s == report.Missing || s == report.Known) {
			t.Put(n, report.Answer{State: report.Known, Words: words, Value: value})
		}
	}
	known(report.ContactPhone, p.Phone.Display(), p.Phone.E164())
	known(report.ContactEmail, p.Email, p.Email)
	known(report.BestWay, p.BestWay, person.Way(p.BestWay))
	known(report.Needs, p.AccessNeeds, "")
	known(report.Relationship, p.Relationship, "")
	if p.Consent == person.ConsentYes || p.Consent == person.ConsentNo {
		known(report.Consent, p.Consent.String(), p.Consent.String())
	}
}

// Unlink takes back what came from the record of a contact who is not meant.
func Unlink(t *turn.Turn) {
	t.Draft().ContactID = uuid.Nil
	for _, f := range report.Form() {
		if f.Name != report.Organizer && t.Draft().Answers[f.Name].State == report.Known {
			t.Put(f.Name, report.Answer{})
		}
	}
}

// KeepKnown takes what is on record as this report's answer.
func KeepKnown(t *turn.Turn, n report.Name) {
	if a := t.Draft().Answers[n]; a.State == report.Known {
		a.State, a.Sources = report.Given, t.Source()
		t.Put(n, a)
	}
}

// onList is the number under which the contact of the draft is known; zero where there is none.
func onList(t *turn.Turn) sms.Phone {
	for _, p := range t.Contacts() {
		if p.ID == t.Draft().ContactID && p.ID != uuid.Nil {
			return p.Phone
		}
	}
	return sms.Phone{}
}

// ofSomebodyElse reports whether a number that words give is not plainly a new one of the contact, who is known under another: "his cell
// 206-555-0177" behind a cousin, "Tonys cell 206-555-0177".
func ofSomebodyElse(t *turn.Turn, words string, phone sms.Phone) bool {
	old := onList(t)
	return !old.IsZero() && phone != old && (!understand.OnlyReach(words) || understand.NamesKin(t.Body()))
}

// TakesReach takes the number or address that words give for the contact's; false where it is somebody else's.
func TakesReach(t *turn.Turn, words string) bool {
	if len(LookFor(t, words)) > 0 {
		return true
	}
	h := Read(t, words)
	return !h.Phone.IsZero() && h.Phone == t.PhoneOf(t.Draft().Answers[report.ContactPhone]) ||
		h.Email != "" && h.Email == t.Draft().Answers[report.ContactEmail].Value
}
