package turn

import (
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/lexicon"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/phrase"
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

// EventName is what the words call it: "come to the tenant meeting Thu Dec 10" is "tenant meeting".
func (t *Turn) EventName(words string) string {
	name := phrase.WithoutTimes(words, t.Planning())
	if _, to := lexicon.EventLeads.Find(name); to < len(name) {
		name = name[to:]
	}
	return report.Excerpt(strings.TrimSpace(name), 40)
}
