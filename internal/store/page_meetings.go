package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/sms"
)

// meetingKey orders the list: by the start, an unplanned one by when it was written down.
const meetingKey = "coalesce(m.starts_at, m.created_at), m.id"

func meetingSelect() string {
	return `SELECT m.id, m.starts_at, coalesce(m.met_on::text, '') AS met_on, m.zone, m.minutes, m.place, m.status, m.private, m.told_at,
  m.confirmed_at, m.outcome, m.proposal,
  coalesce(m.starts_at, m.created_at) AS listed_at, r.id AS report_id, coalesce(r.status = 'filed', false) AS filed,
  ` + pagePerson("o", "fo", "o") + `, ` + pagePerson("c", "fc", "c") + `
FROM meetings m JOIN people o ON o.id = m.organizer_id LEFT JOIN phones fo ON fo.id = o.phone_id
  LEFT JOIN people c ON c.id = m.contact_id LEFT JOIN phones fc ON fc.id = c.phone_id LEFT JOIN reports r ON r.meeting_id = m.id`
}

type pageMeetingRow struct {
	ID          uuid.UUID     `db:"id"`
	StartsAt    sql.NullTime  `db:"starts_at"`
	MetOn       string        `db:"met_on"`
	Zone        string        `db:"zone"`
	Minutes     int           `db:"minutes"`
	Place       string        `db:"place"`
	Status      string        `db:"status"`
	Private     bool          `db:"private"`
	ToldAt      sql.NullTime  `db:"told_at"`
	ConfirmedAt sql.NullTime  `db:"confirmed_at"`
	Outcome     string        `db:"outcome"`
	Proposal    []byte        `db:"proposal"`
	ListedAt    time.Time     `db:"listed_at"`
	ReportID    nullID        `db:"report_id"`
	Filed       bool          `db:"filed"`
	O           pagePersonRow `db:"o"`
	C           pagePersonRow `db:"c"`
}

func (r pageMeetingRow) row() page.MeetingRow {
	return page.MeetingRow{
		ID: r.ID, StartsAt: zero(r.StartsAt), MetOn: r.MetOn, Zone: r.Zone, Minutes: r.Minutes, Place: r.Place, Status: r.Status,
		Private:   r.Private,
		Organizer: r.O.person(), Contact: r.C.person(), ToldAt: zero(r.ToldAt), ConfirmedAt: zero(r.ConfirmedAt), ReportID: r.ReportID.id(),
		Filed: r.Filed, ListedAt: r.ListedAt,
	}
}

// MeetingList implements page.Meetings.
func (s *DB) MeetingList(ctx context.Context, f page.MeetingFilter) ([]page.MeetingRow, error) {
	switch f.By {
	case page.ByOrganizer, page.ByStatus:
		groups, err := s.meetingGroups(ctx, f)
		if err != nil {
			return nil, err
		}
		return inGroups(groups, f.Sort, f.N, func(g string, goesOn bool, n int) ([]page.MeetingRow, error) {
			one := f
			one.N = n
			if !goesOn {
				one.AfterAt, one.AfterID = time.Time{}, uuid.Nil
			}
			if f.By == page.ByStatus {
				one.Statuses = []string{g}
			} else if one.Organizer, err = uuid.Parse(g); err != nil {
				return nil, err
			}
			return s.meetingsInTime(ctx, one)
		})
	case page.ByContact, page.ByPlace:
		return s.sortedMeetings(ctx, f)
	case page.ByMet: // of reports
	}
	return s.meetingsInTime(ctx, f)
}

// meetingGroups are the groups of a list that is read group by group, in their order.
func (s *DB) meetingGroups(ctx context.Context, f page.MeetingFilter) ([]string, error) {
	switch {
	case f.By == page.ByStatus && len(f.Statuses) > 0:
		return f.Statuses, nil
	case f.By == page.ByStatus:
		groups := make([]string, 0, len(meeting.Statuses()))
		for _, st := range meeting.Statuses() {
			groups = append(groups, string(st))
		}
		return groups, nil
	case f.Organizer != uuid.Nil:
		return []string{f.Organizer.String()}, nil
	}
	return s.ownersOf(ctx, "meetings")
}

// meetingWhere is what a list is narrowed to, but for its search.
func meetingWhere(f page.MeetingFilter) (w where) {
	w.between("coalesce(m.starts_at, m.created_at)", f.From, f.To)
	switch len(f.Statuses) {
	case 0:
	case 1: // an equality lets the index give the order
		w.and("m.status = ?", f.Statuses[0])
	default:
		w.and("m.status = ANY(?)", texts(f.Statuses))
	}
	if f.Organizer != uuid.Nil {
		w.and("m.organizer_id = ?", f.Organizer)
	}
	return w
}

