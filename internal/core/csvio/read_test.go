package csvio_test

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/reportback/reportback/internal/core/csvio"
)

func TestFilesAsSpreadsheetsWriteThemAreRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ in, header, rows, encoding string }{
		"plain":                        {"name,phone\nMaria,206\n", "name|phone", "2:Maria|206", "UTF-8"},
		"a byte order mark is no name": {"\ufeffname,phone\nMaria,206\n", "name|phone", "2:Maria|206", "UTF-8"},
		"semicolons":                   {"name;phone\nLopez, Maria;206\n", "name|phone", "2:Lopez, Maria|206", "UTF-8"},
		"tabs":                         {"name\tphone\nMaria\t206\n", "name|phone", "2:Maria|206", "UTF-8"},
		"Excel declares its separator": {"sep=;\r\nname;phone\r\nMaria;206\r\n", "name|phone", "2:Maria|206", "UTF-8"},
		"Windows-1252":                 {"name\nPe\xf1a \x96 Jos\xe9\n", "name", "2:Peña – José", "Windows-1252"},
		"UTF-16 with its mark":         {"\xff\xfen\x00a\x00\n\x00\xf1\x00", "na", "2:ñ", "UTF-16"},
		"UTF-16, big end first":        {"\xfe\xff\x00n\x00\n\x00\xf1", "n", "2:ñ", "UTF-16"},
		"UTF-16 without its mark":      {"n\x00a\x00\n\x00\xf1\x00b\x00", "na", "2:ñb", "UTF-16"},
		"an old Mac's accents":         {"name\rPe\x96a Jos\x8e N\x9c\x96ez\r", "name", "2:Peña José Núñez", "Mac Roman"},
		"DOS accents":                  {"name\r\nPe\xa4a Jos\x82 \xb5ngel\r\n", "name", "2:Peña José Ángel", "DOS"},
		"Windows quotes and dashes": {
			"name,notes\nO\x92Brien,call \x96 not text\x85\n", "name|notes", "2:O’Brien|call – not text…",
			"Windows-1252",
		},
		"lines that end as a Mac's": {"name,phone\rMaria,206\rJo,207\r", "name|phone", "2:Maria|206 / 3:Jo|207", "UTF-8"},
		"line ends of every kind": {
			"name,phone\r\nMaria,206\rJo,207\nBo,208", "name|phone", "2:Maria|206 / 3:Jo|207 / 4:Bo|208", "UTF-8",
		},
		"a mark and semicolons of Excel": {"\ufeffname;phone\r\nMaría;206\r\n", "name|phone", "2:María|206", "UTF-8"},
		"capitals with accents":          {"name\nMAR\xcdA N\xda\xd1EZ\n", "name", "2:MARÍA NÚÑEZ", "Windows-1252"},
		"a line break within quotes":     {"name,notes\nMaria,\"one\r\ntwo\"\nJo,x\n", "name|notes", "2:Maria|one\ntwo / 4:Jo|x", "UTF-8"},
		"doubled quotes":                 {"name\n\"Maria \"\"Mari\"\" L\"\n", "name", `2:Maria "Mari" L`, "UTF-8"},
		"a comma in a quoted header":     {"\"name, whole\";phone\nM;2\n", "name, whole|phone", "2:M|2", "UTF-8"},
		"a row that is short":            {"a,b,c\n1\n", "a|b|c", "2:1", "UTF-8"},
		"empty cells beyond the header":  {"a,b\n1,2,,\n", "a|b", "2:1|2||", "UTF-8"},
		"a word beyond the header is a fault": {
			"a,b\n1,2,3\nx,y\n", "a|b",
			"2!there are more cells than columns: is a comma missing its quotes? / 3:x|y", "UTF-8",
		},
		"blank rows are none":    {"a,b\n,\n\n 1 ,2\n", "a|b", "4:1|2", "UTF-8"},
		"no line end at the end": {"a\n1", "a", "2:1", "UTF-8"},
		"the guard comes off":    {"a,b\n'+1 206,'tis\n", "a|b", "2:+1 206|'tis", "UTF-8"},
		"control characters go":  {"a\nMa\x01ria\x7f\u200b\n", "a", "2:Maria", "UTF-8"},
		"a quote that stands alone": {
			"a,b\nMaria \"Mari,x\nJo,y\n", "a|b",
			"2!the quotes do not match: lines 2 to 2 were not read / 3:Jo|y", "UTF-8",
		},
		"a quote that is never closed": {
			"a,b\n\"Maria,x\nJo,y\n", "a|b", "2!the quotes do not match: lines 2 to 3 were not read",
			"UTF-8",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := csvio.Read(strings.NewReader(c.in), csvio.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			var rows []string
			for _, r := range got.Rows {
				if r.Fault != "" {
					rows = append(rows, string(rune('0'+r.Line))+"!"+r.Fault)
					continue
				}
				rows = append(rows, string(rune('0'+r.Line))+":"+strings.Join(r.Cells, "|"))
			}
			if h := strings.Join(got.Header, "|"); h != c.header || strings.Join(rows, " / ") != c.rows || got.Encoding != c.encoding {
				t.Errorf("%s: %q %q, want %q %q %s", got.Encoding, h, rows, c.header, c.rows, c.encoding)
			}
		})
	}
}

