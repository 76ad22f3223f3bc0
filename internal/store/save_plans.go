package store

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
)

const endPlansSQL = `UPDATE planned p SET state = r.state, reason = r.reason, message_id = r.message_id, version = p.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, version int, state text, reason text, message_id uuid)
WHERE p.id = r.id AND p.version = r.version AND p.state = 'planned'`

const movePlansSQL = `UPDATE planned p SET due_at = r.due_at, reason = r.reason, version = p.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, version int, due_at timestamptz, reason text)
WHERE p.id = r.id AND p.version = r.version AND p.state = 'planned'`

const cancelPlansSQL = `UPDATE planned p SET state = 'superseded', reason = r.reason, version = p.version + 1
FROM json_to_recordset($1::json) AS r(subject_kind text, subject_id uuid, rule text, reason text)
WHERE p.subject_kind = r.subject_kind AND p.subject_id = r.subject_id AND (r.rule = '' OR p.rule = r.rule) AND p.state = 'planned'`

// A plan that may move takes up the row that is there unless its text was made; one that comes again takes it up whatever became of it; any
// other second plan of the same is ignored.
const plansSQL = `
INSERT INTO planned (id, phone_id, person_id, subject_kind, subject_id, subject_version, rule, occurrence, due_at, valid_until, state,
  reason, cause_id, data)
SELECT r.id, coalesce(r.phone_id, (SELECT f.id FROM phones f WHERE f.phone = r.phone)), r.person_id, r.subject_kind, r.subject_id,
  r.subject_version, r.rule,
  r.occurrence, r.due_at, r.valid_until, r.state, r.reason, r.cause_id, r.data
FROM json_to_recordset($1::json) AS r(id uuid, phone_id bigint, phone text, person_id uuid, subject_kind text, subject_id uuid,
  subject_version int, rule text,
  occurrence text, due_at timestamptz, valid_until timestamptz, state text, reason text, cause_id uuid, data jsonb, move boolean)
ON CONFLICT (subject_kind, subject_id, person_id, rule, occurrence) DO `

const plansOnceSQL = plansSQL + `NOTHING`

const plansMoveSQL = plansSQL + `UPDATE SET due_at = excluded.due_at, valid_until = excluded.valid_until,
  phone_id = excluded.phone_id, subject_version = excluded.subject_version, reason = excluded.reason, cause_id = excluded.cause_id,
  data = excluded.data, state = excluded.state, message_id = NULL, version = planned.version + 1`

const plansUnmadeSQL = plansMoveSQL + ` WHERE planned.state <> 'made'`

type planSave struct {
	ID             uuid.UUID        `json:"id"`
	Version        int              `json:"version"`
	PhoneID        *int64           `json:"phone_id"`
	Phone          *string          `json:"phone"`
	PersonID       uuid.UUID        `json:"person_id"`
	SubjectKind    string           `json:"subject_kind"`
	SubjectID      uuid.UUID        `json:"subject_id"`
	SubjectVersion int              `json:"subject_version"`
	Rule           string           `json:"rule"`
	Occurrence     string           `json:"occurrence"`
	DueAt          time.Time        `json:"due_at"`
	ValidUntil     *time.Time       `json:"valid_until"`
	State          string           `json:"state"`
	Reason         string           `json:"reason"`
	MessageID      *uuid.UUID       `json:"message_id"`
	CauseID        *uuid.UUID       `json:"cause_id"`
	Data           *json.RawMessage `json:"data"`
}

// savePlans ends what was due before it cancels and plans: a step that goes on must not cancel the row it came from.
func (t *tx) savePlans(ctx context.Context, b *batch) error {
	var ended, moved, cancelled, once, move, again []planSave
	for _, c := range b.ended {
		ended = append(ended, planSave{ID: c.ID, Version: c.Version, State: string(c.State), Reason: c.Reason, MessageID: idOrNil(c.MessageID)})
	}
	for _, c := range b.moved {
		moved = append(moved, planSave{ID: c.ID, Version: c.Version, DueAt: c.DueAt, Reason: c.Reason})
	}
	for _, c := range b.cancelled {
		cancelled = append(cancelled, planSave{SubjectKind: string(c.Subject.Kind), SubjectID: c.Subject.ID, Rule: c.Rule, Reason: c.Reason})
	}
	for _, c := range b.plans {
		r := planSave{
			ID: c.ID, Phone: strOrNil(c.Phone.E164()), PersonID: c.PersonID, SubjectKind: string(c.Subject.Kind), SubjectID: c.Subject.ID,
			SubjectVersion: c.Subject.Version, Rule: c.Rule, Occurrence: c.Occurrence, DueAt: c.DueAt, ValidUntil: timeOrNil(c.ValidUntil),
			Reason:  c.Reason,
			CauseID: idOrNil(c.Cause), Data: rawOrNil(c.Data), State: string(c.State),
		}
		if r.State == "" {
			r.State = string(change.PlanPlanned)
		}
		if c.PhoneID != 0 {
			r.PhoneID = &c.PhoneID
		}
		switch {
		case c.Again:
			again = append(again, r)
		case c.Move:
			move = append(move, r)
		default:
			once = append(once, r)
		}
	}
	if err := guarded(ctx, t, "end plans", endPlansSQL, ended); err != nil {
		return err
	}
	if err := guarded(ctx, t, "move plans", movePlansSQL, moved); err != nil {
		return err
	}
	if _, err := all(ctx, t, "cancel plans", cancelPlansSQL, cancelled); err != nil {
		return err
	}
	if _, err := all(ctx, t, "plans", plansOnceSQL, once); err != nil {
		return err
	}
	if _, err := all(ctx, t, "plans that move", plansUnmadeSQL, move); err != nil {
		return err
	}
	_, err := all(ctx, t, "plans that come again", plansMoveSQL, again)
	return err
}

