// Package retime reads another time of a one-on-one that is saved.
package retime

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/plan/spoken"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// New reads another time of a one-on-one: as times are said, or by a bare hour where the words correct something ("4 is better").
func New(t *turn.Turn, m world.Meet, words string) (moment.Said, bool) {
	said := moment.Said{Base: t.BaseOf(m)}
	rest := spoken.NotInstead(settle.TrimNo(strings.TrimSpace(words)))
	if by, ok := understand.ShiftBy(rest); ok && m.StartsAt.After(t.Now()) && !fixedTime(t, m, rest) {
		at := m.StartsAt.In(t.Loc()).Add(by)
		return moment.Said{Base: said.Base, Date: when.DateOf(at).String(), Clock: moment.Clock(at.Hour(), at.Minute())}, true
	}
	if !said.Hear(rest, understand.Text{}, t.Planning()) {
		if !spoken.Corrects(words) || !said.HearHour(rest, m.StartsAt.In(t.Loc())) {
			return moment.Said{}, false
		}
	}
	said.SameHalf(rest, m.StartsAt.In(t.Loc()))
	said.OfItsWeek(rest, m.StartsAt.In(t.Loc()), t.Planning())
	said.SameDayAs(m.StartsAt.In(t.Loc()))
	if at, _ := settle.Time(t, &moment.Said{Date: said.Date, Clock: said.Clock, Options: said.Options, Fixed: true}); at.Equal(m.StartsAt) {
		return moment.Said{}, false
	}
	return said, true
}

// fixedTime reports whether words name a day or an hour that stays, whenever they are said: "15 min later" does not.
func fixedTime(t *turn.Turn, m world.Meet, words string) bool {
	c := t.Planning()
	now := understand.Times(words, c)
	if now.BareWeekday && !now.HasClock && now.Date.Weekday() == m.StartsAt.In(t.Loc()).Weekday() { // its own day, named
		return false
	}
	c.At = c.At.Add(50 * time.Minute)
	later := understand.Times(words, c)
	return now.HasDate() && now.Date != when.DateOf(t.Now().In(t.Loc())) ||
		now.HasClock && now.Hour == later.Hour && now.Minute == later.Minute
}
