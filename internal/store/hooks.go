package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/webhook"
)

// HooksOn implements app.HookRows.
func (s *DB) HooksOn(ctx context.Context) (bool, error) {
	return one[bool](ctx, s, `SELECT EXISTS (SELECT FROM hook_endpoints WHERE is_on)`)
}

// An endpoint that another worker is reading for, or that is being settled, is left to the next time.
const hearForSQL = `SELECT id, since_id, read_to FROM hook_endpoints WHERE is_on ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`

// What was written since, by the ids' own time: each part reads the end of a primary key. A contact's opt-out counts when the last clear
// word of the phone was another; on a shared phone it is everybody's. What staff did to a one-on-one left a second line once, in
// their name: it does not count. What stands as a delivery already is left out, so that reading again costs no writing.
const hearSQL = `
WITH s AS (
SELECT t.id, l.event, t.subject_id, t.at FROM timeline t JOIN json_to_recordset($3::json) AS l(subject text, what text, event text,
  unless text)
  ON l.subject = t.subject_kind AND l.what = t.what
WHERE t.id >= $2 AND (t.actor_kind <> 'staff' OR t.subject_kind <> 'meeting') AND (l.unless = '' OR NOT EXISTS (
  SELECT FROM timeline b WHERE b.subject_kind = t.subject_kind AND b.subject_id = t.subject_id AND b.what = l.unless AND b.id < t.id))
UNION ALL
SELECT c.id, CASE c.consent WHEN {consent.no} THEN '` + string(webhook.ContactOptedOut) + `'
  ELSE '` + string(webhook.ContactRestored) + `' END, p.id, c.at
FROM consents c JOIN people p ON p.phone_id = c.phone_id AND 'contact' = ANY(p.roles) AND p.erased_at IS NULL
  LEFT JOIN LATERAL (SELECT b.consent FROM consents b WHERE b.phone_id = c.phone_id AND b.consent IN ({consent.yes}, {consent.no})
  AND (b.at, b.id) < (c.at, c.id)
    ORDER BY b.at DESC, b.id DESC LIMIT 1) w ON true
WHERE c.id >= $2 AND (c.consent = {consent.no} AND coalesce(w.consent, {consent.unknown}) <> {consent.no} OR c.consent = {consent.yes}
  AND w.consent = {consent.no})
UNION ALL
SELECT a.id, '` + string(webhook.TextFailed) + `', a.subject_id, a.at FROM attention a WHERE a.id >= $2 AND a.kind = 'failed_text'
UNION ALL
SELECT x.id, '` + string(webhook.SendingStopped) + `', x.id, x.at FROM stops x WHERE x.id >= $2 AND x.kind IN ('account', 'day', 'queue')
UNION ALL
SELECT x.ended_id, '` + string(webhook.SendingResumed) + `', x.id, x.ended_at FROM stops x
  WHERE x.ended_id >= $2 AND x.kind IN ('account', 'day', 'queue'))
SELECT e.id AS endpoint_id, s.id AS source_id, s.event, s.subject_id, s.at
FROM s JOIN hook_endpoints e ON e.id = ANY($1) AND s.event = ANY(e.events) AND s.id >= e.since_id
WHERE NOT EXISTS (SELECT FROM hook_deliveries d WHERE d.endpoint_id = e.id AND d.source_id = s.id AND d.event = s.event
  AND d.subject_id = s.subject_id)
ORDER BY s.id LIMIT $4`

const addDeliveriesSQL = `
INSERT INTO hook_deliveries (id, endpoint_id, source_id, event, subject_id, at, made_at, try_at)
SELECT id, endpoint_id, source_id, event, subject_id, at, made_at, made_at
FROM json_populate_recordset(NULL::hook_deliveries, $1::json)
ON CONFLICT (endpoint_id, source_id, event, subject_id) DO NOTHING`

type deliverySave struct {
	ID       uuid.UUID `json:"id" db:"-"`
	Endpoint uuid.UUID `json:"endpoint_id" db:"endpoint_id"`
	Source   uuid.UUID `json:"source_id" db:"source_id"`
	Event    string    `json:"event" db:"event"`
	Subject  uuid.UUID `json:"subject_id" db:"subject_id"`
	At       time.Time `json:"at" db:"at"`
	MadeAt   time.Time `json:"made_at" db:"-"`
}

