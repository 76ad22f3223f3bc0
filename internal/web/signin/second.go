package signin

import (
	"context"
	"crypto/subtle"
	"encoding/base32"
	"fmt"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"

	"github.com/reportback/reportback/internal/app/staff"
)

const (
	totpPeriod    = 30
	recoveryCodes = 8
)

func same(a, b []byte) bool { return len(a) > 0 && subtle.ConstantTimeCompare(a, b) == 1 }

// Enrolment is what an authenticator is set up with.
type Enrolment struct {
	Secret string // to type
	URL    string // otpauth://, to follow on a phone
	Key    *otp.Key
}

// Enrol returns the secret that a session sets up; the same until it is confirmed, so that a reload does not change the picture.
func (d *Desk) Enrol(ctx context.Context, s *staff.Session) (Enrolment, error) {
	a, who, err := d.Store.AccountOf(ctx, s.PersonID)
	if err != nil {
		return Enrolment{}, fmt.Errorf("read account: %w", err)
	}
	raw, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(strings.TrimPrefix(s.Pending, "totp:"))
	if err != nil || len(raw) != 20 {
		raw = random(20)
	}
	name := a.Login
	if name == "" {
		name = who.Name
	}
	key, err := totp.Generate(totp.GenerateOpts{Issuer: d.issuer(), AccountName: name, Secret: raw, Period: totpPeriod})
	if err != nil {
		return Enrolment{}, fmt.Errorf("authenticator: %w", err)
	}
	if want := "totp:" + key.Secret(); s.Pending != want {
		s.Pending = want
		if err := d.Store.SaveSession(ctx, *s); err != nil {
			return Enrolment{}, fmt.Errorf("keep session: %w", err)
		}
	}
	return Enrolment{Secret: key.Secret(), URL: key.URL(), Key: key}, nil
}

func (d *Desk) issuer() string {
	if d.Issuer == "" {
		return "Reportback"
	}
	return strings.ReplaceAll(d.Issuer, ":", " ")
}

// Confirm takes the first code of a new authenticator, opens the session and returns the recovery codes, shown this once.
func (d *Desk) Confirm(ctx context.Context, s *staff.Session, code string) (codes []string, cookie string, err error) {
	key, ok := strings.CutPrefix(s.Pending, "totp:")
	if !ok {
		return nil, "", ErrWrong
	}
	if err := d.brake(ctx, "code:"+s.PersonID.String(), "addr:"+s.Address); err != nil {
		return nil, "", err
	}
	step, ok := d.totp(key, code, 0)
	if !ok {
		return nil, "", ErrWrong
	}
	a, _, err := d.Store.AccountOf(ctx, s.PersonID)
	if err != nil {
		return nil, "", fmt.Errorf("read account: %w", err)
	}
	a.TOTPSecret, a.TOTPStep, a.Recovery = key, step, nil
	for range recoveryCodes {
		c := recovery()
		codes = append(codes, c)
		a.Recovery = append(a.Recovery, hashOf(plain(c)))
	}
	if err := d.saveAccount(ctx, a); err != nil {
		return nil, "", err
	}
	if err := d.Store.EndSessions(ctx, s.PersonID, s.ID, d.Now()); err != nil { // they came in by the old one
		return nil, "", fmt.Errorf("end sessions: %w", err)
	}
	if cookie, err = d.open(ctx, s); err != nil {
		return nil, "", err
	}
	return codes, cookie, d.forget(ctx, s)
}

// Code takes the second factor: a code of the authenticator, or a recovery code, which is used up by it.
func (d *Desk) Code(ctx context.Context, s *staff.Session, code string) (string, error) {
	if err := d.brake(ctx, "code:"+s.PersonID.String(), "addr:"+s.Address); err != nil {
		return "", err
	}
	a, _, err := d.Store.AccountOf(ctx, s.PersonID)
	if err != nil {
		return "", fmt.Errorf("read account: %w", err)
	}
	if step, ok := d.totp(a.TOTPSecret, code, a.TOTPStep); ok {
		a.TOTPStep = step
	} else if !spend(&a, plain(code)) {
		return "", ErrWrong
	}
	if err := d.saveAccount(ctx, a); err != nil { // its version makes one code good for one session
		return "", err
	}
	value, err := d.open(ctx, s)
	if err != nil {
		return "", err
	}
	return value, d.forget(ctx, s)
}

func (d *Desk) forget(ctx context.Context, s *staff.Session) error {
	if err := d.Store.Untried(ctx, []string{"addr:" + s.Address}, []string{"code:" + s.PersonID.String()}); err != nil {
		return fmt.Errorf("release the brake: %w", err)
	}
	return nil
}

// totp checks a code of RFC 6238 against the step of now and its neighbours, each step at most once.
func (d *Desk) totp(key, code string, used int64) (int64, bool) {
	code = plain(code)
	if key == "" || len(code) != 6 {
		return 0, false
	}
	now := d.Now()
	for _, off := range []int64{0, -1, 1} {
		step := now.Unix()/totpPeriod + off
		want, err := totp.GenerateCode(key, time.Unix(step*totpPeriod, 0))
		if err == nil && step > used && same([]byte(want), []byte(code)) {
			return step, true
		}
	}
	return 0, false
}

// IsRecovery reports whether what was typed has the form of a recovery code, not of an authenticator's.
func IsRecovery(code string) bool { return len(plain(code)) != 6 }

// spend uses a recovery code up.
func spend(a *staff.Account, code string) bool {
	h := hashOf(code)
	for i, r := range a.Recovery {
		if same(r, h) {
			a.Recovery = append(append([][]byte{}, a.Recovery[:i]...), a.Recovery[i+1:]...)
			return true
		}
	}
	return false
}

// recovery returns a code of 80 bits in four groups.
func recovery() string {
	s := strings.ToLower(base32.StdEncoding.EncodeToString(random(10)))
	return s[:4] + "-" + s[4:8] + "-" + s[8:12] + "-" + s[12:]
}

// plain takes away what people put into codes.
func plain(code string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "").Replace(strings.TrimSpace(code)))
}

// Renew sends a session back to setting up its second factor.
func (d *Desk) Renew(ctx context.Context, s *staff.Session, password string) error {
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
	s.Pending = ""
	_, err = d.Enrol(ctx, s)
	return err
}
