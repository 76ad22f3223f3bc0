package relay

import (
	"slices"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// qWords is the question what a contact is to read.
const qWords = "words"

// asksWords asks what a contact is to read, where an order says no more than to whom: the thought comes over two texts.
func asksWords(t *turn.Turn) bool {
	hits, words := t.NameOf(t.Heard().Arg, tellPool(t))
	if len(hits) == 0 || words != "" {
		return false
	}
	slices.SortStableFunc(hits, func(a, b world.Meet) int { return turn.Nearer(a, b, t.Now()) })
	one := onePerContact(hits)
	if len(one) != 1 || !turn.MayText(one[0].Contact) {
		return false
	}
	t.OpenTalk(world.Conversation{Kind: world.SendTalk, SubjectID: one[0].ID, Question: qWords})
	t.Answer("ask:send", t.Say(lang.TellWhat, "first", one[0].Contact.First()))
	return true
}

// hearWords takes the words; late ones are asked about first.
func hearWords(t *turn.Turn, m world.Meet) turn.Reply {
	h := t.Heard()
	switch {
	case h.Command != understand.None:
		return turn.Another
	case h.Digit != 0, understand.RefusesToSend(t.Body()), understand.NeverMind(t.Body()):
		t.FinishWith("help", t.Say(lang.SendDropped))
	case t.Now().Sub(t.Conv().AskedAt) > moreFor, changes(t, m, t.Body()), mayTake(t, m, t.Body()):
		askSendTold(t, m, t.Body(), true)
	default:
		sendWords(t, m, t.Body())
	}
	return turn.Taken
}
