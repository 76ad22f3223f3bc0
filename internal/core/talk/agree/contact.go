package agree

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/agree/known"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/agree/place"
	"github.com/reportback/reportback/internal/core/talk/agree/spoken"
	"github.com/reportback/reportback/internal/core/talk/agree/whom"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// The questions about a one-on-one.
const (
	qConfirm = offer.QConfirm
	qBetter  = turn.QBetter
	qAgain   = "again" // a yes right after a change was asked again
	qWhen    = "when"  // to what day and time is it moved?
)

// meetData is what the question to a contact must remember.
type meetData struct {
	Rule string      `json:"rule,omitempty"` // the text that asked
	At   time.Time   `json:"at,omitzero"`    // the time that was asked about, or the one before a change
	New  bool        `json:"new,omitempty"`  // another offer was open when it came
	Told bool        `json:"told,omitempty"` // it said something kind first, to which "ok thanks" is no yes
	Time moment.Said `json:"time"`
	// Place was asked for with the time, in these words.
	Place string `json:"place,omitempty"`
	Words string `json:"words,omitempty"`
	// Offers are the times among which the organizer has the choice.
	Offers []time.Time `json:"offers,omitempty"`
}

// hearContact takes a contact's text about a one-on-one.
func hearContact(t *turn.Turn, m world.Meet) {
	t.SpeaksOf(m)
	offer.WishOver(t, m)
	x := answered{meet: m, data: turn.Data[meetData](t), asked: t.Conv().Kind == world.MeetTalk && t.Conv().SubjectID == m.ID}
	reacts := t.Heard().Reaction // the words that it quotes are ours
	if !reacts && t.Heard().Digit == 0 && understand.CallsThird(t.Body(), t.Planning()) {
		t.HearReply(understand.NoReply)
		passOn(t, m)
		return
	}
	if !reacts && offer.BusyThen(t, m) {
		t.HearReply(understand.Maybe)
		besideAnswer(t, m)
		return
	}
	if !reacts && offer.HeldThenFree(t, m) {
		t.HearReply(understand.No)
		decline(t, x)
		return
	}
	offer.HearBeside(t, m)
	if !reacts && (putsForward(t, x) || !offer.KeepsQuiet(t) && asksBack(t, m) || afterAll(t, x) || namesTime(t, x) || place.NotThere(t, m)) {
		return
	}
	said := t.Said()
	switch a, ok := answerIn(t); {
	case place.Open(t, m):
		passOn(t, m)
	case x.asked && x.data.Told && !whose.AnswersWords(t) && t.Heard().Digit == 0 && understand.Acknowledges(t.Body()) &&
		!whose.WroteSinceYes(t, m):
		t.SetOutcome("kept in the thread: it thanks for what we said")
	case offer.WeekRuledOut(t, m), offer.RulesOutDay(t, m), offer.StaysAway(t, m):
		keepWeek(t, m)
	case offer.OutsideTheirs(t, m), offer.WorksThen(t, m): // "i only do weekends", of a Thursday
		askWhen(t, x)
	case x.asked && x.data.Rule != "" && t.Conv().Question == qConfirm && offer.GladYes(t, m) && !whose.AnswersWords(t):
		takeAnswer(t, saysYes, x)
	case said == turn.Further, offer.RulesOutOthers(t, m), said == turn.Yes && (offer.GoesBefore(t, m) || offer.OtherMinute(t, m)):
		passOn(t, m)
	case t.Heard().Digit != 0 && !x.asked && m.ToldAt.IsZero():
		t.SetOutcome("a digit that answers nothing we asked")
		t.Answer("help", t.Say(lang.DigitNothing))
		t.HandToStaff(matter.NeedsAnswer, "a digit that answers nothing we asked")
	case x.asked && t.Conv().Question == qBetter && said == turn.Yes && t.Heard().OwnWords && !whose.AnswersWords(t) &&
		x.data.Time.Date == "" && (m.Status == meeting.Planned || m.Status == meeting.Confirmed || m.Status == meeting.Declined &&
		offer.SaysAfterAll(t)): // "ok boss said yes", of the time that still stands; "oops I meant 1"
		takeAnswer(t, saysYes, x)
	case x.asked && t.Conv().Question == qBetter && said == turn.Yes && offer.OnAgain(t, m):
	case x.asked && t.Conv().Question == qBetter && said == turn.Yes && x.data.Time.Date == "" && (t.Heard().OwnWords ||
		whose.AnswersWords(t)): // "actually yes", or to what the organizer wrote
		passOn(t, m)
	case x.asked && t.Conv().Question == qBetter && said == turn.Yes:
		okToBetter(t, m, x.data)
	case ok:
		takeAnswer(t, a, x)
	default:
		besideAnswer(t, m)
	}
}

