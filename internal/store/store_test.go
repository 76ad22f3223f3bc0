package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	_ "github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

var cluster testkit.Cluster

func TestMain(m *testing.M) { os.Exit(cluster.Main(m)) }

func open(t *testing.T) (*store.DB, string) {
	t.Helper()
	return at(t, cluster.Lent(t))
}

// own is open for a test that changes the schema, ends connections that are not its own, or goes by what PostgreSQL counts of a database
// or knows of its tables.
func own(t *testing.T) (*store.DB, string) {
	t.Helper()
	return at(t, cluster.Database(t))
}

func at(t *testing.T, url string) (*store.DB, string) {
	t.Helper()
	db, err := store.Open(t.Context(), url, 8)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if err := db.SetSetting(t.Context(), "sending", "on", false); err != nil {
		t.Fatal(err)
	}
	return db, url
}

func TestMigrationsGoUpDownAndUpAgain(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	before := schema(t, url)
	if err := db.MigrateDown(t.Context()); err != nil {
		t.Fatal(err)
	}
	if pending, err := db.SchemaPending(t.Context()); err != nil || !pending {
		t.Fatalf("all taken back, so all are pending: %v %v", pending, err)
	}
	if err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if after := schema(t, url); after != before {
		t.Error("the schema differs after down and up")
	}
}

func schema(t *testing.T, url string) string {
	t.Helper()
	return strings.Join(query(t, url, `SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
  FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`), "\n")
}

func query(t *testing.T, url, q string, args ...any) []string {
	t.Helper()
	db, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	rows, err := db.QueryContext(context.Background(), q, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestADiskThatIsFullKeepsNothing: a row can be written over in its place, and a new one finds none. The limit of the files that
// PostgreSQL may lay beside a query stands for the disk's.
func TestADiskThatIsFullKeepsNothing(t *testing.T) {
	t.Parallel()
	db, url := own(t)
	if err := db.Writable(t.Context()); err != nil {
		t.Fatalf("with room: %v", err)
	}
	limited := url + " options='-c temp_file_limit=256kB'"
	if strings.Contains(url, "://") {
		limited = url + "&options=-c%20temp_file_limit%3D256kB"
	}
	full, err := store.Open(t.Context(), limited, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = full.Close() }()
	if err := full.Writable(t.Context()); err == nil {
		t.Error("without room it says that texts can be kept")
	}
}

// TestEveryWaitIsInNextDue: there is no work that is not a row, and every column that is a wait stands in the one query.
func TestEveryWaitIsInNextDue(t *testing.T) {
	t.Parallel()
	_, url := own(t)
	got := query(t, url, `SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'
AND (column_name LIKE '%due_at' OR column_name IN ('wake_at', 'retry_at')) ORDER BY 1`)
	if strings.Join(got, " ") != "messages.retry_at planned.due_at resends.due_at stops.retry_at" {
		t.Errorf("waits: %v; NextDue knows messages.retry_at, planned.due_at, resends.due_at and stops.retry_at", got)
	}
}

// TestNoIndexNamesTheStatus: one such index would take every callback's HOT update away.
func TestNoIndexNamesTheStatus(t *testing.T) {
	t.Parallel()
	_, url := own(t)
	for _, def := range query(t, url, `SELECT indexdef FROM pg_indexes WHERE tablename = 'messages'`) {
		for _, c := range []string{"status", "status_rank", "error_code"} {
			if strings.Contains(def, c) {
				t.Errorf("%s names %s", def, c)
			}
		}
	}
}

// lane puts one organizer's phone into the store and queues texts to it.
type lane struct {
	t     *testing.T
	db    *store.DB
	url   string
	phone sms.Phone
	id    int64
	who   uuid.UUID
	now   time.Time
}

func newLane(t *testing.T) *lane {
	t.Helper()
	db, url := own(t)
	p, err := sms.PhoneFromE164("+12065550142")
	if err != nil {
		t.Fatal(err)
	}
	l := &lane{t: t, db: db, url: url, phone: p, who: uuid.Must(uuid.NewV7()), now: time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)}
	err = db.InTx(t.Context(), func(tx app.Tx) error {
		w, err := tx.Lock(t.Context(), []sms.Phone{p})
		if err != nil {
			return err
		}
		l.id = w[0].Phone.ID
		return tx.Save(t.Context(), []change.Set{{Changes: []change.Change{change.SavePerson{
			At:     l.now,
			Person: person.Person{ID: l.who, Name: "Ana", Phone: p, Roles: []person.Role{person.Organizer}},
		}}}})
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func (l *lane) save(c ...change.Change) {
	l.t.Helper()
	err := l.db.InTx(l.t.Context(), func(tx app.Tx) error {
		if _, err := tx.Lock(l.t.Context(), []sms.Phone{l.phone}); err != nil {
			return err
		}
		return tx.Save(l.t.Context(), []change.Set{{Changes: c}})
	})
	if err != nil {
		l.t.Fatal(err)
	}
}

func (l *lane) queue(body string, change0 ...func(*change.Text)) uuid.UUID {
	l.t.Helper()
	x := change.Text{
		ID: uuid.Must(uuid.NewV7()), PhoneID: l.id, PersonID: l.who, Kind: "help", Body: sms.NewBody(body), Lang: "en",
		Prio: change.PrioReply, At: l.now,
	}
	for _, f := range change0 {
		f(&x)
	}
	l.save(x)
	return x.ID
}

func (l *lane) claim() []app.Outgoing {
	l.t.Helper()
	outs, err := l.db.Claim(l.t.Context(), l.now, []int64{l.id}, 10)
	if err != nil {
		l.t.Fatal(err)
	}
	return outs
}

func (l *lane) settle(o app.Outcome) {
	l.t.Helper()
	if _, err := l.db.Settle(l.t.Context(), l.now, []app.Outcome{o}, time.Minute); err != nil {
		l.t.Fatal(err)
	}
}

func (l *lane) state(id uuid.UUID) string {
	l.t.Helper()
	return query(l.t, l.url, `SELECT (ARRAY['received','queued','sending','unknown','sent','rejected','withheld','unsettled'])[state +
	  1] || ' ' || coalesce(sid, '-') FROM messages WHERE id = $1`, id)[0]
}

func (l *lane) want(id uuid.UUID, want string) {
	l.t.Helper()
	if got := l.state(id); got != want {
		l.t.Errorf("state %q, want %q", got, want)
	}
}

func sid(n int) string { return fmt.Sprintf("SM%032x", n) }

func sent(o app.Outgoing, n int) app.Outcome {
	return app.Outcome{ID: o.ID, PhoneID: o.PhoneID, Attempt: o.Attempt, Kind: app.OutcomeSent, SID: sid(n), Status: sms.StatusQueued}
}
