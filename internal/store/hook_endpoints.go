package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/webhook"
)

const hookEndpointSQL = `SELECT e.id, e.url, e.events, e.full_record, e.is_on, e.off_why, e.created_at, e.failing_since, e.last_at,
  e.last_http, e.last_fault, e.version,
  (SELECT count(*) FROM hook_deliveries d WHERE d.endpoint_id = e.id AND d.state = 'waiting') AS waiting
FROM hook_endpoints e`

type hookEndpointRow struct {
	ID        uuid.UUID      `db:"id"`
	URL       string         `db:"url"`
	Events    pq.StringArray `db:"events"`
	Full      bool           `db:"full_record"`
	On        bool           `db:"is_on"`
	OffWhy    string         `db:"off_why"`
	CreatedAt time.Time      `db:"created_at"`
	Failing   sql.NullTime   `db:"failing_since"`
	LastAt    sql.NullTime   `db:"last_at"`
	LastHTTP  int            `db:"last_http"`
	LastFault string         `db:"last_fault"`
	Version   int            `db:"version"`
	Waiting   int            `db:"waiting"`
}

func (r hookEndpointRow) endpoint() app.HookEndpoint {
	e := app.HookEndpoint{
		ID: r.ID, URL: r.URL, Full: r.Full, On: r.On, OffWhy: app.HookOff(r.OffWhy), CreatedAt: r.CreatedAt, FailingSince: zero(r.Failing),
		LastAt: zero(r.LastAt),
		Last:   app.HookAnswer{HTTP: r.LastHTTP, Fault: app.HookFault(r.LastFault)}, Waiting: r.Waiting, Version: r.Version,
	}
	for _, ev := range r.Events {
		e.Events = append(e.Events, webhook.Event(ev))
	}
	return e
}

// HookEndpoints implements app.HookBook.
func (s *DB) HookEndpoints(ctx context.Context) ([]app.HookEndpoint, error) {
	var got []hookEndpointRow
	if err := s.sel(ctx, &got, hookEndpointSQL+` ORDER BY e.created_at, e.id`); err != nil {
		return nil, err
	}
	out := make([]app.HookEndpoint, len(got))
	for i, r := range got {
		out[i] = r.endpoint()
	}
	return out, nil
}

// HookEndpoint implements app.HookBook.
func (s *DB) HookEndpoint(ctx context.Context, id uuid.UUID) (app.HookEndpoint, error) {
	r, err := one[hookEndpointRow](ctx, s, hookEndpointSQL+` WHERE e.id = $1`, id)
	return r.endpoint(), err
}

const hookDeliveriesSQL = `SELECT id, endpoint_id, event, at, made_at, state, tries, try_at, tried_at, http, fault FROM hook_deliveries
WHERE endpoint_id = $1 ORDER BY made_at DESC, id DESC LIMIT $2`

type hookDeliveryRow struct {
	ID       uuid.UUID     `db:"id"`
	Endpoint uuid.UUID     `db:"endpoint_id"`
	Event    webhook.Event `db:"event"`
	At       time.Time     `db:"at"`
	MadeAt   time.Time     `db:"made_at"`
	State    app.HookState `db:"state"`
	Tries    int           `db:"tries"`
	TryAt    time.Time     `db:"try_at"`
	TriedAt  sql.NullTime  `db:"tried_at"`
	HTTP     int           `db:"http"`
	Fault    app.HookFault `db:"fault"`
}

// HookDeliveries implements app.HookBook.
func (s *DB) HookDeliveries(ctx context.Context, id uuid.UUID, n int) ([]app.HookDelivery, error) {
	var got []hookDeliveryRow
	if err := s.sel(ctx, &got, hookDeliveriesSQL, id, n); err != nil {
		return nil, err
	}
	out := make([]app.HookDelivery, len(got))
	for i, r := range got {
		out[i] = app.HookDelivery{
			ID: r.ID, Endpoint: r.Endpoint, Event: r.Event, At: r.At, MadeAt: r.MadeAt, State: r.State, Tries: r.Tries, TryAt: r.TryAt,
			TriedAt: zero(r.TriedAt),
			Answer:  app.HookAnswer{HTTP: r.HTTP, Fault: r.Fault},
		}
	}
	return out, nil
}

func eventNames(list []webhook.Event) any {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = string(e)
	}
	return pq.Array(out)
}

