package talk

import (
	"reflect"

	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/understand"
)

// table is the rooms in the order in which they go on from a fact.
type table []Room

// rooms is the whole conversation. A new one is a line here.
func rooms() table {
	return table{
		consentRoom(), planRoom(), agreeRoom(), relayRoom(), formRoom(), filingRoom(), outcomeRoom(), thanksRoom(), todoRoom(), guestRoom(),
	}
}

// hear lets the rooms go on from a fact, until one is done with it.
func (t table) hear(d *decision, f Fact) bool {
	of := reflect.TypeOf(f)
	for _, r := range t {
		for _, h := range r.Facts {
			if h.Of == of && h.Do(d, f) {
				return true
			}
		}
	}
	return false
}

// question finds who hears the answer to an open question.
func (t table) question(kind string) func(*decision) Reply {
	for _, r := range t {
		for _, q := range r.Questions {
			if q.Kind == kind {
				return q.Hear
			}
		}
	}
	return func(*decision) Reply { return Another }
}

// command finds what a command does.
func (t table) command(word understand.Command) func(*decision) {
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
func (t table) guess(d *decision, from, to Rank) bool {
	for rank := from; rank <= to; rank++ {
		for _, r := range t {
			for _, g := range r.Guesses {
				if g.Rank == rank && g.Take(d) {
					return true
				}
			}
		}
	}
	return false
}

// row finds what makes a planned row.
func (t table) row(rule string) func(*decision, reminder.Rule) {
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
func (t table) act(kind ActKind) func(*decision, Act) {
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
func (t table) last(d *decision) {
	for _, r := range t {
		if r.Last != nil {
			r.Last(d)
		}
	}
}
