package signin

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/person"
)

// Refusals.
var (
	// ErrWrong says that name, password or code is not right; it never says which.
	ErrWrong = errors.New("not right")
	// ErrTooMany says that there were too many tries.
	ErrTooMany = errors.New("too many tries")
	// ErrNoSession says that nobody is signed in.
	ErrNoSession = errors.New("nobody is signed in")
	// ErrUsedLink says that a link is used up, run out or was never given.
	ErrUsedLink = errors.New("this link cannot be used any more")
	// ErrLoginTaken says that another account has this sign-in name.
	ErrLoginTaken = errors.New("somebody else has this sign-in name")
	// ErrNoPasskeys says that the page is at a bare number address, to which browsers bind no passkey.
	ErrNoPasskeys = errors.New("no passkeys without a host name")
	// ErrBadLogin says that a sign-in name is empty or too long.
	ErrBadLogin = errors.New("not usable as a sign-in name")
)

// How long things last, on the machine's clock.
const (
	idle      = 12 * time.Hour
	longest   = 30 * 24 * time.Hour
	firstLink = 72 * time.Hour
	halfway   = 15 * time.Minute // from the password to the second factor
	window    = 15 * time.Minute // of the brake
	seenEvery = time.Minute
)

// The brake: tries in one window. An address may be a whole office behind one router, so it gets more.
const (
	triesLogin = 10
	triesAddr  = 40
)

// Desk signs people in.
type Desk struct {
	Store staff.Store
	Now   func() time.Time // the machine's clock
	NewID func() uuid.UUID
	Issuer,
	Origin string // name in an authenticator; the address that people see
	NoSecond bool // the demo asks for no second factor

	hasher *hasher
}

// New returns a desk.
func New(d Desk) *Desk {
	d.hasher = newHasher()
	return &d
}

// Visitor is whom a request comes from.
type Visitor struct {
	Address, Device string
	Known           string // what the browser is known by, "" where it keeps nothing
}

// maxLogin bounds a sign-in name.
const maxLogin = 200

// SignIn takes a name and a password and returns a session, open or still owing its second factor, and the cookie's value.
func (d *Desk) SignIn(ctx context.Context, login, password string, from Visitor) (staff.Session, string, error) {
	if login = strings.ToLower(strings.TrimSpace(login)); len(login) > maxLogin || strings.ContainsRune(login, 0) || !utf8.ValidString(login) {
		login = "" // nobody's, and nothing that a database takes: as wrong as any other
	}
	account, who, err := d.Store.AccountByLogin(ctx, login)
	if err != nil && !errors.Is(err, app.ErrNotFound) {
		return staff.Session{}, "", fmt.Errorf("read account: %w", err)
	}
	mine, addr, err := d.brakes(ctx, account.PersonID, login, from)
	if err != nil {
		return staff.Session{}, "", err
	}
	if err := d.brake(ctx, mine, addr); err != nil {
		return staff.Session{}, "", err
	}
	ok, err := d.hasher.right(ctx, password, account.PasswordHash)
	if err != nil {
		return staff.Session{}, "", err
	}
	if !ok || RoleOf(who) == "" {
		return staff.Session{}, "", ErrWrong
	}
	if err := d.Store.Untried(ctx, []string{addr}, []string{mine}); err != nil {
		return staff.Session{}, "", fmt.Errorf("release the brake: %w", err)
	}
	return d.begin(ctx, account, from)
}

// brake counts a try before it is judged, so that many at once are no way around it.
func (d *Desk) brake(ctx context.Context, login, addr string) error {
	n, err := d.Store.Tried(ctx, slices.Compact([]string{login, addr}), d.Now(), window)
	if err != nil {
		return fmt.Errorf("brake: %w", err)
	}
	if n[login] > triesLogin || n[addr] > triesAddr {
		return ErrTooMany
	}
	return nil
}

// begin makes the session that follows a right password.
func (d *Desk) begin(ctx context.Context, a staff.Account, from Visitor) (staff.Session, string, error) {
	stage := staff.StageCode
	switch {
	case d.NoSecond:
		stage = staff.StageOpen
	case a.TOTPSecret == "":
		stage = staff.StageEnrol
	}
	return d.beginAt(ctx, stage, a.PersonID, from)
}

