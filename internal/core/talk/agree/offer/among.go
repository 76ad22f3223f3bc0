package offer

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Among is the hour that a contact puts forward among others that they only tell of: "mejor a las 6, salgo del jale a las 5". Of the one
// that stands, which suits, it is an answer and no time; of a bound the hour is left open.
func Among(t *turn.Turn, m world.Meet) (said moment.Said, own understand.Reply, ok bool) {
	if said, own, ok = heldSpan(t, m); ok {
		return said, own, true
	}
	h, at := t.Heard(), At(m).In(t.Loc())
	day := !h.When.HasDate() || h.When.Date == when.DateOf(at) || h.When.BareWeekday && h.When.Date.Weekday() == at.Weekday()
	for _, d := range understand.WeekdaysIn(t.Body()) { // "puede ser el martes 8 a las 4? el jueves salgo tarde"
		day = day && d == at.Weekday()
	}
	if h.Digit != 0 || !m.Open() || m.Begun(t.Now()) || m.Status == meeting.Proposed || !day || !h.When.Week.IsZero() ||
		lexicon.NextTime.In(understand.Padded(t.Body())) || understand.WishesTexts(t.Body()) || understand.WantsCall(t.Body()) {
		return said, understand.NoReply, false
	}
	p, found := understand.HourPutForward(withoutDayNumber(t.Body(), h.When))
	if !found {
		return said, understand.NoReply, false
	}
	said = moment.Said{Base: t.BaseOf(m)}
	if p.Bound {
		said.Date = phrase.DateOf(at)
		return said, understand.NoReply, said.HearBound(p.Words, at)
	}
	if !said.HearHour(p.Words, at) {
		return said, understand.NoReply, false
	}
	said.SameDayAs(at)
	if said.Clock == at.Format(moment.Layout) {
		switch {
		case !p.Fits || h.Question:
			return said, understand.NoReply, false
		case h.Condition:
			return said, understand.Maybe, true
		}
		return said, understand.Yes, true
	}
	return said, understand.NoReply, true
}

// withoutDayNumber leaves out the number of a day behind its weekday, which is no hour: "el jueves 3 está bien pero a las 5".
func withoutDayNumber(body string, r when.Reading) string {
	f := strings.Fields(body)
	for i := len(f) - 1; i > 0 && r.HasDate() && !r.BareWeekday; i-- {
		if f[i] == phrase.Decimal(r.Date.Day) && len(understand.WeekdaysIn(f[i-1])) > 0 {
			f = slices.Delete(f, i, i+1)
		}
	}
	return strings.Join(f, " ")
}

// callOnce reads a wish for one call, whose hour is none of the one-on-one's: "yes can she call me at 6". Whether it says yes besides is
// answer.
func callOnce(t *turn.Turn, m world.Meet) (answer understand.Reply, ok bool) {
	h := t.Heard()
	if !understand.CallsOnce(t.Body()) || h.Digit != 0 || h.Refused || m.Begun(t.Now()) ||
		h.When.HasDate() && h.When.Date != when.DateOf(t.Now().In(t.Loc())) {
		return understand.NoReply, false
	}
	if understand.BeginsWithYes(t.Body(), t.Planning()) && m.Open() && m.Status != meeting.Proposed {
		return understand.Yes, true
	}
	return understand.NoReply, h.Reply != understand.No && h.Reply != understand.Wrong && h.Reply != understand.WhoIsIt
}

