package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/talk/world"
)

const eventColumns = `id, title, name_in_texts, name_es, starts_at, zone, minutes, place, bring, status, created_at, created_by, rev,
  version`

// The limit within keeps to the index on time under a plan for any value.
const eventsSQL = `(SELECT ` + eventColumns + ` FROM events WHERE starts_at > $1 ORDER BY starts_at, id LIMIT 200)
UNION SELECT ` + eventColumns + ` FROM events WHERE id = ANY($2) ORDER BY starts_at, id LIMIT 200`

type eventRow struct {
	ID        uuid.UUID `db:"id"`
	Title     string    `db:"title"`
	Name      string    `db:"name_in_texts"`
	NameES    string    `db:"name_es"`
	StartsAt  time.Time `db:"starts_at"`
	Zone      string    `db:"zone"`
	Minutes   int       `db:"minutes"`
	Place     string    `db:"place"`
	Bring     string    `db:"bring"`
	Status    string    `db:"status"`
	CreatedAt time.Time `db:"created_at"`
	CreatedBy nullID    `db:"created_by"`
	Rev       int       `db:"rev"`
	Version   int       `db:"version"`
}

func (r eventRow) event() event.Event {
	return event.Event{
		ID: r.ID, Title: r.Title, Name: r.Name, NameES: r.NameES, StartsAt: r.StartsAt, Zone: r.Zone, Minutes: r.Minutes, Place: r.Place,
		Bring: r.Bring, Status: event.Status(r.Status),
		CreatedAt: r.CreatedAt, CreatedBy: r.CreatedBy.id(), Rev: r.Rev, Version: r.Version,
	}
}

const rsvpColumns = `event_id, person_id, organizer_id, report_id, promise_id, answer, answered_at, attended, attended_at,
  told_rev, created_at`

// Three roads to an RSVP, each by an index of its own. OFFSET 0 keeps all rows of the events from being read for one organizer.
const openRSVPsSQL = `
SELECT ` + rsvpColumns + ` FROM rsvps WHERE person_id = ANY($2) AND event_id = ANY($1)
UNION SELECT ` + rsvpColumns + ` FROM (SELECT * FROM rsvps WHERE organizer_id = ANY($2) OFFSET 0) o WHERE event_id = ANY($1)
UNION SELECT ` + rsvpColumns + ` FROM rsvps WHERE event_id = ANY($3)
ORDER BY event_id, created_at, person_id`

type rsvpRow struct {
	EventID     uuid.UUID    `db:"event_id"`
	PersonID    uuid.UUID    `db:"person_id"`
	OrganizerID nullID       `db:"organizer_id"`
	ReportID    nullID       `db:"report_id"`
	PromiseID   nullID       `db:"promise_id"`
	Answer      string       `db:"answer"`
	AnsweredAt  sql.NullTime `db:"answered_at"`
	Attended    string       `db:"attended"`
	AttendedAt  sql.NullTime `db:"attended_at"`
	ToldRev     int          `db:"told_rev"`
	CreatedAt   time.Time    `db:"created_at"`
}

func (r rsvpRow) rsvp() event.RSVP {
	return event.RSVP{
		EventID: r.EventID, PersonID: r.PersonID, OrganizerID: r.OrganizerID.id(), ReportID: r.ReportID.id(), PromiseID: r.PromiseID.id(),
		Answer: event.Answer(r.Answer), AnsweredAt: zero(r.AnsweredAt), Attended: event.Attended(r.Attended), AttendedAt: zero(r.AttendedAt),
		ToldRev: r.ToldRev,
	}
}

func (t *tx) loadEvents(ctx context.Context, people []string, needs []world.Need, worlds []world.World) error {
	var asked []string
	var since time.Time
	any, guests := false, false
	for _, n := range needs {
		guests = guests || n.Guests
		if n.Event != uuid.Nil {
			asked = append(asked, n.Event.String())
		}
		if (n.After || n.Event != uuid.Nil) && (!any || n.Now.Before(since)) {
			any, since = true, n.Now
		}
	}
	if !any {
		return nil
	}
	var got []eventRow
	if err := t.sel(ctx, &got, eventsSQL, since.Add(-eventsBack), pq.Array(asked)); err != nil {
		return fmt.Errorf("events: %w", err)
	}
	if len(got) == 0 {
		return nil
	}
	var ids []string
	for _, r := range got {
		ids = append(ids, r.ID.String())
		if guests {
			asked = append(asked, r.ID.String())
		}
		for i, n := range needs {
			if n.After || n.Event == r.ID {
				worlds[i].Events = append(worlds[i].Events, r.event())
			}
		}
	}
	return t.loadRSVPs(ctx, ids, people, asked, needs, worlds)
}

func (t *tx) loadRSVPs(ctx context.Context, events, people, asked []string, needs []world.Need, worlds []world.World) error {
	var got []rsvpRow
	if err := t.sel(ctx, &got, openRSVPsSQL, pq.Array(events), pq.Array(people), pq.Array(asked)); err != nil {
		return fmt.Errorf("rsvps: %w", err)
	}
	var ids []string
	for _, r := range got {
		ids = append(ids, r.PersonID.String())
		if r.OrganizerID.id() != uuid.Nil {
			ids = append(ids, r.OrganizerID.id().String())
		}
	}
	persons, err := t.peopleByID(ctx, ids, worlds)
	if err != nil {
		return err
	}
	for _, r := range got {
		v := world.RSVP{RSVP: r.rsvp(), Person: persons[r.PersonID], Organizer: persons[r.OrganizerID.id()]}
		for i, n := range needs {
			if n.Event == r.EventID || n.Guests || n.After && (has(worlds[i], r.PersonID) || has(worlds[i], r.OrganizerID.id())) {
				worlds[i].RSVPs = append(worlds[i].RSVPs, v)
			}
		}
	}
	return nil
}