// HearHooks implements app.HookRows.
func (s *DB) HearHooks(ctx context.Context, h app.Hearing) (bool, error) {
	more := false
	err := inTx(ctx, s, func(t *tx) error {
		var ends []struct {
			ID     uuid.UUID `db:"id"`
			Since  uuid.UUID `db:"since_id"`
			ReadTo time.Time `db:"read_to"`
		}
		if err := t.sel(ctx, &ends, hearForSQL); err != nil || len(ends) == 0 {
			return err
		}
		ids, from := make([]string, len(ends)), h.Now
		for i, e := range ends {
			ids[i] = e.ID.String()
			if e.ReadTo.Before(from) {
				from = e.ReadTo
			}
		}
		var list []deliverySave
		if err := t.sel(ctx, &list, hearSQL, pq.Array(ids), firstID(from.Add(-h.Overlap)), rows(h.Lines), h.Limit); err != nil {
			return err
		}
		for i := range list {
			list[i].ID, list[i].MadeAt = h.NewID(), h.Now
		}
		if _, err := all(ctx, t, "deliveries", addDeliveriesSQL, list); err != nil {
			return err
		}
		if more = len(list) == h.Limit; more {
			return nil // not read to its end yet
		}
		_, err := t.exec(ctx, `UPDATE hook_endpoints SET read_to = greatest(read_to, $2) WHERE id = ANY($1)`, pq.Array(ids), h.Now)
		return err
	})
	return more, err
}

// firstID is the smallest UUIDv7 of a millisecond (RFC 9562, 5.7): what is made then or later has a greater one.
func firstID(t time.Time) uuid.UUID {
	var id uuid.UUID
	ms := uint64(max(t.UnixMilli(), 0))
	for i := 5; i >= 0; i-- {
		id[i] = byte(ms)
		ms >>= 8
	}
	return id
}

// The lease is try_at itself: a worker that dies leaves a row that comes again. The conditions stand twice, because the outer ones are
// looked at again when a row was locked by somebody else meanwhile.
const claimHooksSQL = `
WITH d AS (SELECT w.id FROM hook_deliveries w WHERE w.id IN (
    SELECT x.id FROM hook_endpoints e CROSS JOIN LATERAL (SELECT i.id FROM hook_deliveries i
    WHERE i.endpoint_id = e.id AND i.state = 'waiting' AND i.try_at <= $1
      ORDER BY i.try_at, i.id LIMIT $3) x WHERE e.is_on)
  AND w.state = 'waiting' AND w.try_at <= $1 FOR UPDATE SKIP LOCKED)
UPDATE hook_deliveries u SET tries = u.tries + 1, try_at = $2 FROM d, hook_endpoints e WHERE u.id = d.id AND e.id = u.endpoint_id
RETURNING u.id, u.endpoint_id, e.url, e.secret, CASE WHEN e.old_until > $1 THEN e.old_secret ELSE '' END AS old_secret, e.full_record,
  u.event, u.subject_id, u.at, u.tries`

type hookCallRow struct {
	ID        uuid.UUID     `db:"id"`
	Endpoint  uuid.UUID     `db:"endpoint_id"`
	URL       string        `db:"url"`
	Secret    string        `db:"secret"`
	OldSecret string        `db:"old_secret"`
	Full      bool          `db:"full_record"`
	Event     webhook.Event `db:"event"`
	Subject   uuid.UUID     `db:"subject_id"`
	At        time.Time     `db:"at"`
	Tries     int           `db:"tries"`
}

// ClaimHooks implements app.HookRows.
func (s *DB) ClaimHooks(ctx context.Context, now, lease time.Time, each int) ([]app.HookCall, error) {
	var got []hookCallRow
	if err := s.sel(ctx, &got, claimHooksSQL, now, lease, each); err != nil {
		return nil, err
	}
	out := make([]app.HookCall, len(got))
	for i, r := range got {
		secrets := []webhook.Secret{webhook.NewSecret(s.opened(ownerOfHook(r.Endpoint), r.Secret))}
		if r.OldSecret != "" {
			secrets = append(secrets, webhook.NewSecret(s.opened(ownerOfHook(r.Endpoint), r.OldSecret)))
		}
		out[i] = app.HookCall{
			ID: r.ID, Endpoint: r.Endpoint, URL: r.URL, Secrets: secrets, Full: r.Full, Event: r.Event, Subject: r.Subject,
			At: r.At, Tries: r.Tries,
		}
	}
	return out, nil
}

const (
	settleHookSQL = `UPDATE hook_deliveries SET state = $3, try_at = coalesce($4, try_at), tried_at = $5, http = $6, fault = $7
WHERE id = $1 AND tries = $2 AND state = 'waiting'`

	// A test that fails says nothing of what happens: it must not be what switches an endpoint off.
	settleEndpointSQL = `UPDATE hook_endpoints SET last_at = $2, last_http = $3, last_fault = $4,
  failing_since = CASE WHEN $5 THEN NULL WHEN $6 THEN failing_since ELSE coalesce(failing_since, $2) END
WHERE id = $1 RETURNING failing_since`
)

