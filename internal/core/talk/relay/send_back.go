package relay

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// back lets the question about another time or place hear a text that says nothing of the words.
func back(t *turn.Turn, m world.Meet, data sendData) turn.Reply {
	asked := t.Conv()
	reopen(t, m, data)
	if t.Happened(fact.BackToOffer{}) {
		return turn.Taken
	}
	t.ReplaceTalk(asked)
	return turn.Another
}

// asItShouldBe lets the question about another time, to which a text was written that was not understood whole, hear what is written in
// its place: "O escriba como debe ser."
func asItShouldBe(t *turn.Turn, m world.Meet) turn.Reply {
	asked := t.Conv()
	kept := turn.Data[struct {
		Conv world.Conversation `json:"conv"`
	}](t).Conv
	if kept.Kind != world.ProposalTalk || kept.SubjectID != m.ID || m.Status != meeting.Proposed {
		return turn.Closes
	}
	t.OpenTalk(world.Conversation{
		Kind: kept.Kind, SubjectID: kept.SubjectID, PersonID: kept.PersonID, Question: kept.Question,
		Data: kept.Data,
	})
	if t.Happened(fact.BackToOffer{}) {
		return turn.Taken
	}
	t.ReplaceTalk(asked)
	return turn.Closes
}

// timeAlone reports whether a text says hardly more than a time: "sat the 12th at 3?"
func timeAlone(t *turn.Turn) bool {
	h := t.Heard()
	return h.Timed() && h.Person == "" && h.Phone.IsZero() && !lexicon.FirstNames.Any(strings.Fields(understand.Padded(t.Body()))) &&
		understand.OwnWords(phrase.WithoutTimes(t.Body(), t.Planning())) <= mostOfTime
}
