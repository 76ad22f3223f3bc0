package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/contactfile"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
)

// importLock is the key of the advisory lock that lets one import run at a time: "imports" on a phone's keys.
const importLock = 4676787

// InImport implements app.Imports.
func (s *DB) InImport(ctx context.Context, fn func(app.ImportTx) error) error {
	return s.InTx(ctx, func(t app.Tx) error {
		mine, ok := t.(*tx)
		if !ok {
			return errors.New("not a transaction of this store")
		}
		if _, err := mine.exec(ctx, `SELECT pg_advisory_xact_lock($1)`, importLock); err != nil {
			return fmt.Errorf("wait for another import: %w", err)
		}
		return fn(mine)
	})
}

// One lookup an id, phone or address of the file, each through its own index.
const importPeopleSQL = `
WITH meant AS (
  SELECT id FROM people WHERE id = ANY($1)
  UNION SELECT id FROM people WHERE external_id = ANY($2)
  UNION SELECT p.id FROM phones f JOIN people p ON p.phone_id = f.id WHERE f.phone = ANY($3)
  UNION SELECT id FROM people WHERE email <> '' AND lower(email) = ANY($4)
  UNION SELECT id FROM people WHERE name_folded = ANY($5) AND phone_id IS NULL)
SELECT ` + personColumns + `, coalesce(p.external_id, '') AS external_id, p.tags,
  EXISTS (SELECT FROM planned n WHERE n.phone_id = p.phone_id AND n.person_id = p.id AND n.state = 'planned') AS planned
FROM meant JOIN people p ON p.id = meant.id LEFT JOIN phones f ON f.id = p.phone_id WHERE p.erased_at IS NULL ORDER BY p.id`

const importNumbersSQL = `SELECT phone, consent, consent_at FROM phones WHERE phone = ANY($1)`

const importWrongSQL = `SELECT f.phone, w.name FROM wrong_numbers w JOIN phones f ON f.id = w.phone_id WHERE f.phone = ANY($1)`

const organizersSQL = `SELECT ` + personColumns + ` FROM people p LEFT JOIN phones f ON f.id = p.phone_id
WHERE ` + worksHere + ` AND 'organizer' = ANY(p.roles) AND p.erased_at IS NULL ORDER BY p.id`

type importPersonRow struct {
	personRow
	ExternalID string         `db:"external_id"`
	Tags       pq.StringArray `db:"tags"`
	Planned    bool           `db:"planned"`
}

// Known implements app.ImportTx.
func (t *tx) Known(ctx context.Context, ask app.ImportAsk) (contactfile.Known, error) {
	k := contactfile.Known{Numbers: map[sms.Phone]contactfile.Number{}}
	numbers := make([]string, len(ask.Phones))
	for i, p := range ask.Phones {
		numbers[i] = p.E164()
	}
	var people []importPersonRow
	if err := t.sel(ctx, &people, importPeopleSQL, pq.Array(strs(ask.IDs)), pq.Array(ask.Externals), pq.Array(numbers),
		pq.Array(ask.Emails), pq.Array(ask.Names)); err != nil {
		return k, fmt.Errorf("people: %w", err)
	}
	for _, r := range people {
		k.People = append(k.People, contactfile.Person{Person: r.person(), ExternalID: r.ExternalID, Tags: r.Tags, Planned: r.Planned})
	}
	var phones []struct {
		Phone     string       `db:"phone"`
		Consent   int16        `db:"consent"`
		ConsentAt sql.NullTime `db:"consent_at"`
	}
	if err := t.sel(ctx, &phones, importNumbersSQL, pq.Array(numbers)); err != nil {
		return k, fmt.Errorf("phones: %w", err)
	}
	for _, r := range phones {
		if p, err := sms.PhoneFromE164(r.Phone); err == nil {
			k.Numbers[p] = contactfile.Number{Consent: person.Consent(r.Consent), ConsentAt: zero(r.ConsentAt)}
		}
	}
	var wrong []struct{ Phone, Name string }
	if err := t.sel(ctx, &wrong, importWrongSQL, pq.Array(numbers)); err != nil {
		return k, fmt.Errorf("wrong numbers: %w", err)
	}
	for _, r := range wrong {
		if p, err := sms.PhoneFromE164(r.Phone); err == nil {
			k.Wrong = append(k.Wrong, contactfile.Wrong{Phone: p, Name: r.Name})
		}
	}
	var organizers []personRow
	if err := t.sel(ctx, &organizers, organizersSQL); err != nil {
		return k, fmt.Errorf("organizers: %w", err)
	}
	for _, r := range organizers {
		k.Organizers = append(k.Organizers, r.person())
	}
	return k, nil
}

