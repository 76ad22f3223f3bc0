package store_test

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/webhook"
)

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
	if d.State != app.HookGivenUp || len(ids) != 9 || slices.ContainsFunc(ids, func(id string) bool { return id != d.ID.String() }) ||
		slices.ContainsFunc(bodies, func(b string) bool { return b != bodies[0] }) {
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
	if needs := h.needs(); on.On || on.OffWhy != app.HookFailing || on.Waiting != 0 || len(needs) != 1 ||
		needs[0] != "a webhook was switched off: its address took nothing for three days" {
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
	if len(ids) != 2 || ids[0] == ids[1] || !strings.HasPrefix(bodies[0], `{"type":"test.ping","timestamp":"`) ||
		d.State != app.HookGivenUp || !on.On || on.Last.HTTP != 500 {
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
		if _, err := h.db.HearHooks(t.Context(), app.Hearing{
			Now: h.clock.Now(), Overlap: time.Minute, Lines: webhook.Lines(), Limit: 10,
			NewID: h.IDs.New,
		}); err != nil {
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
