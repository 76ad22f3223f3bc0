package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
)

// A phone that was lost or left reads no more feeds.
const calendarOwnerSQL = `SELECT p.id, p.name, coalesce(nullif(p.zone, ''), (SELECT value FROM settings WHERE key = 'zone'),
  'UTC') AS zone, p.roles && '{staff,admin}' AS staff
FROM tokens t JOIN people p ON p.id = t.subject_id LEFT JOIN phones f ON f.id = p.phone_id
WHERE t.hash = $1 AND t.kind = 'cal' AND t.revoked_at IS NULL AND p.erased_at IS NULL AND NOT coalesce(f.locked, false)
  AND p.roles && '{organizer,staff,admin}'`

type calendarOwnerRow struct {
	ID    uuid.UUID `db:"id"`
	Name  string    `db:"name"`
	Zone  string    `db:"zone"`
	Staff bool      `db:"staff"`
}

// CalendarOwner implements app.Calendars.
func (s *DB) CalendarOwner(ctx context.Context, hash []byte) (app.CalendarOwner, error) {
	r, err := one[calendarOwnerRow](ctx, s, calendarOwnerSQL, hash)
	return app.CalendarOwner(r), err
}

// When an entry was changed last is in the history of what it shows: a program that reads the feed keeps the older hour of an entry that
// says nothing newer (RFC 5545, 3.8.7.3).
const calendarItemsSQL = `
SELECT i.*, greatest(i.made, (SELECT max(t.at) FROM timeline t WHERE t.subject_kind = i.kind AND t.subject_id = i.id)) AS changed FROM (
SELECT 'meeting' AS kind, m.id, m.starts_at AS start, m.zone, m.minutes, coalesce(nullif(c.preferred_name, ''), c.name, '') AS who,
  m.place, m.status, m.private, m.rev,
  greatest(m.created_at, m.told_at, m.confirmed_at, m.answered_at) AS made
FROM meetings m LEFT JOIN people c ON c.id = m.contact_id WHERE m.organizer_id = $1 AND m.starts_at >= $2 AND m.starts_at < $3
UNION ALL
SELECT 'debrief', d.id, d.on_date::timestamp AT TIME ZONE 'UTC', 'UTC', 0, coalesce(nullif(o.preferred_name, ''), o.name), '', '', false,
  d.version, coalesce(d.closed_at, d.created_at)
FROM debriefs d JOIN people o ON o.id = d.organizer_id WHERE $4 AND d.staff_id = $1 AND d.on_date >= $2::timestamptz::date
  AND d.on_date < $3::timestamptz::date
UNION ALL
SELECT 'event', e.id, e.starts_at, e.zone, e.minutes, e.title, e.place, e.status, false, e.rev, e.created_at
FROM events e WHERE $4 AND e.starts_at >= $2 AND e.starts_at < $3
ORDER BY 3, 2 LIMIT 2000) i ORDER BY i.start, i.id`

type calendarItemRow struct {
	Kind    app.CalendarKind `db:"kind"`
	ID      uuid.UUID        `db:"id"`
	Start   time.Time        `db:"start"`
	Zone    string           `db:"zone"`
	Minutes int              `db:"minutes"`
	Who     string           `db:"who"`
	Place   string           `db:"place"`
	Status  string           `db:"status"`
	Private bool             `db:"private"`
	Rev     int              `db:"rev"`
	Made    time.Time        `db:"made"`
	Changed time.Time        `db:"changed"`
}

// CalendarItems implements app.Calendars.
func (s *DB) CalendarItems(ctx context.Context, o app.CalendarOwner, from, to time.Time) ([]app.CalendarItem, error) {
	var got []calendarItemRow
	if err := s.sel(ctx, &got, calendarItemsSQL, o.ID, from, to, o.Staff); err != nil {
		return nil, err
	}
	out := make([]app.CalendarItem, len(got))
	for i, r := range got {
		out[i] = app.CalendarItem{
			Kind: r.Kind, ID: r.ID, Start: r.Start, Zone: r.Zone, Minutes: r.Minutes, Who: r.Who, Place: r.Place,
			Status: r.Status, Private: r.Private, Rev: r.Rev, Changed: r.Changed,
		}
	}
	return out, nil
}

const calendarLinksSQL = `SELECT subject_id, max(created_at) AS at FROM tokens
  WHERE kind = 'cal' AND subject_id = ANY($1) AND revoked_at IS NULL GROUP BY subject_id`

// CalendarLinks implements page.Calendars.
func (s *DB) CalendarLinks(ctx context.Context, people []uuid.UUID) (map[uuid.UUID]time.Time, error) {
	var got []struct {
		ID uuid.UUID `db:"subject_id"`
		At time.Time `db:"at"`
	}
	if err := s.sel(ctx, &got, calendarLinksSQL, pq.Array(strs(people))); err != nil {
		return nil, err
	}
	out := make(map[uuid.UUID]time.Time, len(got))
	for _, r := range got {
		out[r.ID] = r.At
	}
	return out, nil
}

var _ app.Calendars = (*DB)(nil)