const addImportSQL = `
INSERT INTO imports (id, at, by_person, file_name, state, added, updated, unchanged, skipped)
  VALUES ($1, $2, $3, $4, 'applied', $5, $6, $7, $8)
ON CONFLICT (id) DO UPDATE SET at = excluded.at, state = excluded.state, file = NULL, added = excluded.added, updated = excluded.updated,
  unchanged = excluded.unchanged, skipped = excluded.skipped`

const importColumns = `AS r(line int, outcome text, why text, consent smallint, words text, consent_id uuid, plan_id uuid, id uuid,
  phone text, name text, preferred text, email text, language text,
  zone text, access_needs text, dietary_needs text, relationship text, notes text, organizer_id uuid, tags json, external_id text,
  version int)`

const importAddedSQL = `
INSERT INTO people (id, phone_id, name, preferred_name, email, language, zone, roles, access_needs, dietary_needs, relationship, notes,
  organizer_id, tags, external_id,
  created_at, import_id)
SELECT r.id, (SELECT f.id FROM phones f WHERE f.phone = r.phone), r.name, r.preferred, r.email, r.language, r.zone, '{contact}',
  r.access_needs, r.dietary_needs,
  r.relationship, r.notes, r.organizer_id, ARRAY(SELECT json_array_elements_text(r.tags)), r.external_id, $2, $3
FROM json_to_recordset($1::json) ` + importColumns + ` ORDER BY r.line`

const importUpdatedSQL = `
UPDATE people p SET phone_id = coalesce((SELECT f.id FROM phones f WHERE f.phone = r.phone), p.phone_id), name = r.name,
  preferred_name = r.preferred, email = r.email, language = r.language, zone = r.zone, access_needs = r.access_needs,
  dietary_needs = r.dietary_needs, relationship = r.relationship, notes = r.notes,
  organizer_id = r.organizer_id, tags = ARRAY(SELECT json_array_elements_text(r.tags)), external_id = r.external_id, version = p.version + 1
FROM json_to_recordset($1::json) ` + importColumns + ` WHERE p.id = r.id AND p.version = r.version`

// The before-row is read before the update, in the statement that writes the report by row.
const importRowsSQL = `
INSERT INTO import_rows (import_id, line, outcome, person_id, why, consent, version, before)
SELECT $2, r.line, r.outcome, r.id, r.why, r.consent, r.version + 1,
  CASE WHEN r.outcome = 'updated' THEN (SELECT jsonb_build_object('phone', f.phone, 'name', p.name,
  'preferred', p.preferred_name, 'email', p.email, 'language', p.language, 'zone', p.zone, 'access_needs', p.access_needs, 'dietary_needs',
  p.dietary_needs,
  'relationship', p.relationship, 'notes', p.notes, 'organizer_id', p.organizer_id, 'tags', p.tags, 'external_id', p.external_id)
  FROM people p LEFT JOIN phones f ON f.id = p.phone_id WHERE p.id = r.id) END
FROM json_to_recordset($1::json) ` + importColumns

// A phone whose word changed since it was read keeps it. Where a one-on-one is to come the phone's own step takes the consent, for it plans
// the reminders too; elsewhere it is written here, under the phone's lock.
const importConsentSQL = `
WITH r AS (SELECT r.* FROM json_to_recordset($1::json) ` + importColumns + ` WHERE r.consent <> {consent.unknown}),
free AS (
  SELECT f.id AS phone_id, r.consent, r.words, r.consent_id, r.id FROM phones f JOIN r ON r.phone = f.phone
  WHERE f.consent <> {consent.no} AND f.consent <> {consent.doubtful} AND NOT EXISTS (SELECT FROM people p
  JOIN meetings m ON m.contact_id = p.id AND m.status IN ('planned', 'proposed', 'confirmed')
    WHERE p.phone_id = f.id)
  ORDER BY f.id FOR NO KEY UPDATE OF f),
told AS (UPDATE phones f SET consent = free.consent, consent_at = $2, version = f.version + 1 FROM free WHERE f.id = free.phone_id)
INSERT INTO consents (id, phone_id, person_id, consent, source, by_person, words, at)
SELECT consent_id, phone_id, id, consent, 'import', $3, words, $2 FROM free`

const importConsentPlansSQL = `
INSERT INTO planned (id, phone_id, person_id, subject_kind, subject_id, rule, occurrence, due_at, reason, data)
SELECT r.plan_id, f.id, r.id, 'person', r.id, $4, 'import ' || $5::text, $2, {why.imported},
  jsonb_build_object('consent', r.consent, 'source', 'import', 'by', coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')::text,
    'meeting', '00000000-0000-0000-0000-000000000000', 'message', '00000000-0000-0000-0000-000000000000', 'words', r.words)
FROM json_to_recordset($1::json) ` + importColumns + ` JOIN phones f ON f.phone = r.phone
WHERE r.consent <> {consent.unknown} AND EXISTS (SELECT FROM people p JOIN meetings m ON m.contact_id = p.id
  AND m.status IN ('planned', 'proposed', 'confirmed') WHERE p.phone_id = f.id)`

