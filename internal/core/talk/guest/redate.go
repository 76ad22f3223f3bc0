package guest

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// anotherDay moves an event to the day that its organizer put right, at the hour that it has: check-ins and morning texts follow, and
// whoever was told of the old day hears of the new one once. false for an event of the staff, or one to which the contacts of others come.
func anotherDay(t *turn.Turn, f *fact.EventDay) bool {
	e, ok := t.EventByID(f.Event)
	day, dated := when.ParseDate(f.Day)
	if !ok || !dated || !e.Coming(t.Now()) || e.CreatedBy != t.Who().ID || othersCome(t, e) {
		return false
	}
	clock := e.StartsAt.In(t.Loc())
	at, exists := day.At(clock.Hour(), clock.Minute(), t.Loc())
	old, was := e, turn.EventSubject(e)
	was.Version = 0
	if !exists || !at.After(t.Now()) || e.Move(at, "", t.Now()) != nil {
		return false
	}
	t.Add(change.SaveEvent{Event: e})
	t.Add(change.CancelPlans{Subject: was, Reason: "the event was changed"})
	for _, r := range t.RSVPs() {
		if r.EventID != e.ID {
			continue
		}
		if knowsOf(t, r, f.Meet, old.StartsAt) {
			t.Tell(r.Person, reminder.EventMovedRule, turn.EventSubject(e), fact.ChangedNote{Old: old.StartsAt, New: e.StartsAt},
				"the organizer put its day right")
			f.Told = f.Told || r.PersonID == f.Meet.ContactID
		}
		planGuest(t, e, r.Person, t.Who())
	}
	t.Note(turn.EventSubject(e), change.EventMoved, f.Day)
	return true
}

// othersCome reports whether somebody's contact but the speaker's said to come.
func othersCome(t *turn.Turn, e event.Event) bool {
	for _, r := range t.RSVPs() {
		if r.EventID == e.ID && r.OrganizerID != t.Who().ID {
			return true
		}
	}
	return false
}

// knowsOf reports whether a guest was told of the day of an event: by a check-in, or in the thank-you after their one-on-one.
func knowsOf(t *turn.Turn, r world.RSVP, m world.Meet, at time.Time) bool {
	if r.Answer == event.No {
		return false
	}
	th, ok := t.ThankOf(m.ID)
	said := when.EchoDay(turn.Language(m.Contact, t.Org()), when.DateOf(at.In(t.Loc())), when.DateOf(t.Now().In(t.Loc())))
	return r.ToldRev > 0 || ok && r.PersonID == m.ContactID && th.Gone() && strings.Contains(th.Draft, said)
}