func TestFilesThatAreNoneAreRefused(t *testing.T) {
	t.Parallel()
	small := csvio.Limits{Bytes: 100, Rows: 2, Columns: 3, Field: 5}
	for name, c := range map[string]struct {
		in   string
		want error
	}{
		"empty":                        {" \n ", csvio.ErrNotCSV},
		"a workbook":                   {"PK\x03\x04xxxx", csvio.ErrNotCSV},
		"an old workbook":              {"\xd0\xcf\x11\xe0xxxx", csvio.ErrNotCSV},
		"letters of no encoding here":  {"name\nMar\x81\x90a \x8d\x81\x9d\xa7\n", csvio.ErrNotCSV},
		"UTF-32":                       {"\xff\xfe\x00\x00n\x00\x00\x00", csvio.ErrNotCSV},
		"bytes":                        {"a\x00\x00\x00\x00b", csvio.ErrNotCSV},
		"a header with a broken quote": {"\"name,phone\nx,y", csvio.ErrNotCSV},
		"too many bytes":               {strings.Repeat("x", 101), csvio.ErrTooLarge},
		"too many rows":                {"a\n1\n2\n3\n", csvio.ErrTooLarge},
		"too many columns":             {"a,b,c,d\n", csvio.ErrTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := csvio.Read(strings.NewReader(c.in), small); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
	got, err := csvio.Read(strings.NewReader("a\n123456\n"), small)
	if err != nil || len(got.Rows) != 1 || got.Rows[0].Fault != "a cell in a is longer than 5 characters" {
		t.Errorf("a long cell: %v %v", got, err)
	}
}

// TestASpreadsheetCannotRunWhatAStrangerWrote holds the formula guard of exports, and that it comes off again.
func TestASpreadsheetCannotRunWhatAStrangerWrote(t *testing.T) {
	t.Parallel()
	cols := []csvio.Column{
		{Name: "words", Type: csvio.Words},
		{Name: "phone", Type: csvio.Number},
		{Name: "id", Type: csvio.Typed},
		{Name: "at", Type: csvio.Instant},
	}
	for _, c := range []struct{ in, spreadsheet, crm string }{
		{"=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"},
		{"+1", "'+1", "'+1"},
		{"-1", "'-1", "'-1"},
		{"@x", "'@x", "'@x"},
		{"\tx", "'\tx", "'\tx"},
		{"＝1", "'＝1", "'＝1"},
		{"hello", "hello", "hello"},
		{"hi @x; a-b; 3=3;\t@", "hi @x; a-b; 3=3;\t'@", "hi @x; a-b; 3=3;\t'@"},
		{"hi;=cmd|' /C calc'!A0;", "hi;'=cmd|' /C calc'!A0;", "hi;'=cmd|' /C calc'!A0;"},
		{"hi; \"=1\t+2", "hi; \"'=1\t'+2", "hi; \"'=1\t'+2"},
	} {
		for f, want := range map[csvio.Flavour]string{csvio.Spreadsheet: c.spreadsheet, csvio.CRM: c.crm} {
			var b strings.Builder
			w, err := csvio.NewWriter(&b, f, cols, time.UTC)
			if err != nil {
				t.Fatal(err)
			}
			if err := w.Row([]string{c.in, "+12065550142", "-7", "2026-11-24T18:00:00Z"}); err != nil {
				t.Fatal(err)
			}
			if err := w.Flush(); err != nil {
				t.Fatal(err)
			}
			back, err := csvio.Read(strings.NewReader(b.String()), csvio.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			cells := back.Rows[0].Cells
			if cells[0] != strings.TrimSpace(c.in) {
				t.Errorf("%s: %q came back as %q", f, c.in, cells[0])
			}
			if !strings.Contains(b.String(), strings.ReplaceAll(want, `"`, `""`)) {
				t.Errorf("%s: %q is not written as %q: %q", f, c.in, want, b.String())
			}
			tail := map[csvio.Flavour]string{
				csvio.Spreadsheet: ",206-555-0142,'-7,2026-11-24 18:00\r\n",
				csvio.CRM:         ",+12065550142,-7,2026-11-24T18:00:00Z\n",
			}[f]
			if !strings.HasSuffix(b.String(), tail) {
				t.Errorf("%s ends in %q, want %q", f, b.String(), tail)
			}
			if bom := strings.HasPrefix(b.String(), "\ufeff"); bom != (f == csvio.Spreadsheet) {
				t.Errorf("%s: byte order mark %v", f, bom)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"name,phone\nMaria,206\n", "\ufeffa;b\n\"x\ny\";'=1\n", "sep=|\na|b\n", "\xff\xfen\x00\n\x00", "a\n\"",
		"a\n\xf1\n", ",,\n,,\n",
		"a\rJos\x8e\r", "n\x00\n\x00", "a\r\nPe\xa4a\r\n",
	} {
		f.Add([]byte(s))
	}
	l := csvio.Limits{Bytes: 4 << 10, Rows: 50, Columns: 20, Field: 100}
	f.Fuzz(func(t *testing.T, in []byte) {
		got, err := csvio.Read(strings.NewReader(string(in)), l)
		if err != nil {
			return
		}
		if len(got.Header) > l.Columns || len(got.Rows) > l.Rows {
			t.Fatalf("%d columns, %d rows", len(got.Header), len(got.Rows))
		}
		for _, r := range got.Rows {
			if r.Line < 1 || r.Fault == "" && len(r.Cells) == 0 {
				t.Fatalf("row %+v", r)
			}
			for _, c := range r.Cells {
				if strings.ContainsAny(c, "\x00\r") || !utf8.ValidString(c) || utf8.RuneCountInString(c) > l.Field {
					t.Fatalf("cell %q", c)
				}
			}
		}
	})
}
