package testkit

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/demo"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit/record"
	"github.com/reportback/reportback/internal/twilio"
)

// Town is the whole service in the test's own process, on a real database, with a clock that stands until it is moved and a provider that
// takes every text at once. It is as fast as the database: a hundred stories take the time of a few demos.
type Town struct {
	DB       *store.DB
	Receiver *app.Receiver
	Ticker   *app.Ticker
	Status   *app.StatusReceiver
	Now      time.Time
	Tape     *record.Tape // every decision of the town; nil: none is kept

	t     testing.TB
	rows  *sql.DB // the same database, to look at
	mu    sync.Mutex
	sent  []Sent
	codes map[string]int // what the provider says of a phone: a code when asked to send
	late  map[string]int // or in a callback afterwards
	sids  int
}

// Sent is one text that left.
type Sent struct {
	ID   uuid.UUID
	SID  string
	At   time.Time
	To   string // E.164
	Kind string
	Body string
}

type townClock struct{ t *Town }

func (c townClock) Now() time.Time { return c.t.Now }

// NewTown starts a service on a database that has nothing in it yet, which the second looks at, with the demo's seeded people and sending
// on. A tape that is not nil takes its decisions.
func NewTown(t testing.TB, db *store.DB, rows *sql.DB, at time.Time, tape *record.Tape) *Town {
	t.Helper()
	town := &Town{DB: db, Now: at, Tape: tape, codes: map[string]int{}, late: map[string]int{}}
	town.open(t, rows)
	for k, v := range map[string]string{
		app.SettingSending: "on", app.SettingOrg: demo.Organization, app.SettingZone: demo.Zone,
		app.SettingStaffLine: demo.StaffLine, app.SettingLanguage: "en",
	} {
		if err := db.SetSetting(t.Context(), k, v, false); err != nil {
			t.Fatal(err)
		}
	}
	if err := demo.Seed(t.Context(), town.Receiver); err != nil {
		t.Fatal(err)
	}
	return town
}

// open puts the service together.
func (w *Town) open(t testing.TB, rows *sql.DB) {
	t.Helper()
	w.t, w.rows = t, rows
	deps := Deps(w.DB)
	deps.Clock, deps.Provider = townClock{w}, w
	if w.Tape != nil {
		deps.Witness = w.Tape.Take
	}
	var err error
	if deps.Number, err = sms.PhoneFromE164(Number); err != nil {
		t.Fatal(err)
	}
	w.Receiver = &app.Receiver{Deps: deps}
	drainer := &app.Drainer{Deps: deps, Receiver: w.Receiver}
	w.Ticker = &app.Ticker{Deps: deps, Receiver: w.Receiver, Drainer: drainer}
	w.Status = &app.StatusReceiver{Deps: deps, Receiver: w.Receiver}
}

// Send implements app.Provider: every text arrives, unless its phone was said not to get any.
func (w *Town) Send(_ context.Context, o app.Outgoing) app.Outcome {
	w.mu.Lock()
	defer w.mu.Unlock()
	to := o.To.E164()
	if code := w.codes[to]; code != 0 {
		return twilio.Refused(app.Outcome{Code: code, HTTP: 400})
	}
	w.sids++
	sid := fmt.Sprintf("SM2%031x", w.sids)
	w.sent = append(w.sent, Sent{ID: o.ID, SID: sid, At: w.Now, To: to, Body: o.Body.Text()})
	return app.Outcome{Kind: app.OutcomeSent, SID: sid, Status: sms.StatusQueued, HTTP: 201}
}

// ListTo implements app.Provider: no outcome is ever unknown here.
func (w *Town) ListTo(context.Context, sms.Phone, time.Duration) ([]app.Listed, error) {
	return nil, nil
}

// Newest implements app.Provider.
func (w *Town) Newest(context.Context) ([]app.Listed, error) { return nil, nil }

// ListInbound implements app.Provider: every text reaches the service here.
func (w *Town) ListInbound(context.Context, time.Duration) ([]app.Listed, error) { return nil, nil }

// ListAll implements app.Provider.
func (w *Town) ListAll(context.Context, time.Duration) ([]app.Listed, error) { return nil, nil }

// Refuse has the provider answer every send to a phone with a code; later true: by a callback after taking it.
func (w *Town) Refuse(phone string, code int, later bool) {
	if later {
		w.late[phone] = code
		return
	}
	w.codes[phone] = code
}

// Text sends a text to the service and lets everything that it causes happen; unless more follows, the silence after an answer passes.
func (w *Town) Text(from, body string, more bool) {
	w.t.Helper()
	phone, err := sms.PhoneFromE164(from)
	if err != nil {
		w.t.Fatal(err)
	}
	w.sids++
	in := sms.Inbound{SID: fmt.Sprintf("SM1%031x", w.sids), From: from, Phone: phone, Body: sms.NewBody(body), Segments: 1}
	if err := w.Receiver.Inbound(w.t.Context(), in); err != nil {
		w.t.Fatal(err)
	}
	w.Settle()
	if more {
		w.Now = w.Now.Add(time.Second)
		return
	}
	cause, err := w.DB.InboundMessage(w.t.Context(), in.SID)
	if err != nil {
		w.t.Fatal(err)
	}
	if ends, waits, err := w.DB.SilenceEnds(w.t.Context(), cause); err != nil {
		w.t.Fatal(err)
	} else if waits && ends.After(w.Now) {
		w.Now = ends
		w.Settle()
	}
	w.Now = w.Now.Add(3 * time.Second)
	w.Settle()
}