// Away reads that a contact is away until a day. Whether the one-on-one is before it, "im in texas til the 10th" of the 3rd, is said, and
// what the text answers where it is not: "im in texas til tomorrow, c u thurs". Who wants a call at an hour of its own is away from none.
func Away(t *turn.Turn, m world.Meet) (then bool, answer understand.Reply, ok bool) {
	h, at := t.Heard(), m.StartsAt.In(t.Loc())
	if yes, once := callOnce(t, m); once {
		return false, yes, true
	}
	if h.Digit != 0 || h.Question || h.Condition || !m.Open() || m.Begun(t.Now()) || m.Status == meeting.Proposed ||
		h.Reply == understand.Yes || h.Reply == understand.Wrong || h.Reply == understand.WhoIsIt {
		return false, understand.NoReply, false
	}
	until, rest, ok := understand.AwayUntil(t.Body(), t.Planning())
	if !ok {
		return false, understand.NoReply, false
	}
	if when.DateOf(at).Compare(until) < 0 {
		return true, understand.NoReply, true
	}
	for _, clause := range rest {
		switch r := understand.Read(clause, t.Planning()); {
		case r.Reply == understand.Yes && (!r.When.HasDate() || r.When.Date.Weekday() == at.Weekday()):
			answer = understand.Yes
		case r.Reply != understand.NoReply && r.Reply != understand.Thanks, r.When.HasDate(), r.When.HasClock:
			return false, understand.NoReply, false // of another time, or more than this reads
		}
	}
	return false, answer, true
}

// OtherSuch is the same weekday a week behind the one-on-one's, which a yes puts in its place behind a but: "va, pero el otro jueves".
func OtherSuch(t *turn.Turn, m world.Meet) (said moment.Said, ok bool) {
	h, at := t.Heard(), m.StartsAt.In(t.Loc())
	if h.Digit != 0 || h.Reply != understand.Yes && h.Reply != understand.Another || !m.Open() || m.Begun(t.Now()) ||
		m.Status == meeting.Proposed || h.When.HasClock || h.Question {
		return said, false
	}
	f := strings.Fields(understand.Padded(t.Body()))
	but := slices.IndexFunc(f, lexicon.ButWords.Has)
	if but < 0 {
		return said, false
	}
	days := understand.WeekdaysIn(strings.Join(f[but:], " "))
	if len(days) != 1 || days[0] != at.Weekday() || !lexicon.OtherSuch.In(" "+strings.Join(f[but:], " ")+" ") ||
		strings.ContainsAny(t.Body(), "0123456789") {
		return said, false
	}
	return moment.Said{Date: when.DateOf(at).AddDays(7).String(), Base: t.BaseOf(m)}, true
}

// Days takes the days that a contact offers by an "or", of which no hour is said or only a bound for it: "free fri after 2 or sat morning".
// Their hours are nobody's yet. Days that only one of them has a bound in are not told apart.
func Days(t *turn.Turn, m world.Meet, out *moment.Said) bool {
	h := t.Heard()
	bounded := (h.Reply == understand.Another || h.Reply == understand.NoReply && OnlyTime(t)) && Bounded(t)
	said := moment.Said{Base: t.BaseOf(m)}
	for piece := range strings.SplitSeq(strings.NewReplacer(" or ", "\n", " o ", "\n").Replace(strings.ToLower(t.Body())), "\n") {
		r, one := understand.Times(piece, t.Planning()), moment.Said{Base: said.Base}
		if own := m.StartsAt.In(t.Loc()).Weekday(); r.HasDate() && r.Date.Weekday() != own && one.Hear(piece, understand.Text{}, t.Planning()) &&
			one.Date != "" && (bounded || !r.HasClock) {
			said.Options = append(said.Options, one.Date)
			continue
		}
		said.Options = nil
		break
	}
	if len(said.Options) < 2 {
		*out = moment.Said{}
		return bounded
	}
	p := understand.Padded(t.Body())
	free := h.Reply == understand.NoReply && h.Digit == 0 && !h.Question && !h.Refused && !m.Begun(t.Now()) &&
		!strings.ContainsAny(t.Body(), "?¿") && (lexicon.FreeThen.Lead(t.Body()) > 0 || lexicon.OwnFree.Lead(strings.TrimSpace(p)) > 0)
	if bounded || free {
		*out = said
	}
	return bounded || free
}

// AskDay asks which of several days it is to be.
func AskDay(t *turn.Turn, said *moment.Said) string {
	_, ask := settle.Time(t, said)
	return ask
}
