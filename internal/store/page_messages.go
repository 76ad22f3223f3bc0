package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app/page"
	"github.com/reportback/reportback/internal/core/sms"
)

const pageMessageSelect = `SELECT m.id, m.seq, m.dir, m.at, m.kind, m.body, coalesce(p.name, '') AS who,
  coalesce(m.phone_id, 0) AS phone_id, coalesce(f.phone, '') AS phone, m.sender,
  m.status, m.error_code, m.reason, m.retry_at
FROM messages m LEFT JOIN phones f ON f.id = m.phone_id LEFT JOIN people p ON p.id = m.person_id`

type pageMessageRow struct {
	ID        uuid.UUID    `db:"id"`
	Seq       int64        `db:"seq"`
	Dir       sms.Dir      `db:"dir"`
	At        time.Time    `db:"at"`
	Kind      string       `db:"kind"`
	Body      string       `db:"body"`
	Who       string       `db:"who"`
	PhoneID   int64        `db:"phone_id"`
	Phone     string       `db:"phone"`
	Sender    string       `db:"sender"`
	Status    int16        `db:"status"`
	ErrorCode int          `db:"error_code"`
	Reason    string       `db:"reason"`
	RetryAt   sql.NullTime `db:"retry_at"`
}

func (s *DB) pageMessages(ctx context.Context, query string, args ...any) ([]page.Message, error) {
	var got []pageMessageRow
	if err := s.sel(ctx, &got, query, args...); err != nil {
		return nil, err
	}
	out := make([]page.Message, len(got))
	for i, r := range got {
		phone, _ := sms.PhoneFromE164(r.Phone) // none when the sender is no phone
		out[i] = page.Message{
			ID: r.ID, Seq: r.Seq, In: r.Dir == sms.In, At: r.At, Kind: r.Kind, Body: r.Body, Who: r.Who, PhoneID: r.PhoneID, Phone: phone,
			Sender: r.Sender,
			Status: sms.Status(r.Status), ErrorCode: r.ErrorCode, Reason: r.Reason, RetryAt: zero(r.RetryAt),
		}
	}
	return out, nil
}

const phonesOfSQL = `SELECT DISTINCT phone_id FROM people WHERE id = ANY($1) AND phone_id IS NOT NULL`

// MessageList implements page.Messages. A search goes by the phone's thread, which has an index.
func (s *DB) MessageList(ctx context.Context, f page.MessageFilter) ([]page.Message, error) {
	var w where
	w.between("m.at", f.From, f.To)
	switch f.Direction {
	case "in":
		w.and("m.dir = {dir.in}")
	case "out":
		w.and("m.dir = {dir.out}")
	}
	if f.Find != "" {
		who, err := s.found(ctx, f.Find)
		if err != nil {
			return nil, err
		}
		phones := []int64{}
		if err := s.sel(ctx, &phones, phonesOfSQL, texts(who)); err != nil {
			return nil, err
		}
		ids, _, err := s.withWords(ctx, f.Words)
		if err != nil {
			return nil, err
		}
		if len(ids) == 0 {
			w.and("m.phone_id = ANY(?)", pq.Array(phones))
		} else {
			w.and("(m.phone_id = ANY(?) OR m.id = ANY(?))", pq.Array(phones), pq.Array(ids))
		}
	}
	w.after("m.at, m.id", true, f.AfterAt, f.AfterID)
	q := w.query(pageMessageSelect, "ORDER BY m.at DESC, m.id DESC LIMIT ?", f.N)
	return s.pageMessages(ctx, q, w.args...)
}

// Thread implements page.Messages.
func (s *DB) Thread(ctx context.Context, phoneID, before int64, n int) ([]page.Message, error) {
	var w where
	w.and("m.phone_id = ?", phoneID)
	if before > 0 {
		w.and("m.seq < ?", before)
	}
	q := w.query(pageMessageSelect, "ORDER BY m.seq DESC LIMIT ?", n)
	return s.pageMessages(ctx, q, w.args...)
}

// PhoneOwners implements page.Messages.
func (s *DB) PhoneOwners(ctx context.Context, phoneID int64) (page.Person, []page.Person, error) {
	f, err := one[pagePersonRow](ctx, s, `SELECT id AS phone_id, phone, consent, reach_bad, locked, inbound_at AS wrote_at FROM phones
  WHERE id = $1`, phoneID)
	if err != nil {
		return page.Person{}, nil, err
	}
	var got []struct {
		P pagePersonRow `db:"p"`
	}
	q := `SELECT ` + pagePerson("p", "f", "p") + ` FROM phones f JOIN people p ON p.phone_id = f.id WHERE f.id = $1 AND p.erased_at IS NULL
	  ORDER BY p.id LIMIT 50`
	if err := s.sel(ctx, &got, q, phoneID); err != nil {
		return page.Person{}, nil, err
	}
	out := make([]page.Person, len(got))
	for i, r := range got {
		out[i] = r.P.person()
	}
	return f.person(), out, nil
}
