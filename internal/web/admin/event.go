package admin

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/zones"
)

type eventData struct {
	base
	ID, Title, Name, Place, Bring string
	When                          stamp
	Standing                      badge
	Zone, StartsInput             string
	Version                       int
	Open                          bool // may be moved or called off
	NameES                        string
	Addable                       bool // guests may be put on the list
	Begun                         bool // who came may be marked
	Said, Yes, Maybe, No          int
	Came, Missed, Unknown         int
	Told                          int // people who were told of it and hear of a change
	Organizers                    int // who hear of it too
	Guests                        []guestItem
	Coming, Gone                  []waitItem
	Timeline                      []lineItem
}

func (d eventData) pageTitle() string { return d.Title }

type guestItem struct {
	ID, Name, Thread, Organizer string
	Call                        call
	Report                      string
	Answer, Attended            badge
	Answered                    stamp
	Texts                       badge
	Known, Here                 bool // it is known whether they came; and they did
}

// eventPage is one event with who said they would come.
func eventPage() pageDef {
	return pageDef{
		name: "event", title: "Event", path: "/events/:id", least: viewer, data: eventData{}, show: showEvent,
		acts: []actDef{
			{path: "/events/:id/edit", what: "event edited", do: editEvent},
			{path: "/events/:id/move", what: "event moved", do: moveEvent},
			{path: "/events/:id/call-off", what: "event called off", do: callOffEvent},
			{path: "/events/:id/came", what: "attendance noted", do: noteCame},
			{path: "/events/:id/guest", what: "added a guest", do: addGuest},
			{path: "/events/:id/ticked", what: "attendance noted", do: tickedCame},
			{path: "/events/:id/came-all", what: "attendance noted", do: noteAllCame},
		},
	}
}

// guestsShown bounds an event's page.
const guestsShown = 500

func showEvent(v *visit) (any, error) {
	id, err := v.id("id")
	if err != nil {
		return nil, err
	}
	e, err := v.a.Read.Event(v.ctx(), id)
	if err != nil {
		return nil, err
	}
	guests, err := v.a.Read.Guests(v.ctx(), id, guestsShown)
	if err != nil {
		return nil, err
	}
	d := eventData{
		base: v.base(), ID: id.String(), Title: e.Title, Name: e.Name, NameES: e.NameES, Place: e.Place, Bring: e.Bring, Version: e.Version,
		When: v.at(e.StartsAt, e.Zone), Standing: eventStanding(e, v.now), Zone: e.Zone,
		StartsInput: e.StartsAt.In(zoneOr(e.Zone, v.zone)).Format(inputTime), Open: e.Coming(v.now), Addable: e.Status == event.Planned,
		Begun: e.Status == event.Planned && !v.now.Before(e.StartsAt),
	}
	v.count(&d, guests)
	if d.Coming, d.Gone, err = v.trail("event", id); err != nil {
		return nil, err
	}
	d.Timeline, err = v.timeline([]page.Subject{{Kind: "event", ID: id}})
	return d, err
}

// count fills in the guests, and who of them would hear of a change.
func (v *visit) count(d *eventData, guests []page.Guest) {
	organizers := map[uuid.UUID]bool{}
	for _, g := range guests {
		d.Guests = append(d.Guests, v.guest(g))
		d.Said++
		switch g.Answer {
		case event.Yes:
			d.Yes++
		case event.Maybe:
			d.Maybe++
		case event.No:
			d.No++
		case event.Said:
		}
		switch g.Attended {
		case event.Came:
			d.Came++
		case event.Missed:
			d.Missed++
		case event.Unknown:
			d.Unknown++
		}
		if g.ToldRev > 0 && g.Answer != event.No {
			d.Told++
		}
		if g.OrganizerID != uuid.Nil {
			organizers[g.OrganizerID] = true
		}
	}
	d.Organizers = len(organizers)
}

func (v *visit) guest(g page.Guest) guestItem {
	it := guestItem{
		ID: g.PersonID.String(), Name: whole(g.Person.Name), Call: callTo(g.Person.Phone), Organizer: g.Organizer.Name,
		Answered: v.at(g.AnsweredAt, ""), Texts: mayText(g.Person), Known: g.Attended != event.Unknown, Here: g.Attended == event.Came,
	}
	if g.Person.PhoneID != 0 {
		it.Thread = threadHref(g.Person.PhoneID)
	}
	if g.ReportID != uuid.Nil {
		it.Report = Root + "/reports/" + g.ReportID.String()
	}
	switch g.Answer {
	case event.Yes:
		it.Answer = badge{"coming", "good"}
	case event.Maybe:
		it.Answer = badge{"not sure", "warn"}
	case event.No:
		it.Answer = badge{"cannot come", "bad"}
	case event.Said:
		if it.Answer = (badge{"said so in the one-on-one", ""}); g.ReportID == uuid.Nil { // by staff, or at the door
			it.Answer.Text = "put on the list"
		}
	}
	switch g.Attended {
	case event.Came:
		it.Attended = badge{"came", "good"}
	case event.Missed:
		it.Attended = badge{"did not come", "bad"}
	case event.Unknown:
		it.Attended = badge{"not known yet", ""}
	}
	return it
}

