// Package talk is the conversation: what one input to one phone does, as a pure function of the world that it needs. It knows no
// database, no clock and no provider; app hands it what it asks for (Needs) and applies what it returns (Decide). Each conversation is a
// room of its own, a package below; here is their table, and in which order a text is offered to them.
package talk

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/consent"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/sure"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Decide returns everything that one input does to one phone. It is pure and may panic on a fault of its own: the caller recovers and
// decides again with Input.Fault set, which hands the text to staff.
func Decide(w world.World, in world.Input, now time.Time, ids world.IDs) change.Set {
	written := in.Inbound.Body
	asked := w.Conv
	conv, in, yes := sure.Again(w.Conv, in, reading(w, in, now))
	w.Conv = conv
	in, off := onRecord(w, in)
	in, held := unthanked(w, in)
	w, in, how := newPlan(w, in, now)
	t := begin(w, in, off, held, now, ids)
	if yes {
		sure.Keep(t, asked)
	} else if d, doubtful := sure.Look(t, asked, w.Meetings); doubtful {
		t = turn.New(w, in, now, ids)
		t.SpeakFirst(speaker(w, in), rooms().hear)
		sure.Ask(t, d)
	}
	gone := lost(t)
	set := t.Finish(rooms().last)
	twice := false
	if !yes {
		var second change.Set
		if second, twice = again(w, in, gone, set, now, ids); twice {
			set = second
		}
	}
	for i, c := range set.Changes {
		if r, ok := c.(change.Received); ok && (yes || twice || off != "" || held != "" || how != "") { // what came is what was written
			r.Body = written
			set.Changes[i] = r
		}
	}
	return set
}

// begin lets the rooms decide.
func begin(w world.World, in world.Input, off, held string, now time.Time, ids world.IDs) *turn.Turn {
	t := turn.New(w, in, now, ids)
	t.SpeakFirst(speaker(w, in), rooms().hear)
	if off != "" {
		t.SayFirst(t.Say(lang.OffRecord, "words", report.Excerpt(off, 80)))
	}
	switch in.Kind {
	case world.TextIn:
		if held != "" {
			t.Happened(fact.NoThanksBeside{Words: held})
		}
		if text(t); held != "" {
			t.Happened(fact.NoThanksBeside{Words: held, Heard: true})
		}
	case world.DueIn:
		due(t)
	case world.PersonAddedIn:
		consent.Added(t)
	case world.VerdictIn:
		consent.Verdict(t)
	case world.ActIn:
		rooms().act(in.Act.Kind)(t, in.Act)
	}
	return t
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
