package store_test

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/store"
)

const (
	keepSQL   = `INSERT INTO settings (key, value) VALUES ($1, $2)`
	changeSQL = `UPDATE settings SET value = $2 WHERE key = $1`
)

func kept(t *testing.T, db *store.DB, key string) bool {
	t.Helper()
	all, err := db.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_, ok := all[key]
	return ok
}

// TestATransactionBeginsOnAConnectionThatLives: a server that was started anew has ended every connection of the pool, and says so only to
// who asks. What is to be kept is kept all the same.
func TestATransactionBeginsOnAConnectionThatLives(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	var all, open sync.WaitGroup
	const several = 4
	open.Add(several)
	for range several { // each on a connection of its own
		all.Go(func() {
			if err := db.InTx(t.Context(), func(app.Tx) error {
				open.Done()
				open.Wait()
				return nil
			}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, key := range []string{"first", "second"} {
		query(t, url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`)
		if err := db.Writes(t.Context(), store.Write{Query: keepSQL, Args: []any{key, "x"}}); err != nil {
			t.Fatal(key, err)
		}
		if !kept(t, db, key) {
			t.Error(key, "was lost")
		}
	}
}

// TestOfWritesThatFailNothingIsKept: they leave in one round trip with the end of their transaction.
func TestOfWritesThatFailNothingIsKept(t *testing.T) {
	t.Parallel()
	db, _ := open(t)
	good := store.Write{Query: keepSQL, Args: []any{"a", "1"}}
	for what, c := range map[string]struct {
		list []store.Write
		want error
	}{
		"a statement fails":         {[]store.Write{good, {Query: `SELECT 1 / $1::int`, Args: []any{0}}}, app.ErrRefused},
		"the same twice":            {[]store.Write{good, good}, app.ErrRefused},
		"no row was as it was seen": {[]store.Write{good, {Query: changeSQL, Args: []any{"no", ""}, AtLeast: 1}}, app.ErrConflict},
	} {
		if err := db.Writes(t.Context(), c.list...); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", what, err)
		}
		if kept(t, db, "a") {
			t.Fatal(what, "and something was kept")
		}
	}
	if err := db.Writes(t.Context(), good, store.Write{Query: changeSQL, Args: []any{"a", "2"}, AtLeast: 1}); err != nil {
		t.Fatal(err)
	}
	if err := db.Writes(t.Context()); err != nil { // nothing to write is nothing to ask
		t.Fatal(err)
	}
	if all, err := db.Settings(t.Context()); err != nil || all["a"] != "2" {
		t.Fatal(all, err)
	}
}

// TestValuesComeBackAsTheyWent, whatever stands in them: none is ever part of a statement.
func TestValuesComeBackAsTheyWent(t *testing.T) {
	t.Parallel()
	db, _ := open(t)
	type row struct {
		Text    string         `db:"text"`
		None    *string        `db:"none"`
		Number  int            `db:"number"`
		Part    float64        `db:"part"`
		Yes     bool           `db:"yes"`
		Bytes   []byte         `db:"bytes"`
		At      time.Time      `db:"at"`
		Day     time.Time      `db:"day"`
		List    pq.StringArray `db:"list"`
		Numbers pq.Int64Array  `db:"numbers"`
		JSON    []byte         `db:"json"`
	}
	zone := time.FixedZone("", -8*3600)
	in := row{
		Text: `'; DROP TABLE people; -- \\ "$1" ñ 🌱`, Number: -7, Part: 0.25, Yes: true, Bytes: []byte{0, 255, '\\', '\''},
		At: time.Date(2026, 11, 24, 22, 0, 0, 123456000, zone), Day: time.Date(2026, 11, 24, 22, 0, 0, 0, zone),
		List: pq.StringArray{"", `a,"b"`, `{c}\`, "NULL"}, Numbers: pq.Int64Array{1, -2}, JSON: []byte(`{"a": [1, "x"]}`),
	}
	for range 2 { // a statement is prepared the first time
		var got []row
		err := db.Together(t.Context(), func(sel store.Sel) error {
			return sel(&got, `SELECT $1::text AS text, $2::text AS none, $3::int AS number, $4::float8 AS part, $5::bool AS yes, $6::bytea AS bytes,
  $7::timestamptz AS at, $8::date AS day, $9::text[] AS list, $10::bigint[] AS numbers, $11::json AS json`,
				in.Text, in.None, in.Number, in.Part, in.Yes, in.Bytes, in.At, in.Day, in.List, in.Numbers, in.JSON)
		})
		if err != nil || len(got) != 1 {
			t.Fatal(got, err)
		}
		out := got[0]
		if out.Text != in.Text || out.None != nil || out.Number != in.Number || out.Part != in.Part || out.Yes != in.Yes ||
			!bytes.Equal(out.Bytes, in.Bytes) || !bytes.Equal(out.JSON, in.JSON) {
			t.Errorf("%+v", out)
		}
		if !out.At.Equal(in.At) || out.At.Location() != time.UTC || out.Day.Format(time.DateOnly) != "2026-11-24" {
			t.Error(out.At, out.Day)
		}
		if strings.Join(out.List, "|") != strings.Join(in.List, "|") || len(out.Numbers) != 2 || out.Numbers[1] != -2 {
			t.Errorf("%q %v", out.List, out.Numbers)
		}
	}
	var texts []string
	if err := db.Together(t.Context(), func(sel store.Sel) error { return sel(&texts, `SELECT NULL::text`) }); err == nil {
		t.Error("nothing was taken for an empty text")
	}
	if err := db.Together(t.Context(), func(sel store.Sel) error { return sel(&texts, `SELECT $1::text`) }); err == nil {
		t.Error("an argument was left out and nobody said so")
	}
}

// TestWithoutAWordOnItConnectionsAreEncrypted: only who says so goes in the clear.
func TestWithoutAWordOnItConnectionsAreEncrypted(t *testing.T) {
	t.Parallel()
	for url, want := range map[string]bool{
		"postgres://u:p@db.example/app":                     false,
		"postgres://u:p@db.example/app?connect_timeout=3":   false,
		"host=db.example user=u dbname=app":                 false,
		"postgres://u:p@db.example/app?sslmode=disable":     true,
		"host=db.example user=u sslmode=prefer":             true,
		"postgres://u:p@db.example/app?sslmode=verify-full": false,
	} {
		if got, err := store.InTheClear(url); err != nil || got != want {
			t.Errorf("%s: in the clear %v, %v", url, got, err)
		}
	}
}
