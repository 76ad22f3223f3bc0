package agree

import (
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/agree/offer"
	"github.com/reportback/reportback/internal/core/talk/agree/place"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// keepWeek takes that for a no, and keeps the week that is named instead: a weekday that follows is of it.
func keepWeek(t *turn.Turn, m world.Meet) {
	t.HearReply(understand.No)
	if m.Decline(t.Now()) != nil {
		passOn(t, m)
		return
	}
	tellNo(t, m)
}

// weekNamed keeps the week that a text names without a day, for the day that follows, and the place that it asks for.
func weekNamed(t *turn.Turn, m world.Meet) meetData {
	x := meetData{Time: moment.Said{WeekOf: offer.WeekNamed(t, m)}, Place: place.Beside(t, m)}
	if x.Place != "" {
		x.Words = turn.Bounded(t.Body())
	}
	return x
}

// shiftsHour takes a length of time by which a one-on-one is to be put off or forward: "can we push it back an hour?"
func shiftsHour(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	by, ok := understand.ShiftAlone(t.Body(), t.Planning())
	asks := h.Reply == understand.Another ||
		h.Reply == understand.NoReply && (h.Question || lexicon.TimeLeads.In(understand.Padded(t.Body())))
	if !ok || !asks || h.Digit != 0 || !m.StartsAt.After(t.Now()) ||
		m.Status != meeting.Planned && m.Status != meeting.Confirmed {
		return false
	}
	at := m.StartsAt.In(t.Loc()).Add(by)
	propose(t, m, meetData{Time: moment.Said{Date: phrase.DateOf(at), Clock: moment.Clock(at.Hour(), at.Minute())}})
	return true
}

// anotherHour takes another hour of the same day, named as a number alone beside a yes or a question: "yes but more like 6".
func anotherHour(t *turn.Turn, m world.Meet) bool {
	h, said, at := t.Heard(), moment.Said{}, offer.At(m).In(t.Loc())
	turned := lexicon.ButWords.Any(strings.Fields(understand.Padded(t.Body())))
	if h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0 || h.Digit != 0 || h.Reply != understand.Another &&
		!h.Question && !turned ||
		h.Reply == understand.Yes && !turned || !m.Open() || m.Begun(t.Now()) ||
		!said.HearHour(moment.AnotherHour(t.Body(), (at.Hour()+11)%12+1), at) {
		return false
	}
	said.SameDayAs(at)
	propose(t, m, meetData{Time: said})
	return true
}

// shiftsTo takes an hour in bare digits to which a one-on-one is to be put off: "can we push it to 230?"
func shiftsTo(t *turn.Turn, m world.Meet) bool {
	h, said := t.Heard(), moment.Said{}
	if h.When.HasDate() || h.When.HasClock || h.Digit != 0 || h.Reply != understand.Another && h.Reply != understand.NoReply || !m.Open() ||
		m.Begun(t.Now()) || !said.HearHour(understand.ShiftTo(t.Body()), offer.At(m).In(t.Loc())) {
		return false
	}
	said.SameDayAs(offer.At(m).In(t.Loc()))
	propose(t, m, meetData{Time: said})
	return true
}

// shiftsWeek takes a week to which a one-on-one is to be put off at its own hour: "can we push to next week same time?" Said in the week
// before it, its own week is not meant.
func shiftsWeek(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	p := understand.Padded(t.Body())
	behind := lexicon.WeekAfter.In(p) // of the one-on-one: "a week later"
	same := understand.SaysSameTime(t.Body()) || lexicon.SameDayWords.In(p)
	if !same || h.When.HasDate() && !behind || h.When.HasClock || len(h.When.Options) > 0 || h.Digit != 0 || !m.Open() ||
		m.Begun(t.Now()) || m.Status == meeting.Proposed || h.Reply == understand.Yes {
		return false
	}
	said := weekNamed(t, m).Time
	if behind {
		said = moment.Said{WeekOf: offer.WeekBehind(t, m)}
	}
	if !said.SameInWeek(m.StartsAt.In(t.Loc())) {
		return false
	}
	propose(t, m, meetData{Time: moment.Said{Date: said.Date, Clock: said.Clock}})
	return true
}
