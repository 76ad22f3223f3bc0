package signin

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/app/staff"
)

// CalendarLink makes the link by which somebody's calendar program reads their feed, and takes back an earlier one. Only its hash is kept:
// who loses it makes a new one.
func (d *Desk) CalendarLink(ctx context.Context, who uuid.UUID) (string, error) {
	if err := d.EndCalendarLink(ctx, who); err != nil {
		return "", err
	}
	key := secret()
	if err := d.Store.AddToken(ctx, staff.Token{Hash: hashOf(key), Kind: staff.CalendarLink, SubjectID: who, CreatedAt: d.Now()}); err != nil {
		return "", fmt.Errorf("keep calendar link: %w", err)
	}
	return strings.TrimSuffix(d.Origin, "/") + "/cal/" + key + ".ics", nil
}

// EndCalendarLink takes somebody's link back: what it opened is not found any more.
func (d *Desk) EndCalendarLink(ctx context.Context, who uuid.UUID) error {
	if err := d.Store.RevokeTokens(ctx, staff.CalendarLink, who, d.Now()); err != nil {
		return fmt.Errorf("take back calendar link: %w", err)
	}
	return nil
}
