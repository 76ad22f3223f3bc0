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
)

// YesAndTells reports whether a text says yes to what stands, and tells besides what holds its writer at other hours, which are no other
// time.
func YesAndTells(t *turn.Turn, m world.Meet) bool {
	return yesAndSetsOut(t, m) || yesAtLast(t, m) || yesThenTells(t, m) || yesAndLater(t, m)
}

// leastApart is how long after the start something begins at least that keeps nobody from coming.
const leastApart = 45 * time.Minute

// yesAndLater reports whether a text says that its writer comes, and names an hour after the start for what they do then: "see you
// thursday, my choir has rehearsal at 5 so i gotta be out of there by 4:30". None of its hours is a wish.
func yesAndLater(t *turn.Turn, m world.Meet) bool {
	h, at, body := t.Heard(), At(m).In(t.Loc()), t.Body()
	p := understand.Padded(body)
	if h.Digit != 0 || strings.ContainsAny(body, "?¿") || !m.Open() || m.Begun(t.Now()) || m.Status == meeting.Proposed ||
		h.Reply == understand.Wrong || !lexicon.LaterThing.In(p) || lexicon.TimeLeads.In(p) || lexicon.InsteadOf.Any(strings.Fields(p)) ||
		onAnotherDay(t, m) {
		return false
	}
	clauses := understand.Clauses(body)
	begins := understand.WithoutGreeting(body)
	if len(clauses) == 0 || lexicon.SeesYou.Lead(begins) == 0 && lexicon.ComesThen.Lead(begins) == 0 &&
		!understand.BeginsWithYes(clauses[0], t.Planning()) {
		return false
	}
	timed := false
	for _, c := range clauses {
		r := understand.Times(c, t.Planning())
		if len(r.Options) > 0 || r.HasDate() && !r.BareWeekday && phrase.DateOf(at) != r.Date.String() {
			return false
		}
		if !r.HasClock {
			then, ok := startsAt(c, at)
			if timed = timed || ok && then.Sub(at) >= leastApart; ok && then.Sub(at) < leastApart {
				return false
			}
			continue
		}
		if onDay(at, r.Hour, r.Minute).Sub(at) < leastApart {
			return false
		}
		timed = true
	}
	return timed
}

func onDay(at time.Time, hour, minute int) time.Time {
	return time.Date(at.Year(), at.Month(), at.Day(), hour, minute, 0, 0, at.Location())
}

// startsAt is when a clause says that its writer's own work begins, on the day of the one-on-one: "my shift starts at 5 tho".
func startsAt(clause string, at time.Time) (time.Time, bool) {
	_, to := lexicon.StartsWork.Find(clause)
	f := strings.Fields(clause[to:])
	if to == 0 || len(f) == 0 {
		return time.Time{}, false
	}
	said := moment.Said{}
	if !said.HearHour("at "+strings.Trim(f[0], ",.;!"), at) {
		return time.Time{}, false
	}
	clock, err := time.Parse(moment.Layout, said.Clock)
	return onDay(at, clock.Hour(), clock.Minute()), err == nil
}

// mostShift is how long somebody's work takes that began before.
const mostShift = 8 * time.Hour

// AtWorkThen reports whether a text says that its writer's work begins before the one-on-one, or with it: "i start at 2 now not 4", of one
// at 3. Who says yes as well has thought of that.
func AtWorkThen(t *turn.Turn, m world.Meet) bool {
	h, at := t.Heard(), At(m).In(t.Loc())
	if h.Digit != 0 || !m.Open() || m.Begun(t.Now()) || m.Status == meeting.Proposed || h.Reply == understand.Yes ||
		h.Reply == understand.No || h.Reply == understand.Another || strings.ContainsAny(t.Body(), "?¿") || onAnotherDay(t, m) {
		return false
	}
	p := understand.Padded(t.Body())
	first, _, _ := strings.Cut(strings.TrimSpace(p), " ")
	if lexicon.TimeLeads.In(p) || lexicon.MovedAsked.Has(first) { // "can she do 11 i work at 1"
		return false
	}
	then, ok := startsAt(t.Body(), at)
	return ok && !then.After(at) && at.Sub(then) < mostShift
}

