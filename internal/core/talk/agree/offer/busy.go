package offer

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// BusyThen reports whether a yes goes on with what holds the contact at the very hour that is asked for: "yes but at 3 i pick up my kids".
// It is no yes, and no other time.
func BusyThen(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if at := At(m).In(t.Loc()); h.Reply == understand.Yes && h.Digit == 0 && !h.Question &&
		understand.OutTooLate(t.Body(), at.Hour()*60+at.Minute()) { // "yes but i get off at 4"
		return true
	}
	if _, after := AfterHeld(t, m); after {
		return false
	}
	if AtWorkThen(t, m) {
		return true
	}
	if r := h.When; len(r.Except) > 0 && r.HasClock && !r.HasDate() && h.Digit == 0 && understand.MovedOccasion(t.Body()) {
		return true // "the hearing got moved to thursday at 2 so idk if ill make it by 3": the hour is the hearing's
	}
	if h.Digit != 0 || h.Question || h.Reply != understand.Yes && h.Reply != understand.Another {
		return h.Digit == 0 && !h.Question && h.Reply == understand.NoReply && heldPast(t, m)
	}
	held := understand.HeldBehindBut(t.Body())
	if held == "" {
		return false
	}
	at := m.StartsAt.In(t.Loc())
	r := understand.Times(held, t.Planning())
	if r.HasDate() && r.Date != when.DateOf(at) {
		return false
	}
	hour, minute := r.Hour, r.Minute
	if !r.HasClock {
		var ok bool
		if hour, minute, ok = understand.HourAlone(held); !ok {
			return false
		}
	}
	return hour%12 == at.Hour()%12 && minute == at.Minute()
}

// WorksThen reports whether a text says that its writer is held at the very hour of the one-on-one, and puts no other forward: "a las 3
// estoy trabajando, salgo hasta las 5 y media".
func WorksThen(t *turn.Turn, m world.Meet) bool {
	h, said, at := t.Heard(), moment.Said{}, At(m).In(t.Loc())
	held := understand.HeldAt(t.Body())
	if held == "" || h.Digit != 0 || h.Question || h.Reply == understand.Yes || !m.Open() || m.Status == meeting.Proposed ||
		m.Begun(t.Now()) || lexicon.SoThen.Any(strings.Fields(understand.Padded(t.Body()))) || understand.ComesAnyway(t.Body()) {
		return false
	}
	if r := h.When; r.HasDate() && r.Date != when.DateOf(at) && !(r.BareWeekday && r.Date.Weekday() == at.Weekday()) {
		return false
	}
	return said.HearHour(held, at) && said.Clock == at.Format(moment.Layout)
}

// HeldAndComes reports whether somebody tells until when they are held and that they come then: "im at work till 2:30 then ill head over".
func HeldAndComes(t *turn.Turn, m world.Meet) bool {
	return m.Open() && m.Status != meeting.Proposed && understand.ComesAnyway(t.Body()) && understand.HeldUntil(t.Body()) != "" &&
		!heldPast(t, m)
}

// HeldThatHour reports whether the hour that stands is named beside a wish for another time, or beside a question and words of one's own:
// "i have class. at 3?", "3pm is my sons iep meeting. can my wife go instead?" Neither is a yes.
func HeldThatHour(t *turn.Turn) bool {
	h := t.Heard()
	if lexicon.AnotherTime.In(understand.Padded(t.Body())) { // "el 3 es mi cumple jaja otro dia"
		return true
	}
	return h.Question && h.OwnWords && h.Reply == understand.Another && h.When.HasClock
}

// heldPast reports whether somebody is held elsewhere on that day until an hour behind the one that is asked for: "omg im at work till 5".
func heldPast(t *turn.Turn, m world.Meet) bool {
	until, at := understand.HeldUntil(t.Body()), At(m).In(t.Loc())
	said := moment.Said{}
	if until == "" || !m.Open() || m.Begun(t.Now()) || !OwnTime(t, m) || !said.HearHour(until, at) {
		return false
	}
	l, err := time.Parse(moment.Layout, said.Clock)
	return err == nil && (l.Hour()-at.Hour())*60+l.Minute()-at.Minute() > 0
}

