package turn

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// stopLineEvery is how long the opt-out line may be left out.
const stopLineEvery = 30 * 24 * time.Hour

// Knows reports whether this phone has had an organizer's first text.
func (t *Turn) Knows(organizer uuid.UUID) bool {
	return slices.Contains(t.w.Phone.Introduced, organizer)
}

// Introduced makes a text to a contact, in which an organizer speaks or is spoken of, that organizer's first where it is: it opens with
// whose place they took, and closes with how to opt out. That line comes again after 30 days. organizer is nobody where the organization
// alone speaks.
func (t *Turn) Introduced(m world.Meet, organizer uuid.UUID, body string) string {
	first := organizer != uuid.Nil && !t.Knows(organizer)
	stop := ""
	if first || !t.who.Works() && t.now.Sub(t.w.Phone.StopLineAt) > stopLineEvery {
		stop = t.Say(lang.StopLine)
		t.set.Add(change.Introduced{PhoneID: t.w.Phone.ID, OrganizerID: organizer, StopLine: true, At: t.now})
	}
	if first && organizer == m.OrganizerID {
		body = phrase.Join(t.HandedLine(m), body)
	}
	if stop != "" && !strings.ContainsAny(body[len(body)-1:], ".?!") {
		stop = "." + stop
	}
	return body + stop
}

// addressed opens a text to a phone that several contacts share with the first name of the one whom it is for.
func (t *Turn) addressed(body string) string {
	first := t.who.First()
	another := slices.ContainsFunc(t.w.People, func(p person.Person) bool { return !p.Works() && !fold.Same(p.First(), first) })
	opening, _, _ := strings.Cut(body, ",")
	if !another || t.who.Works() || first == "" || strings.HasPrefix(body, "Hola, "+first) || strings.HasSuffix(opening, first) {
		return body
	}
	return first + ": " + body
}

// HandedLine says who talks with the contact in whose place, "" of a one-on-one that was never handed over.
func (t *Turn) HandedLine(m world.Meet) string {
	switch {
	case !m.Handed():
		return ""
	case m.Private:
		return t.Say(lang.Handed, "organizer", m.Organizer.First(), "before", m.Before.First())
	}
	return t.Say(lang.Handed, "organizer", m.Organizer.Name, "before", m.Before.Name)
}
