package store_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/store"
)

// TestWhatIsSavedArrivesAsItIs: rows travel as PostgreSQL has them on the wire, many as arrays and one as its values; both must say the
// same, whatever people write.
func TestWhatIsSavedArrivesAsItIs(t *testing.T) {
	t.Parallel()
	db, _ := own(t)
	phone, err := sms.PhoneFromE164("+12065550101")
	if err != nil {
		t.Fatal(err)
	}
	id := uuid.MustParse("01900000-0000-7000-8000-00000000000a")
	list := []store.Odd{
		{
			ID: id, Word: `"Ana's" \ {a,b} ñ 😀`, Words: []string{`q"u`, `b\s`, "a,b", "", "NULL"}, Whose: []uuid.UUID{id, id},
			At: time.Date(2026, 11, 24, 18, 0, 1, 123456789, time.FixedZone("", -8*3600)), DueOn: "2026-11-30", N: -7, Yes: true,
			Data: []byte(`{"a": "\"x\""}`), Form: map[string][]string{"From": {"+1", `"`}}, Phone: phone, Body: sms.NewBody("words"),
			Hash: `\xff00`,
		},
		{Word: "broken \xff byte", Hash: `\x`},
		{At: time.Date(1969, 12, 31, 23, 59, 59, 999999000, time.UTC), Hash: `\x01`},
	}
	want := []string{
		`01900000-0000-7000-8000-00000000000a | "Ana's" \ {a,b} ñ 😀 | {"q\"u","b\\s","a,b","","NULL"} | ` +
			`{01900000-0000-7000-8000-00000000000a,01900000-0000-7000-8000-00000000000a} | 2026-11-25 02:00:01.123457 | 2026-12-01 | -7 | t | ` +
			`{"a": "\"x\""} | {"From": ["+1", "\""]} | +12065550101 | words | \xff00`,
		"broken \uFFFD byte | {} | {} | 0 | f |  | \\x",
		` | {} | {} | 1969-12-31 23:59:59.999999 | 0 | f |  | \x01`,
	}
	many, err := db.Echo(t.Context(), list)
	if err != nil || !slices.Equal(many, want) {
		t.Errorf("many: %q\nwant %q\n%v", many, want, err)
	}
	for i, one := range list {
		if got, err := db.Echo(t.Context(), []store.Odd{one}); err != nil || !slices.Equal(got, want[i:i+1]) {
			t.Errorf("one: %q\nwant %q\n%v", got, want[i], err)
		}
	}
}
