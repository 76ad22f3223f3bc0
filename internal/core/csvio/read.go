package csvio

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits bound a file that somebody hands in: what is larger is refused whole, before anything is kept of it.
type Limits struct {
	Bytes   int
	Rows    int
	Columns int
	Field   int // characters of one cell
}

// DefaultLimits are far above any list of contacts that a group keeps by hand.
func DefaultLimits() Limits {
	return Limits{Bytes: 32 << 20, Rows: 100_000, Columns: 200, Field: 10_000}
}

// Errors of files that cannot be read at all.
var (
	// ErrNotCSV says that the file is something else: a workbook, a picture, nothing.
	ErrNotCSV = errors.New("not a CSV file")
	// ErrTooLarge says that the file is over a limit.
	ErrTooLarge = errors.New("the file is too large")
)

// Table is a file as it was read.
type Table struct {
	Header    []string
	Rows      []Record
	Delimiter rune
	Encoding  string // UTF-8, UTF-16, Windows-1252, Mac Roman or DOS
}

// Record is one row of a file.
type Record struct {
	Line  int // where it begins in the file, the header being line 1
	Cells []string
	Fault string // why it could not be read; no cells then
}

// Read reads a whole file within limits. The encoding and the delimiter are found out: spreadsheets write both by the country they run in.
func Read(r io.Reader, l Limits) (Table, error) {
	raw, err := io.ReadAll(io.LimitReader(r, int64(l.Bytes)+1))
	if err != nil {
		return Table{}, fmt.Errorf("read file: %w", err)
	}
	if len(raw) > l.Bytes {
		return Table{}, fmt.Errorf("%w: more than %d MB", ErrTooLarge, l.Bytes>>20)
	}
	text, encoding, err := decode(raw)
	if err != nil {
		return Table{}, err
	}
	delimiter, text := sniff(lineEnds(text))
	t := Table{Delimiter: delimiter, Encoding: encoding}
	in := csv.NewReader(strings.NewReader(text))
	in.Comma, in.FieldsPerRecord, in.TrimLeadingSpace = delimiter, -1, false
	if err := t.readAll(in, l); err != nil {
		return Table{}, err
	}
	if len(t.Header) == 0 {
		return Table{}, fmt.Errorf("%w: it has no header line", ErrNotCSV)
	}
	return t, nil
}

func (t *Table) readAll(in *csv.Reader, l Limits) error {
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var bad *csv.ParseError
		switch {
		case errors.As(err, &bad):
			if t.Header == nil {
				return fmt.Errorf("%w: the quotes of the header do not match", ErrNotCSV)
			}
			t.Rows = append(t.Rows, Record{Line: bad.StartLine, Fault: fmt.Sprintf("the quotes do not match: lines %d to %d were not read",
				bad.StartLine, bad.Line)})
		case err != nil:
			return fmt.Errorf("read file: %w", err)
		case t.Header == nil:
			if len(cells) > l.Columns {
				return fmt.Errorf("%w: more than %d columns", ErrTooLarge, l.Columns)
			}
			t.Header = clean(cells)
		default:
			line, _ := in.FieldPos(0)
			t.add(line, cells, l)
		}
		if len(t.Rows) > l.Rows {
			return fmt.Errorf("%w: more than %d rows", ErrTooLarge, l.Rows)
		}
	}
}

// add keeps a row; one without a word in it is none.
func (t *Table) add(line int, cells []string, l Limits) {
	cells = clean(cells)
	if strings.Join(cells, "") == "" {
		return
	}
	rec := Record{Line: line, Cells: cells}
	for _, c := range cells[min(len(cells), len(t.Header)):] {
		if c != "" {
			rec = Record{Line: line, Fault: "there are more cells than columns: is a comma missing its quotes?"}
		}
	}
	for i, c := range rec.Cells {
		if utf8.RuneCountInString(c) > l.Field {
			name := ""
			if i < len(t.Header) {
				name = " in " + t.Header[i]
			}
			rec = Record{Line: line, Fault: fmt.Sprintf("a cell%s is longer than %d characters", name, l.Field)}
			break
		}
	}
	t.Rows = append(t.Rows, rec)
}

// clean trims cells and takes out what no list of people holds and no database stores: control characters. The apostrophe that guards a
// cell from being run as a formula is taken off again, so that our own files come back as they were.
func clean(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		c = strings.Map(func(r rune) rune {
			switch {
			case r == '\n' || r == '\t':
				return r
			case r == '\u00a0':
				return ' '
			case r < ' ' || r == 0x7f || unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d': // also what is not seen; letters are joined
				return -1
			}
			return r
		}, c)
		out[i] = strings.TrimSpace(unguarded(strings.TrimSpace(c)))
	}
	return out
}

// sniff finds the delimiter: what Excel declares in a line 'sep=;', else the one that the first line has most of outside quotes.
func sniff(text string) (rune, string) {
	first, rest, _ := strings.Cut(text, "\n")
	d, ok := strings.CutPrefix(strings.ToLower(strings.TrimRight(first, "\r")), "sep=")
	if ok && len(d) == 1 && strings.ContainsAny(d, ",;\t|") {
		return rune(d[0]), rest
	}
	best, most, quoted := ',', 0, false
	count := map[rune]int{}
	for _, r := range first {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted:
			count[r]++
		}
	}
	for _, d := range ",;\t|" {
		if count[d] > most {
			best, most = d, count[d]
		}
	}
	return best, text
}
