package agree

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/agree/place"
	"github.com/reportback/reportback/internal/core/talk/agree/spoken"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// The questions about a one-on-one.
const (
	qConfirm = "confirm" // 1, 2, 3
	qBetter  = turn.QBetter
	qAgain   = "again" // a yes right after a change was asked again
	qWhen    = "when"  // to what day and time is it moved?
)

// meetData is what the question to a contact must remember.
type meetData struct {
	Rule string      `json:"rule,omitempty"` // the text that asked
	At   time.Time   `json:"at,omitzero"`    // the time that was asked about
	New  bool        `json:"new,omitempty"`  // another offer was open when it came
	Told bool        `json:"told,omitempty"` // it said something kind first, to which "ok thanks" is no yes
	Time moment.Said `json:"time"`
	// Place was asked for with the time, in these words.
	Place string `json:"place,omitempty"`
	Words string `json:"words,omitempty"`
	// Offers are the times among which the organizer has the choice.
	Offers []time.Time `json:"offers,omitempty"`
}

// contactMeet finds which one-on-one a contact's text is about: the one that was asked about, else the next to come, else the one just
// past.
func contactMeet(t *turn.Turn) (world.Meet, bool) {
	whom, named := whose.Addressed(t)
	if t.Conv().Kind == world.MeetTalk {
		if m, ok := t.MeetByID(t.Conv().SubjectID); ok && t.IsMine(m) && (!named || m.Organizer.ID == whom.ID) {
			speakAs(t, m)
			return m, true
		}
	}
	var best world.Meet
	rank := 0
	for _, m := range t.Meetings() {
		if !t.IsMine(m) || named && m.Organizer.ID != whom.ID {
			continue
		}
		r := 2 * nearness(m, t.Now())
		if answersOne(t) && m.Status == meeting.Planned && m.StartsAt.After(t.Now()) && !m.ToldAt.IsZero() {
			r++ // told of, and not answered
		}
		if r > rank || r == 2 && rank == 2 {
			best, rank = m, r
		}
	}
	if rank > 0 {
		speakAs(t, best)
	}
	return best, rank > 0
}

// answersOne reports whether a text is an answer: then what waits for one is meant.
func answersOne(t *turn.Turn) bool {
	h := t.Heard()
	return h.Digit >= 1 && h.Digit <= 3 || h.Reply == understand.Yes || h.Reply == understand.No
}

// nearness ranks which one-on-one a contact most likely means, 0 where none.
func nearness(m world.Meet, now time.Time) int {
	switch {
	case m.Running(now):
		return 4
	case m.Open() && (m.StartsAt.After(now) || m.Status == meeting.Proposed):
		return 3
	case m.StartsAt.After(now):
		return 2 // declined or called off, but still to come
	case now.Sub(m.Ends()) < 7*24*time.Hour:
		return 1
	}
	return 0
}

// speakAs makes the contact of this one-on-one the speaker: on a shared phone there are several.
func speakAs(t *turn.Turn, m world.Meet) {
	if t.Who().ID == m.ContactID || !whose.MayRead(t, m) {
		return
	}
	t.SpeakFor(m.Contact)
}

// hearContact takes a contact's text about a one-on-one.
func hearContact(t *turn.Turn, m world.Meet) {
	t.SpeaksOf(m)
	x := answered{meet: m, data: turn.Data[meetData](t), asked: t.Conv().Kind == world.MeetTalk && t.Conv().SubjectID == m.ID}
	if asksBack(t, m) || afterAll(t, x) || namesTime(t, x) || place.NotThere(t, m) {
		return
	}
	said := t.Said()
	switch a, ok := answerIn(t); {
	case x.asked && x.data.Told && t.Heard().Digit == 0 && understand.Acknowledges(t.Body()):
		t.SetOutcome("kept in the thread: it thanks for what we said")
	case weekRuledOut(t, m):
		keepWeek(t, m)
	case said == turn.Further, offer.RulesOutOthers(t, m):
		passOn(t, m)
	case t.Heard().Digit != 0 && !x.asked && m.ToldAt.IsZero():
		t.SetOutcome("a digit that answers nothing we asked")
		t.Answer("help", t.Say(lang.DigitNothing))
		t.HandToStaff(matter.NeedsAnswer, "a digit that answers nothing we asked")
	case x.asked && t.Conv().Question == qBetter && said == turn.Yes && t.Heard().OwnWords && !answersWords(t) &&
		(m.Status == meeting.Planned || m.Status == meeting.Confirmed || m.Status == meeting.Declined &&
			lexicon.TakesBack.In(understand.Padded(t.Body()))): // "ok boss said yes", of the time that still stands; "oops I meant 1"
		takeAnswer(t, saysYes, x)
	case x.asked && t.Conv().Question == qBetter && said == turn.Yes && (t.Heard().OwnWords ||
		answersWords(t)): // "actually yes", or to what the organizer wrote
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
	case knowsNotWho(t, m):
		whoIsIt(t, m)
	case h.Reply == understand.Wrong, h.Reply == understand.MaybeStop && understand.WrongPhone(t.Body(), []string{
		m.Contact.Name,
		m.Contact.First(),
	}), h.Reply == understand.NoReply && understand.MovedAway(t.Body(), m.Contact.First()):
		wrongNumber(t, m)
	case wantsCall(t, m):
	case h.Reply == understand.WhoIsIt:
		whoIsIt(t, m)
	case h.Command == understand.Where:
		where(t, m)
	case place.Names(t, m):
	case asksOnly(h), h.Reply == understand.Another && understand.AsksIfStands(t.Body()):
		return answersAsked(t, m)
	default:
		return false
	}
	return true
}

