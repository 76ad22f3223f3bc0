package agree

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/agree/known"
	"github.com/reportback/reportback/internal/core/talk/agree/whom"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// onThread passes on what a contact writes when no one-on-one is at hand: to whom they talked with last, else to who looks after them.
func onThread(t *turn.Turn, x whom.Data) bool {
	m, ok := lastWith(t)
	if !ok {
		return false
	}
	if whom.For(t, m, x) {
		return true
	}
	t.SetAbout(turn.Loose(m.Meeting))
	whom.SpeakAs(t, m)
	t.SpeaksOf(m)
	h := t.Heard()
	switch {
	case whom.KnowsNotWho(t, m):
		whoIsIt(t, m)
	case h.Reply == understand.Wrong && !understand.KinHasPhone(t.Body()):
		whom.WrongNumber(t, m)
	case wantsCall(t, m):
	case h.Reply == understand.WhoIsIt:
		whoIsIt(t, m)
	case known.Asked(t, m)&(understand.OfWriter|understand.OfTruth|understand.OfRobot) != 0:
		known.Answers(t, m)
	case h.Reply == understand.Thanks && !t.SaysMore():
		t.SetOutcome("kept in the thread")
	case (h.Digit != 0 || len(strings.Fields(t.Body())) == 0) && !whose.AnswersWords(t):
		return false // it answers nothing that we asked: a person reads it
	default:
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
	}
	return true
}

// lastWith finds whose contact the speaker is: by the last one-on-one, else by the record.
func lastWith(t *turn.Turn) (world.Meet, bool) {
	var last world.Meet
	whom, named := whose.Addressed(t)
	for _, m := range t.Meetings() {
		if t.IsMine(m) && (!named || m.Organizer.ID == whom.ID) && m.StartsAt.After(last.StartsAt) {
			last = m
		}
	}
	if !last.StartsAt.IsZero() {
		return last, true
	}
	for _, o := range t.Organizers() {
		for _, p := range slices.Concat([]person.Person{t.Who()}, t.People()) {
			if p.OrganizerID == o.ID && (p.ID == t.Who().ID && !named || named && o.ID == whom.ID) {
				return world.Meet{Organizer: o, Contact: p}, true
			}
		}
	}
	return world.Meet{}, false
}
