// Package promise is what rooms do with what somebody said that they would do: its words as they may be quoted, and who is reminded of it.
package promise

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// Unremind takes back what was to remind a contact of an item on its day.
func Unremind(t *turn.Turn, it world.Promise, contact person.Person, m world.Meet, why string) {
	if on, ok := when.ParseDate(it.DueOn); ok && it.EventID == uuid.Nil {
		RemindContact(t, change.AddPromise{ID: it.ID, Kind: it.Kind}, contact, m,
			change.Plan{DueAt: ReminderAt(t, on, contact), State: change.PlanSuperseded, Reason: why})
	}
}

// OverdueDone takes a promise that was overdue off Today.
func OverdueDone(promise uuid.UUID, now time.Time) change.CloseAttention {
	return change.CloseAttention{Kind: matter.PromiseOverdue, Subject: change.Subject{Kind: change.PromiseSubject, ID: promise}, At: now}
}

// MorningsOf has the organizer's morning text of an item's day say it, and twice more while it is open.
func MorningsOf(t *turn.Turn, on when.Date) {
	for _, days := range []int{0, 1, 2} {
		t.MorningOn(t.Who(), t.Org().Hours.MorningOn(on.AddDays(days), t.Loc()))
	}
}

// ReminderAt is when somebody is reminded on a day.
func ReminderAt(t *turn.Turn, on when.Date, p person.Person) time.Time {
	return t.Org().Hours.MorningOn(on, p.Location(t.Org().Zone))
}

// RemindContact plans what reminds a contact of an item; how says when, or that it is taken back. False when it is not for a contact's
// phone.
func RemindContact(t *turn.Turn, p change.AddPromise, contact person.Person, m world.Meet, how change.Plan) bool {
	if p.Kind != change.Committed || contact.PhoneID == 0 && contact.Phone.IsZero() {
		return false
	}
	how.ID, how.PersonID, how.Subject, how.Rule, how.Occurrence = t.NewID(), contact.ID, turn.Loose(m.Meeting), reminder.CommitmentRule,
		p.ID.String()
	how.Move = true
	t.ToPhone(&how, contact)
	t.Add(how)
	return true
}
