package store

import (
	"cmp"
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
)

const insertReportsSQL = `
INSERT INTO reports (id, meeting_id, organizer_id, contact_id, status, question, form_version, started_at, changed_at, filed_at,
  needs_review, debrief_with, debrief_on, debrief_id)
SELECT id, meeting_id, organizer_id, contact_id, status, question, form_version, at, at, filed_at, needs_review, debrief_with,
  nullif(debrief_on, '')::date, debrief_id
FROM json_to_recordset($1::json) AS r(id uuid, meeting_id uuid, organizer_id uuid, contact_id uuid, status text, question text,
  form_version int,
  filed_at timestamptz, needs_review boolean, debrief_with uuid, debrief_on text, debrief_id uuid, at timestamptz)`

// What is filed never becomes a draft again; it changes only as a filed report that staff correct.
const updateReportsSQL = `
UPDATE reports p SET meeting_id = r.meeting_id, contact_id = r.contact_id, status = r.status, question = r.question, changed_at = r.at,
  filed_at = r.filed_at,
  needs_review = r.needs_review, debrief_with = r.debrief_with, debrief_on = nullif(r.debrief_on, '')::date, debrief_id = r.debrief_id,
  version = p.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, meeting_id uuid, contact_id uuid, status text, question text, filed_at timestamptz,
  needs_review boolean,
  debrief_with uuid, debrief_on text, debrief_id uuid, at timestamptz, version int)
WHERE p.id = r.id AND p.version = r.version AND (p.status = 'draft' OR r.status = p.status)`

type reportSave struct {
	ID          uuid.UUID  `json:"id"`
	MeetingID   *uuid.UUID `json:"meeting_id"`
	OrganizerID uuid.UUID  `json:"organizer_id"`
	ContactID   *uuid.UUID `json:"contact_id"`
	Status      string     `json:"status"`
	Question    string     `json:"question"`
	FormVersion int        `json:"form_version"`
	FiledAt     *time.Time `json:"filed_at"`
	NeedsReview bool       `json:"needs_review"`
	DebriefWith *uuid.UUID `json:"debrief_with"`
	DebriefOn   string     `json:"debrief_on"`
	DebriefID   *uuid.UUID `json:"debrief_id"`
	Version     int        `json:"version"`
	At          time.Time  `json:"at"`
}

func (t *tx) saveReports(ctx context.Context, b *batch) error {
	var list []reportSave
	for _, c := range b.reports {
		r := reportSave{
			c.ID, idOrNil(c.MeetingID), c.OrganizerID, idOrNil(c.ContactID), c.Status, c.Question, c.FormVersion, timeOrNil(c.FiledAt),
			c.NeedsReview,
			idOrNil(c.DebriefWith), c.DebriefOn, idOrNil(c.DebriefID), c.Version, c.At,
		}
		list = append(list, r)
	}
	return addOrChange(ctx, t, "reports", list, func(r reportSave) int { return r.Version }, addChange{insertReportsSQL, updateReportsSQL})
}

const clearAnswersSQL = `DELETE FROM answers WHERE report_id IN (SELECT id FROM json_to_recordset($1::json) AS r(id uuid))`

const answersSaveSQL = `
INSERT INTO answers (report_id, field, state, words, value, sources, needs_review, at)
SELECT report_id, field, state, words, value, ARRAY(SELECT json_array_elements_text(sources)::uuid), needs_review, at
FROM json_to_recordset($1::json) AS r(report_id uuid, field text, state text, words text, value text, sources json, needs_review boolean,
  at timestamptz)
ON CONFLICT (report_id, field) DO UPDATE SET state = excluded.state, words = excluded.words, value = excluded.value,
  sources = excluded.sources,
  needs_review = excluded.needs_review, at = excluded.at`

type idSave struct {
	ID uuid.UUID `json:"id"`
}

type answerSave struct {
	ReportID    uuid.UUID   `json:"report_id"`
	Field       string      `json:"field"`
	State       string      `json:"state"`
	Words       string      `json:"words"`
	Value       string      `json:"value"`
	Sources     []uuid.UUID `json:"sources"`
	NeedsReview bool        `json:"needs_review"`
	At          time.Time   `json:"at"`
}

func (t *tx) saveAnswers(ctx context.Context, b *batch) error {
	var cleared []idSave
	for _, c := range b.clearedOf {
		cleared = append(cleared, idSave{c.ReportID})
	}
	if _, err := all(ctx, t, "clear answers", clearAnswersSQL, cleared); err != nil {
		return err
	}
	var list []answerSave
	for _, c := range b.answers {
		sources := c.Sources
		if sources == nil {
			sources = []uuid.UUID{}
		}
		list = append(list, answerSave{c.ReportID, c.Field, c.State, c.Words, c.Value, sources, c.NeedsReview, c.At})
	}
	_, err := all(ctx, t, "answers", answersSaveSQL, list)
	return err
}

