package store

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
)

const (
	// Its phone is locked as every step locks it: only then is it known that no step is at it.
	lockOwnerSQL = `SELECT id FROM phones WHERE id IN (SELECT phone_id FROM people WHERE id IN (SELECT owner_id FROM promises WHERE id = $1
  UNION SELECT organizer_id FROM debriefs WHERE id = $1)) FOR UPDATE`

	closedPromiseSQL = `SELECT report_id AS subject, closed_at FROM promises WHERE id = $1 AND closed_at > $2`
	reopenPromiseSQL = `UPDATE promises SET closed_at = NULL, outcome = '', how = '', version = version + 1 WHERE id = $1`

	// What was planned about it and would still come, and the row on Today that ended with it.
	replanPromiseSQL = `UPDATE planned SET state = 'planned', reason = '', version = version + 1
WHERE subject_kind = 'promise' AND subject_id = $1 AND state = 'superseded' AND due_at > $2`
	reneedPromiseSQL = `UPDATE attention a SET closed_at = NULL, closed_by = NULL WHERE subject_kind = 'promise' AND subject_id = $1
  AND closed_at = $2 AND NOT EXISTS (SELECT FROM attention o WHERE o.kind = a.kind AND o.subject_kind = a.subject_kind
  AND o.subject_id = a.subject_id AND o.closed_at IS NULL)`

	closedDebriefSQL  = `SELECT organizer_id AS subject, closed_at FROM debriefs WHERE id = $1 AND closed_at > $2`
	reopenDebriefsSQL = `UPDATE debriefs d SET closed_at = NULL, closed_by = NULL, version = version + 1
WHERE d.organizer_id = $1 AND d.closed_at = $2
  AND NOT EXISTS (SELECT FROM debriefs o WHERE o.organizer_id = $1 AND o.on_date = d.on_date AND o.closed_at IS NULL)`
	uncoverSQL = `WITH open AS (UPDATE reports SET debriefed_at = NULL, version = version + 1 WHERE organizer_id = $1 AND debriefed_at = $2
  RETURNING meeting_id)
UPDATE meetings m SET status = 'reported', version = m.version + 1 FROM open WHERE m.id = open.meeting_id AND m.status = 'debriefed'`

	reopenedSQL = `INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, actor_id, what)
  VALUES ($1, $2, $3, $4, 'staff', $5, $6)`
)

// closedAt locks what was closed within the hour and says when that was, and of whom.
func (t *tx) closedAt(ctx context.Context, query string, r app.Reopening) (uuid.UUID, time.Time, error) {
	var locked []int64
	if err := t.sel(ctx, &locked, lockOwnerSQL, r.ID); err != nil {
		return uuid.Nil, time.Time{}, err
	}
	var got []struct {
		Subject  uuid.UUID `db:"subject"`
		ClosedAt time.Time `db:"closed_at"`
	}
	if err := t.sel(ctx, &got, query, r.ID, r.At.Add(-app.ReopenUndo)); err != nil {
		return uuid.Nil, time.Time{}, err
	}
	if len(got) == 0 {
		return uuid.Nil, time.Time{}, app.ErrNoReopen
	}
	return got[0].Subject, got[0].ClosedAt, nil
}

// ReopenPromise implements app.Office.
func (s *DB) ReopenPromise(ctx context.Context, r app.Reopening) error {
	return s.inTx(ctx, func(t *tx) error {
		report, at, err := t.closedAt(ctx, closedPromiseSQL, r)
		if err != nil {
			return err
		}
		return t.each(ctx, []todo{
			{reopenPromiseSQL, []any{r.ID}},
			{replanPromiseSQL, []any{r.ID, r.At}},
			{reneedPromiseSQL, []any{r.ID, at}},
			{reopenedSQL, []any{r.Line, string(change.ReportSubject), report, r.At, r.By, string(change.Reopened)}},
		})
	})
}

// ReopenDebrief implements app.Office.
func (s *DB) ReopenDebrief(ctx context.Context, r app.Reopening) error {
	return s.inTx(ctx, func(t *tx) error {
		organizer, at, err := t.closedAt(ctx, closedDebriefSQL, r)
		if err != nil {
			return err
		}
		return t.each(ctx, []todo{
			{reopenDebriefsSQL, []any{organizer, at}},
			{uncoverSQL, []any{organizer, at}},
			{reopenedSQL, []any{r.Line, string(change.DebriefSubject), r.ID, r.At, r.By, string(change.Reopened)}},
		})
	})
}

// todo is one statement of several.
type todo struct {
	sql  string
	args []any
}

func (t *tx) each(ctx context.Context, list []todo) error {
	for _, q := range list {
		if _, err := t.exec(ctx, q.sql, q.args...); err != nil {
			return classify(err)
		}
	}
	return nil
}
