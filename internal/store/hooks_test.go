package store_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/webhook"
	"github.com/reportback/reportback/internal/hook"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

// machine is a machine's clock that the test moves.
type machine struct {
	mu sync.Mutex
	at time.Time
}

func (m *machine) Now() time.Time {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.at
}

func (m *machine) add(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.at = m.at.Add(d)
}

// tool is somebody's tool: it keeps what it gets, and answers with a status.
type tool struct {
	*httptest.Server
	mu     sync.Mutex
	status int
	ids    []string
	bodies []string
}

func newTool(t *testing.T) *tool {
	t.Helper()
	r := &tool{status: http.StatusOK}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		b, _ := io.ReadAll(req.Body)
		r.mu.Lock()
		defer r.mu.Unlock()
		r.ids, r.bodies = append(r.ids, req.Header.Get("webhook-id")), append(r.bodies, string(b))
		w.WriteHeader(r.status)
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *tool) answer(status int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.status = status
}

func (r *tool) got() (ids, bodies []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.ids), slices.Clone(r.bodies)
}

// hooks are webhooks on a database of their own.
type hooks struct {
	*app.Hooks
	t     *testing.T
	db    *store.DB
	url   string
	clock *machine
	tool  *tool
}

func newHooks(t *testing.T) *hooks {
	t.Helper()
	db, url := open(t)
	h := &hooks{t: t, db: db, url: url, clock: &machine{at: testkit.Now()}, tool: newTool(t)}
	h.Hooks = &app.Hooks{Deps: testkit.Deps(db), Rows: db, Out: hook.New(true), Machine: h.clock}
	for k, v := range map[string]string{app.SettingURL: "https://reportback.example", app.SettingZone: "America/Los_Angeles"} {
		if err := db.SetSetting(t.Context(), k, v, false); err != nil {
			t.Fatal(err)
		}
	}
	query(t, url, hookPeopleSQL)
	return h
}

const hookPeopleSQL = `WITH
f AS (INSERT INTO phones (phone, consent) VALUES ('+12065550142', 1) RETURNING id),
o AS (INSERT INTO people (id, name, roles, created_at) VALUES ('00000000-0000-7000-8000-000000000001', 'Ana Ruiz', '{organizer}',
  '2026-11-01') RETURNING id),
c AS (INSERT INTO people (id, name, phone_id, roles, organizer_id, created_at)
  SELECT '00000000-0000-7000-8000-000000000003'::uuid, 'Maria Lopez', f.id, '{contact}'::text[], o.id, timestamptz '2026-11-01' FROM f, o
  RETURNING id),
m AS (INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, place, status, created_at)
  SELECT '00000000-0000-7000-9000-000000000001'::uuid, o.id, c.id, timestamptz '2026-12-03 23:00Z', 'America/Los_Angeles',
  'Cafe Presse', 'planned', timestamptz '2026-11-20' FROM o, c RETURNING id)
SELECT count(*)::text FROM m`

const (
	hookMeeting = "00000000-0000-7000-9000-000000000001"
	hookContact = "00000000-0000-7000-8000-000000000003"
)

func (h *hooks) add(full bool, events ...webhook.Event) app.HookEndpoint {
	h.t.Helper()
	if len(events) == 0 {
		for _, k := range webhook.Kinds() {
			events = append(events, k.Event)
		}
	}
	e, _, err := h.Add(h.t.Context(), app.HookEndpoint{URL: h.tool.URL + "/hook", Events: events, Full: full})
	if err != nil {
		h.t.Fatal(err)
	}
	return e
}

