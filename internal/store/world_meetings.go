package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
)

const meetingColumns = `id, organizer_id, contact_id, starts_at, coalesce(to_char(met_on, 'YYYY-MM-DD'), '') AS met_on, zone, minutes,
  place, contact_chooses,
  status, outcome, private, proposal, confirmed_at, told_at, told_n, answered_at, created_at,
  (SELECT b.id FROM people b WHERE b.id = handed_from AND b.erased_at IS NULL) AS handed_from, handed_at, rev, version`

// Three roads to a meeting, each by an index of its own.
const meetingsSQL = `
SELECT ` + meetingColumns + ` FROM meetings WHERE id = ANY($1)
UNION SELECT ` + meetingColumns + ` FROM meetings WHERE organizer_id = ANY($2) AND starts_at > $3
UNION SELECT ` + meetingColumns + ` FROM meetings WHERE contact_id = ANY($2) AND starts_at > $3
ORDER BY starts_at, id`

type meetingRow struct {
	ID             uuid.UUID      `db:"id"`
	OrganizerID    uuid.UUID      `db:"organizer_id"`
	ContactID      nullID         `db:"contact_id"`
	StartsAt       sql.NullTime   `db:"starts_at"`
	MetOn          string         `db:"met_on"`
	Zone           string         `db:"zone"`
	Minutes        int            `db:"minutes"`
	Place          string         `db:"place"`
	ContactChooses bool           `db:"contact_chooses"`
	Status         string         `db:"status"`
	Outcome        meeting.Status `db:"outcome"`
	Private        bool           `db:"private"`
	Proposal       []byte         `db:"proposal"`
	ConfirmedAt    sql.NullTime   `db:"confirmed_at"`
	ToldAt         sql.NullTime   `db:"told_at"`
	ToldN          int            `db:"told_n"`
	AnsweredAt     sql.NullTime   `db:"answered_at"`
	CreatedAt      time.Time      `db:"created_at"`
	HandedFrom     nullID         `db:"handed_from"`
	HandedAt       sql.NullTime   `db:"handed_at"`
	Rev            int            `db:"rev"`
	Version        int            `db:"version"`
}

func (r meetingRow) meeting() meeting.Meeting {
	return meeting.Meeting{
		ID: r.ID, OrganizerID: r.OrganizerID, ContactID: r.ContactID.id(), StartsAt: zero(r.StartsAt), MetOn: r.MetOn, Zone: r.Zone,
		Minutes: r.Minutes,
		Place:   r.Place, ContactChooses: r.ContactChooses, Status: meeting.Status(r.Status), Outcome: r.Outcome, Private: r.Private,
		Proposal: proposalOf(r.Proposal), ConfirmedAt: zero(r.ConfirmedAt), ToldAt: zero(r.ToldAt), ToldCount: r.ToldN,
		AnsweredAt: zero(r.AnsweredAt), CreatedAt: r.CreatedAt,
		Rev: r.Rev, Version: r.Version,
	}
}

const peopleByIDSQL = `SELECT ` + personColumns + ` FROM people p LEFT JOIN phones f ON f.id = p.phone_id WHERE p.id = ANY($1)`

// loadMeetings reads the meetings that the needs ask for, with both people of each.
func (t *tx) loadMeetings(ctx context.Context, needs []world.Need, worlds []world.World) error {
	var ids, mine []string
	var since time.Time
	asking := map[uuid.UUID][]int{} // of a one-on-one or of somebody: the worlds that ask for it
	for i, n := range needs {
		if n.Meeting != uuid.Nil {
			ids = append(ids, n.Meeting.String())
			asking[n.Meeting] = append(asking[n.Meeting], i)
		}
		if n.MeetingsSince.IsZero() {
			continue
		}
		if since.IsZero() || n.MeetingsSince.Before(since) {
			since = n.MeetingsSince
		}
		for _, p := range worlds[i].People {
			mine = append(mine, p.ID.String())
			asking[p.ID] = append(asking[p.ID], i)
		}
	}
	if len(ids) == 0 && len(mine) == 0 {
		return t.loadWrong(ctx, needs, worlds)
	}
	var got []meetingRow
	if err := t.sel(ctx, &got, meetingsSQL, pq.Array(ids), pq.Array(mine), timeOrNil(since)); err != nil {
		return fmt.Errorf("meetings: %w", err)
	}
	people, err := t.peopleOf(ctx, got, worlds)
	if err != nil {
		return err
	}
	for _, r := range got {
		m := world.Meet{
			Meeting: r.meeting(), Organizer: people[r.OrganizerID], Contact: people[r.ContactID.id()],
			Before: people[r.HandedFrom.id()], HandedAt: zero(r.HandedAt),
		}
		for _, who := range []uuid.UUID{m.ID, m.OrganizerID, m.ContactID} {
			for _, i := range asking[who] {
				n, w := needs[i], &worlds[i]
				if (n.Meeting == m.ID || m.StartsAt.After(n.MeetingsSince)) && (len(w.Meetings) == 0 || w.Meetings[len(w.Meetings)-1].ID != m.ID) {
					w.Meetings = append(w.Meetings, m)
				}
			}
		}
	}
	if err := t.loadCounts(ctx, needs, worlds); err != nil {
		return err
	}
	return t.loadWrong(ctx, needs, worlds)
}

