package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/person"
)

const (
	findByEmailSQL = `SELECT id FROM people WHERE lower(email) ~>=~ $1 AND lower(email) ~<~ $2 AND email <> '' AND erased_at IS NULL LIMIT $3`
	// The tag's index first: the order of ids would be had by walking everybody.
	findByTagSQL = `WITH tagged AS MATERIALIZED (SELECT id FROM people WHERE tags <> '{}' AND tag_words(tags) @@ to_tsquery('simple', $1)
	  AND erased_at IS NULL) SELECT id FROM tagged ORDER BY id LIMIT $2`
	placeOfSQL = `SELECT name_folded AS name, created_at FROM people WHERE id = $1`
)

// foundContacts returns whom a search among contacts means.
func (s *DB) foundContacts(ctx context.Context, q string, in page.SearchIn) ([]string, error) {
	if in == page.InNames {
		return s.found(ctx, q)
	}
	low := strings.ToLower(q)
	if strings.Contains(q, "@") {
		ids := []string{}
		err := s.sel(ctx, &ids, findByEmailSQL, low, low+"\U0010FFFF", maxFound)
		return ids, err
	}
	ids, err := s.found(ctx, q)
	if err != nil {
		return nil, err
	}
	if words := wordQuery(q, 1); words != "" {
		tagged := []string{}
		if err := s.sel(ctx, &tagged, findByTagSQL, words, maxFound); err != nil {
			return nil, err
		}
		ids = append(ids, tagged...)
	}
	return ids, nil
}

type pageContactRow struct {
	P         pagePersonRow  `db:"p"`
	Email     string         `db:"email"`
	Organizer string         `db:"organizer"`
	Tags      pq.StringArray `db:"tags"`
	AddedAt   time.Time      `db:"created_at"`
}

func contactSelect() string {
	return `SELECT ` + pagePerson("p", "f", "p") + `, p.email, coalesce(o.name, '') AS organizer, p.tags, p.created_at
FROM people p LEFT JOIN phones f ON f.id = p.phone_id LEFT JOIN people o ON o.id = p.organizer_id`
}

// contactQuery puts the list's statement together; who is what the search found.
func contactQuery(f page.ContactFilter, who []string, name string, added time.Time) (query string, args []any) {
	var w where
	w.and("p.erased_at IS NULL")
	w.and("'contact' = ANY(p.roles)")
	if f.Find != "" {
		w.and("p.id = ANY(?)", texts(who))
	}
	if f.Organizer != uuid.Nil {
		w.and("p.organizer_id = ?", f.Organizer)
	} else if f.Alone {
		w.and("p.organizer_id IS NULL")
	}
	switch f.Consent { // written out: the partial index of the rare ones fits these only
	case "yes":
		w.and("f.consent = {consent.yes}")
	case "no":
		w.and("f.consent = {consent.no}")
	case "doubtful":
		w.and("f.consent = {consent.doubtful}")
	case "unknown":
		w.and("coalesce(f.consent, 0) = 0")
	}
	key, down := "p.name_folded, p.id", f.Down
	if f.Newest {
		key, down = "p.created_at, p.id", !f.Down
		w.after(key, down, added, f.After)
	} else if f.After != uuid.Nil {
		more := ">"
		if down {
			more = "<"
		}
		w.and("("+key+") "+more+" (?, ?)", name, f.After)
	}
	return w.query(contactSelect(), "ORDER BY "+directed(key, down)+" LIMIT ?", f.N), w.args
}

// ContactList implements page.People.
func (s *DB) ContactList(ctx context.Context, f page.ContactFilter) ([]page.ContactRow, error) {
	if !f.Owned || f.Organizer != uuid.Nil {
		return s.contactsInOrder(ctx, f)
	}
	groups, err := s.ownersOf(ctx, "people")
	if err != nil {
		return nil, err
	}
	sort := page.Sort{Down: f.Down}
	if f.After != uuid.Nil {
		owner, err := one[nullID](ctx, s, `SELECT organizer_id FROM people WHERE id = $1`, f.After)
		if err != nil {
			return nil, err
		}
		if sort.In = owner.id().String(); owner.id() == uuid.Nil {
			sort.In = page.Alone
		}
	}
	return inGroups(append(groups, page.Alone), sort, f.N, func(g string, goesOn bool, n int) ([]page.ContactRow, error) {
		part := f
		part.N, part.Down, part.Owned = n, false, false
		if !goesOn {
			part.After = uuid.Nil
		}
		if part.Alone = g == page.Alone; !part.Alone {
			if part.Organizer, err = uuid.Parse(g); err != nil {
				return nil, err
			}
		}
		return s.contactsInOrder(ctx, part)
	})
}

