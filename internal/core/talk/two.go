package talk

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// maxTwo bounds, in letters, a text that says two things of its own: a longer one is a story.
const maxTwo = 300

// orderAndPlan takes a text that orders something with somebody, or tells of it, and plans a one-on-one with somebody else, in either
// order: "cancela lo de rosa y apuntame a Jo Park 206-555-0142 vie 4pm". The order is done first and stands in front of what the plan asks.
func orderAndPlan(t *turn.Turn, open world.Conversation) bool {
	switch {
	case t.Heard().Digit != 0, len(t.Body()) > maxTwo:
		return false
	case turn.Asks(open) && !slices.Contains([]string{
		world.HowTalk, world.MissedTalk, world.ReportTalk, world.ThanksTalk, world.ProposalTalk,
	}, open.Kind):
		return false
	}
	for _, p := range understand.BehindJoins(t.Body()) {
		for _, way := range [2][2]string{{p[0], p[1]}, {p[1], p[0]}} {
			order, plan := way[0], way[1]
			do := ordersOther(t, order)
			if do == nil || !plansOther(t, plan, order) {
				continue
			}
			of := namedAlone(t, order)
			t.First(func() {
				t.Narrow(order)
				do()
			})
			if t.AsksNow() && understand.OutcomeIn(order) != understand.Missed { // it is not sure yet: one question at a time
				t.SayAlso(t.Say(lang.TwoNotYet, "words", report.Excerpt(plan, 80)))
				return true
			}
			if understand.OutcomeIn(order) == understand.Missed {
				t.SayFirst(t.SayMeet(lang.MissedNoted, of))
			}
			planned := plans(t, plan)
			t.Narrow(order) // whether it was understood whole is asked of it alone
			return planned
		}
	}
	return false
}

// remindsToo sets down what one wants to be reminded of behind a plan: "set up maria tues noon n remind me bring the cards". The plan is
// heard alone then. Where no day is said for it, it is for the day of the plan.
func remindsToo(t *turn.Turn, open world.Conversation) bool {
	if t.Heard().Digit != 0 || len(t.Body()) > maxTwo || turn.Asks(open) {
		return false
	}
	for _, p := range understand.BehindJoins(t.Body()) {
		h, said := understand.Read(p[0], t.Planning()), p[1]
		_, reminds := understand.ReadRemind(said)
		if !reminds || h.Person == "" && h.Command != understand.Meet || !h.When.HasDate() || understand.OutcomeIn(p[0]) != understand.NoOutcome {
			continue
		}
		if !understand.Timed(understand.Times(said, t.Planning())) {
			said += " " + h.When.Date.String()
		}
		t.First(func() {
			t.Narrow(said)
			rooms().guess(t, turn.Reminded, turn.Reminded)
		})
		if !plans(t, p[0]) {
			t.Answer("saved", t.Say(lang.TwoNotYet, "words", report.Excerpt(p[0], 80)))
		}
		return true
	}
	return false
}

// plans takes words that plan a one-on-one.
func plans(t *turn.Turn, words string) bool {
	t.Narrow(words)
	if c := t.Heard().Command; c == understand.Meet {
		rooms().command(c)(t)
		return true
	}
	return rooms().guess(t, turn.ToCome, turn.ToCome)
}

// plansOther reports whether words plan a one-on-one with somebody whom the other part does not speak of.
func plansOther(t *turn.Turn, plan, order string) bool {
	h := understand.Read(plan, t.Planning())
	first := phrase.FirstOf(h.Person)
	if first == "" || !h.When.HasDate() && len(h.When.Options) == 0 || h.Phone.IsZero() && h.Command != understand.Meet ||
		turn.Names(understand.Padded(order), first) || understand.OutcomeIn(plan) == understand.Met {
		return false
	}
	o := understand.Read(order, t.Planning())
	return o.Phone.IsZero() && !slices.ContainsFunc(t.Organized(), func(m world.Meet) bool {
		return m.Open() && !m.Begun(t.Now()) && strings.EqualFold(m.Contact.Name, h.Person)
	})
}

// ordersOther is what is done by an order that says all of it: somebody by name is called off, moved, told something, was missed, or was
// done for. nil when words are none.
func ordersOther(t *turn.Turn, order string) func() {
	which, cancels := understand.ReadCancel(order)
	named := namedAlone(t, order)
	switch {
	case named.ID == uuid.Nil:
	case cancels:
		hits, ok := t.Meant(which, []world.Meet{named})
		sure := ok && len(hits) == 1 && whole(t, named, order)
		if !named.Begun(t.Now()) {
			return func() { t.Happened(fact.CancelSaid{Meets: []world.Meet{named}, Sure: sure}) }
		}
	case movesElse(t, world.Conversation{}, order) && whole(t, named, order):
		return func() { rooms().guess(t, turn.Ordered, turn.Ordered) }
	case understand.OutcomeIn(order) == understand.Missed && named.Begun(t.Now()):
		return func() { rooms().guess(t, turn.HowItWent, turn.HowItWent) }
	case tellsSomething(t, order):
		return func() {
			if c := t.Heard().Command; c != understand.None {
				rooms().command(c)(t)
				return
			}
			rooms().guess(t, turn.Ordered, turn.Ordered)
		}
	}
	if len(understand.DoneParts(order)) > 0 && understand.IDid(order) {
		return func() { rooms().guess(t, turn.DoneSaid, turn.DoneSaid) }
	}
	return nil
}

// tellsSomething reports whether words have somebody told something.
func tellsSomething(t *turn.Turn, order string) bool {
	whom, words, ok := understand.ReadTell(order)
	if h := understand.Read(order, t.Planning()); !ok && h.Command == understand.Tell {
		whom, ok = h.Arg, true
	}
	if words == "" {
		_, words, _ = strings.Cut(whom, " ")
	}
	_, left := understand.Passed(words)
	return ok && strings.TrimSpace(words) != "" && left == ""
}

// whole reports whether an order about a one-on-one says nothing beside.
func whole(t *turn.Turn, m world.Meet, order string) bool {
	taken := append(strings.Fields(m.Contact.Name), m.Contact.Name, m.Place)
	return understand.LeftOver(phrase.WithoutTimes(order, t.Planning()), taken) == ""
}

// namedAlone is the one-on-one of the one contact whom words name: the next to come, else the one that has just been.
func namedAlone(t *turn.Turn, order string) world.Meet {
	body := understand.Padded(order)
	var of world.Meet
	for _, m := range slices.Concat(t.Organized(), t.Unreported()) {
		switch {
		case !turn.Names(body, m.Contact.First()):
		case of.ID != uuid.Nil && of.ContactID != m.ContactID:
			return world.Meet{}
		case of.ID == uuid.Nil || of.Begun(t.Now()) && !m.Begun(t.Now()):
			of = m
		}
	}
	return of
}
