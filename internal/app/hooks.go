package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/csvio"
	"github.com/reportback/reportback/internal/core/webhook"
)

// HookRows is what is kept of webhooks out. Every instant but At is the machine's.
type HookRows interface {
	// HooksOn reports whether any endpoint is on: the one cheap question while there is none.
	HooksOn(ctx context.Context) (bool, error)
	// HearHooks makes deliveries of what was written since it last read, at most limit, and reports whether there is more.
	HearHooks(ctx context.Context, h Hearing) (more bool, err error)
	// ClaimHooks takes deliveries whose time has come, at most each an endpoint, and holds them until the lease ends. No two callers get the
	// same.
	ClaimHooks(ctx context.Context, now, lease time.Time, each int) ([]HookCall, error)
	// SettleHook writes how a try ended and returns since when its endpoint has taken nothing, zero when it took this one.
	SettleHook(ctx context.Context, r HookResult) (failingSince time.Time, err error)
	// HookFacts returns the ids, statuses and instants of what an event is about, nil when it is not there any more.
	HookFacts(ctx context.Context, about webhook.Subject, id uuid.UUID) (map[string]any, error)
	// ExportRow returns the cells of one row of an export; ErrNotFound when it has none.
	ExportRow(ctx context.Context, what string, id uuid.UUID) ([]string, error)
	// ForgetHooks deletes deliveries made before a time.
	ForgetHooks(ctx context.Context, before time.Time) (int64, error)
	HookBook
}

// Hearing asks for what is new.
type Hearing struct {
	Now     time.Time
	Overlap time.Duration // read again: an older id may be committed after a newer one
	Lines   []webhook.Line
	Limit   int
	NewID   func() uuid.UUID
}

// HookCall is one delivery to try now.
type HookCall struct {
	ID       uuid.UUID // the webhook-id: the same on every try
	Endpoint uuid.UUID
	URL      string
	Secrets  []webhook.Secret
	Full     bool
	Event    webhook.Event
	Subject  uuid.UUID
	At       time.Time // when it happened, on the people's clock
	Tries    int       // with this one
}

// HookPost is one request: signed and sent by whoever implements HookSender.
type HookPost struct {
	ID      uuid.UUID
	URL     string
	Secrets []webhook.Secret
	Body    []byte
	At      time.Time // of this try
}

// HookFault is why no usable answer came.
type HookFault string

// The faults. An answer with another status than 2xx has no fault but its status.
const (
	HookNoFault   HookFault = ""
	HookTimeout   HookFault = "timeout"
	HookNoName    HookFault = "no_name"    // its name cannot be resolved
	HookNotPublic HookFault = "not_public" // it leads into a private network
	HookTLS       HookFault = "tls"
	HookNoConnect HookFault = "no_connect"
)

// HookAnswer is what came back.
type HookAnswer struct {
	HTTP  int // 0: no answer
	Fault HookFault
}

// Taken reports whether the receiver took it (Standard Webhooks: any 2xx).
func (a HookAnswer) Taken() bool { return a.Fault == HookNoFault && a.HTTP/100 == 2 }

// gone is 410: the receiver wants no more (Standard Webhooks).
const gone = 410

// HookSender is the road out.
type HookSender interface {
	// Check refuses an address that can never be posted to, as ErrBadHook in plain words.
	Check(url string) error
	// Secret makes a new one.
	Secret() webhook.Secret
	// Post tries once, within 10 seconds.
	Post(ctx context.Context, p HookPost) HookAnswer
}

// HookResult is how one try ended.
type HookResult struct {
	Call   HookCall
	Answer HookAnswer
	At     time.Time
	State  HookState
	TryAt  time.Time // of one that still waits
}

// Hooks tells other tools of what happens, at least once and in no promised order. Everything it knows is a row; any number of workers may
// run it.
type Hooks struct {
	Deps
	Rows    HookRows
	Out     HookSender
	Machine Clock // HTTP deadlines, leases and retries are never on the people's clock

	back time.Time // when it last read far back
}

// How it works through what is there.
const (
	hookOverlap = 2 * time.Minute
	// What a machine writes whose clock is behind lies further back than that: every few minutes it is read as far as clocks ever differ. What
	// was told already costs a look.
	hookFarBack      = 26 * time.Hour
	hookFarBackEvery = 5 * time.Minute
	hookBatch        = 500
	hookEach         = 8 // of one endpoint at once: a slow receiver must not hold up the others
	hookLease        = time.Minute
	hookRounds       = 10                 // of trying in one tick: a backlog must not keep it from hearing
	hookPatient      = 3 * 24 * time.Hour // nothing taken for so long: switched off
	hookKept         = 30 * 24 * time.Hour
)

// Tick hears what is new and tries what is due.
func (h *Hooks) Tick(ctx context.Context) error {
	on, err := h.Rows.HooksOn(ctx)
	if err != nil {
		return fmt.Errorf("find webhooks: %w", err)
	}
	if !on {
		return nil
	}
	overlap := hookOverlap
	if now := h.Machine.Now(); now.Sub(h.back).Abs() >= hookFarBackEvery {
		overlap, h.back = hookFarBack, now
	}
	for more := true; more; {
		more, err = h.Rows.HearHooks(ctx, Hearing{
			Now: h.Machine.Now(), Overlap: overlap, Lines: webhook.Lines(), Limit: hookBatch,
			NewID: h.IDs.New,
		})
		if err != nil {
			return fmt.Errorf("hear for webhooks: %w", err)
		}
	}
	for range hookRounds {
		now := h.Machine.Now()
		calls, err := h.Rows.ClaimHooks(ctx, now, now.Add(hookLease), hookEach)
		if err != nil {
			return fmt.Errorf("claim deliveries: %w", err)
		}
		if len(calls) == 0 {
			return nil
		}
		if err := h.all(ctx, calls); err != nil {
			return err
		}
	}
	return nil
}

