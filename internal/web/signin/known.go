package signin

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app"
	"github.com/reportback/reportback/internal/app/staff"
)

// knownFor is how long a browser is known by which somebody signed in whole. It opens nothing: it has a brake of its own, so that a
// stranger who tries passwords keeps nobody out of their own account.
const knownFor = 180 * 24 * time.Hour

// Know gives a browser that has signed in what it is known by, and "" where it has that already.
func (d *Desk) Know(ctx context.Context, who uuid.UUID, from Visitor) (string, error) {
	if had, err := d.knows(ctx, from); err != nil || had == who {
		return "", err
	}
	key, now := secret(), d.Now()
	if err := d.Store.AddToken(ctx, staff.Token{
		Hash: hashOf(key), Kind: staff.KnownBrowser, SubjectID: who, CreatedAt: now, ExpiresAt: now.Add(knownFor),
	}); err != nil {
		return "", fmt.Errorf("know the browser: %w", err)
	}
	return key, nil
}

// knows returns whose browser this is, nobody's when it is not known.
func (d *Desk) knows(ctx context.Context, from Visitor) (uuid.UUID, error) {
	if from.Known == "" || len(from.Known) > 100 {
		return uuid.Nil, nil
	}
	t, err := d.Store.Token(ctx, hashOf(from.Known), d.Now())
	if errors.Is(err, app.ErrNotFound) || err == nil && t.Kind != staff.KnownBrowser {
		return uuid.Nil, nil
	}
	if err != nil {
		return uuid.Nil, fmt.Errorf("known browser: %w", err)
	}
	return t.SubjectID, nil
}

// brakes names what a try counts against: a known browser of this account for itself, anybody else for the account and for where they come
// from.
func (d *Desk) brakes(ctx context.Context, account uuid.UUID, login string, from Visitor) (mine, addr string, err error) {
	who, err := d.knows(ctx, from)
	if err != nil {
		return "", "", err
	}
	if own := "browser:" + hex.EncodeToString(hashOf(from.Known)); who != uuid.Nil && who == account {
		return own, own, nil
	}
	return "login:" + hex.EncodeToString(hashOf(login)), "addr:" + from.Address, nil
}
