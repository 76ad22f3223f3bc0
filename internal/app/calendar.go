package app

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/ical"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/zones"
)

// Calendars is what feeds read.
type Calendars interface {
	// CalendarOwner returns whose feed a link's hash opens; ErrNotFound when it is unknown or revoked, or its owner is gone.
	CalendarOwner(ctx context.Context, hash []byte) (CalendarOwner, error)
	// CalendarItems returns a person's one-on-ones, and of staff their debriefs and every event, between two times.
	CalendarItems(ctx context.Context, o CalendarOwner, from, to time.Time) ([]CalendarItem, error)
}

// CalendarOwner is whose calendar a feed is.
type CalendarOwner struct {
	ID    uuid.UUID
	Name  string
	Zone  string
	Staff bool
}

// CalendarKind is what an entry of a feed is.
type CalendarKind string

// The kinds.
const (
	MeetingEntry CalendarKind = "meeting"
	DebriefEntry CalendarKind = "debrief"
	EventEntry   CalendarKind = "event"
)

// CalendarItem is one entry, as it is kept.
type CalendarItem struct {
	Kind    CalendarKind
	ID      uuid.UUID
	Start   time.Time // of a debrief its day, in UTC
	Zone    string
	Minutes int
	Who     string // the contact, or the organizer of a debrief; of an event its title
	Place   string
	Status  string
	Private bool
	Rev     int
	Changed time.Time
}

// How far a feed looks back and ahead.
const (
	calendarBack  = 60 * 24 * time.Hour
	calendarAhead = 400 * 24 * time.Hour
)

// OpenCalendar returns the feed that a link opens. Whoever has the link, or a calendar shared with others, reads it: a contact is named by
// the first name alone, and a private one-on-one by nothing.
func OpenCalendar(ctx context.Context, s Calendars, c Clock, token string) (ical.Calendar, error) {
	o, err := s.CalendarOwner(ctx, change.TokenHash(token))
	if err != nil {
		return ical.Calendar{}, fmt.Errorf("calendar of a link: %w", err)
	}
	day := c.Now().Truncate(24 * time.Hour) // the same all day, so that a feed only changes when something did
	items, err := s.CalendarItems(ctx, o, day.Add(-calendarBack), day.Add(calendarAhead))
	if err != nil {
		return ical.Calendar{}, fmt.Errorf("entries of a calendar: %w", err)
	}
	cal := ical.Calendar{Name: "One-on-ones: " + person.FirstName(o.Name)}
	for _, it := range items {
		cal.Entries = append(cal.Entries, it.entry(o.Zone))
	}
	return cal, nil
}

func (it CalendarItem) entry(zone string) ical.Entry {
	loc, err := zones.Load(it.Zone)
	if err != nil || it.Zone == "" {
		if loc, err = zones.Load(zone); err != nil {
			loc = time.UTC
		}
	}
	e := ical.Entry{
		UID: string(it.Kind) + "-" + it.ID.String() + "@reportback", Start: it.Start.In(loc), Minutes: it.Minutes, Place: it.Place,
		Status: ical.Confirmed, Sequence: it.Rev, Changed: it.Changed,
	}
	switch it.Kind {
	case MeetingEntry:
		e.Summary, e.Status = "One-on-one", meetingStatus(meeting.Status(it.Status))
		if first := person.FirstName(it.Who); first != "" && !it.Private {
			e.Summary += " with " + first
		}
		if it.Private {
			e.Place = ""
		}
	case DebriefEntry:
		e.Summary, e.AllDay, e.Start = "Debrief with "+person.FirstName(it.Who), true, it.Start.UTC()
	case EventEntry:
		e.Summary = it.Who
		if event.Status(it.Status) == event.CalledOff {
			e.Status = ical.Cancelled
		}
	}
	return e
}

func meetingStatus(s meeting.Status) ical.Status {
	switch s {
	case meeting.Planned, meeting.Proposed:
		return ical.Tentative
	case meeting.Declined, meeting.CalledOff:
		return ical.Cancelled
	case meeting.Confirmed, meeting.Held, meeting.NoShow, meeting.Reported, meeting.Debriefed:
	}
	return ical.Confirmed
}
