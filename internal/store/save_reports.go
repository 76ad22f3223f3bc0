package store

import (
	"cmp"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
)

// reportSavings keeps reports and what was said in them. What is filed never becomes a draft again; it changes only as a filed report that
// staff correct.
func reportSavings() []saving {
	report := as{"At": "changed_at"}
	return []saving{
		keep("add reports", "reports", report, newReport, added),
		keep("change reports", "reports", report, knownReport, func(c coder) kept {
			return c.update("organizer_id form_version started_at", "").versioned(" AND (x.status = 'draft' OR r.status = x.status)")
		}),
		keep("clear answers", "answers", nil, same[change.ClearAnswers], func(c coder) kept {
			return c.by(`
DELETE FROM answers WHERE report_id IN (SELECT r.report_id FROM {rows})`, "")
		}),
		keep("answers", "answers", nil, same[change.SaveAnswer], func(c coder) kept { return c.upsert("report_id field", "") }),
	}
}

func promiseSavings() []saving {
	closing := as{"As": "outcome", "At": "closed_at", "Line": "_line"}
	return []saving{
		keep("promises", "promises", as{"At": "created_at"}, same[change.AddPromise], added),
		// What really closes leaves a line of history under the promise's own id, whoever closed it: the organizer, staff, or who came to an
		// event.
		keep("close promises", "promises", closing, closedPromise, func(c coder) kept {
			return c.by(`
WITH closed AS (UPDATE promises p SET closed_at = r.closed_at, outcome = r.outcome, how = r.how, version = p.version + 1
  FROM {rows} WHERE p.id = r.id AND p.closed_at IS NULL RETURNING p.id, r._line AS line, r.closed_at)
INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, what)
SELECT line, 'promise', id, closed_at, 'system', {fact.closed} FROM closed`, "id")
		}),
		// Attendance may be corrected: what it closed it may close otherwise, or open again. What it closes leaves the same line.
		keep("judge promises", "promises", closing, judgedPromise, func(c coder) kept {
			return c.by(`
WITH judged AS (UPDATE promises p SET closed_at = CASE WHEN r.outcome <> '' THEN r.closed_at END, outcome = r.outcome, how = '',
  version = p.version + 1
  FROM {rows} JOIN promises was ON was.id = r.id
  WHERE p.id = r.id AND (p.closed_at IS NULL OR p.outcome IN ('kept', 'broken')) AND p.outcome <> r.outcome
  RETURNING p.id, r._line AS line, r.closed_at, was.closed_at IS NULL AND r.outcome <> '' AS closes)
INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, what)
SELECT line, 'promise', id, closed_at, 'system', {fact.closed} FROM judged WHERE closes`, "id")
		}),
		keep("reopen promises", "promises", as{"At": "_at"}, same[change.ReopenPromise], func(c coder) kept {
			return c.by(`
WITH open AS (UPDATE promises p SET closed_at = NULL, outcome = '', how = '', version = p.version + 1
  FROM {rows} WHERE p.id = r.id AND p.closed_at = r.closed_at RETURNING p.id, r.closed_at, r._at AS at),
again AS (UPDATE planned l SET state = 'planned', reason = '', version = l.version + 1 FROM open
  WHERE l.subject_kind = 'promise' AND l.subject_id = open.id AND l.state = 'superseded' AND l.due_at > open.at)
UPDATE attention a SET closed_at = NULL, closed_by = NULL FROM open WHERE a.subject_kind = 'promise' AND a.subject_id = open.id
  AND a.closed_at = open.closed_at AND NOT EXISTS (SELECT FROM attention o WHERE o.kind = a.kind AND o.subject_kind = a.subject_kind
  AND o.subject_id = a.subject_id AND o.closed_at IS NULL)`, "id")
		}),
		keep("change promises", "promises", nil, same[change.AmendPromise], func(c coder) kept {
			return c.by(`
UPDATE promises p SET what = coalesce(nullif(r.what, ''), p.what), due_on = r.due_on, version = p.version + 1
FROM {rows} WHERE p.id = r.id AND p.closed_at IS NULL`, "id")
		}),
	}
}

type reportRow struct {
	change.SaveReport
	StartedAt time.Time
}

func newReport(c change.SaveReport) (reportRow, bool)   { return reportRow{c, c.At}, c.Version == 0 }
func knownReport(c change.SaveReport) (reportRow, bool) { return reportRow{c, c.At}, c.Version > 0 }

type closedPromiseRow struct {
	change.ClosePromise
	Line uuid.UUID
}

func closedPromise(c change.ClosePromise) (closedPromiseRow, bool) {
	c.As = cmp.Or(c.As, change.Done)
	return closedPromiseRow{c, uuid.Must(uuid.NewV7())}, true
}

type judgedPromiseRow struct {
	change.JudgePromise
	Line uuid.UUID
}

func judgedPromise(c change.JudgePromise) (judgedPromiseRow, bool) {
	return judgedPromiseRow{c, uuid.Must(uuid.NewV7())}, true
}