// AtLast is the time that a contact puts forward behind others that they only tell of: "cant do 3 i get off at 330 what about like 4ish".
func AtLast(t *turn.Turn, m world.Meet) (said moment.Said, ok bool) {
	h, words := t.Heard(), understand.Offered(t.Body())
	if last := understand.AskedLast(t.Body()); last != "" && h.Digit == 0 && h.Reply == understand.NoReply && m.Open() && !m.Begun(t.Now()) {
		was := At(m).In(t.Loc())
		on := understand.Read(last, t.Planning()).When
		alone := !on.HasDate() && len(on.Options) == 0 // "fri 2 or mon 10am?" has days of its own
		if said = (moment.Said{Base: t.BaseOf(m)}); alone && said.HearHour(last, was) &&
			said.Clock != was.Format(moment.Layout) {
			said.SameDayAs(was)
			return said, true
		}
	}
	if words == "" || h.Digit != 0 || h.When.HasClock || h.When.HasDate() || len(h.When.Options) > 0 || !m.Open() || m.Begun(t.Now()) ||
		h.Reply != understand.Another && h.Reply != understand.No && h.Reply != understand.NoReply {
		return said, false
	}
	said = moment.Said{Base: t.BaseOf(m)}
	if said.HearHour(words, At(m).In(t.Loc())) {
		said.SameDayAs(At(m).In(t.Loc()))
		return said, true
	}
	return said, said.Hear(words, understand.Text{}, t.Planning()) && (said.Date != "" || len(said.Options) > 0)
}

// AfterHeld is the day of the one-on-one without its hour, where somebody says to be held until an hour behind it and to have time after
// that: "ese dia trabajo hasta las 5, se puede despues?"
func AfterHeld(t *turn.Turn, m world.Meet) (said moment.Said, ok bool) {
	at, free := m.StartsAt.In(t.Loc()), moment.Said{}
	from := understand.AfterHeld(t.Body())
	if day, other := otherWeekday(t, at); other && from != "" && t.Heard().Digit == 0 && (m.Open() || m.Status == meeting.Declined) &&
		m.Status != meeting.Proposed && !m.Begun(t.Now()) { // "i work til 5 fridays and after that im free", of a Thursday
		return moment.Said{Date: day.String(), Base: t.BaseOf(m)}, true
	}
	if from == "" || t.Heard().Digit != 0 || !m.Open() && m.Status != meeting.Declined || m.Status == meeting.Proposed || m.Begun(t.Now()) ||
		t.Heard().When.HasDate() && !OwnTime(t, m) && !SameDay(t, m) || !free.HearHour(from, at) {
		return said, false
	}
	l, err := time.Parse(moment.Layout, free.Clock)
	return moment.Said{Date: phrase.DateOf(at)}, err == nil && (l.Hour()-at.Hour())*60+l.Minute()-at.Minute() > 0
}

// otherWeekday is the day behind the one-on-one's of the only weekday that a text names, where that is another: "fridays".
func otherWeekday(t *turn.Turn, at time.Time) (day when.Date, ok bool) {
	days := understand.WeekdaysIn(t.Body())
	if len(days) != 1 || days[0] == at.Weekday() || t.Heard().When.HasDate() {
		return when.Date{}, false
	}
	ahead := (int(days[0]) - int(at.Weekday()) + 7) % 7
	return when.DateOf(at).AddDays(ahead), true
}

// freeBy reports whether somebody says from when on they have time on the one-on-one's weekday, and it begins then or later: "i work til 2
// thursdays and after that im free", of 3 PM.
func freeBy(t *turn.Turn, m world.Meet) bool {
	from, at, free := understand.AfterHeld(t.Body()), At(m).In(t.Loc()), moment.Said{}
	if from == "" || t.Heard().Digit != 0 || t.Heard().Question || t.Heard().Condition || !free.HearHour(from, at) {
		return false
	}
	for _, d := range understand.WeekdaysIn(t.Body()) {
		if d != at.Weekday() {
			return false
		}
	}
	l, err := time.Parse(moment.Layout, free.Clock)
	return err == nil && l.Hour()*60+l.Minute() <= at.Hour()*60+at.Minute()
}

// RulesOut reports whether a text that asks for another time says that the old one is out. Who tells of another weekday's hours says
// nothing of it: "mondays i work til 4 and then im open", of a Thursday.
func RulesOut(t *turn.Turn, m world.Meet) bool {
	if _, other := otherWeekday(t, m.StartsAt.In(t.Loc())); other && understand.AfterHeld(t.Body()) != "" {
		return false
	}
	return t.Heard().Refused || len(t.Heard().When.Except) > 0
}
