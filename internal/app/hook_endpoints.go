package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/webhook"
)

// HookBook is what the page of webhooks reads and writes. Every instant is the machine's.
type HookBook interface {
	HookEndpoints(ctx context.Context) ([]HookEndpoint, error)
	// HookEndpoint returns one; ErrNotFound when there is none.
	HookEndpoint(ctx context.Context, id uuid.UUID) (HookEndpoint, error)
	// HookDeliveries returns an endpoint's last n, newest first.
	HookDeliveries(ctx context.Context, id uuid.UUID, n int) ([]HookDelivery, error)
	AddHook(ctx context.Context, e HookEndpoint, secret webhook.Secret) error
	// ChangeHook writes URL, events and Full; ErrConflict when the version is not the one that stands.
	ChangeHook(ctx context.Context, e HookEndpoint) error
	// SwitchHook turns an endpoint on or off and reports whether it was not so before. Off gives up what waits.
	SwitchHook(ctx context.Context, s HookSwitch) (changed bool, err error)
	// RenewHook replaces the secret; the one before signs too until a time. ErrNotFound when there is no such endpoint.
	RenewHook(ctx context.Context, id uuid.UUID, secret webhook.Secret, oldUntil time.Time) error
	// EndHook deletes an endpoint with its deliveries; ErrNotFound when there is none. closed is the people's time.
	EndHook(ctx context.Context, id uuid.UUID, closed time.Time) error
	// AddDelivery adds one that is due at once.
	AddDelivery(ctx context.Context, d HookDelivery) error
}

// HookEndpoint is an address that is told of what happens. Its secret is not part of it.
type HookEndpoint struct {
	ID           uuid.UUID
	URL          string
	Events       []webhook.Event
	Full         bool // with names, numbers and words
	On           bool
	OffWhy       HookOff
	CreatedAt    time.Time
	FailingSince time.Time // zero: the last delivery was taken, or there was none
	LastAt       time.Time // zero: nothing was sent yet
	Last         HookAnswer
	Waiting      int // deliveries
	Version      int
}

// HookState is where a delivery stands. The values are stored.
type HookState string

// The states.
const (
	HookWaiting HookState = "waiting"
	HookDone    HookState = "done"
	HookGivenUp HookState = "given_up"
)

// HookDelivery is one telling of one event to one endpoint.
type HookDelivery struct {
	ID       uuid.UUID
	Endpoint uuid.UUID
	Event    webhook.Event
	At       time.Time // when it happened, on the people's clock
	MadeAt   time.Time
	State    HookState
	Tries    int
	TryAt    time.Time
	TriedAt  time.Time // zero: not yet
	Answer   HookAnswer
}

// HookOff is why an endpoint is off. The values are stored.
type HookOff string

// The reasons.
const (
	HookOn       HookOff = ""
	HookByStaff  HookOff = "staff"
	HookGone     HookOff = "gone"     // the receiver answered 410
	HookFailing  HookOff = "failing"  // it took nothing for three days
	HookRestored HookOff = "restored" // the database was restored from a dump
)

// HookSwitch turns an endpoint on (Off is HookOn) or off.
type HookSwitch struct {
	ID   uuid.UUID
	Off  HookOff
	At   time.Time // the machine's: one that is turned on hears of what happens from then on
	Note string    // for Today; "" is no row there
	Need uuid.UUID // id of that row
	Now  time.Time // the people's time, for Today
}

// ErrBadHook says that an endpoint cannot be kept as it was asked for; what follows the colon says why in plain words.
var ErrBadHook = errors.New("webhook cannot be kept")

// maxHooks bounds how many places hear of everything.
const maxHooks = 20

// oldSecretSigns is how long a replaced secret still signs beside the new one.
const oldSecretSigns = 24 * time.Hour

// BadHookWords returns the words of an ErrBadHook for the page, "" for another error.
func BadHookWords(err error) string {
	if !errors.Is(err, ErrBadHook) {
		return ""
	}
	_, words, _ := strings.Cut(err.Error(), ErrBadHook.Error()+": ")
	return strings.ToUpper(words[:1]) + words[1:] + "."
}