func zoneOr(name string, other *time.Location) *time.Location {
	if loc, err := zones.Load(name); err == nil && name != "" {
		return loc
	}
	return other
}

// eventOf returns the event that the address names.
func (v *visit) eventOf() (event.Event, error) {
	id, err := v.id("id")
	if err != nil {
		return event.Event{}, err
	}
	return v.a.Read.Event(v.ctx(), id)
}

// editEvent changes what it is called and what to bring. Its time and place are moved, for people must be told.
func editEvent(v *visit) (done, error) {
	e, err := v.eventOf()
	if err != nil {
		return done{}, err
	}
	if stale := v.form("version"); stale != "" && stale != strconv.Itoa(e.Version) {
		return done{say: "Somebody changed this event meanwhile: the page says how it stands now. What you typed is still here; save again " +
			"to keep yours.", refused: true}, nil
	}
	e.Title, e.Name, e.NameES, e.Bring = oneLine(v.form("title")), oneLine(v.form("name")), oneLine(v.form("name_es")),
		oneLine(v.form("bring"))
	if e.Name == "" {
		e.Name = e.Title
	}
	err = app.EditEvent(v.ctx(), v.a.Deps, e, v.who.ID)
	if bad, ok := badEvent(err); ok {
		return bad, nil
	}
	return done{say: "Saved. Texts that are still to go say it so."}, err
}

func moveEvent(v *visit) (done, error) {
	e, err := v.eventOf()
	if err != nil {
		return done{}, err
	}
	at, err := time.ParseInLocation(inputTime, v.form("at"), zoneOr(e.Zone, v.zone))
	if err != nil {
		return badTime(), nil
	}
	if odd, ok := v.atNight(at); ok {
		return odd, nil
	}
	place := oneLine(v.form("place"))
	if place == e.Place {
		place = ""
	}
	if len(place) > 200 {
		return done{say: "The place is too long for a text.", refused: true}, nil
	}
	if at.Equal(e.StartsAt.Truncate(time.Minute)) {
		if place == "" {
			return done{say: "That is its time and place already: nobody was told anything.", refused: true}, nil
		}
		at = e.StartsAt
	}
	return v.actOnEvent(world.Act{Kind: world.ActEventMoved, Subject: e.ID, At: at, Words: place, Quiet: v.form("quiet") == "yes"})
}

func callOffEvent(v *visit) (done, error) {
	e, err := v.eventOf()
	if err != nil {
		return done{}, err
	}
	return v.actOnEvent(world.Act{Kind: world.ActEventOff, Subject: e.ID})
}

// actOnEvent decides on the visitor's own phone: an event is nobody's in particular.
func (v *visit) actOnEvent(a world.Act) (done, error) {
	phone, err := sms.PhoneFromE164(v.who.Phone)
	if err != nil {
		return done{say: "You have no phone number here: ask an admin to add one to you first.", refused: true}, nil
	}
	return v.act(phone, a)
}

// attended reads what a form says of who came.
func (v *visit) attended() event.Attended {
	switch v.form("came") {
	case "yes":
		return event.Came
	case "unknown":
		return event.Unknown
	}
	return event.Missed
}

// noteCame marks whether one person came, or takes that back.
func noteCame(v *visit) (done, error) {
	who, err := uuid.Parse(v.form("person"))
	if err != nil {
		return done{}, app.ErrNotFound
	}
	return v.noteAttendance(v.attended(), func(g page.Guest) bool { return g.PersonID == who })
}

// noteAllCame marks everybody of whom it is not known yet.
func noteAllCame(v *visit) (done, error) {
	return v.noteAttendance(v.attended(), func(g page.Guest) bool { return g.Attended == event.Unknown })
}

// noteAttendance marks the guests that pick chooses, if the event has begun.
func (v *visit) noteAttendance(as event.Attended, pick func(page.Guest) bool) (done, error) {
	e, err := v.eventOf()
	if err != nil {
		return done{}, err
	}
	if e.Status != event.Planned || v.now.Before(e.StartsAt) {
		return done{say: "Who came can be marked once it has begun.", refused: true}, nil
	}
	guests, err := v.a.Read.Guests(v.ctx(), e.ID, guestsShown)
	if err != nil {
		return done{}, err
	}
	a := app.Attendance{Event: e.ID, By: v.by(), All: len(guests) < guestsShown && as != event.Unknown}
	for _, g := range guests {
		if pick(g) {
			a.Marks = append(a.Marks, app.Mark{RSVP: g.RSVP, Attended: as})
		} else if g.Attended == event.Unknown {
			a.All = false
		}
	}
	if len(a.Marks) == 0 {
		return done{say: "There is nobody to mark.", refused: true}, nil
	}
	err = app.NoteAttendance(v.ctx(), v.a.Deps, a)
	if errors.Is(err, app.ErrConflict) {
		return done{say: "Somebody else was faster: please look again.", refused: true}, nil
	}
	return done{say: fmt.Sprintf("Noted for %s.", people(len(a.Marks)))}, err
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
