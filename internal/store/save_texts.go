package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/sms"
)

const receivedSQL = `
INSERT INTO messages (id, phone_id, person_id, dir, at, kind, body, segments, encoding, state, reason, subject_kind, subject_id,
  subject_version, sender, sid, status)
SELECT id, phone_id, person_id, 1, at, kind, body, segments, '', 0, outcome, subject_kind, subject_id, subject_version, sender, sid, 10
FROM json_to_recordset($1::json) AS r(id uuid, phone_id bigint, person_id uuid, at timestamptz, kind text, body text, segments int,
  outcome text,
  subject_kind text, subject_id uuid, subject_version int, sender text, sid text)`

// A MessageSid that is there already ends the set: inbound_pkey is what ErrDuplicate is made of.
const inboundSQL = `
INSERT INTO inbound (sid, message_id, received_at, sender_raw, media, outcome, form)
SELECT sid, id, at, sender, media, outcome, form
FROM json_to_recordset($1::json) AS r(sid text, id uuid, at timestamptz, sender text, media int, outcome text, form jsonb)`

type receivedSave struct {
	ID             uuid.UUID           `json:"id"`
	PhoneID        *int64              `json:"phone_id"`
	PersonID       *uuid.UUID          `json:"person_id"`
	At             time.Time           `json:"at"`
	Kind           string              `json:"kind"`
	Body           string              `json:"body"`
	Segments       int                 `json:"segments"`
	Media          int                 `json:"media"`
	Outcome        string              `json:"outcome"`
	SubjectKind    string              `json:"subject_kind"`
	SubjectID      *uuid.UUID          `json:"subject_id"`
	SubjectVersion int                 `json:"subject_version"`
	Sender         string              `json:"sender"`
	SID            string              `json:"sid"`
	Form           map[string][]string `json:"form"`
}

// The inbound row goes first: a repeat is known by its key before anything else is written.
func (t *tx) saveReceived(ctx context.Context, b *batch) error {
	var list []receivedSave
	for _, c := range b.received {
		list = append(list, receivedOf(c))
	}
	if _, err := all(ctx, t, "inbound", inboundSQL, list); err != nil {
		return err
	}
	_, err := all(ctx, t, "messages in", receivedSQL, list)
	return err
}

func receivedOf(c change.Received) receivedSave {
	var phone *int64
	if c.PhoneID != 0 {
		phone = &c.PhoneID
	}
	return receivedSave{
		ID: c.MessageID, PhoneID: phone, PersonID: idOrNil(c.PersonID), At: c.At, Kind: c.Kind, Body: c.Body.Text(), Segments: max(c.Segments, 1),
		Media: c.Media, Outcome: c.Outcome, SubjectKind: string(c.Subject.Kind), SubjectID: idOrNil(c.Subject.ID),
		SubjectVersion: c.Subject.Version,
		Sender:         bare(c.SenderRaw), SID: c.SID, Form: bareForm(c.Form),
	}
}

// bare replaces what PostgreSQL cannot store: NUL and invalid UTF-8. The raw form keeps a mark where they were.
func bare(s string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", "\u2400"), "\uFFFD")
}

func bareForm(form map[string][]string) map[string][]string {
	out := make(map[string][]string, len(form))
	for k, vs := range form {
		for _, v := range vs {
			out[bare(k)] = append(out[bare(k)], bare(v))
		}
	}
	return out
}

const textsSQL = `
INSERT INTO messages (id, phone_id, person_id, dir, at, kind, body, lang, segments, encoding, prio, state, reason, unasked, exempt,
  any_hour, valid_until, cause_id,
  subject_kind, subject_id, subject_version, status)
SELECT id, phone_id, person_id, 2, at, kind, body, lang, segments, encoding, prio, 1, reason, unasked, exempt, any_hour, valid_until,
  cause_id,
  subject_kind, subject_id, subject_version, 2
FROM json_to_recordset($1::json) AS r(id uuid, phone_id bigint, person_id uuid, at timestamptz, kind text, body text, lang text,
  segments int,
  encoding text, prio smallint, reason text, unasked boolean, exempt boolean, any_hour boolean, valid_until timestamptz, cause_id uuid,
  subject_kind text, subject_id uuid,
  subject_version int)`

