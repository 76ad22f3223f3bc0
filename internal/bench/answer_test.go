package bench

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// BenchmarkAnswer is one text alone and its answer: stored, decided, claimed, handed to a provider that takes it at once, settled. The
// floor is the same as prepared statements that decide nothing: the four of a text, and a claim and a settle in transactions of their own.
// cpu-ms/text is the processor time of this process and of its PostgreSQL, which is steadier than time on a machine that others use.
func BenchmarkAnswer(b *testing.B) {
	b.Run("whole", func(b *testing.B) {
		a := newAnswers(b, cluster.Database(b))
		began := spent()
		for b.Loop() {
			a.one(b)
		}
		report(b, began)
	})
	b.Run("floor", floorAnswer)
}

// answers is a service in this process that answers LIST.
type answers struct {
	phones []string
	r      *app.Receiver
	d      *app.Drainer
	nudged *nudges
	sent   chan struct{} // a text was settled
	n      int
}

// meter hears when a text was settled.
type meter struct {
	app.Meter
	sent chan struct{}
}

func (m meter) Count(name, label string) {
	if name == "sends" {
		m.sent <- struct{}{}
	}
}

func newAnswers(b *testing.B, url string) *answers {
	b.Helper()
	db, err := store.Open(b.Context(), url, 18)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	for k, v := range map[string]string{"sending": "on", "org": "Bench", "zone": "America/Los_Angeles"} {
		if err := db.SetSetting(b.Context(), k, v, false); err != nil {
			b.Fatal(err)
		}
	}
	a := &answers{phones: testkit.Organizers(b, url, 200), nudged: &nudges{}, sent: make(chan struct{}, 8)}
	deps := testkit.Deps(db)
	deps.Provider, deps.Queue, deps.Meter = taker{}, a.nudged, meter{deps.Meter, a.sent}
	a.r = &app.Receiver{Deps: deps}
	a.d = &app.Drainer{Deps: deps, Receiver: a.r}
	a.r.Sender = a.d
	return a
}

// one has the next phone text, and its answer sent.
func (a *answers) one(b *testing.B) {
	b.Helper()
	a.n++
	p, err := sms.PhoneFromE164(a.phones[a.n%len(a.phones)])
	if err != nil {
		b.Fatal(err)
	}
	in := sms.Inbound{SID: fmt.Sprintf("SM%032x", a.n), From: p.E164(), Phone: p, Body: sms.NewBody("LIST")}
	if err := a.r.Inbound(b.Context(), in); err != nil {
		b.Fatal(err)
	}
	if err := a.d.Drain(b.Context(), a.nudged.take()); err != nil { // what its step does not send itself
		b.Fatal(err)
	}
	<-a.sent
}

func floorAnswer(b *testing.B) {
	url := cluster.Database(b)
	db, err := sql.Open("postgres", url)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	testkit.Organizers(b, url, 200)
	f := newFloor(b, db)
	var n int64
	began := spent()
	for b.Loop() {
		n++
		if err := f.one(n); err != nil {
			b.Fatal(err)
		}
	}
	report(b, began)
}

// plainly is a text and its answer as prepared statements that decide nothing.
type plainly struct {
	db            *sql.DB
	phones        []int64
	lines         []sync.Mutex // a phone has one text in flight
	step          [4]*sql.Stmt
	claim, settle *sql.Stmt
}

func newFloor(b *testing.B, db *sql.DB) *plainly {
	b.Helper()
	f := &plainly{db: db, phones: phoneIDs(b, db), step: floorStatements(b, db)}
	f.lines = make([]sync.Mutex, len(f.phones))
	prepared := func(query string) *sql.Stmt {
		st, err := db.PrepareContext(b.Context(), query)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = st.Close() })
		return st
	}
	f.claim = prepared(`UPDATE messages SET state = 2, attempt = 1 WHERE phone_id = $1 AND state = 1`)
	f.settle = prepared(`UPDATE messages SET state = 4, sid = $2 WHERE phone_id = $1 AND state = 2`)
	return f
}

func (f *plainly) one(n int64) error {
	i := int(n % int64(len(f.phones)))
	f.lines[i].Lock()
	defer f.lines[i].Unlock()
	if err := f.store(n, i); err != nil {
		return err
	}
	return f.send(n, i)
}

// store is the durable step of the phone with this index; its line is held.
func (f *plainly) store(n int64, i int) error {
	return floorStep(f.db, f.step, n, f.phones[i])
}

// send claims its answer and settles it.
func (f *plainly) send(n int64, i int) error {
	ctx := context.Background()
	if _, err := f.claim.ExecContext(ctx, f.phones[i]); err != nil {
		return err
	}
	_, err := f.settle.ExecContext(ctx, f.phones[i], fmt.Sprintf("SM9%031x", n))
	return err
}

func report(b *testing.B, began time.Duration) {
	b.Helper()
	b.ReportMetric(float64((spent()-began).Microseconds())/1000/float64(b.N), "cpu-ms/text")
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "texts/s")
}

// nudges collects which phones have something to send.
type nudges struct{ phones atomic.Pointer[[]int64] }

func (q *nudges) Nudge(_ context.Context, phones []int64) bool {
	q.phones.Store(&phones)
	return true
}

func (q *nudges) take() []int64 {
	if p := q.phones.Swap(nil); p != nil {
		return *p
	}
	return nil
}

// taker is a provider that takes every text at once.
type taker struct{ app.Provider }

func (taker) Send(_ context.Context, o app.Outgoing) app.Outcome {
	return app.Outcome{Kind: app.OutcomeSent, SID: "SM" + hex(o.ID), Status: sms.StatusQueued, HTTP: 201}
}

func hex(id uuid.UUID) string { return string(bytes.ReplaceAll([]byte(id.String()), []byte("-"), nil)) }

// spent is the processor time so far of this process and of the PostgreSQL servers that it started.
func spent() time.Duration {
	c := spentBy()
	return c.own + c.postgres
}

type spending struct{ own, postgres, service time.Duration }

// spentBy is that time by who took it, with processes of the service that this one started, as Linux counts it; elsewhere PostgreSQL's
// and theirs are not known.
func spentBy() (sum spending) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err == nil {
		sum.own = time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	type process struct {
		parent, ticks int
		service       bool
	}
	all := map[int]process{}
	entries, _ := os.ReadDir("/proc")
	for _, e := range entries {
		pid, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		b, _ := os.ReadFile("/proc/" + e.Name() + "/stat")
		end := bytes.LastIndexByte(b, ')')
		f := bytes.Fields(b[max(end+1, 0):])
		p := process{service: end > 0 && bytes.HasPrefix(b[:end], []byte(e.Name()+" (reportback"))}
		if end < 0 || len(f) < 15 || !p.service && !bytes.HasPrefix(b[:end], []byte(e.Name()+" (postgres")) {
			continue
		}
		p.parent, _ = strconv.Atoi(string(f[1]))
		for _, i := range []int{11, 12, 13, 14} { // its own user and system time, and that of sessions that ended
			n, _ := strconv.Atoi(string(f[i]))
			p.ticks += n
		}
		all[pid] = p
	}
	const tick = 10 * time.Millisecond // USER_HZ is 100 on Linux
	for _, p := range all {
		if p.service {
			if p.parent == os.Getpid() {
				sum.service += time.Duration(p.ticks) * tick
			}
			continue
		}
		if p.parent == os.Getpid() || all[p.parent].parent == os.Getpid() {
			sum.postgres += time.Duration(p.ticks) * tick
		}
	}
	return sum
}
