package store

import (
	"context"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/event"
)

const pageEventsSQL = `SELECT ` + eventColumns + `, (SELECT count(*) FROM rsvps r WHERE r.event_id = events.id) AS said,
  (SELECT count(*) FROM rsvps r WHERE r.event_id = events.id AND r.answer = 'yes') AS yes,
  (SELECT count(*) FROM rsvps r WHERE r.event_id = events.id AND r.attended = 'yes') AS came,
  (SELECT count(*) FROM rsvps r WHERE r.event_id = events.id AND r.attended <> 'unknown') AS noted
FROM events`

// EventList implements page.Events.
func (s *DB) EventList(ctx context.Context, f page.EventFilter) ([]page.EventRow, error) {
	q, args := eventList(f)
	var got []struct {
		eventListRow
		Came  int `db:"came"`
		Noted int `db:"noted"`
	}
	if err := s.sel(ctx, &got, q, args...); err != nil {
		return nil, err
	}
	out := make([]page.EventRow, len(got))
	for i, r := range got {
		out[i] = page.EventRow{Event: r.event(), Said: r.Said, Yes: r.Yes, Came: r.Came, Noted: r.Noted}
	}
	return out, nil
}

func eventList(f page.EventFilter) (string, []any) {
	var w where
	w.between("starts_at", f.From, f.To)
	if f.Status != "" {
		w.and("status = ?", f.Status)
	}
	w.after("starts_at, id", f.Backward, f.AfterAt, f.AfterID)
	order := "ORDER BY starts_at, id LIMIT ?"
	if f.Backward {
		order = "ORDER BY starts_at DESC, id DESC LIMIT ?"
	}
	return w.query(pageEventsSQL, order, f.N), w.args
}

// Event implements page.Events.
func (s *DB) Event(ctx context.Context, id uuid.UUID) (event.Event, error) {
	r, err := one[eventRow](ctx, s, `SELECT `+eventColumns+` FROM events WHERE id = $1`, id)
	return r.event(), err
}

func guestsSQL() string {
	return `SELECT r.event_id, r.person_id, r.organizer_id, r.report_id, r.promise_id, r.answer, r.answered_at, r.attended, r.attended_at,
  r.told_rev,
  ` + pagePerson("p", "f", "p") + `, ` + pagePerson("o", "fo", "o") + `
FROM rsvps r JOIN people p ON p.id = r.person_id LEFT JOIN phones f ON f.id = p.phone_id LEFT JOIN people o ON o.id = r.organizer_id
  LEFT JOIN phones fo ON fo.id = o.phone_id
WHERE r.event_id = $1 ORDER BY coalesce(o.name_folded, ''), r.organizer_id, p.name_folded, r.person_id LIMIT $2`
}

// Guests implements page.Events.
func (s *DB) Guests(ctx context.Context, id uuid.UUID, n int) ([]page.Guest, error) {
	var got []struct {
		rsvpRow
		P pagePersonRow `db:"p"`
		O pagePersonRow `db:"o"`
	}
	if err := s.sel(ctx, &got, guestsSQL(), id, n); err != nil {
		return nil, err
	}
	out := make([]page.Guest, len(got))
	for i, r := range got {
		out[i] = page.Guest{Person: r.P.person(), Organizer: r.O.person(), RSVP: r.rsvp()}
	}
	return out, nil
}
