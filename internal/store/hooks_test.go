package store_test

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

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
o AS (INSERT INTO people (id, name, roles, created_at) VALUES ('00000000-0000-7000-8000-000000000001', 'Ana Ruiz', '{organizer}', '2026-11-01') RETURNING id),
c AS (INSERT INTO people (id, name, phone_id, roles, organizer_id, created_at) SELECT '00000000-0000-7000-8000-000000000003'::uuid, 'Maria Lopez', f.id, '{contact}'::text[], o.id, timestamptz '2026-11-01' FROM f, o RETURNING id),
m AS (INSERT INTO meetings (id, organizer_id, contact_id, starts_at, zone, place, status, created_at) SELECT '00000000-0000-7000-9000-000000000001'::uuid, o.id, c.id, timestamptz '2026-12-03 23:00Z', 'America/Los_Angeles',
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
	query(h.t, h.url, `INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, what) VALUES ($1, $2, $3, $4, $5, $6) RETURNING ''`, idAt(at).String(), subject, id, at, actor, what)
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
		"meeting_id": hookMeeting, "contact_id": hookContact, "status": "planned", "starts_at": "2026-12-03T23:00:00Z", "url": "https://reportback.example/admin/meetings/" + hookMeeting,
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
	query(t, h.url, `WITH r AS (INSERT INTO reports (id, meeting_id, organizer_id, contact_id, status, form_version, started_at, changed_at, filed_at)
  SELECT '00000000-0000-7000-a000-000000000001'::uuid, m.id, m.organizer_id, m.contact_id, 'filed', 1, now(), now(), timestamptz '2026-12-04 01:00Z' FROM meetings m RETURNING id, organizer_id, contact_id),
a AS (INSERT INTO answers (report_id, field, state, words, value, at) SELECT id, 'learned', 'given', '=rent is up', '', now() FROM r),
p AS (INSERT INTO promises (id, report_id, owner_id, to_id, kind, what, created_at) SELECT '00000000-0000-7000-b000-000000000001'::uuid, id, organizer_id, contact_id, 'promise', 'send the flyer', now() FROM r),
m AS (INSERT INTO messages (id, phone_id, person_id, dir, at, kind, body, state, status, error_code) SELECT '00000000-0000-7000-d000-000000000001'::uuid, c.phone_id, c.id, 2, now(), 'first', 'hi there', 5, 10, 30003 FROM people c WHERE c.phone_id IS NOT NULL)
SELECT ''`)
	h.line("meeting", hookMeeting, "held")
	h.line("report", "00000000-0000-7000-a000-000000000001", "filed")
	h.line("promise", "00000000-0000-7000-b000-000000000001", "closed")
	h.line("debrief", "00000000-0000-7000-e000-000000000001", "debrief_held") // of one that is not there
	query(t, h.url, `INSERT INTO attention (id, kind, subject_kind, subject_id, note, at) VALUES ($1, 'failed_text', 'message', '00000000-0000-7000-d000-000000000001', '', now()) RETURNING ''`, idAt(h.clock.Now()).String())
	h.consent(2)
	h.tick()
	_, bodies := h.tool.got()
	slices.Sort(bodies)
	all := strings.Join(bodies, "\n")
	if len(bodies) != 6 {
		t.Fatalf("%d deliveries:\n%s", len(bodies), all)
	}
	for _, want := range []string{
		`"contact":"Maria Lopez"`, `"contact_phone":"+12065550142"`, `"place":"Cafe Presse"`, `"learned":"=rent is up"`, `"filed_at":"2026-12-03T17:00:00-08:00"`, `"body":"hi there"`,
		`"mobile_number":"+12065550142"`, `"promise_id":"00000000-0000-7000-b000-000000000001"`, `"error_code":30003`, `"url":"https://reportback.example/admin/promises"`,
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s in\n%s", want, all)
		}
	}
	if err := h.db.Erase(t.Context(), app.Erasing{ID: uuid.MustParse(hookContact), Line: uuid.Must(uuid.NewV7()), At: testkit.Now()}); err != nil {
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
	query(h.t, h.url, `WITH f AS (UPDATE phones SET consent = $2 RETURNING id) INSERT INTO consents (id, phone_id, consent, source, at) SELECT $1::uuid, f.id, $2, 'STOP', $3 FROM f RETURNING ''`,
		idAt(h.clock.Now()).String(), c, h.clock.Now())
}

