package signin

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
)

// askFor is how long a browser has to answer.
const askFor = 5 * time.Minute

// AskPasskeyAlone begins a sign-in by a passkey and nothing else: whoever answers says who they are (a discoverable credential, WebAuthn
// level 3, 6.2.2), and the key must have made sure of them by a finger, a face or a PIN, which makes it two factors. The question is kept
// as a token, by its hash, and is good for one answer.
func (d *Desk) AskPasskeyAlone(ctx context.Context, from Visitor) ([]byte, error) {
	if err := d.brakePasskey(ctx, from); err != nil {
		return nil, err
	}
	w, err := d.relying()
	if err != nil {
		return nil, err
	}
	ask, data, err := w.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return nil, fmt.Errorf("passkey: %w", err)
	}
	now := d.Now()
	if err := d.Store.DropTokens(ctx, staff.PasskeyAsk, now); err != nil {
		return nil, fmt.Errorf("forget old questions: %w", err)
	}
	if err := d.Store.AddToken(ctx, staff.Token{
		Hash: hashOf(data.Challenge), Kind: staff.PasskeyAsk, CreatedAt: now,
		ExpiresAt: now.Add(askFor),
	}); err != nil {
		return nil, fmt.Errorf("keep the question: %w", err)
	}
	return json.Marshal(ask)
}

// PasskeyAlone takes the answer and returns an open session with its cookie. ErrWrong for all that does not hold.
func (d *Desk) PasskeyAlone(ctx context.Context, answer []byte, from Visitor) (staff.Session, string, error) {
	if err := d.brakePasskey(ctx, from); err != nil {
		return staff.Session{}, "", err
	}
	w, err := d.relying()
	if err != nil {
		return staff.Session{}, "", err
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes(answer)
	if err != nil {
		return staff.Session{}, "", ErrWrong
	}
	data, err := d.asked(ctx, parsed.Response.CollectedClientData.Challenge)
	if err != nil {
		return staff.Session{}, "", err
	}
	var owner keyOwner
	c, err := w.ValidateDiscoverableLogin(func(_, handle []byte) (webauthn.User, error) {
		id, err := uuid.FromBytes(handle)
		if err == nil {
			owner, err = d.keyOwner(ctx, &staff.Session{PersonID: id}, false)
		}
		return owner, err
	}, data, parsed)
	if err != nil || c.Authenticator.CloneWarning || RoleOf(owner.who) == "" {
		return staff.Session{}, "", ErrWrong
	}
	s, value, err := d.beginAt(ctx, staff.StageOpen, owner.who.ID, from)
	if err != nil {
		return staff.Session{}, "", err
	}
	if err := d.savePasskey(ctx, &s, "", c); err != nil {
		return staff.Session{}, "", err
	}
	key, err := d.passkeyKey(ctx, from)
	if err != nil {
		return staff.Session{}, "", err
	}
	if err := d.Store.Untried(ctx, nil, []string{key}); err != nil {
		return staff.Session{}, "", fmt.Errorf("release the brake: %w", err)
	}
	return s, value, nil
}

// asked uses a question of ours up.
func (d *Desk) asked(ctx context.Context, challenge string) (webauthn.SessionData, error) {
	hash := hashOf(challenge)
	t, err := d.Store.Token(ctx, hash, d.Now())
	if err == nil && t.Kind != staff.PasskeyAsk {
		err = app.ErrNotFound
	}
	if err == nil {
		err = d.Store.UseToken(ctx, hash, d.Now())
	}
	if errors.Is(err, app.ErrNotFound) {
		return webauthn.SessionData{}, ErrWrong
	}
	if err != nil {
		return webauthn.SessionData{}, fmt.Errorf("read the question: %w", err)
	}
	return webauthn.SessionData{Challenge: challenge, UserVerification: protocol.VerificationRequired}, nil
}

// brakePasskey bounds by address alone: nobody has said who they are.
func (d *Desk) brakePasskey(ctx context.Context, from Visitor) error {
	key, err := d.passkeyKey(ctx, from)
	if err != nil {
		return err
	}
	n, err := d.Store.Tried(ctx, []string{key}, d.Now(), window)
	if err != nil {
		return fmt.Errorf("brake: %w", err)
	}
	if n[key] > 2*triesAddr { // a question and its answer are two
		return ErrTooMany
	}
	return nil
}

func (d *Desk) passkeyKey(ctx context.Context, from Visitor) (string, error) {
	who, err := d.knows(ctx, from)
	if err != nil || who == uuid.Nil {
		return "passkey:" + from.Address, err
	}
	return "passkey:" + hex.EncodeToString(hashOf(from.Known)), nil
}
