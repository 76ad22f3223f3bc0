// Package csvio reads and writes CSV files: it finds out how a file that is handed in is written, and exports in two flavours, one that
// a person opens in a spreadsheet, one that another program reads. It is pure.
package csvio

import (
	"encoding/csv"
	"io"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/sms"
)

// Flavour is whom an export is for.
type Flavour string

// The flavours: a spreadsheet gets a byte order mark, CRLF, dashed phones, local times and a formula guard on every cell; a CRM gets
// E.164, RFC 3339 with offset and the guard on free text only.
const (
	Spreadsheet Flavour = "spreadsheet"
	CRM         Flavour = "crm"
)

// ColumnType is how a column's cells are written.
type ColumnType uint8

// The types of columns.
const (
	Words ColumnType = iota // free text: may have been written by a stranger
	Typed                   // ids, enumerations, numbers: made by us
	Number
	Instant
)

// Column is one column of an export.
type Column struct {
	Name string
	Type ColumnType
}

// Columns returns the columns of an export, false for an export that there is not.
func Columns(export string) ([]Column, bool) {
	switch export {
	case "contacts":
		return columns("contact_id:t external_id name preferred_name mobile_number:n email language:t zone:t relationship tags " +
			"assigned_organizer sms_consent:t " +
			"sms_consent_at:i sms_consent_source opted_out_at:i last_1on1_at:i next_1on1_at:i access_needs dietary_needs notes"), true
	case "meetings":
		return columns("meeting_id:t organizer organizer_phone:n contact contact_phone:n starts_at:i zone:t duration_minutes:t place " +
			"status:t confirmed_at:i outcome:t " +
			"reported_at:i thanked_at:i debriefed_at:i"), true
	case "reports":
		return columns("report_id:t meeting_id:t status:t filed_at:i met_on:t organizer organizer_phone:n contact contact_phone:n " +
			"contact_email relationship learned " +
			"commitment commitment_due:t next_steps follow_ups staff_follow_up staff_follow_up_on:t staff_notes notes needs_review:t"), true
	case "messages":
		return columns("message_id:t at:i direction:t person phone:n kind:t body segments:t encoding:t status:t error_code:t reason " +
			"meeting_id:t"), true
	case "attendance":
		return columns("event_id:t event starts_at:i contact contact_phone:n organizer rsvp:t rsvp_at:i attended:t"), true
	}
	return nil, false
}

func columns(list string) []Column {
	var out []Column
	for _, f := range strings.Fields(list) {
		name, kind, _ := strings.Cut(f, ":")
		c := Column{Name: name}
		switch kind {
		case "t":
			c.Type = Typed
		case "n":
			c.Type = Number
		case "i":
			c.Type = Instant
		}
		out = append(out, c)
	}
	return out
}

// Writer streams one export.
type Writer struct {
	out     *csv.Writer
	flavour Flavour
	columns []Column
	zone    *time.Location
	row     []string
}

// NewWriter writes the header and returns a writer for the rows; times are put into zone.
func NewWriter(w io.Writer, f Flavour, cols []Column, zone *time.Location) (*Writer, error) {
	if f == Spreadsheet {
		if _, err := io.WriteString(w, "\ufeff"); err != nil { // Excel takes a file without it for Windows-1252
			return nil, err
		}
	}
	c := csv.NewWriter(w)
	c.UseCRLF = f == Spreadsheet
	out := &Writer{out: c, flavour: f, columns: cols, zone: zone, row: make([]string, len(cols))}
	for i, col := range cols {
		out.row[i] = col.Name
	}
	return out, c.Write(out.row)
}

// Row writes one row; instants come as RFC 3339.
func (w *Writer) Row(cells []string) error {
	for i, cell := range cells {
		w.row[i] = w.cell(w.columns[i].Type, cell)
	}
	return w.out.Write(w.row)
}

// Flush writes what is buffered.
func (w *Writer) Flush() error {
	w.out.Flush()
	return w.out.Error()
}

// Named puts one row under its columns' names, for another program: E.164, RFC 3339 in zone, and no guard, since no spreadsheet
// opens it.
func Named(cols []Column, cells []string, zone *time.Location) map[string]string {
	out := make(map[string]string, len(cols))
	for i, c := range cols {
		out[c.Name] = cells[i]
		if at, err := time.Parse(time.RFC3339, cells[i]); c.Type == Instant && err == nil {
			out[c.Name] = at.In(zone).Format(time.RFC3339)
		}
	}
	return out
}

func (w *Writer) cell(t ColumnType, s string) string {
	switch t {
	case Number:
		if p, err := sms.PhoneFromE164(s); err == nil {
			if w.flavour == Spreadsheet {
				return guard(p.Display())
			}
			return p.E164()
		}
		return guard(s)
	case Instant:
		at, err := time.Parse(time.RFC3339, s)
		if err != nil {
			return ""
		}
		if w.flavour == Spreadsheet {
			return at.In(w.zone).Format("2006-01-02 15:04")
		}
		return at.In(w.zone).Format(time.RFC3339)
	case Typed:
		if w.flavour == CRM {
			return s
		}
		return guard(s)
	case Words:
	}
	return guard(s)
}

// guard keeps a spreadsheet from running a cell that a stranger wrote (OWASP ASVS 5, 1.2.10): an apostrophe before = + - @ and their
// full-width forms, and before a leading tab or line end. It stands wherever a cell begins: also behind a semicolon, a tab or a line end,
// which begin one where the list separator is another than ours.
func guard(s string) string {
	var b strings.Builder
	begins := true
	for i, r := range s {
		if begins && runs(r) || i == 0 && strings.ContainsRune("\t\r\n\x00", r) {
			b.WriteByte('\'')
		}
		b.WriteRune(r)
		begins = strings.ContainsRune(";\t\r\n", r) || begins && (r == ' ' || r == '"')
	}
	return b.String()
}

// runs reports whether a cell that begins so is a formula.
func runs(r rune) bool { return strings.ContainsRune("=+-@＝＋－＠", r) }

// unguarded takes the guard off again, where a cell is as guard leaves it.
func unguarded(s string) string {
	var b strings.Builder
	begins := true
	all := []rune(s)
	for i, r := range all {
		if r == '\'' && begins && i+1 < len(all) && (runs(all[i+1]) || i == 0 && strings.ContainsRune("\t\n", all[1])) {
			begins = false
			continue
		}
		b.WriteRune(r)
		begins = strings.ContainsRune(";\t\r\n", r) || begins && (r == ' ' || r == '"')
	}
	if guard(b.String()) != s {
		return s
	}
	return b.String()
}
