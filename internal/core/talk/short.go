package talk

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// askDebrief proposes the debrief whole: with whom, and when. One that is booked already with this organizer is proposed again, since one covers
// every report since the last.
func (d *decision) askDebrief(first string) {
	staff, on := d.debriefProposed()
	if staff.ID == uuid.Nil {
		d.ask(mustFind(report.StaffFollowUp), first, formData{Prev: d.lastOpen()})
		return
	}
	d.open(report.StaffFollowUp, formData{Prev: d.lastOpen(), Options: []string{staff.ID.String(), on.String()}})
	d.answer("ask:staff_follow_up", first, d.say(lang.DebriefAsk, "staff", staff.First(), "day", d.day(on)))
}

func mustFind(n report.Name) report.Field {
	f, _ := report.Find(n)
	return f
}

func (d *decision) debriefProposed() (person.Person, when.Date) {
	today := when.DateOf(d.now.In(d.loc))
	for _, b := range d.w.Debriefs {
		on, ok := when.ParseDate(b.On)
		if b.OrganizerID != d.who.ID || !ok || on.Compare(today) < 0 {
			continue
		}
		for _, p := range d.w.Staff {
			if p.ID == b.StaffID {
				return p, on
			}
		}
	}
	for _, p := range d.w.Staff {
		if p.Is(person.Staff) && p.ID != d.who.ID {
			return p, nextWorkday(today)
		}
	}
	if duty := d.onDuty(); len(duty) > 0 && duty[0].ID != d.who.ID {
		return duty[0], nextWorkday(today)
	}
	return person.Person{}, today
}

// atDebrief takes the answer to the proposed debrief: 1, another day, another name, or both, or none.
func (d *decision) atDebrief(data formData, body string) bool {
	h := d.w.Heard
	staff, on := data.Options[0], data.Options[1]
	changed := false
	if h.Digit == 0 {
		if a, ok := d.parseStaff(report.Answer{Words: body}); ok {
			staff, changed = a.Value, true
		}
		if day, ok := d.sureDay(body); ok && day.Compare(when.DateOf(d.now.In(d.loc))) >= 0 {
			on, changed = day.String(), true
		}
	}
	switch {
	case h.Digit == 3, h.Digit == 2, !changed && (h.Reply == understand.No || understand.Declines(body)):
		d.put(report.StaffFollowUp, report.Answer{State: report.None, Words: body, Sources: d.source()})
		d.advance("")
		return true
	case h.Digit == 1, changed, h.Digit == 0 && h.Reply == understand.Yes:
	default:
		return false
	}
	for _, p := range d.w.Staff {
		if p.ID.String() != staff {
			continue
		}
		d.put(report.StaffFollowUp, report.Answer{State: report.Given, Words: p.Name, Value: staff, Sources: d.source()})
		d.put(report.StaffOn, report.Answer{State: report.Given, Words: on, Value: on, Sources: d.source()})
		echo := ""
		if day, ok := when.ParseDate(on); ok && changed {
			echo = p.First() + ", " + d.day(day) + "."
		}
		d.advance(echo)
		return true
	}
	return false
}

// restFields lists what the short road leaves to one question, as far as it is not known.
func (d *decision) restFields() []report.Name {
	var out []report.Name
	for _, n := range []report.Name{report.ContactPhone, report.ContactEmail, report.BestWay, report.Needs, report.Relationship, report.NextSteps, report.StaffNotes, report.Notes} {
		if d.draft.Answers[n].State == report.Missing {
			out = append(out, n)
		}
	}
	return out
}

// askRest names, in one text, what is still open of a planned one-on-one's report.
func (d *decision) askRest(first string) {
	var names []string
	for _, n := range d.restFields() {
		names = append(names, strings.ToLower(d.say(lang.Label(string(n)))))
	}
	if len(names) == 0 {
		d.put(report.Rest, report.Answer{State: report.None})
		d.advance(first)
		return
	}
	d.open(report.Rest, formData{Prev: d.lastOpen()})
	d.answer("ask:open", first, d.say(lang.RestAsk, "what", strings.Join(names, ", ")))
}

// atRest takes the answer to what is still open: labelled pieces go where they belong, the rest to the notes.
func (d *decision) atRest(body string) {
	h := d.w.Heard
	if h.Digit == 1 || understand.Declines(body) || h.Reply == understand.No && len(body) < 12 {
		d.put(report.Rest, report.Answer{State: report.None, Words: body, Sources: d.source()})
		d.advance("")
		return
	}
	if d.bare() && d.conv.Tries == 0 {
		d.explain(mustFind(report.Rest), formData{})
		return
	}
	found, rest := d.labelled(body)
	if !found {
		rest = body
	}
	if rest = strings.TrimSpace(rest); rest != "" {
		if t := d.read(rest); t.Email != "" && d.draft.Answers[report.ContactEmail].State == report.Missing {
			d.put(report.ContactEmail, report.Answer{State: report.Given, Words: t.Email, Value: t.Email, Sources: d.source()})
		} else {
			d.append(report.Notes, rest)
			d.markIf(report.Notes, d.bare())
		}
	}
	d.put(report.Rest, report.Answer{State: report.Given, Words: body, Sources: d.source()})
	d.advance("")
}
