package offer

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// mostLate is how many minutes behind the agreed time somebody who comes may be without moving it.
const mostLate = 60

// Arrives reports whether a text says at which minute somebody arrives, that of the one-on-one or little behind it: "1 but I get there at
// 3:15", "si, a lo mejor llego 3 y 10".
func Arrives(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	return (h.Reply == understand.Another || h.Reply == understand.Maybe) && !h.Question && !h.Condition && len(h.When.Options) == 0 &&
		m.Status != meeting.Proposed && (lexicon.Arrives.In(understand.Padded(t.Body())) || roughlySoon(t, m)) && within(t, m, Nearby)
}

// roughlySoon reports whether an hour is said roughly, shortly before a one-on-one that was confirmed: "ok like 3:25", of who is on the
// way.
func roughlySoon(t *turn.Turn, m world.Meet) bool {
	return m.Status == meeting.Confirmed && m.StartsAt.Sub(t.Now()) <= Soon && understand.RoughHourOnly(t.Body(), t.Planning())
}

// Soon is how long before a one-on-one an hour that is said roughly is when somebody comes.
const Soon = 2 * time.Hour

// LateOnly reports whether what somebody is unsure of is at which minute they come, not whether: "bus never came, prob 3:20".
func LateOnly(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	return !h.Condition && !h.Refused && (len(h.When.Options) == 0 && within(t, m, mostLate) || thereAt(t, m))
}

// thereAt reports whether who is expected within hours names a minute last that is little behind the start, and no day: "missed the bus
// next ones at 255, prob there 310".
func thereAt(t *turn.Turn, m world.Meet) bool {
	at := m.StartsAt.In(t.Loc())
	clauses := understand.Turns(t.Body())
	if h := t.Heard(); len(clauses) == 0 || h.When.HasDate() || h.Question ||
		lexicon.Negators.Any(strings.Fields(understand.Padded(t.Body()))) || m.StartsAt.Sub(t.Now()) > Soon {
		return false
	}
	last := clauses[len(clauses)-1]
	said := moment.Said{}
	if !lexicon.LateWords.In(understand.Padded(last)) && !lexicon.Arrives.In(understand.Padded(last)) ||
		!said.HearHour(last, at) && !said.Hear(last, understand.Text{}, t.Planning()) {
		return false
	}
	l, err := time.Parse(moment.Layout, said.Clock)
	late := (l.Hour()-at.Hour())*60 + l.Minute() - at.Minute()
	return err == nil && late >= 0 && late <= mostLate
}

// Comes reports whether what sounds like a doubt is of somebody who comes: they ask leave for something beside, or only come late.
func Comes(t *turn.Turn, m world.Meet) bool {
	return understand.ComesAnyway(t.Body()) || understand.AsksLeaveBeside(t.Body(), t.Planning()) || LateOnly(t, m)
}

// within reports whether an hour is named that is that of the one-on-one, or at most these minutes behind it.
func within(t *turn.Turn, m world.Meet, minutes int) bool {
	r, at := t.Heard().When, m.StartsAt.In(t.Loc())
	if !r.HasClock || r.HasDate() && r.Date != when.DateOf(at) {
		return false
	}
	late := (r.Hour-at.Hour())*60 + r.Minute - at.Minute()
	return late >= 0 && late <= minutes
}

// OwnTime reports whether a text names no other time than that of the one-on-one: none at all, its day, its weekday alone, its hour.
func OwnTime(t *turn.Turn, m world.Meet) bool {
	r, at := t.Heard().When, m.StartsAt.In(t.Loc())
	own := !r.HasDate() || r.Date == when.DateOf(at) || r.BareWeekday && r.Date.Weekday() == at.Weekday()
	return own && len(r.Options) == 0 && (!r.HasClock || r.Hour == at.Hour() && r.Minute == at.Minute())
}

// GoesBefore reports whether somebody has to go again by an hour at which the one-on-one has not begun yet, or hardly: "yes but I have to
// leave by 2" of 3 PM is no yes to it.
func GoesBefore(t *turn.Turn, m world.Meet) bool {
	at, leave := At(m).In(t.Loc()), understand.LeavesAt(t.Body())
	said := moment.Said{}
	if leave == "" || !said.HearHour(leave, at) {
		return false
	}
	l, err := time.Parse(moment.Layout, said.Clock)
	return err == nil && (l.Hour()-at.Hour())*60+l.Minute()-at.Minute() < shortest
}

// shortest is how many minutes somebody who comes has at least.
const shortest = 15

// canAfterAll reports whether who said no says that they can on the one-on-one's own day: "my mom will watch them so i can do thursday".
func canAfterAll(t *turn.Turn, m world.Meet) bool {
	return m.Status == meeting.Declined && m.StartsAt.After(t.Now()) && t.Heard().When.HasDate() && OwnTime(t, m) &&
		(understand.YesBehindReason(t.Body(), t.Planning()) || understand.CanThen(t.Body(), t.Planning()))
}

// SaysAfterAll reports whether a yes takes back the no before it, if only by what has changed since.
func SaysAfterAll(t *turn.Turn) bool {
	return understand.SaysAfterAll(t.Body()) || understand.YesBehindReason(t.Body(), t.Planning())
}
