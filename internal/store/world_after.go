package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/thanks"
)

// eventsBack is how far back events are still spoken of: attendance is asked for afterwards.
const eventsBack = 14 * 24 * time.Hour

// The thank-you of a report that is not filed yet counts in whatever state: filing must not make a second one of it.
const thanksSQL = `SELECT meeting_id, report_id, organizer_id, contact_id, ends_at, due_by, state, draft, reason, sent_at, message_id,
  version FROM thanks
WHERE organizer_id = ANY($1) AND state IN ('waiting', 'draft', 'held')
UNION SELECT meeting_id, report_id, organizer_id, contact_id, ends_at, due_by, state, draft, reason, sent_at, message_id, version
  FROM thanks WHERE meeting_id = ANY($2)
UNION SELECT t.meeting_id, t.report_id, t.organizer_id, t.contact_id, t.ends_at, t.due_by, t.state, t.draft, t.reason, t.sent_at,
  t.message_id, t.version
FROM reports r JOIN thanks t ON t.meeting_id = r.meeting_id WHERE r.organizer_id = ANY($1) AND r.status = 'draft'
ORDER BY ends_at, meeting_id`

// The thank-yous to those who come to an organizer's events to come. A statement of its own, since hardly any text asks for it.
const guestThanksSQL = `SELECT DISTINCT t.meeting_id, t.report_id, t.organizer_id, t.contact_id, t.ends_at, t.due_by, t.state, t.draft,
  t.reason, t.sent_at, t.message_id, t.version
FROM rsvps g JOIN events e ON e.id = g.event_id AND e.starts_at > $2 JOIN reports r ON r.id = g.report_id
JOIN thanks t ON t.meeting_id = r.meeting_id WHERE g.organizer_id = ANY($1) ORDER BY t.ends_at, t.meeting_id`

type thanksRow struct {
	MeetingID   uuid.UUID    `db:"meeting_id"`
	ReportID    nullID       `db:"report_id"`
	OrganizerID uuid.UUID    `db:"organizer_id"`
	ContactID   uuid.UUID    `db:"contact_id"`
	EndsAt      time.Time    `db:"ends_at"`
	DueBy       time.Time    `db:"due_by"`
	State       string       `db:"state"`
	Draft       string       `db:"draft"`
	Reason      string       `db:"reason"`
	SentAt      sql.NullTime `db:"sent_at"`
	MessageID   nullID       `db:"message_id"`
	Version     int          `db:"version"`
}

// after are the reads of what comes after one-on-ones: thank-yous, promises, debriefs, events.
func after(ctx context.Context, needs []world.Need, worlds []world.World) []func(*tx) error {
	var people, meetings []string
	for i, n := range needs {
		if n.Meeting != uuid.Nil {
			meetings = append(meetings, n.Meeting.String())
		}
		if !n.After {
			continue
		}
		for _, p := range worlds[i].People {
			people = append(people, p.ID.String())
		}
	}
	return []func(*tx) error{
		func(t *tx) error { return t.loadThanks(ctx, people, meetings, needs, worlds) },
		func(t *tx) error { return t.loadPromises(ctx, people, needs, worlds) },
		func(t *tx) error { return t.loadDebriefs(ctx, people, needs, worlds) },
		func(t *tx) error { return t.loadEvents(ctx, people, needs, worlds) },
	}
}

func (t *tx) loadThanks(ctx context.Context, people, meetings []string, needs []world.Need, worlds []world.World) error {
	if len(people) == 0 && len(meetings) == 0 {
		return nil
	}
	var got []thanksRow
	if err := t.sel(ctx, &got, thanksSQL, pq.Array(people), pq.Array(meetings)); err != nil {
		return fmt.Errorf("thanks: %w", err)
	}
	if hosts, from := hostsIn(needs, worlds); len(hosts) > 0 {
		var more []thanksRow
		if err := t.sel(ctx, &more, guestThanksSQL, pq.Array(hosts), from); err != nil {
			return fmt.Errorf("thanks to guests: %w", err)
		}
		for _, r := range more {
			if !slices.ContainsFunc(got, func(o thanksRow) bool { return o.MeetingID == r.MeetingID }) {
				got = append(got, r)
			}
		}
	}
	for _, r := range got {
		for i, n := range needs {
			if n.Meeting != r.MeetingID && !(n.After && has(worlds[i], r.OrganizerID)) {
				continue
			}
			worlds[i].Thanks = append(worlds[i].Thanks, world.Thank{
				MeetingID: r.MeetingID, ReportID: r.ReportID.id(), OrganizerID: r.OrganizerID, ContactID: r.ContactID, EndsAt: r.EndsAt,
				DueBy: r.DueBy, State: thanks.State(r.State),
				Draft: r.Draft, Reason: r.Reason, SentAt: zero(r.SentAt), MessageID: r.MessageID.id(), Version: r.Version,
			})
		}
	}
	return nil
}