type textSave struct {
	ID             uuid.UUID  `json:"id"`
	PhoneID        int64      `json:"phone_id"`
	PersonID       *uuid.UUID `json:"person_id"`
	At             time.Time  `json:"at"`
	Kind           string     `json:"kind"`
	Body           string     `json:"body"`
	Lang           string     `json:"lang"`
	Segments       int        `json:"segments"`
	Encoding       string     `json:"encoding"`
	Prio           int16      `json:"prio"`
	Reason         string     `json:"reason"`
	Unasked        bool       `json:"unasked"`
	Exempt         bool       `json:"exempt"`
	AnyHour        bool       `json:"any_hour"`
	ValidUntil     *time.Time `json:"valid_until"`
	CauseID        *uuid.UUID `json:"cause_id"`
	SubjectKind    string     `json:"subject_kind"`
	SubjectID      *uuid.UUID `json:"subject_id"`
	SubjectVersion int        `json:"subject_version"`
}

func (t *tx) saveTexts(ctx context.Context, b *batch) error {
	var list []textSave
	for _, c := range b.texts {
		enc, _, n := sms.Segments(c.Body.Text())
		list = append(list, textSave{
			ID: c.ID, PhoneID: c.PhoneID, PersonID: idOrNil(c.PersonID), At: c.At, Kind: c.Kind, Body: c.Body.Text(), Lang: string(c.Lang),
			Segments: n, Encoding: string(enc), Prio: int16(c.Prio), Reason: c.Reason, Unasked: c.Unasked, Exempt: c.Exempt, AnyHour: c.AnyHour,
			ValidUntil: worth(c),
			CauseID:    idOrNil(c.Cause), SubjectKind: string(c.Subject.Kind), SubjectID: idOrNil(c.Subject.ID), SubjectVersion: c.Subject.Version,
		})
	}
	_, err := all(ctx, t, "messages out", textsSQL, list)
	return err
}

// A text that says nothing of how long it makes sense is worth some hours: after that whoever asked has found another way, and what nobody
// asked for belongs to another day. Nothing is kept back for longer, here or at the provider.
const (
	replyWorth   = 6 * time.Hour
	unaskedWorth = 24 * time.Hour
)

func worth(c change.Text) *time.Time {
	until := c.ValidUntil
	switch {
	case !until.IsZero():
	case c.Unasked:
		until = c.At.Add(unaskedWorth)
	default:
		until = c.At.Add(replyWorth)
	}
	return &until
}

const withholdSQL = `UPDATE messages m SET state = 6, reason = r.reason, status = 9
FROM json_to_recordset($1::json) AS r(phone_id bigint, reason text) WHERE m.phone_id = r.phone_id AND m.state = 1 AND NOT m.exempt`

type withholdSave struct {
	PhoneID int64  `json:"phone_id"`
	Reason  string `json:"reason"`
}

func (t *tx) saveWithheld(ctx context.Context, b *batch) error {
	var list []withholdSave
	for _, c := range b.withheld {
		list = append(list, withholdSave{c.PhoneID, c.Reason})
	}
	_, err := all(ctx, t, "withhold", withholdSQL, list)
	return err
}

const conversationsSaveSQL = `
INSERT INTO conversations (phone_id, kind, subject_id, person_id, question, asked_at, last_in_at, tries, data, list, relay, slip)
SELECT phone_id, kind, subject_id, person_id, question, asked_at, last_in_at, tries, data, list, relay, slip
FROM json_to_recordset($1::json) AS r(phone_id bigint, kind text, subject_id uuid, person_id uuid, question text, asked_at timestamptz,
  last_in_at timestamptz,
  tries int, data jsonb, list jsonb, relay jsonb, slip jsonb)
ON CONFLICT (phone_id) DO UPDATE SET kind = excluded.kind, subject_id = excluded.subject_id, person_id = excluded.person_id,
  question = excluded.question,
  asked_at = excluded.asked_at, last_in_at = excluded.last_in_at, tries = excluded.tries, data = excluded.data, list = excluded.list,
  relay = excluded.relay, slip = excluded.slip,
  version = conversations.version + 1`

