package guest

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// listEvents adds the events that are near.
func listEvents(t *turn.Turn, l *fact.Listing) { l.Items = append(l.Items, eventItems(t)...) }

// showEvent shows the event that a letter means.
func showEvent(t *turn.Turn, f fact.ShowLetter) bool {
	for _, i := range eventItems(t) {
		if i.ID == f.Item.ID && f.Item.Kind == string(change.EventSubject) {
			t.Answer("list", i.Line(f.Letter))
			return true
		}
	}
	return false
}

// eventItems lists the events of today and of the next two days with the organizer's people: who comes, and whom to call.
func eventItems(t *turn.Turn) []fact.Line {
	today := when.DateOf(t.Now().In(t.Loc()))
	var items []fact.Line
	for _, e := range t.Events() {
		on := when.DateOf(e.StartsAt.In(t.Loc()))
		if !e.Coming(t.Now()) || on.Compare(today.AddDays(2)) > 0 {
			continue
		}
		var people []string
		for _, r := range t.RSVPs() {
			if r.EventID == e.ID && r.OrganizerID == t.Who().ID {
				people = append(people, guestLine(t, r))
			}
		}
		if len(people) == 0 {
			continue
		}
		items = append(items, fact.Line{Kind: change.EventSubject, ID: e.ID, Line: func(l string) string {
			return t.Say(lang.ListEvent, "letter", l, "event", called(t, e), "when", when.Echo(t.Tag(), e.StartsAt.In(t.Loc()), t.Now()), "people",
				strings.Join(people, ", "))
		}})
	}
	return items
}

func guestLine(t *turn.Turn, r world.RSVP) string {
	f := []string{"first", r.Person.First(), "phone", t.Number(r.Person)}
	switch r.Answer {
	case event.Yes:
		return t.Say(lang.GuestYes, f...)
	case event.Maybe:
		return t.Say(lang.GuestMaybe, f...)
	case event.No:
		return t.Say(lang.GuestNo, f...)
	case event.Said:
		if r.ToldRev == 0 && turn.MayText(r.Person) { // no answer is missing yet: nobody has asked
			return t.Say(lang.GuestSaid, f...)
		}
	}
	return t.Say(lang.GuestOpen, f...)
}
