package agree

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/agree/known"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// namesTime takes a text that puts another time forward.
func namesTime(t *turn.Turn, x answered) bool {
	switch {
	case t.Heard().Reply != understand.Another && known.AsksOnly(t, x.meet):
		return false
	case asksIfThen(t, x.meet), beforeNext(t, x):
	case t.Heard().Reply == understand.Another && understand.BeginsOfNextTime(t.Body()):
		passOn(t, x.meet)
	case offer.Arrives(t, x.meet), offer.Within(t, x.meet), offer.HeldAndComes(t, x.meet): // a yes
		t.HearReply(understand.Yes)
		takeAnswer(t, saysYes, x)
	case hourFits(t, x):
	case putsRight(t, x.meet):
	case x.meet.Open() && corrects(t, x.meet), shiftsHour(t, x.meet), shiftsTo(t, x.meet), anotherHour(t, x.meet), shiftsWeek(t, x.meet),
		otherHour(t, x.meet):
	case offersSeveral(t, x.meet, x.data.Time.Date):
	case x.meet.Open() && !(x.asked && t.Conv().Question == qBetter) && offer.Days(t, x.meet, &x.data.Time):
		askTime(t, x.meet, meetData{Time: x.data.Time}, offer.AskDay(t, &x.data.Time))
	case x.asked && t.Conv().Question == qBetter && betterTime(t, x.meet, x.data):
	case offer.Proposes(t, x.meet), t.Said() == turn.Yes && offer.ToOther(t, x.meet):
		propose(t, x.meet, meetData{})
	case offer.AsksForTime(t, x.meet):
		propose(t, x.meet, meetData{})
	case x.meet.Status == meeting.Proposed && namesHour(t, x.meet):
	case asksForHour(t, x) && namesHour(t, x.meet):
	case t.Said() == turn.No && refusesForAnother(t, x.meet):
	default:
		return false
	}
	return true
}

// asksIfThen answers whether it is on the day that is asked about; who tells what may be in the way is asked whether it still suits.
func asksIfThen(t *turn.Turn, m world.Meet) bool {
	held, ok := offer.AsksIfThen(t, m)
	if !ok {
		held, ok = offer.OfHoliday(t, m)
	}
	if !ok {
		return false
	}
	t.HearReply(understand.NoReply)
	said, kind := known.FromRecord(t, m, understand.OfHour|understand.InDoubt), "answer"
	if held {
		said, kind = t.SayMeet(lang.TwoDaysAsk, m), "help"
		if m.Waver(t.Now()) { // nobody counts on the yes that was given before
			t.Add(change.SaveMeeting{Meeting: m.Meeting, At: t.Now()})
		}
		t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qConfirm, Data: turn.Encode(meetData{})})
	}
	t.Happened(fact.ForOrganizer{Meet: m, Thanks: said, Kind: kind})
	return true
}

// putsForward takes the one hour among several that is put forward, or said to suit, while the others are told; and until when somebody
// is away.
func putsForward(t *turn.Turn, x answered) bool {
	m := x.meet
	if y := x.data; x.asked && t.Conv().Question == qBetter && offer.HourOfDay(t, m, &y.Time) || offer.SameTimeAhead(t, m, &y.Time) {
		propose(t, m, meetData{Time: y.Time, Place: y.Place, Words: y.Words})
		return true
	}
	if offer.YesAndTells(t, m) {
		t.HearReply(understand.Yes)
		takeAnswer(t, saysYes, x)
		return true
	}
	switch then, answer, away := offer.Away(t, m); {
	case then:
		keepWeek(t, m)
		return true
	case away && answer == understand.Yes:
		t.HearReply(answer)
		takeAnswer(t, saysYes, x)
		return true
	case away:
		passOn(t, m)
		return true
	}
	switch said, own, ok := offer.Among(t, m); {
	case own == understand.Maybe:
		t.HearReply(own)
		besideAnswer(t, m)
		return true
	case own == understand.Yes, own == understand.No:
		t.HearReply(own)
		a, _ := answerIn(t)
		takeAnswer(t, a, x)
		return true
	case ok && said.Clock == "":
		_, ask := settle.Time(t, &said)
		askTime(t, m, meetData{Time: said}, ask)
		return true
	case ok:
		propose(t, m, meetData{Time: said})
		return true
	}
	said, open := offer.OtherSuch(t, m)
	if !open {
		said, open = offer.AfterHeld(t, m)
	}
	if open {
		_, ask := settle.Time(t, &said)
		askTime(t, m, meetData{Time: said}, ask)
		return true
	}
	said, ok := offer.AtLast(t, m)
	if ok {
		propose(t, m, meetData{Time: said})
	}
	return ok
}

// beforeNext takes an answer with its hour behind which something is said of another time than this one: "ok at 3. can we do 4 next time".
func beforeNext(t *turn.Turn, x answered) bool {
	h := t.Heard()
	if !x.asked || h.Reply != understand.Another || !h.When.HasClock || !understand.OfNextTime(t.Body(), t.Planning()) {
		return false
	}
	if offer.SameClock(t, x.meet) {
		t.HearReply(understand.Yes)
		takeAnswer(t, saysYes, x)
		return true
	}
	said := moment.Said{Clock: moment.Clock(h.When.Hour, h.When.Minute)}
	said.SameDayAs(offer.At(x.meet).In(t.Loc()))
	propose(t, x.meet, meetData{Time: said})
	return true
}

