package e2e

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/webhook"
	"github.com/reportback/reportback/internal/hook"
	"github.com/reportback/reportback/internal/testkit"
)

// ear is a receiver in the test's own process: it takes everything and remembers the types.
type ear struct {
	*hook.Client
	mu    sync.Mutex
	heard []string
}

func (e *ear) Post(_ context.Context, p app.HookPost) app.HookAnswer {
	var got struct{ Type string }
	if err := json.Unmarshal(p.Body, &got); err != nil {
		return app.HookAnswer{HTTP: 500}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.heard = append(e.heard, got.Type)
	return app.HookAnswer{HTTP: 204}
}

type realClock struct{}

func (realClock) Now() time.Time { return testkit.Now() }

// TestEveryEventIsHeard plays one story after another and asks what an endpoint for everything heard of each line: so the words of the
// history cannot change without the events.
func TestEveryEventIsHeard(t *testing.T) {
	t.Parallel()
	s := &story{t: t}
	s.line("at 2026-11-24T10:00:00-08:00")
	out := &ear{Client: hook.New(false)}
	deps := s.town.Receiver.Deps
	hooks := &app.Hooks{Deps: deps, Rows: s.town.DB, Out: out, Machine: realClock{}}
	var all []webhook.Event
	for _, k := range webhook.Kinds() {
		all = append(all, k.Event)
	}
	if _, _, err := hooks.Add(t.Context(), app.HookEndpoint{URL: "https://example.org/hook", Events: all, Full: true}); err != nil {
		t.Fatal(err)
	}
	heard := map[string]bool{}
	for _, step := range []struct{ lines, events string }{
		{"ana> Meet Maria Lopez Dec 3 3pm at Cafe Presse", ""},
		{"ana> 1", "meeting.planned"},
		{"maria> 1", "meeting.confirmed"},
		{"ana> MOVE Maria Dec 4 4pm", "meeting.moved"},
		{"maria> how about Friday at 5?", ""},
		{"ana> 1", "meeting.confirmed meeting.moved"},
		{"ana> CALL OFF Maria", "meeting.called_off"},
		{"ana> Meet Jo Park Dec 3 3pm at Cafe Presse\nana> 1", "meeting.planned"},
		{"jo> 3", "meeting.declined"},
		{"luz> Cita con Rosa Medina 1 dic 3pm en Cafe Presse\nluz> 1", "meeting.planned"},
		{"act call_off luz meeting", "meeting.called_off"},
		{"luz> Cita con Rosa Medina 2 dic 3pm en Cafe Presse\nluz> 1", "meeting.planned"},
		{"act move luz meeting 2026-12-02T16:00:00-08:00", "meeting.moved"},
		{"clock 200h\nact no_show luz meeting", "meeting.no_show"},
		{"ana> Meet Maria Lopez Dec 3 3pm at Cafe Presse\nana> 1", "meeting.planned"},
		{"clock 30h\nana> 1", "meeting.held"},
		{"ana> She has mold\nana> NONE\nana> bring her the flyer by Tue\nana> 1\nana> 1\nana> 1", "report.filed"},
		{"ana> 1\nact promise ana promise done", "promise.closed"},
		{"act debriefed ana debrief done", "debrief.closed"},
		{"maria> STOP\nmaria> STOP", "contact.opted_out"},
		{"maria> START", "contact.restored"},
		{"refuse ana 30003\nana> LIST", "text.failed"},
	} {
		for _, l := range strings.Split(step.lines, "\n") {
			s.line(l)
		}
		if err := hooks.Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
		out.mu.Lock()
		got := out.heard
		out.heard = nil
		out.mu.Unlock()
		for _, e := range got {
			heard[e] = true
		}
		if strings.Join(slices.Sorted(slices.Values(got)), " ") != step.events {
			t.Errorf("%q: heard %v, want %q", step.lines, got, step.events)
		}
	}
	for _, e := range all {
		if e == webhook.SendingStopped || e == webhook.SendingResumed { // of the whole account: stops_test.go
			continue
		}
		if !heard[string(e)] {
			t.Errorf("%s was never heard", e)
		}
	}
}