func (s *DB) contactsInOrder(ctx context.Context, f page.ContactFilter) ([]page.ContactRow, error) {
	var who []string
	var err error
	if f.Find != "" {
		if who, err = s.foundContacts(ctx, f.Find, f.In); err != nil {
			return nil, err
		}
	}
	place := struct {
		Name  string    `db:"name"`
		Added time.Time `db:"created_at"`
	}{}
	if f.After != uuid.Nil {
		if place, err = one[struct {
			Name  string    `db:"name"`
			Added time.Time `db:"created_at"`
		}](ctx, s, placeOfSQL, f.After); err != nil {
			return nil, err
		}
	}
	q, args := contactQuery(f, who, place.Name, place.Added)
	var got []pageContactRow
	if err := s.sel(ctx, &got, q, args...); err != nil {
		return nil, err
	}
	out := make([]page.ContactRow, len(got))
	for i, r := range got {
		out[i] = page.ContactRow{Person: r.P.person(), Email: r.Email, Organizer: r.Organizer, Tags: r.Tags, AddedAt: r.AddedAt}
	}
	return out, nil
}

type personDetailRow struct {
	pageContactRow
	Preferred    string         `db:"preferred_name"`
	Roles        pq.StringArray `db:"roles"`
	AccessNeeds  string         `db:"access_needs"`
	DietaryNeeds string         `db:"dietary_needs"`
	Relationship string         `db:"relationship"`
	Notes        string         `db:"notes"`
	OrganizerID  nullID         `db:"organizer_id"`
	Assessment   int            `db:"assessment"`
	NextStep     string         `db:"next_step"`
	Version      int            `db:"version"`
}

// Person implements page.People.
func (s *DB) Person(ctx context.Context, id uuid.UUID) (page.PersonDetail, error) {
	q := `SELECT ` + pagePerson("p", "f", "p") + `, p.email, coalesce(o.name, '') AS organizer, p.tags, p.created_at, p.preferred_name,
  p.roles, p.access_needs, p.dietary_needs,
  p.relationship, p.notes, p.organizer_id, p.assessment, p.next_step, p.version
FROM people p LEFT JOIN phones f ON f.id = p.phone_id LEFT JOIN people o ON o.id = p.organizer_id WHERE p.id = $1 AND p.erased_at IS NULL`
	r, err := one[personDetailRow](ctx, s, q, id)
	if err != nil {
		return page.PersonDetail{}, err
	}
	return page.PersonDetail{
		Person: r.P.person(), Preferred: r.Preferred, Email: r.Email, Roles: rolesOf(r.Roles), AccessNeeds: r.AccessNeeds,
		DietaryNeeds: r.DietaryNeeds,
		Relationship: r.Relationship, Notes: r.Notes, Tags: r.Tags, OrganizerID: r.OrganizerID.id(), Organizer: r.Organizer, AddedAt: r.AddedAt,
		Assessment: r.Assessment, NextStep: r.NextStep, Version: r.Version,
	}, nil
}

func rolesOf(list []string) []person.Role {
	out := make([]person.Role, len(list))
	for i, s := range list {
		out[i] = person.Role(s)
	}
	return out
}

const pageConsentsSQL = `SELECT c.consent, c.source, coalesce(b.name, '') AS by_name, coalesce(p.name, '') AS person, c.meeting_id,
  coalesce(nullif(c.words, ''), m.body, '') AS words, c.at
FROM consents c LEFT JOIN people b ON b.id = c.by_person LEFT JOIN people p ON p.id = c.person_id
  LEFT JOIN messages m ON m.id = c.message_id AND m.dir = {dir.in}
WHERE c.phone_id = $1 OR c.person_id = $3 ORDER BY c.at DESC, c.id DESC LIMIT $2`

// Consents implements page.People.
func (s *DB) Consents(ctx context.Context, phoneID int64, who uuid.UUID, n int) ([]page.ConsentLine, error) {
	var got []struct {
		Consent int16     `db:"consent"`
		Source  string    `db:"source"`
		By      string    `db:"by_name"`
		Person  string    `db:"person"`
		Meeting nullID    `db:"meeting_id"`
		Words   string    `db:"words"`
		At      time.Time `db:"at"`
	}
	if err := s.sel(ctx, &got, pageConsentsSQL, phoneID, n, who); err != nil {
		return nil, err
	}
	out := make([]page.ConsentLine, len(got))
	for i, r := range got {
		out[i] = page.ConsentLine{
			Consent: person.Consent(r.Consent), Source: r.Source, By: r.By, Person: r.Person, Meeting: r.Meeting.id(),
			Words: r.Words, At: r.At,
		}
	}
	return out, nil
}

// MeetingsOf implements page.People. Each side goes by its own index.
func (s *DB) MeetingsOf(ctx context.Context, id uuid.UUID, n int) ([]page.MeetingRow, error) {
	q := meetingSelect() + ` WHERE m.id IN (SELECT id FROM meetings WHERE organizer_id = $1 UNION SELECT id FROM meetings
  WHERE contact_id = $1)
ORDER BY coalesce(m.starts_at, m.created_at) DESC, m.id DESC LIMIT $2`
	var got []pageMeetingRow
	if err := s.sel(ctx, &got, q, id, n); err != nil {
		return nil, err
	}
	out := make([]page.MeetingRow, len(got))
	for i, r := range got {
		out[i] = r.row()
	}
	return out, nil
}

