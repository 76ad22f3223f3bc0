package offer

import (
	"slices"
	"strings"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// HeldThenFree reports whether a text says that its writer was put to work on the one-on-one's own day and has time in another week, on no
// day that is named: "ugh boss put me on thurs. any morning the week after is fine tho". That is a no.
func HeldThenFree(t *turn.Turn, m world.Meet) bool {
	at, body := At(m).In(t.Loc()), t.Body()
	if t.Heard().Digit != 0 || strings.ContainsAny(body, "0123456789") || m.Status != meeting.Planned && m.Status != meeting.Confirmed ||
		m.Begun(t.Now()) || understand.ComesAnyway(body) || !lexicon.FreeLater.In(understand.Padded(body)) {
		return false
	}
	for _, d := range understand.WeekdaysIn(body) {
		if d != at.Weekday() {
			return false
		}
	}
	held, free := false, false
	for _, c := range understand.Turns(body) {
		f := strings.Fields(understand.Padded(c))
		switch onDay := len(understand.WeekdaysIn(c)) > 0; {
		case onDay && !held && (lexicon.PutOnShift.In(understand.Padded(c)) || lexicon.BusyThen.In(understand.Padded(c))):
			held = !namesPart(f)
		case onDay || understand.Read(c, t.Planning()).Refused:
			return false
		case lexicon.FreeLater.In(understand.Padded(c)) && !lexicon.Negators.Any(f):
			free = true
		case understand.Read(c, t.Planning()).Reply == understand.Yes: // "but i can still make it"
			return false
		}
	}
	return held && free
}

// namesPart reports whether words name more of a day than its weekday: of "thurs morning" the morning.
func namesPart(f []string) bool {
	return slices.ContainsFunc(f, func(w string) bool { return lexicon.Look(w).Time != lexicon.Weekday && lexicon.ClockNames.Has(w) })
}