// putsRight takes a day that puts right what was asked for, or that is known by the one-on-one: "i meant sat", "the day after".
func putsRight(t *turn.Turn, m world.Meet) bool {
	said, ok := offer.Meant(t, m)
	if !ok {
		said, ok = offer.DayBehind(t, m)
	}
	if ok {
		propose(t, m, meetData{Time: said})
	}
	return ok
}

// corrects takes another time behind a word that takes back the one before: "wait no saturday 10am".
func corrects(t *turn.Turn, m world.Meet) bool {
	words := offer.Corrected(t)
	said := moment.Said{Base: t.BaseOf(m)}
	if words == "" || m.Begun(t.Now()) && m.Status != meeting.Proposed || !said.Hear(words, understand.Text{}, t.Planning()) {
		return false
	}
	propose(t, m, meetData{Time: said})
	return true
}

// otherHour asks for the hour of a day that suits, where only its hour does not.
func otherHour(t *turn.Turn, m world.Meet) bool {
	said, ok := offer.OtherHour(t, m)
	switch _, ask := settle.Time(t, &said); {
	case ok && ask == "":
		propose(t, m, meetData{Time: said})
	case ok:
		askTime(t, m, meetData{Time: said}, ask)
	}
	return ok
}

// asksForHour reports whether an hour that is asked about may be another for what is asked, or was confirmed already: "so 4?"
func asksForHour(t *turn.Turn, x answered) bool {
	only := strings.ContainsAny(t.Body(), "?¿") && x.meet.Status == meeting.Confirmed && !whose.AnswersWords(t) &&
		understand.OnlyOfHour(strings.Trim(t.Body(), " ?¿"))
	return (x.asked && t.Heard().Question || only) && x.meet.Open() && !x.meet.Begun(t.Now())
}

// hourFits takes an hour that fits, or is to be nearer. Where it may be the number of an answer it is asked.
func hourFits(t *turn.Turn, x answered) bool {
	said, own, digit := offer.HourFits(t, x.meet, x.asked)
	switch {
	case said.Clock == "", x.data.Time.Date != "" && t.Conv().Question == qBetter: // the hour of the day that was asked for: "yes 10"
		return false
	case own && digit:
		t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: x.meet.ID, Question: qConfirm, Data: turn.Encode(meetData{})})
		t.Answer("ask:confirm", t.SayMeet(lang.TwoDaysAsk, x.meet))
	case own:
		t.HearReply(understand.Yes)
		takeAnswer(t, saysYes, x)
	default:
		said.SameDayAs(offer.At(x.meet).In(t.Loc()))
		propose(t, x.meet, meetData{Time: said})
	}
	return true
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

// refusesForAnother takes a no that goes on to another time: "a las 3 no puedo, a las 5 si".
func refusesForAnother(t *turn.Turn, m world.Meet) bool {
	if !m.Open() || m.Begun(t.Now()) && m.Status != meeting.Proposed {
		return false
	}
	pieces := strings.FieldsFunc(strings.NewReplacer(" but ", ",", " pero ", ",").Replace(t.Body()),
		func(r rune) bool { return strings.ContainsRune(",.;?!\n", r) })
	for i := len(pieces) - 1; i > 0; i-- {
		h, said := understand.Read(pieces[i], t.Planning()), moment.Said{Base: t.BaseOf(m)}
		if h.Reply == understand.No || understand.TellsDayLater(pieces[i]) || !h.When.HasDate() && !h.When.HasClock ||
			!said.Hear(pieces[i], understand.Text{}, t.Planning()) {
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
	if offer.SaysDeclined(t, m) { // "thurs", behind "I can't"
		passOn(t, m)
		return true
	}
	said, words, part := x.Time, t.Body(), false
	said.Base = t.BaseOf(m)
	if from, to := lexicon.WeekAfter.Find(words); to > 0 { // "la otra semana si, el martes": behind that of the one-on-one
		said.WeekOf = offer.WeekBehind(t, m)
		words = words[:from] + words[to:]
	}
	if !said.Hear(words, h, t.Planning()) && (said.Date == "" || !understand.SaysSameTime(t.Body())) {
		if !offer.HourOpen(t, m, &said) {
			return false
		}
		part = said.Clock == ""
	}
	if part || said.Date == "" && said.Clock == "" && len(said.Options) == 0 { // a week alone: a weekday that follows is of it
		if x.Time.WeekOf = said.WeekOf; part {
			x.Time = said
		}
		t.OpenTalk(world.Conversation{Kind: world.MeetTalk, SubjectID: m.ID, Question: qBetter, Data: turn.Encode(x)})
		passOn(t, m)
		return true
	}
	propose(t, m, meetData{Time: said, Place: x.Place, Words: x.Words})
	return true
}
