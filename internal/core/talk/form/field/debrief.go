package field

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// NextWorkday is the next day from now on, after today, that people work on.
func NextWorkday(from when.Date) when.Date {
	day := from.AddDays(1)
	for when.DayOff(day) {
		day = day.AddDays(1)
	}
	return day
}

// HourBeside keeps the hour, or the part of the day, that is said of a debrief, and how it is to be, with what the staff are to know: a
// debrief has a day alone.
func HourBeside(t *turn.Turn, words string) {
	said := strings.Trim(understand.HourOf(words, t.Planning())+", "+understand.DebriefManner(words), ", ")
	if said == "" {
		said = understand.AroundThing(words)
	}
	if said != "" && !strings.Contains(t.Draft().Answers[report.StaffNotes].Words, said) {
		AddWords(t, report.StaffNotes, said)
	}
}

// NamedDay is a day with the holiday that it is.
func NamedDay(t *turn.Turn, day when.Date) string {
	if h := when.Holiday(t.Tag(), day); h != "" {
		return t.Day(day) + t.Say(lang.FactHoliday, "holiday", h)
	}
	return t.Day(day)
}

// Debrief is what is proposed: with whom of the staff a report is talked over, and when; what was told of it already first.
func Debrief(t *turn.Turn) (person.Person, when.Date) {
	with, on := usualDebrief(t)
	for _, p := range t.Staff() {
		if a := t.Draft().Answers[report.StaffFollowUp]; a.State == report.Known && a.Value == p.ID.String() {
			with = p
		}
	}
	if told, ok := when.ParseDate(t.Draft().Answers[report.StaffOn].Value); ok {
		on = told
	}
	return with, on
}

// NobodyCalled says that none of the staff bears the name with whom it was said to be talked over; "" where that is not so, or was said.
func NobodyCalled(t *turn.Turn, f report.Field) string {
	a := t.Draft().Answers[f.Name]
	if f.Name == report.StaffFollowUp && a.State == report.Known && a.Value == "" && !a.NeedsReview {
		return t.Say(lang.DebriefNobody, "who", a.Words)
	}
	return ""
}

// NobodyAtOnce is NobodyCalled at another question, where it is said: its own does not say it again.
func NobodyAtOnce(t *turn.Turn) string {
	f, _ := report.Find(report.StaffFollowUp)
	said := NobodyCalled(t, f)
	if a := t.Draft().Answers[f.Name]; said != "" {
		a.NeedsReview = true
		t.Put(f.Name, a)
	}
	return said
}

func usualDebrief(t *turn.Turn) (person.Person, when.Date) {
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
			return p, NextWorkday(today)
		}
	}
	if duty := duty.Staff(t); len(duty) > 0 && duty[0].ID != t.Who().ID {
		return duty[0], NextWorkday(today)
	}
	return person.Person{}, today
}
