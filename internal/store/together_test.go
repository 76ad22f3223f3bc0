package store_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/store"
)

// TestReadsTogetherReadWhatTheyReadAlone: in whatever mixture, each read gets its own rows, also none, and goes on from them.
func TestReadsTogetherReadWhatTheyReadAlone(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	query(t, url, `INSERT INTO settings (key, value) VALUES ('a', '1'), ('b', '2')`)
	query(t, url, `INSERT INTO phones (phone) VALUES ('+12065550101'), ('+12065550102')`)
	id, at := uuid.MustParse("00000000-0000-7000-8000-000000000001"), time.Date(2026, 11, 24, 18, 0, 0, 123000, time.UTC)
	for range 3 { // a statement is prepared the first time
		var none, phones, first []string
		var keys []struct {
			Key string `db:"key"`
		}
		var ids []uuid.UUID
		var times []time.Time
		var sums, sum []int64
		err := db.Together(t.Context(),
			func(sel store.Sel) error {
				return sel(&none, `SELECT name FROM people WHERE id = ANY($1)`, pq.Array([]string{id.String()}))
			},
			func(sel store.Sel) error {
				if err := sel(&sums, `SELECT unnest($1::bigint[]) + $2`, pq.Array([]int64{1, -2}), 10); err != nil {
					return err
				}
				return sel(&sum, `SELECT $1::bigint`, sums[0]+sums[1])
			},
			func(sel store.Sel) error {
				return sel(&keys, `SELECT key FROM settings WHERE key IN ('a', 'b') ORDER BY key`)
			},
			func(sel store.Sel) error { return sel(&ids, `SELECT $1::uuid`, id) },
			func(sel store.Sel) error { return sel(&times, `SELECT $1::timestamptz`, at) },
			func(sel store.Sel) error {
				return sel(&phones, `SELECT phone FROM phones WHERE phone = ANY($1)`, pq.Array([]string{"+12065550102"}))
			},
			func(store.Sel) error { return nil },
			func(sel store.Sel) error { return sel(&first, `SELECT 'it''s; SELECT 1'`) })
		if err != nil {
			t.Fatal(err)
		}
		if len(none) != 0 || !slices.Equal(sums, []int64{11, 8}) || sum[0] != 19 || len(keys) != 2 || keys[1].Key != "b" || ids[0] != id ||
			!times[0].Equal(at) || !slices.Equal(phones, []string{"+12065550102"}) || first[0] != "it's; SELECT 1" {
			t.Fatal(none, sums, keys, ids, times, phones, first)
		}
	}
}

// TestOneOfSeveralReadsFails: nothing after it is taken for read, its neighbours end, and the connection serves the next.
func TestOneOfSeveralReadsFails(t *testing.T) {
	t.Parallel()
	db, _ := open(t)
	mine := errors.New("mine")
	for _, fails := range []func(store.Sel) error{
		func(store.Sel) error { return mine },
		func(sel store.Sel) error { return sel(&[]int64{}, `SELECT 1 / $1::int`, 0) },
		func(sel store.Sel) error { return sel(&[]int64{}, `SELECT nothing FROM nowhere`) },
	} {
		var before, after []int64
		asks := func(dest *[]int64) func(store.Sel) error {
			return func(sel store.Sel) error {
				return errors.Join(sel(dest, `SELECT 1 WHERE $1 = 1`, 1), sel(dest, `SELECT 2 WHERE $1 = 1`, 1))
			}
		}
		if err := db.Together(t.Context(), asks(&before), fails, asks(&after)); err == nil {
			t.Fatal("no error")
		}
		if slices.Contains(after, 2) {
			t.Fatal("went on after a failure", before, after)
		}
		if err := db.Together(t.Context(), asks(&before), asks(&after)); err != nil || !slices.Contains(after, 2) {
			t.Fatal(err, after)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := db.Together(ctx, func(sel store.Sel) error { return sel(&[]int64{}, `SELECT 1`) }); err == nil {
		t.Fatal("no error of a context that ended")
	}
}
