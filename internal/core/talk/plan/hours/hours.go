// Package hours is what a plan says of when its contact wants texts: "dont txt her b4 noon".
package hours

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// least is how many minutes a day texts must be able to arrive in, for such hours to be kept to.
const least = 60

// Take takes the hours off the words of a plan. The words that say them are returned to be kept with it, whether texts can go in them or
// not.
func Take(t *turn.Turn, words string) (in when.Window, rest, said string) {
	var names []string
	for _, c := range t.Contacts() {
		names = append(names, c.Name, c.First())
	}
	if person := t.Heard().Person; person != "" {
		names = append(names, person)
	}
	in, rest, said = understand.TextHoursBeside(words, names, t.Planning())
	day := t.Org().Hours.Day
	in = when.Window{From: max(day.From, in.From), To: min(day.To, in.To)}
	if in.To-in.From < least {
		return when.Window{}, rest, said
	}
	return in, rest, said
}

// Fact is how the echo of a plan shows them.
func Fact(t *turn.Turn, in when.Window) string {
	if in == (when.Window{}) {
		return ""
	}
	return t.Say(lang.FactHours, "from", clock(in.From), "to", clock(in.To))
}

func clock(minute int) string { return when.EchoClock(minute/60, minute%60) }

// Keep hands them to the contact's own phone, and returns the contact with them.
func Keep(t *turn.Turn, c person.Person, in when.Window) person.Person {
	if in == (when.Window{}) || c.Phone.IsZero() {
		return c
	}
	p := change.Plan{
		ID: t.NewID(), PersonID: c.ID, Rule: reminder.ConsentRule, Occurrence: "hours " + t.MessageID().String(),
		Subject: change.Subject{Kind: change.PersonSubject, ID: c.ID}, DueAt: t.Now(), Cause: t.MessageID(),
		Reason: "as the organizer says when planning",
		Data: turn.Encode(fact.ConsentNote{
			Source: "planning by " + t.Who().Name, ByPerson: t.Who().ID.String(), MessageID: t.MessageID().String(),
			Words: report.Excerpt(t.Body(), 200), From: in.From, To: in.To,
		}),
	}
	t.ToPhone(&p, c)
	t.Add(p)
	c.TextHours = in
	return c
}
