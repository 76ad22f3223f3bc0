package bench

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	_ "github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

var cluster = testkit.Cluster{Durable: true}

func TestMain(m *testing.M) {
	code := cluster.Main(m)
	binary.Clean()
	os.Exit(code)
}

// BenchmarkInbound is one durable inbound step, whole: lock, read, understand, decide, save, commit. The floor is the same durable step as
// six prepared statements that decide nothing.
func BenchmarkInbound(b *testing.B) {
	for _, n := range []int{1, 32, 128} {
		b.Run(fmt.Sprintf("whole/%d", n), func(b *testing.B) { wholeStep(b, n) })
		b.Run(fmt.Sprintf("floor/%d", n), func(b *testing.B) { floor(b, n) })
	}
}

func wholeStep(b *testing.B, connections int) {
	b.Helper()
	url := cluster.Database(b)
	db, err := store.Open(b.Context(), url, 18)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for k, v := range map[string]string{"sending": "on", "org": "Bench", "zone": "America/Los_Angeles"} {
		if err := db.SetSetting(b.Context(), k, v, false); err != nil {
			b.Fatal(err)
		}
	}
	phones := testkit.Organizers(b, url, 200)
	r := &app.Receiver{Deps: testkit.Deps(db)}
	var n atomic.Int64
	b.SetParallelism(max(1, connections/2))
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			i := n.Add(1)
			p, err := sms.PhoneFromE164(phones[i%int64(len(phones))])
			if err != nil {
				b.Error(err)
				return
			}
			in := sms.Inbound{SID: fmt.Sprintf("SM%032x", i), From: p.E164(), Phone: p, Body: sms.NewBody("LIST")}
			if err := r.Inbound(context.Background(), in); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "steps/s")
}

// floorDatabase is a fresh database with 200 phones, over as many connections as the service holds.
func floorDatabase(b *testing.B) *sql.DB {
	b.Helper()
	url := cluster.Database(b)
	db, err := sql.Open("postgres", url)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(16)
	db.SetMaxIdleConns(16)
	testkit.Organizers(b, url, 200)
	return db
}

// floor: lock the phone, insert the text by its unique SID, move the conversation, insert the answer's text, commit.
func floor(b *testing.B, connections int) {
	b.Helper()
	db := floorDatabase(b)
	phones := phoneIDs(b, db)
	st := floorStatements(b, db)
	var n atomic.Int64
	b.SetParallelism(max(1, connections/2))
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			i := n.Add(1)
			if err := floorStep(db, st, i, phones[i%int64(len(phones))]); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "steps/s")
}

func floorStatements(b *testing.B, db *sql.DB) (st [4]*sql.Stmt) {
	b.Helper()
	for i, q := range []string{
		`SELECT id FROM phones WHERE id = $1 FOR NO KEY UPDATE`,
		`INSERT INTO inbound (sid, received_at, sender_raw, outcome) VALUES ($1, now(), '', '')`,
		`INSERT INTO conversations (phone_id, kind, last_in_at) VALUES ($1, 'report', now())
		  ON CONFLICT (phone_id) DO UPDATE SET last_in_at = excluded.last_in_at`,
		`INSERT INTO messages (id, phone_id, dir, at, kind, body, state)
		  VALUES ($1, $2, 2, now(), 'help', 'an answer of the usual length, to weigh as much', 1)`,
	} {
		var err error
		if st[i], err = db.PrepareContext(b.Context(), q); err != nil {
			b.Fatal(err)
		}
	}
	return st
}

func phoneIDs(b *testing.B, db *sql.DB) []int64 {
	b.Helper()
	rows, err := db.QueryContext(b.Context(), `SELECT id FROM phones`)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var out []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			b.Fatal(err)
		}
		out = append(out, id)
	}
	if rows.Err() != nil || len(out) == 0 {
		b.Fatal("no phones", rows.Err())
	}
	return out
}

func floorStep(db *sql.DB, st [4]*sql.Stmt, i, phone int64) error {
	ctx := context.Background()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	var id int64
	if err := tx.StmtContext(ctx, st[0]).QueryRowContext(ctx, phone).Scan(&id); err != nil {
		return err
	}
	if _, err := tx.StmtContext(ctx, st[1]).ExecContext(ctx, fmt.Sprintf("SM%032x", i)); err != nil {
		return err
	}
	if _, err := tx.StmtContext(ctx, st[2]).ExecContext(ctx, phone); err != nil {
		return err
	}
	if _, err := tx.StmtContext(ctx, st[3]).ExecContext(ctx, uuid.Must(uuid.NewV7()), phone); err != nil {
		return err
	}
	return tx.Commit()
}

type ids struct{}

func (ids) New() uuid.UUID { return uuid.Must(uuid.NewV7()) }

// BenchmarkDecide is one step of the conversation in the core, without the database: of a command, of a report, and of a sentence that
// every guess reads before nobody can place it.
func BenchmarkDecide(b *testing.B) {
	for name, body := range map[string]string{
		"command": "LIST", "report": "REPORT Met Maria Lopez yesterday. Learned: mold in the bedroom",
		"sentence": "the landlord came by again and said the mold is our own fault for not opening windows",
	} {
		b.Run(name, func(b *testing.B) { decides(b, body) })
	}
}

func decides(b *testing.B, body string) {
	b.Helper()
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		b.Fatal(err)
	}
	phone, err := sms.PhoneFromE164("+12065550101")
	if err != nil {
		b.Fatal(err)
	}
	w := world.World{
		Phone: world.Phone{ID: 1, Phone: phone}, Org: world.Org{
			Name: "Bench", Zone: zone, Sending: "on", Hours: reminder.DefaultHours(),
			Language: "en",
		},
		People: []person.Person{{ID: uuid.New(), PhoneID: 1, Phone: phone, Name: "Ana Ruiz", Roles: []person.Role{person.Organizer}}},
	}
	now := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	in := world.Input{Kind: world.TextIn, MessageID: uuid.New(), Inbound: sms.Inbound{
		SID: "SM1", Phone: phone,
		Body: sms.NewBody(body),
	}}
	b.ReportAllocs()
	for b.Loop() {
		n := talk.Needs(w, in, now)
		w.Heard = n.Heard
		if set := talk.Decide(w, in, now, ids{}); len(set.Changes) == 0 {
			b.Fatal("nothing decided")
		}
	}
}
