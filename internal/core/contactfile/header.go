// Package contactfile is what a file of contacts from elsewhere means: which column holds what, what a row says, and what becomes of it
// here. It is pure. It never invents consent: only a clear yes in a column about texts counts, and no file brings an opted-out phone
// back.
package contactfile

import (
	"slices"
	"strings"
	"unicode"

	"github.com/reportback/reportback/internal/core/lexicon"
)

// Field is something that a column may hold; the names are those of our own export.
type Field string

// The fields.
const (
	ContactID    Field = "contact_id"
	ExternalID   Field = "external_id"
	Name         Field = "name"
	FirstName    Field = "first_name"
	MiddleName   Field = "middle_name"
	LastName     Field = "last_name"
	Preferred    Field = "preferred_name"
	Mobile       Field = "mobile_number"
	OtherPhone   Field = "phone_number" // used when there is no mobile number
	Email        Field = "email"
	Language     Field = "language"
	Zone         Field = "zone"
	Relationship Field = "relationship"
	Tags         Field = "tags"
	Organizer    Field = "assigned_organizer"
	Consent      Field = "sms_consent"
	ConsentAt    Field = "sms_consent_at"
	ConsentFrom  Field = "sms_consent_source"
	OptedOutAt   Field = "opted_out_at"
	NoTexts      Field = "do_not_sms" // yes means no
	AccessNeeds  Field = "access_needs"
	DietaryNeeds Field = "dietary_needs"
	Notes        Field = "notes"
	unread       Field = "" // ours, but a result and not a fact
)

// alias returns what a header of ours, Action Network, NationBuilder, EveryAction/VAN, CiviCRM or Spoke holds. Spelling, case, spaces
// and underscores do not matter. alias returns the field that a header names; what stands behind it in brackets, as in "Mobile number
// (primary)", says which of several and no more.
func alias(header string) (Field, bool) {
	if f, ok := named(squeeze(header)); ok {
		return f, true
	}
	plain, _, bracketed := strings.Cut(header, "(")
	if !bracketed {
		return "", false
	}
	return named(squeeze(plain))
}

func named(key string) (Field, bool) {
	for _, c := range columns() {
		if slices.ContainsFunc(c.names.Words(), func(name string) bool { return squeeze(name) == key }) {
			return c.field, true
		}
	}
	return "", false
}

// columns pairs the fields with what their columns are called in other programs and languages.
func columns() []struct {
	field Field
	names lexicon.List
} {
	return []struct {
		field Field
		names lexicon.List
	}{
		{ContactID, lexicon.ColumnContactID},
		{ExternalID, lexicon.ColumnExternalID},
		{Name, lexicon.ColumnName},
		{FirstName, lexicon.ColumnFirst},
		{MiddleName, lexicon.ColumnMiddle},
		{LastName, lexicon.ColumnLast},
		{Preferred, lexicon.ColumnPreferred},
		{Mobile, lexicon.ColumnMobile},
		{OtherPhone, lexicon.ColumnPhone},
		{Email, lexicon.ColumnEmail},
		{Language, lexicon.ColumnLanguage},
		{Zone, lexicon.ColumnZone},
		{Relationship, lexicon.ColumnRelationship},
		{Tags, lexicon.ColumnTags},
		{Organizer, lexicon.ColumnOrganizer},
		{Consent, lexicon.ColumnConsent},
		{ConsentAt, lexicon.ColumnConsentAt},
		{ConsentFrom, lexicon.ColumnConsentFrom},
		{OptedOutAt, lexicon.ColumnOptedOut},
		{NoTexts, lexicon.ColumnNoTexts},
		{AccessNeeds, lexicon.ColumnAccess},
		{DietaryNeeds, lexicon.ColumnDietary},
		{Notes, lexicon.ColumnNotes},
		{unread, lexicon.ColumnUnread},
	}
}

// squeeze keeps the letters and digits of a header, in lower case and without accents that Spanish headers bear.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); r {
		case 'á':
			return 'a'
		case 'é':
			return 'e'
		case 'í':
			return 'i'
		case 'ó':
			return 'o'
		case 'ú':
			return 'u'
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// Columns is which column holds what.
type Columns struct {
	at      map[Field][]int // several columns may hold a phone: the first that has one counts
	Ignored []string        // headers that mean nothing here
}

// Fields lists what a column may be said to hold, as a person chooses it.
func Fields() []Field {
	return []Field{
		Name, FirstName, MiddleName, LastName, Preferred, Mobile, OtherPhone, Email, Language, Zone, Relationship, Tags, Organizer, Consent,
		ConsentAt, ConsentFrom, NoTexts, OptedOutAt, AccessNeeds, DietaryNeeds, Notes, ExternalID, ContactID,
	}
}

// Guess says for each header which field it seems to hold; "" is none.
func Guess(header []string) []Field {
	out := make([]Field, len(header))
	for i, h := range header {
		out[i], _ = alias(h)
	}
	return out
}

// MapColumns reads a header by guessing.
func MapColumns(header []string) Columns { return Choose(header, Guess(header)) }

// Choose takes each column for the field that was said of it; what is not said, or is no field, holds nothing.
func Choose(header []string, chosen []Field) Columns {
	c, known := Columns{at: map[Field][]int{}}, Fields()
	for i, h := range header {
		switch {
		case i < len(chosen) && slices.Contains(known, chosen[i]):
			c.at[chosen[i]] = append(c.at[chosen[i]], i)
		case h != "" && !ours(h):
			c.Ignored = append(c.Ignored, h)
		}
	}
	return c
}

// ours reports whether a header is of our own export and a result, not a fact.
func ours(h string) bool {
	f, ok := alias(h)
	return ok && f == unread
}

// Has reports whether the file has a column for any of the fields.
func (c Columns) Has(fields ...Field) bool {
	for _, f := range fields {
		if len(c.at[f]) > 0 {
			return true
		}
	}
	return false
}

// all returns every cell of a field that has a word.
func (c Columns) all(cells []string, f Field) []string {
	var out []string
	for _, i := range c.at[f] {
		if i < len(cells) && cells[i] != "" {
			out = append(out, cells[i])
		}
	}
	return out
}

// cell returns the first cell of a field that has a word.
func (c Columns) cell(cells []string, f Field) string {
	for _, i := range c.at[f] {
		if i < len(cells) && cells[i] != "" {
			return cells[i]
		}
	}
	return ""
}
