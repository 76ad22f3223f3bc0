package field

import (
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/turn"
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

// NamedDay is a day with the holiday that it is.
func NamedDay(t *turn.Turn, day when.Date) string {
	if h := when.Holiday(t.Tag(), day); h != "" {
		return t.Day(day) + t.Say(lang.FactHoliday, "holiday", h)
	}
	return t.Day(day)
}

// Debrief is what is proposed: with whom of the staff a report is talked over, and when.
func Debrief(t *turn.Turn) (person.Person, when.Date) {
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
