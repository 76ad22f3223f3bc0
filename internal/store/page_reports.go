package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app/page"
)

const reportKey = "r.changed_at, r.id"

func reportSelect() string {
	return `SELECT r.id, r.meeting_id, r.contact_id IS NULL AS loose, r.status, r.started_at, r.changed_at, r.filed_at, r.debriefed_at,
  r.needs_review OR EXISTS (SELECT FROM answers a WHERE a.report_id = r.id AND a.needs_review) AS needs_review,
  coalesce((SELECT coalesce(nullif(a.value, ''), a.words) FROM answers a WHERE a.report_id = r.id AND a.field = 'met_on'), m.met_on::text,
  (m.starts_at AT TIME ZONE m.zone)::date::text, '') AS met_on,
  r.version, coalesce(w.name, '') AS debrief_with, coalesce(r.debrief_on::text, '') AS debrief_on,
  coalesce(c.name, (SELECT a.words FROM answers a WHERE a.report_id = r.id AND a.field = 'contact'), '') AS contact_name,
  ` + pagePerson("o", "fo", "o") + `, ` + pagePerson("c", "fc", "c") + `
FROM reports r JOIN people o ON o.id = r.organizer_id LEFT JOIN phones fo ON fo.id = o.phone_id LEFT JOIN meetings m ON m.id = r.meeting_id
  LEFT JOIN people c ON c.id = coalesce(r.contact_id, m.contact_id) LEFT JOIN phones fc ON fc.id = c.phone_id
  LEFT JOIN people w ON w.id = r.debrief_with`
}

type pageReportRow struct {
	ID          uuid.UUID     `db:"id"`
	MeetingID   nullID        `db:"meeting_id"`
	Loose       bool          `db:"loose"`
	Status      string        `db:"status"`
	StartedAt   time.Time     `db:"started_at"`
	ChangedAt   time.Time     `db:"changed_at"`
	FiledAt     sql.NullTime  `db:"filed_at"`
	DebriefedAt sql.NullTime  `db:"debriefed_at"`
	NeedsReview bool          `db:"needs_review"`
	Version     int           `db:"version"`
	MetOn       string        `db:"met_on"`
	DebriefWith string        `db:"debrief_with"`
	DebriefOn   string        `db:"debrief_on"`
	ContactName string        `db:"contact_name"`
	O           pagePersonRow `db:"o"`
	C           pagePersonRow `db:"c"`
}

func (r pageReportRow) row() page.ReportRow {
	contact := r.C.person()
	contact.Name = r.ContactName
	return page.ReportRow{
		ID: r.ID, MeetingID: r.MeetingID.id(), Organizer: r.O.person(), Contact: contact, Status: r.Status, MetOn: r.MetOn,
		StartedAt: r.StartedAt, Loose: r.Loose,
		ChangedAt: r.ChangedAt, FiledAt: zero(r.FiledAt), DebriefedAt: zero(r.DebriefedAt), NeedsReview: r.NeedsReview,
	}
}

// ReportList implements page.Reports.
func (s *DB) ReportList(ctx context.Context, f page.ReportFilter) ([]page.ReportRow, error) {
	if f.By == page.ByContact || f.By == page.ByMet {
		return s.sortedReports(ctx, f)
	}
	groups, err := s.reportGroups(ctx, f)
	if err != nil || len(groups) == 0 {
		return s.reportsInTime(ctx, f)
	}
	return inGroups(groups, f.Sort, f.N, func(g string, goesOn bool, n int) ([]page.ReportRow, error) {
		one := f
		one.N = n
		if !goesOn {
			one.AfterAt, one.AfterID = time.Time{}, uuid.Nil
		}
		if f.By == page.ByStatus {
			one.Status = g
		} else if one.Organizer, err = uuid.Parse(g); err != nil {
			return nil, err
		}
		return s.reportsInTime(ctx, one)
	})
}

// reportGroups are the groups of a list that is read group by group; none where it is not.
func (s *DB) reportGroups(ctx context.Context, f page.ReportFilter) ([]string, error) {
	switch {
	case f.By == page.ByStatus && f.Status == "":
		return []string{"draft", "filed"}, nil
	case f.By == page.ByOrganizer && f.Organizer == uuid.Nil:
		return s.ownersOf(ctx, "reports")
	}
	return nil, nil
}