// maxConversation bounds what a conversation remembers beside its subject.
const maxConversation = 4 << 10

type conversationSave struct {
	PhoneID   int64            `json:"phone_id"`
	Kind      string           `json:"kind"`
	SubjectID *uuid.UUID       `json:"subject_id"`
	PersonID  *uuid.UUID       `json:"person_id"`
	Question  string           `json:"question"`
	AskedAt   *time.Time       `json:"asked_at"`
	LastInAt  *time.Time       `json:"last_in_at"`
	Tries     int              `json:"tries"`
	Data      *json.RawMessage `json:"data"`
	List      *json.RawMessage `json:"list"`
	Relay     *json.RawMessage `json:"relay"`
	Slip      *json.RawMessage `json:"slip"`
}

func (t *tx) saveConversations(ctx context.Context, b *batch) error {
	var list []conversationSave
	for _, c := range b.converse {
		if len(c.Data) > maxConversation || len(c.List) > maxConversation || len(c.Relay) > maxConversation || len(c.Slip) > maxConversation {
			return fmt.Errorf("conversation of %s: more than %d bytes: %w", c.Kind, maxConversation, app.ErrRefused)
		}
		list = append(list, conversationSave{
			c.PhoneID, c.Kind, idOrNil(c.SubjectID), idOrNil(c.PersonID), c.Question, timeOrNil(c.AskedAt), timeOrNil(c.LastInAt),
			c.Tries, rawOrNil(c.Data), rawOrNil(c.List), rawOrNil(c.Relay), rawOrNil(c.Slip),
		})
	}
	_, err := all(ctx, t, "conversations", conversationsSaveSQL, list)
	return err
}

const openAskSQL = `INSERT INTO asks (id, phone_id, kind, subject_id, rank, cause_id, at)
SELECT id, phone_id, kind, subject_id, rank, cause_id, at
FROM json_to_recordset($1::json) AS r(id uuid, phone_id bigint, kind text, subject_id uuid, rank int, cause_id uuid, at timestamptz)
ON CONFLICT (phone_id, kind, subject_id) WHERE closed_at IS NULL DO NOTHING`

const closeAskSQL = `UPDATE asks a SET closed_at = r.at, why = r.why
FROM json_to_recordset($1::json) AS r(phone_id bigint, kind text, subject_id uuid, why text, at timestamptz)
WHERE a.phone_id = r.phone_id AND a.kind = r.kind AND a.subject_id = r.subject_id AND a.closed_at IS NULL`

type askSave struct {
	ID        uuid.UUID  `json:"id"`
	PhoneID   int64      `json:"phone_id"`
	Kind      string     `json:"kind"`
	SubjectID uuid.UUID  `json:"subject_id"`
	Rank      int        `json:"rank"`
	CauseID   *uuid.UUID `json:"cause_id"`
	Why       string     `json:"why"`
	At        time.Time  `json:"at"`
}

func (t *tx) saveAsks(ctx context.Context, b *batch) error {
	var closed, open []askSave
	for _, c := range b.closed {
		closed = append(closed, askSave{PhoneID: c.PhoneID, Kind: c.Kind, SubjectID: c.SubjectID, Why: c.Why, At: c.At})
	}
	for _, c := range b.asks {
		open = append(open, askSave{
			ID: c.ID, PhoneID: c.PhoneID, Kind: c.Kind, SubjectID: c.SubjectID, Rank: c.Rank, CauseID: idOrNil(c.Cause),
			At: c.At,
		})
	}
	if _, err := all(ctx, t, "close asks", closeAskSQL, closed); err != nil {
		return err
	}
	_, err := all(ctx, t, "asks", openAskSQL, open)
	return err
}
