package field

import (
	"slices"

	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// DayBeside takes the day of the debrief out of "debrief with Sam on Monday".
func DayBeside(t *turn.Turn, f report.Field, words string) []report.Name {
	if f.Name != report.StaffFollowUp {
		return nil
	}
	on, ok := t.SureDay(words)
	if !ok {
		return nil
	}
	t.Put(report.StaffOn, report.Answer{State: report.Given, Words: words, Value: on.String(), Sources: t.Source()})
	HourBeside(t, words)
	return []report.Name{report.StaffOn}
}

// LookFor finds who, when, phone and email in free words and fills the gaps they fit; never over an answer. It returns which it filled.
func LookFor(t *turn.Turn, words string) []report.Name {
	return fill(t, Read(t, words), words, "")
}

// FillGaps files what else the text held besides the answer to f and returns which fields those were.
func FillGaps(t *turn.Turn, f report.Field) []report.Name {
	switch f.Name {
	case report.MetOn, report.Contact, report.ContactPhone, report.ContactEmail:
		return fill(t, t.Heard(), t.Body(), f.Name)
	case report.StaffFollowUp:
		return DayBeside(t, f, t.Body())
	}
	return nil
}

func fill(t *turn.Turn, text understand.Text, words string, but report.Name) (filled []report.Name) {
	set := func(n report.Name, words, value string) {
		f, _ := report.Find(n)
		s := t.Draft().Answers[n].State
		if n == but || value == "" || (s != report.Missing && s != report.Known) {
			return
		}
		Take(t, f, report.Answer{State: report.Given, Words: words, Value: value, Sources: t.Source()})
		filled = append(filled, n)
	}
	if r := text.When; r.HasDate() && !slices.Contains(r.Ask, "which") && !slices.Contains(r.Ask, "sure") &&
		when.DateOf(t.Now().In(t.Loc())).Compare(r.Date) >= 0 {
		set(report.MetOn, "", r.Date.String())
	}
	set(report.Contact, text.Person, text.Person)
	if len(text.Phones) <= 1 && !text.Phone.IsZero() && !ofSomebodyElse(t, words, text.Phone) {
		set(report.ContactPhone, text.Phone.Display(), text.Phone.E164())
	}
	set(report.ContactEmail, text.Email, text.Email)
	return filled
}

// MailBeside takes a mail address that stands in words which answer something else.
func MailBeside(t *turn.Turn) {
	f, _ := report.Find(report.ContactEmail)
	if mail, s := t.Heard().Email, t.Draft().Answers[f.Name].State; mail != "" && (s == report.Missing || s == report.Known) {
		Take(t, f, report.Answer{State: report.Given, Words: mail, Value: mail, Sources: t.Source()})
	}
}

// File puts words that were held back where the report's next question asks for them, else into the notes, and returns the field whose
// question stands then. No words answer nothing.
func File(t *turn.Turn, dr report.Draft, words string) report.Field {
	review := report.Field{Name: report.ReviewStep}
	g, ok := dr.Gap()
	if words == "" {
		return orElse(g, ok, review)
	}
	if ok && g.Shape == report.Open {
		AddWords(t, g.Name, words)
		return g
	}
	if a, fits := Parse(t, g, words); ok && fits {
		Take(t, g, a)
		next, more := t.Draft().Gap()
		return orElse(next, more, review)
	}
	AddWords(t, report.Notes, words)
	return orElse(g, ok, review)
}

func orElse(f report.Field, ok bool, other report.Field) report.Field {
	if ok {
		return f
	}
	return other
}