func (h *Hooks) check(e HookEndpoint) error {
	if len(e.Events) == 0 {
		return fmt.Errorf("%w: choose at least one event", ErrBadHook)
	}
	for _, ev := range e.Events {
		if !webhook.Known(ev) {
			return fmt.Errorf("%w: there is no event of that name", ErrBadHook)
		}
	}
	return h.Out.Check(e.URL)
}

// Add keeps a new endpoint, which hears of what happens from now on, and returns it with its secret: the only time that it is shown.
func (h *Hooks) Add(ctx context.Context, e HookEndpoint) (HookEndpoint, webhook.Secret, error) {
	if err := h.check(e); err != nil {
		return e, webhook.Secret{}, err
	}
	list, err := h.Rows.HookEndpoints(ctx)
	if err != nil {
		return e, webhook.Secret{}, fmt.Errorf("read webhooks: %w", err)
	}
	if len(list) >= maxHooks {
		return e, webhook.Secret{}, fmt.Errorf("%w: there are %d already; end one that is not needed", ErrBadHook, maxHooks)
	}
	e.ID, e.CreatedAt, e.On = h.IDs.New(), h.Machine.Now(), true
	secret := h.Out.Secret()
	if err := h.Rows.AddHook(ctx, e, secret); err != nil {
		return e, webhook.Secret{}, fmt.Errorf("add webhook: %w", err)
	}
	return e, secret, nil
}

// Change writes where an endpoint is, what it hears of, and how much.
func (h *Hooks) Change(ctx context.Context, e HookEndpoint) error {
	if err := h.check(e); err != nil {
		return err
	}
	if err := h.Rows.ChangeHook(ctx, e); err != nil {
		return fmt.Errorf("change webhook: %w", err)
	}
	return nil
}

// Renew makes the secret anew and returns it; the one before signs too for a day, so that no delivery is lost while the receiver changes
// over.
func (h *Hooks) Renew(ctx context.Context, id uuid.UUID) (webhook.Secret, error) {
	secret := h.Out.Secret()
	if err := h.Rows.RenewHook(ctx, id, secret, h.Machine.Now().Add(oldSecretSigns)); err != nil {
		return webhook.Secret{}, fmt.Errorf("renew secret: %w", err)
	}
	return secret, nil
}

// Turn switches an endpoint on or off for staff. What happens while it is off is not sent later.
func (h *Hooks) Turn(ctx context.Context, id uuid.UUID, on bool) error {
	s := HookSwitch{ID: id, Off: HookByStaff, At: h.Machine.Now(), Now: h.Clock.Now()}
	if on {
		s.Off = HookOn
	}
	if _, err := h.Rows.SwitchHook(ctx, s); err != nil {
		return fmt.Errorf("switch webhook: %w", err)
	}
	return nil
}

// switchOff switches a receiver off that wants or takes nothing, and says so on Today.
func (h *Hooks) switchOff(ctx context.Context, id uuid.UUID, why HookOff) error {
	note := "its address took nothing for three days"
	if why == HookGone {
		note = "its address answered that it is gone for good"
	}
	s := HookSwitch{ID: id, Off: why, At: h.Machine.Now(), Note: "a webhook was switched off: " + note, Need: h.IDs.New(), Now: h.Clock.Now()}
	if _, err := h.Rows.SwitchHook(ctx, s); err != nil {
		return fmt.Errorf("switch webhook off: %w", err)
	}
	return nil
}

// End deletes an endpoint, its secret and its deliveries.
func (h *Hooks) End(ctx context.Context, id uuid.UUID) error {
	if err := h.Rows.EndHook(ctx, id, h.Clock.Now()); err != nil {
		return fmt.Errorf("end webhook: %w", err)
	}
	return nil
}

// Test has a test event sent; ErrBadHook when the endpoint is off.
func (h *Hooks) Test(ctx context.Context, id uuid.UUID) error {
	e, err := h.Rows.HookEndpoint(ctx, id)
	if err != nil {
		return fmt.Errorf("read webhook: %w", err)
	}
	if !e.On {
		return fmt.Errorf("%w: it is off; turn it on first", ErrBadHook)
	}
	d := HookDelivery{ID: h.IDs.New(), Endpoint: id, Event: webhook.TestPing, At: h.Clock.Now(), MadeAt: h.Machine.Now()}
	if err := h.Rows.AddDelivery(ctx, d); err != nil {
		return fmt.Errorf("add a test: %w", err)
	}
	return nil
}
