package turn

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/when"
)

// EventByID finds an event in the world.
func (t *Turn) EventByID(id uuid.UUID) (event.Event, bool) {
	for _, e := range t.w.Events {
		if e.ID == id {
			return e, true
		}
	}
	return event.Event{}, false
}

// EventSubject is an event as texts, plans and the timeline are about it; what was told of it dies when its rev has moved on.
func EventSubject(e event.Event) change.Subject {
	return change.Subject{Kind: change.EventSubject, ID: e.ID, Version: e.Rev}
}

// EventTime is when the thing is that somebody said they would come to: its day, at the clock that the words name or 18:00.
func (t *Turn) EventTime(words, dueOn string) (time.Time, bool) {
	day, ok := when.ParseDate(dueOn)
	if !ok {
		return time.Time{}, false
	}
	hour, minute := 18, 0
	if r := when.Read(words, t.Planning()); r.HasClock {
		hour, minute = r.Hour, r.Minute
	}
	at, _ := day.At(hour, minute, t.loc)
	return at, at.After(t.now)
}

// EventName is what the words call it: "come to the tenant meeting Thu Dec 10" is "tenant meeting".
func EventName(words string, at time.Time) string {
	name := WithoutTimes(words, when.Context{At: at, Mode: when.Plan})
	if _, to := lexicon.EventLeads.Find(name); to < len(name) {
		name = name[to:]
	}
	return report.Excerpt(strings.TrimSpace(name), 40)
}