type importSave struct {
	Line         int                 `json:"line"`
	Outcome      contactfile.Outcome `json:"outcome"`
	Why          string              `json:"why"`
	Consent      int16               `json:"consent"`
	Words        string              `json:"words"`
	ConsentID    *uuid.UUID          `json:"consent_id"`
	PlanID       *uuid.UUID          `json:"plan_id"`
	ID           *uuid.UUID          `json:"id"`
	Phone        *string             `json:"phone"`
	Name         string              `json:"name"`
	Preferred    string              `json:"preferred"`
	Email        string              `json:"email"`
	Language     string              `json:"language"`
	Zone         string              `json:"zone"`
	AccessNeeds  string              `json:"access_needs"`
	DietaryNeeds string              `json:"dietary_needs"`
	Relationship string              `json:"relationship"`
	Notes        string              `json:"notes"`
	OrganizerID  *uuid.UUID          `json:"organizer_id"`
	Tags         []string            `json:"tags"`
	ExternalID   *string             `json:"external_id"`
	Version      int                 `json:"version"`
}

func importRow(r contactfile.Result) importSave {
	p := r.After
	words := r.Notes
	if r.Why != "" {
		words = append([]string{r.Why}, words...)
	}
	out := importSave{
		Line: r.Line, Outcome: r.Outcome, Why: strings.Join(words, "; "), Consent: int16(r.Consent), Words: r.Words,
		ConsentID: idOrNil(r.ConsentID), PlanID: idOrNil(r.PlanID), ID: idOrNil(p.ID), Phone: strOrNil(p.Phone.E164()),
		Name: p.Name, Preferred: p.Preferred, Email: p.Email, Language: string(p.Language), Zone: p.Zone, AccessNeeds: p.AccessNeeds,
		DietaryNeeds: p.DietaryNeeds,
		Relationship: p.Relationship, Notes: p.Notes, OrganizerID: idOrNil(p.OrganizerID), Tags: p.Tags, ExternalID: strOrNil(p.ExternalID),
		Version: p.Version,
	}
	if out.Tags == nil {
		out.Tags = []string{}
	}
	return out
}

// SaveImport implements app.ImportTx.
func (t *tx) SaveImport(ctx context.Context, im app.ImportRecord, results []contactfile.Result) error {
	if _, err := t.exec(ctx, addImportSQL, im.ID, im.At, idOrNil(im.By), im.FileName, im.Count[contactfile.Added],
		im.Count[contactfile.Updated],
		im.Count[contactfile.Unchanged], im.Count[contactfile.Skipped]); err != nil {
		return fmt.Errorf("import: %w", err)
	}
	var every, added, updated []importSave
	var numbers []string
	for _, r := range results {
		s := importRow(r)
		switch r.Outcome {
		case contactfile.Added:
			added = append(added, s)
		case contactfile.Updated:
			updated = append(updated, s)
		case contactfile.Unchanged, contactfile.Skipped:
		}
		if s.Phone != nil {
			numbers = append(numbers, *s.Phone)
		}
		every = append(every, s)
	}
	if len(every) == 0 {
		return nil
	}
	if _, err := t.exec(ctx, addPhonesSQL, pq.Array(numbers)); err != nil {
		return fmt.Errorf("phones: %w", err)
	}
	if _, err := t.exec(ctx, importRowsSQL, rows(every), im.ID); err != nil {
		return fmt.Errorf("import rows: %w", err)
	}
	if len(added) > 0 {
		if _, err := t.exec(ctx, importAddedSQL, rows(added), im.At, im.ID); err != nil {
			return fmt.Errorf("add people: %w", err)
		}
	}
	n, err := all(ctx, t, "change people", importUpdatedSQL, updated)
	if err != nil {
		return err
	}
	if int(n) < len(updated) {
		return fmt.Errorf("change people: %w", app.ErrConflict)
	}
	return t.saveImportConsents(ctx, im, every)
}

func (t *tx) saveImportConsents(ctx context.Context, im app.ImportRecord, list []importSave) error {
	var said []importSave
	for _, s := range list {
		if s.Consent != 0 {
			said = append(said, s)
		}
	}
	if len(said) == 0 {
		return nil
	}
	data := rows(said)
	if _, err := t.exec(ctx, importConsentSQL, data, im.At, idOrNil(im.By)); err != nil {
		return fmt.Errorf("consents: %w", err)
	}
	if _, err := t.exec(ctx, importConsentPlansSQL, data, im.At, idOrNil(im.By), reminder.ConsentRule, im.ID.String()); err != nil {
		return fmt.Errorf("consents of phones with a one-on-one to come: %w", err)
	}
	return nil
}
