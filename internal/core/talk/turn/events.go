package turn

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
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