func (h *hooks) tick() {
	h.t.Helper()
	if err := h.Tick(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
}

// line writes a line of history now.
func (h *hooks) line(subject, id, what string) { h.lineAt(h.clock.Now(), "person", subject, id, what) }

func (h *hooks) lineAt(at time.Time, actor, subject, id, what string) {
	h.t.Helper()
	query(h.t, h.url, `INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, what) VALUES ($1, $2, $3, $4, $5, $6)
	  RETURNING ''`, idAt(at).String(), subject, id, at, actor, what)
}

// idAt is a UUIDv7 of a time.
func idAt(at time.Time) uuid.UUID {
	id := uuid.Must(uuid.NewV7())
	ms := at.UnixMilli()
	for i := 5; i >= 0; i-- {
		id[i] = byte(ms)
		ms >>= 8
	}
	return id
}

func (h *hooks) endpoint(id uuid.UUID) app.HookEndpoint {
	h.t.Helper()
	e, err := h.db.HookEndpoint(h.t.Context(), id)
	if err != nil {
		h.t.Fatal(err)
	}
	return e
}

func (h *hooks) last(id uuid.UUID) app.HookDelivery {
	h.t.Helper()
	list, err := h.db.HookDeliveries(h.t.Context(), id, 1)
	if err != nil || len(list) == 0 {
		h.t.Fatalf("no delivery: %v", err)
	}
	return list[0]
}

func TestAnEventIsToldOnceWithIdsAlone(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	h.line("meeting", hookMeeting, "planned") // before
	h.tick()
	h.clock.add(time.Second)
	e := h.add(false)
	h.clock.add(time.Second)
	h.line("meeting", hookMeeting, "confirmed")
	h.line("meeting", hookMeeting, "place_changed")
	for range 3 {
		h.clock.add(time.Second)
		h.tick()
	}
	ids, bodies := h.tool.got()
	if len(bodies) != 1 || ids[0] != h.last(e.ID).ID.String() {
		t.Fatalf("%d deliveries: %v", len(bodies), bodies)
	}
	var got struct {
		Type string
		Data map[string]any
	}
	if err := json.Unmarshal([]byte(bodies[0]), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"meeting_id": hookMeeting, "contact_id": hookContact, "status": "planned", "starts_at": "2026-12-03T23:00:00Z",
		"url": "https://reportback.example/admin/meetings/" + hookMeeting,
	}
	for k, v := range want {
		if got.Data[k] != v {
			t.Errorf("%s is %v, want %v", k, got.Data[k], v)
		}
	}
	for _, never := range []string{"Maria", "Ana", "555", "Presse", "record"} {
		if strings.Contains(bodies[0], never) {
			t.Errorf("the payload holds %s: %s", never, bodies[0])
		}
	}
	if d := h.last(e.ID); got.Type != "meeting.confirmed" || d.State != app.HookDone || d.Tries != 1 || d.Answer.HTTP != 200 {
		t.Errorf("%s: %+v", got.Type, d)
	}
	if on := h.endpoint(e.ID); !on.On || on.Last.HTTP != 200 || on.Waiting != 0 || on.LastAt.IsZero() {
		t.Errorf("%+v", on)
	}
}

func TestAFullPayloadHoldsTheExportsRowAndNothingOfWhoWasErased(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	h.add(true)
	query(t, h.url, `WITH r AS (INSERT INTO reports (id, meeting_id, organizer_id, contact_id, status, form_version, started_at, changed_at,
  filed_at)
  SELECT '00000000-0000-7000-a000-000000000001'::uuid, m.id, m.organizer_id, m.contact_id, 'filed', 1, now(), now(),
  timestamptz '2026-12-04 01:00Z' FROM meetings m RETURNING id, organizer_id, contact_id),
a AS (INSERT INTO answers (report_id, field, state, words, value, at) SELECT id, 'learned', 'given', '=rent is up', '', now() FROM r),
p AS (INSERT INTO promises (id, report_id, owner_id, to_id, kind, what, created_at)
  SELECT '00000000-0000-7000-b000-000000000001'::uuid, id, organizer_id, contact_id, 'promise', 'send the flyer', now() FROM r),
m AS (INSERT INTO messages (id, phone_id, person_id, dir, at, kind, body, state, status, error_code)
  SELECT '00000000-0000-7000-d000-000000000001'::uuid, c.phone_id, c.id, 2, now(), 'first', 'hi there', 5, 10, 30003 FROM people c
  WHERE c.phone_id IS NOT NULL)
SELECT ''`)
	h.line("meeting", hookMeeting, "held")
	h.line("report", "00000000-0000-7000-a000-000000000001", "filed")
	h.line("promise", "00000000-0000-7000-b000-000000000001", "closed")
	h.line("debrief", "00000000-0000-7000-e000-000000000001", "debrief_held") // of one that is not there
	query(t, h.url, `INSERT INTO attention (id, kind, subject_kind, subject_id, note, at)
	  VALUES ($1, 'failed_text', 'message', '00000000-0000-7000-d000-000000000001', '', now()) RETURNING ''`, idAt(h.clock.Now()).String())
	h.consent(2)
	h.tick()
	_, bodies := h.tool.got()
	slices.Sort(bodies)
	all := strings.Join(bodies, "\n")
	if len(bodies) != 6 {
		t.Fatalf("%d deliveries:\n%s", len(bodies), all)
	}
	for _, want := range []string{
		`"contact":"Maria Lopez"`, `"contact_phone":"+12065550142"`, `"place":"Cafe Presse"`, `"learned":"=rent is up"`,
		`"filed_at":"2026-12-03T17:00:00-08:00"`, `"body":"hi there"`,
		`"mobile_number":"+12065550142"`, `"promise_id":"00000000-0000-7000-b000-000000000001"`, `"error_code":30003`,
		`"url":"https://reportback.example/admin/promises"`,
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s in\n%s", want, all)
		}
	}
	if err := h.db.Erase(t.Context(), app.Erasing{
		ID: uuid.MustParse(hookContact), Line: uuid.Must(uuid.NewV7()),
		At: testkit.Now(),
	}); err != nil {
		t.Fatal(err)
	}
	query(t, h.url, `UPDATE hook_deliveries SET state = 'waiting', try_at = $1 RETURNING ''`, h.clock.Now())
	h.tick()
	_, again := h.tool.got()
	if again = again[6:]; len(again) != 6 {
		t.Fatalf("%d deliveries after erasing", len(again))
	}
	for _, never := range []string{"Maria", "Lopez", "5550142", "rent", "hi there", "Presse"} {
		if strings.Contains(strings.Join(again, "\n"), never) {
			t.Errorf("%s is told of after erasing", never)
		}
	}
}