// asksBack takes a text that asks, or says that it has come to the wrong phone.
func asksBack(t *turn.Turn, m world.Meet) bool {
	switch h := t.Heard(); {
	case h.Reply == understand.Wrong && understand.KinHasPhone(t.Body()): // "this is her daughter she dont have her phone til tonight"
		passOn(t, m)
	case whom.KnowsNotWho(t, m):
		whoIsIt(t, m)
	case h.Reply == understand.Wrong, understand.AnswersWrong(h, t.Body(), m.Contact.Name, m.Contact.First()),
		h.Reply == understand.NoReply && understand.MovedAway(t.Body(), m.Contact.First()):
		whom.WrongNumber(t, m)
	case wantsCall(t, m):
	case h.Reply == understand.WhoIsIt && saysYesToo(t, m):
		return false
	case h.Reply == understand.WhoIsIt:
		whoIsIt(t, m)
	case h.Command == understand.Where:
		where(t, m)
	case place.Names(t, m):
	case offer.AsksOnly(h), h.Reply == understand.Another && understand.AsksIfStands(t.Body()):
		return known.Answers(t, m)
	default:
		return false
	}
	return true
}

// besideAnswer takes what is no answer: thanks stay in the thread, anything else the organizer reads.
func besideAnswer(t *turn.Turn, m world.Meet) {
	switch h := t.Heard(); {
	case m.Status == meeting.Confirmed && h.Reply == understand.Maybe && offer.Comes(t, m):
		passOn(t, m)
	case m.Open() && !m.Begun(t.Now()) && (h.Reply == understand.NoReply || h.Reply == understand.Maybe) &&
		understand.TellsOfIllness(t.Body()):
		toldIll(t, m)
	case h.Reply == understand.Maybe && m.Open() && !m.Begun(t.Now()),
		m.Status == meeting.Confirmed && !m.Begun(t.Now()) && h.Reply == understand.NoReply && understand.HasSecondThoughts(t.Body()):
		if m.Waver(t.Now()) { // the next text asks again, and nobody counts on the yes
			t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
		}
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.MaybeAnswer, m), Kind: "help"})
	case h.Reply == understand.Thanks && !understand.OnTheWay(t.Body()):
		t.SetOutcome("kept in the thread")
	case spoken.AgreesToTexts(t.Body()) && t.Phone().Consent == person.ConsentUnknown:
		consentByContact(t, m)
	default:
		passOn(t, m)
	}
}

// passOn has the organizer read the text. "Perfect ty" behind it is to our answer, and no yes.
func passOn(t *turn.Turn, m world.Meet) {
	if t.Kind() == world.TextIn && t.Conv().Kind == world.MeetTalk && t.Conv().SubjectID == m.ID {
		data := turn.Data[meetData](t)
		data.Told = true
		t.Remember(data)
	}
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
}

// aboutMine takes a contact's text about a one-on-one.
func aboutMine(t *turn.Turn) bool {
	asked, open := whom.Asked(t)
	if open && whom.Hear(t, asked) {
		return true
	}
	if open {
		whom.GoOn(t, asked)
	}
	m, ok := whom.Meet(t)
	if !ok {
		return onThread(t, asked)
	}
	if couple(t) {
		return true
	}
	if whom.For(t, m, asked) {
		return true
	}
	t.SetAbout(turn.Loose(m.Meeting))
	t.SetOutcome("understood")
	if said := understand.SaidForThem(t.Body(), t.Planning()); t.Heard().Reply == understand.NoReply && said != understand.NoReply {
		t.HearReply(said)
	}
	offer.HearYes(t, m)
	hearContact(t, m)
	return true
}

// notYet is a command that nothing is done on by text.
func notYet(t *turn.Turn) {
	t.SetOutcome("not by text yet")
	t.HandToStaff(matter.NeedsAnswer, "a command that is not understood by text yet: "+string(t.Heard().Command))
	t.Answer("help", t.Say(lang.NotYet, "word", strings.ToUpper(phrase.FirstWord(t.Body()))))
}

// asContact takes an organizer's answer to a text about a one-on-one in which they are the contact.
func asContact(t *turn.Turn) turn.Reply {
	h := t.Heard()
	if h.Command != understand.None || h.Digit == 0 && h.Reply == understand.NoReply && t.Conv().Question != qBetter {
		return turn.Another
	}
	m, ok := whom.Meet(t)
	if ok {
		t.SetAbout(turn.Loose(m.Meeting))
		hearContact(t, m)
	}
	if !ok {
		return turn.Another
	}
	return turn.Taken
}
