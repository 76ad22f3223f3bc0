package agree

import (
	"cmp"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// offersSeveral takes a text that puts several times forward: "can't Thursday. Fri at 4 or Sat morning at 11". The organizer has the
// choice.
func offersSeveral(t *turn.Turn, m world.Meet, day string) bool {
	if m.Begun(t.Now()) && m.Status != meeting.Proposed || t.Heard().Digit != 0 {
		return false
	}
	offers := offer.Several(t, m, day)
	if len(offers) < 2 {
		return false
	}
	old := m.StartsAt
	if m.Propose(meeting.Contact, offers[0], t.Now()) != nil {
		return false
	}
	t.SaveMeet(m, change.ContactProposed, when.Echo(lang.English, offers[0].In(t.Loc()), t.Now()))
	t.Void(m, "another time is asked for")
	t.Tell(m.Organizer, reminder.ProposalRule, turn.SubjectOf(m.Meeting),
		fact.ChangedNote{Old: m.Proposal.Old, New: offers[0], Words: moreWords(t), Offers: offers}, "the contact asks for another time")
	offer.PlanWait(t, m)
	t.OpenTalk(world.Conversation{
		Kind: world.MeetTalk, SubjectID: m.ID, Question: qConfirm,
		Data: turn.Encode(meetData{Rule: reminder.ProposalRule}),
	})
	var shown []string
	for _, at := range offers {
		shown = append(shown, t.WhenOf(m, at))
	}
	t.Answer("proposal", t.SayMeet(lang.ProposalTwoThanks, m, "options", strings.Join(shown, "; "), "when", t.WhenOf(m, old)))
	return true
}

// twoOffers renders several times to the organizer, who chooses by number.
func twoOffers(t *turn.Turn, rule reminder.Rule, m world.Meet, n fact.ChangedNote) {
	var shown []string
	for i, at := range n.Offers {
		shown = append(shown, phrase.Digit(i)+" "+t.WhenOf(m, at))
	}
	t.OpenTalk(world.Conversation{
		Kind: world.ProposalTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "proposal",
		Data: turn.Encode(meetData{Offers: n.Offers}),
	})
	t.Unasked(rule, phrase.Join(t.SayMeet(lang.ProposalTwo, m, "options", strings.Join(shown, ", "), "n", phrase.Decimal(len(n.Offers)+1),
		"when", t.WhenOf(m, m.Proposal.Old)), theyWrite(t, m, n.Words)))
}

// choosesOffer takes the organizer's choice of several times.
func choosesOffer(t *turn.Turn, m world.Meet, offers []time.Time) bool {
	n := cmp.Or(t.Heard().Digit, understand.ReadChoice(t.Body(), len(offers)), offer.Chosen(t, offers))
	switch {
	case n >= 1 && n <= len(offers):
		m.Proposal.At = offers[n-1]
		accept(t, m)
	case n == len(offers)+1:
		refuse(t, m)
	default:
		return false
	}
	return true
}
