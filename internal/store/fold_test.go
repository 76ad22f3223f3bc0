package store_test

import (
	"database/sql"
	"strings"
	"testing"
	"unicode"

	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/core/fold"
)

// TestTheDatabaseFoldsAsGoDoes holds the SQL function to the Go one, letter by letter, over every alphabet whose letters have case or
// marks: a name that is compared on both sides must be the same on both.
func TestTheDatabaseFoldsAsGoDoes(t *testing.T) {
	t.Parallel()
	_, url := open(t)
	raw, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	var words []string
	for _, r := range [][2]rune{
		{0x20, 0x24F},
		{0x250, 0x2AF},
		{0x2B0, 0x36F},
		{0x370, 0x52F},
		{0x531, 0x58A},
		{0x5D0, 0x6FF},
		{0x1C90, 0x1CBF},
		{0x1E00, 0x1FFF},
		{0x2010, 0x206F},
		{0x3041, 0x30FF},
		{0xAC00, 0xAC80},
		{0xFB00, 0xFB06},
		{0xFF01, 0xFF5E},
	} {
		var b strings.Builder
		for c := r[0]; c <= r[1]; c++ {
			if unicode.IsGraphic(c) && (unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsPunct(c) || c == ' ') {
				words = append(words, string(c))
				b.WriteRune(c)
			}
		}
		words = append(words, b.String())
	}
	words = append(words, "Óscar Núñez", "O\u0301scar", "Nguyễn Thị Hoa", "Trần Văn Đức", "ŁÓDŹ", "Straße", "ИВАН Ёлкин", "فَاطِمَة")
	var got string
	err = raw.QueryRowContext(t.Context(), `SELECT string_agg(folded(w), chr(1) ORDER BY i)
	  FROM unnest($1::text[]) WITH ORDINALITY AS u(w, i)`, pq.Array(words)).Scan(&got)
	if err != nil {
		t.Fatal(err)
	}
	faults := 0
	for i, there := range strings.Split(got, "\x01") {
		if want := fold.Fold(words[i]); there != want && faults < 20 {
			faults++
			t.Errorf("%q (%U) is %q in the database, %q in Go", words[i], []rune(words[i])[0], there, want)
		}
	}
}
