package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/change"
)

// keptOutcomes are the ends of a commitment that count as kept.
const keptOutcomes = `'` + string(change.Kept) + `', '` + string(change.Done) + `'`

// One pass over the weeks' one-on-ones, by the index of their list; what belongs to each is had by its own index (LIMIT 1), however many
// years there are beside those weeks. What is owed is owed of those that were held and of those of which nobody has told.
const metSQL = `
WITH met AS (
  SELECT width_bucket(coalesce(m.starts_at, m.created_at), $1::timestamptz[]) AS week, m.organizer_id, m.starts_at IS NOT NULL AS ahead,
  m.confirmed_at IS NOT NULL AS confirmed,
    m.status IN ('held', 'reported', 'debriefed') AS held, m.status = 'no_show' AS missed,
    m.status IN ('called_off', 'declined', 'proposed') AS off,
    m.status IN ('planned', 'confirmed') AS unheard, r.id AS report, r.filed_at,
    coalesce(m.starts_at + make_interval(mins => m.minutes), m.created_at) AS ended, t.sent_at, t.state
  FROM meetings m LEFT JOIN LATERAL (SELECT * FROM reports r WHERE r.meeting_id = m.id AND r.status = 'filed' LIMIT 1) r ON true
    LEFT JOIN LATERAL (SELECT * FROM thanks t WHERE t.meeting_id = m.id LIMIT 1) t ON true
  WHERE coalesce(m.starts_at, m.created_at) >= $2 AND coalesce(m.starts_at, m.created_at) < $3),
over AS (
  SELECT met.*, c.kept, c.broken, c.open, held OR unheard AS owes, ended + interval '1 day' <= $3 AS late
  FROM met LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE p.outcome IN (` + keptOutcomes + `)) AS kept,
  count(*) FILTER (WHERE p.outcome = '` + string(change.Broken) + `') AS broken,
      count(*) FILTER (WHERE p.closed_at IS NULL) AS open
    FROM promises p WHERE p.report_id = met.report AND p.kind = 'commitment'
    AND p.outcome <> '` + string(change.Withdrawn) + `' AND (p.closed_at IS NOT NULL OR p.due_on < $4::date)) c ON true
  WHERE ended <= $3)`

const weekColumns = `count(*) FILTER (WHERE held) AS held, count(*) FILTER (WHERE missed) AS no_show, count(*) FILTER (WHERE off) AS off,
  count(*) FILTER (WHERE unheard) AS unheard,
  count(*) FILTER (WHERE ahead AND NOT off AND confirmed) AS confirmed,
  count(*) FILTER (WHERE ahead AND held AND confirmed) AS confirmed_held,
  count(*) FILTER (WHERE ahead AND NOT off AND NOT confirmed) AS silent,
  count(*) FILTER (WHERE ahead AND held AND NOT confirmed) AS silent_held,
  count(*) FILTER (WHERE owes AND (filed_at IS NOT NULL OR late)) AS owed,
  count(*) FILTER (WHERE owes AND filed_at <= ended + interval '1 day') AS in_time,
  count(*) FILTER (WHERE owes AND filed_at <= ended + interval '2 hours') AS lag0,
  count(*) FILTER (WHERE owes AND filed_at > ended + interval '2 hours' AND filed_at <= ended + interval '8 hours') AS lag1,
  count(*) FILTER (WHERE owes AND filed_at > ended + interval '8 hours' AND filed_at <= ended + interval '1 day') AS lag2,
  count(*) FILTER (WHERE owes AND filed_at > ended + interval '1 day' AND filed_at <= ended + interval '2 days') AS lag3,
  count(*) FILTER (WHERE owes AND filed_at > ended + interval '2 days' AND filed_at <= ended + interval '3 days') AS lag4,
  count(*) FILTER (WHERE owes AND filed_at > ended + interval '3 days' AND filed_at <= ended + interval '7 days') AS lag5,
  count(*) FILTER (WHERE owes AND filed_at > ended + interval '7 days') AS lag6,
  count(*) FILTER (WHERE owes AND filed_at IS NULL AND late) AS lag7,
  count(*) FILTER (WHERE owes AND state IS DISTINCT FROM 'not_due' AND (sent_at IS NOT NULL OR late)) AS thanks,
  count(*) FILTER (WHERE owes AND state IS DISTINCT FROM 'not_due' AND sent_at <= ended + interval '1 day') AS thanks_ok,
  coalesce(sum(kept), 0) AS kept, coalesce(sum(broken), 0) AS broken, coalesce(sum(open), 0) AS open`

type weekRow struct {
	Week          int `db:"week"`
	Held          int `db:"held"`
	NoShow        int `db:"no_show"`
	Off           int `db:"off"`
	Unheard       int `db:"unheard"`
	Confirmed     int `db:"confirmed"`
	ConfirmedHeld int `db:"confirmed_held"`
	Silent        int `db:"silent"`
	SilentHeld    int `db:"silent_held"`
	Owed          int `db:"owed"`
	InTime        int `db:"in_time"`
	Lag0          int `db:"lag0"`
	Lag1          int `db:"lag1"`
	Lag2          int `db:"lag2"`
	Lag3          int `db:"lag3"`
	Lag4          int `db:"lag4"`
	Lag5          int `db:"lag5"`
	Lag6          int `db:"lag6"`
	Lag7          int `db:"lag7"`
	Thanks        int `db:"thanks"`
	ThanksOK      int `db:"thanks_ok"`
	Kept          int `db:"kept"`
	Broken        int `db:"broken"`
	Open          int `db:"open"`
}