// all tries several at once. One that cannot be settled comes again when its lease ends.
func (h *Hooks) all(ctx context.Context, calls []HookCall) error {
	errs := make([]error, len(calls))
	var wg sync.WaitGroup
	for i, c := range calls {
		wg.Go(func() { errs[i] = h.deliver(ctx, c) })
	}
	wg.Wait()
	return errors.Join(errs...)
}

func (h *Hooks) deliver(ctx context.Context, c HookCall) error {
	body, err := h.body(ctx, c)
	if err != nil {
		return err
	}
	answer := h.Out.Post(ctx, HookPost{ID: c.ID, URL: c.URL, Secrets: c.Secrets, Body: body, At: h.Machine.Now()})
	if ctx.Err() != nil {
		return nil // we are stopping: whether it arrived is not known, so it goes again
	}
	r := HookResult{Call: c, Answer: answer, At: h.Machine.Now(), State: HookDone}
	if !answer.Taken() {
		r.State = HookGivenUp
		if wait, again := webhook.Wait(c.Event, c.Tries); again {
			r.State, r.TryAt = HookWaiting, r.At.Add(wait)
		}
	}
	h.Meter.Count("webhooks_out", string(r.State))
	failing, err := h.Rows.SettleHook(ctx, r)
	if err != nil {
		return fmt.Errorf("settle delivery %s: %w", c.ID, err)
	}
	switch {
	case answer.HTTP == gone:
		return h.switchOff(ctx, c.Endpoint, HookGone)
	case !answer.Taken() && !failing.IsZero() && r.At.Sub(failing) >= hookPatient:
		return h.switchOff(ctx, c.Endpoint, HookFailing)
	}
	return nil
}

// body makes the payload from what is kept now: nothing of it is stored, so nothing of an erased person is left to send.
func (h *Hooks) body(ctx context.Context, c HookCall) ([]byte, error) {
	about := webhook.About(c.Event)
	data := map[string]any{}
	if about != webhook.Nothing {
		facts, err := h.Rows.HookFacts(ctx, about, c.Subject)
		if err != nil {
			return nil, fmt.Errorf("facts of a %s: %w", about, err)
		}
		for k, v := range facts {
			data[k] = v
		}
		settings, err := h.Store.Settings(ctx)
		if err != nil {
			return nil, fmt.Errorf("read settings: %w", err)
		}
		data["url"] = strings.TrimSuffix(settings[SettingURL], "/") + hookPage(about, data)
	}
	if export := hookExport(about); c.Full && export != "" {
		id := c.Subject
		if about == webhook.Promise {
			id = factID(data, "report_id")
		}
		record, err := h.record(ctx, export, id)
		if err != nil {
			return nil, err
		}
		data["record"] = record
	}
	return webhook.Payload(c.Event, c.At, data)
}

// record is one row of the export for a CRM, by its columns' names; nil when there is none, as of somebody who was erased.
func (h *Hooks) record(ctx context.Context, what string, id uuid.UUID) (map[string]string, error) {
	cells, err := h.Rows.ExportRow(ctx, what, id)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	zone, err := organizationZone(ctx, h.Deps)
	if err != nil {
		return nil, err
	}
	cols, _ := csvio.Columns(what)
	nameStatus(what, cols, cells)
	return csvio.Named(cols, cells, zone), nil
}

// hookExport is the export whose row a full payload holds.
func hookExport(about webhook.Subject) string {
	switch about {
	case webhook.Meeting:
		return "meetings"
	case webhook.Report, webhook.Promise:
		return "reports"
	case webhook.Contact:
		return "contacts"
	case webhook.Text:
		return "messages"
	case webhook.Debrief, webhook.Sending, webhook.Nothing:
	}
	return ""
}

// hookPage is the page of the admin that shows what an event is about.
func hookPage(about webhook.Subject, data map[string]any) string {
	page, key := "/admin/promises", ""
	switch about {
	case webhook.Meeting:
		page, key = "/admin/meetings/", "meeting_id"
	case webhook.Report, webhook.Promise:
		page, key = "/admin/reports/", "report_id"
	case webhook.Contact:
		page, key = "/admin/contacts/", "contact_id"
	case webhook.Text:
		page = "/admin/messages"
	case webhook.Sending:
		page = "/admin/"
	case webhook.Debrief, webhook.Nothing:
	}
	if id, ok := data[key].(string); ok {
		return page + id
	}
	return strings.TrimSuffix(page, "/")
}

func factID(data map[string]any, key string) uuid.UUID {
	s, _ := data[key].(string)
	id, _ := uuid.Parse(s)
	return id
}

// Loop ticks every interval of real time until ctx ends, and once a day deletes what is old.
func (h *Hooks) Loop(ctx context.Context, every <-chan time.Time) {
	var swept time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case <-every:
		}
		if err := h.Tick(ctx); err != nil && ctx.Err() == nil {
			h.Meter.Count("tick_failures", "webhooks_out")
			h.Log.ErrorContext(ctx, "webhooks failed", "error", err)
		}
		if now := h.Machine.Now(); now.Sub(swept) >= 24*time.Hour {
			swept = now
			if _, err := h.Rows.ForgetHooks(ctx, now.Add(-hookKept)); err != nil && ctx.Err() == nil {
				h.Log.ErrorContext(ctx, "old deliveries not deleted", "error", err)
			}
		}
	}
}
