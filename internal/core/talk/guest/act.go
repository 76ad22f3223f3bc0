package guest

import (
	"strings"

	"github.com/reportback/reportback/internal/core/talk/fact"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// actOnEvent moves or calls off an event: everybody who was told of it is told once, and so are their organizers.
func actOnEvent(t *turn.Turn, a world.Act) {
	e, ok := t.EventByID(a.Subject)
	if !ok {
		t.Deny("This event is not there any more.")
		return
	}
	old, was := e, turn.EventSubject(e)
	was.Version = 0
	err := e.CallOff(t.Now())
	if a.Kind == world.ActEventMoved {
		e = old
		if !a.At.After(t.Now()) {
			t.Deny("That time is past.")
			return
		}
		err = e.Move(a.At, strings.TrimSpace(a.Words), t.Now())
	}
	if err != nil {
		t.Deny("It cannot be changed: " + err.Error() + ".")
		return
	}
	t.Add(change.SaveEvent{Event: e})
	t.Add(change.CancelPlans{Subject: was, Reason: "the event was changed"})
	tellGuests(t, a, old, e)
	t.NoteBy(turn.EventSubject(e), whatWas(a), a.Words)
	if a.Quiet {
		t.Show("Done. Nobody is told; check-ins still to go say it as it is now.")
		return
	}
	t.Show("Done. Whoever was told of it is told once.")
}

// whatWas says which change of an event staff made.
func whatWas(a world.Act) change.Fact {
	if a.Kind == world.ActEventOff {
		return change.EventCalledOff
	}
	return change.EventMoved
}

// whyTold is the reason on the trail of those who are told of it.
func whyTold(a world.Act) string {
	if a.Kind == world.ActEventOff {
		return "called off by " + a.By.Name
	}
	return "moved by " + a.By.Name
}

func tellGuests(t *turn.Turn, a world.Act, old, e event.Event) {
	rule, key := reminder.EventMovedRule, lang.StaffEventMoved
	if a.Kind == world.ActEventOff {
		rule, key = reminder.EventOffRule, lang.StaffEventOff
	}
	organizers := map[uuid.UUID]person.Person{}
	var order []uuid.UUID
	for _, r := range t.RSVPs() {
		if r.EventID != e.ID {
			continue
		}
		if !a.Quiet && r.ToldRev > 0 && r.Answer != event.No {
			t.Tell(r.Person, rule, turn.EventSubject(e), fact.ChangedNote{Old: old.StartsAt, New: e.StartsAt}, whyTold(a))
		}
		if e.Status == event.Planned {
			planGuest(t, e, r.Person, r.Organizer)
		}
		if _, seen := organizers[r.OrganizerID]; !seen && r.OrganizerID != uuid.Nil {
			organizers[r.OrganizerID] = r.Organizer
			order = append(order, r.OrganizerID)
		}
	}
	if a.Quiet {
		return
	}
	for _, id := range order {
		o := organizers[id]
		at := when.Echo(turn.Language(o, t.Org()), e.StartsAt.In(o.Location(t.Org().Zone)), t.Now())
		t.Tell(o, reminder.DutyRule, change.Subject{Kind: change.EventSubject, ID: e.ID},
			duty.Note{Key: key, Fields: []string{
				"staff", a.By.Name, "event", e.Called(turn.Language(o, t.Org()) == lang.Spanish), "when",
				at,
			}}, whyTold(a))
	}
}

// actGuest puts somebody on an event's list by hand: they hear of it as if they had told their organizer that they would come.
func actGuest(t *turn.Turn, a world.Act) {
	e, ok := t.EventByID(a.Subject)
	if !ok || e.Status != event.Planned {
		t.Deny("This event is not there any more.")
		return
	}
	for _, p := range t.People() {
		if p.ID.String() != a.Words {
			continue
		}
		for _, r := range t.RSVPs() {
			if r.EventID == e.ID && r.PersonID == p.ID {
				t.Deny(p.Name + " is on the list already.")
				return
			}
		}
		t.Add(change.SaveRSVP{RSVP: event.RSVP{EventID: e.ID, PersonID: p.ID, OrganizerID: p.OrganizerID}, At: t.Now()})
		if e.Coming(t.Now()) {
			planGuest(t, e, p, person.Person{})
		}
		t.Show(p.Name + " is on the list.")
		return
	}
	t.Deny("This person is not there any more.")
}
