package signin_test

import (
	"crypto/ecdsa"
	"crypto/x509"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"

	"github.com/reportback/reportback/internal/app/staff"
	"github.com/reportback/reportback/internal/web/signin"
)

// safe is a security key of the test's.
type safe struct {
	d    *door
	rp   virtualwebauthn.RelyingParty
	auth virtualwebauthn.Authenticator
	key  virtualwebauthn.Credential
}

// addTo adds the key to an account through a session that is open.
func (k *safe) addTo(s *staff.Session) {
	k.d.t.Helper()
	ask, err := k.d.desk.OfferPasskey(k.d.t.Context(), s)
	if err != nil {
		k.d.t.Fatal(err)
	}
	options, err := virtualwebauthn.ParseAttestationOptions(string(ask))
	if err != nil {
		k.d.t.Fatal(err)
	}
	answer := virtualwebauthn.CreateAttestationResponse(k.rp, k.auth, k.key, *options)
	if err := k.d.desk.AddPasskey(k.d.t.Context(), s, "the blue key", []byte(answer)); err != nil {
		k.d.t.Fatal(err)
	}
	k.d.wants(k.d.desk.AddPasskey(k.d.t.Context(), s, "again", []byte(answer)), signin.ErrWrong, "the same answer again")
	k.auth.AddCredential(k.key)
}

// sign answers a question of the desk's.
func (k *safe) sign(ask []byte, err error) []byte {
	k.d.t.Helper()
	if err != nil {
		k.d.t.Fatal(err)
	}
	options, err := virtualwebauthn.ParseAssertionOptions(string(ask))
	if err != nil {
		k.d.t.Fatal(err)
	}
	k.key.Counter++
	return []byte(virtualwebauthn.CreateAssertionResponse(k.rp, k.auth, k.key, *options))
}

// answer signs what the desk asks for the second step.
func (k *safe) answer(s *staff.Session) []byte {
	k.d.t.Helper()
	ask, err := k.d.desk.AskPasskey(k.d.t.Context(), s)
	return k.sign(ask, err)
}

func TestAPasskeyTakesTheSecondStep(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	_, codes := d.enrol()
	s, _ := d.half()
	_, err := d.desk.AskPasskey(ctx, &s)
	d.wants(err, signin.ErrWrong, "before there is one")
	if _, err := d.desk.Code(ctx, &s, codes[0]); err != nil {
		t.Fatal(err)
	}
	k := &safe{
		d: d, rp: virtualwebauthn.RelyingParty{Name: "Reportback", ID: "reportback.example", Origin: "https://reportback.example"},
		auth: virtualwebauthn.NewAuthenticator(), key: newKey(d.t),
	}
	k.addTo(&s)
	list, err := d.db.Passkeys(ctx, d.sam.ID)
	if err != nil || len(list) != 1 || list[0].Name != "the blue key" {
		t.Fatalf("passkeys: %v %v", list, err)
	}

	s, _ = d.half()
	answer := k.answer(&s)
	value, err := d.desk.Passkey(ctx, &s, answer)
	if err != nil {
		t.Fatal(err)
	}
	if got, _, err := d.desk.Session(ctx, value); err != nil || got.Stage != staff.StageOpen {
		t.Errorf("in by the passkey: %v %v", got.Stage, err)
	}
	if list, err := d.db.Passkeys(ctx, d.sam.ID); err != nil || len(list) != 1 || list[0].Name != "the blue key" {
		t.Errorf("its name stays: %v %v", list, err)
	}

	s, _ = d.half()
	_, err = d.desk.Passkey(ctx, &s, answer)
	d.wants(err, signin.ErrWrong, "an answer without a question")
	k.answer(&s)
	_, err = d.desk.Passkey(ctx, &s, answer)
	d.wants(err, signin.ErrWrong, "an answer to an earlier question")

	evil := *k
	evil.rp = virtualwebauthn.RelyingParty{Name: "Reportback", ID: "evil.example", Origin: "https://evil.example"}
	_, err = d.desk.Passkey(ctx, &s, evil.answer(&s))
	d.wants(err, signin.ErrWrong, "another site's answer")
	other := *k
	other.key = newKey(d.t)
	_, err = d.desk.Passkey(ctx, &s, other.answer(&s))
	d.wants(err, signin.ErrWrong, "another key")
}

// newKey makes a key whose coordinates fill their 32 bytes: the stand-in writes them without leading zeros, which one key in 128 has, and
// which no real one leaves out (RFC 8152, 13.1.1).
func newKey(t *testing.T) virtualwebauthn.Credential {
	t.Helper()
	for {
		c := virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2)
		parsed, err := x509.ParsePKCS8PrivateKey(c.Key.Data)
		if err != nil {
			t.Fatal(err)
		}
		key, ok := parsed.(*ecdsa.PrivateKey)
		if !ok {
			t.Fatalf("a key of another type: %T", parsed)
		}
		point, err := key.PublicKey.Bytes() // 4, X, Y
		if err != nil {
			t.Fatal(err)
		}
		if point[1] != 0 && point[33] != 0 {
			return c
		}
	}
}