func TestOnlyAChangeOfConsentIsToldAndOfEverybodyOnThePhone(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	query(t, h.url, `INSERT INTO people (id, name, phone_id, roles, created_at) SELECT gen_random_uuid(), 'Rosa', id, '{contact}', now() FROM phones RETURNING ''`)
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

func TestAFailureIsTriedAgainUnderTheSameIDAndGivenUpInTheEnd(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	e := h.add(false)
	h.line("meeting", hookMeeting, "moved")
	h.tool.answer(http.StatusServiceUnavailable)
	h.tick()
	d := h.last(e.ID)
	if d.State != app.HookWaiting || d.Tries != 1 || d.Answer.HTTP != 503 || d.TryAt.Sub(h.clock.Now()).Round(time.Second) != 5*time.Second {
		t.Fatalf("%+v", d)
	}
	h.clock.add(4 * time.Second)
	h.tick()
	if ids, _ := h.tool.got(); len(ids) != 1 {
		t.Errorf("tried %d times within the wait", len(ids))
	}
	for tries := 2; ; tries++ {
		h.clock.add(h.last(e.ID).TryAt.Sub(h.clock.Now()))
		h.tick()
		if d = h.last(e.ID); d.State != app.HookWaiting {
			break
		}
		if d.Tries != tries {
			t.Fatalf("%d tries, want %d", d.Tries, tries)
		}
	}
	ids, bodies := h.tool.got()
	if d.State != app.HookGivenUp || len(ids) != 9 || slices.ContainsFunc(ids, func(id string) bool { return id != d.ID.String() }) || slices.ContainsFunc(bodies, func(b string) bool { return b != bodies[0] }) {
		t.Errorf("%+v after %d tries: %v", d, len(ids), ids)
	}
	if on := h.endpoint(e.ID); !on.On || on.FailingSince.IsZero() {
		t.Errorf("%+v", on)
	}
	h.tool.answer(http.StatusOK)
	h.line("meeting", hookMeeting, "called_off")
	h.tick()
	if on := h.endpoint(e.ID); !on.FailingSince.IsZero() {
		t.Error("it took one, and still counts as failing")
	}
}

func (h *hooks) needs() []string {
	h.t.Helper()
	return query(h.t, h.url, `SELECT note FROM attention WHERE kind = 'webhook_off' AND closed_at IS NULL`)
}

func TestThreeDaysOfFailuresSwitchItOffAndTodaySaysSo(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	e := h.add(false)
	h.tool.answer(http.StatusInternalServerError)
	h.line("meeting", hookMeeting, "moved")
	h.tick()
	h.clock.add(71 * time.Hour)
	h.line("meeting", hookMeeting, "held")
	h.tick()
	if on := h.endpoint(e.ID); !on.On || len(h.needs()) != 0 {
		t.Fatalf("off too early: %+v", on)
	}
	h.clock.add(time.Hour + time.Second)
	h.tick()
	on := h.endpoint(e.ID)
	if needs := h.needs(); on.On || on.OffWhy != app.HookFailing || on.Waiting != 0 || len(needs) != 1 || needs[0] != "a webhook was switched off: its address took nothing for three days" {
		t.Fatalf("%+v, %v", on, needs)
	}
	h.line("meeting", hookMeeting, "called_off") // nobody hears of it
	h.tick()
	h.clock.add(time.Minute)
	if err := h.Turn(t.Context(), e.ID, true); err != nil {
		t.Fatal(err)
	}
	h.tool.answer(http.StatusOK)
	before, _ := h.tool.got()
	h.tick()
	h.line("meeting", hookMeeting, "no_show")
	h.tick()
	after, bodies := h.tool.got()
	if len(h.needs()) != 0 || len(after) != len(before)+1 || !strings.Contains(bodies[len(bodies)-1], "meeting.no_show") {
		t.Errorf("turned on again: %d rows on Today, %d more deliveries", len(h.needs()), len(after)-len(before))
	}
}

func TestGoneSwitchesItOffAtOnce(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	e := h.add(false)
	h.tool.answer(http.StatusGone)
	h.line("meeting", hookMeeting, "moved")
	h.tick()
	if on := h.endpoint(e.ID); on.On || on.OffWhy != app.HookGone || on.Waiting != 0 || len(h.needs()) != 1 {
		t.Errorf("%+v, %v", on, h.needs())
	}
	if err := h.Test(t.Context(), e.ID); app.BadHookWords(err) == "" {
		t.Errorf("a test of one that is off: %v", err)
	}
	if err := h.End(t.Context(), e.ID); err != nil || len(h.needs()) != 0 {
		t.Errorf("ended: %v, %v", err, h.needs())
	}
	if err := h.End(t.Context(), e.ID); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("ended twice: %v", err)
	}
}

