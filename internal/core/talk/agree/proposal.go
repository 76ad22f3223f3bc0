package agree

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/agree/place"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// tooManyRounds: from here on texts do not settle it, and somebody calls.
const tooManyRounds = 3

// propose takes another time that the contact asks for; what is missing of it is asked.
func propose(t *turn.Turn, m world.Meet, x meetData) {
	if offer.OwnDay(t, m) { // no other day is asked for
		today := when.DateOf(t.Now().In(t.Loc()))
		coming := func(d when.Date) bool { return d.Compare(today) > 0 } // "my phone died yesterday" rules nothing out
		if said := (moment.Said{Date: phrase.DateOf(m.StartsAt.In(t.Loc()))}); said.HearBound(t.Body(), m.StartsAt.In(t.Loc())) {
			_, ask := settle.Time(t, &said) // "too early. thurs after 630"
			askTime(t, m, meetData{Time: said}, ask)
			return
		}
		if h := t.Heard(); offer.NoYesToDay(t) || h.Question || h.Condition || offer.NumberBeside(t) ||
			slices.ContainsFunc(h.When.Except, coming) && !offer.DayFits(t, m) || lexicon.AnotherTime.In(understand.Padded(t.Body())) {
			besideAnswer(t, m) // "kid is sick thursday"
			return
		}
		takeAnswer(t, saysYes, answered{meet: m, asked: true}) // "I'm good for Friday", of a Friday
		return
	}
	if x.Time.Date == "" && x.Time.Clock == "" && len(x.Time.Options) == 0 {
		x.Time.Base = t.BaseOf(m)
		x.Time.Hear(t.Body(), understand.Text{}, t.Planning())
	}
	if m.StartsAt.After(t.Now()) {
		offer.Keep(t, &x.Time, offer.At(m).In(t.Loc()))
		offer.PutRight(t, m, &x.Time)
		offer.Behind(t, &x.Time)
		offer.WithoutOwn(t, m, &x.Time)
	}
	if o := x.Time.Options; len(o) == 2 && o[0] < x.Time.Base && o[1] > x.Time.Base { // the day behind the planned one is the likelier
		x.Time.Options = []string{o[1], o[0]}
	}
	at, ask := settle.Time(t, &x.Time)
	if l := offer.At(m).In(t.Loc()); at.IsZero() && t.Heard().AgreesAt(l.Hour(), l.Minute()) {
		at = offer.At(m)
	}
	if at.IsZero() {
		askTime(t, offer.Drop(t, m, x.Time), x, ask)
		return
	}
	if t.Kind() == world.TextIn && x.Place == "" && offer.Stands(m, at) || // it was asked for already
		at.Equal(m.StartsAt) && t.Kind() == world.TextIn && (t.Heard().Refused || offer.HeldThatHour(t)) { // "i have class. at 3?"
		passOn(t, m)
		return
	}
	if at.Equal(m.StartsAt) && (m.Status == meeting.Planned || m.Status == meeting.Confirmed) { // the very time that stands
		takeAnswer(t, saysYes, answered{meet: m, asked: true})
		return
	}
	if at.Equal(m.StartsAt) && takesBack(t, answered{meet: m}) {
		return
	}
	if m.Status == meeting.Proposed && m.Proposal.By == meeting.Organizer && at.Equal(m.Proposal.At) {
		contactAccepts(t, m)
		return
	}
	old, there := m.StartsAt, phrase.OrElse(place.Beside(t, m), x.Place)
	if err := m.Propose(meeting.Contact, at, t.Now()); err != nil {
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
		return
	}
	t.SaveMeet(m, change.ContactProposed, when.Echo(lang.English, at.In(t.Loc()), t.Now()))
	t.Void(m, "another time is asked for")
	t.Tell(m.Organizer, reminder.ProposalRule, turn.SubjectOf(m.Meeting),
		fact.ChangedNote{Old: m.Proposal.Old, New: at, Words: phrase.OrElse(x.Words, wordsOfPlace(t, there)), Place: there},
		"the contact asks for another time")
	offer.PlanWait(t, m)
	t.OpenTalk(world.Conversation{
		Kind: world.MeetTalk, SubjectID: m.ID, Question: qConfirm,
		Data: turn.Encode(meetData{Rule: reminder.ProposalRule, Told: true}),
	})
	if m.Proposal.Round >= tooManyRounds {
		t.Answer("proposal", t.SayMeet(lang.CallYou, m))
		return
	}
	t.Answer("proposal", t.SayMeet(lang.ProposalThanks, m, "new", t.WhenOf(m, at), "when", t.WhenOf(m, old)))
}