// SettleHook implements app.HookRows. A delivery that was given up or claimed again meanwhile stays as it is.
func (s *DB) SettleHook(ctx context.Context, r app.HookResult) (time.Time, error) {
	var since []sql.NullTime
	err := inTx(ctx, s, func(t *tx) error {
		c, a := r.Call, r.Answer // the endpoint before its deliveries, as everywhere
		if err := t.sel(ctx, &since, settleEndpointSQL, c.Endpoint, r.At, a.HTTP, string(a.Fault), a.Taken(),
			c.Event == webhook.TestPing); err != nil {
			return err
		}
		_, err := t.exec(ctx, settleHookSQL, c.ID, c.Tries, string(r.State), timeOrNil(r.TryAt), r.At, a.HTTP, string(a.Fault))
		return err
	})
	if err != nil || len(since) == 0 { // ended meanwhile
		return time.Time{}, err
	}
	return zero(since[0]), nil
}

// hookFactsSQL returns, for a subject, one object of ids, statuses and instants: no name, number or word of anybody.
func hookFactsSQL(about webhook.Subject) string {
	at := func(column string) string { return `nullif(` + utc(column) + `, '')` }
	switch about {
	case webhook.Meeting:
		return `SELECT json_build_object('meeting_id', m.id, 'organizer_id', m.organizer_id, 'contact_id', m.contact_id, 'status', m.status,
  'outcome', nullif(m.outcome, ''),
  'starts_at', ` + at("m.starts_at") + `, 'zone', m.zone, 'duration_minutes', m.minutes, 'confirmed_at', ` + at("m.confirmed_at") + `)
  FROM meetings m WHERE m.id = $1`
	case webhook.Report:
		return `SELECT json_build_object('report_id', r.id, 'meeting_id', r.meeting_id, 'organizer_id', r.organizer_id, 'contact_id',
  r.contact_id, 'status', r.status,
  'filed_at', ` + at("r.filed_at") + `, 'debrief_on', r.debrief_on, 'needs_review', r.needs_review) FROM reports r WHERE r.id = $1`
	case webhook.Promise:
		return `SELECT json_build_object('promise_id', p.id, 'report_id', p.report_id, 'owner_id', p.owner_id, 'contact_id', p.to_id, 'kind',
  p.kind, 'due_on', p.due_on,
  'closed_at', ` + at("p.closed_at") + `, 'event_id', p.event_id) FROM promises p WHERE p.id = $1`
	case webhook.Debrief:
		return `SELECT json_build_object('debrief_id', d.id, 'organizer_id', d.organizer_id, 'staff_id', d.staff_id, 'on', d.on_date,
		  'closed_at', ` + at("d.closed_at") + `) FROM debriefs d WHERE d.id = $1`
	case webhook.Contact:
		return `SELECT json_build_object('contact_id', p.id, 'organizer_id', p.organizer_id, 'sms_consent', CASE f.consent
  WHEN {consent.yes} THEN 'yes'
  WHEN {consent.no} THEN 'no' ELSE 'unknown' END,
  'sms_consent_at', ` + at("f.consent_at") + `) FROM people p LEFT JOIN phones f ON f.id = p.phone_id WHERE p.id = $1`
	case webhook.Text:
		return `SELECT json_build_object('message_id', m.id, 'person_id', m.person_id, 'kind', m.kind, 'error_code', nullif(m.error_code, 0),
		  'at', ` + at("m.at") + `) FROM messages m WHERE m.id = $1`
	case webhook.Sending:
		return `SELECT json_build_object('stop_id', s.id, 'kind', s.kind, 'error_code', nullif(s.code, 0), 'stopped_at', ` + at("s.at") + `,
		  'resumed_at', ` + at("s.ended_at") + `) FROM stops s WHERE s.id = $1`
	case webhook.Nothing:
	}
	return `SELECT json_build_object() WHERE $1::uuid IS NULL`
}

// HookFacts implements app.HookRows.
func (s *DB) HookFacts(ctx context.Context, about webhook.Subject, id uuid.UUID) (map[string]any, error) {
	var got [][]byte
	if err := s.sel(ctx, &got, hookFactsSQL(about), id); err != nil || len(got) == 0 {
		return nil, err
	}
	var out map[string]any
	err := json.Unmarshal(got[0], &out)
	return out, err
}

// ForgetHooks implements app.HookRows.
func (s *DB) ForgetHooks(ctx context.Context, before time.Time) (int64, error) {
	return s.exec(ctx, `DELETE FROM hook_deliveries WHERE made_at < $1`, before)
}

var _ app.HookRows = (*DB)(nil)
