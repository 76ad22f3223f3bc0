package guest

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// mostOfHost is how many words a text has at most that says of somebody that they come, or of an event that it changes.
const mostOfHost = 16

// tellsOfEvent takes what an organizer says of an event to come: who of their people comes to it, or that it changes.
func tellsOfEvent(t *turn.Turn) bool {
	body := t.Body()
	if len(strings.Fields(body)) > mostOfHost || understand.IsQuestion(body) || t.Heard().Digit != 0 {
		return false
	}
	return saysWhoComes(t) || saysItChanges(t)
}

// saysWhoComes notes what an organizer says of whether one of their people comes to an event, as the guest's own answer would be: "maria
// cant make the tenant meeting", "rosa si va a la junta". Where the two meet by themselves before it, the event has to be named.
func saysWhoComes(t *turn.Turn) bool {
	a := theyAnswer(t.Body())
	if a == event.Said {
		return false
	}
	var found []world.RSVP
	for _, r := range t.RSVPs() {
		e, ok := t.EventByID(r.EventID)
		theirs := ok && r.OrganizerID == t.Who().ID && e.Coming(t.Now())
		if theirs && turn.Names(understand.Padded(t.Body()), r.Person.First()) && meansEvent(t, e, r) {
			found = append(found, r)
		}
	}
	if len(found) != 1 || othersNamed(t, found[0].PersonID) {
		return false
	}
	v := found[0].RSVP
	e, _ := t.EventByID(v.EventID)
	t.SetOutcome("understood")
	t.SetAbout(turn.EventSubject(e))
	v.Answer, v.AnsweredAt = a, t.Now()
	t.Add(change.SaveRSVP{RSVP: v, At: t.Now()})
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, PersonID: v.PersonID, Kind: change.NoteWords, Words: turn.Bounded(t.Body()), At: t.Now(),
	})
	t.Note(turn.EventSubject(e), change.CheckInAnswered, string(a))
	key := lang.GuestYes
	if a == event.No {
		key = lang.GuestNo
	}
	t.Answer("saved", t.Say(lang.WhoCameDone, "event", called(t, e)+", "+when.Echo(t.Tag(), e.StartsAt.In(t.Loc()), t.Now()), "list",
		t.Say(key, "first", found[0].Person.First())))
	return true
}

// theyAnswer reads whether somebody who is named comes to what there is; Said where it is not told.
func theyAnswer(body string) event.Answer {
	p := understand.Padded(body)
	switch {
	case lexicon.CannotBut.In(p), lexicon.SaysIf.Any(strings.Fields(p)), lexicon.Unsure.In(p):
		return event.Said
	case lexicon.TheyCannot.In(p):
		return event.No
	case lexicon.TheyPlanTo.In(p):
		return event.Yes
	}
	return event.Said
}

// meansEvent reports whether a text is of an event: it names it, or its day, or, where the two meet nowhere else and no other day is named,
// nothing else can be meant.
func meansEvent(t *turn.Turn, e event.Event, r world.RSVP) bool {
	if settle.NamesEvent(t.Body(), e) {
		return true
	}
	meets := slices.ContainsFunc(t.Organized(), func(m world.Meet) bool { return m.ContactID == r.PersonID })
	if meets || len(t.Heard().When.Options) > 0 {
		return false
	}
	said := understand.Times(t.Body(), t.Planning())
	on, its := said.Date, when.DateOf(e.StartsAt.In(t.Loc()))
	if on.IsZero() && slices.Contains(said.Except, its) { // "no puede el jueves"
		return true
	}
	p := understand.Padded(t.Body())
	return on.IsZero() && len(said.Except) == 0 && (lexicon.AskedEvents.In(p) || lexicon.SaysThere.In(p)) ||
		on == its
}

// othersNamed reports whether a text names another of the speaker's contacts, too.
func othersNamed(t *turn.Turn, but uuid.UUID) bool {
	p := understand.Padded(t.Body())
	return slices.ContainsFunc(t.RSVPs(), func(r world.RSVP) bool { return r.PersonID != but && turn.Names(p, r.Person.First()) })
}

// saysItChanges hears that an event is off, or at another time or place. Staff change it, since people of others may come to it.
func saysItChanges(t *turn.Turn) bool {
	p := understand.Padded(t.Body())
	if !lexicon.EventChanges.In(p) {
		return false
	}
	var found []event.Event
	for _, e := range t.Events() {
		noun := lexicon.AskedEvents.In(p) && len(t.Organized()) == 0
		if e.Coming(t.Now()) && len(guestsOf(t, e)) > 0 && (noun || settle.NamesEvent(t.Body(), e)) {
			found = append(found, e)
		}
	}
	if len(found) != 1 {
		return false
	}
	t.SetOutcome("for staff: an event changes")
	t.SetAbout(turn.EventSubject(found[0]))
	t.HandToStaff(matter.NeedsAnswer, "an organizer says that an event changes")
	t.Answer("help", sayEvent(t, lang.EventStaff, found[0]))
	return true
}
