package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/contactfile"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// importStateSQL is a person as a before-row holds them.
const importStateSQL = `jsonb_build_object('phone', f.phone, 'name', p.name, 'preferred', p.preferred_name, 'email', p.email, 'language',
  p.language,
  'zone', p.zone, 'access_needs', p.access_needs, 'dietary_needs', p.dietary_needs, 'relationship', p.relationship, 'notes', p.notes,
  'organizer_id', p.organizer_id, 'tags', p.tags, 'external_id', p.external_id)`

// Those that need a look come first. What a row changed is shown for as long as it could be undone.
const importLinesSQL = `SELECT r.line, r.outcome, r.person_id, coalesce(p.name, '') AS name, r.why, coalesce(r.before::text, '') AS before,
  coalesce(CASE WHEN r.before IS NOT NULL AND p.erased_at IS NULL THEN ` + importStateSQL + ` END::text, '') AS now FROM import_rows r
  LEFT JOIN people p ON p.id = r.person_id LEFT JOIN phones f ON f.id = p.phone_id
WHERE r.import_id = $1 ORDER BY (r.why = ''), r.line LIMIT 1000`

// importState is a before-row.
type importState struct {
	Phone        *string    `json:"phone"`
	Name         string     `json:"name"`
	Preferred    string     `json:"preferred"`
	Email        string     `json:"email"`
	Language     string     `json:"language"`
	Zone         string     `json:"zone"`
	AccessNeeds  string     `json:"access_needs"`
	DietaryNeeds string     `json:"dietary_needs"`
	Relationship string     `json:"relationship"`
	Notes        string     `json:"notes"`
	OrganizerID  *uuid.UUID `json:"organizer_id"`
	Tags         []string   `json:"tags"`
	ExternalID   *string    `json:"external_id"`
}

func (r importState) person() contactfile.Person {
	p := contactfile.Person{Person: person.Person{
		Name: r.Name, Preferred: r.Preferred, Email: r.Email, Language: lang.Tag(r.Language), Zone: r.Zone, AccessNeeds: r.AccessNeeds,
		DietaryNeeds: r.DietaryNeeds, Relationship: r.Relationship, Notes: r.Notes,
	}, Tags: r.Tags}
	if r.Phone != nil {
		p.Phone, _ = sms.PhoneFromE164(*r.Phone)
	}
	if r.OrganizerID != nil {
		p.OrganizerID = *r.OrganizerID
	}
	if r.ExternalID != nil {
		p.ExternalID = *r.ExternalID
	}
	return p
}

// ImportLines implements app.Imports.
func (s *DB) ImportLines(ctx context.Context, id uuid.UUID) ([]app.ImportLine, error) {
	var got []struct {
		Line     int    `db:"line"`
		Outcome  string `db:"outcome"`
		PersonID nullID `db:"person_id"`
		Name     string `db:"name"`
		Why      string `db:"why"`
		Before   string `db:"before"`
		Now      string `db:"now"`
	}
	if err := s.sel(ctx, &got, importLinesSQL, id); err != nil {
		return nil, fmt.Errorf("rows of an import: %w", err)
	}
	out := make([]app.ImportLine, len(got))
	for i, r := range got {
		out[i] = app.ImportLine{Line: r.Line, Outcome: contactfile.Outcome(r.Outcome), PersonID: r.PersonID.id(), Name: r.Name, Why: r.Why}
		if r.Before == "" || r.Now == "" {
			continue
		}
		var before, now importState
		if err := errors.Join(json.Unmarshal([]byte(r.Before), &before), json.Unmarshal([]byte(r.Now), &now)); err != nil {
			return nil, fmt.Errorf("a row as it was: %w", err)
		}
		out[i].Before, out[i].Now = before.person(), now.person()
	}
	return out, nil
}
