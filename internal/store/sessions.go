package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/staff"
)

const (
	sessionColumns = `s.id AS session_id, s.secret_hash, s.stage, s.device, s.address, s.pending, s.flash, s.created_at, s.seen_at, s.ends_at,
  s.proved_at`

	sessionSQL = `SELECT ` + sessionColumns + `, p.id AS person_id, p.name, p.email,
  p.zone, p.language, p.roles, coalesce(f.phone, '') AS phone
FROM sessions s JOIN people p ON p.id = s.person_id LEFT JOIN phones f ON f.id = p.phone_id WHERE s.id = $1 AND p.erased_at IS NULL`

	sessionsSQL = `SELECT ` + sessionColumns + `, s.person_id, '' AS name, '' AS email,
  '' AS zone, '' AS language, '{}'::text[] AS roles, '' AS phone
FROM sessions s WHERE s.person_id = $1 AND s.stage = 'open' ORDER BY s.seen_at DESC LIMIT 50`

	addSessionSQL = `INSERT INTO sessions (id, person_id, secret_hash, stage, device, address, pending, flash, created_at, seen_at, ends_at,
  proved_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`

	saveSessionSQL = `UPDATE sessions SET secret_hash = $2, stage = $3, pending = $4, flash = $5, seen_at = greatest(seen_at, $6),
	  proved_at = $7 WHERE id = $1`
)

type sessionRow struct {
	whoRow
	SessionID  uuid.UUID    `db:"session_id"`
	SecretHash []byte       `db:"secret_hash"`
	Stage      string       `db:"stage"`
	Device     string       `db:"device"`
	Address    string       `db:"address"`
	Pending    string       `db:"pending"`
	Flash      string       `db:"flash"`
	CreatedAt  time.Time    `db:"created_at"`
	SeenAt     time.Time    `db:"seen_at"`
	EndsAt     time.Time    `db:"ends_at"`
	ProvedAt   sql.NullTime `db:"proved_at"`
}

func (r sessionRow) session() staff.Session {
	return staff.Session{
		ID: r.SessionID, PersonID: r.PersonID, SecretHash: r.SecretHash, Stage: staff.Stage(r.Stage), Device: r.Device, Address: r.Address,
		Pending: r.Pending, Flash: r.Flash, CreatedAt: r.CreatedAt, SeenAt: r.SeenAt, EndsAt: r.EndsAt, ProvedAt: zero(r.ProvedAt),
	}
}

// AddSession implements staff.Store.
func (s *DB) AddSession(ctx context.Context, n staff.Session) error {
	_, err := s.exec(ctx, addSessionSQL, n.ID, n.PersonID, n.SecretHash, string(n.Stage), n.Device, n.Address,
		s.seal(ownerOfSession(n.ID), n.Pending), n.Flash,
		n.CreatedAt, n.SeenAt, n.EndsAt, timeOrNil(n.ProvedAt))
	return err
}

// Session implements staff.Store.
func (s *DB) Session(ctx context.Context, id uuid.UUID) (staff.Session, staff.Who, error) {
	r, err := one[sessionRow](ctx, s, sessionSQL, id)
	if err != nil {
		return staff.Session{}, staff.Who{}, err
	}
	r.Pending = s.opened(ownerOfSession(r.SessionID), r.Pending)
	return r.session(), r.who(), nil
}

// Sessions implements staff.Store.
func (s *DB) Sessions(ctx context.Context, who uuid.UUID) ([]staff.Session, error) {
	var got []sessionRow
	if err := s.sel(ctx, &got, sessionsSQL, who); err != nil {
		return nil, err
	}
	out := make([]staff.Session, len(got))
	for i, r := range got {
		r.Pending = "" // nobody's list shows it
		out[i] = r.session()
	}
	return out, nil
}

// SaveSession implements staff.Store.
func (s *DB) SaveSession(ctx context.Context, n staff.Session) error {
	return notFoundWhenNone(s.exec(ctx, saveSessionSQL, n.ID, n.SecretHash, string(n.Stage), s.seal(ownerOfSession(n.ID), n.Pending), n.Flash,
		n.SeenAt,
		timeOrNil(n.ProvedAt)))
}

// EndSession implements staff.Store.
func (s *DB) EndSession(ctx context.Context, who, id uuid.UUID) error {
	return notFoundWhenNone(s.exec(ctx, `DELETE FROM sessions WHERE id = $2 AND person_id = $1`, who, id))
}

// EndSessions implements staff.Store.
func (s *DB) EndSessions(ctx context.Context, who, keep uuid.UUID, now time.Time) error {
	_, err := s.exec(ctx, `DELETE FROM sessions WHERE person_id = $1 AND id <> $2 OR ends_at < $3`, who, keep, now)
	return err
}

// AddToken implements staff.Store.
func (s *DB) AddToken(ctx context.Context, t staff.Token) error {
	_, err := s.exec(ctx, `INSERT INTO tokens (hash, kind, subject_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
		t.Hash, string(t.Kind), t.SubjectID, t.CreatedAt, timeOrNil(t.ExpiresAt))
	return err
}

const goodLinkSQL = `SELECT hash, kind, subject_id, created_at, expires_at FROM tokens
WHERE hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`

// Token implements staff.Store.
func (s *DB) Token(ctx context.Context, hash []byte, now time.Time) (staff.Token, error) {
	type row struct {
		Hash      []byte       `db:"hash"`
		Kind      string       `db:"kind"`
		SubjectID uuid.UUID    `db:"subject_id"`
		CreatedAt time.Time    `db:"created_at"`
		ExpiresAt sql.NullTime `db:"expires_at"`
	}
	r, err := one[row](ctx, s, goodLinkSQL, hash, now)
	if err != nil {
		return staff.Token{}, err
	}
	return staff.Token{
		Hash: r.Hash, Kind: staff.TokenKind(r.Kind), SubjectID: r.SubjectID, CreatedAt: r.CreatedAt,
		ExpiresAt: zero(r.ExpiresAt),
	}, nil
}

const useLinkSQL = `UPDATE tokens SET used_at = $2
  WHERE hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`

// UseToken implements staff.Store.
func (s *DB) UseToken(ctx context.Context, hash []byte, now time.Time) error {
	return notFoundWhenNone(s.exec(ctx, useLinkSQL, hash, now))
}

// RevokeTokens implements staff.Store.
func (s *DB) RevokeTokens(ctx context.Context, kind staff.TokenKind, subject uuid.UUID, now time.Time) error {
	_, err := s.exec(ctx, `UPDATE tokens SET revoked_at = $3 WHERE kind = $1 AND subject_id = $2 AND used_at IS NULL AND revoked_at IS NULL`,
		string(kind), subject, now)
	return err
}
