package app

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/event"
	"github.com/reportback/reportback/internal/core/matter"
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

// Mark is whether one person came, or that it is not known after all.
type Mark struct {
	RSVP     event.RSVP
	Attended event.Attended
}

// NoteAttendance writes who came and closes their commitments as kept or not, as the organizer's answer to 'who came?' does. What was noted
// otherwise before is corrected with its commitment.
func NoteAttendance(ctx context.Context, d Deps, a Attendance) error {
	now := d.Clock.Now()
	subject := change.Subject{Kind: change.EventSubject, ID: a.Event}
	var set change.Set
	count := map[event.Attended]int{}
	for _, m := range a.Marks {
		count[m.Attended]++
		set.Add(change.SaveRSVP{RSVP: event.RSVP{EventID: a.Event, PersonID: m.RSVP.PersonID, Attended: m.Attended, AttendedAt: now}, At: now})
		if m.RSVP.PromiseID != uuid.Nil {
			set.Add(change.JudgePromise{ID: m.RSVP.PromiseID, As: change.OutcomeOf(m.Attended), At: now})
		}
	}
	if a.All {
		for _, rule := range []string{reminder.WhoCameRule, reminder.AttendanceRule} {
			set.Add(change.CancelPlans{Subject: subject, Rule: rule, Reason: "staff said who came"})
		}
		set.Add(change.CloseAttention{Kind: matter.AttendanceMissing, Subject: subject, At: now})
	}
	note := fmt.Sprintf("%d came, %d did not", count[event.Came], count[event.Missed]) // no names: the history of an event outlives them
	if n := count[event.Unknown]; n > 0 {
		note += fmt.Sprintf(", %d not known", n)
	}
	set.Add(change.Timeline{
		ID: d.IDs.New(), Subject: subject, ActorKind: change.ByStaff, ActorID: a.By.ID, What: change.AttendanceNoted,
		Note: note, At: now,
	})
	if err := d.Store.InTx(ctx, func(tx Tx) error { return tx.Save(ctx, []change.Set{set}) }); err != nil {
		return fmt.Errorf("note attendance: %w", err)
	}
	return nil
}