// namesTime takes a text that puts another time forward.
func namesTime(t *turn.Turn, x answered) bool {
	switch {
	case offer.Arrives(t, x.meet), offer.Within(t, x.meet): // a yes
		t.HearReply(understand.Yes)
		takeAnswer(t, saysYes, x)
	case shiftsHour(t, x.meet), shiftsTo(t, x.meet), shiftsWeek(t, x.meet), otherHour(t, x.meet):
	case offersSeveral(t, x.meet, x.data.Time.Date):
	case t.Heard().Reply == understand.Another && x.meet.Open() && offer.Bounded(t):
		askTime(t, x.meet, meetData{}, "")
	case x.asked && t.Conv().Question == qBetter && betterTime(t, x.meet, x.data):
	case proposesTime(t, x.meet), t.Said() == turn.Yes && offer.ToOther(t, x.meet):
		propose(t, x.meet, meetData{})
	case asksForTime(t, x.meet):
		propose(t, x.meet, meetData{})
	case x.meet.Status == meeting.Proposed && namesHour(t, x.meet):
	case asksForHour(t, x) && namesHour(t, x.meet):
	case t.Said() == turn.No && refusesForAnother(t, x.meet):
	default:
		return false
	}
	return true
}

// otherHour asks for the hour of a day that suits, where only its hour does not.
func otherHour(t *turn.Turn, m world.Meet) bool {
	said, ok := offer.OtherHour(t, m)
	if _, ask := settle.Time(t, &said); ok {
		askTime(t, m, meetData{Time: said}, ask)
	}
	return ok
}

// asksForTime reports whether a text is nothing but a day and an hour, asked or wished for: "friday at 4?", "el sábado que sea a las 5"
func asksForTime(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	return m.Open() && (m.Status == meeting.Proposed || !m.Begun(t.Now())) && h.Digit == 0 && h.Reply == understand.NoReply &&
		(h.When.HasDate() || len(h.When.Options) > 0) && !answersWords(t) && (understand.OnlyTime(strings.Trim(t.Body(), " ?¿"), h.When) ||
		h.When.HasClock && understand.OnlyOfHour(strings.Trim(phrase.WithoutTimes(t.Body(), t.Planning()), " ?¿")))
}

// asksForHour reports whether an hour that is asked about may be another for what is asked, or was confirmed already: "so 4?"
func asksForHour(t *turn.Turn, x answered) bool {
	only := strings.ContainsAny(t.Body(), "?¿") && x.meet.Status == meeting.Confirmed && !answersWords(t) &&
		understand.OnlyOfHour(strings.Trim(t.Body(), " ?¿"))
	return (x.asked && t.Heard().Question || only) && x.meet.Open() && !x.meet.Begun(t.Now())
}

// namesHour takes an hour alone while another time is agreed upon: "hmm 430?"
func namesHour(t *turn.Turn, m world.Meet) bool {
	said := moment.Said{}
	h := t.Heard()
	if h.Digit != 0 || h.Reply != understand.NoReply || len(strings.Fields(t.Body())) > 6 ||
		!said.HearHour(t.Body(), offer.At(m).In(t.Loc())) && !h.When.HasClock {
		return false
	}
	if h.When.HasClock { // "5 y media"
		said.Clock = moment.Clock(h.When.Hour, h.When.Minute)
	}
	said.SameDayAs(offer.At(m).In(t.Loc()))
	if at, _ := settle.Time(t, &said); m.Status != meeting.Proposed && at.Equal(m.StartsAt) { // "3?" only asks
		return false
	}
	propose(t, m, meetData{Time: said})
	return true
}

