package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/zones"
)

// NewEvent is an event as staff make it.
type NewEvent struct {
	Title string
	Name  string    // as texts say it; "" is the title
	ES    string    // as Spanish texts say it; "" is the name
	At    time.Time // with the zone in which it is held, or any
	Zone  string    // IANA; "" is the organization's
	Where string
	Bring string
	By    uuid.UUID // who makes it, if known
}

// ErrBadEvent says that an event's title, time, place or zone is not usable.
var ErrBadEvent = errors.New("not a usable event")

const maxEventWords = 200

// AddEvent makes an event. Its people come from reports: whoever said that they would be there gets check-ins.
func AddEvent(ctx context.Context, d Deps, n NewEvent) (event.Event, error) {
	clean := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	e := event.Event{
		ID: d.IDs.New(), Title: clean(n.Title), Name: clean(n.Name), NameES: clean(n.ES), StartsAt: n.At, Zone: n.Zone,
		Minutes: event.DefaultMinutes, Place: clean(n.Where), Bring: clean(n.Bring),
		Status: event.Planned, CreatedAt: d.Clock.Now(), CreatedBy: n.By, Rev: 1,
	}
	if e.Name == "" {
		e.Name = e.Title
	}
	if e.Zone == "" {
		settings, err := d.Store.Settings(ctx)
		if err != nil {
			return e, fmt.Errorf("read settings: %w", err)
		}
		e.Zone = settings[SettingZone]
	}
	if err := usable(e); err != nil {
		return e, err
	}
	if e.Place == "" {
		return e, fmt.Errorf("%w: a place is needed", ErrBadEvent)
	}
	made := change.Timeline{
		ID: d.IDs.New(), Subject: change.Subject{Kind: change.EventSubject, ID: e.ID}, ActorKind: change.ByStaff, ActorID: n.By,
		What: change.EventMade, At: e.CreatedAt,
	}
	if n.By == uuid.Nil {
		made.ActorKind = change.BySystem // from the command line
	}
	err := d.Store.InTx(ctx, func(tx Tx) error {
		return tx.Save(ctx, []change.Set{{Changes: []change.Change{change.SaveEvent{Event: e}, made}}})
	})
	if err != nil {
		return e, fmt.Errorf("add event: %w", err)
	}
	return e, nil
}

func usable(e event.Event) error {
	switch {
	case e.Title == "" || len(e.Title) > maxEventWords:
		return fmt.Errorf("%w: the title must have 1 to %d characters", ErrBadEvent, maxEventWords)
	case len(e.Name) > 60 || len(e.NameES) > 60:
		return fmt.Errorf("%w: the name in texts must have at most 60 characters", ErrBadEvent)
	case e.StartsAt.IsZero():
		return fmt.Errorf("%w: a time is needed", ErrBadEvent)
	case len(e.Place) > maxEventWords:
		return fmt.Errorf("%w: the place must have at most %d characters", ErrBadEvent, maxEventWords)
	case len(e.Bring) > maxEventWords:
		return fmt.Errorf("%w: what to bring must have at most %d characters", ErrBadEvent, maxEventWords)
	}
	if _, err := zones.Load(e.Zone); err != nil {
		return fmt.Errorf("%w: no time zone %q", ErrBadEvent, e.Zone)
	}
	return nil
}

// EditEvent changes what an event is called and what to bring, also of one that a report made before its place was known. Its time and
// place are moved by the act of a staff member, which tells people.
func EditEvent(ctx context.Context, d Deps, e event.Event, by uuid.UUID) error {
	if err := usable(e); err != nil {
		return err
	}
	line := change.Timeline{
		ID: d.IDs.New(), Subject: change.Subject{Kind: change.EventSubject, ID: e.ID}, ActorKind: change.ByStaff, ActorID: by,
		What: change.EventEdited, At: d.Clock.Now(),
	}
	err := d.Store.InTx(ctx, func(tx Tx) error {
		return tx.Save(ctx, []change.Set{{Changes: []change.Change{change.SaveEvent{Event: e}, line}}})
	})
	if err != nil {
		return fmt.Errorf("edit event: %w", err)
	}
	return nil
}

// AddGuest puts a person without a phone, or one who stands at the door, on an event's list, and texts nobody. came says that they are
// there.
func AddGuest(ctx context.Context, d Deps, e event.Event, p person.Person, came bool) error {
	r := event.RSVP{EventID: e.ID, PersonID: p.ID, OrganizerID: p.OrganizerID}
	now := d.Clock.Now()
	set := []change.Change{change.SaveRSVP{RSVP: r, At: now}}
	if came {
		r.Attended, r.AttendedAt = event.Came, now
		set = append(set, change.SaveRSVP{RSVP: r, At: now})
	}
	for _, c := range set { // one after the other: a list of guests holds each once
		if err := d.Store.InTx(ctx, func(tx Tx) error { return tx.Save(ctx, []change.Set{{Changes: []change.Change{c}}}) }); err != nil {
			return fmt.Errorf("add guest: %w", err)
		}
	}
	return nil
}

// EventRow is an event with how many said they would come, and how many of them to a check-in.
type EventRow struct {
	event.Event
	Said int
	Yes  int
}