// hostsIn are those whose words may move an event: the thank-yous of its guests may have named its day. Events count that are to come.
func hostsIn(needs []world.Need, worlds []world.World) (hosts []string, from time.Time) {
	for i, n := range needs {
		if !n.Guests {
			continue
		}
		from = n.Now
		for _, p := range worlds[i].People {
			hosts = append(hosts, p.ID.String())
		}
	}
	return hosts, from
}

// has reports whether a person is on the phone of this world.
func has(w world.World, id uuid.UUID) bool {
	for _, p := range w.People {
		if p.ID == id {
			return true
		}
	}
	return false
}

const openPromisesSQL = `
SELECT q.id, q.report_id, q.owner_id, q.to_id, q.kind, q.what, coalesce(to_char(q.due_on, 'YYYY-MM-DD'), '') AS due_on, q.event_id,
  CASE WHEN q.kind = 'commitment' THEN (SELECT r.meeting_id FROM reports r WHERE r.id = q.report_id) END AS meeting_id,
  coalesce((SELECT name FROM people WHERE id = CASE WHEN q.kind = 'promise' THEN q.to_id ELSE q.owner_id END), '') AS name
FROM (SELECT * FROM promises WHERE owner_id = ANY($1) AND closed_at IS NULL
  UNION SELECT * FROM promises WHERE to_id = ANY($1) AND closed_at IS NULL AND kind = 'commitment') q
ORDER BY q.due_on NULLS LAST, q.id LIMIT 500`

type promiseRow struct {
	ID        uuid.UUID          `db:"id"`
	ReportID  nullID             `db:"report_id"`
	OwnerID   nullID             `db:"owner_id"`
	ToID      nullID             `db:"to_id"`
	Kind      change.PromiseKind `db:"kind"`
	What      string             `db:"what"`
	DueOn     string             `db:"due_on"`
	EventID   nullID             `db:"event_id"`
	MeetingID nullID             `db:"meeting_id"`
	Name      string             `db:"name"`
}

func (r promiseRow) promise() world.Promise {
	return world.Promise{
		ID: r.ID, ReportID: r.ReportID.id(), OwnerID: r.OwnerID.id(), ToID: r.ToID.id(), Kind: r.Kind, What: r.What, DueOn: r.DueOn,
		EventID: r.EventID.id(), MeetingID: r.MeetingID.id(), Name: r.Name,
	}
}

func (t *tx) loadPromises(ctx context.Context, people []string, needs []world.Need, worlds []world.World) error {
	if len(people) == 0 {
		return nil
	}
	var got []promiseRow
	if err := t.sel(ctx, &got, openPromisesSQL, pq.Array(people)); err != nil {
		return fmt.Errorf("promises: %w", err)
	}
	var owners []string
	for _, r := range got {
		if r.Kind == change.Committed {
			owners = append(owners, r.OwnerID.id().String())
		}
	}
	persons, err := t.peopleByID(ctx, owners, worlds)
	if err != nil {
		return err
	}
	for _, r := range got {
		p := r.promise()
		p.Owner = persons[r.OwnerID.id()]
		for i, n := range needs {
			if n.After && (has(worlds[i], r.OwnerID.id()) || has(worlds[i], r.ToID.id())) {
				worlds[i].Promises = append(worlds[i].Promises, p)
			}
		}
	}
	return nil
}

const openDebriefsSQL = `
SELECT d.id, d.organizer_id, d.staff_id, to_char(d.on_date, 'YYYY-MM-DD') AS on_date, d.note, d.created_at, d.version, o.name AS organizer,
  coalesce(s.name, '') AS staff
FROM (SELECT * FROM debriefs WHERE organizer_id = ANY($1) AND closed_at IS NULL
  UNION SELECT * FROM debriefs WHERE staff_id = ANY($1) AND closed_at IS NULL) d
JOIN people o ON o.id = d.organizer_id LEFT JOIN people s ON s.id = d.staff_id ORDER BY d.on_date, d.id LIMIT 100`

