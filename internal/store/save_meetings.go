package store

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/meeting"
)

const meetingFields = `r(id uuid, organizer_id uuid, contact_id uuid, starts_at timestamptz, met_on text, zone text, minutes int,
  place text,
  contact_chooses boolean, status text, outcome text, private boolean, proposal jsonb, confirmed_at timestamptz, answered_at timestamptz,
  created_at timestamptz, rev int, version int)`

const insertMeetingsSQL = `
INSERT INTO meetings (id, organizer_id, contact_id, starts_at, met_on, zone, minutes, place, contact_chooses, status, outcome, private,
  proposal,
  confirmed_at, answered_at, created_at, rev)
SELECT id, organizer_id, contact_id, starts_at, nullif(met_on, '')::date, zone, minutes, place, contact_chooses, status, outcome, private,
  proposal,
  confirmed_at, answered_at, created_at, rev
FROM json_to_recordset($1::json) AS ` + meetingFields

const updateMeetingsSQL = `
UPDATE meetings m SET contact_id = r.contact_id, starts_at = r.starts_at, met_on = nullif(r.met_on, '')::date, minutes = r.minutes,
  place = r.place, contact_chooses = r.contact_chooses, status = r.status, outcome = r.outcome, private = r.private, proposal = r.proposal,
  confirmed_at = r.confirmed_at, answered_at = r.answered_at, rev = r.rev, version = m.version + 1
FROM json_to_recordset($1::json) AS ` + meetingFields + `
WHERE m.id = r.id AND m.version = r.version`

type meetingSave struct {
	ID             uuid.UUID         `json:"id"`
	OrganizerID    uuid.UUID         `json:"organizer_id"`
	ContactID      *uuid.UUID        `json:"contact_id"`
	StartsAt       *time.Time        `json:"starts_at"`
	MetOn          string            `json:"met_on"`
	Zone           string            `json:"zone"`
	Minutes        int               `json:"minutes"`
	Place          string            `json:"place"`
	ContactChooses bool              `json:"contact_chooses"`
	Status         string            `json:"status"`
	Outcome        string            `json:"outcome"`
	Private        bool              `json:"private"`
	Proposal       *meeting.Proposal `json:"proposal"`
	ConfirmedAt    *time.Time        `json:"confirmed_at"`
	AnsweredAt     *time.Time        `json:"answered_at"`
	CreatedAt      time.Time         `json:"created_at"`
	Rev            int               `json:"rev"`
	Version        int               `json:"version"`
}

func (t *tx) saveMeetings(ctx context.Context, b *batch) error {
	var list []meetingSave
	for _, c := range b.meetings {
		m := c.Meeting
		r := meetingSave{
			ID: m.ID, OrganizerID: m.OrganizerID, ContactID: idOrNil(m.ContactID), StartsAt: timeOrNil(m.StartsAt), MetOn: m.MetOn, Zone: m.Zone,
			Minutes: m.Minutes, Place: m.Place, ContactChooses: m.ContactChooses, Status: string(m.Status), Outcome: m.Outcome, Private: m.Private,
			ConfirmedAt: timeOrNil(m.ConfirmedAt), AnsweredAt: timeOrNil(m.AnsweredAt), CreatedAt: m.CreatedAt, Rev: max(m.Rev, 1),
			Version: m.Version,
		}
		if m.Proposal.Round > 0 {
			p := m.Proposal
			r.Proposal = &p
		}
		list = append(list, r)
	}
	if err := addOrChange(ctx, t, "meetings", list, func(r meetingSave) int { return r.Version },
		addChange{insertMeetingsSQL, updateMeetingsSQL}); err != nil {
		return err
	}
	return t.saveTold(ctx, b)
}

const toldSQL = `UPDATE meetings m SET told_at = r.at, told_n = CASE WHEN r.at IS NULL THEN 0 ELSE m.told_n + 1 END
  FROM json_to_recordset($1::json) AS r(id uuid, at timestamptz) WHERE m.id = r.id`

type toldSave struct {
	ID uuid.UUID  `json:"id"`
	At *time.Time `json:"at"`
}

func (t *tx) saveTold(ctx context.Context, b *batch) error {
	var told []toldSave
	for _, c := range b.told {
		told = append(told, toldSave{c.ID, timeOrNil(c.At)})
	}
	_, err := all(ctx, t, "told", toldSQL, told)
	return err
}

const introducedSQL = `
UPDATE phones f SET stop_line_at = CASE WHEN r.stop THEN r.at ELSE f.stop_line_at END,
  introduced = CASE WHEN r.organizer IS NULL OR r.organizer = ANY(f.introduced) THEN f.introduced ELSE f.introduced || r.organizer END
FROM json_to_recordset($1::json) AS r(phone_id bigint, organizer uuid, stop boolean, at timestamptz) WHERE f.id = r.phone_id`