func TestATestIsTriedOnceAndSwitchesNothingOff(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	e := h.add(true, webhook.ReportFiled)
	h.tool.answer(http.StatusInternalServerError)
	for range 2 {
		if err := h.Test(t.Context(), e.ID); err != nil {
			t.Fatal(err)
		}
		h.tick()
		h.clock.add(73 * time.Hour)
	}
	ids, bodies := h.tool.got()
	on, d := h.endpoint(e.ID), h.last(e.ID)
	if len(ids) != 2 || ids[0] == ids[1] || !strings.HasPrefix(bodies[0], `{"type":"test.ping","timestamp":"`) || d.State != app.HookGivenUp || !on.On || on.Last.HTTP != 500 {
		t.Errorf("%v %v %+v %+v", ids, bodies, d, on)
	}
}

func TestARenewedSecretSignsBesideTheOldOneForADay(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	e := h.add(false)
	if _, err := h.Renew(t.Context(), e.ID); err != nil {
		t.Fatal(err)
	}
	secrets := func() int {
		t.Helper()
		h.line("meeting", hookMeeting, "moved")
		if _, err := h.db.HearHooks(t.Context(), app.Hearing{Now: h.clock.Now(), Overlap: time.Minute, Lines: webhook.Lines(), Limit: 10, NewID: h.IDs.New}); err != nil {
			t.Fatal(err)
		}
		calls, err := h.db.ClaimHooks(t.Context(), h.clock.Now(), h.clock.Now().Add(time.Hour), 1)
		if err != nil || len(calls) != 1 {
			t.Fatalf("%d calls: %v", len(calls), err)
		}
		for _, s := range calls[0].Secrets {
			if !strings.HasPrefix(s.Reveal(), "whsec_") {
				t.Error("no secret")
			}
		}
		if last := len(calls[0].Secrets) - 1; last > 0 && calls[0].Secrets[0].Reveal() == calls[0].Secrets[last].Reveal() {
			t.Error("the two secrets are one")
		}
		return len(calls[0].Secrets)
	}
	if n := secrets(); n != 2 {
		t.Errorf("%d secrets sign", n)
	}
	h.clock.add(25 * time.Hour)
	if n := secrets(); n != 1 {
		t.Errorf("%d secrets sign after a day", n)
	}
	if _, err := h.Renew(t.Context(), uuid.New()); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("of an endpoint that there is not: %v", err)
	}
}

