package talk

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// attendanceFor is how long after an event who came is still taken from a text.
const attendanceFor = 48 * time.Hour

// lately reports whether an event is over, and for no longer than its attendance is spoken of.
func (d *decision) lately(e event.Event) bool {
	return e.Status == event.Planned && !e.Ends().After(d.now) && d.now.Sub(e.Ends()) <= attendanceFor
}

// attended is what a text says of who of the speaker's people came to one event.
type attended struct {
	event  event.Event
	guests []RSVP // those of whom it speaks
	came   map[uuid.UUID]bool
	said   understand.Attendance
}

// attendedIn reads a text as what it says of one event.
func (d *decision) attendedIn(body string, e event.Event) (attended, bool) {
	guests := d.guestsOf(e)
	names := make([]string, len(guests))
	for i, g := range guests {
		names[i] = g.Person.First() + " " + g.Person.Name
	}
	said, ok := understand.AttendanceOf(body, names, e.Name+" "+e.Title)
	a := attended{event: e, came: map[uuid.UUID]bool{}, said: said}
	for _, o := range said.Of {
		a.guests = append(a.guests, guests[o.Name])
		a.came[guests[o.Name].PersonID] = o.Came
	}
	return a, ok
}

// cameAfterAll takes what a text says of single people at an event of the last two days, answered or not: "Jo came after all". It leaves alone
// what may be how a one-on-one went, and asks which is meant where it may be either; false when the text is another matter.
func (d *decision) cameAfterAll(CameAfterAll) bool {
	body := strings.TrimSpace(d.in.Inbound.Body.Text())
	var found, named []attended
	for _, e := range d.w.Events {
		if !d.lately(e) {
			continue
		}
		if a, ok := d.attendedIn(body, e); ok {
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
		d.correctAttendance(named[0])
		return true
	}
	if len(named) > 1 {
		d.whichAttended(named, nil, body)
		return true
	}
	ones := d.unreportedWith(found[0].guests)
	switch first := found[0].said; {
	case len(ones) > 0 && (len(first.Of) > 1 || !first.Meeting && !first.Of[0].Came):
		return false // how it went
	case len(ones) > 0 || len(found) > 1:
		d.whichAttended(found, ones, body)
	default:
		d.correctAttendance(found[0])
	}
	return true
}

// unreportedWith lists the one-on-ones with these people that are over and whose outcome is open.
func (d *decision) unreportedWith(guests []RSVP) []Meet {
	return slices.DeleteFunc(d.unreported(), func(m Meet) bool {
		return !slices.ContainsFunc(guests, func(g RSVP) bool { return g.PersonID == m.ContactID })
	})
}

// correctAttendance notes what was said of single people; an open question stays open.
func (d *decision) correctAttendance(a attended) {
	said := d.noteGuests(a.event, a.guests, a.came)
	d.answer("saved", d.say(lang.WhoCameDone, "event", a.event.Name, "list", said))
}

// thenCame is what a choice is for that says who came, or how a one-on-one went.
const thenCame = "came"

// whichAttended asks which of several events, or of one-on-ones, a text is about; digits answer.
func (d *decision) whichAttended(events []attended, ones []Meet, words string) {
	var opts, shown []string
	for _, a := range events {
		shown = append(shown, digit(len(opts))+" "+a.event.Name+", "+when.Echo(d.tag, a.event.StartsAt.In(d.loc), d.now))
		opts = append(opts, a.event.ID.String())
	}
	for _, m := range ones {
		shown = append(shown, digit(len(opts))+" "+d.what(m))
		opts = append(opts, m.ID.String())
	}
	n := min(len(opts), 9)
	d.openTalk(Conversation{Kind: WhichTalk, Question: "which", Data: encode(formData{Options: opts[:n], Then: thenCame, Words: words})})
	d.answer("ask:which", d.say(lang.WhichMeeting, "options", strings.Join(shown[:n], "; ")))
}

// whichCame takes the choice between events and one-on-ones; false when the text is another matter.
func (d *decision) whichCame() Reply {
	data := decode(d.conv.Data)
	n := d.w.Heard.Digit
	d.closeTalk()
	if n < 1 || n > len(data.Options) {
		return Another
	}
	id := uuid.MustParse(data.Options[n-1])
	if e, ok := d.eventByID(id); ok {
		a, _ := d.attendedIn(data.Words, e)
		d.correctAttendance(a)
		return Taken
	}
	m, ok := d.meetByID(id)
	said, _ := understand.AttendanceOf(data.Words, []string{m.Contact.First() + " " + m.Contact.Name}, "")
	switch {
	case !ok || len(said.Of) == 0:
		return Another
	case said.Of[0].Came:
		d.happened(SaidMet{m})
	default:
		d.happened(SaidMissed{m})
	}
	return Taken
}

// saysWhoCame takes a text that says who came to an event.
func (d *decision) saysWhoCame() bool { return d.cameAfterAll(CameAfterAll{}) }