// wordsOfPlace are the words beside a time, all of them where they ask for a place too.
func wordsOfPlace(t *turn.Turn, place string) string {
	if place != "" {
		return turn.Bounded(t.Body())
	}
	return moreWords(t)
}

// askTime asks for the time that the words leave open; what else they say goes to the organizer, and so does a day that is named without
// its hour. Who rules the old time out is not expected then any more.
func askTime(t *turn.Turn, m world.Meet, x meetData, ask string) {
	ask = phrase.OrElse(ask, t.SayMeet(lang.ProposalAskWhen, m))
	if x.Place == "" { // it is asked for with the time, once that is whole
		if x.Place = place.Beside(t, m); x.Place != "" {
			x.Words = turn.Bounded(t.Body())
		}
	}
	if offer.RulesOut(t, m) && m.Status != meeting.Proposed && m.Open() && !m.Begun(t.Now()) && m.Decline(t.Now()) == nil {
		tellDeclined(t, m, turn.Bounded(t.Body()))
		t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qBetter, Data: turn.Encode(x)})
		t.Answer("ask:when", ask)
		return
	}
	if m.Waver(t.Now()) { // nobody counts on the yes that was given before
		t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
	}
	t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qBetter, Data: turn.Encode(x)})
	if moreWords(t) != "" || t.Kind() == world.TextIn && x.Time.Date != "" && x.Time.Clock == "" {
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: ask, Kind: "ask:when"})
	} else {
		offer.PlanWish(t, m)
		t.Answer("ask:when", ask)
	}
}

// seenAfter is how soon after a new offer a yes was most likely written to the one before it.
const seenAfter = time.Minute

// justOffered reports whether a yes may be to an offer that is no longer the newest: another took its place just now, or was not seen.
func justOffered(t *turn.Turn, m world.Meet) bool {
	x := turn.Data[meetData](t)
	if t.Kind() != world.TextIn || t.Conv().SubjectID != m.ID || x.At.IsZero() {
		return false
	}
	return !x.At.Equal(m.Proposal.At) || x.New && t.Now().Sub(t.Conv().AskedAt) < seenAfter
}

// contactAccepts: the contact says yes to the organizer's time.
func contactAccepts(t *turn.Turn, m world.Meet) {
	if justOffered(t, m) {
		t.OpenTalk(world.Conversation{
			Kind: world.MeetTalk, SubjectID: m.ID, PersonID: m.ContactID, Question: qConfirm,
			Data: turn.Encode(meetData{Rule: reminder.CounterRule, At: m.Proposal.At}),
		})
		t.Answer("ask:confirm", t.SayMeet(lang.CounterSure, m, "new", t.WhenOf(m, m.Proposal.At)))
		return
	}
	if err := m.Accept(t.Now()); err != nil {
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.DigitPast, m, "when", t.WhenOf(m, m.Proposal.At))})
		return
	}
	m = settle.Agreed(t, m)
	m.AnsweredAt = t.Now()
	t.SaveMeet(m, change.ContactAgreed, t.Body())
	t.Void(m, "they agreed")
	t.Replan(m, true)
	t.Tell(m.Organizer, reminder.SettledRule, turn.SubjectOf(m.Meeting), nil, "they agreed")
	t.Add(change.MeetingTold{ID: m.ID, At: t.Now()})
	t.CloseTalk()
	t.Answer("confirmed", t.SayMeet(lang.YesAnswer, m))
}

