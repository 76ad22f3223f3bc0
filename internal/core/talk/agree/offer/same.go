package offer

import (
	"time"

	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
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

// Stands reports whether a time is the very one that the contact has asked for already: said again, the organizer is not asked again.
func Stands(m world.Meet, at time.Time) bool {
	return m.Status == meeting.Proposed && m.Proposal.By == meeting.Contact && at.Equal(m.Proposal.At)
}

// Asked is the time that a text asks about: the other one that was put forward, or the one before a change, where the text tells of that.
func Asked(m world.Meet, rule string, old time.Time) time.Time {
	if rule == reminder.ChangedRule && m.Proposal.At.IsZero() {
		return old
	}
	return m.Proposal.At
}

// NamesNew reports whether the text names the day or the hour that a change has put in the place of another: it is meant for the new time.
func NamesNew(t *turn.Turn, m world.Meet, was time.Time) bool {
	r, at, old := t.Heard().When, m.StartsAt.In(t.Loc()), was.In(t.Loc())
	if was.IsZero() {
		return false
	}
	if r.HasClock && SameClock(t, m) && (old.Hour() != at.Hour() || old.Minute() != at.Minute()) {
		return true
	}
	return r.HasDate() && phrase.DateOf(old) != phrase.DateOf(at) &&
		(SameDay(t, m) || r.BareWeekday && r.Date.Weekday() == at.Weekday() && old.Weekday() != at.Weekday())
}

// Beside answers a text; whatever else it says reaches the organizer.
func Beside(t *turn.Turn, m world.Meet, words, kind, said string) {
	if words == "" || !t.Happened(fact.ForOrganizer{Meet: m, Thanks: said, Kind: kind}) {
		t.Answer(kind, said)
	}
}