func (s *DB) meetingsInTime(ctx context.Context, f page.MeetingFilter) ([]page.MeetingRow, error) {
	w, head := meetingWhere(f), ""
	if f.Find != "" {
		who, err := s.found(ctx, f.Find)
		if err != nil {
			return nil, err
		}
		w.after(meetingKey, f.Backward, f.AfterAt, f.AfterID)
		head = w.ofPeople("meetings", "m", "coalesce(m.starts_at, m.created_at)", f.Backward, who, f.N)
	} else {
		w.after(meetingKey, f.Backward, f.AfterAt, f.AfterID)
	}
	return s.meetingRows(ctx, head+w.query(meetingSelect(), "ORDER BY "+directed(meetingKey, f.Backward)+" LIMIT ?", f.N), w.args)
}

func (s *DB) meetingRows(ctx context.Context, query string, args []any) ([]page.MeetingRow, error) {
	var got []pageMeetingRow
	if err := s.sel(ctx, &got, query, args...); err != nil {
		return nil, err
	}
	out := make([]page.MeetingRow, len(got))
	for i, r := range got {
		out[i] = r.row()
	}
	return out, nil
}

// Meeting implements page.Meetings.
func (s *DB) Meeting(ctx context.Context, id uuid.UUID) (page.MeetingDetail, error) {
	r, err := one[pageMeetingRow](ctx, s, meetingSelect()+` WHERE m.id = $1`, id)
	if err != nil {
		return page.MeetingDetail{}, err
	}
	d := page.MeetingDetail{MeetingRow: r.row(), Outcome: r.Outcome}
	var p meeting.Proposal
	if len(r.Proposal) > 0 && json.Unmarshal(r.Proposal, &p) == nil { // written by this package
		d.ProposedAt, d.ProposedBy = p.At, string(p.By)
	}
	if d.Thanks, err = s.thanks(ctx, id); err != nil {
		return d, err
	}
	d.Debrief, err = s.debrief(ctx, r.ReportID.id())
	return d, err
}

const pageThanksSQL = `SELECT state, draft, reason, due_by, sent_at FROM thanks WHERE meeting_id = $1`

func (s *DB) thanks(ctx context.Context, meetingID uuid.UUID) (page.Thanks, error) {
	var got []struct {
		State  string       `db:"state"`
		Draft  string       `db:"draft"`
		Reason string       `db:"reason"`
		DueBy  time.Time    `db:"due_by"`
		SentAt sql.NullTime `db:"sent_at"`
	}
	if err := s.sel(ctx, &got, pageThanksSQL, meetingID); err != nil || len(got) == 0 {
		return page.Thanks{}, err
	}
	r := got[0]
	return page.Thanks{State: r.State, Draft: r.Draft, Reason: r.Reason, DueBy: r.DueBy, SentAt: zero(r.SentAt)}, nil
}

// A report that names no debrief is covered by the next one that is open with its organizer.
const pageDebriefSQL = `SELECT d.id, coalesce(p.name, '') AS staff, d.on_date::text AS on_date, d.closed_at, coalesce(f.phone, '') AS phone
FROM reports r JOIN debriefs d ON d.id = r.debrief_id OR r.debrief_id IS NULL AND r.status = 'filed' AND r.debriefed_at IS NULL
  AND d.organizer_id = r.organizer_id AND d.closed_at IS NULL
  LEFT JOIN people p ON p.id = d.staff_id JOIN people o ON o.id = d.organizer_id LEFT JOIN phones f ON f.id = o.phone_id
WHERE r.id = $1 ORDER BY d.on_date, d.id LIMIT 1`

func (s *DB) debrief(ctx context.Context, report uuid.UUID) (page.Debrief, error) {
	var got []struct {
		ID       uuid.UUID    `db:"id"`
		Staff    string       `db:"staff"`
		On       string       `db:"on_date"`
		ClosedAt sql.NullTime `db:"closed_at"`
		Phone    string       `db:"phone"`
	}
	if err := s.sel(ctx, &got, pageDebriefSQL, report); err != nil || len(got) == 0 {
		return page.Debrief{}, err
	}
	r := got[0]
	phone, _ := sms.PhoneFromE164(r.Phone) // none when the organizer has no number
	return page.Debrief{ID: r.ID, Staff: r.Staff, On: r.On, ClosedAt: zero(r.ClosedAt), OrganizerPhone: phone}, nil
}

