package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

const personColumns = `p.id, p.phone_id, coalesce(f.phone, '') AS phone, ` + consentColumn + ` AS consent,
  coalesce(f.reach_bad OR f.locked, false) AS reach_bad, f.paused_until,
  coalesce(f.texts_from, 0) AS texts_from, coalesce(f.texts_to, 0) AS texts_to, p.name, p.preferred_name, p.email, p.language,
  p.zone, p.roles, p.best_way, p.access_needs, p.dietary_needs, p.relationship, p.notes, p.organizer_id, p.version`

// A phone's yes is that of the organizer's contacts who gave it: one whom another organizer plans with on the same number is asked anew.
const consentColumn = `CASE WHEN f.consent = {consent.yes} AND 'contact' = ANY(p.roles)
    AND EXISTS (SELECT FROM people its WHERE its.phone_id = p.phone_id AND its.organizer_id <> p.organizer_id AND its.erased_at IS NULL)
    AND NOT EXISTS (SELECT FROM consents own JOIN people its ON its.id = own.person_id
      WHERE own.phone_id = p.phone_id AND own.consent = {consent.yes} AND its.organizer_id = p.organizer_id)
  THEN {consent.unknown} ELSE coalesce(f.consent, {consent.unknown}) END`

// consentOf is that column of a person p with phone f.
func consentOf(p, f string) string {
	return strings.NewReplacer("p.", p+".", "f.", f+".", "its.", "its.").Replace(consentColumn)
}

const peopleOfPhonesSQL = `SELECT ` + personColumns + ` FROM people p JOIN phones f ON f.id = p.phone_id
WHERE p.phone_id = ANY({phones numbered}) AND p.erased_at IS NULL ORDER BY p.id`

type personRow struct {
	ID           uuid.UUID      `db:"id"`
	PhoneID      sql.NullInt64  `db:"phone_id"`
	Phone        string         `db:"phone"`
	Consent      int16          `db:"consent"`
	ReachBad     bool           `db:"reach_bad"`
	PausedUntil  sql.NullTime   `db:"paused_until"`
	TextsFrom    int            `db:"texts_from"`
	TextsTo      int            `db:"texts_to"`
	Name         string         `db:"name"`
	Preferred    string         `db:"preferred_name"`
	Email        string         `db:"email"`
	Language     string         `db:"language"`
	Zone         string         `db:"zone"`
	Roles        pq.StringArray `db:"roles"`
	BestWay      string         `db:"best_way"`
	AccessNeeds  string         `db:"access_needs"`
	DietaryNeeds string         `db:"dietary_needs"`
	Relationship string         `db:"relationship"`
	Notes        string         `db:"notes"`
	OrganizerID  nullID         `db:"organizer_id"`
	Version      int            `db:"version"`
}

func (r personRow) person() person.Person {
	p := person.Person{
		ID: r.ID, PhoneID: r.PhoneID.Int64, Consent: person.Consent(r.Consent), ReachBad: r.ReachBad, Name: r.Name, Preferred: r.Preferred,
		Email: r.Email, Paused: zero(r.PausedUntil), TextHours: when.Window{From: r.TextsFrom, To: r.TextsTo},
		Language: lang.Tag(r.Language), Zone: r.Zone, BestWay: r.BestWay, AccessNeeds: r.AccessNeeds, DietaryNeeds: r.DietaryNeeds,
		Relationship: r.Relationship, Notes: r.Notes, OrganizerID: r.OrganizerID.id(), Version: r.Version,
	}
	for _, role := range r.Roles {
		p.Roles = append(p.Roles, person.Role(role))
	}
	if ph, err := sms.PhoneFromE164(r.Phone); err == nil {
		p.Phone = ph
	}
	return p
}

// Load implements app.Tx.
func (t *tx) Load(ctx context.Context, needs []world.Need, worlds []world.World) error {
	for i, n := range needs {
		worlds[i].Heard = n.Heard
	}
	// records ask for a one-on-one, drafts for their contacts
	if err := t.loadRecords(ctx, needs, worlds); err != nil {
		return err
	}
	drafts := func(t *tx) error {
		if err := t.loadDrafts(ctx, needs, worlds); err != nil {
			return err
		}
		return t.loadContacts(ctx, needs, worlds)
	}
	reads := []func(*tx) error{drafts}
	for _, load := range []func(*tx, context.Context, []world.Need, []world.World) error{
		(*tx).loadDoubts, (*tx).loadStaff, (*tx).loadAsks, (*tx).loadFiled, (*tx).loadMeetings, (*tx).loadDigest,
		(*tx).loadNotes, (*tx).loadUntaken,
	} {
		reads = append(reads, func(t *tx) error { return load(t, ctx, needs, worlds) })
	}
	return t.together(ctx, append(reads, after(ctx, needs, worlds)...)...)
}

