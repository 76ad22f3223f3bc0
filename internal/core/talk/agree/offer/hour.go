package offer

import (
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// OtherHour reads that the day of a one-on-one suits and its hour does not, while no other hour is named: "yes but after 4", "I can do
// thursday but not at 3". It returns the day, and what is said of its hour.
func OtherHour(t *turn.Turn, m world.Meet) (said moment.Said, ok bool) {
	h, at := t.Heard(), At(m).In(t.Loc())
	own := h.When.HasDate() && (h.When.Date == when.DateOf(at) || h.When.BareWeekday && h.When.Date.Weekday() == at.Weekday())
	if h.Digit != 0 || !m.Open() || m.Status == meeting.Proposed || !at.After(t.Now()) ||
		h.When.HasDate() && !own || len(h.When.Options) > 0 || len(h.When.Except) > 0 ||
		!h.When.Week.IsZero() || !h.When.NotWeek.IsZero() {
		return said, false
	}
	agrees := own || understand.AgreesOtherwise(t.Body(), t.Planning())
	said = moment.Said{Date: phrase.DateOf(at)}
	another := h.When.HasClock && (h.When.Hour != at.Hour() || h.When.Minute != at.Minute())
	if agrees && !another && understand.DeniesHour(t.Body(), at.Hour(), at.Minute()) {
		return said, true
	}
	for _, clause := range understand.Turns(t.Body()) {
		switch {
		case !agrees && h.Reply != understand.Another:
		case understand.OnlyOfHour(clause) && said.HearBound(clause, at), agrees && !another && understand.LaterThatDay(clause):
			return said, true
		}
	}
	return said, false
}

// Within reports whether a yes bounds the hour, and the one that stands is within it: "yes, I'm free after 2" of 3 PM.
func Within(t *turn.Turn, m world.Meet) bool {
	h, at := t.Heard(), At(m).In(t.Loc())
	if h.Reply != understand.Another || h.Refused || h.Condition || h.When.HasDate() || len(h.When.Options) > 0 ||
		!understand.AgreesOtherwise(t.Body(), t.Planning()) {
		return false
	}
	for _, clause := range understand.Turns(t.Body()) {
		said := moment.Said{}
		if understand.OnlyOfHour(clause) && said.HearPart(clause) && !said.HearBound(clause, at) {
			return true
		}
	}
	return false
}
