package store

import (
	"cmp"
	"context"
	"encoding/hex"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/event"
)

const insertThanksSQL = `
INSERT INTO thanks (meeting_id, report_id, organizer_id, contact_id, ends_at, due_by, state, draft, reason, sent_at, message_id)
SELECT meeting_id, report_id, organizer_id, contact_id, ends_at, due_by, state, draft, reason, sent_at, message_id
FROM json_to_recordset($1::json) AS r(meeting_id uuid, report_id uuid, organizer_id uuid, contact_id uuid, ends_at timestamptz,
  due_by timestamptz, state text,
  draft text, reason text, sent_at timestamptz, message_id uuid)`

const updateThanksSQL = `
UPDATE thanks t SET report_id = coalesce(r.report_id, t.report_id), ends_at = r.ends_at, due_by = r.due_by, state = r.state,
  draft = r.draft, reason = r.reason,
  sent_at = r.sent_at, message_id = r.message_id, version = t.version + 1
FROM json_to_recordset($1::json) AS r(meeting_id uuid, report_id uuid, ends_at timestamptz, due_by timestamptz, state text, draft text,
  reason text,
  sent_at timestamptz, message_id uuid, version int)
WHERE t.meeting_id = r.meeting_id AND t.version = r.version`

// The record of a report says when its contact was thanked.
const thankedSQL = `
UPDATE reports p SET thanked_at = r.sent_at FROM json_to_recordset($1::json) AS r(meeting_id uuid, sent_at timestamptz)
WHERE p.meeting_id = r.meeting_id AND p.thanked_at IS NULL AND r.sent_at IS NOT NULL`

type thanksSave struct {
	MeetingID   uuid.UUID  `json:"meeting_id"`
	ReportID    *uuid.UUID `json:"report_id"`
	OrganizerID uuid.UUID  `json:"organizer_id"`
	ContactID   uuid.UUID  `json:"contact_id"`
	EndsAt      time.Time  `json:"ends_at"`
	DueBy       time.Time  `json:"due_by"`
	State       string     `json:"state"`
	Draft       string     `json:"draft"`
	Reason      string     `json:"reason"`
	SentAt      *time.Time `json:"sent_at"`
	MessageID   *uuid.UUID `json:"message_id"`
	Version     int        `json:"version"`
}

func (t *tx) saveThanks(ctx context.Context, b *batch) error {
	var list []thanksSave
	for _, c := range b.thanks {
		list = append(list, thanksSave{
			c.MeetingID, idOrNil(c.ReportID), c.OrganizerID, c.ContactID, c.EndsAt, c.DueBy, string(c.State), c.Draft, c.Reason,
			timeOrNil(c.SentAt), idOrNil(c.MessageID), c.Version,
		})
	}
	err := addOrChange(ctx, t, "thanks", list, func(r thanksSave) int { return r.Version }, addChange{insertThanksSQL, updateThanksSQL})
	if err != nil {
		return err
	}
	_, err = all(ctx, t, "thanked reports", thankedSQL, list)
	return err
}

const insertDebriefsSQL = `
INSERT INTO debriefs (id, organizer_id, staff_id, on_date, closed_at, closed_by, note, created_at)
SELECT id, organizer_id, staff_id, on_date::date, closed_at, closed_by, note, at
FROM json_to_recordset($1::json) AS r(id uuid, organizer_id uuid, staff_id uuid, on_date text, closed_at timestamptz, closed_by uuid,
  note text, at timestamptz)`

const updateDebriefsSQL = `
UPDATE debriefs d SET staff_id = r.staff_id, on_date = r.on_date::date, closed_at = r.closed_at, closed_by = r.closed_by, note = r.note,
  version = d.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, staff_id uuid, on_date text, closed_at timestamptz, closed_by uuid, note text, version int)
WHERE d.id = r.id AND d.version = r.version`

// A debrief covers every report of its organizer since the last, whichever debrief a report names: what was talked through early is talked
// through.
const debriefedSQL = `
WITH covered AS (
  UPDATE reports p SET debriefed_at = r.at FROM json_to_recordset($1::json) AS r(id uuid, at timestamptz), debriefs d
  WHERE d.id = r.id AND p.organizer_id = d.organizer_id AND p.status = 'filed' AND p.debriefed_at IS NULL AND p.filed_at <= r.at
  RETURNING p.meeting_id)
UPDATE meetings m SET status = 'debriefed', version = m.version + 1 FROM covered c WHERE m.id = c.meeting_id AND m.status = 'reported'`

