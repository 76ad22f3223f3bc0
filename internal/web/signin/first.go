package signin

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/person"
)

// FirstPath is where a first link points, below the public address.
const FirstPath = "/admin/first/"

// FirstLink makes the one-time link by which somebody sets their password, and takes back earlier ones. It ends with the secret.
func (d *Desk) FirstLink(ctx context.Context, who uuid.UUID) (string, error) {
	now := d.Now()
	if err := d.Store.RevokeTokens(ctx, staff.FirstLink, who, now); err != nil {
		return "", fmt.Errorf("take back earlier links: %w", err)
	}
	key := secret()
	t := staff.Token{Hash: hashOf(key), Kind: staff.FirstLink, SubjectID: who, CreatedAt: now, ExpiresAt: now.Add(firstLink)}
	if err := d.Store.AddToken(ctx, t); err != nil {
		return "", fmt.Errorf("keep link: %w", err)
	}
	return strings.TrimSuffix(d.Origin, "/") + FirstPath + key, nil
}

// First returns whom a first link is for and the sign-in name to offer. It uses nothing up: a preview robot may call it.
func (d *Desk) First(ctx context.Context, key string) (staff.Who, string, error) {
	t, err := d.token(ctx, key)
	if err != nil {
		return staff.Who{}, "", err
	}
	a, who, err := d.Store.AccountOf(ctx, t.SubjectID)
	if errors.Is(err, app.ErrNotFound) || err == nil && RoleOf(who) == "" {
		return staff.Who{}, "", ErrUsedLink
	}
	if err != nil {
		return staff.Who{}, "", fmt.Errorf("read account: %w", err)
	}
	login := a.Login
	if login == "" {
		login = Suggest(who)
	}
	return who, login, nil
}

func (d *Desk) token(ctx context.Context, key string) (staff.Token, error) {
	t, err := d.Store.Token(ctx, hashOf(key), d.Now())
	if errors.Is(err, app.ErrNotFound) || err == nil && t.Kind != staff.FirstLink {
		return staff.Token{}, ErrUsedLink
	}
	if err != nil {
		return staff.Token{}, fmt.Errorf("read link: %w", err)
	}
	return t, nil
}

// Suggest returns a sign-in name to offer.
func Suggest(w staff.Who) string {
	if w.Email != "" {
		return strings.ToLower(w.Email)
	}
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(fold.Fold(w.Name)), "."))
}

// TakeFirst uses a first link up: it sets name and password, drops the old second factor and every passkey, ends every session of that
// person, and begins one.
func (d *Desk) TakeFirst(ctx context.Context, key, login, password string, from Visitor) (staff.Session, string, error) {
	none := staff.Session{}
	if err := d.brake(ctx, "first:"+from.Address, "addr:"+from.Address); err != nil {
		return none, "", err
	}
	t, err := d.token(ctx, key)
	if err != nil {
		return none, "", err
	}
	a, err := d.credentials(ctx, t.SubjectID, login, password)
	if err != nil {
		return none, "", err
	}
	switch err := d.Store.TakeFirst(ctx, t.Hash, a, d.Now()); {
	case errors.Is(err, app.ErrNotFound):
		return none, "", ErrUsedLink
	case errors.Is(err, app.ErrRefused):
		return none, "", ErrLoginTaken
	case err != nil:
		return none, "", fmt.Errorf("use link: %w", err)
	}
	if err := d.Store.Untried(ctx, []string{"addr:" + from.Address}, []string{"first:" + from.Address}); err != nil {
		return none, "", fmt.Errorf("release the brake: %w", err)
	}
	return d.begin(ctx, a, from)
}

// credentials returns a person's account with another name and password, and no second factor.
func (d *Desk) credentials(ctx context.Context, who uuid.UUID, login, password string) (staff.Account, error) {
	login = strings.ToLower(strings.TrimSpace(login))
	if login == "" || len(login) > maxLogin || !plainLogin(login) {
		return staff.Account{}, ErrBadLogin
	}
	a, person, err := d.Store.AccountOf(ctx, who)
	if err != nil {
		return staff.Account{}, fmt.Errorf("read account: %w", err)
	}
	if err := fit(password, login, person.Name, d.Issuer); err != nil {
		return staff.Account{}, err
	}
	other, _, err := d.Store.AccountByLogin(ctx, login)
	switch {
	case err == nil && other.PersonID != who:
		return staff.Account{}, ErrLoginTaken
	case err != nil && !errors.Is(err, app.ErrNotFound):
		return staff.Account{}, fmt.Errorf("read account: %w", err)
	}
	phc, err := d.hasher.hash(ctx, password)
	if err != nil {
		return staff.Account{}, err
	}
	a.Login, a.PasswordHash, a.TOTPSecret, a.TOTPStep, a.Recovery = login, phc, "", 0, nil
	return a, nil
}

// plainLogin reports whether a sign-in name has no letter that looks like another's.
func plainLogin(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
}

func (d *Desk) saveAccount(ctx context.Context, a staff.Account) error {
	err := d.Store.SaveAccount(ctx, a, d.Now())
	if errors.Is(err, app.ErrRefused) {
		return ErrLoginTaken
	}
	if err != nil {
		return fmt.Errorf("save account: %w", err)
	}
	return nil
}

// SetPassword gives an account a password straight away: the demo's, which shows it to everybody.
func (d *Desk) SetPassword(ctx context.Context, who uuid.UUID, login, password string) error {
	a, err := d.credentials(ctx, who, login, password)
	if err != nil {
		return err
	}
	return d.saveAccount(ctx, a)
}

// ChangePassword takes the old password and sets another; every other session ends.
func (d *Desk) ChangePassword(ctx context.Context, s staff.Session, old, password string) error {
	a, who, err := d.Store.AccountOf(ctx, s.PersonID)
	if err != nil {
		return fmt.Errorf("read account: %w", err)
	}
	if err := d.brake(ctx, "code:"+s.PersonID.String(), "addr:"+s.Address); err != nil {
		return err
	}
	ok, err := d.hasher.right(ctx, old, a.PasswordHash)
	if err != nil {
		return err
	}
	if !ok {
		return ErrWrong
	}
	if err := fit(password, a.Login, who.Name, d.Issuer); err != nil {
		return err
	}
	if a.PasswordHash, err = d.hasher.hash(ctx, password); err != nil {
		return err
	}
	if err := d.saveAccount(ctx, a); err != nil {
		return err
	}
	if err := d.Store.EndSessions(ctx, s.PersonID, s.ID, d.Now()); err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	if err := d.Store.RevokeTokens(ctx, staff.KnownBrowser, s.PersonID, d.Now()); err != nil {
		return fmt.Errorf("forget known browsers: %w", err)
	}
	if err := d.Store.DoubtPasskeys(ctx, s.PersonID); err != nil {
		return fmt.Errorf("doubt passkeys: %w", err)
	}
	return d.proven(ctx, &s)
}

// MayOpen reports whether a role opens the page.
func MayOpen(r person.Role) bool {
	return r == person.Admin || r == person.Staff || r == person.Viewer
}