// reportWhere is what a list is narrowed to, but for its search.
func reportWhere(f page.ReportFilter) (w where) {
	w.between("r.changed_at", f.From, f.To)
	switch f.Status {
	case "":
	case "draft": // written out: the partial index of the few that are begun fits this only
		w.and("r.status = 'draft'")
	default:
		w.and("r.status = ?", f.Status)
	}
	if f.Review {
		w.and("r.id IN (SELECT id FROM reports WHERE needs_review UNION SELECT report_id FROM answers WHERE needs_review)")
	}
	if f.Undebriefed {
		w.and("r.status = 'filed' AND r.debriefed_at IS NULL")
	}
	if f.Organizer != uuid.Nil {
		w.and("r.organizer_id = ?", f.Organizer)
	}
	return w
}

func (s *DB) reportsInTime(ctx context.Context, f page.ReportFilter) ([]page.ReportRow, error) {
	w, head := reportWhere(f), ""
	if f.Find != "" {
		who, err := s.found(ctx, f.Find)
		if err != nil {
			return nil, err
		}
		w.after(reportKey, !f.Forward, f.AfterAt, f.AfterID)
		head = w.ofPeople("reports", "r", "r.changed_at", !f.Forward, who, f.N)
	} else {
		w.after(reportKey, !f.Forward, f.AfterAt, f.AfterID)
	}
	return s.reportRows(ctx, head+w.query(reportSelect(), "ORDER BY "+directed(reportKey, !f.Forward)+" LIMIT ?", f.N), w.args)
}

func (s *DB) reportRows(ctx context.Context, query string, args []any) ([]page.ReportRow, error) {
	var got []pageReportRow
	if err := s.sel(ctx, &got, query, args...); err != nil {
		return nil, err
	}
	out := make([]page.ReportRow, len(got))
	for i, r := range got {
		out[i] = r.row()
	}
	return out, nil
}

// ReportWords implements page.Reports.
func (s *DB) ReportWords(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID][]page.Answer, error) {
	var got []struct {
		ReportID    uuid.UUID `db:"report_id"`
		Field       string    `db:"field"`
		State       string    `db:"state"`
		Words       string    `db:"words"`
		Value       string    `db:"value"`
		NeedsReview bool      `db:"needs_review"`
	}
	const q = `SELECT report_id, field, state, words, value, needs_review FROM answers WHERE report_id = ANY($1)`
	if err := s.sel(ctx, &got, q, pq.Array(strs(ids))); err != nil {
		return nil, err
	}
	out := map[uuid.UUID][]page.Answer{}
	for _, a := range got {
		out[a.ReportID] = append(out[a.ReportID], page.Answer{
			Field: a.Field, State: a.State, Words: a.Words, Value: a.Value, NeedsReview: a.NeedsReview,
		})
	}
	return out, nil
}

// Report implements page.Reports.
func (s *DB) Report(ctx context.Context, id uuid.UUID) (page.ReportDetail, error) {
	r, err := one[pageReportRow](ctx, s, reportSelect()+` WHERE r.id = $1`, id)
	if err != nil {
		return page.ReportDetail{}, err
	}
	d := page.ReportDetail{ReportRow: r.row(), Version: r.Version, DebriefWith: r.DebriefWith, DebriefOn: r.DebriefOn}
	if d.Debrief, err = s.debrief(ctx, id); err != nil {
		return d, err
	}
	var got []struct {
		Field       string `db:"field"`
		State       string `db:"state"`
		Words       string `db:"words"`
		Value       string `db:"value"`
		NeedsReview bool   `db:"needs_review"`
	}
	if err := s.sel(ctx, &got, `SELECT field, state, words, value, needs_review FROM answers WHERE report_id = $1`, id); err != nil {
		return d, err
	}
	for _, a := range got {
		d.Answers = append(d.Answers, page.Answer{Field: a.Field, State: a.State, Words: a.Words, Value: a.Value, NeedsReview: a.NeedsReview})
	}
	d.Promises, err = s.promises(ctx, promiseSelect()+` WHERE p.report_id = $1 ORDER BY p.id LIMIT 100`, id)
	return d, err
}
