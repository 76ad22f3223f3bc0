package turn

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// Unremind takes back what was to remind a contact of an item on its day.
func (t *Turn) Unremind(it world.Promise, contact person.Person, m world.Meet, why string) {
	if on, ok := when.ParseDate(it.DueOn); ok && it.EventID == uuid.Nil {
		t.RemindContact(change.AddPromise{ID: it.ID, Kind: it.Kind}, contact, m,
			change.Plan{DueAt: t.ReminderAt(on, contact), State: change.PlanSuperseded, Reason: why})
	}
}

// OverdueDone takes a promise that was overdue off Today.
func OverdueDone(promise uuid.UUID, now time.Time) change.CloseAttention {
	return change.CloseAttention{Kind: "promise_overdue", Subject: change.Subject{Kind: change.PromiseSubject, ID: promise}, At: now}
}

// MorningsOf has the organizer's morning text of an item's day say it, and twice more while it is open.
func (t *Turn) MorningsOf(on when.Date) {
	for _, days := range []int{0, 1, 2} {
		t.MorningOn(t.who, t.w.Org.Hours.MorningOn(on.AddDays(days), t.loc))
	}
}

// ReminderAt is when somebody is reminded on a day.
func (t *Turn) ReminderAt(on when.Date, p person.Person) time.Time {
	return t.w.Org.Hours.MorningOn(on, p.Location(t.w.Org.Zone))
}

// RemindContact plans what reminds a contact of an item; how says when, or that it is taken back. False when it is not for a contact's
// phone.
func (t *Turn) RemindContact(p change.AddPromise, contact person.Person, m world.Meet, how change.Plan) bool {
	if p.Kind != "commitment" || contact.PhoneID == 0 && contact.Phone.IsZero() {
		return false
	}
	how.ID, how.PersonID, how.Subject, how.Rule, how.Occurrence = t.ids.New(), contact.ID, Loose(m.Meeting), reminder.CommitmentRule,
		p.ID.String()
	how.Move = true
	t.ToPhone(&how, contact)
	t.set.Add(how)
	return true
}

// Idea keeps words as an idea whom to invite.
func (t *Turn) Idea(words string) {
	t.set.Add(change.AddNote{ID: t.ids.New(), AuthorID: t.who.ID, Kind: "idea", Words: Bounded(words), At: t.now})
}
