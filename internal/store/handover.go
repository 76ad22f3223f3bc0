package store

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
)

// Of every statement of handSteps: $1 who gives, $2 who takes, $3 now, $4 the contacts that go (null: all; the zero id stands for what has
// none), $5 the rows that go (null: all), $6 whether what is past goes too.
const (
	// Both phones are locked as every step locks them: by id.
	lockTwoSQL = `SELECT f.id FROM phones f WHERE f.id IN (SELECT phone_id FROM people WHERE id IN ($1, $2)) ORDER BY f.id FOR UPDATE`

	mayTakeSQL = `SELECT coalesce(phone_id, 0) FROM people WHERE id = $1 AND 'organizer' = ANY(roles) AND erased_at IS NULL`

	noContact = `'00000000-0000-0000-0000-000000000000'`

	handContactsSQL = `UPDATE people t SET organizer_id = $2, version = version + 1
WHERE organizer_id = $1 AND id <> $2 AND erased_at IS NULL`

	// Who had it before is whom the contact knows: an organizer who had it in between and never wrote to them, or after it was held, is not
	// named. What began stays with who sat there, unless it is said otherwise.
	handMeetingsSQL = `UPDATE meetings t SET organizer_id = $2, version = version + 1, handed_at = $3,
  handed_from = nullif(CASE WHEN t.handed_from IS NOT NULL AND (t.starts_at <= t.handed_at OR t.starts_at > $3
    AND NOT EXISTS (SELECT 1 FROM people c JOIN phones f ON f.id = c.phone_id
    WHERE c.id = t.contact_id AND $1 = ANY(f.introduced))) THEN t.handed_from ELSE $1 END, $2)
WHERE t.organizer_id = $1 AND t.status IN ('planned', 'proposed', 'confirmed', 'held') AND t.contact_id IS DISTINCT FROM $2
  AND ($6 OR t.status <> 'held' AND coalesce(t.starts_at > $3, true))
  AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.meeting_id = t.id AND r.status = 'filed')
  AND NOT EXISTS (SELECT 1 FROM meetings o WHERE o.organizer_id = $2 AND o.contact_id = t.contact_id AND o.starts_at = t.starts_at
  AND o.status IN ('planned', 'proposed', 'confirmed'))`

	// A draft of a one-on-one that was never planned is of what is past.
	handReportsSQL = `UPDATE reports t SET organizer_id = $2, version = version + 1 WHERE organizer_id = $1 AND status = 'draft'
  AND (meeting_id IS NULL AND $6 OR meeting_id IN (SELECT id FROM meetings WHERE organizer_id = $2))`

	handPromisesSQL = `UPDATE promises t SET owner_id = $2, version = version + 1 WHERE owner_id = $1 AND closed_at IS NULL
 `

	handCommitmentsSQL = `UPDATE promises t SET to_id = $2, version = version + 1
WHERE to_id = $1 AND kind = 'commitment' AND closed_at IS NULL`

	handThanksSQL = `UPDATE thanks t SET organizer_id = $2, version = version + 1
WHERE organizer_id = $1 AND state IN ('waiting', 'draft', 'held') AND meeting_id IN (SELECT id FROM meetings WHERE organizer_id = $2)
 `

	handGuestsSQL = `UPDATE rsvps t SET organizer_id = $2 WHERE organizer_id = $1 AND attended = 'unknown'
  AND event_id IN (SELECT id FROM events WHERE starts_at > $3)`

	// What was to be asked of the one is asked of the other. A wait of the one who leaves that the other has already is not needed twice.
	handPlansSQL = `UPDATE planned n SET person_id = $2, phone_id = $3, version = version + 1
WHERE n.person_id = $1 AND n.state = 'planned' AND n.phone_id = $4
  AND (n.subject_kind = 'meeting' AND n.subject_id IN (SELECT id FROM meetings WHERE organizer_id = $2) OR n.subject_kind = 'report'
  AND n.subject_id IN (SELECT id FROM reports WHERE organizer_id = $2)
    OR n.subject_kind = 'promise' AND n.subject_id IN (SELECT id FROM promises WHERE owner_id = $2))
  AND NOT EXISTS (SELECT 1 FROM planned o WHERE o.subject_kind = n.subject_kind AND o.subject_id = n.subject_id AND o.person_id = $2
  AND o.rule = n.rule AND o.occurrence = n.occurrence)`

	handRestSQL = `UPDATE planned n SET state = 'superseded', reason = {why.handed_over}, version = version + 1
WHERE n.person_id = $1 AND n.state = 'planned' AND (n.subject_id IN (SELECT id FROM meetings WHERE organizer_id = $2)
  OR n.subject_id IN (SELECT id FROM reports WHERE organizer_id = $2)) RETURNING n.id::text`

	handAsksSQL = `UPDATE asks SET closed_at = $3, why = {why.handed_over} WHERE phone_id = $1 AND closed_at IS NULL
  AND subject_id IN (SELECT id FROM meetings WHERE organizer_id = $2 UNION ALL SELECT id FROM reports WHERE organizer_id = $2
  UNION ALL SELECT id FROM promises WHERE owner_id = $2)`

	// A question about what went is closed, and so are the letters of a list; one about what stays goes on.
	handTalkSQL = `UPDATE conversations SET list = NULL, version = version + 1, kind = CASE WHEN gone THEN '' ELSE kind END,
  subject_id = CASE WHEN gone THEN NULL ELSE subject_id END, question = CASE WHEN gone THEN '' ELSE question END,
  data = CASE WHEN gone THEN NULL ELSE data END
FROM (SELECT phone_id AS of, subject_id IS NULL OR subject_id IN (SELECT id FROM meetings WHERE organizer_id = $2
  UNION ALL SELECT id FROM reports WHERE organizer_id = $2 UNION ALL SELECT id FROM promises WHERE owner_id = $2) AS gone
  FROM conversations) g WHERE phone_id = $1 AND g.of = phone_id`

	keepHandSQL = `INSERT INTO handovers (id, from_id, to_id, moved, at, by_person) VALUES ($1, $2, $3, $4, $5, $6)`
)

