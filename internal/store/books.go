package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/sms"
)

// Settings implements app.Books.
func (s *DB) Settings(ctx context.Context) (map[string]string, error) {
	var got []settingRow
	if err := s.sel(ctx, &got, settingsSQL); err != nil {
		return nil, err
	}
	out := make(map[string]string, len(got))
	for _, r := range got {
		out[r.Key] = r.Value
	}
	return out, nil
}

// SetSetting implements app.Books.
func (s *DB) SetSetting(ctx context.Context, key, value string, onlyNew bool) error {
	q := `INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value,
	  version = settings.version + 1`
	if onlyNew {
		q = `INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`
	}
	_, err := s.exec(ctx, q, key, value)
	return err
}

const setSettingsSQL = `INSERT INTO settings (key, value) SELECT * FROM unnest($1::text[], $2::text[])
ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = settings.version + 1`

// SetSettings implements app.Books.
func (s *DB) SetSettings(ctx context.Context, values map[string]string) error {
	keys, vals := make([]string, 0, len(values)), make([]string, 0, len(values))
	for k, v := range values {
		keys, vals = append(keys, k), append(vals, v)
	}
	_, err := s.exec(ctx, setSettingsSQL, pq.Array(keys), pq.Array(vals))
	return err
}

// KeepOdd implements app.Books.
func (s *DB) KeepOdd(ctx context.Context, now time.Time, in sms.Inbound, id, attention uuid.UUID) (bool, error) {
	set := change.Set{}
	set.Add(change.Received{
		MessageID: id, SID: in.SID, SenderRaw: in.From, Body: in.Body, Segments: in.Segments, Media: in.Media, Kind: "text", At: now,
		Outcome: "kept: the sender is no phone that can be answered", Form: in.Form,
	},
		change.Attention{
			ID: attention, Kind: matter.OddSender, Subject: change.Subject{Kind: matter.OfText, ID: id}, MessageID: id,
			Note: "from a sender that cannot be answered", At: now,
		})
	err := s.InTx(ctx, func(t app.Tx) error { return t.Save(ctx, []change.Set{set}) })
	if err == app.ErrDuplicate { //nolint:errorlint // classify returns it bare
		return false, nil
	}
	return err == nil, err
}

const findPeopleSQL = `SELECT ` + personColumns + `, p.created_at, '' AS source FROM people p JOIN phones f ON f.id = p.phone_id
  WHERE f.phone = $1 AND p.erased_at IS NULL ORDER BY p.id`

const peopleSQL = `SELECT ` + personColumns + `, p.created_at, '' AS source FROM people p LEFT JOIN phones f ON f.id = p.phone_id
  WHERE p.erased_at IS NULL ORDER BY p.name_folded, p.id`

type listedPersonRow struct {
	personRow
	CreatedAt time.Time `db:"created_at"`
	Source    string    `db:"source"`
}

// FindPeople implements app.Books.
func (s *DB) FindPeople(ctx context.Context, phone sms.Phone) ([]app.PersonRow, error) {
	return s.listPeople(ctx, findPeopleSQL, phone.E164())
}

// People implements app.Books.
func (s *DB) People(ctx context.Context) ([]app.PersonRow, error) {
	return s.listPeople(ctx, peopleSQL)
}

func (s *DB) listPeople(ctx context.Context, query string, args ...any) ([]app.PersonRow, error) {
	var got []listedPersonRow
	if err := s.sel(ctx, &got, query, args...); err != nil {
		return nil, err
	}
	out := make([]app.PersonRow, len(got))
	for i, r := range got {
		out[i] = app.PersonRow{Person: r.person(), CreatedAt: r.CreatedAt}
	}
	return out, nil
}

// DropOverdue implements app.Books.
func (s *DB) DropOverdue(ctx context.Context, before time.Time, reason string) (int, error) {
	n, err := s.exec(ctx, `UPDATE planned SET state = 'dropped', reason = $2, version = version + 1
WHERE state = 'planned' AND due_at < $1 AND rule NOT IN ('next_question', 'consent', 'doubt_ends')`, before, reason)
	return int(n), err
}

const comingSQL = `SELECT p.due_at, p.rule, coalesce(q.name, '') AS name FROM planned p LEFT JOIN people q ON q.id = p.person_id
WHERE p.state = 'planned' AND p.due_at >= $1 AND p.due_at < $2 ORDER BY p.due_at, p.id LIMIT 500`

// ComingTexts implements app.Books.
func (s *DB) ComingTexts(ctx context.Context, from, to time.Time) ([]app.ComingText, error) {
	var got []struct {
		DueAt time.Time `db:"due_at"`
		Rule  string    `db:"rule"`
		Name  string    `db:"name"`
	}
	if err := s.sel(ctx, &got, comingSQL, from, to); err != nil {
		return nil, err
	}
	out := make([]app.ComingText, len(got))
	for i, r := range got {
		out[i] = app.ComingText{DueAt: r.DueAt, Rule: r.Rule, Name: r.Name}
	}
	return out, nil
}

// MessageKinds implements app.Books.
func (s *DB) MessageKinds(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]app.KindStatus, error) {
	var got []struct {
		ID     uuid.UUID `db:"id"`
		Kind   string    `db:"kind"`
		Status int16     `db:"status"`
	}
	if err := s.sel(ctx, &got, `SELECT id, kind, status FROM messages WHERE id = ANY($1)`, pq.Array(strs(ids))); err != nil {
		return nil, err
	}
	out := make(map[uuid.UUID]app.KindStatus, len(got))
	for _, r := range got {
		out[r.ID] = app.KindStatus{Kind: r.Kind, Status: sms.Status(r.Status)}
	}
	return out, nil
}

// PhoneOf implements app.Books.
func (s *DB) PhoneOf(ctx context.Context, message uuid.UUID) (sms.Phone, error) {
	var got []string
	if err := s.sel(ctx, &got, `SELECT f.phone FROM messages m JOIN phones f ON f.id = m.phone_id WHERE m.id = $1`, message); err != nil {
		return sms.Phone{}, err
	}
	if len(got) == 0 {
		return sms.Phone{}, fmt.Errorf("phone of text %s: %w", message, app.ErrNotFound)
	}
	return sms.PhoneFromE164(got[0])
}

// SchemaPending reports whether a migration waits: web and worker refuse to start then.
func (s *DB) SchemaPending(ctx context.Context) (bool, error) {
	list, err := s.Migrations(ctx)
	if err != nil {
		return false, err
	}
	for _, m := range list {
		if !m.Applied {
			return true, nil
		}
	}
	return false, nil
}

var _ app.Store = (*DB)(nil)