const attentionSQL = `
INSERT INTO attention (id, kind, subject_kind, subject_id, phone_id, message_id, note, at)
SELECT id, kind, subject_kind, subject_id, phone_id, message_id, note, at
FROM json_to_recordset($1::json) AS r(id uuid, kind text, subject_kind text, subject_id uuid, phone_id bigint, message_id uuid, note text,
  at timestamptz)
ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO NOTHING`

type attentionSave struct {
	ID          uuid.UUID  `json:"id"`
	Kind        string     `json:"kind"`
	SubjectKind string     `json:"subject_kind"`
	SubjectID   uuid.UUID  `json:"subject_id"`
	PhoneID     *int64     `json:"phone_id"`
	MessageID   *uuid.UUID `json:"message_id"`
	Note        string     `json:"note"`
	At          time.Time  `json:"at"`
}

func (t *tx) saveAttention(ctx context.Context, b *batch) error {
	var list []attentionSave
	for _, c := range b.attention {
		r := attentionSave{
			ID: c.ID, Kind: c.Kind, SubjectKind: string(c.Subject.Kind), SubjectID: c.Subject.ID,
			MessageID: idOrNil(c.MessageID), Note: c.Note, At: c.At,
		}
		if c.PhoneID != 0 {
			r.PhoneID = &c.PhoneID
		}
		list = append(list, r)
	}
	if _, err := all(ctx, t, "attention", attentionSQL, list); err != nil {
		return err
	}
	var done []attentionSave
	for _, c := range b.attended {
		r := attentionSave{Kind: c.Kind, SubjectKind: string(c.Subject.Kind), SubjectID: c.Subject.ID, At: c.At}
		if c.PhoneID != 0 {
			r.PhoneID = &c.PhoneID
		}
		done = append(done, r)
	}
	_, err := all(ctx, t, "close attention", closeAttentionSQL, done)
	return err
}

const closeAttentionSQL = `UPDATE attention a SET closed_at = r.at
FROM json_to_recordset($1::json) AS r(kind text, subject_kind text, subject_id uuid, phone_id bigint, at timestamptz)
WHERE a.kind = r.kind AND a.closed_at IS NULL AND CASE WHEN r.phone_id IS NULL THEN a.subject_kind = r.subject_kind
  AND a.subject_id = r.subject_id ELSE a.phone_id = r.phone_id END`

const timelineSQL = `
INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, actor_id, what, message_id, note)
SELECT id, subject_kind, subject_id, at, actor_kind, actor_id, what, message_id, note
FROM json_to_recordset($1::json) AS r(id uuid, subject_kind text, subject_id uuid, at timestamptz, actor_kind text, actor_id uuid,
  what text, message_id uuid, note text)`

type timelineSave struct {
	ID          uuid.UUID  `json:"id"`
	SubjectKind string     `json:"subject_kind"`
	SubjectID   uuid.UUID  `json:"subject_id"`
	At          time.Time  `json:"at"`
	ActorKind   string     `json:"actor_kind"`
	ActorID     *uuid.UUID `json:"actor_id"`
	What        string     `json:"what"`
	MessageID   *uuid.UUID `json:"message_id"`
	Note        string     `json:"note"`
}

func (t *tx) saveTimeline(ctx context.Context, b *batch) error {
	var list []timelineSave
	for _, c := range b.timeline {
		list = append(list, timelineSave{
			c.ID, string(c.Subject.Kind), c.Subject.ID, c.At, c.ActorKind, idOrNil(c.ActorID), string(c.What),
			idOrNil(c.MessageID), c.Note,
		})
	}
	_, err := all(ctx, t, "timeline", timelineSQL, list)
	return err
}
