package turn

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// planWith is with whom the open plan is.
type planWith struct {
	Contact uuid.UUID `json:"contact"`
	Name    string    `json:"name"`
	Saved   bool      `json:"saved"`
}

// HasNamesake reports whether the open plan, not saved yet, is with somebody else of the same first name, and the text says no more than
// that name: "dile a rosa que ..." may be for either.
func (t *Turn) HasNamesake(c person.Person) bool {
	if t.conv.Kind != world.PlanTalk || t.conv.Question == QSaved {
		return false
	}
	p := Data[planWith](t)
	if p.Saved || p.Name == "" || p.Contact == c.ID || fold.Same(p.Name, c.Name) || !fold.Same(person.FirstName(p.Name), c.First()) {
		return false
	}
	return !strings.Contains(understand.Padded(t.Body()), understand.Padded(c.Name))
}

// Called is how a contact is called to their organizer: by the first name, by the whole one where another is met, or planned, of the same.
func (t *Turn) Called(c person.Person) string {
	another := func(m world.Meet) bool { return m.ContactID != c.ID && fold.Same(m.Contact.First(), c.First()) }
	if t.HasNamesake(c) || slices.ContainsFunc(t.Organized(), another) {
		return c.Name
	}
	return c.First()
}
