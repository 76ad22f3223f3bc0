package offer

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Days that are known by the one-on-one that they are said of.

// mostRuled is how many words rule out a day and say nothing else: "thurs is really tough for me".
const mostRuled = 6

// RulesOutDay reports whether a text rules out the weekday on which the one-on-one is, and says nothing else: "not thursday".
func RulesOutDay(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if occasionKeeps(t, m) {
		return true
	}
	if len(h.When.Except) != 1 || h.Reply != understand.NoReply || h.Question || h.Digit != 0 || h.When.HasDate() || h.When.HasClock ||
		len(h.When.Options) > 0 || !m.Open() || m.Status == meeting.Proposed || m.Begun(t.Now()) ||
		len(strings.Fields(t.Body())) > mostRuled && !lexicon.Occasions.In(understand.Padded(t.Body())) || NumberBeside(t) {
		return false
	}
	for _, w := range strings.Fields(understand.Padded(t.Body())) {
		if lexicon.AnyWords.Has(w) || lexicon.ButWords.Has(w) {
			return false
		}
	}
	return h.When.Except[0].Weekday() == m.StartsAt.In(t.Loc()).Weekday()
}

// HasOccasion reports whether a text says what is on the day of the one-on-one, which keeps them from it: "thurs is my kids recital".
func HasOccasion(t *turn.Turn, m world.Meet) bool {
	p := understand.Padded(t.Body())
	return (lexicon.Occasions.In(p) || lexicon.HeldBy.In(p)) && slices.ContainsFunc(t.Heard().When.Except, func(d when.Date) bool {
		return d.Weekday() == m.StartsAt.In(t.Loc()).Weekday()
	})
}

// occasionKeeps reports whether a text says what is on the day of the one-on-one and names no other day, or hour, that suits, whatever it
// asks besides: "they moved my hearing to that thursday. can we do the week after?"
func occasionKeeps(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	return h.Digit == 0 && (h.Reply == understand.NoReply || h.Reply == understand.Another) && !h.When.HasDate() && !h.When.HasClock &&
		len(h.When.Options) == 0 && m.Open() && m.Status != meeting.Proposed && !m.Begun(t.Now()) && HasOccasion(t, m) &&
		!lexicon.ButWords.Any(strings.Fields(understand.Padded(t.Body()))) && !understand.ComesAnyway(t.Body())
}

// DayFits reports whether a clause says of the one-on-one's own weekday that it suits, while others that are ruled out are not its:
// "thursday is perfect, friday is my sons iep meeting".
func DayFits(t *turn.Turn, m world.Meet) bool {
	own := m.StartsAt.In(t.Loc()).Weekday()
	if slices.ContainsFunc(t.Heard().When.Except, func(d when.Date) bool { return d.Weekday() == own }) {
		return false
	}
	return slices.ContainsFunc(understand.Turns(t.Body()), func(clause string) bool {
		h := understand.Read(clause, t.Planning())
		return slices.Contains(understand.WeekdaysIn(clause), own) && h.Reply == understand.Yes && !h.Condition && !h.Question
	})
}

// Meant is the day or hour that a contact puts right in what they asked for, behind the word that says so: "sorry i meant sat".
func Meant(t *turn.Turn, m world.Meet) (said moment.Said, ok bool) {
	h := t.Heard()
	if m.Status != meeting.Proposed || m.Proposal.By != meeting.Contact || m.Proposal.At.IsZero() || h.Digit != 0 || h.Question ||
		h.Reply != understand.NoReply || len(strings.Fields(t.Body())) > 2*mostRuled {
		return said, false
	}
	_, to := lexicon.TakesBack.Find(t.Body())
	if to == 0 {
		return said, false
	}
	rest := strings.TrimSpace(t.Body()[to:])
	r := understand.Times("on "+rest, t.Planning())
	if !r.HasDate() || len(r.Options) > 0 || !understand.OnlyTime("on "+rest, r) {
		return said, false
	}
	said = moment.Said{Base: t.BaseOf(m)}
	if !said.Hear("on "+rest, understand.Text{}, t.Planning()) {
		return said, false
	}
	said.SameDayAs(At(m).In(t.Loc()))
	return said, true
}

// DayBehind is the day after the one-on-one's, at its hour, where a text asks for it: "same time just the day after".
func DayBehind(t *turn.Turn, m world.Meet) (said moment.Said, ok bool) {
	h, p := t.Heard(), understand.Padded(t.Body())
	if !lexicon.DayBehindIt.In(p) || h.Digit != 0 || h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0 || h.Refused ||
		!m.Open() || m.Begun(t.Now()) || h.Reply != understand.Another && !understand.SaysSameTime(t.Body()) && !lexicon.TimeLeads.In(p) {
		return said, false
	}
	at := At(m).In(t.Loc())
	return moment.Said{Date: when.DateOf(at).AddDays(1).String(), Clock: moment.Clock(at.Hour(), at.Minute()), Base: phrase.DateOf(at)}, true
}

// NumberBeside reports whether a text that names only a weekday has a number besides, which may be an hour of the writer's own: "i get off
// at 4 thurs" is no yes.
func NumberBeside(t *turn.Turn) bool { return strings.ContainsAny(t.Body(), "123456789") }

// NamesOwnBeside reports whether one of two days that a text names may be the one-on-one's own, of which something is told: "thurs is my
// only day off id rather do fri". Where the two are a choice it is not.
func NamesOwnBeside(t *turn.Turn) bool {
	f := strings.Fields(understand.Padded(t.Body()))
	return !lexicon.Or.Any(f) && !lexicon.And.Any(f) && len(understand.WeekdaysIn(t.Body())) == 2
}

// ofToday reports whether a no is of today, and the one-on-one on another day: "im so sick today".
func ofToday(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	return h.Reply == understand.No && h.Digit == 0 && h.When.HasDate() && !h.When.HasClock && m.StartsAt.After(t.Now()) &&
		h.When.Date == when.DateOf(t.Now().In(t.Loc())) && h.When.Date != when.DateOf(m.StartsAt.In(t.Loc()))
}