func (t *tx) peopleOf(ctx context.Context, rows []meetingRow, worlds []world.World) (map[uuid.UUID]person.Person, error) {
	seen := map[uuid.UUID]bool{}
	var ids []string
	for _, r := range rows {
		for _, id := range []uuid.UUID{r.OrganizerID, r.ContactID.id(), r.HandedFrom.id()} {
			if id != uuid.Nil && !seen[id] {
				seen[id] = true
				ids = append(ids, id.String())
			}
		}
	}
	return t.peopleByID(ctx, ids, worlds)
}

// peopleByID reads people, but for those whom the lock has found: each of a batch's phones is some contact's of its own one-on-one.
func (t *tx) peopleByID(ctx context.Context, ids []string, worlds []world.World) (map[uuid.UUID]person.Person, error) {
	known := make(map[string]person.Person, len(worlds))
	for i := range worlds {
		for _, p := range worlds[i].People {
			known[p.ID.String()] = p
		}
	}
	out := make(map[uuid.UUID]person.Person, len(ids))
	ids = slices.DeleteFunc(ids, func(id string) bool {
		p, ok := known[id]
		if ok {
			out[p.ID] = p
		}
		return ok
	})
	if len(ids) == 0 {
		return out, nil
	}
	var got []personRow
	if err := t.sel(ctx, &got, peopleByIDSQL, pq.Array(ids)); err != nil {
		return nil, fmt.Errorf("people of meetings: %w", err)
	}
	for _, r := range got {
		out[r.ID] = r.person()
	}
	return out, nil
}

const countsSQL = `
SELECT p.id, p.tips, (SELECT count(*) FROM (SELECT FROM meetings m WHERE m.organizer_id = p.id LIMIT 3) x) AS had FROM people p
  WHERE p.id = ANY($1)`

// loadCounts reads what an organizer's experience decides: the worksheet comes unasked before the first two, and no tip comes twice in a
// row.
func (t *tx) loadCounts(ctx context.Context, needs []world.Need, worlds []world.World) error {
	var ids []string
	for i, n := range needs {
		if !n.Counts {
			continue
		}
		for _, p := range worlds[i].People {
			if p.Works() {
				ids = append(ids, p.ID.String())
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	var got []struct {
		ID   uuid.UUID `db:"id"`
		Tips int       `db:"tips"`
		Had  int       `db:"had"`
	}
	if err := t.sel(ctx, &got, countsSQL, pq.Array(ids)); err != nil {
		return fmt.Errorf("counts: %w", err)
	}
	for i := range worlds {
		for _, r := range got {
			for _, p := range worlds[i].People {
				if p.ID != r.ID {
					continue
				}
				if worlds[i].Had == nil {
					worlds[i].Had, worlds[i].Tips = map[uuid.UUID]int{}, map[uuid.UUID]int{}
				}
				worlds[i].Had[r.ID], worlds[i].Tips[r.ID] = r.Had, r.Tips
			}
		}
	}
	return nil
}

const wrongSQL = `SELECT f.phone, w.name FROM wrong_numbers w JOIN phones f ON f.id = w.phone_id WHERE f.phone = ANY($1)`

// loadWrong reads which of the numbers in the texts are known not to be somebody's.
func (t *tx) loadWrong(ctx context.Context, needs []world.Need, worlds []world.World) error {
	var numbers []string
	for _, n := range needs {
		for _, p := range n.ContactPhones {
			numbers = append(numbers, p.E164())
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	var got []struct {
		Phone string `db:"phone"`
		Name  string `db:"name"`
	}
	if err := t.sel(ctx, &got, wrongSQL, pq.Array(numbers)); err != nil {
		return fmt.Errorf("wrong numbers: %w", err)
	}
	for _, r := range got {
		for i := range asking(needs, r.Phone) {
			p, _ := sms.PhoneFromE164(r.Phone)
			worlds[i].Wrong = append(worlds[i].Wrong, world.WrongNumber{Phone: p, Name: r.Name})
		}
	}
	return t.loadClosed(ctx, numbers, needs, worlds)
}

const closedSQL = `SELECT phone, consent, reach_bad OR locked AS reach_bad FROM phones WHERE phone = ANY($1) AND
  (consent IN ({consent.no}, {consent.doubtful}) OR reach_bad OR locked)`

// loadClosed reads to which of the numbers in the texts nothing goes.
func (t *tx) loadClosed(ctx context.Context, numbers []string, needs []world.Need, worlds []world.World) error {
	var got []struct {
		Phone    string `db:"phone"`
		Consent  int16  `db:"consent"`
		ReachBad bool   `db:"reach_bad"`
	}
	if err := t.sel(ctx, &got, closedSQL, pq.Array(numbers)); err != nil {
		return fmt.Errorf("closed numbers: %w", err)
	}
	for _, r := range got {
		for i := range asking(needs, r.Phone) {
			p, _ := sms.PhoneFromE164(r.Phone)
			worlds[i].Closed = append(worlds[i].Closed, world.Closed{Phone: p, Consent: person.Consent(r.Consent), ReachBad: r.ReachBad})
		}
	}
	return nil
}

// asking goes through the needs that asked about a number.
func asking(needs []world.Need, number string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, n := range needs {
			if slices.ContainsFunc(n.ContactPhones, func(p sms.Phone) bool { return p.E164() == number }) && !yield(i) {
				return
			}
		}
	}
}

func idsOf(list pq.StringArray) []uuid.UUID {
	var out []uuid.UUID
	for _, s := range list {
		if id, err := uuid.Parse(s); err == nil {
			out = append(out, id)
		}
	}
	return out
}
