package settle

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
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
	return report.Excerpt(strings.TrimSpace(name), 40)
}