const promisesSQL = `
INSERT INTO promises (id, report_id, owner_id, to_id, kind, what, due_on, event_id, created_at)
SELECT id, report_id, owner_id, to_id, kind, what, nullif(due_on, '')::date, event_id, at
FROM json_to_recordset($1::json) AS r(id uuid, report_id uuid, owner_id uuid, to_id uuid, kind text, what text, due_on text, event_id uuid,
  at timestamptz)`

// What really closes leaves a line of history under the promise's own id, whoever closed it: the organizer, staff, or who came to an event.
const closePromisesSQL = `
WITH closed AS (UPDATE promises p SET closed_at = r.at, outcome = r.outcome, how = r.how, version = p.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, line uuid, fact text, outcome text, how text, at timestamptz)
  WHERE p.id = r.id AND p.closed_at IS NULL RETURNING p.id, r.line, r.fact, r.at)
INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, what) SELECT line, 'promise', id, at, 'system', fact FROM closed`

// Attendance may be corrected: what it closed it may close otherwise, or open again. What it closes leaves the same line.
const judgePromisesSQL = `
WITH judged AS (UPDATE promises p SET closed_at = CASE WHEN r.outcome <> '' THEN r.at END, outcome = r.outcome, how = '',
  version = p.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, line uuid, fact text, outcome text, judged text[], at timestamptz)
  JOIN promises was ON was.id = r.id
WHERE p.id = r.id AND (p.closed_at IS NULL OR p.outcome = ANY(r.judged)) AND p.outcome <> r.outcome
RETURNING p.id, r.line, r.fact, r.at, was.closed_at IS NULL AND r.outcome <> '' AS closes)
INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, what) SELECT line, 'promise', id, at, 'system', fact FROM judged
  WHERE closes`

const changePromisesSQL = `
UPDATE promises p SET what = coalesce(nullif(r.what, ''), p.what), due_on = nullif(r.due_on, '')::date, version = p.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, what text, due_on text) WHERE p.id = r.id AND p.closed_at IS NULL`

type promiseSave struct {
	ID       uuid.UUID  `json:"id"`
	Line     uuid.UUID  `json:"line"`
	Fact     string     `json:"fact"`
	Judged   []string   `json:"judged"`
	ReportID uuid.UUID  `json:"report_id"`
	OwnerID  *uuid.UUID `json:"owner_id"`
	ToID     *uuid.UUID `json:"to_id"`
	Kind     string     `json:"kind"`
	What     string     `json:"what"`
	DueOn    string     `json:"due_on"`
	EventID  *uuid.UUID `json:"event_id"`
	Outcome  string     `json:"outcome"`
	How      string     `json:"how"`
	At       time.Time  `json:"at"`
}

func (t *tx) savePromises(ctx context.Context, b *batch) error {
	var list []promiseSave
	for _, c := range b.promises {
		list = append(list, promiseSave{
			ID: c.ID, ReportID: c.ReportID, OwnerID: idOrNil(c.OwnerID), ToID: idOrNil(c.ToID), Kind: c.Kind, What: c.What, DueOn: c.DueOn,
			EventID: idOrNil(c.EventID), At: c.At,
		})
	}
	if _, err := all(ctx, t, "promises", promisesSQL, list); err != nil {
		return err
	}
	var closing, judged, moving []promiseSave
	byAttendance := []string{string(change.Kept), string(change.Broken)}
	for _, c := range b.judged {
		judged = append(judged, promiseSave{
			ID: c.ID, Line: uuid.Must(uuid.NewV7()), Fact: string(change.PromiseClosed), Outcome: string(c.As),
			Judged: byAttendance, At: c.At,
		})
	}
	for _, c := range b.closing {
		closing = append(closing, promiseSave{
			ID: c.ID, Line: uuid.Must(uuid.NewV7()), Fact: string(change.PromiseClosed),
			Outcome: string(cmp.Or(c.As, change.Done)), How: c.How, At: c.At,
		})
	}
	for _, c := range b.moving {
		moving = append(moving, promiseSave{ID: c.ID, What: c.What, DueOn: c.DueOn})
	}
	if _, err := all(ctx, t, "close promises", closePromisesSQL, closing); err != nil {
		return err
	}
	if _, err := all(ctx, t, "judge promises", judgePromisesSQL, judged); err != nil {
		return err
	}
	_, err := all(ctx, t, "change promises", changePromisesSQL, moving)
	return err
}
