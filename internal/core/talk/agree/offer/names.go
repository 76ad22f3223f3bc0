package offer

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/whose"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// What a text makes of a time that it names.

// AsksForTime reports whether a text is nothing but a day and an hour, asked or wished for: "friday at 4?", "el sábado que sea a las 5"
func AsksForTime(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	return m.Open() && (m.Status == meeting.Proposed || !m.Begun(t.Now())) && h.Digit == 0 && h.Reply == understand.NoReply &&
		(h.When.HasDate() || len(h.When.Options) > 0) && !whose.AnswersWords(t) && (OnlyTime(t) ||
		h.When.HasDate() && understand.OnlySameTime(t.Body(), h.When) ||
		h.When.HasClock && understand.OnlyOfHour(strings.Trim(phrase.WithoutTimes(t.Body(), t.Planning()), " ?¿")))
}

// Proposes reports whether the text puts another time forward by itself, not only mentions one.
func Proposes(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if !h.When.HasDate() && !h.When.HasClock && len(h.When.Options) == 0 || h.Digit != 0 {
		return false
	}
	if m.Begun(t.Now()) && m.Status != meeting.Proposed {
		return false
	}
	return h.Reply == understand.Another || h.Reply == understand.NoReply && !whose.AnswersWords(t) && (OnlyTime(t) ||
		RoughHour(t, m))
}

// WeekRuledOut reports whether the week of a one-on-one to come is said not to suit: "not next week, the kids are home".
func WeekRuledOut(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	return !h.When.NotWeek.IsZero() && InWeek(t, m, h.When.NotWeek) && !h.Question && m.Open() && m.Status != meeting.Proposed &&
		m.StartsAt.After(t.Now()) && (h.Reply == understand.NoReply || h.Reply == understand.No || h.Reply == understand.Another)
}

// OfHoliday reports whether a text takes the one-on-one's weekday for that of a holiday, "wait isnt thursday thanksgiving??": it asks
// whether it is then. Where it is on the holiday, or they say that they can't, whether it suits is asked.
func OfHoliday(t *turn.Turn, m world.Meet) (held, ok bool) {
	h := t.Heard()
	day, ok := understand.TakesForHoliday(t.Body(), t.Planning())
	on := when.DateOf(m.StartsAt.In(t.Loc()))
	if !ok || h.Digit != 0 || !m.Open() || m.Status == meeting.Proposed || m.Begun(t.Now()) || day.Weekday() != on.Weekday() {
		return false, false
	}
	held = day == on || h.Refused
	return held, held && day != on || h.Question || strings.ContainsAny(t.Body(), "?¿")
}

// AsksIfThen reports whether a text asks whether the one-on-one is on its own day, "omg is that today??", and says no yes beside; what it
// says beside may be in its way. Who asks has not agreed.
func AsksIfThen(t *turn.Turn, m world.Meet) (held, ok bool) {
	h := t.Heard()
	if h.Digit != 0 || !m.Open() || m.Status == meeting.Proposed || m.Begun(t.Now()) || !h.When.HasDate() || !OwnTime(t, m) {
		return false, false
	}
	rest, ok := understand.AsksIfThen(t.Body(), t.Planning())
	if !ok {
		return false, false
	}
	b := understand.Read(rest, t.Planning())
	if b.Reply == understand.Yes || b.Timed() && b.Reply == understand.Another || understand.AgreesOtherwise(rest, t.Planning()) {
		return false, false
	}
	held = b.Refused || b.Reply == understand.No || b.Reply == understand.Maybe || understand.HeldUntil(rest) != "" ||
		understand.HasSecondThoughts(rest) || understand.KeptFrom(rest)
	return held, true
}

// HourOfDay takes the hour that answers at what time of a day in hand, which is asked for: "mejor 4", of tomorrow. It is none of the day
// that stands.
func HourOfDay(t *turn.Turn, m world.Meet, said *moment.Said) bool {
	h := t.Heard()
	day, ok := when.ParseDate(said.Date)
	if !ok || said.Clock != "" || len(said.Options) > 0 || h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0 || h.Digit != 0 ||
		h.Refused || h.Reply == understand.No || h.Reply == understand.Wrong {
		return false
	}
	at := m.StartsAt.In(t.Loc())
	at = time.Date(day.Year, day.Month, day.Day, at.Hour(), at.Minute(), 0, 0, t.Loc())
	return said.HearHour(moment.AnotherHour(t.Body(), 0), at)
}
