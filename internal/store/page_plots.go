package store

import (
	"context"
	"time"

	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
)

// One pass over the weeks' one-on-ones, by the index of their list; what belongs to each is had by its own index (LIMIT 1), however many years there
// are beside those weeks.
// keptOutcomes are the ends of a commitment that count as kept.
const keptOutcomes = `'` + string(change.Kept) + `', '` + string(change.Done) + `'`

const weeksSQL = `
WITH met AS (
  SELECT width_bucket(coalesce(m.starts_at, m.created_at), $1::timestamptz[]) AS week, m.id, m.starts_at IS NOT NULL AS ahead, m.confirmed_at IS NOT NULL AS confirmed,
    m.status IN ('held', 'reported', 'debriefed') AS held, m.status = 'no_show' AS missed, r.id AS report, r.filed_at,
    coalesce(m.starts_at + make_interval(mins => m.minutes), m.created_at) AS ended, t.sent_at, t.due_by, t.state
  FROM meetings m LEFT JOIN LATERAL (SELECT * FROM reports r WHERE r.meeting_id = m.id AND r.status = 'filed' LIMIT 1) r ON true
    LEFT JOIN LATERAL (SELECT * FROM thanks t WHERE t.meeting_id = m.id LIMIT 1) t ON true
  WHERE coalesce(m.starts_at, m.created_at) >= $2 AND coalesce(m.starts_at, m.created_at) < $3),
all_met AS (
  SELECT met.*, c.due, c.kept, EXISTS (SELECT FROM timeline l WHERE l.subject_kind = 'meeting' AND l.subject_id = met.id AND l.what = ANY($5)) AS moved
  FROM met LEFT JOIN LATERAL (SELECT count(*) AS due, count(*) FILTER (WHERE p.outcome IN (` + keptOutcomes + `)) AS kept
    FROM promises p WHERE p.report_id = met.report AND p.kind = 'commitment' AND p.outcome <> $6 AND (p.closed_at IS NOT NULL OR p.due_on < $4::date)) c ON true)
SELECT week, count(*) FILTER (WHERE ahead) AS planned, count(*) FILTER (WHERE ahead AND confirmed) AS confirmed, count(*) FILTER (WHERE ahead AND held) AS met,
  count(*) FILTER (WHERE held) AS held, count(*) FILTER (WHERE missed) AS no_show, count(*) FILTER (WHERE moved) AS moved,
  count(*) FILTER (WHERE held AND filed_at <= ended + interval '2 hours') AS lag0,
  count(*) FILTER (WHERE held AND filed_at > ended + interval '2 hours' AND filed_at <= ended + interval '1 day') AS lag1,
  count(*) FILTER (WHERE held AND filed_at > ended + interval '1 day' AND filed_at <= ended + interval '3 days') AS lag2,
  count(*) FILTER (WHERE held AND filed_at > ended + interval '3 days') AS lag3, count(*) FILTER (WHERE held AND filed_at IS NULL) AS lag4,
  count(*) FILTER (WHERE held AND (filed_at IS NOT NULL OR ended + interval '1 day' <= $3)) AS owed,
  count(*) FILTER (WHERE held AND filed_at <= ended + interval '1 day') AS in_time,
  count(*) FILTER (WHERE held AND state <> 'not_due' AND (sent_at IS NOT NULL OR due_by <= $3)) AS thanks,
  count(*) FILTER (WHERE held AND state <> 'not_due' AND sent_at <= due_by) AS thanks_ok,
  coalesce(sum(due), 0) AS due, coalesce(sum(kept), 0) AS kept, count(*) FILTER (WHERE ahead AND due > 0) AS due_met, count(*) FILTER (WHERE ahead AND kept > 0) AS kept_met
FROM all_met GROUP BY week ORDER BY week`

type weekRow struct {
	Week      int `db:"week"`
	Planned   int `db:"planned"`
	Confirmed int `db:"confirmed"`
	Met       int `db:"met"`
	Held      int `db:"held"`
	NoShow    int `db:"no_show"`
	Moved     int `db:"moved"`
	Lag0      int `db:"lag0"`
	Lag1      int `db:"lag1"`
	Lag2      int `db:"lag2"`
	Lag3      int `db:"lag3"`
	Lag4      int `db:"lag4"`
	Owed      int `db:"owed"`
	InTime    int `db:"in_time"`
	Thanks    int `db:"thanks"`
	ThanksOK  int `db:"thanks_ok"`
	Due       int `db:"due"`
	Kept      int `db:"kept"`
	DueMet    int `db:"due_met"`
	KeptMet   int `db:"kept_met"`
}

// Weeks implements page.Plots.
func (s *DB) Weeks(ctx context.Context, bounds []time.Time, now time.Time, today string) ([]page.Week, error) {
	list := make([]string, len(bounds))
	for i, b := range bounds {
		list[i] = b.UTC().Format(time.RFC3339Nano)
	}
	var got []weekRow
	if err := s.sel(ctx, &got, weeksSQL, pq.Array(list), bounds[0], now, today, pq.Array(change.Moves()), change.Withdrawn); err != nil {
		return nil, err
	}
	out := make([]page.Week, len(bounds)-1)
	for _, r := range got {
		if r.Week < 1 || r.Week > len(out) {
			continue
		}
		out[r.Week-1] = page.Week{
			Planned: r.Planned, Confirmed: r.Confirmed, Met: r.Met, Held: r.Held, NoShow: r.NoShow, Moved: r.Moved, Lag: [5]int{r.Lag0, r.Lag1, r.Lag2, r.Lag3, r.Lag4}, Owed: r.Owed,
			InTime: r.InTime, Thanks: r.Thanks, ThanksOK: r.ThanksOK, Due: r.Due, Kept: r.Kept, DueMet: r.DueMet, KeptMet: r.KeptMet,
		}
	}
	return out, nil
}
