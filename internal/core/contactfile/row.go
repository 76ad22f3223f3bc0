package contactfile

import (
	"net/mail"
	"strings"
	"time"
	"unicode"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/csvio"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/when"
)

// Contact is what one row says.
type Contact struct {
	Line       int
	ID         uuid.UUID // ours, from an export of ours
	ExternalID string
	Name       string
	Phone      sms.Phone
	Number     string // as the file has it, where no text can go to it
	Organizer  string
	Tags       []string
	// Words are the plain fields that the row speaks of. A blank cell says nothing; '--' empties the field.
	Words      map[Field]string
	Consent    person.Consent // yes and no only when clearly said, else unknown
	Evidence   string         // what the file says about it, to the letter
	OptedOutAt time.Time
	Notes      []string // what of the row was not used, and why
	Fault      string   // why the row cannot be used at all
}

// Clear empties a field.
const Clear = "--"

// maxWords bounds what one plain field keeps; csvio bounds the cell itself.
const maxWords = 4000

// maxNumber bounds what is kept of a number that is none.
const maxNumber = 60

// Read reads the rows of a file.
func Read(t csvio.Table, c Columns) []Contact {
	out := make([]Contact, len(t.Rows))
	for i, r := range t.Rows {
		out[i] = readRow(r, c)
	}
	return out
}

func readRow(r csvio.Record, c Columns) Contact {
	row := Contact{Line: r.Line, Fault: r.Fault, Words: map[Field]string{}}
	if r.Fault != "" {
		return row
	}
	get := func(f Field) string { return c.cell(r.Cells, f) }
	row.Name = person.PlainName(name(get))
	row.identify(get)
	row.number(get)
	row.words(get)
	row.consent(r.Cells, c)
	row.Organizer = oneLine(get(Organizer))
	row.Tags = tags(get(Tags))
	switch {
	case row.Fault != "":
	case len([]rune(row.Name)) > 200:
		row.Fault = "the name is longer than 200 characters"
	case row.Name == "" && row.ID == uuid.Nil && row.ExternalID == "":
		row.Fault = "no name"
	}
	return row
}

func name(get func(Field) string) string {
	if n := oneLine(get(Name)); n != "" {
		return n
	}
	return oneLine(get(FirstName) + " " + get(MiddleName) + " " + get(LastName))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (c *Contact) identify(get func(Field) string) {
	id := get(ContactID)
	if u, err := uuid.Parse(id); err == nil {
		c.ID = u
		id = ""
	}
	c.ExternalID = oneLine(get(ExternalID))
	if c.ExternalID == "" {
		c.ExternalID = id // CiviCRM's Contact ID is a number of its own
	}
	if len(c.ExternalID) > 200 {
		c.Fault = "the external id is longer than 200 characters"
	}
}

func (c *Contact) number(get func(Field) string) {
	mobile, other := get(Mobile), get(OtherPhone)
	for _, s := range []string{mobile, other} {
		if p, err := sms.ParsePhone(undecimal(s)); err == nil {
			c.Phone = p
			if s == other && mobile != "" {
				c.note("bad mobile number: the other number is used")
			}
			return
		}
	}
	bad := oneLine(mobile + " " + other)
	if r := []rune(bad); len(r) > maxNumber {
		bad = string(r[:maxNumber])
	}
	switch {
	case bad == "":
	case !callable(bad):
		c.note("no phone number (" + bad + ")")
	default: // kept on the record, and known by it the next time
		c.note("no number that can get texts: kept without one, to be called (" + bad + ")")
		c.Number = bad
	}
}

// callable reports whether a person could call what is no number for texts: "none" is nothing to call.
func callable(s string) bool {
	digits := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits > 4
}

// undecimal takes off what a spreadsheet adds to digits that it took for an amount.
func undecimal(s string) string {
	s = strings.TrimSuffix(s, ".0")
	return strings.TrimPrefix(strings.ToLower(s), "tel:")
}

// words reads the plain fields.
func (c *Contact) words(get func(Field) string) {
	for _, f := range []Field{Preferred, Relationship, AccessNeeds, DietaryNeeds, Notes} {
		if s := get(f); s != "" {
			c.set(f, s)
		}
	}
	if s := oneLine(get(Email)); s != "" {
		a, err := mail.ParseAddress(s)
		switch {
		case s == Clear:
			c.set(Email, s)
		case err != nil || len(s) > 254:
			c.note("bad email: left out")
		default:
			c.set(Email, a.Address)
		}
	}
	if s := oneLine(get(Language)); s != "" {
		tag, ok := language(s)
		switch {
		case s == Clear:
			c.set(Language, s)
		case !ok:
			c.note("texts are not written in that language: left out")
		default:
			c.set(Language, string(tag))
		}
	}
	if s := oneLine(get(Zone)); s != "" {
		if s != Clear && !when.KnownZone(s) {
			c.note("no such time zone: left out")
			return
		}
		c.set(Zone, s)
	}
}

func (c *Contact) set(f Field, s string) {
	if s == Clear {
		c.Words[f] = ""
		return
	}
	if r := []rune(s); len(r) > maxWords {
		s = string(r[:maxWords])
		c.note(string(f) + " was cut to 4,000 characters")
	}
	c.Words[f] = s
}

func (c *Contact) note(s string) { c.Notes = append(c.Notes, s) }

func language(s string) (lang.Tag, bool) {
	first, _, _ := strings.Cut(s, ",")
	if tag, ok := lexicon.Named(first); ok {
		return tag, true
	}
	return lang.ParseTag(strings.TrimSpace(first))
}

func tags(s string) []string {
	var out []string
	seen := map[string]bool{}
	for t := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' || r == '|' || r == '\n' }) {
		t = oneLine(t)
		if t == "" || seen[strings.ToLower(t)] || len([]rune(t)) > 100 || len(out) == 100 {
			continue
		}
		seen[strings.ToLower(t)] = true
		out = append(out, t)
	}
	return out
}
