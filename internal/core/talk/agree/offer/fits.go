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

// HourFits reads an hour alone with a word of agreement beside it: "12 ok", "3 ok". Whether it is that of the one-on-one, and whether it
// stands where the number of an answer may ("ok 3"), is said too. No clock where the text says more, or answers with its number.
func HourFits(t *turn.Turn, m world.Meet, asked bool) (said moment.Said, own, digit bool) {
	if near, ok := NearHour(t, m); ok || !asked {
		return near, false, false
	}
	h, at := t.Heard(), At(m).In(t.Loc())
	f := strings.Fields(understand.Padded(t.Body()))
	fits := func(w string) bool { return lexicon.YesMildly.Has(w) || lexicon.Yes.Has(w) }
	n := slices.IndexFunc(f, func(w string) bool { return strings.ContainsAny(w, "0123456789") })
	if h.Digit != 0 || n < 0 || f[n] == "1" || h.When.HasDate() || len(h.When.Options) > 0 || !m.Open() || m.Begun(t.Now()) ||
		!slices.ContainsFunc(f, fits) && !(lexicon.AboutHour.Has(f[0]) && at.Sub(t.Now()) > whole) ||
		moment.HourOnly(t.Body()) == "" || !said.HearHour(t.Body(), at) {
		return moment.Said{}, false, false
	}
	own = said.Clock == at.Format(moment.Layout)
	digit = (f[n] == "2" || f[n] == "3") && (n > 0 && !lexicon.At.Has(f[n-1]) && !lexicon.Articles.Has(f[n-1]) ||
		strings.Contains(t.Body(), f[n]+",")) // "3, ok?"
	digit = digit || own && !slices.ContainsFunc(f, fits) // "como a las 3" of 3 PM
	if digit && !own {
		return moment.Said{}, false, false // it answers with its number
	}
	return said, own, digit
}

// whole is a day: nearer to it "like 10" may be how late somebody is.
const whole = 24 * time.Hour

// RoughHour reports whether a text is nothing but another hour, said roughly: "como a las 5 y media", "more like 5:30pm tho".
func RoughHour(t *turn.Turn, m world.Meet) bool {
	if !t.Heard().When.HasClock || m.Status != meeting.Planned || SameClock(t, m) {
		return false
	}
	for w := range strings.FieldsSeq(understand.Padded(phrase.WithoutTimes(t.Body(), t.Planning()))) {
		l := lexicon.Look(w)
		if !l.In(lexicon.AboutHour) && !l.In(lexicon.Fillers) && !l.In(lexicon.Articles) && l.Time != lexicon.At && w != "more" && w != "mas" {
			return false
		}
	}
	return true
}

// NearHour reads an hour in a number alone right behind what asks for one: "but can it be closer to 330 the bus takes forever". No other
// number may stand in its clause.
func NearHour(t *turn.Turn, m world.Meet) (said moment.Said, ok bool) {
	h, at := t.Heard(), At(m).In(t.Loc())
	if h.When.HasDate() || h.When.HasClock || len(h.When.Options) > 0 || h.Digit != 0 || h.Refused || !m.Open() || m.Begun(t.Now()) ||
		m.Status == meeting.Proposed || h.Reply == understand.Yes {
		return said, false
	}
	for _, clause := range understand.Turns(strings.ReplaceAll(t.Body(), "?", ".")) {
		f := strings.Fields(understand.Padded(clause))
		for n := 2; n <= len(f); n++ {
			head := strings.Join(f[:n], " ")
			if !strings.ContainsAny(f[n-1], "0123456789") || !lexicon.NearerTo.In(" "+strings.Join(f[:n-1], " ")+" ") ||
				lexicon.Negators.Any(f[:n]) {
				continue
			}
			if _, _, alone := understand.HourAlone(strings.Join(f, " ")); alone && said.HearHour(head, at) &&
				said.Clock != at.Format(moment.Layout) {
				said.SameDayAs(at)
				return said, true
			}
		}
	}
	return moment.Said{}, false
}

// answersBy reports whether a word is a yes or the number of an answer: "actually 1" is no hour.
func answersBy(w string) bool { return lexicon.Yes.Has(w) || w == "1" || w == "2" || w == "3" }

// answers is how many numbers answer our texts: a number behind them may be an hour.
const answers = 3

// HourOpen takes what answers "what day and time?" by its hour alone: one of the day that stands or was declined ("430?"), or a part of
// the day that was named before ("mejor en la tarde").
func HourOpen(t *turn.Turn, m world.Meet, said *moment.Said) bool {
	h, at := t.Heard(), m.StartsAt.In(t.Loc())
	switch {
	case h.Digit != 0 && h.Digit <= answers || !at.After(t.Now()) || h.When.HasDate() || h.Reply == understand.No:
		return false
	case said.Date != "" && said.Clock == "":
		return said.HearPart(t.Body())
	case said.Date == "" && len(said.Options) == 0 && said.WeekOf == "" && moment.HourOnly(strings.Trim(t.Body(), " ?¿")) != "" &&
		!slices.ContainsFunc(strings.Fields(understand.Padded(t.Body())), answersBy):
		if !said.HearHour(t.Body(), at) || said.Clock == at.Format(moment.Layout) {
			said.Clock = ""
			return false
		}
		said.SameDayAs(at)
		return true
	}
	return false
}

// OutsideTheirs reports whether a contact says at which days they can meet at all, and the one-on-one is at none of them: "i only do
// weekends", "entre semana no puedo".
func OutsideTheirs(t *turn.Turn, m world.Meet) bool {
	only, never := understand.DaysOf(t.Body())
	return only|never != 0 && m.Open() && m.Status != meeting.Proposed && !m.Begun(t.Now()) &&
		understand.Outside(m.StartsAt.In(t.Loc()), only, never)
}

// rulesOutElsewhen reports whether a text refuses parts of the day or of the week in which the one-on-one is not, and nothing else: "i cant
// do mornings", of 3 PM.
func rulesOutElsewhen(t *turn.Turn, m world.Meet) bool {
	h := t.Heard()
	if h.Digit != 0 || h.Timed() || h.Reply == understand.Yes || !m.Open() || m.Begun(t.Now()) {
		return false
	}
	never := understand.TheirDays(0)
	for _, c := range understand.Clauses(t.Body()) {
		n := understand.NeverAt(c)
		if r := understand.Read(c, t.Planning()); n == 0 && (r.Refused || r.Reply == understand.No) {
			return false
		}
		never |= n
	}
	return never != 0 && !understand.Outside(m.StartsAt.In(t.Loc()), 0, never) && !understand.Outside(At(m).In(t.Loc()), 0, never)
}
