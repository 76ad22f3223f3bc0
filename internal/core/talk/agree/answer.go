package agree

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// okToBetter: a yes in words while another time is asked for answers our question, and is no yes to the time that does not suit.
func okToBetter(t *turn.Turn, m world.Meet, x meetData) {
	if _, ask := settle.Time(t, &x.Time); ask != "" {
		t.Answer("ask:when", ask)
		return
	}
	if m.Status == meeting.Declined && m.StartsAt.After(t.Now()) && understand.YesAfterNo(t.Body()) { // "si", to what was declined: after all?
		t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qConfirm, Data: turn.Encode(meetData{})})
		t.Answer("ask:confirm", t.SayMeet(lang.TwoDaysAsk, m))
		return
	}
	if m.Status == meeting.Declined || m.Status == meeting.NoShow {
		t.SetOutcome("kept in the thread: it answers nothing that we asked")
		return
	}
	t.Answer("ask:when", t.SayMeet(lang.ProposalAskWhen, m))
}

// answer is what a contact says to a one-on-one.
type answer uint8

const (
	saysYes answer = iota
	saysAnother
	saysNo
	answersSaid
)

func (a answer) String() string { return [...]string{"yes", "another", "no", "no"}[a] }

// answerIn is the answer in a contact's text, if there is one.
func answerIn(t *turn.Turn) (answer, bool) {
	switch said := t.Said(); {
	case said.Agrees():
		return saysYes, true
	case said == turn.Two, t.Heard().Reply == understand.Another:
		return saysAnother, true
	case said.Refuses():
		return saysNo, true
	}
	return 0, false
}

// standing is where a one-on-one stands when its contact answers.
type standing uint8

const (
	coming      standing = iota
	declined             // it is still to come
	askedByUs            // the organizer asks for another time
	askedByThem          // the contact asks for another time, or somebody for one that is not named
	askedTooOld          // the same, and the old time is past
	isOffNow
	begun
	standings
)

func (s standing) String() string {
	return [...]string{"coming", "declined", "asked by us", "asked by them", "asked, too old", "off", "begun"}[s]
}

func standingOf(m world.Meet, now time.Time) standing {
	asked, past := m.Status == meeting.Proposed, m.Begun(now)
	switch {
	case asked && m.Proposal.By == meeting.Organizer && !m.Proposal.At.IsZero():
		return askedByUs
	case asked && past:
		return askedTooOld
	case asked:
		return askedByThem
	case past:
		return begun
	case m.Status == meeting.Declined:
		return declined
	case m.Status == meeting.Planned || m.Status == meeting.Confirmed:
		return coming
	}
	return isOffNow
}

// answered is an answer with the one-on-one that it is about.
type answered struct {
	meet  world.Meet
	data  meetData
	asked bool // the text answers the open question
	digit bool // by its number
}

// step is what an answer does.
type step struct {
	name string
	do   func(*turn.Turn, answered)
}

// answers says what each answer does to a one-on-one, wherever it stands.
func answers() [answersSaid][standings]step {
	yes, accepts, asks, no := step{"confirm", confirm}, step{"accept", accepted}, step{"ask when", askWhen}, step{"decline", decline}
	isOff, isPast, isOver := step{"is off", tellOff}, step{"is past", tellPast}, step{"is past, passed on", passPast}
	sayOff, sayPast := step{"is off, said", saidOff}, step{"is past, said", saidPast}
	return [answersSaid][standings]step{
		saysYes:     {coming: yes, declined: yes, askedByUs: accepts, askedByThem: isOff, askedTooOld: isPast, isOffNow: isOff, begun: isPast},
		saysAnother: {coming: asks, declined: asks, askedByUs: asks, askedByThem: asks, askedTooOld: asks, isOffNow: sayOff, begun: sayPast},
		saysNo:      {coming: no, declined: isOff, askedByUs: no, askedByThem: no, askedTooOld: no, isOffNow: isOff, begun: isOver},
	}
}

