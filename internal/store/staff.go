package store

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
)

const (
	accountColumns = `p.id AS person_id, p.name, p.email,
  p.zone, p.language, p.roles, coalesce(f.phone, '') AS phone, coalesce(a.login, '') AS login,
  coalesce(a.password_hash, '') AS password_hash, coalesce(a.totp_secret, '') AS totp_secret, coalesce(a.totp_step, 0) AS totp_step,
  coalesce(a.recovery, '{}') AS recovery, coalesce(a.version, 0) AS version`

	accountByLoginSQL = `SELECT ` + accountColumns + ` FROM accounts a JOIN people p ON p.id = a.person_id
  LEFT JOIN phones f ON f.id = p.phone_id
WHERE a.login = $1 AND p.erased_at IS NULL`

	accountOfSQL = `SELECT ` + accountColumns + ` FROM people p LEFT JOIN accounts a ON a.person_id = p.id
  LEFT JOIN phones f ON f.id = p.phone_id
WHERE p.id = $1 AND p.erased_at IS NULL`

	addAccountSQL = `INSERT INTO accounts (person_id, login, password_hash, totp_secret, totp_step, recovery, created_at, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`

	saveAccountSQL = `UPDATE accounts SET login = $2, password_hash = $3, totp_secret = $4, totp_step = $5, recovery = $6, changed_at = $7,
  version = version + 1
WHERE person_id = $1 AND version = $8`
)

type accountRow struct {
	whoRow
	Login        string        `db:"login"`
	PasswordHash string        `db:"password_hash"`
	TOTPSecret   string        `db:"totp_secret"`
	TOTPStep     int64         `db:"totp_step"`
	Recovery     pq.ByteaArray `db:"recovery"`
	Version      int           `db:"version"`
}

type whoRow struct {
	PersonID uuid.UUID      `db:"person_id"`
	Name     string         `db:"name"`
	Email    string         `db:"email"`
	Zone     string         `db:"zone"`
	Language string         `db:"language"`
	Roles    pq.StringArray `db:"roles"`
	Phone    string         `db:"phone"`
}

func (r whoRow) who() staff.Who {
	w := staff.Who{ID: r.PersonID, Name: r.Name, Email: r.Email, Zone: r.Zone, Language: lang.Tag(r.Language), Phone: r.Phone}
	for _, s := range r.Roles {
		w.Roles = append(w.Roles, person.Role(s))
	}
	return w
}

// AccountByLogin implements staff.Store.
func (s *DB) AccountByLogin(ctx context.Context, login string) (staff.Account, staff.Who, error) {
	return s.account(ctx, accountByLoginSQL, login)
}

// AccountOf implements staff.Store.
func (s *DB) AccountOf(ctx context.Context, id uuid.UUID) (staff.Account, staff.Who, error) {
	return s.account(ctx, accountOfSQL, id)
}

func (s *DB) account(ctx context.Context, query string, arg any) (staff.Account, staff.Who, error) {
	r, err := one[accountRow](ctx, s, query, arg)
	if err != nil {
		return staff.Account{}, staff.Who{}, err
	}
	return staff.Account{
		PersonID: r.PersonID, Login: r.Login, PasswordHash: r.PasswordHash, TOTPSecret: s.opened(ownerOfCodes(r.PersonID), r.TOTPSecret),
		TOTPStep: r.TOTPStep,
		Recovery: r.Recovery, Version: r.Version,
	}, r.who(), nil
}

// one reads exactly one row; app.ErrNotFound when there is none.
func one[T any](ctx context.Context, s *DB, query string, args ...any) (T, error) {
	var got []T
	if err := s.sel(ctx, &got, query, args...); err != nil {
		var none T
		return none, err
	}
	if len(got) == 0 {
		var none T
		return none, app.ErrNotFound
	}
	return got[0], nil
}

// SaveAccount implements staff.Store.
func (s *DB) SaveAccount(ctx context.Context, a staff.Account, now time.Time) error {
	a.TOTPSecret = s.seal(ownerOfCodes(a.PersonID), a.TOTPSecret)
	return saveAccount(ctx, s, a, now)
}

