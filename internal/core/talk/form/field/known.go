package field

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
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
