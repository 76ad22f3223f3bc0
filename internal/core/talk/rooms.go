package talk

import (
	"reflect"
	"sync"

	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree"
	"github.com/reportback/reportback/internal/core/talk/ask"
	"github.com/reportback/reportback/internal/core/talk/consent"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/filing"
	"github.com/reportback/reportback/internal/core/talk/form"
	"github.com/reportback/reportback/internal/core/talk/guest"
	"github.com/reportback/reportback/internal/core/talk/move"
	"github.com/reportback/reportback/internal/core/talk/order"
	"github.com/reportback/reportback/internal/core/talk/outcome"
	"github.com/reportback/reportback/internal/core/talk/plan"
	"github.com/reportback/reportback/internal/core/talk/relay"
	"github.com/reportback/reportback/internal/core/talk/thanks"
	"github.com/reportback/reportback/internal/core/talk/todo"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/undo"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// table is the rooms in the order in which they go on from a fact.
type table []turn.Room

// rooms is the whole conversation, made once: a step asks for it several times.
//
//nolint:gochecknoglobals // made once of constants
var rooms = sync.OnceValue(allRooms)

// allRooms: a new one is a line here.
func allRooms() table {
	return table{
		consent.Room(), undo.Room(), ask.Room(), order.Room(), plan.Room(), move.Room(), agree.Room(), relay.Room(), form.Room(), filing.Room(),
		outcome.Room(), thanks.Room(), todo.Room(), guest.Room(),
	}
}

// hear lets the rooms go on from a fact, until one is done with it.
func (tab table) hear(t *turn.Turn, f fact.Fact) bool {
	of := reflect.TypeOf(f)
	for _, r := range tab {
		for _, h := range r.Facts {
			if h.Of == of && h.Do(t, f) {
				return true
			}
		}
	}
	return false
}

// question finds who hears the answer to an open question.
func (t table) question(kind string) func(*turn.Turn) turn.Reply {
	for _, r := range t {
		for _, q := range r.Questions {
			if q.Kind == kind {
				return q.Hear
			}
		}
	}
	return func(*turn.Turn) turn.Reply { return turn.Another }
}

// command finds what a command does.
func (t table) command(word understand.Command) func(*turn.Turn) {
	for _, r := range t {
		for _, c := range r.Commands {
			if c.Word == word {
				return c.Do
			}
		}
	}
	panic("talk: no room takes the command " + string(word))
}

// guess has the guesses of these ranks read a text, in their order.
func (tab table) guess(t *turn.Turn, from, to turn.Rank) bool {
	for rank := from; rank <= to; rank++ {
		for _, r := range tab {
			for _, g := range r.Guesses {
				if g.Rank == rank && g.Take(t) {
					return true
				}
			}
		}
	}
	return false
}

// row finds what makes a planned row.
func (t table) row(rule string) func(*turn.Turn, reminder.Rule) {
	for _, r := range t {
		for _, w := range r.Rows {
			if w.Rule == rule {
				return w.Make
			}
		}
	}
	panic("talk: no room makes what is planned by " + rule)
}

// act finds what an act of staff does.
func (t table) act(kind world.ActKind) func(*turn.Turn, world.Act) {
	for _, r := range t {
		for _, a := range r.Acts {
			if a.Act == kind {
				return a.Do
			}
		}
	}
	panic("talk: no room does " + string(kind))
}

// last lets the rooms that end every decision do so.
func (tab table) last(t *turn.Turn) {
	for _, r := range tab {
		if r.Last != nil {
			r.Last(t)
		}
	}
}
