// Package staff is who may open the admin page: accounts, sessions, one-time links, the brake on guessing and the audit log, as the store
// keeps them. It holds values and one port, and decides nothing; how somebody signs in is internal/web/signin. Everything here runs on the
// machine's clock, never on the people's, which a demo can move.
package staff

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
)

// Account is how one person signs in.
type Account struct {
	PersonID     uuid.UUID
	Login        string // lower case
	PasswordHash string // argon2id, in PHC form
	TOTPSecret   string // base32; "": no authenticator yet
	TOTPStep     int64  // the last time step that was used
	Recovery     [][]byte
	Version      int
}

// Who is the person behind an account or a session.
type Who struct {
	ID    uuid.UUID
	Name  string
	Email string
	Zone  string
	// Language is that of the page for them; "" is English.
	Language lang.Tag
	Roles    []person.Role
	Phone    string // shown to nobody: it goes with what they write
}

// Stage is how far a session has come.
type Stage string

// The stages. Only an open one sees a page.
const (
	StageCode  Stage = "code"  // the password was right, the second factor is owed
	StageEnrol Stage = "enrol" // the second factor must be set up first
	StageOpen  Stage = "open"
)

// Session is one browser that is signed in, or on its way.
type Session struct {
	ID         uuid.UUID
	PersonID   uuid.UUID
	SecretHash []byte
	Stage      Stage
	Device     string
	Address    string
	Pending    string // what the running step must remember
	Flash      string // what the next page says
	CreatedAt  time.Time
	SeenAt     time.Time
	EndsAt     time.Time
	ProvedAt   time.Time // when a password, a code or a passkey was given last
}

// Passkey is one WebAuthn credential, as the library writes it.
type Passkey struct {
	ID         []byte
	PersonID   uuid.UUID
	Name       string
	Credential []byte // JSON
	CreatedAt  time.Time
	UsedAt     time.Time
	Unsure     bool // older than the password: it signs in once its owner has confirmed it
}

// TokenKind is what a link is good for.
type TokenKind string

// FirstLink lets somebody set a password, once.
const FirstLink TokenKind = "first"

// CalendarLink lets a calendar program read somebody's feed, until it is revoked.
const CalendarLink TokenKind = "cal"

// KnownBrowser is what a browser keeps by which somebody has signed in: a brake on others does not stop it.
const KnownBrowser TokenKind = "browser"

// PasskeyAsk is what a browser was asked to sign; nobody's yet, and good for one answer.
const PasskeyAsk TokenKind = "passkey"

// TokenKinds lists them.
func TokenKinds() []TokenKind { return []TokenKind{FirstLink, CalendarLink, KnownBrowser, PasskeyAsk} }

// Token is one secret link, by its hash.
type Token struct {
	Hash      []byte
	Kind      TokenKind
	SubjectID uuid.UUID
	CreatedAt time.Time
	ExpiresAt time.Time
}

// Outcome is how what stands in the audit log ended.
type Outcome string

// The outcomes.
const (
	Begun   Outcome = "begun" // and not ended, when it stays so
	Done    Outcome = "done"
	Refused Outcome = "refused"
	Failed  Outcome = "failed"
	Braked  Outcome = "braked" // too many tries
)

// Outcomes lists them.
func Outcomes() []Outcome { return []Outcome{Begun, Done, Refused, Failed, Braked} }

// AuditFilter is what the audit log is asked for.
type AuditFilter struct {
	By       uuid.UUID // only theirs; zero is everybody's
	From, To time.Time // zero: open
	Before   uuid.UUID // older than this line; zero: the newest
	N        int
}

// AuditLine is one change or export, with who and how it ended.
type AuditLine struct {
	ID       uuid.UUID
	At       time.Time
	PersonID uuid.UUID
	Name     string
	What     string
	Subject  string
	Outcome  Outcome
	Address  string
}

// Store keeps all this. Rows that are not there are app.ErrNotFound.
type Store interface {
	// AccountByLogin returns the account of a sign-in name and its person.
	AccountByLogin(ctx context.Context, login string) (Account, Who, error)
	// AccountOf returns a person and their account; an account without Login is none yet.
	AccountOf(ctx context.Context, person uuid.UUID) (Account, Who, error)
	// SaveAccount inserts (Version 0) or updates; app.ErrConflict when the version is not the one that stands, app.ErrRefused when another has
	// the login.
	SaveAccount(ctx context.Context, a Account, now time.Time) error
	Passkeys(ctx context.Context, person uuid.UUID) ([]Passkey, error)
	SavePasskey(ctx context.Context, k Passkey) error
	DropPasskey(ctx context.Context, person uuid.UUID, id []byte) error
	// DoubtPasskeys has every passkey of a person confirmed before it signs in again; ConfirmPasskey confirms one.
	DoubtPasskeys(ctx context.Context, person uuid.UUID) error
	ConfirmPasskey(ctx context.Context, person uuid.UUID, id []byte) error

	// Views are the lists that somebody keeps under a name, by it; KeepView writes one, over another of that name on the same page.
	// ErrManyViews when they keep enough. DropView deletes one of theirs.
	Views(ctx context.Context, person uuid.UUID) ([]View, error)
	KeepView(ctx context.Context, v View) error
	DropView(ctx context.Context, person, id uuid.UUID) error

	AddSession(ctx context.Context, s Session) error
	Session(ctx context.Context, id uuid.UUID) (Session, Who, error)
	Sessions(ctx context.Context, person uuid.UUID) ([]Session, error)
	// SaveSession writes stage, pending, flash, secret, when it was seen and when it last proved itself.
	SaveSession(ctx context.Context, s Session) error
	// EndSession ends one of a person's; EndSessions all but keep, and what has run out.
	EndSession(ctx context.Context, person, id uuid.UUID) error
	EndSessions(ctx context.Context, person, keep uuid.UUID, now time.Time) error

	AddToken(ctx context.Context, t Token) error
	// Token returns one that is good now; UseToken uses it up, app.ErrNotFound when it is used up already.
	Token(ctx context.Context, hash []byte, now time.Time) (Token, error)
	UseToken(ctx context.Context, hash []byte, now time.Time) error
	// TakeFirst uses a first link up, as UseToken does, and writes the account as SaveAccount does; whatever signed in before signs in no
	// more. All or nothing.
	TakeFirst(ctx context.Context, hash []byte, a Account, now time.Time) error
	// DropTokens deletes those of a kind that have run out.
	DropTokens(ctx context.Context, kind TokenKind, now time.Time) error
	// RevokeTokens ends the open ones of a subject.
	RevokeTokens(ctx context.Context, kind TokenKind, subject uuid.UUID, now time.Time) error

	// Tried counts one try for each key and returns how many there were since window began; a window that is over begins anew.
	Tried(ctx context.Context, keys []string, now time.Time, window time.Duration) (map[string]int, error)
	// Untried takes one try of each key back; those in forget are forgotten altogether.
	Untried(ctx context.Context, keys, forget []string) error

	Audit(ctx context.Context, l AuditLine) error
	AuditOutcome(ctx context.Context, id uuid.UUID, outcome Outcome) error
	// AuditPage returns lines, the newest first.
	AuditPage(ctx context.Context, f AuditFilter) ([]AuditLine, error)
}