// besideAnswer takes what is no answer: thanks stay in the thread, anything else the organizer reads.
func besideAnswer(t *turn.Turn, m world.Meet) {
	switch h := t.Heard(); {
	case m.Status == meeting.Confirmed && h.Reply == understand.Maybe && (understand.ComesAnyway(t.Body()) || offer.LateOnly(t, m)):
		passOn(t, m)
	case h.Reply == understand.Maybe && m.Open() && !m.Begun(t.Now()),
		m.Status == meeting.Confirmed && h.Reply == understand.NoReply && understand.HasSecondThoughts(t.Body()):
		if m.Waver(t.Now()) { // the next text asks again, and nobody counts on the yes
			t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
		}
		t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.SayMeet(lang.MaybeAnswer, m), Kind: "help"})
	case m.Open() && !m.Begun(t.Now()) && h.Reply == understand.NoReply && understand.TellsOfIllness(t.Body()):
		toldIll(t, m)
	case h.Reply == understand.Thanks:
		t.SetOutcome("kept in the thread")
	case spoken.AgreesToTexts(t.Body()) && t.Phone().Consent == person.ConsentUnknown:
		consentByContact(t, m)
	default:
		passOn(t, m)
	}
}

// passOn has the organizer read the text.
func passOn(t *turn.Turn, m world.Meet) {
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: t.Say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
}

// asksOnly reports whether a text answers nothing, so that what it asks may be answered.
func asksOnly(h understand.Text) bool {
	return h.Digit == 0 && (h.Reply == understand.NoReply || h.Reply == understand.Maybe || h.Reply == understand.Thanks ||
		h.Reply == understand.Another && !h.When.HasDate() && !h.When.HasClock)
}

// proposesTime reports whether the text puts another time forward by itself, not only mentions one.
func proposesTime(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if !h.When.HasDate() && !h.When.HasClock && len(h.When.Options) == 0 || h.Digit != 0 {
		return false
	}
	if m.Begun(t.Now()) && m.Status != meeting.Proposed {
		return false
	}
	return h.Reply == understand.Another || h.Reply == understand.NoReply && !answersWords(t) && understand.OnlyTime(t.Body(), h.When)
}

// refusesForAnother takes a no that goes on to another time: "a las 3 no puedo, a las 5 si".
func refusesForAnother(t *turn.Turn, m world.Meet) bool {
	if !m.Open() || m.Begun(t.Now()) && m.Status != meeting.Proposed {
		return false
	}
	pieces := strings.FieldsFunc(strings.NewReplacer(" but ", ",", " pero ", ",").Replace(t.Body()),
		func(r rune) bool { return strings.ContainsRune(",.;?!\n", r) })
	for i := len(pieces) - 1; i > 0; i-- {
		h := understand.Read(pieces[i], t.Planning())
		said := moment.Said{Base: t.BaseOf(m)}
		if h.Reply == understand.No || !h.When.HasDate() && !h.When.HasClock || !said.Hear(pieces[i], understand.Text{}, t.Planning()) {
			continue
		}
		propose(t, m, meetData{Time: said})
		return true
	}
	return false
}

// betterTime takes the answer to "what day and time suits you?"; false when the words say nothing about a time.
func betterTime(t *turn.Turn, m world.Meet, x meetData) bool {
	h := t.Heard()
	hour := h.Digit >= 1 && x.Time.Date != "" && x.Time.Clock == "" // "3" answers "at what time?"
	if h.Reply == understand.No && !h.When.HasDate() && !hour || h.Reply == understand.Thanks {
		return false
	}
	said := x.Time
	said.Base = t.BaseOf(m)
	if !said.Hear(t.Body(), h, t.Planning()) && (said.Date == "" || !understand.SaysSameTime(t.Body())) {
		return false
	}
	if said.Date == "" && said.Clock == "" && len(said.Options) == 0 { // a week alone: a weekday that follows is of it
		x.Time.WeekOf = said.WeekOf
		t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qBetter, Data: turn.Encode(x)})
		passOn(t, m)
		return true
	}
	propose(t, m, meetData{Time: said, Place: x.Place, Words: x.Words})
	return true
}

// aboutMine takes a contact's text about a one-on-one.
func aboutMine(t *turn.Turn) bool {
	var asked whomData
	if t.Conv().Kind == world.MeetTalk && t.Conv().Question == qWhom {
		asked = turn.Data[whomData](t)
		asked.asked = t.Conv().AskedAt
		if hearWhom(t, asked) {
			return true
		}
		goOn(t, asked)
	}
	m, ok := contactMeet(t)
	if !ok {
		return onThread(t, asked)
	}
	if couple(t) {
		return true
	}
	if forWhom(t, m, asked) {
		return true
	}
	t.SetAbout(turn.Loose(m.Meeting))
	t.SetOutcome("understood")
	if said := understand.SaidForThem(t.Body(), t.Planning()); t.Heard().Reply == understand.NoReply && said != understand.NoReply {
		t.HearReply(said)
	}
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
	m, ok := contactMeet(t)
	if ok {
		t.SetAbout(turn.Loose(m.Meeting))
		hearContact(t, m)
	}
	if !ok {
		return turn.Another
	}
	return turn.Taken
}