func (r weekRow) week() page.Week {
	return page.Week{
		Held: r.Held, NoShow: r.NoShow, Off: r.Off, Unheard: r.Unheard, Confirmed: r.Confirmed, ConfirmedHeld: r.ConfirmedHeld,
		Silent: r.Silent, SilentHeld: r.SilentHeld,
		Owed: r.Owed, InTime: r.InTime,
		Lag:    [8]int{r.Lag0, r.Lag1, r.Lag2, r.Lag3, r.Lag4, r.Lag5, r.Lag6, r.Lag7},
		Thanks: r.Thanks, ThanksOK: r.ThanksOK,
		Kept: r.Kept, Broken: r.Broken, Open: r.Open,
	}
}

func boundsOf(list []time.Time) any {
	out := make([]string, len(list))
	for i, b := range list {
		out[i] = b.UTC().Format(time.RFC3339Nano)
	}
	return pq.Array(out)
}

// Weeks implements page.Plots.
func (s *DB) Weeks(ctx context.Context, f page.WeekFilter) ([]page.Week, error) {
	query := metSQL + ` SELECT week, ` + weekColumns + ` FROM over GROUP BY week ORDER BY week`
	args := []any{boundsOf(f.Bounds), f.Bounds[0], f.Now, f.Today}
	if f.Organizer != uuid.Nil {
		query = metSQL + ` SELECT week, ` + weekColumns + ` FROM over WHERE organizer_id = $5 GROUP BY week ORDER BY week`
		args = append(args, f.Organizer)
	}
	var got []weekRow
	if err := s.sel(ctx, &got, query, args...); err != nil {
		return nil, err
	}
	out := make([]page.Week, len(f.Bounds)-1)
	for _, r := range got {
		if r.Week >= 1 && r.Week <= len(out) {
			out[r.Week-1] = r.week()
		}
	}
	return out, nil
}

// WeeksOf implements page.Plots.
func (s *DB) WeeksOf(ctx context.Context, f page.WeekFilter) ([]page.OrganizerWeeks, error) {
	query := metSQL + `, counted AS (SELECT organizer_id, week, ` + weekColumns + ` FROM over GROUP BY organizer_id, week)
SELECT o.id, o.name, o.weekly_goal, c.* FROM counted c JOIN people o ON o.id = c.organizer_id ORDER BY o.name_folded, o.id, c.week`
	var got []struct {
		ID    uuid.UUID `db:"id"`
		Name  string    `db:"name"`
		Goal  int       `db:"weekly_goal"`
		Whose uuid.UUID `db:"organizer_id"`
		weekRow
	}
	if err := s.sel(ctx, &got, query, boundsOf(f.Bounds), f.Bounds[0], f.Now, f.Today); err != nil {
		return nil, err
	}
	var out []page.OrganizerWeeks
	for _, r := range got {
		if len(out) == 0 || out[len(out)-1].ID != r.ID {
			out = append(out, page.OrganizerWeeks{ID: r.ID, Name: r.Name, Goal: r.Goal, Week: make([]page.Week, len(f.Bounds)-1)})
		}
		if last := &out[len(out)-1]; r.Week >= 1 && r.Week <= len(last.Week) {
			last.Week[r.Week-1] = r.week()
		}
	}
	return out, nil
}

const textWeeksSQL = `WITH sent AS (SELECT width_bucket(at, $1::timestamptz[]) AS week, count(*) AS n,
  count(*) FILTER (WHERE error_code <> 0) AS failed
  FROM messages WHERE dir = {dir.out} AND state IN ({state.sent}, {state.rejected}) AND at >= $2 AND at < $3 GROUP BY 1),
out AS (SELECT width_bucket(at, $1::timestamptz[]) AS week, count(DISTINCT phone_id) AS n FROM consents
  WHERE consent = {consent.no} AND at >= $2 AND at < $3 GROUP BY 1)
SELECT coalesce(sent.week, out.week) AS week, coalesce(sent.n, 0) AS sent, coalesce(sent.failed, 0) AS failed,
  coalesce(out.n, 0) AS opt_outs FROM sent FULL JOIN out ON out.week = sent.week`

// TextWeeks implements page.Plots.
func (s *DB) TextWeeks(ctx context.Context, f page.WeekFilter) ([]page.TextWeek, error) {
	var got []struct {
		Week    int `db:"week"`
		Sent    int `db:"sent"`
		Failed  int `db:"failed"`
		OptOuts int `db:"opt_outs"`
	}
	if err := s.sel(ctx, &got, textWeeksSQL, boundsOf(f.Bounds), f.Bounds[0], f.Bounds[len(f.Bounds)-1]); err != nil {
		return nil, err
	}
	out := make([]page.TextWeek, len(f.Bounds)-1)
	for _, r := range got {
		if r.Week >= 1 && r.Week <= len(out) {
			out[r.Week-1] = page.TextWeek{Sent: r.Sent, Failed: r.Failed, OptOuts: r.OptOuts}
		}
	}
	return out, nil
}