const draftsSQL = `SELECT id, organizer_id, contact_id, meeting_id, question, version, started_at FROM reports
WHERE organizer_id = ANY($1) AND status = 'draft' ORDER BY organizer_id, id`

const answersSQL = `SELECT report_id, field, state, words, value, sources, needs_review FROM answers WHERE report_id = ANY($1)`

type draftRow struct {
	ID          uuid.UUID    `db:"id"`
	OrganizerID uuid.UUID    `db:"organizer_id"`
	ContactID   nullID       `db:"contact_id"`
	MeetingID   nullID       `db:"meeting_id"`
	Question    string       `db:"question"`
	Version     int          `db:"version"`
	StartedAt   sql.NullTime `db:"started_at"`
}

type answerRow struct {
	ReportID    uuid.UUID      `db:"report_id"`
	Field       string         `db:"field"`
	State       string         `db:"state"`
	Words       string         `db:"words"`
	Value       string         `db:"value"`
	Sources     pq.StringArray `db:"sources"`
	NeedsReview bool           `db:"needs_review"`
}

func (t *tx) loadDrafts(ctx context.Context, needs []world.Need, worlds []world.World) error {
	owner := map[uuid.UUID]int{}
	var people []string
	for i, n := range needs {
		if !n.Drafts {
			continue
		}
		for _, p := range worlds[i].People {
			owner[p.ID] = i
			people = append(people, p.ID.String())
		}
	}
	if len(people) == 0 {
		return nil
	}
	var drafts []draftRow
	if err := t.sel(ctx, &drafts, draftsSQL, pq.Array(people)); err != nil {
		return fmt.Errorf("drafts: %w", err)
	}
	if len(drafts) == 0 {
		return nil
	}
	ids := make([]string, len(drafts))
	for i, d := range drafts {
		ids[i] = d.ID.String()
	}
	byReport, err := t.answersOf(ctx, ids)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		w := &worlds[owner[d.OrganizerID]]
		w.Drafts = append(w.Drafts, report.Draft{
			ID: d.ID, OrganizerID: d.OrganizerID, ContactID: d.ContactID.id(), MeetingID: d.MeetingID.id(),
			Question: report.Name(d.Question), Version: d.Version, StartedAt: zero(d.StartedAt), Answers: byReport[d.ID],
		})
	}
	return nil
}

// answersOf reads the answers of reports.
func (t *tx) answersOf(ctx context.Context, reports []string) (map[uuid.UUID]map[report.Name]report.Answer, error) {
	var answers []answerRow
	if err := t.sel(ctx, &answers, answersSQL, pq.Array(reports)); err != nil {
		return nil, fmt.Errorf("answers: %w", err)
	}
	byReport := map[uuid.UUID]map[report.Name]report.Answer{}
	for _, a := range answers {
		if byReport[a.ReportID] == nil {
			byReport[a.ReportID] = map[report.Name]report.Answer{}
		}
		ans := report.Answer{State: report.State(a.State), Words: a.Words, Value: a.Value, NeedsReview: a.NeedsReview}
		for _, s := range a.Sources {
			if id, err := uuid.Parse(s); err == nil {
				ans.Sources = append(ans.Sources, id)
			}
		}
		byReport[a.ReportID][report.Name(a.Field)] = ans
	}
	return byReport, nil
}

// An organizer's words can only mean the organizer's own contacts: nobody learns from a text whom others know.
// contactsSQL finds contacts by name among an organizer's own, and by number among all: one person is one record, whoever plans.
const contactsSQL = `SELECT ` + personColumns + `, w.i AS world FROM
  (SELECT * FROM unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::uuid[]) AS n(i, organizer, name, phone, id)) w
  JOIN people p ON p.erased_at IS NULL AND ((p.id = w.id) OR ('contact' = ANY(p.roles) AND
    ((p.organizer_id = w.organizer AND w.name <> '' AND (p.name_folded = w.name OR split_part(p.name_folded, ' ', 1) = w.name)) OR
     (w.phone <> '' AND p.phone_id = (SELECT id FROM phones WHERE phone = w.phone)))))
  LEFT JOIN phones f ON f.id = p.phone_id ORDER BY p.id`

type contactRow struct {
	personRow
	World int `db:"world"`
}

