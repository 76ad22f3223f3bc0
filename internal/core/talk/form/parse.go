package form

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
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
	advance(t, field.Echo(t, f))
	return true
}
