package whom

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// WrongNumber takes it that the phone is not this person's. The meeting stays, nothing more goes there for that name, the organizer is
// asked.
func WrongNumber(t *turn.Turn, m world.Meet) {
	t.SetOutcome("wrong number")
	t.NamesNobody() // nobody is named to a stranger
	t.Add(
		change.WrongNumber{PhoneID: t.Phone().ID, PersonID: m.ContactID, Name: fold.Fold(m.Contact.Name), At: t.Now()},
		change.Withhold{PhoneID: t.Phone().ID, Reason: "wrong number"},
	)
	for _, o := range t.Meetings() {
		if o.ContactID != m.ContactID {
			continue
		}
		for _, r := range reminder.OfContact() {
			t.Add(change.CancelPlans{Subject: turn.Loose(o.Meeting), Rule: r, Reason: "wrong number"})
		}
	}
	t.Note(turn.Loose(m.Meeting), change.NumberWrong, t.Body())
	t.Tell(m.Organizer, reminder.WrongNumberRule, turn.Loose(m.Meeting), fact.WordsNote{
		Words: t.Body(), Phone: t.Phone().Phone.E164(),
		Contact: m.ContactID,
	}, "wrong number")
	t.HandToStaff(matter.WrongNumber, "this number is not the contact's")
	t.CloseTalk()
	t.AutoAnswers() // what comes next is not answered as a stranger's
	t.Answer("wrong_number", t.Say(lang.WrongAnswer))
}

// KnowsNotWho reports whether the contact does not know the organizer's name: that asks who writes, and says nothing of whose the phone is.
func KnowsNotWho(t *turn.Turn, m world.Meet) bool {
	words := understand.Padded(t.Body())
	return t.Heard().Reply == understand.Wrong && lexicon.DontKnowWho.In(words) && turn.Names(words, m.Organizer.First()) &&
		!turn.Names(words, m.Contact.First())
}
