package offer

import (
	"strings"

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
func YesAndTells(t *turn.Turn, m world.Meet) bool { return yesAtLast(t, m) || yesThenTells(t, m) }

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
