package admin

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/contactfile"
)

// fieldNames is how the page calls what a column may hold.
func fieldNames() map[contactfile.Field]string {
	return map[contactfile.Field]string{
		contactfile.Name: "the whole name", contactfile.FirstName: "first name", contactfile.MiddleName: "middle name",
		contactfile.LastName: "last name", contactfile.Preferred: "what to call them", contactfile.Mobile: "mobile number",
		contactfile.OtherPhone: "another phone number", contactfile.Email: "email", contactfile.Language: "language",
		contactfile.Zone: "time zone", contactfile.Relationship: "how they met", contactfile.Tags: "tags", contactfile.Organizer: "organizer",
		contactfile.Consent: "agreed to texts: yes or no", contactfile.ConsentAt: "when they agreed to texts",
		contactfile.ConsentFrom: "who says that they agreed", contactfile.NoTexts: "wants no texts: yes or no",
		contactfile.OptedOutAt: "when they opted out of texts", contactfile.AccessNeeds: "what they need to take part",
		contactfile.DietaryNeeds: "food", contactfile.Notes: "notes", contactfile.ExternalID: "their id in another program",
		contactfile.ContactID: "their id here",
	}
}

// unused is a column that is taken for nothing, as forms carry it.
const unused = "-"

// columnsSaid reads what a form says of each column; nil goes by the guesses.
func columnsSaid(list []string) []contactfile.Field {
	if len(list) == 0 || len(list) == 1 && list[0] == "" {
		return nil
	}
	out := make([]contactfile.Field, len(list))
	for i, s := range list {
		if s != unused {
			out[i] = contactfile.Field(s)
		}
	}
	return out
}

// columnsMap is what columnsSaid reads: what was seen in the preview is what is imported.
func columnsMap(list []app.ImportColumn) string {
	out := make([]string, len(list))
	for i, c := range list {
		if out[i] = string(c.Holds); c.Holds == "" {
			out[i] = unused
		}
	}
	return strings.Join(out, ",")
}

func columnItems(list []app.ImportColumn) []columnItem {
	names, out := fieldNames(), make([]columnItem, len(list))
	for i, c := range list {
		out[i] = columnItem{
			Header: beginning(c.Header), Values: beginnings(c.Values, " · "), Guessed: c.Holds != "" && c.Holds == c.Guessed,
			Fields: []choice{{Value: unused, Text: "not used", Here: c.Holds == ""}},
		}
		if out[i].Header == "" {
			out[i].Header = "(without a name)"
		}
		for _, f := range contactfile.Fields() {
			out[i].Fields = append(out[i].Fields, choice{Value: string(f), Text: names[f], Here: c.Holds == f})
		}
	}
	return out
}

// shownOf is how much is shown of a heading or a cell: enough to tell what a column holds.
const shownOf = 60

// beginning cuts what a file says to what can be shown of it.
func beginning(s string) string {
	n := 0
	for i := range s {
		if n == shownOf {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

func beginnings(list []string, between string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = beginning(s)
	}
	return strings.Join(out, between)
}

func changesOf(list []contactfile.FieldChange) []changeItem {
	names, out := fieldNames(), make([]changeItem, len(list))
	for i, f := range list {
		out[i] = changeItem{Field: names[f.Field], Before: f.Before, After: f.After}
		if f.Field == contactfile.Language {
			out[i].Before, out[i].After = language(f.Before), language(f.After)
		}
	}
	return out
}

// organizerNames returns how organizers are called.
func (v *visit) organizerNames() (func(uuid.UUID) string, error) {
	list, err := v.a.Read.Organizers(v.ctx())
	if err != nil {
		return nil, err
	}
	names := map[uuid.UUID]string{}
	for _, o := range list {
		names[o.ID] = o.Name
	}
	return func(id uuid.UUID) string { return names[id] }, nil
}
