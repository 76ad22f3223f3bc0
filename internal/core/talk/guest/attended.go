package guest

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/choose"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// attendanceFor is how long after an event who came is still taken from a text.
const attendanceFor = 48 * time.Hour

// lately reports whether an event is over, and for no longer than its attendance is spoken of.
func lately(t *turn.Turn, e event.Event) bool {
	return e.Status == event.Planned && !e.Ends().After(t.Now()) && t.Now().Sub(e.Ends()) <= attendanceFor
}

// attended is what a text says of who of the speaker's people came to one event.
type attended struct {
	event  event.Event
	guests []world.RSVP // those of whom it speaks
	came   map[uuid.UUID]bool
	said   understand.Attendance
}

// attendedIn reads a text as what it says of one event.
func attendedIn(t *turn.Turn, body string, e event.Event) (attended, bool) {
	guests := guestsOf(t, e)
	names := make([]string, len(guests))
	for i, g := range guests {
		names[i] = g.Person.First() + " " + g.Person.Name
	}
	said, ok := understand.AttendanceOf(body, names, e.Name+" "+e.NameES+" "+e.Title)
	a := attended{event: e, came: map[uuid.UUID]bool{}, said: said}
	for _, o := range said.Of {
		a.guests = append(a.guests, guests[o.Name])
		a.came[guests[o.Name].PersonID] = o.Came
	}
	return a, ok
}

// cameAfterAll takes what a text says of single people at an event of the last two days, answered or not: "Jo came after all". It leaves
// alone what may be how a one-on-one went, and asks which is meant where it may be either; false when the text is another matter.
func cameAfterAll(t *turn.Turn, _ fact.CameAfterAll) bool {
	body := strings.TrimSpace(t.Body())
	if understand.IsQuestion(body) || t.PlansByItself() {
		return false
	}
	var found, named []attended
	for _, e := range t.Events() {
		if !lately(t, e) {
			continue
		}
		if a, ok := attendedIn(t, body, e); ok && (a.said.Rest == "" || len(unreportedWith(t, a.guests)) == 0) {
			found = append(found, a)
			if a.said.Event {
				named = append(named, a)
			}
		}
	}
	if len(found) == 0 {
		return false
	}
	if len(named) == 1 {
		correctAttendance(t, named[0])
		return true
	}
	if len(named) > 1 {
		whichAttended(t, named, nil, body)
		return true
	}
	ones := unreportedWith(t, found[0].guests)
	switch first := found[0].said; {
	case len(ones) > 0 && (len(first.Of) > 1 || !first.Meeting && !first.Of[0].Came):
		return false // how it went
	case len(ones) > 0 || len(found) > 1:
		whichAttended(t, found, ones, body)
	default:
		correctAttendance(t, found[0])
	}
	return true
}

// unreportedWith lists the one-on-ones with these people that are over and whose outcome is open.
func unreportedWith(t *turn.Turn, guests []world.RSVP) []world.Meet {
	return slices.DeleteFunc(t.Unreported(), func(m world.Meet) bool {
		return !slices.ContainsFunc(guests, func(g world.RSVP) bool { return g.PersonID == m.ContactID })
	})
}

// correctAttendance notes what was said of single people; an open question stays open.
func correctAttendance(t *turn.Turn, a attended) {
	said := noteGuests(t, a.event, a.guests, a.came)
	done := t.Say(lang.WhoCameDone, "event", a.event.Name, "list", said)
	if a.said.Rest == "" {
		t.Answer("saved", done)
		return
	}
	t.Add(change.AddNote{
		ID: t.NewID(), AuthorID: t.Who().ID, PersonID: a.guests[0].PersonID, Kind: change.NoteWords, Words: turn.Bounded(t.Body()), At: t.Now(),
	})
	t.Answer("saved", done, t.Say(lang.ToldKept, "words", report.Excerpt(a.said.Rest, 80)))
}

// thenCame is what a choice is for that says who came, or how a one-on-one went.
const thenCame = "came"

// whichAttended asks which of several events, or of one-on-ones, a text is about; digits answer.
func whichAttended(t *turn.Turn, events []attended, ones []world.Meet, words string) {
	c := choose.Question{Then: thenCame, Words: words, Ask: lang.WhichMeeting}
	for _, a := range events {
		c.Options = append(c.Options, choose.Option{ID: a.event.ID, Shown: a.event.Name + ", " +
			when.Echo(t.Tag(), a.event.StartsAt.In(t.Loc()), t.Now())})
	}
	for _, m := range ones {
		c.Options = append(c.Options, choose.Option{ID: m.ID, Shown: t.What(m)})
	}
	choose.From(t, c)
}

// whichCame takes the choice between events and one-on-ones; false when the text is another matter.
func whichCame(t *turn.Turn) turn.Reply {
	data := turn.Data[choose.Kept](t)
	id, ok := data.Chosen(t.Heard().Digit)
	if !ok {
		return turn.Closes
	}
	t.CloseTalk()
	if e, ok := t.EventByID(id); ok {
		a, _ := attendedIn(t, data.Words, e)
		correctAttendance(t, a)
		return turn.Taken
	}
	m, ok := t.MeetByID(id)
	said, _ := understand.AttendanceOf(data.Words, []string{m.Contact.First() + " " + m.Contact.Name}, "")
	switch {
	case !ok || len(said.Of) == 0:
		return turn.Another
	case said.Of[0].Came:
		t.Happened(fact.SaidMet{Meet: m})
	default:
		t.Happened(fact.SaidMissed{Meet: m})
	}
	return turn.Taken
}

// saysWhoCame takes a text that says who came to an event, or who comes to one, or that one changes.
func saysWhoCame(t *turn.Turn) bool { return cameAfterAll(t, fact.CameAfterAll{}) || tellsOfEvent(t) }