// takeAnswer does what the table says.
func takeAnswer(t *turn.Turn, a answer, x answered) {
	x.digit = t.Heard().Digit != 0
	answers()[a][standingOf(x.meet, t.Now())].do(t, x)
}

// tellOff: a number is told that it is for what is off; words may be meant for the organizer.
func tellOff(t *turn.Turn, x answered) {
	if takesBack(t, x) {
		return
	}
	if !x.digit {
		relayOrKeep(t, x.meet, x.asked)
		return
	}
	saidOff(t, x)
	t.SetOutcome("a digit for what is off")
}

// takesBack takes a yes of who asked for another time to the one that stood before: "nvm, monday is ok after all".
func takesBack(t *turn.Turn, x answered) bool {
	m, r := x.meet, t.Heard().When
	day := r.Date.Weekday()
	same := r.HasDate() && (offer.SameDay(t, m) || r.BareWeekday && day == m.StartsAt.In(t.Loc()).Weekday() &&
		day != offer.At(m).In(t.Loc()).Weekday())
	if x.digit || m.Status != meeting.Proposed || m.Proposal.By != meeting.Contact || r.HasDate() && !same ||
		!same && !lexicon.TakesBack.In(understand.Padded(t.Body())) || r.HasClock && !offer.SameClock(t, m) || m.Refuse(t.Now()) != nil {
		return false
	}
	t.Void(m, "the contact takes the other time back")
	t.Replan(m, true)
	confirm(t, answered{meet: m, asked: true})
	return true
}

// saidOff: who asks for another time by a number hears that it is off; in words the organizer reads it, who may want one too.
func saidOff(t *turn.Turn, x answered) {
	if !x.digit {
		passOn(t, x.meet)
		return
	}
	t.Answer("help", t.SayMeet(lang.DigitOff, x.meet))
}

// saidPast: who asks for another time hears that it has begun, by a number or in words; words that come when it is over are passed on.
func saidPast(t *turn.Turn, x answered) {
	if !x.digit && !x.meet.Ends().After(t.Now()) {
		passOn(t, x.meet)
		return
	}
	t.Happened(fact.ForOrganizer{Meet: x.meet, Thanks: t.SayMeet(lang.DigitPast, x.meet)})
}

// tellPast: a number is told that it has begun; words may be meant for the organizer.
func tellPast(t *turn.Turn, x answered) {
	if !x.digit && !understand.PlainYes(t.Body()) { // a "yes" that comes then answers somebody, and an "ok" may answer nobody
		relayOrKeep(t, x.meet, x.asked)
		return
	}
	passPast(t, x)
}

// passPast: what comes once it has begun, the organizer reads.
func passPast(t *turn.Turn, x answered) {
	if x.digit {
		saidPast(t, x)
		return
	}
	passOn(t, x.meet)
}

// accepted: the contact says yes to the organizer's other time.
func accepted(t *turn.Turn, x answered) { contactAccepts(t, x.meet) }

// againWithin is how soon after a change a yes was most likely meant for the time before it.
const againWithin = 2 * time.Minute

// confirm takes a yes to a time that is still to come.
func confirm(t *turn.Turn, x answered) {
	m := x.meet
	if doubtfulYes(t, x) {
		return
	}
	rev := m.Rev
	first, err := m.Confirm(t.Now())
	if err != nil {
		passPast(t, x)
		return
	}
	t.SaveMeet(m, change.ContactConfirmed, t.Body())
	if m.Rev != rev {
		t.Void(m, "taken up again by the contact")
		t.Replan(m, true)
	}
	words := moreWords(t)
	t.CloseTalk()
	if !first && (words != "" || whose.AnswersWords(t) || whose.WroteSinceYes(t, x.meet)) {
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.YesAnswer, m) + along(t, m, words), Kind: "confirmed"})
		return
	}
	if first {
		t.Tell(m.Organizer, reminder.ConfirmedRule, turn.SubjectOf(m.Meeting), wordsNote(m, words), "the contact's first yes")
	}
	t.Answer("confirmed", t.SayMeet(lang.YesAnswer, m), along(t, m, words))
}