type debriefSave struct {
	ID          uuid.UUID  `json:"id"`
	OrganizerID uuid.UUID  `json:"organizer_id"`
	StaffID     *uuid.UUID `json:"staff_id"`
	OnDate      string     `json:"on_date"`
	ClosedAt    *time.Time `json:"closed_at"`
	ClosedBy    *uuid.UUID `json:"closed_by"`
	Note        string     `json:"note"`
	At          time.Time  `json:"at"`
	Version     int        `json:"version"`
}

type closedSave struct {
	ID uuid.UUID `json:"id"`
	At time.Time `json:"at"`
}

func (t *tx) saveDebriefs(ctx context.Context, b *batch) error {
	var list []debriefSave
	for _, c := range b.debriefs {
		list = append(list, debriefSave{
			c.ID, c.OrganizerID, idOrNil(c.StaffID), c.On, timeOrNil(c.ClosedAt), idOrNil(c.ClosedBy), c.Note, c.At,
			c.Version,
		})
	}
	err := addOrChange(ctx, t, "debriefs", list, func(r debriefSave) int { return r.Version }, addChange{insertDebriefsSQL, updateDebriefsSQL})
	if err != nil {
		return err
	}
	var closed []closedSave
	for _, c := range b.closedReport {
		closed = append(closed, closedSave{c.DebriefID, c.At})
	}
	_, err = all(ctx, t, "debriefed reports", debriefedSQL, closed)
	return err
}

const insertEventsSQL = `
INSERT INTO events (id, title, name_in_texts, name_es, starts_at, zone, minutes, place, bring, status, created_at, created_by, rev)
SELECT id, title, name_in_texts, name_es, starts_at, zone, minutes, place, bring, status, created_at, created_by, rev
FROM json_to_recordset($1::json) AS r(id uuid, title text, name_in_texts text, name_es text, starts_at timestamptz, zone text, minutes int,
  place text, bring text, status text,
  created_at timestamptz, created_by uuid, rev int)`

const updateEventsSQL = `
UPDATE events e SET title = r.title, name_in_texts = r.name_in_texts, name_es = r.name_es, starts_at = r.starts_at, zone = r.zone,
  minutes = r.minutes, place = r.place, bring = r.bring,
  status = r.status, rev = r.rev, version = e.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, title text, name_in_texts text, name_es text, starts_at timestamptz, zone text, minutes int,
  place text, bring text, status text,
  rev int, version int)
WHERE e.id = r.id AND e.version = r.version`

type eventSave struct {
	ID        uuid.UUID  `json:"id"`
	Title     string     `json:"title"`
	Name      string     `json:"name_in_texts"`
	NameES    string     `json:"name_es"`
	StartsAt  time.Time  `json:"starts_at"`
	Zone      string     `json:"zone"`
	Minutes   int        `json:"minutes"`
	Place     string     `json:"place"`
	Bring     string     `json:"bring"`
	Status    string     `json:"status"`
	CreatedAt time.Time  `json:"created_at"`
	CreatedBy *uuid.UUID `json:"created_by"`
	Rev       int        `json:"rev"`
	Version   int        `json:"version"`
}

func (t *tx) saveEvents(ctx context.Context, b *batch) error {
	var list []eventSave
	for _, c := range b.events {
		e := c.Event
		list = append(list, eventSave{
			e.ID, e.Title, e.Name, e.NameES, e.StartsAt, e.Zone, e.Minutes, e.Place, e.Bring, string(e.Status),
			e.CreatedAt, idOrNil(e.CreatedBy), max(e.Rev, 1), e.Version,
		})
	}
	return addOrChange(ctx, t, "events", list, func(r eventSave) int { return r.Version }, addChange{insertEventsSQL, updateEventsSQL})
}

