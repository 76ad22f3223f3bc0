package signin_test

import (
	"testing"

	"github.com/reportback/reportback/internal/web/signin"
)

// TestAStrangersTriesDoNotStopAKnownBrowser: whoever tries passwords for somebody keeps that one out of nothing: neither by the account's
// brake nor by that of the address, should both sit behind one.
func TestAStrangersTriesDoNotStopAKnownBrowser(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ctx := t.Context()
	d.enrol()
	known, err := d.desk.Know(ctx, d.sam.ID, here())
	if err != nil || known == "" {
		t.Fatalf("known by %q, %v", known, err)
	}
	own := here()
	own.Known = known
	if again, err := d.desk.Know(ctx, d.sam.ID, own); err != nil || again != "" {
		t.Errorf("made known twice: %q %v", again, err)
	}
	for range 60 {
		_, _, err = d.desk.SignIn(ctx, "sam", "a guess at a password", here())
	}
	d.wants(err, signin.ErrTooMany, "sixty guesses")
	_, _, err = d.desk.SignIn(ctx, "sam", password, here())
	d.wants(err, signin.ErrTooMany, "the right password from a browser that nobody knows")
	forged := own
	forged.Known = known + "x"
	_, _, err = d.desk.SignIn(ctx, "sam", password, forged)
	d.wants(err, signin.ErrTooMany, "a forged one")
	_, _, err = d.desk.SignIn(ctx, "sam", password, own)
	d.wants(err, nil, "the right password from the known browser")
	for range 20 {
		_, _, err = d.desk.SignIn(ctx, "sam", "a guess at a password", own)
	}
	d.wants(err, signin.ErrTooMany, "guesses from the known browser")

	_, _, err = d.desk.SignIn(ctx, "other", "a guess at a password", own)
	d.wants(err, signin.ErrTooMany, "another's account from it, at an address that is braked")
}