// doubtfulYes takes a yes that confirms nothing: to nothing that we asked, or so soon after a change that it may be meant for the time
// before.
func doubtfulYes(t *turn.Turn, x answered) bool {
	m := x.meet
	switch {
	case m.Status == meeting.Planned && !m.AnsweredAt.IsZero() && whose.AnswersWords(t) && understand.Acknowledges(t.Body()), // of who wavered
		!x.asked && m.Status == meeting.Confirmed && m.StartsAt.Sub(t.Now()) < offer.Soon && understand.SeesThem(t.Body()): // on the way
		passOn(t, m)
	case !x.asked && !x.digit && m.Status == meeting.Confirmed && moreWords(t) == "" && !whose.AnswersWords(t) && !whose.WroteSinceYes(t, m):
		t.SetOutcome("kept in the thread: it answers nothing that we asked")
		if understand.PlainYes(t.Body()) && t.Now().Sub(m.AnsweredAt) > againWithin && t.MayAutoAnswer() {
			t.Answer("help", t.SayMeet(lang.SettledTell, m))
		}
	case x.asked && x.data.Rule == reminder.ChangedRule && t.Conv().Question == qConfirm && t.Now().Sub(t.Conv().AskedAt) < againWithin &&
		!offer.NamesNew(t, m, x.data.At):
		t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qAgain, Data: turn.Encode(meetData{Rule: x.data.Rule})})
		offer.Beside(t, m, moreWords(t), "ask:confirm", t.SayMeet(lang.YesAfterChange, m))
	default:
		return false
	}
	return true
}

// relayOrKeep passes words on that may be meant for the organizer; a bare ok that answers nothing and names no time stays in the thread.
func relayOrKeep(t *turn.Turn, m world.Meet, asked bool) {
	if !asked && len(strings.Fields(t.Body())) <= 2 && !whose.AnswersWords(t) && !t.Heard().When.HasDate() && !t.Heard().When.HasClock {
		t.SetOutcome("kept in the thread: it answers nothing that we asked")
		return
	}
	passOn(t, m)
}

// decline takes a no: the one-on-one is off, the organizer hears it at once.
func decline(t *turn.Turn, x answered) {
	m := x.meet
	if err := m.Decline(t.Now()); err != nil {
		passOn(t, m)
		return
	}
	tellNo(t, m)
}

// tellNo tells of a no, and asks for nothing; a time that follows is another one.
func tellNo(t *turn.Turn, m world.Meet) {
	tellDeclined(t, m, moreWords(t))
	t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qBetter, Data: turn.Encode(weekNamed(t, m))})
	t.Answer("declined", t.SayMeet(offer.AnswerToNo(t), m))
}

// tellDeclined writes down that the contact can't, and has the organizer hear it with the words.
func tellDeclined(t *turn.Turn, m world.Meet, words string) {
	t.SaveMeet(m, change.ContactDeclined, t.Body())
	t.Void(m, "the contact can't make it")
	t.Tell(m.Organizer, reminder.DeclinedRule, turn.SubjectOf(m.Meeting), wordsNote(m, words), "the contact can't make it")
	if words != "" {
		t.Happened(fact.WordsAlong{Meet: m})
	}
}

// askWhen takes a bare 2: the day and time are asked for. Who says no as well is not expected any more.
func askWhen(t *turn.Turn, x answered) {
	if (t.Heard().Refused || offer.HasOccasion(t, x.meet)) && x.meet.Status != meeting.Proposed && x.meet.Open() && !x.meet.Begun(t.Now()) {
		decline(t, x)
		return
	}
	if x.meet.Waver(t.Now()) { // nobody counts on the yes that was given before
		t.Add(change.SaveMeeting{Meeting: x.meet.Meeting, At: t.Now()})
	}
	t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: x.meet.ID, Question: qBetter, Data: turn.Encode(weekNamed(t, x.meet))})
	if moreWords(t) == "" {
		offer.PlanWish(t, x.meet)
	}
	offer.Beside(t, x.meet, moreWords(t), "ask:when", t.SayMeet(lang.ProposalAskWhen, x.meet))
}
