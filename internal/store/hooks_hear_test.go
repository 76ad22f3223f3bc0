package store_test

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/webhook"
	"github.com/reportback/reportback/internal/store"
)

// TestNoTwoWorkersGetTheSameDelivery: claims of many at once share the deliveries, and a lease that ends gives one to somebody else.
func TestNoTwoWorkersGetTheSameDelivery(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	h.add(false)
	h.add(false)
	for range 40 {
		h.line("meeting", hookMeeting, "moved")
	}
	if _, err := h.db.HearHooks(t.Context(), app.Hearing{
		Now: h.clock.Now(), Overlap: time.Minute, Lines: webhook.Lines(), Limit: 500,
		NewID: h.IDs.New,
	}); err != nil {
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

// TestTheUnhurriedCommitIsHeardAndNothingTwice: lines are committed in any order within the overlap, workers hear at any time, several at
// once; each line is told to each endpoint exactly once.
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
					more, err := h.db.HearHooks(h.t.Context(), app.Hearing{
						Now: h.clock.Now(), Overlap: 2 * time.Minute, Lines: webhook.Lines(),
						Limit: limit, NewID: h.IDs.New,
					})
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
		if got := query(h.t, h.url, `SELECT count(*) || ' ' || count(DISTINCT (endpoint_id, source_id))
		  FROM hook_deliveries`); got[0] != fmt.Sprintf("%d %d", 2*lines, 2*lines) {
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
		{ID: e.ID, URL: e.URL},
		{ID: e.ID, URL: e.URL, Events: []webhook.Event{"meeting.eaten"}},
		{ID: e.ID, URL: e.URL, Events: []webhook.Event{webhook.TestPing}},
		{ID: e.ID, URL: "ftp://x", Events: e.Events},
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
  SELECT ('01000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'meeting', gen_random_uuid(), now(), 'person', 'moved'
  FROM generate_series(1, 20000) n),
c AS (INSERT INTO consents (id, phone_id, consent, source, at)
  SELECT ('01000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, f.id, 1, 'x', now() FROM phones f, generate_series(1, 20000) n),
a AS (INSERT INTO attention (id, kind, subject_kind, subject_id, note, at)
  SELECT ('01000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'failed_text', 'message', gen_random_uuid(), '', now()
  FROM generate_series(1, 20000) n)
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
	got := plan(t, h.url, store.HearSQL(), "{"+e.ID.String()+"}", idAt(h.clock.Now()).String(), string(lines), 500)
	for _, index := range []string{"timeline_pkey", "consents_pkey", "attention_pkey"} {
		if !strings.Contains(got, index) {
			t.Errorf("%s is not read:\n%s", index, got)
		}
	}
}

// TestAMachineWhoseClockIsBehindIsHeard: its lines lie before what has been read, by more than the overlap of every round.
func TestAMachineWhoseClockIsBehindIsHeard(t *testing.T) {
	t.Parallel()
	h := newHooks(t)
	h.add(false, webhook.MeetingMoved)
	h.clock.add(3 * time.Hour)
	h.tick()
	for _, behind := range []time.Duration{5 * time.Minute, time.Hour} {
		h.lineAt(h.clock.Now().Add(-behind), "person", "meeting", hookMeeting, "moved")
	}
	h.tick()
	for range 6 {
		h.clock.add(time.Minute)
		h.tick()
	}
	ids, _ := h.tool.got()
	if slices.Sort(ids); len(slices.Compact(ids)) != 2 {
		t.Errorf("heard: %v", ids)
	}
	if got := query(t, h.url, `SELECT count(*)::text FROM hook_deliveries`); got[0] != "2" {
		t.Errorf("%s deliveries of two lines", got[0])
	}
}