// TestNoTwoWorkersGetTheSameDelivery: claims of many at once share the deliveries, and a lease that ends gives one to somebody else.
func TestNoTwoWorkersGetTheSameDelivery(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	h.add(false)
	h.add(false)
	for range 40 {
		h.line("meeting", hookMeeting, "moved")
	}
	if _, err := h.db.HearHooks(t.Context(), app.Hearing{Now: h.clock.Now(), Overlap: time.Minute, Lines: webhook.Lines(), Limit: 500, NewID: h.IDs.New}); err != nil {
		t.Fatal(err)
	}
	now := h.clock.Now()
	var mu sync.Mutex
	seen := map[uuid.UUID]int{}
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			for range 50 {
				calls, err := h.db.ClaimHooks(t.Context(), now, now.Add(time.Minute), 4)
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				for _, c := range calls {
					seen[c.ID]++
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	for id, n := range seen {
		if n != 1 {
			t.Errorf("%s was claimed %d times", id, n)
		}
	}
	if len(seen) != 80 {
		t.Errorf("%d deliveries of 80 were claimed", len(seen))
	}
	again, err := h.db.ClaimHooks(t.Context(), now.Add(time.Minute), now.Add(2*time.Minute), 100)
	if err != nil || len(again) != 80 || again[0].Tries != 2 {
		t.Errorf("%d come again when their leases end (%v)", len(again), err)
	}
}

// TestTheUnhurriedCommitIsHeardAndNothingTwice: lines are committed in any order within the overlap, workers hear at any time, several at once;
// each line is told to each endpoint exactly once.
func TestTheUnhurriedCommitIsHeardAndNothingTwice(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	h.add(false, webhook.MeetingMoved)
	h.add(false, webhook.MeetingMoved, webhook.MeetingHeld)
	lines := 0
	hear := func(t *rapid.T, limit int) {
		var wg sync.WaitGroup
		for range 2 {
			wg.Go(func() {
				for {
					more, err := h.db.HearHooks(h.t.Context(), app.Hearing{Now: h.clock.Now(), Overlap: 2 * time.Minute, Lines: webhook.Lines(), Limit: limit, NewID: h.IDs.New})
					if err != nil {
						t.Error(err)
					}
					if !more {
						return
					}
				}
			})
		}
		wg.Wait()
	}
	rapid.Check(t, func(r *rapid.T) {
		for _, late := range rapid.SliceOfN(rapid.IntRange(0, 110), 1, 6).Draw(r, "seconds late") {
			h.clock.add(time.Duration(rapid.IntRange(0, 5).Draw(r, "pause")) * time.Second)
			at := h.clock.Now().Add(-time.Duration(late) * time.Second)
			if begun := h.endpoints()[1].CreatedAt; at.Before(begun) {
				at = begun.Add(time.Millisecond)
			}
			h.lineAt(at, "person", "meeting", hookMeeting, "moved")
			lines++
			if rapid.Bool().Draw(r, "a worker hears") {
				hear(r, rapid.SampledFrom([]int{1, 3, 500}).Draw(r, "limit"))
			}
		}
		hear(r, 500)
		if got := query(h.t, h.url, `SELECT count(*) || ' ' || count(DISTINCT (endpoint_id, source_id)) FROM hook_deliveries`); got[0] != fmt.Sprintf("%d %d", 2*lines, 2*lines) {
			r.Fatalf("%s deliveries of %d lines to two endpoints", got[0], lines)
		}
	})
}

func (h *hooks) endpoints() []app.HookEndpoint {
	h.t.Helper()
	list, err := h.db.HookEndpoints(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	return list
}

func TestOldDeliveriesAreDeleted(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	h.add(false)
	h.line("meeting", hookMeeting, "moved")
	h.tick()
	for _, c := range []struct {
		days int
		want int64
	}{{29, 0}, {31, 1}} {
		if n, err := h.db.ForgetHooks(t.Context(), h.clock.Now().AddDate(0, 0, c.days-30)); err != nil || n != c.want {
			t.Errorf("after %d days %d go, want %d (%v)", c.days, n, c.want, err)
		}
	}
}

func TestAnEndpointIsChangedOnlyAsItWasSeen(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	e := h.add(false)
	e = h.endpoint(e.ID)
	e.Full, e.Events = true, []webhook.Event{webhook.TextFailed}
	if err := h.Change(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	if got := h.endpoint(e.ID); !got.Full || len(got.Events) != 1 {
		t.Errorf("%+v", got)
	}
	if err := h.Change(t.Context(), e); !errors.Is(err, app.ErrConflict) {
		t.Errorf("changed by two: %v", err)
	}
	for _, bad := range []app.HookEndpoint{
		{ID: e.ID, URL: e.URL}, {ID: e.ID, URL: e.URL, Events: []webhook.Event{"meeting.eaten"}}, {ID: e.ID, URL: e.URL, Events: []webhook.Event{webhook.TestPing}}, {ID: e.ID, URL: "ftp://x", Events: e.Events},
	} {
		if err := h.Change(t.Context(), bad); app.BadHookWords(err) == "" {
			t.Errorf("%+v is kept (%v)", bad, err)
		}
	}
	for range 19 {
		h.add(false)
	}
	if _, _, err := h.Add(t.Context(), e); app.BadHookWords(err) == "" {
		t.Errorf("a 21st is kept: %v", err)
	}
}

// TestHearingReadsTheEndOfWhatIsKept: however long the history, only what is new is read, by its primary keys.
func TestHearingReadsTheEndOfWhatIsKept(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	e := h.add(false)
	query(t, h.url, `WITH l AS (INSERT INTO timeline (id, subject_kind, subject_id, at, actor_kind, what)
  SELECT ('01000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'meeting', gen_random_uuid(), now(), 'person', 'moved' FROM generate_series(1, 20000) n),
c AS (INSERT INTO consents (id, phone_id, consent, source, at) SELECT ('01000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, f.id, 1, 'x', now() FROM phones f, generate_series(1, 20000) n),
a AS (INSERT INTO attention (id, kind, subject_kind, subject_id, note, at) SELECT ('01000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'failed_text', 'message', gen_random_uuid(), '', now() FROM generate_series(1, 20000) n)
SELECT ''`)
	db, err := sql.Open("postgres", h.url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(t.Context(), `ANALYZE timeline, consents, attention`); err != nil {
		t.Fatal(err)
	}
	lines, err := json.Marshal(webhook.Lines())
	if err != nil {
		t.Fatal(err)
	}
	got := plan(t, h.url, store.HearSQL, "{"+e.ID.String()+"}", idAt(h.clock.Now()).String(), string(lines), 500)
	for _, index := range []string{"timeline_pkey", "consents_pkey", "attention_pkey"} {
		if !strings.Contains(got, index) {
			t.Errorf("%s is not read:\n%s", index, got)
		}
	}
}