type introducedSave struct {
	PhoneID   int64      `json:"phone_id"`
	Organizer *uuid.UUID `json:"organizer"`
	Stop      bool       `json:"stop"`
	At        time.Time  `json:"at"`
}

const wrongNumbersSQL = `INSERT INTO wrong_numbers (phone_id, name, at)
SELECT phone_id, name, at FROM json_to_recordset($1::json) AS r(phone_id bigint, name text, at timestamptz)
ON CONFLICT DO NOTHING`

const phoneTakenSQL = `UPDATE people p SET phone_id = NULL, version = p.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, phone_id bigint) WHERE p.id = r.id AND p.phone_id = r.phone_id`

type wrongSave struct {
	ID      uuid.UUID `json:"id"`
	PhoneID int64     `json:"phone_id"`
	Name    string    `json:"name"`
	At      time.Time `json:"at"`
}

const notesSQL = `INSERT INTO notes (id, author_id, meeting_id, person_id, kind, words, at)
SELECT id, author_id, meeting_id, person_id, kind, words, at
FROM json_to_recordset($1::json) AS r(id uuid, author_id uuid, meeting_id uuid, person_id uuid, kind text, words text, at timestamptz)`

type noteSave struct {
	ID        uuid.UUID  `json:"id"`
	AuthorID  uuid.UUID  `json:"author_id"`
	MeetingID *uuid.UUID `json:"meeting_id"`
	PersonID  *uuid.UUID `json:"person_id"`
	Kind      string     `json:"kind"`
	Words     string     `json:"words"`
	At        time.Time  `json:"at"`
}

const tipsSQL = `UPDATE people p SET tips = r.tips FROM json_to_recordset($1::json) AS r(id uuid, tips int) WHERE p.id = r.id`

type tipsSave struct {
	ID   uuid.UUID `json:"id"`
	Tips int       `json:"tips"`
}

const lockedSQL = `UPDATE phones f SET locked = r.locked, version = f.version + 1
FROM json_to_recordset($1::json) AS r(phone_id bigint, locked boolean) WHERE f.id = r.phone_id`

type lockedSave struct {
	PhoneID int64 `json:"phone_id"`
	Locked  bool  `json:"locked"`
}

const stopPlansSQL = `UPDATE planned p SET state = 'dropped', reason = r.reason, version = p.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, reason text) WHERE p.id = r.id AND p.state = 'planned'`

type stopSave struct {
	ID     uuid.UUID `json:"id"`
	Reason string    `json:"reason"`
}

// saveKnown writes what is learned of phones and people beside the talk: introductions, wrong numbers, notes, tips.
func (t *tx) saveKnown(ctx context.Context, b *batch) error {
	var intro []introducedSave
	for _, c := range b.introduced {
		intro = append(intro, introducedSave{c.PhoneID, idOrNil(c.OrganizerID), c.StopLine, c.At})
	}
	var wrong []wrongSave
	for _, c := range b.wrong {
		wrong = append(wrong, wrongSave{c.PersonID, c.PhoneID, c.Name, c.At})
	}
	var notes []noteSave
	for _, c := range b.notes {
		notes = append(notes, noteSave{c.ID, c.AuthorID, idOrNil(c.MeetingID), idOrNil(c.PersonID), c.Kind, c.Words, c.At})
	}
	var tips []tipsSave
	for _, c := range b.tips {
		tips = append(tips, tipsSave{c.PersonID, c.Tips})
	}
	var locked []lockedSave
	for _, c := range b.locked {
		locked = append(locked, lockedSave(c))
	}
	var stopped []stopSave
	for _, c := range b.stopped {
		stopped = append(stopped, stopSave(c))
	}
	for _, save := range []func() (int64, error){
		func() (int64, error) { return all(ctx, t, "locked phones", lockedSQL, locked) },
		func() (int64, error) { return all(ctx, t, "stopped plans", stopPlansSQL, stopped) },
		func() (int64, error) { return all(ctx, t, "introduced", introducedSQL, intro) },
		func() (int64, error) { return all(ctx, t, "wrong numbers", wrongNumbersSQL, wrong) },
		func() (int64, error) { return all(ctx, t, "phones taken from people", phoneTakenSQL, wrong) },
		func() (int64, error) { return all(ctx, t, "notes", notesSQL, notes) },
		func() (int64, error) { return all(ctx, t, "tips", tipsSQL, tips) },
	} {
		if _, err := save(); err != nil {
			return err
		}
	}
	return nil
}

func proposalOf(raw []byte) meeting.Proposal {
	var p meeting.Proposal
	if len(raw) > 0 && json.Unmarshal(raw, &p) != nil {
		return meeting.Proposal{}
	}
	return p
}
