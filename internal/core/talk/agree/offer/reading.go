package offer

import (
	"slices"
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

// ToOther reports whether a yes names another time than the one-on-one's: it agrees to what was not asked, and is a proposal. A few
// minutes are no other time, "yes, I'll be there at 3:10", and a weekday alone is the one that was agreed on.
func ToOther(t *turn.Turn, m world.Meet) bool {
	r := t.Heard().When
	if !m.Begun(t.Now()) && !r.Week.IsZero() && !r.HasDate() && !InWeek(t, m, r.Week) { // "the week of the 14th works"
		return true
	}
	if m.Begun(t.Now()) || m.StartsAt.IsZero() || !r.HasDate() && !r.HasClock && len(r.Options) == 0 {
		return false
	}
	at := m.StartsAt.In(t.Loc())
	sameDay := !r.HasDate() || r.Date == when.DateOf(at) || r.BareWeekday && r.Date.Weekday() == at.Weekday()
	if !sameDay || len(r.Options) > 0 && !slices.ContainsFunc(r.Options, func(o when.Option) bool {
		return (o.Date.IsZero() || o.Date == when.DateOf(at) || r.BareWeekday && o.Date.Weekday() == at.Weekday()) &&
			(!o.HasClock || o.Hour == at.Hour() && o.Minute == at.Minute())
	}) {
		return true
	}
	apart := (r.Hour-at.Hour())*60 + r.Minute - at.Minute()
	return r.HasClock && (apart > Nearby || apart < -Nearby)
}

// RulesOutOthers reports whether a text refuses other days than that of the one-on-one, and nothing else: "el martes no, ni el miércoles"
// of a Monday answers nothing that we asked.
func RulesOutOthers(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if otherWeek(t, m) || ofToday(t, m) || rulesOutElsewhen(t, m) {
		return true
	}
	if r := h.When; h.Digit != 0 || len(r.Except) == 0 && !h.Refused || r.HasDate() || r.HasClock || len(r.Options) > 0 ||
		!r.NotWeek.IsZero() ||
		!m.StartsAt.After(t.Now()) {
		return false
	}
	for piece := range strings.FieldsFuncSeq(t.Body(), func(r rune) bool { return strings.ContainsRune(".,;!?\n", r) }) {
		p := understand.Read(piece, t.Planning())
		if (p.Refused || p.Reply == understand.No) && len(p.When.Except) == 0 &&
			len(understand.WeekdaysIn(piece)) == 0 { // "I can't. not tuesday either"
			return false
		}
	}
	if len(h.When.Except) == 0 { // "fridays are no good for me", of a Monday
		days := understand.WeekdaysIn(t.Body())
		return len(days) > 0 && !slices.Contains(days, m.StartsAt.In(t.Loc()).Weekday()) &&
			!slices.Contains(days, At(m).In(t.Loc()).Weekday())
	}
	dated := understand.NamesMonth(t.Body()) // "busy dec 10", of the 3rd
	return !slices.ContainsFunc(h.When.Except, func(d when.Date) bool {
		if dated {
			return d == when.DateOf(m.StartsAt.In(t.Loc())) || d == when.DateOf(At(m).In(t.Loc()))
		}
		return d.Weekday() == m.StartsAt.In(t.Loc()).Weekday() || d.Weekday() == At(m).In(t.Loc()).Weekday()
	})
}

// otherWeek reports whether a text refuses a week in which the one-on-one is not, and nothing else: "not this
// week hun", of one in the next.
func otherWeek(t *turn.Turn, m world.Meet) bool {
	r, today := t.Heard().When, when.DateOf(t.Now().In(t.Loc()))
	week := r.NotWeek
	if week.IsZero() && lexicon.OfThisWeek.In(understand.Padded(t.Body())) {
		week = today.AddDays(-((int(today.Weekday()) + 6) % 7))
	}
	if week.IsZero() || InWeek(t, m, week) || r.HasDate() || r.HasClock || len(r.Options) > 0 || t.Heard().Digit != 0 ||
		!m.StartsAt.After(t.Now()) {
		return false
	}
	for piece := range strings.FieldsFuncSeq(t.Body(), func(r rune) bool { return strings.ContainsRune(".,;!?\n", r) }) {
		p := understand.Read(piece, t.Planning())
		if p.Reply == understand.No && p.When.NotWeek.IsZero() && !lexicon.OfThisWeek.In(understand.Padded(piece)) {
			return false
		}
	}
	return true
}

// InWeek reports whether a one-on-one is in the week that begins on a Monday.
func InWeek(t *turn.Turn, m world.Meet, monday when.Date) bool {
	on := when.DateOf(m.StartsAt.In(t.Loc()))
	return on.Compare(monday) >= 0 && on.Compare(monday.AddDays(7)) < 0
}

// OtherMinute reports whether a yes to what was confirmed already names another minute near the agreed one, "315 is fine" of 3 PM: it is no
// other time, and whoever meets them hears of it.
func OtherMinute(t *turn.Turn, m world.Meet) bool {
	r, at := t.Heard().When, m.StartsAt.In(t.Loc())
	return m.Status == meeting.Confirmed && !m.Begun(t.Now()) && r.HasClock && len(r.Options) == 0 &&
		(r.Hour%12 != at.Hour()%12 || r.Minute != at.Minute())
}

// Nearby is how many minutes from the agreed time are no other time.
const Nearby = 30

// OwnDay reports whether the only time that a text names is the weekday on which the one-on-one is.
func OwnDay(t *turn.Turn, m world.Meet) bool {
	r, at := t.Heard().When, m.StartsAt.In(t.Loc())
	if said, _, ok := Among(t, m); ok && said.Clock != "" { // "thurs is good but it has to be 4 not 3"
		return false
	}
	return t.Kind() == world.TextIn && t.Conv().Question != turn.QBetter && m.StartsAt.After(t.Now()) && r.BareWeekday && r.HasDate() &&
		!r.HasClock &&
		r.Date.Weekday() == at.Weekday() && r.Date != when.DateOf(at)
}

// WakingHours returns when n hours outside of quiet hours have passed.
func WakingHours(day when.Window, from time.Time, n time.Duration, loc *time.Location) time.Time {
	at := day.Next(from, loc)
	for {
		l := at.In(loc)
		end := time.Date(l.Year(), l.Month(), l.Day(), day.To/60, day.To%60, 0, 0, loc)
		left := end.Sub(at)
		if n <= left {
			return at.Add(n)
		}
		n -= left
		at = day.Next(end, loc)
	}
}

// Keep fills in what the words leave as it was. An hour without a day is that day's; a day keeps the hour only where they say so: nobody
// said that it suits on another day.
func Keep(t *turn.Turn, said *moment.Said, was time.Time) {
	if said.Clock != "" || said.HoursOnly() || t.Kind() != world.TextIn || understand.SaysSameTime(t.Body()) ||
		said.Date == phrase.DateOf(was) {
		said.SameDayAs(was)
	}
}

// WithoutOwn takes the one-on-one's own day out of those that a text names, where it is named beside the one that is asked for; "same time"
// is then of that: "thursday the 3rd is my sons bday. could we do friday same time".
func WithoutOwn(t *turn.Turn, m world.Meet, said *moment.Said) {
	if !NamesOwnBeside(t) {
		return
	}
	said.OtherThan(m.StartsAt.In(t.Loc()).Weekday())
	if understand.SaysSameTime(t.Body()) {
		Keep(t, said, At(m).In(t.Loc()))
	}
}

// AsksOnly reports whether a text answers nothing, so that what it asks may be answered.
func AsksOnly(h understand.Text) bool {
	return h.Digit == 0 && (h.Reply == understand.NoReply || h.Reply == understand.Maybe || h.Reply == understand.Thanks ||
		h.Reply == understand.Another && !h.When.HasDate() && !h.When.HasClock)
}
