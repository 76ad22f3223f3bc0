package form

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// nextWorkday is the next day from now on that is no Saturday or Sunday, after today.
func nextWorkday(from when.Date) when.Date {
	for day := from.AddDays(1); ; day = day.AddDays(1) {
		if wd := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.UTC).Weekday(); wd != time.Saturday && wd != time.Sunday {
			return day
		}
	}
}

// askDebrief proposes the debrief whole: with whom, and when. One that is booked already with this organizer is proposed again, since one covers
// every report since the last.
func askDebrief(t *turn.Turn, first string) {
	staff, on := debriefProposed(t)
	if staff.ID == uuid.Nil {
		ask(t, mustFind(report.StaffFollowUp), first, formData{Prev: lastOpen(t)})
		return
	}
	open(t, report.StaffFollowUp, formData{Prev: lastOpen(t), Options: []string{staff.ID.String(), on.String()}})
	t.Answer("ask:staff_follow_up", first, t.Say(lang.DebriefAsk, "staff", staff.First(), "day", t.Day(on)))
}

func mustFind(n report.Name) report.Field {
	f, _ := report.Find(n)
	return f
}

func debriefProposed(t *turn.Turn) (person.Person, when.Date) {
	today := when.DateOf(t.Now().In(t.Loc()))
	for _, b := range t.Debriefs() {
		on, ok := when.ParseDate(b.On)
		if b.OrganizerID != t.Who().ID || !ok || on.Compare(today) < 0 {
			continue
		}
		for _, p := range t.Staff() {
			if p.ID == b.StaffID {
				return p, on
			}
		}
	}
	for _, p := range t.Staff() {
		if p.Is(person.Staff) && p.ID != t.Who().ID {
			return p, nextWorkday(today)
		}
	}
	if duty := t.OnDuty(); len(duty) > 0 && duty[0].ID != t.Who().ID {
		return duty[0], nextWorkday(today)
	}
	return person.Person{}, today
}

// atDebrief takes the answer to the proposed debrief: 1, another day, another name, or both, or none.
func atDebrief(t *turn.Turn, data formData, body string) bool {
	h := t.Heard()
	staff, on := data.Options[0], data.Options[1]
	changed := false
	if h.Digit == 0 {
		if a, ok := field.ParseStaff(t, report.Answer{Words: body}); ok {
			staff, changed = a.Value, true
		}
		if day, ok := t.SureDay(body); ok && day.Compare(when.DateOf(t.Now().In(t.Loc()))) >= 0 {
			on, changed = day.String(), true
		}
	}
	switch said := t.Said(); {
	case said == turn.Two, said == turn.Three, !changed && (said == turn.No || understand.Declines(body)):
		t.Put(report.StaffFollowUp, report.Answer{State: report.None, Words: body, Sources: t.Source()})
		advance(t, "")
		return true
	case changed, said.Agrees():
	default:
		return false
	}
	for _, p := range t.Staff() {
		if p.ID.String() != staff {
			continue
		}
		t.Put(report.StaffFollowUp, report.Answer{State: report.Given, Words: p.Name, Value: staff, Sources: t.Source()})
		t.Put(report.StaffOn, report.Answer{State: report.Given, Words: on, Value: on, Sources: t.Source()})
		echo := ""
		if day, ok := when.ParseDate(on); ok && changed {
			echo = p.First() + ", " + t.Day(day) + "."
		}
		advance(t, echo)
		return true
	}
	return false
}

// restFields lists what the short road leaves to one question, as far as it is not known.
func restFields(t *turn.Turn) []report.Name {
	var out []report.Name
	for _, n := range []report.Name{report.ContactPhone, report.ContactEmail, report.BestWay, report.Needs, report.Relationship, report.NextSteps, report.StaffNotes, report.Notes} {
		if t.Draft().Answers[n].State == report.Missing {
			out = append(out, n)
		}
	}
	return out
}

// askRest names, in one text, what is still open of a planned one-on-one's report.
func askRest(t *turn.Turn, first string) {
	var names []string
	for _, n := range restFields(t) {
		names = append(names, strings.ToLower(t.Say(lang.Label(string(n)))))
	}
	if len(names) == 0 {
		t.Put(report.Rest, report.Answer{State: report.None})
		advance(t, first)
		return
	}
	open(t, report.Rest, formData{Prev: lastOpen(t)})
	t.Answer("ask:open", first, t.Say(lang.RestAsk, "what", strings.Join(names, ", ")))
}

// atRest takes the answer to what is still open: labelled pieces go where they belong, the rest to the notes.
func atRest(t *turn.Turn, body string) {
	h := t.Heard()
	if h.Digit == 1 || understand.Declines(body) || h.Reply == understand.No && len(body) < 12 {
		t.Put(report.Rest, report.Answer{State: report.None, Words: body, Sources: t.Source()})
		advance(t, "")
		return
	}
	if bare(t) && t.Conv().Tries == 0 {
		explain(t, mustFind(report.Rest), formData{})
		return
	}
	found, rest := labelled(t, body)
	if !found {
		rest = body
	}
	if rest = strings.TrimSpace(rest); rest != "" {
		if text := field.Read(t, rest); text.Email != "" && t.Draft().Answers[report.ContactEmail].State == report.Missing {
			t.Put(report.ContactEmail, report.Answer{State: report.Given, Words: text.Email, Value: text.Email, Sources: t.Source()})
		} else {
			addWords(t, report.Notes, rest)
			markIf(t, report.Notes, bare(t))
		}
	}
	t.Put(report.Rest, report.Answer{State: report.Given, Words: body, Sources: t.Source()})
	advance(t, "")
}
