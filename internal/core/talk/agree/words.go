package agree

import (
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// wordsToOffer reads words that an organizer has a contact told who asks for another time: "4 works" agrees to it, "4:30?" puts forward
// another. Words that say more, or refuse, go to the contact as they are.
func wordsToOffer(t *turn.Turn, f fact.WordsToOffer) bool {
	m := f.Meet
	said, timed, ok := offer.ReadTold(t, m, f.Words)
	if !ok {
		return false
	}
	t.OpenTalk(world.Conversation{
		Kind: world.ProposalTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "proposal", Data: t.Conv().Data,
	})
	said.SameDayAs(offer.At(m).In(t.Loc()))
	if at, _ := settle.Time(t, &said); !timed || at.Equal(m.Proposal.At) {
		accept(t, m)
	} else {
		counter(t, m, said)
	}
	return true
}

// acceptsWith takes a yes of an organizer that says more: what it says may be for the contact, "sure she can come too".
func acceptsWith(t *turn.Turn, m world.Meet) bool {
	if m.Proposal.At.IsZero() || understand.OnlyOfHour(phrase.WithoutTimes(t.Body(), t.Planning())) || m.Accept(t.Now()) != nil {
		return false
	}
	t.SayFirst(agreed(t, m))
	t.CloseTalk()
	return t.Happened(fact.TellSaid{Meet: m, Words: t.Body()})
}

// takesOffer agrees to the other time of a contact for whom the organizer has words too, and says so before whatever follows.
func takesOffer(t *turn.Turn, f fact.TakesOffer) bool {
	m := f.Meet
	if m.Status != meeting.Proposed || m.Proposal.At.IsZero() || m.Accept(t.Now()) != nil {
		return false
	}
	t.SayFirst(agreed(t, m))
	return true
}

// backToOffer has the question about another time or place hear a text again.
func backToOffer(t *turn.Turn, _ fact.BackToOffer) bool { return inProposal(t) == turn.Taken }
