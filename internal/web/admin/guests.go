package admin

import (
	"errors"
	"slices"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// addGuest puts somebody on an event's list: a contact who is found by the name, or somebody new at the door.
func addGuest(v *visit) (done, error) {
	e, err := v.eventOf()
	if err != nil {
		return done{}, err
	}
	if e.Status != event.Planned {
		return done{say: "This event is called off.", refused: true}, nil
	}
	name, number := v.form("name"), v.form("phone")
	if name == "" {
		return done{say: "Please give a name.", refused: true}, nil
	}
	var phone sms.Phone
	if number != "" {
		if phone, err = sms.ParsePhone(number); err != nil {
			return done{say: "That is no phone number that we can read. Write it like 206-555-0142.", refused: true}, nil
		}
	}
	p, say, err := v.guestNamed(name, phone)
	if err != nil || say != "" {
		return done{say: say, refused: true}, err
	}
	came := !v.now.Before(e.StartsAt)
	guests, err := v.a.Read.Guests(v.ctx(), e.ID, guestsShown)
	if err != nil {
		return done{}, err
	}
	if !came && slices.ContainsFunc(guests, func(g page.Guest) bool { return g.PersonID == p.ID }) {
		return done{say: p.Name + " is on the list already.", refused: true}, nil
	}
	if !came && !p.Phone.IsZero() {
		return v.act(p.Phone, world.Act{Kind: world.ActGuest, Subject: e.ID, Words: p.ID.String()})
	}
	err = app.AddGuest(v.ctx(), v.a.Deps, e, p, came)
	if errors.Is(err, app.ErrConflict) {
		return done{say: p.Name + " is on the list already.", refused: true}, nil
	}
	if came {
		return done{say: p.Name + " came, and is on the list."}, err
	}
	return done{say: p.Name + " is on the list."}, err
}

// guestNamed finds the contact whom a name and a number mean, or writes a new one in. Two of one name are asked about.
func (v *visit) guestNamed(name string, phone sms.Phone) (p person.Person, say string, err error) {
	if phone.IsZero() {
		rows, err := v.a.Read.ContactList(v.ctx(), page.ContactFilter{Find: name, N: 3})
		if err != nil {
			return p, "", err
		}
		switch len(rows) {
		case 0:
		case 1:
			return person.Person{ID: rows[0].ID, Name: rows[0].Name, Phone: rows[0].Phone}, "", nil
		default:
			return p, "Several contacts are called so: please give the whole name, or the phone number.", nil
		}
	}
	p, _, err = app.AddContact(v.ctx(), v.a.Deps, app.NewContact{Name: name, Phone: phone, By: v.who.ID, ByName: v.who.Name})
	if words := app.PlainFault(err); words != "" {
		return p, words, nil
	}
	return p, "", err
}

// tickedCame marks everybody who is ticked as there, and takes it back of whom the tick is gone; the others stay unknown unless the form
// says that none of them came.
func tickedCame(v *visit) (done, error) {
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
	ticked, rest := v.c.Request().PostForm["person"], v.form("rest") == "no"
	a := app.Attendance{Event: e.ID, By: v.by(), All: len(guests) < guestsShown}
	for _, g := range guests {
		as := event.Unknown
		switch {
		case slices.Contains(ticked, g.PersonID.String()):
			as = event.Came
		case rest:
			as = event.Missed
		case g.Attended == event.Missed:
			as = event.Missed
		}
		if as != g.Attended {
			a.Marks = append(a.Marks, app.Mark{RSVP: g.RSVP, Attended: as})
		}
		a.All = a.All && as != event.Unknown
	}
	if len(a.Marks) == 0 {
		return done{say: "That is what stands there already.", refused: true}, nil
	}
	err = app.NoteAttendance(v.ctx(), v.a.Deps, a)
	if errors.Is(err, app.ErrConflict) {
		return done{say: "Somebody else was faster: please look again.", refused: true}, nil
	}
	return done{say: "Noted for " + people(len(a.Marks)) + "."}, err
}