// TakeFirst implements staff.Store.
func (s *DB) TakeFirst(ctx context.Context, hash []byte, a staff.Account, now time.Time) error {
	a.TOTPSecret = s.seal(ownerOfCodes(a.PersonID), a.TOTPSecret)
	return s.inTx(ctx, func(t *tx) error {
		if err := notFoundWhenNone(t.exec(ctx, useLinkSQL, hash, now)); err != nil {
			return err
		}
		if err := saveAccount(ctx, t, a, now); err != nil {
			return err
		}
		for _, q := range []string{endSessionsSQL, dropPasskeysSQL, endBrowsersSQL} {
			if _, err := t.exec(ctx, q, a.PersonID); err != nil {
				return err
			}
		}
		return nil
	})
}

func saveAccount(ctx context.Context, s interface {
	exec(ctx context.Context, query string, args ...any) (int64, error)
}, a staff.Account, now time.Time,
) error {
	if a.Recovery == nil {
		a.Recovery = [][]byte{} // an empty array, not NULL
	}
	if a.Version == 0 {
		_, err := s.exec(ctx, addAccountSQL, a.PersonID, a.Login, a.PasswordHash, a.TOTPSecret, a.TOTPStep, pq.ByteaArray(a.Recovery), now)
		return err
	}
	n, err := s.exec(ctx, saveAccountSQL, a.PersonID, a.Login, a.PasswordHash, a.TOTPSecret, a.TOTPStep, pq.ByteaArray(a.Recovery), now,
		a.Version)
	if err == nil && n == 0 {
		err = app.ErrConflict
	}
	return err
}

type passkeyRow struct {
	ID         []byte     `db:"id"`
	PersonID   uuid.UUID  `db:"person_id"`
	Name       string     `db:"name"`
	Credential []byte     `db:"credential"`
	CreatedAt  time.Time  `db:"created_at"`
	UsedAt     *time.Time `db:"used_at"`
	Unsure     bool       `db:"unsure"`
}

// Passkeys implements staff.Store.
func (s *DB) Passkeys(ctx context.Context, id uuid.UUID) ([]staff.Passkey, error) {
	var got []passkeyRow
	if err := s.sel(ctx, &got, `SELECT id, person_id, name, credential, created_at, used_at, unsure FROM passkeys WHERE person_id = $1
	  ORDER BY created_at, id`, id); err != nil {
		return nil, err
	}
	out := make([]staff.Passkey, len(got))
	for i, r := range got {
		out[i] = staff.Passkey{
			ID: r.ID, PersonID: r.PersonID, Name: r.Name, Credential: r.Credential, CreatedAt: r.CreatedAt,
			Unsure: r.Unsure,
		}
		if r.UsedAt != nil {
			out[i].UsedAt = *r.UsedAt
		}
	}
	return out, nil
}

// SavePasskey implements staff.Store.
func (s *DB) SavePasskey(ctx context.Context, k staff.Passkey) error {
	_, err := s.exec(ctx, `INSERT INTO passkeys (id, person_id, name, credential, created_at, used_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (id) DO UPDATE SET credential = excluded.credential, used_at = excluded.used_at WHERE passkeys.person_id = excluded.person_id`,
		k.ID, k.PersonID, k.Name, string(k.Credential), k.CreatedAt, timeOrNil(k.UsedAt))
	return err
}

// DoubtPasskeys implements staff.Store.
func (s *DB) DoubtPasskeys(ctx context.Context, who uuid.UUID) error {
	_, err := s.exec(ctx, `UPDATE passkeys SET unsure = true WHERE person_id = $1`, who)
	return err
}

// ConfirmPasskey implements staff.Store.
func (s *DB) ConfirmPasskey(ctx context.Context, who uuid.UUID, id []byte) error {
	return notFoundWhenNone(s.exec(ctx, `UPDATE passkeys SET unsure = false WHERE person_id = $1 AND id = $2`, who, id))
}

// DropPasskey implements staff.Store.
func (s *DB) DropPasskey(ctx context.Context, who uuid.UUID, id []byte) error {
	_, err := s.exec(ctx, `DELETE FROM passkeys WHERE person_id = $1 AND id = $2`, who, id)
	return err
}

