package offer

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// AnswerToNo is what a no is answered: who tells of an illness beside it hears a word of that, and who does
// not want to is offered no other time.
func AnswerToNo(t *turn.Turn) lang.Key {
	switch {
	case understand.TellsOfIllness(t.Body()), understand.PutsOffOpen(t.Body()):
		return lang.NoAnswerIll
	case t.Kind() == world.TextIn && understand.WishesNoMore(t.Body()):
		return lang.NoAnswerAlone
	}
	return lang.NoAnswer
}

// NoYesToDay reports whether a text that names the one-on-one's own day says no yes to it: it tells of an illness, doubts, or denies. What
// follows in this turn hears the doubt alone.
func NoYesToDay(t *turn.Turn) bool {
	p := understand.Padded(t.Body())
	switch {
	case understand.TellsOfIllness(t.Body()):
		t.HearReply(understand.NoReply)
	case understand.IllThen(t.Body()):
		t.HearReply(understand.Maybe)
	case lexicon.Unsure.In(p), lexicon.MayCancel.In(p), lexicon.Negators.Any(strings.Fields(p)), understand.HasSecondThoughts(t.Body()):
		t.HearReply(understand.Maybe)
	default:
		return false
	}
	return true
}

// StaysAway reports whether a text says in no words of refusal that its writer does not come: they keep an illness to themselves, or go
// away before that day and do not know when they are back.
func StaysAway(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if !m.Open() || m.Status == meeting.Proposed || m.Begun(t.Now()) || h.Digit != 0 ||
		h.Reply != understand.NoReply && h.Reply != understand.Maybe {
		return false
	}
	before := !h.When.HasDate() || h.When.Date.Compare(when.DateOf(m.StartsAt.In(t.Loc()))) <= 0
	return understand.KeepsIllness(t.Body()) || understand.LeavesForOpen(t.Body()) && before
}
