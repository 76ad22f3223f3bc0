package settle

import (
	"slices"
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// newEvent leads to the time of an event that is to be made of a commitment, in the answer of a report.
const (
	newEvent     = "new "
	newEventTime = "2006-01-02 15:04"
)

// NewEvent is the answer that makes an event of a commitment, at a time in the organizer's zone.
func NewEvent(at time.Time) string { return newEvent + at.Format(newEventTime) }

// NewEventTime reads it: made is false for the answer that names an event which there is, ok for a time that is over.
func NewEventTime(t *turn.Turn, value string) (at time.Time, made, ok bool) {
	clock, made := strings.CutPrefix(value, newEvent)
	if !made {
		return at, false, false
	}
	local, err := time.Parse(newEventTime, clock)
	if err != nil {
		return at, true, false
	}
	at, exists := when.DateOf(local).At(local.Hour(), local.Minute(), t.Loc())
	return at, true, exists && at.After(t.Now())
}

// EventName is what the words call it: "come to the tenant meeting Thu Dec 10" is "tenant meeting".
func EventName(t *turn.Turn, words string) string {
	name := phrase.WithoutTimes(words, t.Planning())
	if _, to := lexicon.EventLeads.Find(name); to < len(name) {
		name = name[to:]
	}
	return report.Excerpt(understand.WithoutCompanion(understand.OneThing(strings.TrimSpace(name))), 40)
}

// Attends reports whether words say that somebody will come to something.
func Attends(words string) bool { return lexicon.AttendWords.In(understand.Padded(words)) }

// Coming is what of the commitment in hand may be a word for an event: of several things to do the one that somebody comes to, with the day
// that stands beside it, else the one that was asked for. i is which of them it is.
func Coming(t *turn.Turn) (words, on string, i int) {
	words, on = t.Draft().Answers[report.Commitment].Words, t.Draft().Answers[report.CommitmentDue].Value
	parts := report.Parts(words)
	if len(parts) < 2 {
		return words, on, 0
	}
	i = max(0, slices.IndexFunc(parts, Attends))
	if own, sure := t.SureDay(parts[i]); sure {
		return parts[i], own.String(), i
	}
	return parts[i], on, i
}
