package filing

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/promise"
	"github.com/reportback/reportback/internal/core/talk/settle"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// filePromises makes a dated item with an owner of everything that somebody said they would do. It returns what "Filed" says of an event.
func filePromises(t *turn.Turn, contact person.Person, m world.Meet) string {
	first := t.NewID()
	c := &fact.SaidToCome{Contact: contact, Promise: first}
	t.Happened(c)
	_, _, coming := settle.Coming(t)
	for _, g := range pledges() {
		a := t.Draft().Answers[g.words]
		if a.State != report.Given {
			continue
		}
		shared := t.Draft().Answers[g.due].Value
		for i, d := range promise.DatedParts(t, a.Words, shared) {
			if g.words == report.NextSteps && (understand.SaysAgain(d.Part) || understand.DoneToThem(d.Part)) {
				continue // the next one-on-one is offered, and "invitarla al training" is nobody's commitment
			}
			p := pledged(t, g, d, contact)
			if g.words == report.Commitment && i == coming && c.Event != uuid.Nil {
				p.ID, p.EventID = first, c.Event
			}
			t.Add(p)
			remindOf(t, p, contact, m)
		}
	}
	return c.Shown
}

// pledge is a field that says what somebody will do, and the one with its day.
type pledge struct {
	words, due report.Name
	kind       change.PromiseKind
}

func pledges() []pledge {
	return []pledge{
		{report.Commitment, report.CommitmentDue, change.Committed},
		{report.NextSteps, "", change.Committed},
		{report.FollowUps, report.FollowUpsDue, change.Promised},
	}
}

// pledged makes the item of one thing that somebody said they would do.
func pledged(t *turn.Turn, g pledge, d promise.Dated, contact person.Person) change.AddPromise {
	p := change.AddPromise{
		ID: t.NewID(), ReportID: t.Draft().ID, OwnerID: contact.ID, ToID: t.Who().ID, Kind: g.kind,
		What: turn.Bounded(promise.Deed(t, d)), DueOn: d.On, At: t.Now(),
	}
	if g.kind == change.Promised {
		p.OwnerID, p.ToID = p.ToID, p.OwnerID
	}
	return p
}

// remindOf plans what reminds of an item on its day: the organizer's morning text, and the contact of a commitment that is no event's. It
// reports whether the contact is reminded.
func remindOf(t *turn.Turn, p change.AddPromise, contact person.Person, m world.Meet) bool {
	on, ok := when.ParseDate(p.DueOn)
	if !ok || p.EventID != uuid.Nil { // an event has its own mornings and check-ins
		return false
	}
	promise.MorningsOf(t, on)
	at := promise.ReminderAt(t, on, contact)
	return at.After(t.Now()) && promise.RemindContact(t, p, contact, m, change.Plan{
		DueAt:      at,
		ValidUntil: turn.ValidUntil(reminder.CommitmentRule, at), Reason: "what the contact said they would do",
	})
}

// bookDebrief books the debrief: one an organizer and day covers every report since the last.
func bookDebrief(t *turn.Turn, staff person.Person, on string) uuid.UUID {
	day, ok := when.ParseDate(on)
	if !ok {
		return uuid.Nil
	}
	for _, b := range t.Debriefs() {
		if b.OrganizerID == t.Who().ID && b.On == on {
			return b.ID
		}
	}
	id := t.NewID()
	t.Add(change.SaveDebrief{ID: id, OrganizerID: t.Who().ID, StaffID: staff.ID, On: on, At: t.Now()})
	remindOfDebrief(t, staff, day)
	return id
}

// remindOfDebrief has both sides' morning texts of that day say it.
func remindOfDebrief(t *turn.Turn, staff person.Person, day when.Date) {
	t.MorningOn(t.Who(), t.Org().Hours.MorningOn(day, t.Loc()))
	duty.DigestOn(t, staff, promise.ReminderAt(t, day, staff))
}
