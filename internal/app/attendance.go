package app

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
)

// Attendance is who came to an event, as staff mark it on the page.
type Attendance struct {
	Event uuid.UUID
	By    person.Person
	Marks []Mark
	All   bool // with these marks it is known of everybody: nobody needs to be asked any more
}

// Mark is whether one person came.
type Mark struct {
	RSVP event.RSVP
	Came bool
}

// NoteAttendance writes who came and closes their commitments as kept or not, as the organizer's answer to 'who came?' does.
func NoteAttendance(ctx context.Context, d Deps, a Attendance) error {
	now := d.Clock.Now()
	subject := change.Subject{Kind: change.EventSubject, ID: a.Event}
	var set change.Set
	came := 0
	for _, m := range a.Marks {
		v := event.RSVP{EventID: a.Event, PersonID: m.RSVP.PersonID, Attended: event.Missed, AttendedAt: now}
		how := "not kept"
		if m.Came {
			v.Attended, how = event.Came, "kept"
			came++
		}
		set.Add(change.SaveRSVP{RSVP: v, At: now})
		if m.RSVP.PromiseID != uuid.Nil {
			set.Add(change.ClosePromise{ID: m.RSVP.PromiseID, How: how, At: now})
		}
	}
	if a.All {
		for _, rule := range []string{reminder.WhoCameRule, reminder.AttendanceRule} {
			set.Add(change.CancelPlans{Subject: subject, Rule: rule, Reason: "staff said who came"})
		}
		set.Add(change.CloseAttention{Kind: "attendance_missing", Subject: subject, At: now})
	}
	note := fmt.Sprintf("%d came, %d did not", came, len(a.Marks)-came) // no names: the history of an event outlives them
	set.Add(change.Timeline{ID: d.IDs.New(), Subject: subject, ActorKind: "staff", ActorID: a.By.ID, What: "attendance noted", Note: note, At: now})
	if err := d.Store.InTx(ctx, func(tx Tx) error { return tx.Save(ctx, []change.Set{set}) }); err != nil {
		return fmt.Errorf("note attendance: %w", err)
	}
	return nil
}