// inProposal takes the organizer's answer to another time; false when the text is another matter.
func inProposal(t *turn.Turn) turn.Reply {
	m, ok := t.MeetByID(t.Conv().SubjectID)
	h := t.Heard()
	if ok && t.Conv().Question == turn.QPlace {
		return place.In(t, m)
	}
	if ok && t.Conv().Question == turn.QSaved {
		return counterCorrected(t, m)
	}
	if !ok || m.Status != meeting.Proposed {
		if h.Digit == 0 {
			return turn.Closes
		}
		t.CloseTalk()
		t.Answer("help", t.Say(lang.MoveNone))
		return turn.Taken
	}
	x := turn.Data[meetData](t)
	said := x.Time
	if said.Base == "" {
		said.Base = phrase.DateOf(offer.At(m).In(t.Loc()))
	}
	instead, other := offer.Instead(t, m)
	switch answer := t.SaidOfTime(); {
	case h.Command != understand.None:
		return turn.Another
	case answersEach(t):
	case offer.AgreesToItsDay(t, m), offer.AgreesToItsHour(t, m):
		accept(t, m)
	case other:
		counter(t, m, instead)
	case len(x.Offers) > 0 && choosesOffer(t, m, x.Offers):
	case len(said.Options) > 0 && h.Digit > 0, said.Sure && h.Digit == 1:
		said.Hear(t.Body(), h, t.Planning())
		counter(t, m, said)
	case answer.Agrees() && t.SaysMore() && x.Place == "" && turn.MayText(m.Contact) && !justOffered(t, m) && acceptsWith(t, m):
	case answer.Agrees(), h.Digit == 0 && lexicon.NoProblem.Has(strings.TrimSpace(understand.Padded(t.Body()))):
		accept(t, m)
	case answer.Refuses():
		refuse(t, m)
	case answer == turn.Two, h.Reply == understand.Another && !h.Timed():
		t.OpenTalk(world.Conversation{Kind: world.ProposalTalk, SubjectID: m.ID, Question: qBetter, Data: turn.Encode(meetData{})})
		t.Answer("ask:when", t.Say(lang.PlanAskWhen))
	case said.Hear(settle.TrimNo(strings.TrimSpace(t.Body())), h, t.Planning()):
		counter(t, m, said)
	case len(strings.Fields(t.Body())) <= 8 && h.Reply == understand.NoReply && said.HearHour(t.Body(), offer.At(m).In(t.Loc())):
		counter(t, m, said)
	default:
		return turn.Another
	}
	return turn.Taken
}

// accept: the organizer takes the contact's time; both have said yes.
func accept(t *turn.Turn, m world.Meet) {
	if m.Proposal.At.IsZero() {
		t.OpenTalk(world.Conversation{Kind: world.ProposalTalk, SubjectID: m.ID, Question: qBetter, Data: turn.Encode(meetData{})})
		t.Answer("ask:when", t.Say(lang.PlanAskWhen))
		return
	}
	if justOffered(t, m) {
		t.OpenTalk(world.Conversation{
			Kind: world.ProposalTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "proposal",
			Data: turn.Encode(meetData{At: m.Proposal.At}),
		})
		t.Answer("ask:confirm", t.Say(lang.OfferSure, "who", m.Contact.First(), "new", t.WhenOf(m, m.Proposal.At)))
		return
	}
	x := turn.Data[meetData](t)
	if err := m.Accept(t.Now()); err != nil {
		t.FinishWith("saved", t.Say(lang.MoveOver, "what", t.What(m)))
		return
	}
	said := agreed(t, m)
	if x.Place != "" && t.Kind() == world.TextIn {
		place.AskToo(t, m, x.Place, x.Words, said)
		return
	}
	t.FinishWith("saved", said)
}

