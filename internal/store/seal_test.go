package store_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/core/webhook"
	"github.com/reportback/reportback/internal/store"
	"github.com/reportback/reportback/internal/testkit"
)

const everySecret = `SELECT totp_secret FROM accounts UNION ALL SELECT secret FROM hook_endpoints
  UNION ALL SELECT old_secret FROM hook_endpoints UNION ALL SELECT pending FROM sessions`

// TestSecretsAreSealed: what a dump holds opens nothing without the key; what was kept in the clear is sealed when there is one, and again
// when there is another; without it nothing opens, and nothing is lost; a secret that is moved to another's row opens nothing.
func TestSecretsAreSealed(t *testing.T) {
	t.Parallel()
	db, url := open(t)
	who, hook, session := uuid.New(), uuid.New(), uuid.New()
	query(t, url, `WITH p AS (INSERT INTO people (id, name, roles, created_at) SELECT i, 'Kim', '{admin}', now()
	  FROM unnest(ARRAY[$1, $2]::uuid[]) i RETURNING id) SELECT id::text FROM p`, who, uuid.New())
	save := func(d *store.DB, totp string) {
		t.Helper()
		a, _, err := d.AccountOf(t.Context(), who)
		if err != nil {
			t.Fatal(err)
		}
		a.Login, a.PasswordHash, a.TOTPSecret = "kim", "x", totp
		if err := d.SaveAccount(t.Context(), a, testkit.Now()); err != nil {
			t.Fatal(err)
		}
	}
	reads := func(d *store.DB) string {
		t.Helper()
		a, _, err := d.AccountByLogin(t.Context(), "kim")
		if err != nil {
			t.Fatal(err)
		}
		return a.TOTPSecret
	}
	save(db, "JBSWY3DPEHPK3PXP")
	if err := errors.Join(
		db.AddHook(t.Context(), app.HookEndpoint{ID: hook, URL: "https://example.org", CreatedAt: testkit.Now()}, webhook.NewSecret("whsec_one")),
		db.RenewHook(t.Context(), hook, webhook.NewSecret("whsec_two"), testkit.Now())); err != nil {
		t.Fatal(err)
	}
	first, second := bytes.Repeat([]byte{1}, 32), bytes.Repeat([]byte{2}, 32)
	clear3, err := db.StaleSecrets(t.Context())
	if err != nil || clear3 != 0 {
		t.Errorf("without a key %d are stale, %v", clear3, err)
	}
	for _, c := range []struct {
		keys [][]byte
		n    int
	}{{[][]byte{first}, 3}, {[][]byte{first}, 0}, {[][]byte{second, first}, 3}, {[][]byte{second}, 0}} {
		if err := db.SetKeys(c.keys); err != nil {
			t.Fatal(err)
		}
		if n, err := db.SealSecrets(t.Context()); err != nil || n != c.n {
			t.Errorf("%d sealed, want %d, %v", n, c.n, err)
		}
		if got := reads(db); got != "JBSWY3DPEHPK3PXP" {
			t.Errorf("reads %q", got)
		}
	}
	if err := db.AddSession(t.Context(), staff.Session{
		ID: session, PersonID: who, SecretHash: []byte{1}, Stage: staff.StageOpen, Pending: "totp:KRSXG5A", CreatedAt: time.Now(),
		SeenAt: time.Now(), EndsAt: time.Now().Add(time.Hour),
	}); err != nil {
		t.Fatal(err)
	}
	if s, _, err := db.Session(t.Context(), session); err != nil || s.Pending != "totp:KRSXG5A" {
		t.Errorf("%q %v", s.Pending, err)
	}
	now := testkit.Now()
	ping := app.HookDelivery{ID: uuid.New(), Endpoint: hook, Event: webhook.TestPing, At: now, MadeAt: now}
	if err := db.AddDelivery(t.Context(), ping); err != nil {
		t.Fatal(err)
	}
	calls, err := db.ClaimHooks(t.Context(), now.Add(time.Second), now.Add(time.Minute), 5)
	if err != nil || len(calls) != 1 || calls[0].Secrets[0].Reveal() != "whsec_two" {
		t.Errorf("signed with %v, %v", calls, err)
	}
	for _, kept := range query(t, url, everySecret) {
		if !strings.HasPrefix(kept, "sealed:") || len(kept) < 40 {
			t.Errorf("kept as %q", kept)
		}
	}
	for name, keys := range map[string][][]byte{"without a key": nil, "with another": {first}} {
		if err := db.SetKeys(keys); err != nil {
			t.Fatal(err)
		}
		if _, err := db.SealSecrets(t.Context()); !errors.Is(err, store.ErrSealed) {
			t.Errorf("%s: %v", name, err)
		}
		if got := reads(db); !strings.HasPrefix(got, "sealed:") {
			t.Errorf("%s: opens as %q", name, got)
		}
		save(db, reads(db)) // whatever else of the account is changed meanwhile
	}
	if err := db.SetKeys([][]byte{second}); err != nil {
		t.Fatal(err)
	}
	if got := reads(db); got != "JBSWY3DPEHPK3PXP" {
		t.Errorf("afterwards: %q", got)
	}
	query(t, url, `WITH x AS (UPDATE hook_endpoints SET secret = (SELECT totp_secret FROM accounts) RETURNING 1) SELECT '' FROM x`)
	if _, err := db.StaleSecrets(t.Context()); !errors.Is(err, store.ErrSealed) {
		t.Errorf("a secret moved to another's row: %v", err)
	}
}