func waitSelect() string {
	return `SELECT n.id, n.rule, coalesce(p.name, '') AS who, f.phone, n.due_at, n.valid_until, n.state, n.reason, n.message_id,
  coalesce(m.status, 0) AS status, coalesce(m.error_code, 0) AS error_code,
  CASE WHEN m.state IN ({state.rejected}, {state.withheld}, {state.unsettled}) THEN m.reason ELSE '' END AS why,
  coalesce(p.roles && ARRAY['organizer', 'staff', 'admin'], false) AS works, ` + pagePerson("p", "f", "p") + `
FROM planned n JOIN phones f ON f.id = n.phone_id LEFT JOIN people p ON p.id = n.person_id LEFT JOIN messages m ON m.id = n.message_id`
}

type waitRow struct {
	ID      uuid.UUID     `db:"id"`
	Rule    string        `db:"rule"`
	Who     string        `db:"who"`
	Phone   string        `db:"phone"`
	DueAt   time.Time     `db:"due_at"`
	Until   sql.NullTime  `db:"valid_until"`
	State   string        `db:"state"`
	Reason  string        `db:"reason"`
	Message nullID        `db:"message_id"`
	Status  int16         `db:"status"`
	Code    int           `db:"error_code"`
	Why     string        `db:"why"`
	Works   bool          `db:"works"`
	P       pagePersonRow `db:"p"`
}

func (r waitRow) wait() page.Wait {
	phone, _ := sms.PhoneFromE164(r.Phone) // the column has no other
	return page.Wait{
		ID: r.ID, Rule: r.Rule, Who: r.Who, Phone: phone, DueAt: r.DueAt, State: r.State, Reason: r.Reason, Message: r.Message.id(),
		Status: sms.Status(r.Status), ErrorCode: r.Code, Why: r.Why,
		To: r.P.person(), Works: r.Works, ValidUntil: r.Until.Time,
	}
}

// Trail implements page.Meetings.
func (s *DB) Trail(ctx context.Context, kind string, id uuid.UUID) ([]page.Wait, error) {
	var got []waitRow
	if err := s.sel(ctx, &got, waitSelect()+` WHERE n.subject_kind = $1 AND n.subject_id = $2 ORDER BY n.due_at, n.id
	  LIMIT 200`, kind, id); err != nil {
		return nil, err
	}
	out := make([]page.Wait, len(got))
	for i, r := range got {
		out[i] = r.wait()
	}
	return out, nil
}

// WaitOf implements page.Meetings.
func (s *DB) WaitOf(ctx context.Context, id uuid.UUID) (page.Wait, error) {
	r, err := one[waitRow](ctx, s, waitSelect()+` WHERE n.id = $1`, id)
	return r.wait(), err
}

// The newest lines, in the order in which they came.
const pageTimelineSQL = `SELECT t.at, t.actor_kind, coalesce(p.name, '') AS actor, t.what, t.note, coalesce(m.body, '') AS words
FROM (SELECT l.* FROM unnest($1::text[], $2::uuid[]) AS s(kind, id) JOIN timeline l ON l.subject_kind = s.kind AND l.subject_id = s.id
  ORDER BY l.id DESC LIMIT $3) t
  LEFT JOIN people p ON p.id = t.actor_id LEFT JOIN messages m ON m.id = t.message_id AND m.dir = {dir.in}
ORDER BY t.id`

// Timeline implements page.Meetings.
func (s *DB) Timeline(ctx context.Context, subjects []page.Subject, n int) ([]page.Line, error) {
	kinds, list := make([]string, len(subjects)), make([]uuid.UUID, len(subjects))
	for i, x := range subjects {
		kinds[i], list[i] = x.Kind, x.ID
	}
	var got []struct {
		At        time.Time `db:"at"`
		ActorKind string    `db:"actor_kind"`
		Actor     string    `db:"actor"`
		What      string    `db:"what"`
		Note      string    `db:"note"`
		Words     string    `db:"words"`
	}
	if err := s.sel(ctx, &got, pageTimelineSQL, texts(kinds), texts(strs(list)), n); err != nil {
		return nil, err
	}
	out := make([]page.Line, len(got))
	for i, r := range got {
		out[i] = page.Line{At: r.At, ActorKind: r.ActorKind, Actor: r.Actor, What: r.What, Note: r.Note, Words: r.Words}
	}
	return out, nil
}

// Notes implements page.Meetings.
func (s *DB) Notes(ctx context.Context, meetingID uuid.UUID) ([]page.Note, error) {
	var got []struct {
		By    string    `db:"by_name"`
		Words string    `db:"words"`
		At    time.Time `db:"at"`
	}
	q := `SELECT p.name AS by_name, n.words, n.at FROM notes n JOIN people p ON p.id = n.author_id WHERE n.meeting_id = $1 ORDER BY n.id
	  LIMIT 100`
	if err := s.sel(ctx, &got, q, meetingID); err != nil {
		return nil, err
	}
	out := make([]page.Note, len(got))
	for i, r := range got {
		out[i] = page.Note{By: r.By, Words: r.Words, At: r.At}
	}
	return out, nil
}
