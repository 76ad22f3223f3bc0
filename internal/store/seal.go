package store

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"
)

// What must be kept as it is, since codes are checked and webhooks signed with it, is sealed with AES-256-GCM under a key that the database
// does not have: a dump alone signs nobody in. What it belongs to is part of the seal, so that a secret cannot be moved to another's row.
const sealed = "sealed:"

// ErrSealed says that a secret was sealed with a key that this process does not have.
var ErrSealed = errors.New("secrets in the database are sealed with a REPORTBACK_KEY that is not set here")

// SetKeys sets the keys of 32 bytes that secrets are sealed with: the first seals, all open. None keeps them as they are.
func (s *DB) SetKeys(keys [][]byte) error {
	s.keys = nil
	for _, k := range keys {
		block, err := aes.NewCipher(k)
		if err != nil {
			return fmt.Errorf("key of secrets: %w", err)
		}
		gcm, err := cipher.NewGCMWithRandomNonce(block)
		if err != nil {
			return fmt.Errorf("key of secrets: %w", err)
		}
		s.keys = append(s.keys, gcm)
	}
	return nil
}

func (s *DB) seal(owner, plain string) string {
	if plain == "" || len(s.keys) == 0 || strings.HasPrefix(plain, sealed) { // one that could not be opened stays as it is
		return plain
	}
	b := s.keys[0].Seal(nil, nil, []byte(plain), []byte(owner)) //nolint:gosec // it draws a nonce of its own (NewGCMWithRandomNonce)
	return sealed + base64.RawStdEncoding.EncodeToString(b)
}

// unseal returns a secret, and whether it is kept as it would be now.
func (s *DB) unseal(owner, kept string) (plain string, fresh bool, err error) {
	text, is := strings.CutPrefix(kept, sealed)
	if !is {
		return kept, kept == "" || len(s.keys) == 0, nil
	}
	raw, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil {
		return "", false, ErrSealed
	}
	for i, k := range s.keys {
		if b, err := k.Open(nil, nil, raw, []byte(owner)); err == nil {
			return string(b), i == 0, nil
		}
	}
	return "", false, ErrSealed
}

// opened returns a secret; one that cannot be opened stays as it is kept: no code is right by it, nothing is signed with it, and texts go
// on. SealSecrets says it.
func (s *DB) opened(owner, kept string) string {
	if plain, _, err := s.unseal(owner, kept); err == nil {
		return plain
	}
	return kept
}

func ownerOfCodes(person uuid.UUID) string    { return "second step of " + person.String() }
func ownerOfSession(session uuid.UUID) string { return "session " + session.String() }
func ownerOfHook(endpoint uuid.UUID) string   { return "webhook " + endpoint.String() }

// secretColumn is one place where secrets are kept.
type secretColumn struct {
	table, id, column string
	owner             func(uuid.UUID) string
}

func secretColumns() []secretColumn {
	return []secretColumn{
		{"accounts", "person_id", "totp_secret", ownerOfCodes},
		{"hook_endpoints", "id", "secret", ownerOfHook},
		{"hook_endpoints", "id", "old_secret", ownerOfHook},
	}
}

// keptSecret is a secret that is not sealed with the first key.
type keptSecret struct {
	in    secretColumn
	id    uuid.UUID
	kept  string
	plain string
}

// stale returns the secrets that are kept in the clear or under another key than the first; ErrSealed when one cannot be opened.
func (s *DB) stale(ctx context.Context) (out []keptSecret, err error) {
	shut := false
	for _, c := range secretColumns() {
		var got []struct {
			ID   uuid.UUID `db:"id"`
			Kept string    `db:"kept"`
		}
		if err := s.sel(ctx, &got, `SELECT `+c.id+` AS id, `+c.column+` AS kept FROM `+c.table+` WHERE `+c.column+` <> ''`); err != nil {
			return nil, fmt.Errorf("read secrets: %w", err)
		}
		for _, r := range got {
			plain, fresh, err := s.unseal(c.owner(r.ID), r.Kept)
			if shut = shut || err != nil; !fresh && err == nil {
				out = append(out, keptSecret{c, r.ID, r.Kept, plain})
			}
		}
	}
	if shut {
		return out, ErrSealed
	}
	return out, nil
}

// StaleSecrets counts the secrets that SealSecrets would seal.
func (s *DB) StaleSecrets(ctx context.Context) (int, error) {
	list, err := s.stale(ctx)
	return len(list), err
}

// SealSecrets seals with the first key whatever is kept in the clear or under another, and returns how many that were; ErrSealed when one
// cannot be opened: nobody can sign in with it.
func (s *DB) SealSecrets(ctx context.Context) (n int, err error) {
	list, shut := s.stale(ctx)
	for _, k := range list { // only over what was read: somebody may set another meanwhile
		c := k.in
		did, err := s.exec(ctx, `UPDATE `+c.table+` SET `+c.column+` = $3 WHERE `+c.id+` = $1 AND `+c.column+` = $2`, k.id, k.kept,
			s.seal(c.owner(k.id), k.plain))
		if err != nil {
			return n, fmt.Errorf("seal secrets: %w", err)
		}
		n += int(did)
	}
	return n, shut
}