// handStep is one table's part of a hand-over.
type handStep struct {
	name, sql, contact, id string
	n                      func(*app.Handed) *int64
}

func handSteps() []handStep {
	meetingsContact := `(SELECT m.contact_id FROM meetings m WHERE m.id = t.meeting_id)`
	return []handStep{
		{"people", handContactsSQL, "t.id", "t.id", func(h *app.Handed) *int64 { return &h.Contacts }},
		{"meetings", handMeetingsSQL, "t.contact_id", "t.id", func(h *app.Handed) *int64 { return &h.Meetings }},
		{"reports", handReportsSQL, "coalesce(t.contact_id, " + meetingsContact + ")", "t.id", func(h *app.Handed) *int64 { return &h.Reports }},
		{"promises", handPromisesSQL, "t.to_id", "t.id", func(h *app.Handed) *int64 { return &h.Promises }},
		{"commitments", handCommitmentsSQL, "t.owner_id", "t.id", func(h *app.Handed) *int64 { return &h.Promises }},
		{"thanks", handThanksSQL, "t.contact_id", "t.meeting_id", nil},
		{"rsvps", handGuestsSQL, "t.person_id", "t.event_id::text || t.person_id::text", nil},
	}
}

// whole is the statement with its choice of contacts and rows; it returns the ids of the rows that went.
func (s handStep) whole() string {
	return s.sql + ` AND $3::timestamptz IS NOT NULL AND $6::boolean IS NOT NULL
  AND ($4::uuid[] IS NULL OR coalesce(` + s.contact + `, ` + noContact + `) = ANY($4))
  AND ($5::text[] IS NULL OR (` + s.id + `)::text = ANY($5)) RETURNING (` + s.id + `)::text`
}

// hands is the two phones of a hand-over, locked.
type hands struct{ from, to int64 }

func (t *tx) lockHands(ctx context.Context, from, to uuid.UUID) (hands, error) {
	var locked, gives, takes []int64
	if err := t.sel(ctx, &locked, lockTwoSQL, from, to); err != nil {
		return hands{}, err
	}
	if err := t.sel(ctx, &takes, mayTakeSQL, to); err != nil {
		return hands{}, err
	}
	if err := t.sel(ctx, &gives, `SELECT coalesce(phone_id, 0) FROM people WHERE id = $1 AND erased_at IS NULL`, from); err != nil {
		return hands{}, err
	}
	switch {
	case len(gives) == 0:
		return hands{}, app.ErrNotFound
	case len(takes) == 0 || takes[0] == 0:
		return hands{}, app.ErrHanding
	}
	return hands{from: gives[0], to: takes[0]}, nil
}

// HandOver implements app.Office.
func (s *DB) HandOver(ctx context.Context, h app.Handing) (app.Handed, error) {
	var out app.Handed
	err := s.inTx(ctx, func(t *tx) error {
		out = app.Handed{}
		phones, err := t.lockHands(ctx, h.From, h.To)
		if err != nil {
			return err
		}
		var only any
		if h.Only != nil {
			only = pq.Array(h.Only)
		}
		moved := map[string][]string{}
		for _, st := range handSteps() {
			ids := []string{}
			if err := t.sel(ctx, &ids, st.whole(), h.From, h.To, h.At, only, nil, h.Past); err != nil {
				return err
			}
			moved[st.name] = ids
			if st.n != nil {
				*st.n(&out) += int64(len(ids))
			}
		}
		if out == (app.Handed{}) && len(moved["rsvps"]) == 0 {
			return nil
		}
		if moved["waits"], err = t.handWaits(ctx, h.From, h.To, phones, h.At); err != nil {
			return err
		}
		list, err := json.Marshal(moved)
		if err != nil {
			return err
		}
		if _, err := t.exec(ctx, keepHandSQL, h.Line, h.From, h.To, string(list), h.At, h.By); err != nil {
			return classify(err)
		}
		if _, err := t.exec(ctx, staffLineSQL, h.Line, h.From, h.At, h.By, string(change.WorkHandedOver)); err != nil {
			return err
		}
		return t.Save(ctx, []change.Set{{Changes: h.Told(phones.from, phones.to, out)}})
	})
	return out, err
}

