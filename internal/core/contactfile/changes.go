package contactfile

import (
	"strings"

	"github.com/google/uuid"
)

// FieldChange is one field of a record before and after an import.
type FieldChange struct {
	Field         Field
	Before, After string
}

// Changes lists what a row changes of a record that was there, in the order of the fields. Name says how an organizer is called.
func (r Result) Changes(name func(uuid.UUID) string) []FieldChange {
	if r.Outcome != Updated {
		return nil
	}
	return Compare(r.Before, r.After, name)
}

// Compare lists where two states of a record differ.
func Compare(a, b Person, name func(uuid.UUID) string) []FieldChange {
	var out []FieldChange
	for _, f := range []FieldChange{
		{Name, a.Name, b.Name},
		{Preferred, a.Preferred, b.Preferred},
		{Mobile, a.Phone.Display(), b.Phone.Display()},
		{Email, a.Email, b.Email},
		{Language, string(a.Language), string(b.Language)},
		{Zone, a.Zone, b.Zone},
		{Relationship, a.Relationship, b.Relationship},
		{Tags, strings.Join(a.Tags, ", "), strings.Join(b.Tags, ", ")},
		{Organizer, name(a.OrganizerID), name(b.OrganizerID)},
		{AccessNeeds, a.AccessNeeds, b.AccessNeeds},
		{DietaryNeeds, a.DietaryNeeds, b.DietaryNeeds},
		{Notes, a.Notes, b.Notes},
		{ExternalID, a.ExternalID, b.ExternalID},
	} {
		if f.Before != f.After {
			out = append(out, f)
		}
	}
	return out
}
