package offer

import (
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// SameDay reports whether the day that the text names is the one-on-one's.
func SameDay(t *turn.Turn, m world.Meet) bool {
	return t.Heard().When.Date.String() == phrase.DateOf(m.StartsAt.In(t.Loc()))
}

// SameClock reports whether the hour that the text names is the one-on-one's.
func SameClock(t *turn.Turn, m world.Meet) bool {
	l := m.StartsAt.In(t.Loc())
	return t.Heard().When.Hour == l.Hour() && t.Heard().When.Minute == l.Minute()
}