// beginAt makes a session that has come so far.
func (d *Desk) beginAt(ctx context.Context, stage staff.Stage, person uuid.UUID, from Visitor) (staff.Session, string, error) {
	now := d.Now()
	s := staff.Session{
		ID: d.NewID(), PersonID: person, Device: clip(from.Device, 200), Address: clip(from.Address, 100), CreatedAt: now, SeenAt: now,
		EndsAt: now.Add(longest), Stage: stage,
	}
	if stage == staff.StageOpen {
		s.ProvedAt = now
	}
	key := secret()
	s.SecretHash = hashOf(key)
	if err := d.Store.AddSession(ctx, s); err != nil {
		return staff.Session{}, "", fmt.Errorf("begin session: %w", err)
	}
	return s, cookie(s.ID, key), nil
}

// open lets a session in, with a fresh secret: one that was overheard before the second factor is worth nothing.
func (d *Desk) open(ctx context.Context, s *staff.Session) (string, error) {
	key := secret()
	s.Stage, s.Pending, s.SecretHash, s.SeenAt, s.ProvedAt = staff.StageOpen, "", hashOf(key), d.Now(), d.Now()
	if err := d.Store.SaveSession(ctx, *s); err != nil {
		return "", fmt.Errorf("open session: %w", err)
	}
	return cookie(s.ID, key), nil
}

func cookie(id uuid.UUID, key string) string { return id.String() + "." + key }

// Session returns the session of a cookie, whatever its stage, and who it is. ErrNoSession for anything that does not hold.
func (d *Desk) Session(ctx context.Context, value string) (staff.Session, staff.Who, error) {
	s, who, err := d.Look(ctx, value)
	if err != nil {
		return s, who, err
	}
	if now := d.Now(); s.Stage == staff.StageOpen && now.Sub(s.SeenAt) >= seenEvery {
		s.SeenAt = now
		if err := d.Store.SaveSession(ctx, s); err != nil {
			return staff.Session{}, staff.Who{}, fmt.Errorf("keep session: %w", err)
		}
	}
	return s, who, nil
}

// Look is Session without being seen: what a page asks by itself keeps no session alive.
func (d *Desk) Look(ctx context.Context, value string) (staff.Session, staff.Who, error) {
	idPart, key, _ := strings.Cut(value, ".")
	id, err := uuid.Parse(idPart)
	if err != nil || len(key) > 100 {
		return staff.Session{}, staff.Who{}, ErrNoSession
	}
	s, who, err := d.Store.Session(ctx, id)
	if errors.Is(err, app.ErrNotFound) {
		return staff.Session{}, staff.Who{}, ErrNoSession
	}
	if err != nil {
		return staff.Session{}, staff.Who{}, fmt.Errorf("read session: %w", err)
	}
	now := d.Now()
	if !same(s.SecretHash, hashOf(key)) || !alive(s, now) || RoleOf(who) == "" {
		return staff.Session{}, staff.Who{}, ErrNoSession
	}
	return s, who, nil
}

func alive(s staff.Session, now time.Time) bool {
	if s.Stage != staff.StageOpen {
		return now.Before(s.CreatedAt.Add(halfway))
	}
	return now.Before(s.EndsAt) && now.Before(s.SeenAt.Add(idle))
}

// RoleOf returns the most that somebody may do on the page; "" when they may not open it.
func RoleOf(w staff.Who) person.Role {
	for _, r := range []person.Role{person.Admin, person.Staff, person.Viewer} {
		for _, has := range w.Roles {
			if has == r {
				return r
			}
		}
	}
	return ""
}

// SignOut ends a session.
func (d *Desk) SignOut(ctx context.Context, s staff.Session) error {
	if err := d.Store.EndSession(ctx, s.PersonID, s.ID); err != nil && !errors.Is(err, app.ErrNotFound) {
		return fmt.Errorf("end session: %w", err)
	}
	return nil
}

func clip(s string, n int) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "")
	if len(s) > n {
		return strings.ToValidUTF8(s[:n], "")
	}
	return s
}
