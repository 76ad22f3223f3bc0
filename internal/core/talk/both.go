package talk

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// both takes a text that answers how one went, or a report's question, and then orders something with somebody else: "nancy bien, dijo que
// si va. y lo de hector pásalo al lunes". The order is done first, and stands in front of what is asked next; a new plan is asked about
// before the report goes on.
func both(t *turn.Turn, open world.Conversation) bool {
	if open.Kind != world.HowTalk && open.Kind != world.ReportTalk || t.Heard().Digit != 0 {
		return false
	}
	for _, part := range understand.BehindJoins(t.Body()) {
		switch told, order := part[0], part[1]; {
		case movesElse(t, open, order):
			t.First(func() {
				t.Narrow(order)
				rooms().guess(t, turn.Ordered, turn.Ordered)
			})
			t.Narrow(told)
			if open.Kind == world.HowTalk { // a report's question stands by itself
				goesOn(t, open)
			}
			return false // and what is told is heard as it is
		case open.Kind == world.HowTalk && plansElse(t, open, told, order):
			m, _ := t.MeetByID(open.SubjectID)
			t.Happened(fact.SaidMet{Meet: m, Words: told, Waits: true})
			t.Narrow(order)
			return rooms().guess(t, turn.ToCome, turn.ToCome)
		}
	}
	return false
}

// movesElse reports whether words give the one-on-one of somebody else, who is named, another time, and say which.
func movesElse(t *turn.Turn, open world.Conversation, order string) bool {
	which, to, ok := understand.ReadMove(order)
	if !ok {
		which, to, ok = understand.ReadMoveOf(order)
	}
	r := understand.Times(to, t.Planning())
	if !ok || !r.HasDate() && !r.HasClock || len(r.Options) > 0 {
		return false
	}
	toCome := slices.DeleteFunc(slices.Clone(t.Organized()), func(m world.Meet) bool {
		return m.Begun(t.Now()) || m.ID == open.SubjectID || m.Status == meeting.Proposed
	})
	hits, named := t.Meant(phrase.WithoutTimes(which, t.Planning()), toCome)
	return named && len(hits) == 1 && turn.Names(understand.Padded(order), hits[0].Contact.First())
}

// plansElse reports whether what was told says that the two met, and the words behind it plan a one-on-one with somebody else.
func plansElse(t *turn.Turn, open world.Conversation, told, order string) bool {
	m, ok := t.MeetByID(open.SubjectID)
	h := understand.Read(order, t.Planning())
	if !ok || h.Person == "" || h.Phone.IsZero() || !h.When.HasDate() || !h.When.HasClock ||
		understand.OutcomeIn(told) != understand.Met && !understand.TellsOfTalk(told) {
		return false
	}
	return !strings.EqualFold(phrase.FirstOf(h.Person), m.Contact.First())
}