type debriefRow struct {
	ID          uuid.UUID `db:"id"`
	OrganizerID uuid.UUID `db:"organizer_id"`
	StaffID     nullID    `db:"staff_id"`
	OnDate      string    `db:"on_date"`
	Note        string    `db:"note"`
	CreatedAt   time.Time `db:"created_at"`
	Version     int       `db:"version"`
	Organizer   string    `db:"organizer"`
	Staff       string    `db:"staff"`
}

func (t *tx) loadDebriefs(ctx context.Context, people []string, needs []world.Need, worlds []world.World) error {
	if len(people) == 0 {
		return nil
	}
	var got []debriefRow
	if err := t.sel(ctx, &got, openDebriefsSQL, pq.Array(people)); err != nil {
		return fmt.Errorf("debriefs: %w", err)
	}
	for _, r := range got {
		for i, n := range needs {
			if n.After && (has(worlds[i], r.OrganizerID) || has(worlds[i], r.StaffID.id())) {
				worlds[i].Debriefs = append(worlds[i].Debriefs, world.Debrief{
					SaveDebrief: change.SaveDebrief{
						ID: r.ID, OrganizerID: r.OrganizerID, StaffID: r.StaffID.id(), On: r.OnDate, Note: r.Note,
						At: r.CreatedAt, Version: r.Version,
					},
					Organizer: r.Organizer, Staff: r.Staff,
				})
			}
		}
	}
	return nil
}

const digestSQL = `WITH open AS (SELECT phone_id, at, greatest(at, put_off_until) AS since FROM attention
  WHERE closed_at IS NULL AND (put_off_until IS NULL OR put_off_until <= $1) LIMIT 1000)
SELECT (SELECT count(*) FROM open) AS waiting, (SELECT count(*) FROM open WHERE since > $2) AS fresh,
  (SELECT string_agg(DISTINCT name, ', ') FROM (SELECT (SELECT name FROM people WHERE people.phone_id = open.phone_id AND erased_at IS NULL
    ORDER BY created_at LIMIT 1) FROM open ORDER BY since DESC LIMIT 3) x) AS who,
  (SELECT count(*) FROM (SELECT FROM reports WHERE filed_at > $2 LIMIT 1000) x) AS filed`

func (t *tx) loadDigest(ctx context.Context, needs []world.Need, worlds []world.World) error {
	for i, n := range needs { // a digest is one step a staff member and day: rarely more than a few in a batch
		if n.DigestSince.IsZero() {
			continue
		}
		var got []struct {
			Waiting int            `db:"waiting"`
			Fresh   int            `db:"fresh"`
			Who     sql.NullString `db:"who"`
			Filed   int            `db:"filed"`
		}
		if err := t.sel(ctx, &got, digestSQL, n.Now, n.DigestSince); err != nil {
			return fmt.Errorf("digest: %w", err)
		}
		worlds[i].Waiting, worlds[i].FiledSince = got[0].Waiting, got[0].Filed
		worlds[i].Fresh, worlds[i].WaitingWho = got[0].Fresh, got[0].Who.String
	}
	return nil
}

const filedNotesSQL = `SELECT count(*) FROM messages WHERE phone_id = $1
  AND seq > coalesce((SELECT max(seq) - 200 FROM messages WHERE phone_id = $1), 0)
  AND dir = {dir.out} AND kind = 'staff_note' AND subject_kind = 'report' AND at >= $2`

// loadNotes counts what staff were told of filed reports today, among the newest texts of the phone.
func (t *tx) loadNotes(ctx context.Context, needs []world.Need, worlds []world.World) error {
	for i, n := range needs {
		if n.NotesSince.IsZero() {
			continue
		}
		var got []int
		if err := t.sel(ctx, &got, filedNotesSQL, worlds[i].Phone.ID, n.NotesSince); err != nil {
			return fmt.Errorf("filed notes: %w", err)
		}
		worlds[i].FiledNotes = got[0]
	}
	return nil
}

const untakenSQL = `SELECT EXISTS (SELECT FROM attention WHERE kind = $1 AND subject_kind = 'meeting' AND subject_id = $2
  AND closed_at IS NULL AND taken_by IS NULL)`

// loadUntaken reads whether what a row escalates still waits for somebody.
func (t *tx) loadUntaken(ctx context.Context, needs []world.Need, worlds []world.World) error {
	for i, n := range needs {
		if n.Untaken == "" {
			continue
		}
		var got []bool
		if err := t.sel(ctx, &got, untakenSQL, n.Untaken, n.UntakenOf); err != nil {
			return fmt.Errorf("untaken: %w", err)
		}
		worlds[i].Untaken = got[0]
	}
	return nil
}
