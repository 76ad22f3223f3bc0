// Package debrief reads what is answered to a debrief that is proposed: with whom of the staff a report is talked over, and when.
package debrief

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/form/field"
	"github.com/reportback/reportback/internal/core/talk/form/stray"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Proposal is a debrief that is proposed next: how it is asked, with whom, on which day, and a first sentence.
type Proposal struct {
	Key   lang.Key
	Staff person.Person
	On    when.Date
	First string
}

// Away hears that the staff member is not there, or a question who that is, of a debrief that is proposed with a person of this id on a day
// (YYYY-MM-DD). A proposal without a key means that nobody is left. false when the text says neither.
func Away(t *turn.Turn, with, proposed, body string) (Proposal, bool) {
	on, ok := when.ParseDate(proposed)
	named, isNamed := field.ParseStaff(t, report.Answer{Words: body})
	if !isNamed {
		named.Value = with
	}
	theyAre := func(c string) bool { return understand.SaysAway(c) && understand.OfThirdPerson(c) } // not "salgo fuera. el lunes mejor"
	away := understand.SaysAway(body) && isNamed || slices.ContainsFunc(understand.Clauses(body), theyAre) ||
		understand.NotWithThem(body, stray.Staff(t))
	_, dated := understand.DebriefDay(body, t.Planning())
	if !ok || !away && (dated || !understand.IsQuestion(body)) { // "can we do it monday w kim instead"
		return Proposal{}, false
	}
	if !away {
		p := byID(t, named.Value)
		return Proposal{lang.DebriefAsk, p, on, t.Say(lang.DebriefWho, "who", p.Name)}, p.ID != uuid.Nil
	}
	day, sure := t.SureDay(body)
	if put, ok := understand.DebriefDay(understand.BeforeAway(body, stray.Staff(t)), t.Planning()); ok { // "wed then, sam is out mon"
		day, sure = put, put.Compare(today(t)) >= 0
	}
	if p := byID(t, named.Value); sure && day.Compare(on) > 0 && isNamed && p.ID != uuid.Nil { // back on that day
		return Proposal{lang.DebriefThen, p, day, ""}, true
	}
	for _, p := range t.Staff() {
		if p.ID.String() != named.Value && p.ID != t.Who().ID {
			return Proposal{lang.DebriefThen, p, on, ""}, true
		}
	}
	return Proposal{}, true
}

// Read is with whom, and on which day (YYYY-MM-DD), words want a debrief that is proposed; changed says that they name another than was
// proposed, or its hour. again is what is to be proposed anew, where the day has two readings.
func Read(t *turn.Turn, with, proposed, body string) (staff, on string, changed bool, again *Proposal) {
	staff, on = with, proposed
	a, ok := field.ParseStaff(t, report.Answer{Words: body})
	if ok && (a.Value != staff || len(strings.Fields(body)) < 3 || understand.BeginsWith(body)) {
		staff, changed = a.Value, true
	}
	r := understand.Times(settle.TrimNo(body), t.Planning())
	if !r.HasDate() && understand.PutsWeekOff(body) { // "kim, next week sometime"
		sunday := today(t).AddDays((7 - int(t.Now().In(t.Loc()).Weekday())) % 7)
		r.Options = []when.Option{{}, {Date: field.NextWorkday(sunday)}}
	}
	if n := len(r.Options); n > 1 && !r.HasClock { // "thurs", on a Thursday
		if p := byID(t, staff); p.ID != uuid.Nil {
			return staff, on, changed, &Proposal{lang.DebriefThen, p, r.Options[n-1].Date, ""}
		}
	}
	if day, ok := understand.DebriefDay(settle.TrimNo(body), t.Planning()); ok && day.Compare(today(t)) >= 0 {
		if t.Heard().When.BareWeekday && when.Holiday(t.Tag(), day) != "" && when.DayOff(day) { // nobody works on Thanksgiving
			day = day.AddDays(7)
		}
		on, changed = day.String(), true
	}
	changed = changed || understand.OnlyHowDebrief(phrase.WithoutTimes(body, t.Planning()), r.HasClock && !r.HasDate()) // "at 10"
	return staff, on, changed, nil
}

// byID is who of the staff has an id.
func byID(t *turn.Turn, id string) person.Person {
	for _, p := range t.Staff() {
		if p.ID.String() == id {
			return p
		}
	}
	return person.Person{}
}

// today is the day where the organizer is.
func today(t *turn.Turn) when.Date { return when.DateOf(t.Now().In(t.Loc())) }

// Beside keeps what is said behind a yes to the debrief, and says so: for who talks it over, or with what its writer promises the contact:
// "sí, le voy a mandar la lista".
func Beside(t *turn.Turn, words string) string {
	if _, own := understand.OwnPledge(words, []string{field.ContactFirst(t)}); own && understand.SpeaksOfSomebody(words) {
		return field.Noted(t, understand.Labelled{Label: string(report.FollowUps), Words: words})
	}
	field.AddWords(t, report.StaffNotes, words)
	return t.Say(lang.Label(string(report.StaffNotes))) + ": " + strings.TrimRight(report.Excerpt(words, 60), ". ") + "."
}

// OtherDay is the clause of a text that puts another day forward, behind why the one that is proposed does not do: of "el viernes no puedo,
// trabajo doble, mejor el sábado" it is "mejor el sábado". A text that is none is returned as it is.
func OtherDay(t *turn.Turn, proposed, body string) string {
	refused, put := false, ""
	for _, c := range understand.Clauses(body) {
		r := understand.Times(c, t.Planning())
		denies := understand.RefusesIn(c)
		switch {
		case put != "" && (r.HasDate() || len(r.Options) > 0):
			return body
		case r.HasDate() && r.Date.String() != proposed && !denies && refused:
			put = c
		case denies && (len(r.Except) > 0 || r.HasDate() && r.Date.String() == proposed):
			refused = true
		case r.HasDate():
			return body
		}
	}
	if put == "" {
		return body
	}
	return strings.TrimSpace(put)
}
