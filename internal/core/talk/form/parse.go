package form

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/when"
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

// chosen takes the option that a number means.
func chosen(t *turn.Turn, f report.Field, data formData) bool {
	n := t.Heard().Digit
	return n >= 1 && n <= len(data.Options) && chooseDay(t, f, data.Options[n-1])
}

// asksBackOf asks which of several is meant by an answer: of two days, of two contacts.
func asksBackOf(t *turn.Turn, f report.Field) bool {
	return f.Shape == report.Day && dayAsksBack(t, f) || f.Name == report.Contact && contactAsksBack(t)
}

// dayAsksBack asks when a day has two readings, or is odd; the options are what the digits mean.
func dayAsksBack(t *turn.Turn, f report.Field) bool {
	r := t.Heard().When
	var key lang.Key
	switch {
	case slices.Contains(r.Ask, "which") && len(r.Options) > 1:
		key = lang.AskWhichDay
	case slices.Contains(r.Ask, "sure") && r.HasDate() && f.Name == report.MetOn && when.DateOf(t.Now().In(t.Loc())).Compare(r.Date) < 0:
		r.Options, key = []when.Option{{Date: r.Date}}, lang.AskSureDay
	default:
		return false
	}
	opts, shown := field.Days(t, r)
	if len(opts) < 2 && key == lang.AskWhichDay {
		return false
	}
	open(t, f.Name, formData{Options: opts, Prev: turn.Data[formData](t).Prev})
	if key == lang.AskSureDay {
		t.Answer("ask:"+string(f.Name), t.Say(key, "day", t.Day(r.Date)))
	} else {
		t.Answer("ask:"+string(f.Name), t.Say(key, "options", strings.Join(shown, ", ")))
	}
	return true
}

// chooseDay takes the option that a digit means.
func chooseDay(t *turn.Turn, f report.Field, option string) bool {
	switch f.Shape {
	case report.Day:
		if _, ok := when.ParseDate(option); !ok {
			return false
		}
		field.Take(t, f, report.Answer{State: report.Given, Words: turn.Bounded(t.Body()), Value: option, Sources: t.Source()})
	case report.PersonName:
		for _, p := range t.Contacts() {
			if p.ID.String() == option {
				field.Link(t, p)
				return true
			}
		}
		return false
	case report.StaffName:
		for _, p := range t.Staff() {
			if p.ID.String() == option {
				field.Take(t, f, report.Answer{State: report.Given, Words: p.Name, Value: p.ID.String(), Sources: t.Source()})
				return true
			}
		}
		return false
	case report.Open, report.Short, report.PhoneNumber, report.Email, report.YesNo:
		return false
	}
	return true
}
