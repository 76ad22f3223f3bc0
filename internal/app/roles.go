package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk"
)

// Handing is one organizer's work going to another.
type Handing struct {
	From, To       uuid.UUID
	Line, By       uuid.UUID
	ByName, OfName string // whose doing it is, and whose work it was, as the new organizer reads it
	At             time.Time
	// Told is what the new organizer hears of it on their phone: written with it, or not at all.
	Told func(phoneID int64, n Handed) []change.Change
}

// Handed is how much went over.
type Handed struct{ Contacts, Meetings, Reports, Promises int64 }

// ErrHanding says that work cannot go to this person.
var ErrHanding = errors.New("work cannot be handed to this person")

// HandOver gives an organizer's contacts, open one-on-ones, drafts and promises to another, with the texts that are planned about them. The
// new organizer gets one text that says so.
func HandOver(ctx context.Context, d Deps, h Handing) (Handed, error) {
	if h.From == h.To || h.To == uuid.Nil {
		return Handed{}, ErrHanding
	}
	h.Line, h.At = d.IDs.New(), d.Clock.Now()
	h.Told = func(phoneID int64, n Handed) []change.Change {
		if n == (Handed{}) {
			return nil
		}
		return talk.HandedOver(talk.Handing{
			ID: h.Line, To: h.To, PhoneID: phoneID, By: h.ByName, From: h.OfName, Contacts: n.Contacts, Meetings: n.Meetings, Reports: n.Reports,
			Promises: n.Promises,
		}, h.At, d.IDs)
	}
	done, err := d.Store.HandOver(ctx, h)
	if err != nil {
		return Handed{}, fmt.Errorf("hand over: %w", err)
	}
	return done, nil
}

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