// yesThenTells reports whether a text begins with a yes and goes on to how late its writer may be, or to the mornings that hold them, of a
// time behind noon: "yeah i can do that, i get off at 230 so might be like 10 min late", "yes thurs is good i work in the morning".
func yesThenTells(t *turn.Turn, m world.Meet) bool {
	h, at := t.Heard(), At(m).In(t.Loc())
	clauses := understand.Clauses(t.Body())
	if h.Digit != 0 || h.Refused || strings.ContainsAny(t.Body(), "?¿") || len(clauses) == 0 || !m.Open() || m.Begun(t.Now()) ||
		m.Status == meeting.Proposed || h.Reply == understand.No || h.Reply == understand.Wrong || onAnotherDay(t, m) {
		return false
	}
	f := strings.Fields(understand.Padded(t.Body()))
	if lexicon.ButWords.Any(f) || lexicon.Negators.Any(f) {
		return false
	}
	if !strings.ContainsAny(t.Body(), "0123456789") {
		return at.Hour() >= noon && understand.BeginsWithYes(t.Body(), t.Planning()) && understand.HeldMornings(t.Body())
	}
	first := understand.Read(clauses[0], t.Planning())
	return len(clauses) > 1 && first.Reply == understand.Yes && !first.Condition && lexicon.OwnLate.In(understand.Padded(t.Body()))
}

// comesToPlace reports whether what seems to keep somebody from coming is that they will be at the place where the two meet: "ok ill be at
// presse then, yes", of Cafe Presse.
func comesToPlace(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	f := strings.Fields(understand.Padded(t.Body()))
	if h.Reply != understand.No || h.Digit != 0 || m.Place == "" || h.Timed() || strings.ContainsAny(t.Body(), "?¿") ||
		lexicon.Negators.Any(f) || lexicon.No.Any(f) || lexicon.ButWords.Any(f) || lexicon.Excuses.Any(f) {
		return false
	}
	for i := 1; i < len(f); i++ {
		k := i
		for k < len(f)-1 && lexicon.Articles.Has(f[k]) {
			k++
		}
		if lexicon.LeadsPlace.Has(f[i-1]) && len(f[k]) >= leastOfPlace && strings.Contains(understand.Padded(m.Place), " "+f[k]+" ") {
			return true
		}
	}
	return false
}

// leastOfPlace is how many letters a word of a place's name has at least that stands for it.
const leastOfPlace = 4

// onAnotherDay reports whether a text names a weekday that is not the one-on-one's.
func onAnotherDay(t *turn.Turn, m world.Meet) bool {
	for _, d := range understand.WeekdaysIn(t.Body()) {
		if d != At(m).In(t.Loc()).Weekday() {
			return true
		}
	}
	return false
}

// yesAtLast reports whether a text tells of something else first, by its hours, and ends with a yes, or with the very hour that stands:
// "thursday morning is my iep meeting but 3 works", "mi hijo sale el jueves a las 2 asi q si puedo". What comes before asks and refuses
// nothing, and is of no other day.
func yesAtLast(t *turn.Turn, m world.Meet) bool {
	h, at := t.Heard(), At(m).In(t.Loc())
	before, last := understand.LastTurn(t.Body())
	if last == "" || h.Digit != 0 || h.Question || h.Condition || h.Refused || !m.Open() || m.Begun(t.Now()) || m.Status == meeting.Proposed ||
		strings.ContainsAny(t.Body(), "?¿") || understand.TellsOfIllness(t.Body()) || onAnotherDay(t, m) {
		return false
	}
	was := understand.Read(before, t.Planning())
	if was.Reply == understand.No || was.Refused || was.Reply == understand.Maybe || was.When.HasDate() && !was.When.BareWeekday &&
		phrase.DateOf(at) != was.When.Date.String() {
		return false
	}
	r := understand.Read(last, t.Planning())
	if r.When.HasDate() || len(r.When.Options) > 0 || r.Refused || r.Condition ||
		lexicon.Negators.Any(strings.Fields(understand.Padded(last))) {
		return false
	}
	if said := (moment.Said{}); strings.ContainsAny(last, "0123456789") || r.When.HasClock {
		return lexicon.HourFits.In(understand.Padded(last)) && said.HearHour(last, at) && said.Clock == at.Format(moment.Layout)
	}
	told := was.Timed() || len(understand.WeekdaysIn(before)) > 0 || strings.ContainsAny(before, "0123456789")
	return told && r.Reply == understand.Yes // "she told me no so yes im mad" is none
}

// SameTimeAhead takes another day at the hour that stands, where the day that stands is given as the reason: "thurs im at the hall, friday
// the 4th same time?".
func SameTimeAhead(t *turn.Turn, m world.Meet, said *moment.Said) bool {
	day, place, rest, ok := understand.SameTimeOn(t.Body(), t.Planning())
	at := At(m).In(t.Loc())
	if !ok || place != "" || !m.Open() || m.Begun(t.Now()) || m.Status == meeting.Proposed || t.Heard().Digit != 0 ||
		!slices.Contains(understand.WeekdaysIn(rest), at.Weekday()) || slices.Contains(understand.WeekdaysIn(day), at.Weekday()) {
		return false
	}
	*said = moment.Said{Base: t.BaseOf(m)}
	if !said.Hear(day, understand.Text{}, t.Planning()) || said.Date == "" {
		return false
	}
	said.SameDayAs(at)
	return said.Clock != ""
}
