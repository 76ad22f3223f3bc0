package signin_test

import (
	"testing"
	"time"

	"github.com/reportback/reportback/internal/web/signin"
)

// TestFactorsAreChangedRightAfterAProof: an open page that was left alone adds no passkey and drops none.
func TestFactorsAreChangedRightAfterAProof(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	k := newSafe(d)
	_, value, err := d.desk.PasskeyAlone(ctx, k.alone(here()), here())
	if err != nil {
		t.Fatal(err)
	}
	d.now = d.now.Add(11 * time.Minute)
	s, _, err := d.desk.Session(ctx, value)
	if err != nil || d.desk.Proved(s) {
		t.Fatalf("eleven minutes later: proved %v, %v", d.desk.Proved(s), err)
	}
	_, err = d.desk.OfferPasskey(ctx, &s)
	d.wants(err, signin.ErrProve, "a passkey from an open page")
	d.wants(d.desk.AddPasskey(ctx, &s, "planted", []byte("{}")), signin.ErrProve, "an answer from an open page")
	d.wants(d.desk.DropPasskey(ctx, s, k.key.ID), signin.ErrProve, "dropping one from an open page")
	d.wants(d.desk.Prove(ctx, &s, "not it"), signin.ErrWrong, "another password")
	d.wants(d.desk.DropPasskey(ctx, s, k.key.ID), signin.ErrProve, "after a wrong password")
	if err := d.desk.Prove(ctx, &s, password); err != nil {
		t.Fatal(err)
	}
	if s, _, err = d.desk.Session(ctx, value); err != nil || !d.desk.Proved(s) {
		t.Fatalf("after the password: proved %v, %v", d.desk.Proved(s), err)
	}
	if _, err := d.desk.OfferPasskey(ctx, &s); err != nil {
		t.Errorf("after the password: %v", err)
	}
	d.wants(d.desk.DropPasskey(ctx, s, k.key.ID), nil, "after the password")
	if list, err := d.db.Passkeys(ctx, d.sam.ID); err != nil || len(list) != 0 {
		t.Errorf("passkeys left: %v %v", list, err)
	}
}

// TestAPasskeyOlderThanThePasswordIsConfirmed: whoever changes the password because somebody sat at their page is rid of what that one
// planted.
func TestAPasskeyOlderThanThePasswordIsConfirmed(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	k := newSafe(d)
	_, value, err := d.desk.PasskeyAlone(ctx, k.alone(here()), here())
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := d.desk.Session(ctx, value)
	if err != nil {
		t.Fatal(err)
	}
	const fresh = "another long and plain one"
	if err := d.desk.ChangePassword(ctx, s, password, fresh); err != nil {
		t.Fatal(err)
	}
	_, _, err = d.desk.PasskeyAlone(ctx, k.alone(here()), here())
	d.wants(err, signin.ErrWrong, "an older passkey alone")
	half, _, err := d.desk.SignIn(ctx, "sam", fresh, here())
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.desk.AskPasskey(ctx, &half)
	d.wants(err, signin.ErrWrong, "an older passkey as the second step")

	if s, _, err = d.desk.Session(ctx, value); err != nil {
		t.Fatal(err)
	}
	if err := d.desk.ConfirmPasskey(ctx, s, k.key.ID); err != nil {
		t.Fatal(err)
	}
	if _, _, err = d.desk.PasskeyAlone(ctx, k.alone(here()), here()); err != nil {
		t.Errorf("once it is confirmed: %v", err)
	}
}

// TestWatchingKeepsNoSessionAlive: a page that asks by itself for what is new is not its owner.
func TestWatchingKeepsNoSessionAlive(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	_, codes := d.enrol()
	s, _ := d.half()
	value, err := d.desk.Code(ctx, &s, codes[0])
	if err != nil {
		t.Fatal(err)
	}
	for range 11 {
		d.now = d.now.Add(time.Hour)
		if _, _, err := d.desk.Look(ctx, value); err != nil {
			t.Fatal(err)
		}
	}
	d.now = d.now.Add(70 * time.Minute)
	_, _, err = d.desk.Look(ctx, value)
	d.wants(err, signin.ErrNoSession, "after twelve hours of watching alone")
}
