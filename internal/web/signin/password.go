// Package signin is how staff come in: passwords by argon2id, a second factor by authenticator or passkey, one-time links, sessions, and
// the brake on guessing. It keeps nothing in memory that another process must know; every time in it is the machine's.
package signin

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// The cost of a password (OWASP's first choice for argon2id: 19 MiB, two passes, one lane).
const (
	memory  = 19 << 10 // KiB
	passes  = 2
	lanes   = 1
	keyLen  = 32
	saltLen = 16
)

// MinPassword is the fewest characters of a password: length is what resists guessing, so nothing else is asked of it.
const MinPassword = 12

// maxPassword bounds what is hashed; a longer one is refused, never cut.
const maxPassword = 256

// ErrWeakPassword says that a password is too short, too long or the sign-in name itself.
var ErrWeakPassword = errors.New("a password needs 12 to 256 characters, and to be none that is guessed first")

// hasher runs argon2id for a few at a time: each costs 19 MiB, and a flood of guesses must not take the machine down.
type hasher struct{ slots chan struct{} }

func newHasher() *hasher { return &hasher{slots: make(chan struct{}, 4)} }

func (h *hasher) take(ctx context.Context) (func(), error) {
	select {
	case h.slots <- struct{}{}:
		return func() { <-h.slots }, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("wait for a turn: %w", ctx.Err())
	}
}

// hash returns the PHC form of a password.
func (h *hasher) hash(ctx context.Context, password string) (string, error) {
	done, err := h.take(ctx)
	if err != nil {
		return "", err
	}
	defer done()
	salt := random(saltLen)
	key := argon2.IDKey([]byte(password), salt, passes, memory, lanes, keyLen)
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, lanes, b.EncodeToString(salt),
		b.EncodeToString(key)), nil
}

// nobody's hash is compared when there is no such account, so that a wrong name takes as long as a wrong password.
const nobodySalt = "no account here!"

// right reports whether a password is the one of a PHC form; "" is nobody's.
func (h *hasher) right(ctx context.Context, password, phc string) (bool, error) {
	if len(password) > maxPassword {
		return false, nil
	}
	done, err := h.take(ctx)
	if err != nil {
		return false, err
	}
	defer done()
	p, ok := parsePHC(phc)
	if !ok {
		argon2.IDKey([]byte(password), []byte(nobodySalt), passes, memory, lanes, keyLen)
		return false, nil
	}
	key := argon2.IDKey([]byte(password), p.salt, p.passes, p.memory, p.lanes, uint32(len(p.key))) //nolint:gosec // parsePHC bounds it
	return subtle.ConstantTimeCompare(key, p.key) == 1, nil
}

type phc struct {
	memory, passes uint32
	lanes          uint8
	salt, key      []byte
}

// parsePHC reads what hash wrote, with the costs of its time.
func parsePHC(s string) (phc, bool) {
	var p phc
	var version int
	f := strings.Split(s, "$")
	if len(f) != 6 || f[1] != "argon2id" {
		return p, false
	}
	if _, err := fmt.Sscanf(f[2], "v=%d", &version); err != nil || version != argon2.Version {
		return p, false
	}
	if _, err := fmt.Sscanf(f[3], "m=%d,t=%d,p=%d", &p.memory, &p.passes, &p.lanes); err != nil || p.memory > 1<<20 || p.passes > 20 ||
		p.lanes == 0 {
		return p, false
	}
	var err1, err2 error
	p.salt, err1 = base64.RawStdEncoding.DecodeString(f[4])
	p.key, err2 = base64.RawStdEncoding.DecodeString(f[5])
	return p, err1 == nil && err2 == nil && len(p.key) >= 16 && len(p.key) <= 64
}

// fit refuses a password that is easy to guess.
func fit(password string, names ...string) error {
	n := utf8.RuneCountInString(password)
	if n < MinPassword || len(password) > maxPassword || guessed(password, names...) {
		return ErrWeakPassword
	}
	return nil
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails (crypto/rand)
	return b
}

// secret returns a fresh secret for a link or a cookie, 256 bits.
func secret() string { return base64.RawURLEncoding.EncodeToString(random(32)) }

// hashOf is what is stored of a secret: it has 256 bits or, as a recovery code, 80, so a plain hash keeps it.
func hashOf(s string) []byte {
	h := sha256.Sum256([]byte(s))
	return h[:]
}
