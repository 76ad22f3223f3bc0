package agree

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/fold"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/known"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// consentByContact: the phone itself says that texts are welcome; what can still be planned is planned.
func consentByContact(t *turn.Turn, m world.Meet) {
	t.Happened(fact.TextsWelcome{})
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
}

// planAfterConsent plans the texts about one-on-ones that the phone may now get.
func planAfterConsent(t *turn.Turn, _ fact.ConsentGiven) {
	for _, m := range t.Meetings() {
		if t.IsMine(m) && (m.Status == meeting.Planned || m.Status == meeting.Confirmed) && m.StartsAt.After(t.Now()) {
			t.Replan(m, !m.ToldAt.IsZero())
		}
	}
}

// where tells the place, to the one whose private texts leave it out.
func where(t *turn.Turn, m world.Meet) {
	if m.Place == "" {
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.WhereNot, m)})
		return
	}
	t.Answer("help", t.Say(lang.WhereAnswer, "when", t.WhenOf(m, m.StartsAt), "place", t.PlaceOf(m)))
}

func whoIsIt(t *turn.Turn, m world.Meet) {
	on := ""
	if m.Open() && m.StartsAt.After(t.Now()) {
		on = t.Say(lang.OnDay, "when", t.WhenOf(m, m.StartsAt))
	}
	t.Add(change.Introduced{PhoneID: t.Phone().ID, OrganizerID: m.OrganizerID, StopLine: true, At: t.Now()})
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: known.WhoWeAre(t, m, on)})
}

// saysYesToo hears the yes of who also asks who writes, "works for me, whos ana again?", whose answer goes along.
func saysYesToo(t *turn.Turn, m world.Meet) bool {
	if !m.Open() || m.Begun(t.Now()) || m.Status == meeting.Proposed || !understand.AgreesBesides(t.Body(), t.Planning()) {
		return false
	}
	t.HearReply(understand.Yes)
	return true
}

// wrongNumber: the phone is not this person's. The meeting stays, nothing more goes there for that name, the organizer is asked.
func wrongNumber(t *turn.Turn, m world.Meet) {
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

// knowsNotWho reports whether the contact does not know the organizer's name: that asks who writes, and says nothing of whose the phone is.
func knowsNotWho(t *turn.Turn, m world.Meet) bool {
	words := understand.Padded(t.Body())
	return t.Heard().Reply == understand.Wrong && lexicon.DontKnowWho.In(words) && turn.Names(words, m.Organizer.First()) &&
		!turn.Names(words, m.Contact.First())
}