// DropTokens implements staff.Store.
func (s *DB) DropTokens(ctx context.Context, kind staff.TokenKind, now time.Time) error {
	_, err := s.exec(ctx, `DELETE FROM tokens WHERE kind = $1 AND expires_at < $2`, string(kind), now)
	return err
}

const triedSQL = `INSERT INTO signin_brake (key, tries, since) SELECT k, 1, $2 FROM unnest($1::text[]) AS k
ON CONFLICT (key) DO UPDATE SET tries = CASE WHEN signin_brake.since < $3 THEN 1 ELSE signin_brake.tries + 1 END,
  since = CASE WHEN signin_brake.since < $3 THEN excluded.since ELSE signin_brake.since END
RETURNING key, tries`

// Tried implements staff.Store.
func (s *DB) Tried(ctx context.Context, keys []string, now time.Time, window time.Duration) (map[string]int, error) {
	var got []struct {
		Key   string `db:"key"`
		Tries int    `db:"tries"`
	}
	if err := s.sel(ctx, &got, triedSQL, pq.Array(keys), now, now.Add(-window)); err != nil {
		return nil, err
	}
	out := map[string]int{}
	for _, r := range got {
		out[r.Key] = r.Tries
	}
	return out, nil
}

// Untried implements staff.Store.
func (s *DB) Untried(ctx context.Context, keys, forget []string) error {
	if _, err := s.exec(ctx, `UPDATE signin_brake SET tries = tries - 1 WHERE key = ANY($1) AND tries > 0`, pq.Array(keys)); err != nil {
		return err
	}
	_, err := s.exec(ctx, `DELETE FROM signin_brake WHERE key = ANY($1)`, pq.Array(forget))
	return err
}

// Audit implements staff.Store.
func (s *DB) Audit(ctx context.Context, l staff.AuditLine) error {
	_, err := s.exec(ctx, `INSERT INTO audit (id, at, person_id, what, subject, outcome, address) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		l.ID, l.At, idOrNil(l.PersonID), l.What, l.Subject, string(l.Outcome), l.Address)
	return err
}

// AuditOutcome implements staff.Store.
func (s *DB) AuditOutcome(ctx context.Context, id uuid.UUID, outcome staff.Outcome) error {
	_, err := s.exec(ctx, `UPDATE audit SET outcome = $2 WHERE id = $1`, id, string(outcome))
	return err
}

const auditPageSQL = `SELECT a.id, a.at, coalesce(p.name, '') AS name, a.what, a.subject, a.outcome, a.address FROM audit a
  LEFT JOIN people p ON p.id = a.person_id`

// AuditPage implements staff.Store.
func (s *DB) AuditPage(ctx context.Context, f staff.AuditFilter) ([]staff.AuditLine, error) {
	var w where
	w.between("a.at", f.From, f.To)
	if f.By != uuid.Nil {
		w.and("a.person_id = ?", f.By)
	}
	if f.Before != uuid.Nil {
		w.and("a.id < ?", f.Before)
	}
	var got []struct {
		ID      uuid.UUID     `db:"id"`
		At      time.Time     `db:"at"`
		Name    string        `db:"name"`
		What    string        `db:"what"`
		Subject string        `db:"subject"`
		Outcome staff.Outcome `db:"outcome"`
		Address string        `db:"address"`
	}
	if err := s.sel(ctx, &got, w.query(auditPageSQL, "ORDER BY a.id DESC LIMIT ?", f.N), w.args...); err != nil {
		return nil, err
	}
	out := make([]staff.AuditLine, len(got))
	for i, r := range got {
		out[i] = staff.AuditLine{ID: r.ID, At: r.At, Name: r.Name, What: r.What, Subject: r.Subject, Outcome: r.Outcome, Address: r.Address}
	}
	return out, nil
}

// notFoundWhenNone turns no row touched into app.ErrNotFound.
func notFoundWhenNone(n int64, err error) error {
	if err == nil && n == 0 {
		return app.ErrNotFound
	}
	if errors.Is(err, app.ErrRefused) {
		return app.ErrNotFound
	}
	return err
}
