package agree

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// maxOffers is how many times one text may put forward.
const maxOffers = 3

// offersSeveral takes a text that puts several times forward: "can't Thursday. Fri at 4 or Sat morning at 11". The organizer has the
// choice.
func offersSeveral(t *turn.Turn, m world.Meet) bool {
	if m.Begun(t.Now()) && m.Status != meeting.Proposed || t.Heard().Digit != 0 {
		return false
	}
	offers := offersIn(t, m)
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
		turn.ChangedNote{Old: m.Proposal.Old, New: offers[0], Words: moreWords(t), Offers: offers}, "the contact asks for another time")
	planWait(t, m)
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

// offersIn lists the times that a text puts forward, each by a clause of its own; none where one of them is not clear.
func offersIn(t *turn.Turn, m world.Meet) []time.Time {
	cut := strings.NewReplacer(" or ", "\n", " o ", "\n", ". ", "\n", ";", "\n", ", ", "\n", " / ", "\n", " but ", "\n", " pero ", "\n")
	if !strings.Contains(strings.ToLower(t.Body()), " or ") && !strings.Contains(strings.ToLower(t.Body()), " o ") {
		return nil
	}
	var out []time.Time
	for piece := range strings.SplitSeq(cut.Replace(t.Body()), "\n") {
		h := understand.Read(piece, t.Planning())
		if !h.When.HasDate() || h.Reply == understand.No {
			continue
		}
		said := moment.Said{Base: t.BaseOf(m)}
		said.Hear(piece, understand.Text{}, t.Planning())
		if len(said.Options) > 0 {
			said.Hear("1", understand.Text{Digit: 1}, t.Planning())
		}
		if !h.When.HasClock && !said.HearHour(afterDay(piece, h), m.StartsAt.In(t.Loc())) {
			return nil
		}
		at, _ := settle.Time(t, &said)
		if at.IsZero() || !at.After(t.Now()) {
			return nil
		}
		if !slices.ContainsFunc(out, at.Equal) {
			out = append(out, at)
		}
	}
	return out[:min(len(out), maxOffers)]
}

// afterDay is what a clause says without its day: an hour alone may be left.
func afterDay(piece string, h understand.Text) string {
	b := []byte(piece)
	for _, s := range h.When.Spans {
		for i := s.From; i < s.To && i < len(b); i++ {
			b[i] = ' '
		}
	}
	return string(b)
}

// twoOffers renders several times to the organizer, who chooses by number.
func twoOffers(t *turn.Turn, rule reminder.Rule, m world.Meet, n turn.ChangedNote) {
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
	n := t.Heard().Digit
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
