package form

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
)

// contactAsksBack asks which contact is meant when several bear the name.
func contactAsksBack(t *turn.Turn) bool {
	name := field.Name(t, t.Body())
	if name == "" {
		return false
	}
	hits := t.Named(name)
	if len(hits) < 2 {
		return false
	}
	var opts, shown []string
	for i, p := range hits {
		if i == 9 {
			break
		}
		opts = append(opts, p.ID.String())
		shown = append(shown, phrase.Digit(i)+" "+p.Name)
	}
	open(t, report.Contact, formData{Options: opts})
	t.Answer("ask:contact", t.Say(lang.AskWhichContact, "options", strings.Join(shown, ", ")))
	return true
}

func linkByName(t *turn.Turn, name string) {
	if hits := t.Named(name); len(hits) == 1 {
		field.Link(t, hits[0])
		return
	}
	for _, p := range t.Contacts() {
		if p.ID == t.Draft().ContactID && p.ID != uuid.Nil && understand.Alike(p.Name, name) {
			return // the same person, whose name is written otherwise
		}
	}
	field.Unlink(t)
}

// linkByPhone makes the draft about the contact who has this number, when the first names agree: two people may share a phone.
func linkByPhone(t *turn.Turn, e164 string) {
	if e164 == "" || t.Draft().ContactID != uuid.Nil {
		return
	}
	first := fold.Fold(person.FirstName(t.Draft().Answers[report.Contact].Value))
	for _, p := range t.Contacts() {
		if p.Phone.E164() == e164 && fold.Fold(p.First()) == first {
			phone := t.Draft().Answers[report.ContactPhone]
			field.Link(t, p)
			t.Put(report.ContactPhone, phone)
		}
	}
}

// answersKnown takes the answer to "... on our list. 1 right, or text what is different".
func answersKnown(t *turn.Turn, f report.Field) bool {
	a := t.Draft().Answers[f.Name]
	if a.State != report.Known {
		return false
	}
	h := t.Heard()
	switch said := t.Said(); {
	case said.Agrees():
		a.State, a.Sources = report.Given, t.Source()
		t.Put(f.Name, a)
		field.KeepKnown(t, report.ContactEmail)
	case said.Refuses():
		t.Put(f.Name, report.Answer{})
		restate(t, "")
		return true
	case h.Email != "":
		a.State, a.Sources = report.Given, t.Source()
		t.Put(f.Name, a)
		t.Put(report.ContactEmail, report.Answer{State: report.Given, Words: h.Email, Value: h.Email, Sources: t.Source()})
	default:
		return false
	}
	advance(t, echo(t, f))
	return true
}

// echo says what an answer was taken for.
func echo(t *turn.Turn, f report.Field) string {
	a := t.Draft().Answers[f.Name]
	switch {
	case f.Name == report.Consent && a.Value == "yes":
		return t.Say(lang.ConsentYesShort) + "."
	case f.Name == report.Consent && a.Value == "no":
		return t.Say(lang.ConsentNoShort) + "."
	case f.Name == report.Consent:
		return t.Say(lang.ConsentNotAsked) + "."
	case a.State == report.None:
		return t.Say(lang.EchoNone)
	case f.Shape == report.Short, f.Name == report.Contact && t.Draft().Answers[report.ContactPhone].State == report.Known:
		return "" // the next question names the person and the number
	}
	return field.Value(t, f, a, 60) + "."
}

// echoes tells what was taken besides the answer: nothing is filed unseen.
func echoes(t *turn.Turn, names []report.Name) string {
	parts := make([]string, 0, len(names))
	for _, n := range names {
		if f, ok := report.Find(n); ok {
			parts = append(parts, echo(t, f))
		}
	}
	return phrase.Join(parts...)
}