// handWaits moves what is planned about what went, and closes what was asked about it; it returns the waits that ended.
func (t *tx) handWaits(ctx context.Context, from, to uuid.UUID, p hands, at time.Time) ([]string, error) {
	if _, err := t.exec(ctx, handPlansSQL, from, to, p.to, p.from); err != nil {
		return nil, err
	}
	ended := []string{}
	if err := t.sel(ctx, &ended, handRestSQL, from, to); err != nil {
		return nil, err
	}
	if _, err := t.exec(ctx, handAsksSQL, p.from, to, at); err != nil {
		return nil, err
	}
	_, err := t.exec(ctx, handTalkSQL, p.from, to)
	return ended, err
}

const (
	handBackSQL = `UPDATE handovers SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL AND at > $3
RETURNING from_id, to_id, moved::text AS moved`
	reviveSQL = `UPDATE planned SET state = 'planned', reason = '', version = version + 1 WHERE id::text = ANY($1) AND state = 'superseded'`
	untoldSQL = `UPDATE planned SET state = 'dropped', reason = {why.taken_back}, version = version + 1
WHERE cause_id = $1 AND rule = 'duty' AND state = 'planned' RETURNING person_id`
)

// HandBack implements app.Office.
func (s *DB) HandBack(ctx context.Context, h app.HandingBack) (app.Handed, error) {
	var out app.Handed
	err := s.inTx(ctx, func(t *tx) error {
		out = app.Handed{}
		var got []struct {
			From  uuid.UUID `db:"from_id"`
			To    uuid.UUID `db:"to_id"`
			Moved string    `db:"moved"`
		}
		if err := t.sel(ctx, &got, handBackSQL, h.ID, h.At, h.At.Add(-app.HandUndo)); err != nil {
			return err
		}
		if len(got) == 0 {
			return app.ErrNoHandBack
		}
		moved := map[string][]string{}
		if err := json.Unmarshal([]byte(got[0].Moved), &moved); err != nil {
			return errors.Join(app.ErrNoHandBack, err)
		}
		from, to := got[0].To, got[0].From // the other way round
		phones, err := t.lockHands(ctx, from, to)
		if err != nil {
			return err
		}
		for _, st := range handSteps() {
			ids := []string{}
			if err := t.sel(ctx, &ids, st.whole(), from, to, h.At, nil, pq.Array(moved[st.name]), true); err != nil {
				return err
			}
			if st.n != nil {
				*st.n(&out) += int64(len(ids))
			}
		}
		if _, err := t.exec(ctx, reviveSQL, pq.Array(moved["waits"])); err != nil {
			return err
		}
		if _, err := t.handWaits(ctx, from, to, phones, h.At); err != nil {
			return err
		}
		untold := []uuid.UUID{}
		if err := t.sel(ctx, &untold, untoldSQL, h.ID); err != nil {
			return err
		}
		if _, err := t.exec(ctx, staffLineSQL, h.Line, to, h.At, h.By, string(change.HandTakenBack)); err != nil {
			return err
		}
		return t.Save(ctx, []change.Set{{Changes: h.Told(to, from, phones.to, phones.from, untold)}})
	})
	return out, err
}

// Handovers implements app.Office.
func (s *DB) Handovers(ctx context.Context, from uuid.UUID, now time.Time) ([]app.Handover, error) {
	var got []struct {
		ID uuid.UUID `db:"id"`
		To string    `db:"to_name"`
		By string    `db:"by_name"`
		At time.Time `db:"at"`
	}
	q := `SELECT h.id, coalesce(o.name, '') AS to_name, coalesce(p.name, '') AS by_name, h.at FROM handovers h
LEFT JOIN people o ON o.id = h.to_id LEFT JOIN people p ON p.id = h.by_person
WHERE h.from_id = $1 AND h.undone_at IS NULL AND h.at > $2 ORDER BY h.at DESC LIMIT 20`
	if err := s.sel(ctx, &got, q, from, now.Add(-app.HandUndo)); err != nil {
		return nil, err
	}
	out := make([]app.Handover, len(got))
	for i, r := range got {
		out[i] = app.Handover{ID: r.ID, To: r.To, By: r.By, At: r.At}
	}
	return out, nil
}
