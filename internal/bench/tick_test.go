package bench

import (
	"database/sql"
	"fmt"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/store"
)

// future fills the schedule with rows that are due in the next years.
const futureSQL = `
WITH f AS (INSERT INTO phones (phone) VALUES ('+12065550100') RETURNING id)
INSERT INTO planned (id, phone_id, person_id, subject_kind, subject_id, rule, occurrence, due_at, state, reason)
SELECT gen_random_uuid(), f.id, gen_random_uuid(), 'meeting', gen_random_uuid(), 'two_days', 'r1',
  timestamptz '2030-01-01' + n * interval '1 minute', 'planned', 'two days ahead'
FROM f, generate_series(1, $1::int) n`

// BenchmarkTick is what every worker asks each second: what is due? The cost must not grow with what is planned for later. The floor is a
// statement that reads nothing.
func BenchmarkTick(b *testing.B) {
	for _, rows := range []int{1000, 1000000} {
		b.Run(fmt.Sprintf("due/%d planned for later", rows), func(b *testing.B) {
			db, _ := planned(b, rows)
			now := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
			b.ResetTimer()
			for b.Loop() {
				if due, err := db.Due(b.Context(), now, 64); err != nil || len(due) != 0 {
					b.Fatal(due, err)
				}
			}
		})
	}
	b.Run("floor", func(b *testing.B) {
		_, plain := planned(b, 10)
		for b.Loop() {
			var one int
			if err := plain.QueryRowContext(b.Context(), `SELECT 1 WHERE now() > $1::timestamptz`, time.Time{}).Scan(&one); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func planned(b *testing.B, rows int) (*store.DB, *sql.DB) {
	b.Helper()
	url := cluster.Database(b)
	db, err := store.Open(b.Context(), url, 2)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	plain, err := sql.Open("postgres", url)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = plain.Close() })
	if _, err := plain.ExecContext(b.Context(), futureSQL, rows); err != nil {
		b.Fatal(err)
	}
	if _, err := plain.ExecContext(b.Context(), `ANALYZE planned`); err != nil {
		b.Fatal(err)
	}
	return db, plain
}