const rsvpsSQL = `
INSERT INTO rsvps (event_id, person_id, organizer_id, report_id, promise_id, answer, answered_at, attended, attended_at, told_rev,
  created_at)
SELECT event_id, person_id, organizer_id, report_id, promise_id, answer, answered_at, attended, attended_at, told_rev, at
FROM json_to_recordset($1::json) AS r(event_id uuid, person_id uuid, organizer_id uuid, report_id uuid, promise_id uuid, answer text,
  answered_at timestamptz,
  attended text, attended_at timestamptz, told_rev int, at timestamptz)
ON CONFLICT (event_id, person_id) DO UPDATE SET organizer_id = coalesce(excluded.organizer_id, rsvps.organizer_id),
  report_id = coalesce(excluded.report_id, rsvps.report_id), promise_id = coalesce(excluded.promise_id, rsvps.promise_id),
  answer = CASE WHEN excluded.answered_at IS NULL THEN rsvps.answer ELSE excluded.answer END,
  answered_at = coalesce(excluded.answered_at, rsvps.answered_at),
  attended = CASE WHEN excluded.attended_at IS NULL THEN rsvps.attended ELSE excluded.attended END,
  attended_at = coalesce(excluded.attended_at, rsvps.attended_at), told_rev = greatest(excluded.told_rev, rsvps.told_rev)`

type rsvpSave struct {
	EventID     uuid.UUID  `json:"event_id"`
	PersonID    uuid.UUID  `json:"person_id"`
	OrganizerID *uuid.UUID `json:"organizer_id"`
	ReportID    *uuid.UUID `json:"report_id"`
	PromiseID   *uuid.UUID `json:"promise_id"`
	Answer      string     `json:"answer"`
	AnsweredAt  *time.Time `json:"answered_at"`
	Attended    string     `json:"attended"`
	AttendedAt  *time.Time `json:"attended_at"`
	ToldRev     int        `json:"told_rev"`
	At          time.Time  `json:"at"`
}

func (t *tx) saveRSVPs(ctx context.Context, b *batch) error {
	type key struct{ event, person uuid.UUID }
	at := map[key]int{}
	var list []rsvpSave
	for _, c := range b.rsvps {
		r := c.RSVP
		s := rsvpSave{
			r.EventID, r.PersonID, idOrNil(r.OrganizerID), idOrNil(r.ReportID), idOrNil(r.PromiseID), string(r.Answer), timeOrNil(r.AnsweredAt),
			string(cmp.Or(r.Attended, event.Unknown)), timeOrNil(r.AttendedAt), r.ToldRev, c.At,
		}
		k := key{r.EventID, r.PersonID}
		if i, twice := at[k]; twice { // a conflict clause takes a row once a statement
			list[i] = list[i].with(s)
			continue
		}
		at[k] = len(list)
		list = append(list, s)
	}
	_, err := all(ctx, t, "rsvps", rsvpsSQL, list)
	return err
}

// with merges what a later change of the same step says.
func (r rsvpSave) with(o rsvpSave) rsvpSave {
	r.OrganizerID, r.ReportID, r.PromiseID = cmp.Or(o.OrganizerID, r.OrganizerID), cmp.Or(o.ReportID, r.ReportID),
		cmp.Or(o.PromiseID, r.PromiseID)
	if o.AnsweredAt != nil {
		r.Answer, r.AnsweredAt = o.Answer, o.AnsweredAt
	}
	if o.AttendedAt != nil {
		r.Attended, r.AttendedAt = o.Attended, o.AttendedAt
	}
	r.ToldRev = max(r.ToldRev, o.ToldRev)
	return r
}

const tokensSQL = `
INSERT INTO tokens (hash, kind, subject_id, created_at, expires_at, holder_id)
SELECT decode(hash, 'hex'), kind, subject_id, at, expires, (SELECT organizer_id FROM reports WHERE id = subject_id)
  FROM json_to_recordset($1::json) AS r(hash text, kind text, subject_id uuid, at timestamptz, expires timestamptz)`

type tokenSave struct {
	Hash      string    `json:"hash"`
	Kind      string    `json:"kind"`
	SubjectID uuid.UUID `json:"subject_id"`
	At        time.Time `json:"at"`
	Expires   time.Time `json:"expires"`
}

func (t *tx) saveTokens(ctx context.Context, b *batch) error {
	var list []tokenSave
	for _, c := range b.tokens {
		list = append(list, tokenSave{hex.EncodeToString(c.Hash), c.Kind, c.Subject, c.At, c.Expires})
	}
	_, err := all(ctx, t, "tokens", tokensSQL, list)
	return err
}
