package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
)

const timedPlansSQL = `
SELECT p.id, p.version, p.rule, p.occurrence, p.due_at, coalesce(o.zone, '') AS zone, coalesce(mo.zone, '') AS organizer_zone,
  coalesce(mc.zone, '') AS contact_zone,
  m.starts_at AS meeting_at, coalesce(m.minutes, 0) AS meeting_minutes, coalesce(m.rev, 0) AS meeting_rev,
  e.starts_at AS event_at, coalesce(e.minutes, 0) AS event_minutes, coalesce(e.rev, 0) AS event_rev, coalesce(e.status, '') AS event_status
FROM planned p
LEFT JOIN people o ON o.id = p.person_id
LEFT JOIN meetings m ON p.subject_kind = 'meeting' AND m.id = p.subject_id
LEFT JOIN people mo ON mo.id = m.organizer_id
LEFT JOIN people mc ON mc.id = m.contact_id
LEFT JOIN events e ON p.subject_kind = 'event' AND e.id = p.subject_id
WHERE p.state = 'planned' AND p.due_at > $1 AND p.rule = ANY($2) AND p.id > $3 ORDER BY p.id LIMIT $4`

const retimePlansSQL = `UPDATE planned p SET due_at = r.due_at, valid_until = coalesce(r.valid_until, p.valid_until),
  version = p.version + 1
FROM json_populate_recordset(NULL::planned, $1::json) r
WHERE p.id = r.id AND p.version = r.version AND p.state = 'planned'`

type timedPlanRow struct {
	ID             uuid.UUID    `db:"id"`
	Version        int          `db:"version"`
	Rule           string       `db:"rule"`
	Occurrence     string       `db:"occurrence"`
	DueAt          time.Time    `db:"due_at"`
	Zone           string       `db:"zone"`
	OrganizerZone  string       `db:"organizer_zone"`
	ContactZone    string       `db:"contact_zone"`
	MeetingAt      sql.NullTime `db:"meeting_at"`
	MeetingMinutes int          `db:"meeting_minutes"`
	MeetingRev     int          `db:"meeting_rev"`
	EventAt        sql.NullTime `db:"event_at"`
	EventMinutes   int          `db:"event_minutes"`
	EventRev       int          `db:"event_rev"`
	EventStatus    string       `db:"event_status"`
}

// TimedPlans implements app.Books.
func (s *DB) TimedPlans(ctx context.Context, rules []string, now time.Time, after uuid.UUID, n int) ([]app.TimedPlan, error) {
	var got []timedPlanRow
	if err := s.sel(ctx, &got, timedPlansSQL, now, pq.Array(rules), after, n); err != nil {
		return nil, err
	}
	var settings []settingRow
	if err := s.sel(ctx, &settings, settingsSQL); err != nil {
		return nil, err
	}
	org := orgOf(settings).Zone
	in := func(zone string) *time.Location { return person.Person{Zone: zone}.Location(org) }
	out := make([]app.TimedPlan, 0, len(got))
	for _, r := range got {
		out = append(out, app.TimedPlan{ID: r.ID, Version: r.Version, Timed: reminder.Timed{
			Rule: r.Rule, Occurrence: r.Occurrence, DueAt: r.DueAt, Zone: in(r.Zone), Organizer: in(r.OrganizerZone), Contact: in(r.ContactZone),
			Meeting: meeting.Meeting{StartsAt: zero(r.MeetingAt), Minutes: r.MeetingMinutes, Rev: r.MeetingRev},
			Event:   event.Event{StartsAt: zero(r.EventAt), Minutes: r.EventMinutes, Rev: r.EventRev, Status: event.Status(r.EventStatus)},
		}})
	}
	return out, nil
}

// RetimePlans implements app.Books.
func (s *DB) RetimePlans(ctx context.Context, plans []app.RetimedPlan) (n int, err error) {
	err = s.inTx(ctx, func(t *tx) error {
		moved, err := all(ctx, t, "move plans to other hours", retimePlansSQL, plans)
		n = int(moved)
		return err
	})
	return n, err
}
