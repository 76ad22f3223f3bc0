package app

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/sms"
)

// PersonNote is something that staff note of a person: private, and never texted to anybody.
type PersonNote struct {
	ID, Person, By uuid.UUID
	Call           bool // of a call that was made
	Words          string
	At             time.Time
}

// ErrSameName says that a number already has a record of that name: the two are one person.
var ErrSameName = errors.New("this number has a record of that name already")

// KeepNote keeps a note on somebody.
func KeepNote(ctx context.Context, d Deps, n PersonNote) error {
	n.Words = strings.TrimSpace(n.Words)
	if n.Words == "" || len([]rune(n.Words)) > 2000 {
		return fmt.Errorf("%w: please write 1 to 2000 characters", ErrBadPerson)
	}
	n.ID, n.At = d.IDs.New(), d.Clock.Now()
	if err := d.Store.KeepNote(ctx, n); err != nil {
		return fmt.Errorf("keep note: %w", err)
	}
	return nil
}

// NewContact is a contact as staff write them in by hand.
type NewContact struct {
	Name      string
	Phone     sms.Phone // zero: none is known
	Language  lang.Tag
	Organizer uuid.UUID
	By        uuid.UUID
	ByName    string
}

// AddContact writes a contact in, and texts nobody: nobody has asked them about texts yet. Who is there already, by number and name, is
// returned as they are.
func AddContact(ctx context.Context, d Deps, n NewContact) (p person.Person, added bool, err error) {
	if !n.Phone.IsZero() {
		return addWithPhone(ctx, d, n)
	}
	p = person.Person{
		ID: d.IDs.New(), Name: strings.Join(strings.Fields(n.Name), " "), Roles: []person.Role{person.Contact},
		Language: n.Language, OrganizerID: n.Organizer,
	}
	if p.Name == "" || len([]rune(p.Name)) > 200 {
		return p, false, fmt.Errorf("%w: the name must have 1 to 200 characters", ErrBadPerson)
	}
	now := d.Clock.Now()
	line := change.Timeline{
		ID: d.IDs.New(), Subject: change.Subject{Kind: change.PersonSubject, ID: p.ID}, ActorKind: change.ByStaff,
		ActorID: n.By, What: change.AddedByHand, At: now,
	}
	err = d.Store.InTx(ctx, func(tx Tx) error {
		return tx.Save(ctx, []change.Set{{Changes: []change.Change{change.SavePerson{Person: p, At: now}, line}}})
	})
	if err != nil {
		return p, false, fmt.Errorf("add contact: %w", err)
	}
	return p, true, nil
}

func addWithPhone(ctx context.Context, d Deps, n NewContact) (p person.Person, added bool, err error) {
	there, err := d.Store.FindPeople(ctx, n.Phone)
	if err != nil {
		return p, false, fmt.Errorf("find people: %w", err)
	}
	for _, o := range there {
		if fold.Same(o.Name, n.Name) {
			return o.Person, false, nil
		}
	}
	r := &Receiver{Deps: d}
	p, err = r.AddPerson(ctx, NewPerson{
		Name: n.Name, Phone: n.Phone, Role: person.Contact, Language: n.Language,
		Organizer: person.Person{ID: n.Organizer}, By: n.ByName,
	})
	return p, err == nil, err
}
