// Package talk is the conversation: what one input to one phone does, as a pure function of the world that it needs. It knows no
// database, no clock and no provider; app hands it what it asks for (Needs) and applies what it returns (Decide). Each conversation is a
// room of its own, a package below; here is their table, and in which order a text is offered to them.
package talk

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/consent"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Decide returns everything that one input does to one phone. It is pure and may panic on a fault of its own: the caller recovers and
// decides again with Input.Fault set, which hands the text to staff.
func Decide(w world.World, in world.Input, now time.Time, ids world.IDs) change.Set {
	t := turn.New(w, in, now, ids)
	t.SpeakFirst(speaker(w, in), rooms().hear)
	switch in.Kind {
	case world.TextIn:
		text(t)
	case world.DueIn:
		due(t)
	case world.PersonAddedIn:
		consent.Added(t)
	case world.VerdictIn:
		consent.Verdict(t)
	case world.ActIn:
		rooms().act(in.Act.Kind)(t, in.Act)
	}
	return t.Finish(rooms().last)
}

// speaker picks whose text it is: on a shared phone somebody of the organization, since only their texts are commands.
func speaker(w world.World, in world.Input) person.Person {
	if in.Kind == world.DueIn && in.Due.PersonID != uuid.Nil {
		for _, p := range w.People {
			if p.ID == in.Due.PersonID {
				return p
			}
		}
	}
	for _, p := range w.People {
		if p.ID == w.Conv.PersonID && w.Conv.Kind != "" {
			return p
		}
	}
	for _, p := range w.People {
		if p.Works() {
			return p
		}
	}
	if len(w.People) > 0 {
		return w.People[0]
	}
	return person.Person{}
}