// refuse: the organizer can't; the contact is offered the old time once more, where it is still to come.
func refuse(t *turn.Turn, m world.Meet) {
	asked := m.Proposal.At
	if err := m.Refuse(t.Now()); err != nil || m.Begun(t.Now().Add(30*time.Minute)) {
		t.FinishWith("saved", t.SayMeet(lang.RefusedGone, m, "new", offer.NewTime(t, m, asked)))
		t.Add(change.Attention{
			ID: t.NewID(), Kind: matter.ProposalOpen, Subject: turn.Loose(m.Meeting), PhoneID: t.Phone().ID,
			Note: "no time is agreed on: call", At: t.Now(),
		})
		return
	}
	t.SaveMeet(m, change.OrganizerRefused, "")
	t.Void(m, "the other time was refused")
	t.Replan(m, true)
	t.Tell(m.Contact, reminder.OldTimeRule, turn.SubjectOf(m.Meeting), fact.ChangedNote{Old: m.StartsAt, New: asked},
		"the other time was refused")
	if !turn.MayText(m.Contact) {
		t.FinishWith("saved", t.ToldOf(m, true))
		return
	}
	t.FinishWith("saved", t.SayMeet(lang.RefusedAnswer, m, "new", offer.NewTime(t, m, asked)))
}

// counter: the organizer puts yet another time forward.
func counter(t *turn.Turn, m world.Meet, said moment.Said) {
	said.SameDayAs(offer.At(m).In(t.Loc()))
	at, ask := settle.Time(t, &said)
	if at.IsZero() {
		t.OpenTalk(world.Conversation{Kind: world.ProposalTalk, SubjectID: m.ID, Question: qBetter, Data: turn.Encode(meetData{Time: said})})
		t.Answer("ask:when", phrase.OrElse(ask, t.Say(lang.PlanAskWhen)))
		return
	}
	if at.Equal(m.Proposal.At) {
		accept(t, m)
		return
	}
	asked, old := m.Proposal.At, m.Proposal.Old
	if err := m.Propose(meeting.Organizer, at, t.Now()); err != nil {
		t.FinishWith("saved", t.Say(lang.MoveOver, "what", t.What(m)))
		return
	}
	t.SaveMeet(m, change.OrganizerProposed, when.Echo(lang.English, at.In(t.Loc()), t.Now()))
	t.Void(m, "another time is asked for")
	t.Tell(m.Contact, reminder.CounterRule, turn.SubjectOf(m.Meeting), fact.ChangedNote{Old: asked, New: at},
		"the organizer asks for another time")
	offer.PlanWait(t, m)
	if !turn.MayText(m.Contact) {
		t.FinishWith("saved", t.ToldOf(m, true))
		return
	}
	t.FinishWith("saved", t.SayMeet(lang.CounterSent, m, "new", t.WhenOf(m, at), "when", t.WhenOf(m, old)))
	if t.Conv().Kind == "" { // "el viernes", and in the next text "a las 10"
		t.OpenTalk(world.Conversation{Kind: world.ProposalTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: turn.QSaved})
	}
}

// counterCorrected takes a time alone, right behind the one that the organizer put forward, as what they meant.
func counterCorrected(t *turn.Turn, m world.Meet) turn.Reply {
	h, said := t.Heard(), moment.Said{Base: phrase.DateOf(offer.At(m).In(t.Loc()))}
	if m.Status != meeting.Proposed || m.Proposal.By != meeting.Organizer || h.Command != understand.None || h.Digit != 0 ||
		h.Reply != understand.NoReply || len(strings.Fields(t.Body())) > mostCorrecting {
		return turn.Closes
	}
	if understand.OnlyTime(t.Body(), h.When) && said.Hear(t.Body(), h, t.Planning()) || said.HearHour(t.Body(), offer.At(m).In(t.Loc())) {
		counter(t, m, said)
		return turn.Taken
	}
	return turn.Closes
}

// mostCorrecting is how many words a text has at most that corrects a time and says nothing else.
const mostCorrecting = 6