// newSafe is a key that Sam has added, which knows whose it is.
func newSafe(d *door) *safe {
	d.t.Helper()
	_, codes := d.enrol()
	s, _ := d.half()
	if _, err := d.desk.Code(d.t.Context(), &s, codes[0]); err != nil {
		d.t.Fatal(err)
	}
	k := &safe{
		d: d, rp: virtualwebauthn.RelyingParty{Name: "Reportback", ID: "reportback.example", Origin: "https://reportback.example"},
		auth: virtualwebauthn.NewAuthenticatorWithOptions(virtualwebauthn.AuthenticatorOptions{UserHandle: d.sam.ID[:]}),
		key:  newKey(d.t),
	}
	k.addTo(&s)
	return k
}

// alone signs what the desk asks of somebody who has not said who they are.
func (k *safe) alone(from signin.Visitor) []byte {
	k.d.t.Helper()
	ask, err := k.d.desk.AskPasskeyAlone(k.d.t.Context(), from)
	return k.sign(ask, err)
}

func TestAPasskeyAloneSignsIn(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	k := newSafe(d)
	from := signin.Visitor{Address: "192.0.2.7", Device: "a browser"}

	answer := k.alone(from)
	got, value, err := d.desk.PasskeyAlone(ctx, answer, from)
	if err != nil || got.Stage != staff.StageOpen || got.PersonID != d.sam.ID {
		t.Fatalf("in by the passkey alone: %v %v", got.Stage, err)
	}
	if in, who, err := d.desk.Session(ctx, value); err != nil || in.Stage != staff.StageOpen || who.ID != d.sam.ID {
		t.Errorf("its cookie: %v %v", in.Stage, err)
	}
	in := func(answer []byte) error {
		_, _, err := d.desk.PasskeyAlone(ctx, answer, from)
		return err
	}
	d.wants(in(answer), signin.ErrWrong, "the same answer again")
	d.wants(in([]byte("{}")), signin.ErrWrong, "no answer at all")

	late := k.alone(from)
	d.now = d.now.Add(6 * time.Minute)
	d.wants(in(late), signin.ErrWrong, "an answer after five minutes")
	nobody := *k
	nobody.auth.Options.UserHandle = make([]byte, 16)
	d.wants(in(nobody.alone(from)), signin.ErrWrong, "a key of nobody's")
	unsure := *k
	unsure.auth.Options.UserNotVerified = true
	d.wants(in(unsure.alone(from)), signin.ErrWrong, "a key that did not make sure of its owner")
	evil := *k
	evil.rp = virtualwebauthn.RelyingParty{Name: "Reportback", ID: "evil.example", Origin: "https://evil.example"}
	d.wants(in(evil.alone(from)), signin.ErrWrong, "another site's answer")
	half, _ := d.half()
	d.wants(in(k.answer(&half)), signin.ErrWrong, "an answer to the question of a second step")

	for range 100 {
		if _, err = d.desk.AskPasskeyAlone(ctx, signin.Visitor{Address: "192.0.2.8"}); err != nil {
			break
		}
	}
	d.wants(err, signin.ErrTooMany, "a hundred questions from one address")
}

func TestAFirstLinkTakesPasskeysAway(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	k := newSafe(d)
	if _, _, err := d.desk.TakeFirst(ctx, d.link(), "sam", "another long and plain one", here()); err != nil {
		t.Fatal(err)
	}
	from := signin.Visitor{Address: "192.0.2.7"}
	_, _, err := d.desk.PasskeyAlone(ctx, k.alone(from), from)
	d.wants(err, signin.ErrWrong, "a passkey of before the new link")
}

// TestAtABareNumberAddressThereAreNoPasskeys: browsers bind a passkey to a host name (WebAuthn level 3, 5.1.2), so every way to one is
// refused in words, and the other ways in stay.
func TestAtABareNumberAddressThereAreNoPasskeys(t *testing.T) {
	t.Parallel()
	for _, origin := range []string{"http://127.0.0.1:8080", "https://192.0.2.7", "http://[::1]:8080/"} {
		d := newDoor(t)
		_, codes := d.enrol()
		s, _ := d.half()
		if _, err := d.desk.Code(t.Context(), &s, codes[0]); err != nil {
			t.Fatal(err)
		}
		bare := *d.desk
		bare.Origin = origin
		if bare.TakesPasskeys() || !d.desk.TakesPasskeys() {
			t.Error("whether there are passkeys is not told apart")
		}
		_, err := bare.OfferPasskey(t.Context(), &s)
		d.wants(err, signin.ErrNoPasskeys, "offered at "+origin)
		d.wants(bare.AddPasskey(t.Context(), &s, "a key", []byte("{}")), signin.ErrNoPasskeys, "added at "+origin)
		_, err = bare.AskPasskeyAlone(t.Context(), here())
		d.wants(err, signin.ErrNoPasskeys, "asked alone at "+origin)
		_, _, err = bare.PasskeyAlone(t.Context(), []byte("{}"), here())
		d.wants(err, signin.ErrNoPasskeys, "answered alone at "+origin)
		half, _ := d.half()
		_, err = bare.AskPasskey(t.Context(), &half)
		d.wants(err, signin.ErrNoPasskeys, "asked for the second step at "+origin)
		if _, err := bare.Code(t.Context(), &half, codes[1]); err != nil {
			t.Errorf("a code at %s: %v", origin, err)
		}
	}
}