const notesOnSQL = `SELECT p.name AS by_name, n.kind = 'call' AS call, n.words, n.at FROM notes n JOIN people p ON p.id = n.author_id
WHERE n.person_id = $1 OR n.meeting_id IN (SELECT id FROM meetings WHERE contact_id = $1) ORDER BY n.at DESC, n.id DESC LIMIT $2`

// NotesOn implements page.People.
func (s *DB) NotesOn(ctx context.Context, id uuid.UUID, n int) ([]page.Note, error) {
	var got []struct {
		By    string    `db:"by_name"`
		Call  bool      `db:"call"`
		Words string    `db:"words"`
		At    time.Time `db:"at"`
	}
	if err := s.sel(ctx, &got, notesOnSQL, id, n); err != nil {
		return nil, err
	}
	out := make([]page.Note, len(got))
	for i, r := range got {
		out[i] = page.Note{By: r.By, Call: r.Call, Words: r.Words, At: r.At}
	}
	return out, nil
}

const busySQL = ` (SELECT count(*) FROM meetings m WHERE m.organizer_id = p.id AND m.status IN ('planned', 'proposed', 'confirmed')
  AND m.starts_at > $1) AS coming,
  lately.held, lately.missing, lately.no_shows,
  (SELECT count(*) FROM people c WHERE c.organizer_id = p.id AND c.erased_at IS NULL) AS contacts,
  coalesce((SELECT max(d.on_date)::text FROM debriefs d WHERE d.organizer_id = p.id AND d.closed_at IS NOT NULL), '') AS debriefed_on,
  f.inbound_at, p.weekly_goal
FROM people p LEFT JOIN phones f ON f.id = p.phone_id CROSS JOIN LATERAL (SELECT
  count(*) FILTER (WHERE m.status IN ('planned', 'confirmed', 'held')
  AND coalesce(m.starts_at + make_interval(mins => m.minutes), m.created_at) <= $1::timestamptz - interval '1 day'
    AND NOT EXISTS (SELECT FROM reports r WHERE r.meeting_id = m.id AND r.status <> 'draft')) AS missing,
    count(*) FILTER (WHERE m.status = 'no_show') AS no_shows,
  count(*) FILTER (WHERE m.status IN ('held', 'reported', 'debriefed')) AS held
  FROM meetings m WHERE m.organizer_id = p.id AND coalesce(m.starts_at, m.created_at) > $1::timestamptz - interval '60 days'
  AND coalesce(m.starts_at, m.created_at) <= $1) lately
WHERE ` + worksHere + ` AND 'organizer' = ANY(p.roles) AND p.erased_at IS NULL ORDER BY p.name_folded, p.id LIMIT $2`

// Busy implements page.People: organizers are few, and what each has in hand goes by an index.
func (s *DB) Busy(ctx context.Context, now time.Time, n int) ([]page.OrganizerRow, error) {
	var got []struct {
		P           pagePersonRow `db:"p"`
		Coming      int           `db:"coming"`
		Held        int           `db:"held"`
		Missing     int           `db:"missing"`
		NoShows     int           `db:"no_shows"`
		Contacts    int           `db:"contacts"`
		DebriefedOn string        `db:"debriefed_on"`
		HeardAt     sql.NullTime  `db:"inbound_at"`
		Goal        int           `db:"weekly_goal"`
	}
	if err := s.sel(ctx, &got, `SELECT `+pagePerson("p", "f", "p")+`,`+busySQL, now, n); err != nil {
		return nil, err
	}
	out := make([]page.OrganizerRow, len(got))
	for i, r := range got {
		out[i] = page.OrganizerRow{
			Person: r.P.person(), Coming: r.Coming, Held: r.Held, Missing: r.Missing, NoShows: r.NoShows,
			Contacts: r.Contacts, Goal: r.Goal, DebriefedOn: r.DebriefedOn, HeardAt: zero(r.HeardAt),
		}
	}
	return out, nil
}

// Heard implements page.People.
func (s *DB) Heard(ctx context.Context) (bool, error) {
	return one[bool](ctx, s, `SELECT EXISTS (SELECT FROM inbound)`)
}

const teamSQL = `, p.roles, EXISTS (SELECT 1 FROM accounts a WHERE a.person_id = p.id AND a.password_hash <> '') AS signs_in
FROM people p LEFT JOIN phones f ON f.id = p.phone_id
WHERE ` + worksHere + ` AND p.erased_at IS NULL ORDER BY p.name_folded, p.id LIMIT $1`

// Team implements page.People.
func (s *DB) Team(ctx context.Context, n int) ([]page.TeamRow, error) {
	var got []struct {
		P       pagePersonRow  `db:"p"`
		Roles   pq.StringArray `db:"roles"`
		SignsIn bool           `db:"signs_in"`
	}
	if err := s.sel(ctx, &got, `SELECT `+pagePerson("p", "f", "p")+teamSQL, n); err != nil {
		return nil, err
	}
	out := make([]page.TeamRow, len(got))
	for i, r := range got {
		out[i] = page.TeamRow{Person: r.P.person(), Roles: rolesOf(r.Roles), SignsIn: r.SignsIn}
	}
	return out, nil
}
