package signin

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/url"
	"strings"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"github.com/reportback/reportback/internal/app/staff"
)

// pendingPasskey begins what a session remembers between a passkey's two halves.
const pendingPasskey = "passkey:"

// keyOwner is an account as the library sees it.
type keyOwner struct {
	who  staff.Who
	name string
	keys []webauthn.Credential
}

// WebAuthnID is the person's id: it names nobody.
func (k keyOwner) WebAuthnID() []byte { return k.who.ID[:] }

// WebAuthnName is the sign-in name.
func (k keyOwner) WebAuthnName() string { return k.name }

// WebAuthnDisplayName is the person's name.
func (k keyOwner) WebAuthnDisplayName() string { return k.who.Name }

// WebAuthnCredentials are the passkeys.
func (k keyOwner) WebAuthnCredentials() []webauthn.Credential { return k.keys }

// TakesPasskeys reports whether passkeys can be had here: the page needs a host name for them, and the demo has no factors at all.
func (d *Desk) TakesPasskeys() bool {
	u, err := url.Parse(d.Origin)
	return err == nil && !d.NoSecond && u.Hostname() != "" && net.ParseIP(u.Hostname()) == nil
}

// relying describes the page to browsers: a passkey holds for the host that people see and for no other.
func (d *Desk) relying() (*webauthn.WebAuthn, error) {
	u, err := url.Parse(d.Origin)
	if err != nil {
		return nil, fmt.Errorf("passkeys: %w", err)
	}
	if net.ParseIP(u.Hostname()) != nil {
		return nil, ErrNoPasskeys
	}
	w, err := webauthn.New(&webauthn.Config{
		RPID: u.Hostname(), RPDisplayName: d.issuer(), RPOrigins: []string{u.Scheme + "://" + u.Host},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey:      protocol.ResidentKeyRequirementPreferred,
			UserVerification: protocol.VerificationPreferred,
		},
	})
	if err != nil {
		return nil, fmt.Errorf("passkeys: %w", err)
	}
	return w, nil
}

func (d *Desk) keyOwner(ctx context.Context, s *staff.Session, all bool) (keyOwner, error) {
	a, who, err := d.Store.AccountOf(ctx, s.PersonID)
	if err != nil {
		return keyOwner{}, fmt.Errorf("read account: %w", err)
	}
	list, err := d.Store.Passkeys(ctx, s.PersonID)
	if err != nil {
		return keyOwner{}, fmt.Errorf("read passkeys: %w", err)
	}
	k := keyOwner{who: who, name: a.Login}
	for _, p := range list {
		if p.Unsure && !all {
			continue
		}
		var c webauthn.Credential
		if err := json.Unmarshal(p.Credential, &c); err != nil {
			return keyOwner{}, fmt.Errorf("read passkey: %w", err)
		}
		k.keys = append(k.keys, c)
	}
	return k, nil
}

// remember keeps the challenge with the session, and returns what the browser is asked.
func (d *Desk) remember(ctx context.Context, s *staff.Session, data *webauthn.SessionData, ask any) ([]byte, error) {
	b, err := json.Marshal(data)
	if err != nil {
		return nil, fmt.Errorf("passkey: %w", err)
	}
	s.Pending = pendingPasskey + string(b)
	if err := d.Store.SaveSession(ctx, *s); err != nil {
		return nil, fmt.Errorf("keep session: %w", err)
	}
	return json.Marshal(ask)
}

// remembered returns the challenge and forgets it: each is good for one answer.
func (d *Desk) remembered(ctx context.Context, s *staff.Session) (webauthn.SessionData, error) {
	var data webauthn.SessionData
	raw, ok := strings.CutPrefix(s.Pending, pendingPasskey)
	if !ok || json.Unmarshal([]byte(raw), &data) != nil {
		return data, ErrWrong
	}
	s.Pending = ""
	if err := d.Store.SaveSession(ctx, *s); err != nil {
		return data, fmt.Errorf("keep session: %w", err)
	}
	return data, nil
}

// OfferPasskey begins adding one; it returns what the browser is asked.
func (d *Desk) OfferPasskey(ctx context.Context, s *staff.Session) ([]byte, error) {
	if !d.Proved(*s) {
		return nil, ErrProve
	}
	w, err := d.relying()
	if err != nil {
		return nil, err
	}
	k, err := d.keyOwner(ctx, s, true)
	if err != nil {
		return nil, err
	}
	ask, data, err := w.BeginRegistration(k, webauthn.WithExclusions(webauthn.Credentials(k.keys).CredentialDescriptors()))
	if err != nil {
		return nil, fmt.Errorf("passkey: %w", err)
	}
	return d.remember(ctx, s, data, ask)
}

// AddPasskey takes the browser's answer. ErrWrong when it does not hold.
func (d *Desk) AddPasskey(ctx context.Context, s *staff.Session, name string, answer []byte) error {
	if !d.Proved(*s) {
		return ErrProve
	}
	w, err := d.relying()
	if err != nil {
		return err
	}
	k, err := d.keyOwner(ctx, s, true)
	if err != nil {
		return err
	}
	data, err := d.remembered(ctx, s)
	if err != nil {
		return err
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes(answer)
	if err != nil {
		return ErrWrong
	}
	c, err := w.CreateCredential(k, data, parsed)
	if err != nil {
		return ErrWrong
	}
	if name == "" {
		name = "A passkey"
	}
	return d.savePasskey(ctx, s, clip(name, 100), c)
}

func (d *Desk) savePasskey(ctx context.Context, s *staff.Session, name string, c *webauthn.Credential) error {
	b, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("passkey: %w", err)
	}
	if err := d.Store.SavePasskey(ctx, staff.Passkey{
		ID: c.ID, PersonID: s.PersonID, Name: name, Credential: b, CreatedAt: d.Now(),
		UsedAt: d.Now(),
	}); err != nil {
		return fmt.Errorf("keep passkey: %w", err)
	}
	return nil
}

// AskPasskey begins the second step by a passkey; ErrWrong when the account has none.
func (d *Desk) AskPasskey(ctx context.Context, s *staff.Session) ([]byte, error) {
	w, err := d.relying()
	if err != nil {
		return nil, err
	}
	k, err := d.keyOwner(ctx, s, false)
	if err != nil {
		return nil, err
	}
	if len(k.keys) == 0 {
		return nil, ErrWrong
	}
	ask, data, err := w.BeginLogin(k)
	if err != nil {
		return nil, fmt.Errorf("passkey: %w", err)
	}
	return d.remember(ctx, s, data, ask)
}

// Passkey takes the second step by a passkey. One whose counter runs backwards may be a copy, and is refused.
func (d *Desk) Passkey(ctx context.Context, s *staff.Session, answer []byte) (string, error) {
	if err := d.brake(ctx, "code:"+s.PersonID.String(), "addr:"+s.Address); err != nil {
		return "", err
	}
	w, err := d.relying()
	if err != nil {
		return "", err
	}
	k, err := d.keyOwner(ctx, s, false)
	if err != nil {
		return "", err
	}
	data, err := d.remembered(ctx, s)
	if err != nil {
		return "", err
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes(answer)
	if err != nil {
		return "", ErrWrong
	}
	c, err := w.ValidateLogin(k, data, parsed)
	if err != nil || c.Authenticator.CloneWarning {
		return "", ErrWrong
	}
	if err := d.savePasskey(ctx, s, "", c); err != nil { // its counter; the name stays
		return "", err
	}
	value, err := d.open(ctx, s)
	if err != nil {
		return "", err
	}
	return value, d.forget(ctx, s)
}
