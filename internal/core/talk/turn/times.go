package turn

import (
	"strings"

	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// Planning is the context of words about what is to come, in the speaker's zone.
func (t *Turn) Planning() when.Context {
	return when.Context{At: t.now, Zone: t.loc, Mode: when.Plan, Lang: t.tag}
}

// DayOf is DayNamed in words about a one-on-one to come: its own weekday means its day, not the coming one.
func (t *Turn) DayOf(m world.Meet, words string) string {
	day := t.DayNamed(words)
	on, ok := when.ParseDate(day)
	own := when.DateOf(m.StartsAt.In(t.loc))
	if ok && (m.Open() || m.Status == meeting.Declined) && m.StartsAt.After(t.now) && on.Weekday() == own.Weekday() &&
		understand.Times(words, t.Planning()).BareWeekday {
		return own.String()
	}
	for ok && (m.Open() || m.Status == meeting.Declined) && m.StartsAt.After(t.now) && on.AddDays(farBefore).Compare(own) < 0 &&
		understand.Times(words, t.Planning()).BareWeekday { // the one nearest to the day that is moved
		on = on.AddDays(7)
		day = on.String()
	}
	return day
}

// farBefore is how many days before the day that is moved a weekday alone is another week's.
const farBefore = 3

// DayNamed is the one day to come that somebody's words name, and do not rule out: "el jueves no puedo, el viernes sí". "" for none, or
// several.
func (t *Turn) DayNamed(words string) string {
	var left []string
	for _, c := range understand.Clauses(words) {
		if r := understand.Read(c, t.Planning()).Reply; r != understand.No {
			left = append(left, c)
		}
	}
	on, sure := t.SureDay(strings.Join(left, ", "))
	for f := strings.Fields(words); len(f) > 1 && !sure; f = f[1:] { // "ese día no puedo el viernes sí"
		tail := strings.Join(f, " ")
		if understand.NamesTime(strings.TrimSpace(understand.Padded(f[0]))) && understand.Read(tail, t.Planning()).Reply == understand.Yes {
			on, sure = t.SureDay(tail)
		}
	}
	if !sure || on.String() < t.Today() {
		return ""
	}
	return on.String()
}
