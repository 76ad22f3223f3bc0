package plan

import (
	"slices"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/turn"
)

// assumedLanguage is the language in which a contact is texted of whom nobody has said it: the plan's, "" where that is the organization's
// own.
func assumedLanguage(t *turn.Turn, p planData) lang.Tag {
	ours := t.Org().Language
	if ours == "" {
		ours = lang.English
	}
	spoken := p.Spoken
	if spoken == "" {
		spoken = t.Tag()
	}
	if spoken == ours {
		return ""
	}
	return spoken
}

// othersRecord reports whether the contact is on record as another organizer's.
func othersRecord(t *turn.Turn, p planData) bool {
	return slices.ContainsFunc(t.Contacts(), func(c person.Person) bool {
		return c.ID == p.Contact && c.OrganizerID != uuid.Nil && c.OrganizerID != t.Who().ID
	})
}
