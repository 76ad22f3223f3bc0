package turn

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// PhoneSubject makes a stable subject id for what concerns a phone and no person: phones have numbers for ids.
func PhoneSubject(id int64) uuid.UUID {
	var u uuid.UUID
	for i := range 8 {
		u[15-i] = byte(id >> (8 * i)) //nolint:gosec // the low byte is meant
	}
	return u
}

// ValidUntil is until when a text of a rule makes sense that is due then.
func ValidUntil(rule string, due time.Time) time.Time {
	r, ok := reminder.Find(rule)
	if !ok || r.Makes == 0 {
		return time.Time{}
	}
	return due.Add(r.Makes)
}

// Void supersedes what was planned of a one-on-one as it was.
func (t *Turn) Void(m world.Meet, reason string) {
	for _, r := range reminder.OfMeeting() {
		t.set.Add(change.CancelPlans{Subject: Loose(m.Meeting), Rule: r, Reason: reason})
	}
}

// Replan plans every text that the one-on-one as it now is gives rise to.
func (t *Turn) Replan(m world.Meet, told bool) []reminder.Wait {
	waits := t.WaitsOf(m, told)
	t.PlanWaits(m, waits)
	return waits
}

// WaitsOf lists what a one-on-one gives rise to.
func (t *Turn) WaitsOf(m world.Meet, told bool) []reminder.Wait {
	return reminder.PlanMeeting(reminder.MeetingFacts{
		Meeting: m.Meeting, Hours: t.w.Org.Hours.For(m.Contact), Organizer: m.Organizer.Location(t.w.Org.Zone),
		Contact: m.Contact.Location(t.w.Org.Zone), Told: told, NoPhone: m.Contact.Phone.IsZero(), Prep: t.oneOfFirstTwo(m),
	}, t.now)
}

// oneOfFirstTwo reports whether the organizer has had or planned at most one other one-on-one.
func (t *Turn) oneOfFirstTwo(m world.Meet) bool {
	had, known := t.w.Had[m.OrganizerID]
	if m.Version == 0 {
		return known && had < 2
	}
	return known && t.who.ID == m.OrganizerID && had <= 2
}

// PlanWaits plans what a one-on-one gives rise to.
func (t *Turn) PlanWaits(m world.Meet, waits []reminder.Wait) {
	for _, w := range waits {
		to := m.Contact
		if w.To == meeting.Organizer {
			to = m.Organizer
		}
		p := change.Plan{
			ID: t.ids.New(), PhoneID: to.PhoneID, PersonID: to.ID, Subject: SubjectOf(m.Meeting), Rule: w.Rule, Occurrence: w.Occurrence,
			DueAt:      w.DueAt,
			ValidUntil: w.ValidUntil, Cause: t.Cause(), Reason: w.Reason, State: w.State, Move: !w.Morning,
		}
		if w.Rule == reminder.FirstRule {
			p.DueAt = p.DueAt.Add(TellAfter)
		}
		if w.Morning {
			p.Subject = change.Subject{Kind: change.PersonSubject, ID: to.ID}
			p.Cause = uuid.Nil // nobody's text is waited for until then
		}
		t.ToPhone(&p, to)
		t.set.Add(p)
	}
}

// ToPhone addresses a plan: a phone that was never heard of has no row yet.
func (t *Turn) ToPhone(p *change.Plan, to person.Person) {
	p.PhoneID = to.PhoneID
	if p.PhoneID == 0 {
		p.Phone = to.Phone
	}
}

// Tell plans a text of the other side's phone, at once: it is rendered there, in that person's language and zone, when it is due.
func (t *Turn) Tell(to person.Person, rule string, s change.Subject, data any, reason string) {
	if to.PhoneID == 0 && to.Phone.IsZero() {
		return
	}
	p := change.Plan{
		ID: t.ids.New(), PersonID: to.ID, Subject: s, Rule: rule, Occurrence: t.Origin().String(), DueAt: t.now.Add(TellAfter),
		ValidUntil: ValidUntil(rule, t.now), Cause: t.Cause(), Reason: reason,
	}
	if m, ok := t.MeetByID(s.ID); ok && s.Version > 0 && p.ValidUntil.IsZero() && m.Open() && m.Status != meeting.Proposed {
		p.ValidUntil = m.StartsAt
	}
	if data != nil {
		p.Data = Encode(data)
	}
	t.ToPhone(&p, to)
	t.set.Add(p)
}

// Origin names what this decision came from, so that the same never plans the same twice.
func (t *Turn) Origin() uuid.UUID {
	if t.in.Kind == world.DueIn {
		return t.in.Due.ID
	}
	return t.in.MessageID
}

// Morning plans the organizer's morning text of the next morning, where there is something to say in it.
func (t *Turn) Morning(p person.Person) {
	loc := p.Location(t.w.Org.Zone)
	t.MorningOn(p, t.w.Org.Hours.NextMorning(t.now, loc))
}

// MorningOn plans somebody's morning text of a day, where it is still to come.
func (t *Turn) MorningOn(p person.Person, at time.Time) {
	if !at.After(t.now) || p.PhoneID == 0 {
		return
	}
	w := reminder.Morning(at.In(p.Location(t.w.Org.Zone)))
	t.set.Add(change.Plan{
		ID: t.ids.New(), PhoneID: p.PhoneID, PersonID: p.ID, Subject: change.Subject{Kind: change.PersonSubject, ID: p.ID}, Rule: w.Rule,
		Occurrence: w.Occurrence, DueAt: w.DueAt, ValidUntil: w.ValidUntil, Reason: w.Reason,
	})
}

// EndOf is when an unplanned one-on-one ended, as well as can be known: on its day at 20:00, or now when that is earlier.
func EndOf(day time.Time, now time.Time) time.Time {
	end := time.Date(day.Year(), day.Month(), day.Day(), 20, 0, 0, 0, day.Location())
	if end.After(now) {
		return now
	}
	return end
}

// Untold reports whether a contact who may be texted was told nothing of a one-on-one, long after a first text would have gone: it was
// saved without texts, or there was no time for one.
func (t *Turn) Untold(m world.Meet) bool {
	first := t.w.Org.Hours.Reach(m.Contact, m.CreatedAt, t.w.Org.Zone)
	return m.Status == meeting.Planned && m.ToldAt.IsZero() && m.Rev == 1 && t.now.Sub(first) > 15*time.Minute
}
