package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/person"
)

// RoleChange is what somebody is here from now on.
type RoleChange struct {
	ID       uuid.UUID
	Roles    []person.Role
	Version  int
	Line, By uuid.UUID
	At       time.Time
}

// ErrLastAdmin says that nobody could change anything any more.
var ErrLastAdmin = errors.New("the last admin cannot be taken away")

// SetRoles changes what somebody is. Who becomes an organizer is welcomed as one who is added.
func (r *Receiver) SetRoles(ctx context.Context, p person.Person, c RoleChange, by string) error {
	works := slices.ContainsFunc(c.Roles, func(r person.Role) bool { return r != person.Contact && r != person.Viewer })
	if works && !p.Phone.IsZero() {
		others, err := r.Store.FindPeople(ctx, p.Phone)
		if err != nil {
			return fmt.Errorf("find people: %w", err)
		}
		for _, o := range others {
			if o.ID != p.ID && o.Works() {
				return ErrPhoneTaken
			}
		}
	}
	if slices.Contains(c.Roles, person.Organizer) && p.Phone.IsZero() {
		return fmt.Errorf("%w: an organizer needs a phone", ErrBadPerson)
	}
	c.Line, c.At, c.ID = r.IDs.New(), r.Clock.Now(), p.ID
	if slices.Contains(c.Roles, person.Organizer) && !p.Is(person.Organizer) {
		if _, err := r.AddPerson(ctx, NewPerson{Name: p.Name, Phone: p.Phone, Role: person.Organizer, By: by, Welcome: true}); err != nil {
			return err
		}
		c.Version++ // as adding left it
	}
	if err := r.Store.SetRoles(ctx, c); err != nil {
		return fmt.Errorf("set roles: %w", err)
	}
	return nil
}