// AddHook implements app.HookBook.
func (s *DB) AddHook(ctx context.Context, e app.HookEndpoint, secret webhook.Secret) error {
	_, err := s.exec(ctx, `INSERT INTO hook_endpoints (id, url, events, full_record, secret, since_id, read_to, created_at)
	  VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
		e.ID, e.URL, eventNames(e.Events), e.Full, s.seal(ownerOfHook(e.ID), secret.Reveal()), firstID(e.CreatedAt), e.CreatedAt)
	return err
}

// ChangeHook implements app.HookBook. Another address begins with a clean slate.
func (s *DB) ChangeHook(ctx context.Context, e app.HookEndpoint) error {
	n, err := s.exec(ctx, `UPDATE hook_endpoints SET failing_since = CASE WHEN url = $3 THEN failing_since END, url = $3, events = $4,
  full_record = $5, version = version + 1
WHERE id = $1 AND version = $2`, e.ID, e.Version, e.URL, eventNames(e.Events), e.Full)
	if err == nil && n == 0 {
		return app.ErrConflict
	}
	return err
}

const (
	hookOnSQL = `UPDATE hook_endpoints SET is_on = true, off_why = '', since_id = $2, read_to = $3, failing_since = NULL,
	  version = version + 1 WHERE id = $1 AND NOT is_on`

	hookOffSQL = `UPDATE hook_endpoints SET is_on = false, off_why = $2, version = version + 1 WHERE id = $1 AND is_on`

	hookGiveUpSQL = `UPDATE hook_deliveries SET state = 'given_up' WHERE endpoint_id = $1 AND state = 'waiting'`

	hookNeedSQL = `INSERT INTO attention (id, kind, subject_kind, subject_id, note, at) VALUES ($1, 'webhook_off', 'webhook', $2, $3, $4)
ON CONFLICT (kind, subject_kind, subject_id) WHERE closed_at IS NULL DO NOTHING`

	hookNeedDoneSQL = `UPDATE attention SET closed_at = $2 WHERE kind = 'webhook_off' AND subject_kind = 'webhook' AND subject_id = $1
	  AND closed_at IS NULL`
)

// SwitchHook implements app.HookBook.
func (s *DB) SwitchHook(ctx context.Context, w app.HookSwitch) (bool, error) {
	changed := false
	err := inTx(ctx, s, func(t *tx) error {
		if w.Off == app.HookOn {
			n, err := t.exec(ctx, hookOnSQL, w.ID, firstID(w.At), w.At)
			if changed = n > 0; err != nil || !changed {
				return err
			}
			_, err = t.exec(ctx, hookNeedDoneSQL, w.ID, w.Now)
			return err
		}
		n, err := t.exec(ctx, hookOffSQL, w.ID, string(w.Off))
		if changed = n > 0; err != nil || !changed {
			return err
		}
		if _, err := t.exec(ctx, hookGiveUpSQL, w.ID); err != nil || w.Note == "" {
			return err
		}
		_, err = t.exec(ctx, hookNeedSQL, w.Need, w.ID, w.Note, w.Now)
		return err
	})
	return changed, err
}

// RenewHook implements app.HookBook.
func (s *DB) RenewHook(ctx context.Context, id uuid.UUID, secret webhook.Secret, oldUntil time.Time) error {
	return notFoundWhenNone(s.exec(ctx, `UPDATE hook_endpoints SET old_secret = secret, old_until = $3, secret = $2, version = version + 1
	  WHERE id = $1`, id, s.seal(ownerOfHook(id), secret.Reveal()), oldUntil))
}

// EndHook implements app.HookBook.
func (s *DB) EndHook(ctx context.Context, id uuid.UUID, closed time.Time) error {
	return inTx(ctx, s, func(t *tx) error {
		if err := notFoundWhenNone(t.exec(ctx, `DELETE FROM hook_endpoints WHERE id = $1`, id)); err != nil {
			return err
		}
		_, err := t.exec(ctx, hookNeedDoneSQL, id, closed)
		return err
	})
}

// AddDelivery implements app.HookBook. Its source is itself: it tells of nothing that is kept.
func (s *DB) AddDelivery(ctx context.Context, d app.HookDelivery) error {
	return inTx(ctx, s, func(t *tx) error {
		_, err := all(ctx, t, "delivery", addDeliveriesSQL, []deliverySave{{
			ID: d.ID, Endpoint: d.Endpoint, Source: d.ID,
			Event: string(d.Event), At: d.At, MadeAt: d.MadeAt,
		}})
		return err
	})
}
