package talk

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
)

// void supersedes what was planned of a one-on-one as it was.
func (d *decision) void(m Meet, reason string) {
	for _, r := range reminder.OfMeeting() {
		d.set.Add(change.CancelPlans{Subject: loose(m.Meeting), Rule: r, Reason: reason})
	}
}

// replan plans every text that the one-on-one as it now is gives rise to.
func (d *decision) replan(m Meet, told bool) []reminder.Wait {
	waits := d.waitsOf(m, told)
	d.planWaits(m, waits)
	return waits
}

func (d *decision) waitsOf(m Meet, told bool) []reminder.Wait {
	return reminder.PlanMeeting(reminder.MeetingFacts{
		Meeting: m.Meeting, Hours: d.w.Org.Hours, Organizer: m.Organizer.Location(d.w.Org.Zone), Contact: m.Contact.Location(d.w.Org.Zone),
		Told: told, NoPhone: m.Contact.Phone.IsZero(), Prep: d.oneOfFirstTwo(m),
	}, d.now)
}

// oneOfFirstTwo reports whether the organizer has had or planned at most one other one-on-one.
func (d *decision) oneOfFirstTwo(m Meet) bool {
	had, known := d.w.Had[m.OrganizerID]
	if m.Version == 0 {
		return known && had < 2
	}
	return known && d.who.ID == m.OrganizerID && had <= 2
}

func (d *decision) planWaits(m Meet, waits []reminder.Wait) {
	for _, w := range waits {
		to := m.Contact
		if w.To == meeting.Organizer {
			to = m.Organizer
		}
		p := change.Plan{
			ID: d.ids.New(), PhoneID: to.PhoneID, PersonID: to.ID, Subject: subjectOf(m.Meeting), Rule: w.Rule, Occurrence: w.Occurrence, DueAt: w.DueAt,
			ValidUntil: w.ValidUntil, Cause: d.cause(), Reason: w.Reason, State: w.State, Move: !w.Morning,
		}
		if w.Rule == reminder.FirstRule {
			p.DueAt = p.DueAt.Add(tellAfter)
		}
		if w.Morning {
			p.Subject = change.Subject{Kind: change.PersonSubject, ID: to.ID}
			p.Cause = uuid.Nil // nobody's text is waited for until then
		}
		d.toPhone(&p, to)
		d.set.Add(p)
	}
}

// toPhone addresses a plan: a phone that was never heard of has no row yet.
func (d *decision) toPhone(p *change.Plan, to person.Person) {
	p.PhoneID = to.PhoneID
	if p.PhoneID == 0 {
		p.Phone = to.Phone
	}
}

// tell plans a text of the other side's phone, at once: it is rendered there, in that person's language and zone, when it is due.
func (d *decision) tell(to person.Person, rule string, s change.Subject, data any, reason string) {
	if to.PhoneID == 0 && to.Phone.IsZero() {
		return
	}
	p := change.Plan{
		ID: d.ids.New(), PersonID: to.ID, Subject: s, Rule: rule, Occurrence: d.source1().String(), DueAt: d.now.Add(tellAfter),
		ValidUntil: validUntil(rule, d.now), Cause: d.cause(), Reason: reason,
	}
	if m, ok := d.meetByID(s.ID); ok && s.Version > 0 && p.ValidUntil.IsZero() && m.Open() && m.Status != meeting.Proposed {
		p.ValidUntil = m.StartsAt
	}
	if data != nil {
		p.Data = encode(data)
	}
	d.toPhone(&p, to)
	d.set.Add(p)
}

// source1 names what this decision came from, so that the same never plans the same twice.
func (d *decision) source1() uuid.UUID {
	if d.in.Kind == DueIn {
		return d.in.Due.ID
	}
	return d.in.MessageID
}

// morning plans the organizer's morning text of the next morning, where there is something to say in it.
func (d *decision) morning(p person.Person) {
	loc := p.Location(d.w.Org.Zone)
	d.morningOn(p, d.w.Org.Hours.NextMorning(d.now, loc))
}

func (d *decision) morningOn(p person.Person, at time.Time) {
	if !at.After(d.now) || p.PhoneID == 0 {
		return
	}
	w := reminder.Morning(at.In(p.Location(d.w.Org.Zone)))
	d.set.Add(change.Plan{
		ID: d.ids.New(), PhoneID: p.PhoneID, PersonID: p.ID, Subject: change.Subject{Kind: change.PersonSubject, ID: p.ID}, Rule: w.Rule,
		Occurrence: w.Occurrence, DueAt: w.DueAt, ValidUntil: w.ValidUntil, Reason: w.Reason,
	})
}
