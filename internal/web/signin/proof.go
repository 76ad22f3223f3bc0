package signin

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
)

// proofFor is how long a password, a code or a passkey counts for changing the factors: an open page left alone is not its owner.
const proofFor = 10 * time.Minute

// ErrProve says that the password is asked for before a factor is added or dropped.
var ErrProve = errors.New("the password is asked for first")

// Proved reports whether whoever sits there has just shown who they are.
func (d *Desk) Proved(s staff.Session) bool {
	return d.NoSecond || !s.ProvedAt.IsZero() && d.Now().Sub(s.ProvedAt) < proofFor
}

// Prove takes the password again.
func (d *Desk) Prove(ctx context.Context, s *staff.Session, password string) error {
	if err := d.brake(ctx, "code:"+s.PersonID.String(), "addr:"+s.Address); err != nil {
		return err
	}
	a, _, err := d.Store.AccountOf(ctx, s.PersonID)
	if err != nil {
		return fmt.Errorf("read account: %w", err)
	}
	ok, err := d.hasher.right(ctx, password, a.PasswordHash)
	if err != nil {
		return err
	}
	if !ok {
		return ErrWrong
	}
	if err := d.forget(ctx, s); err != nil {
		return err
	}
	return d.proven(ctx, s)
}

// proven remembers that the session has just shown who it is.
func (d *Desk) proven(ctx context.Context, s *staff.Session) error {
	s.ProvedAt = d.Now()
	if err := d.Store.SaveSession(ctx, *s); err != nil {
		return fmt.Errorf("keep session: %w", err)
	}
	return nil
}

// ConfirmPasskey lets a passkey sign in again that was there before the password changed.
func (d *Desk) ConfirmPasskey(ctx context.Context, s staff.Session, id []byte) error {
	if !d.Proved(s) {
		return ErrProve
	}
	return d.Store.ConfirmPasskey(ctx, s.PersonID, id)
}

// DropPasskey takes a passkey away.
func (d *Desk) DropPasskey(ctx context.Context, s staff.Session, id []byte) error {
	if !d.Proved(s) {
		return ErrProve
	}
	err := d.Store.DropPasskey(ctx, s.PersonID, id)
	if errors.Is(err, app.ErrNotFound) {
		return nil // it is gone already
	}
	return err
}