// consent writes what the contact's phone says.
func (h *hooks) consent(c int) {
	h.t.Helper()
	query(h.t, h.url, `WITH f AS (UPDATE phones SET consent = $2 RETURNING id) INSERT INTO consents (id, phone_id, consent, source, at)
	  SELECT $1::uuid, f.id, $2, 'STOP', $3 FROM f RETURNING ''`,
		idAt(h.clock.Now()).String(), c, h.clock.Now())
}

func TestOnlyAChangeOfConsentIsToldAndOfEverybodyOnThePhone(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	query(t, h.url, `INSERT INTO people (id, name, phone_id, roles, created_at) SELECT gen_random_uuid(), 'Rosa', id, '{contact}', now()
	  FROM phones RETURNING ''`)
	e := h.add(false, webhook.ContactOptedOut, webhook.ContactRestored)
	for _, c := range []int{1, 2, 2, 3, 2, 3, 1, 1, 2} {
		h.clock.add(time.Second)
		h.consent(c)
	}
	h.tick()
	got := query(t, h.url, `SELECT event FROM hook_deliveries WHERE endpoint_id = $1 ORDER BY source_id, event`, e.ID)
	want := "contact.opted_out contact.opted_out contact.restored contact.restored contact.opted_out contact.opted_out"
	if strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestWhatStaffDoIsToldOnceAndAReportOfAHeldOneIsNoSecondMeeting(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	e := h.add(false)
	const unplanned = "00000000-0000-7000-9000-000000000009"
	h.line("meeting", hookMeeting, "held")
	h.lineAt(h.clock.Now(), "staff", "meeting", hookMeeting, "held")
	h.clock.add(time.Millisecond)
	h.line("meeting", hookMeeting, "reported_held")
	h.line("meeting", unplanned, "reported_held")
	h.tick()
	got := query(t, h.url, `SELECT event || ' ' || subject_id FROM hook_deliveries WHERE endpoint_id = $1 ORDER BY 1`, e.ID)
	if strings.Join(got, ", ") != "meeting.held "+hookMeeting+", meeting.held "+unplanned {
		t.Errorf("%v", got)
	}
}
