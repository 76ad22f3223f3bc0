package store

import (
	"cmp"
	"encoding/hex"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
)

// debriefSavings stand before reports, which name them. A debrief covers every report of its organizer since the last, whichever debrief a
// report names: what was talked through early is talked through.
func debriefSavings() []saving {
	names := as{"On": "on_date AS date", "At": "created_at"}
	return []saving{
		keep("add debriefs", "debriefs", names, newDebrief, added),
		keep("change debriefs", "debriefs", names, knownDebrief, func(c coder) kept {
			return c.update("organizer_id created_at", "").versioned("")
		}),
		keep("debriefed reports", "debriefs", as{"DebriefID": "id", "At": "closed_at"}, same[change.CloseReports], func(c coder) kept {
			return c.by(`
WITH covered AS (UPDATE reports p SET debriefed_at = r.closed_at FROM {rows}, debriefs d
  WHERE d.id = r.id AND p.organizer_id = d.organizer_id AND p.status = 'filed' AND p.debriefed_at IS NULL AND p.filed_at <= r.closed_at
  RETURNING p.meeting_id)
UPDATE meetings m SET status = 'debriefed', version = m.version + 1 FROM covered c
WHERE m.id = c.meeting_id AND m.status = 'reported'`, "id")
		}),
		keep("reopen debriefs", "debriefs", nil, same[change.ReopenDebriefs], func(c coder) kept {
			return c.by(`
WITH open AS (UPDATE debriefs d SET closed_at = NULL, closed_by = NULL, version = d.version + 1
  FROM {rows} WHERE d.organizer_id = r.organizer_id AND d.closed_at = r.closed_at
  AND NOT EXISTS (SELECT FROM debriefs o WHERE o.organizer_id = d.organizer_id AND o.on_date = d.on_date AND o.closed_at IS NULL)
  RETURNING d.organizer_id, r.closed_at),
uncovered AS (UPDATE reports p SET debriefed_at = NULL, version = p.version + 1 FROM open
  WHERE p.organizer_id = open.organizer_id AND p.debriefed_at = open.closed_at RETURNING p.meeting_id)
UPDATE meetings m SET status = 'reported', version = m.version + 1 FROM uncovered u
WHERE m.id = u.meeting_id AND m.status = 'debriefed'`, "organizer_id")
		}),
	}
}

func newDebrief(c change.SaveDebrief) (change.SaveDebrief, bool)   { return c, c.Version == 0 }
func knownDebrief(c change.SaveDebrief) (change.SaveDebrief, bool) { return c, c.Version > 0 }

func eventSavings() []saving {
	names := as{"Name": "name_in_texts", "NameES": "name_es"}
	return []saving{
		keep("add events", "events", names, newEvent, added),
		keep("change events", "events", names, knownEvent, func(c coder) kept { return c.update("created_at created_by", "").versioned("") }),
	}
}

func newEvent(c change.SaveEvent) (event.Event, bool)   { return eventOf(c), c.Event.Version == 0 }
func knownEvent(c change.SaveEvent) (event.Event, bool) { return eventOf(c), c.Event.Version > 0 }

func eventOf(c change.SaveEvent) event.Event {
	c.Event.Rev = max(c.Event.Rev, 1)
	return c.Event
}

// afterSavings keeps what comes of a one-on-one. The record of a report says when its contact was thanked.
func afterSavings() []saving {
	return []saving{
		keep("rsvps", "rsvps", as{"At": "created_at"}, rsvpOf, func(c coder) kept {
			k := c.insert(`ON CONFLICT (event_id, person_id) DO UPDATE SET organizer_id = coalesce(excluded.organizer_id, rsvps.organizer_id),
  report_id = coalesce(excluded.report_id, rsvps.report_id), promise_id = coalesce(excluded.promise_id, rsvps.promise_id),
  answer = CASE WHEN excluded.answered_at IS NULL THEN rsvps.answer ELSE excluded.answer END,
  answered_at = coalesce(excluded.answered_at, rsvps.answered_at),
  attended = CASE WHEN excluded.attended_at IS NULL THEN rsvps.attended ELSE excluded.attended END,
  attended_at = coalesce(excluded.attended_at, rsvps.attended_at), told_rev = greatest(excluded.told_rev, rsvps.told_rev)`)
			k.key = []string{"event_id", "person_id"}
			return k
		}),
		keep("add thanks", "thanks", nil, newThanks, added),
		keep("change thanks", "thanks", nil, knownThanks, func(c coder) kept {
			return c.by(`
UPDATE thanks x SET report_id = coalesce(r.report_id, x.report_id), ends_at = r.ends_at, due_by = r.due_by, state = r.state,
  draft = r.draft, reason = r.reason, sent_at = r.sent_at, message_id = r.message_id, version = x.version + 1
FROM {rows} WHERE x.meeting_id = r.meeting_id`, "meeting_id").versioned("")
		}),
		keep("thanked reports", "thanks", nil, same[change.SaveThanks], func(c coder) kept {
			return c.by(`
UPDATE reports p SET thanked_at = r.sent_at FROM {rows}
WHERE p.meeting_id = r.meeting_id AND p.thanked_at IS NULL AND r.sent_at IS NOT NULL`, "meeting_id")
		}),
		keep("older tokens", "tokens", as{"SubjectID": "subject_id NOT NULL", "Hash": "hash AS bytea"}, tokenOf, func(c coder) kept {
			return c.by(`
UPDATE tokens x SET revoked_at = r.created_at FROM {rows}
WHERE x.subject_id = r.subject_id AND x.kind = r.kind AND x.revoked_at IS NULL`, "subject_id")
		}),
		keep("tokens", "tokens", as{"SubjectID": "subject_id NOT NULL", "Hash": "hash AS bytea"}, tokenOf, func(c coder) kept {
			return c.computed("holder_id", "(SELECT p.organizer_id FROM reports p WHERE p.id = r.subject_id)").insert("")
		}),
	}
}

func rsvpOf(c change.SaveRSVP) (change.SaveRSVP, bool) {
	c.RSVP.Attended = cmp.Or(c.RSVP.Attended, event.Unknown)
	return c, true
}

func newThanks(c change.SaveThanks) (change.SaveThanks, bool)   { return c, c.Version == 0 }
func knownThanks(c change.SaveThanks) (change.SaveThanks, bool) { return c, c.Version > 0 }

// tokenRow has the hash as PostgreSQL reads bytes.
type tokenRow struct {
	Hash      string
	Kind      string
	SubjectID uuid.UUID
	CreatedAt time.Time
	ExpiresAt time.Time
}

func tokenOf(c change.SaveToken) (tokenRow, bool) {
	return tokenRow{Hash: `\x` + hex.EncodeToString(c.Hash), Kind: c.Kind, SubjectID: c.Subject, CreatedAt: c.At, ExpiresAt: c.Expires}, true
}
