package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/core/person"
)

// savePhones makes the rows of phones that people or plans of this batch name and that nobody texted from yet.
func (t *tx) savePhones(ctx context.Context, b *batch) error {
	var numbers []string
	for _, p := range b.people {
		if !p.Person.Phone.IsZero() { // also a known person's new number
			numbers = append(numbers, p.Person.Phone.E164())
		}
	}
	for _, p := range b.plans {
		if p.PhoneID == 0 && !p.Phone.IsZero() {
			numbers = append(numbers, p.Phone.E164())
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	_, err := t.exec(ctx, addPhonesSQL, pq.Array(numbers))
	return err
}

// An update is guarded by the version; on a new person version 0 inserts.
const insertPeopleSQL = `
INSERT INTO people (id, phone_id, name, preferred_name, email, language, zone, roles, best_way, access_needs, dietary_needs, relationship,
  notes,
  organizer_id, created_at)
SELECT r.id, (SELECT f.id FROM phones f WHERE f.phone = r.phone), r.name, r.preferred, r.email, r.language, r.zone,
  ARRAY(SELECT json_array_elements_text(r.roles)), r.best_way, r.access_needs, r.dietary_needs, r.relationship, r.notes, r.organizer_id,
  r.at
FROM json_to_recordset($1::json) AS r(id uuid, phone text, name text, preferred text, email text, language text, zone text, roles json,
  best_way text, access_needs text, dietary_needs text, relationship text, notes text, organizer_id uuid, at timestamptz)`

const updatePeopleSQL = `
UPDATE people p SET phone_id = coalesce((SELECT f.id FROM phones f WHERE f.phone = r.phone), p.phone_id), name = r.name,
  preferred_name = r.preferred,
  email = r.email, language = r.language, zone = r.zone, roles = ARRAY(SELECT json_array_elements_text(r.roles)), best_way = r.best_way,
  access_needs = r.access_needs, dietary_needs = r.dietary_needs, relationship = r.relationship, notes = r.notes,
  organizer_id = coalesce(r.organizer_id, p.organizer_id), version = p.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, phone text, name text, preferred text, email text, language text, zone text, roles json,
  best_way text, access_needs text, dietary_needs text, relationship text, notes text, organizer_id uuid, version int)
WHERE p.id = r.id AND p.version = r.version`

type personSave struct {
	ID           uuid.UUID     `json:"id"`
	Phone        *string       `json:"phone"`
	Name         string        `json:"name"`
	Preferred    string        `json:"preferred"`
	Email        string        `json:"email"`
	Language     string        `json:"language"`
	Zone         string        `json:"zone"`
	Roles        []person.Role `json:"roles"`
	BestWay      string        `json:"best_way"`
	AccessNeeds  string        `json:"access_needs"`
	DietaryNeeds string        `json:"dietary_needs"`
	Relationship string        `json:"relationship"`
	Notes        string        `json:"notes"`
	OrganizerID  *uuid.UUID    `json:"organizer_id"`
	Version      int           `json:"version"`
	At           time.Time     `json:"at"`
}

func (t *tx) savePeople(ctx context.Context, b *batch) error {
	var list []personSave
	for _, c := range b.people {
		p := c.Person
		r := personSave{
			ID: p.ID, Phone: strOrNil(p.Phone.E164()), Name: p.Name, Preferred: p.Preferred, Email: p.Email, Language: string(p.Language),
			Zone: p.Zone, Roles: p.Roles, BestWay: p.BestWay, AccessNeeds: p.AccessNeeds, DietaryNeeds: p.DietaryNeeds, Relationship: p.Relationship,
			Notes: p.Notes, OrganizerID: idOrNil(p.OrganizerID), Version: p.Version, At: c.At,
		}
		list = append(list, r)
	}
	return addOrChange(ctx, t, "people", list, func(r personSave) int { return r.Version }, addChange{insertPeopleSQL, updatePeopleSQL})
}

const languagesSQL = `UPDATE people p SET language = r.language, version = p.version + 1
FROM json_to_recordset($1::json) AS r(id uuid, language text) WHERE p.id = r.id`

type languageSave struct {
	ID       uuid.UUID `json:"id"`
	Language string    `json:"language"`
}

func (t *tx) saveLanguages(ctx context.Context, b *batch) error {
	var list []languageSave
	for _, c := range b.languages {
		list = append(list, languageSave{c.PersonID, string(c.Language)})
	}
	_, err := all(ctx, t, "languages", languagesSQL, list)
	return err
}

const consentsSQL = `
INSERT INTO consents (id, phone_id, person_id, consent, source, by_person, meeting_id, message_id, words, at)
SELECT id, phone_id, person_id, consent, source, by_person, meeting_id, message_id, words, at
FROM json_to_recordset($1::json) AS r(id uuid, phone_id bigint, person_id uuid, consent smallint, source text, by_person uuid,
  meeting_id uuid,
  message_id uuid, words text, at timestamptz)`

// The phone's consent is the last word of its consents, written in the same transaction under the phone's lock.
const phoneConsentSQL = `UPDATE phones f SET consent = r.consent, consent_at = r.at, version = f.version + 1
FROM json_to_recordset($1::json) AS r(phone_id bigint, consent smallint, at timestamptz) WHERE f.id = r.phone_id`

type consentSave struct {
	ID        uuid.UUID  `json:"id"`
	PhoneID   int64      `json:"phone_id"`
	PersonID  *uuid.UUID `json:"person_id"`
	Consent   int16      `json:"consent"`
	Source    string     `json:"source"`
	ByPerson  *uuid.UUID `json:"by_person"`
	MeetingID *uuid.UUID `json:"meeting_id"`
	MessageID *uuid.UUID `json:"message_id"`
	Words     string     `json:"words"`
	At        time.Time  `json:"at"`
}

func (t *tx) saveConsents(ctx context.Context, b *batch) error {
	var list []consentSave
	for _, c := range b.consents {
		list = append(list, consentSave{
			c.ID, c.PhoneID, idOrNil(c.PersonID), int16(c.Consent), c.Source, idOrNil(c.ByPerson), idOrNil(c.MeetingID),
			idOrNil(c.MessageID), c.Words, c.At,
		})
	}
	if _, err := all(ctx, t, "consents", consentsSQL, list); err != nil {
		return err
	}
	_, err := all(ctx, t, "phone consent", phoneConsentSQL, list)
	return err
}

const reachSQL = `UPDATE phones f SET reach_bad = r.bad, reach_code = r.code, reach_at = r.at, version = f.version + 1
FROM json_to_recordset($1::json) AS r(phone_id bigint, bad boolean, code int, at timestamptz) WHERE f.id = r.phone_id`

type reachSave struct {
	PhoneID int64     `json:"phone_id"`
	Bad     bool      `json:"bad"`
	Code    int       `json:"code"`
	At      time.Time `json:"at"`
}

func (t *tx) saveReach(ctx context.Context, b *batch) error {
	var list []reachSave
	for _, c := range b.reach {
		list = append(list, reachSave{c.PhoneID, c.Bad, c.Code, c.At})
	}
	_, err := all(ctx, t, "reach", reachSQL, list)
	return err
}

const pauseSQL = `UPDATE phones f SET paused_until = r.until, version = f.version + 1
FROM json_to_recordset($1::json) AS r(phone_id bigint, until timestamptz) WHERE f.id = r.phone_id`

type pauseSave struct {
	PhoneID int64      `json:"phone_id"`
	Until   *time.Time `json:"until"`
}

func (t *tx) savePauses(ctx context.Context, b *batch) error {
	var list []pauseSave
	for _, c := range b.pauses {
		list = append(list, pauseSave{c.PhoneID, timeOrNil(c.Until)})
	}
	_, err := all(ctx, t, "pauses", pauseSQL, list)
	return err
}

const seenSQL = `UPDATE phones f SET last_at = greatest(f.last_at, r.last_at), inbound_at = coalesce(r.inbound_at, f.inbound_at),
  auto_answered_at = coalesce(r.auto_answered_at, f.auto_answered_at), flood_minute = r.flood_minute, flood_n = r.flood_n,
  unasked_on = nullif(r.unasked_on, '')::date, unasked_n = r.unasked_n,
  heard = r.heard, heard_again = r.heard_again, idle_since = r.idle_since, idle_n = r.idle_n, version = f.version + 1
FROM json_to_recordset($1::json) AS r(phone_id bigint, last_at timestamptz, inbound_at timestamptz, auto_answered_at timestamptz,
  flood_minute timestamptz, flood_n int, unasked_on text, unasked_n int, heard bigint, heard_again int, idle_since timestamptz, idle_n int)
  WHERE f.id = r.phone_id`

type seenSave struct {
	PhoneID        int64      `json:"phone_id"`
	LastAt         time.Time  `json:"last_at"`
	InboundAt      *time.Time `json:"inbound_at"`
	AutoAnsweredAt *time.Time `json:"auto_answered_at"`
	FloodMinute    *time.Time `json:"flood_minute"`
	FloodN         int        `json:"flood_n"`
	UnaskedOn      string     `json:"unasked_on"`
	UnaskedN       int        `json:"unasked_n"`
	Heard          int64      `json:"heard"`
	HeardAgain     int        `json:"heard_again"`
	IdleSince      *time.Time `json:"idle_since"`
	IdleN          int        `json:"idle_n"`
}

func (t *tx) saveSeen(ctx context.Context, b *batch) error {
	var list []seenSave
	for _, c := range b.seen {
		list = append(list, seenSave{
			c.PhoneID, c.LastAt, timeOrNil(c.InboundAt), timeOrNil(c.AutoAnswered), timeOrNil(c.FloodMinute),
			c.FloodCount, c.UnaskedOn, c.UnaskedCount, c.Heard, c.HeardAgain, timeOrNil(c.IdleSince), c.IdleCount,
		})
	}
	_, err := all(ctx, t, "phones seen", seenSQL, list)
	return err
}