func (t *tx) loadContacts(ctx context.Context, needs []world.Need, worlds []world.World) error {
	var world []int64
	var organizer, name, phone, id []string
	none := uuid.Nil.String()
	for i, n := range needs {
		for _, c := range talk.LinkedContacts(slices.Concat(worlds[i].Drafts, []report.Draft{worlds[i].Record.Draft})) {
			world, organizer, name, phone, id = append(world, int64(i)), append(organizer, none), append(name, ""), append(phone, ""),
				append(id, c.String())
		}
		for _, p := range worlds[i].People {
			for _, s := range n.ContactNames {
				world, organizer, name, phone, id = append(world, int64(i)), append(organizer, p.ID.String()), append(name, fold.Fold(s)),
					append(phone, ""), append(id, none)
			}
			for _, s := range n.ContactPhones {
				world, organizer, name, phone, id = append(world, int64(i)), append(organizer, p.ID.String()), append(name, ""),
					append(phone, s.E164()), append(id, none)
			}
		}
	}
	if len(world) == 0 {
		return nil
	}
	var got []contactRow
	if err := t.sel(ctx, &got, contactsSQL, pq.Array(world), pq.Array(organizer), pq.Array(name), pq.Array(phone), pq.Array(id)); err != nil {
		return fmt.Errorf("contacts: %w", err)
	}
	seen := map[int]map[uuid.UUID]bool{}
	for _, r := range got {
		if seen[r.World] == nil {
			seen[r.World] = map[uuid.UUID]bool{}
		}
		if !seen[r.World][r.ID] {
			seen[r.World][r.ID] = true
			worlds[r.World].Contacts = append(worlds[r.World].Contacts, r.person())
		}
	}
	return nil
}

// Those asked for by name come first, so that the limit cuts none of them.
const staffSQL = `SELECT ` + personColumns + ` FROM people p LEFT JOIN phones f ON f.id = p.phone_id
WHERE p.id = ANY(ARRAY(SELECT p.id FROM people p WHERE ` + worksHere + ` AND p.roles && ARRAY['staff', 'admin']
  UNION ALL SELECT unnest($1::uuid[]))) AND p.erased_at IS NULL
ORDER BY p.id = ANY($1) DESC, p.id LIMIT 200`

// loadStaff reads the staff and, for a contact's phone, the organizers whose contacts these are.
func (t *tx) loadStaff(ctx context.Context, needs []world.Need, worlds []world.World) error {
	any, organizers := false, []string{}
	for i, n := range needs {
		if !n.Staff {
			continue
		}
		any = true
		for _, p := range worlds[i].People {
			if p.OrganizerID != uuid.Nil {
				organizers = append(organizers, p.OrganizerID.String())
			}
		}
	}
	if !any {
		return nil
	}
	var got []personRow
	if err := t.sel(ctx, &got, staffSQL, pq.Array(organizers)); err != nil {
		return fmt.Errorf("staff: %w", err)
	}
	for i, n := range needs {
		if !n.Staff {
			continue
		}
		for _, r := range got {
			p := r.person()
			if p.Is(person.Staff, person.Admin) {
				worlds[i].Staff = append(worlds[i].Staff, p)
			}
			if slices.ContainsFunc(worlds[i].People, func(c person.Person) bool { return c.OrganizerID == p.ID }) {
				worlds[i].Organizers = append(worlds[i].Organizers, p)
			}
		}
	}
	return nil
}

const openAsksSQL = `SELECT phone_id, kind, subject_id, rank FROM asks WHERE phone_id = ANY($1) AND closed_at IS NULL
  ORDER BY rank, at DESC`

type askRow struct {
	PhoneID   int64     `db:"phone_id"`
	Kind      string    `db:"kind"`
	SubjectID uuid.UUID `db:"subject_id"`
	Rank      int       `db:"rank"`
}

// phonesThat lists the phones whose step needs something, with the place of each.
func phonesThat(needs []world.Need, worlds []world.World, need func(world.Need) bool) (ids []int64, at map[int64]int) {
	at = map[int64]int{}
	for i, n := range needs {
		if need(n) {
			at[worlds[i].Phone.ID] = i
			ids = append(ids, worlds[i].Phone.ID)
		}
	}
	return ids, at
}

func (t *tx) loadAsks(ctx context.Context, needs []world.Need, worlds []world.World) error {
	ids, at := phonesThat(needs, worlds, func(n world.Need) bool { return n.Asks })
	if len(ids) == 0 {
		return nil
	}
	var got []askRow
	if err := t.sel(ctx, &got, openAsksSQL, pq.Array(ids)); err != nil {
		return fmt.Errorf("asks: %w", err)
	}
	for _, a := range got {
		w := &worlds[at[a.PhoneID]]
		w.Asks = append(w.Asks, world.Ask{Kind: a.Kind, SubjectID: a.SubjectID, Rank: a.Rank})
	}
	return nil
}
