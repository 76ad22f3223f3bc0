package relay

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// planWith is with whom the open plan is.
type planWith struct {
	Contact uuid.UUID `json:"contact"`
	Name    string    `json:"name"`
	Saved   bool      `json:"saved"`
}

// hasNamesake reports whether the open plan, not saved yet, is with somebody else of the same first name, and the text says no more than
// that name: "dile a rosa que ..." may be for either.
func hasNamesake(t *turn.Turn, c person.Person) bool {
	if t.Conv().Kind != world.PlanTalk || t.Conv().Question == turn.QSaved {
		return false
	}
	p := turn.Data[planWith](t)
	if p.Saved || p.Name == "" || p.Contact == c.ID || fold.Same(p.Name, c.Name) || !fold.Same(person.FirstName(p.Name), c.First()) {
		return false
	}
	return !strings.Contains(understand.Padded(t.Body()), understand.Padded(c.Name))
}

// called is how a contact is called to their organizer: by the first name, by the whole one where another is met, or planned, of the same.
func called(t *turn.Turn, c person.Person) string {
	another := func(m world.Meet) bool { return m.ContactID != c.ID && fold.Same(m.Contact.First(), c.First()) }
	if hasNamesake(t, c) || slices.ContainsFunc(t.Organized(), another) {
		return c.Name
	}
	return c.First()
}