// Settle lets everything that is due happen.
func (w *Town) Settle() {
	w.t.Helper()
	ctx := w.t.Context()
	for round := 0; ; round++ {
		if round > 200 {
			left, _, _ := w.DB.AtRest(ctx, w.Now)
			w.t.Fatalf("does not come to rest: %s", left)
		}
		if err := w.Ticker.Due(ctx); err != nil {
			w.t.Fatal(err)
		}
		if err := w.drain(ctx); err != nil {
			w.t.Fatal(err)
		}
		left, _, err := w.DB.AtRest(ctx, w.Now)
		if err != nil {
			w.t.Fatal(err)
		}
		if left == "" {
			return
		}
	}
}

func (w *Town) drain(ctx context.Context) error {
	phones, err := w.DB.Forgotten(ctx, w.Now, 640)
	if err != nil {
		return err
	}
	w.mu.Lock()
	from := len(w.sent)
	w.mu.Unlock()
	if err := w.Ticker.Drainer.Drain(ctx, phones); err != nil {
		return err
	}
	for _, s := range w.sent[from:] {
		code := w.late[s.To]
		if code == 0 {
			continue
		}
		to, err := sms.PhoneFromE164(s.To)
		if err != nil {
			return err
		}
		if err := w.Status.Status(ctx, sms.Callback{
			MessageID: s.ID, SID: s.SID, To: to, Status: sms.StatusUndelivered,
			RawStatus: "undelivered", Code: code,
		}); err != nil {
			return err
		}
	}
	return nil
}

// Advance moves the clock, stopping at each due time in order.
func (w *Town) Advance(by time.Duration) {
	w.t.Helper()
	target := w.Now.Add(by)
	for step := 0; ; step++ {
		w.Settle()
		due, what, ok, err := w.DB.NextDue(w.t.Context())
		if err != nil {
			w.t.Fatal(err)
		}
		if !ok || due.After(target) {
			break
		}
		if step > 5000 {
			w.t.Fatalf("stuck at %s", what)
		}
		if due.After(w.Now) {
			w.Now = due
		}
	}
	w.Now = target
	w.Settle()
}

// Outage lets time pass while no worker runs.
func (w *Town) Outage(by time.Duration) {
	w.t.Helper()
	w.Now = w.Now.Add(by)
	w.Settle()
}

// Texts returns what left after the first n texts, with the kinds of the rows.
func (w *Town) Texts(n int) []Sent {
	w.t.Helper()
	w.mu.Lock()
	out := append([]Sent(nil), w.sent[n:]...)
	w.mu.Unlock()
	ids := make([]uuid.UUID, len(out))
	for i, s := range out {
		ids[i] = s.ID
	}
	kinds, err := w.DB.MessageKinds(w.t.Context(), ids)
	if err != nil {
		w.t.Fatal(err)
	}
	for i := range out {
		out[i].Kind = kinds[out[i].ID].Kind
	}
	return out
}

// Trail tells of every planned text for a phone what became of it and why, in the order of their moments.
func (w *Town) Trail(phone string) []string {
	w.t.Helper()
	return w.Rows(`SELECT n.rule || ' ' || to_char(n.due_at AT TIME ZONE 'America/Los_Angeles',
  'Dy Mon DD HH24:MI') || ' ' || n.state || ': ' || n.reason
FROM planned n JOIN phones f ON f.id = n.phone_id
WHERE f.phone = $1 AND n.rule NOT IN ('next_question', 'consent', 'plan_timeout') ORDER BY n.due_at, n.rule, n.reason`, phone)
}

// Attention lists what needs a person.
func (w *Town) Attention() []string {
	w.t.Helper()
	return w.Rows(`SELECT kind || ': ' || note FROM attention WHERE closed_at IS NULL ORDER BY at, kind`)
}

// Person returns somebody by name.
func (w *Town) Person(name string) person.Person {
	w.t.Helper()
	people, err := w.DB.People(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	for _, p := range people {
		if p.Name == name {
			return p.Person
		}
	}
	w.t.Fatalf("nobody is called %q", name)
	return person.Person{}
}

// Latest returns the id of the newest meeting, event, debrief or promise.
func (w *Town) Latest(what string) uuid.UUID {
	w.t.Helper()
	ids := w.Rows(`SELECT id::text FROM ` + what + `s ORDER BY id DESC LIMIT 1`)
	if len(ids) == 0 {
		w.t.Fatalf("there is no %s", what)
	}
	return uuid.MustParse(ids[0])
}

// Rows runs a query of one text column.
func (w *Town) Rows(query string, args ...any) []string {
	w.t.Helper()
	rows, err := w.rows.QueryContext(w.t.Context(), query, args...)
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			w.t.Fatal(err)
		}
		out = append(out, strings.TrimSpace(s))
	}
	if err := rows.Err(); err != nil {
		w.t.Fatal(err)
	}
	return out
}
