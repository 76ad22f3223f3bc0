package app

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// NewPerson is a person as staff add them.
type NewPerson struct {
	Name      string
	Phone     sms.Phone
	Role      person.Role
	Language  lang.Tag // "" is not known
	Zone      string   // IANA, "" is the organization's
	By        string   // who adds them, as the welcome says it; "" is "our staff"
	Organizer person.Person
	Welcome   bool // false for seeded people
}

// Errors of adding people.
var (
	// ErrPhoneTaken says that another organizer or staff member has this phone: a text from it would be two people's.
	ErrPhoneTaken = errors.New("another organizer or staff member has this phone")
	// ErrBadPerson says that a name, zone or role is not usable.
	ErrBadPerson = errors.New("not a usable person")
)

// AddPerson adds somebody, or updates the one with the same phone and name, and returns them.
func (r *Receiver) AddPerson(ctx context.Context, n NewPerson) (person.Person, error) {
	n.Name = person.PlainName(n.Name)
	if n.Name == "" || len([]rune(n.Name)) > 200 {
		return person.Person{}, fmt.Errorf("%w: the name must have 1 to 200 characters", ErrBadPerson)
	}
	if n.Zone != "" && !when.KnownZone(n.Zone) {
		return person.Person{}, fmt.Errorf("%w: no time zone is named %q", ErrBadPerson, n.Zone)
	}
	there, err := r.Store.FindPeople(ctx, n.Phone)
	if err != nil {
		return person.Person{}, fmt.Errorf("find people: %w", err)
	}
	p := person.Person{ID: r.IDs.New(), Name: n.Name, Phone: n.Phone, Roles: []person.Role{n.Role}, OrganizerID: n.Organizer.ID}
	isNew := true
	for _, o := range there {
		switch {
		case fold.Same(o.Name, n.Name):
			p, isNew = o.Person, false
		case o.Works() && n.Role != person.Contact:
			return person.Person{}, ErrPhoneTaken
		}
	}
	wasOrganizer := !isNew && p.Is(person.Organizer)
	p.Name = n.Name
	if !slices.Contains(p.Roles, n.Role) {
		p.Roles = append(p.Roles, n.Role)
	}
	if n.Language != "" {
		p.Language = n.Language
	}
	if n.Zone != "" {
		p.Zone = n.Zone
	}
	in := world.Input{Kind: world.PersonAddedIn, MessageID: r.IDs.New(), Added: world.Added{
		Person: p, By: n.By, Welcome: n.Welcome,
		New: isNew || !wasOrganizer,
	}}
	if res := r.Run(ctx, []Step{{Phone: n.Phone, In: in}})[0]; res.Err != nil {
		return person.Person{}, fmt.Errorf("add person: %w", res.Err)
	}
	return p, nil
}
