package turn

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/when"
)

// PlanDigest plans a staff member's digest of the next working morning.
func (t *Turn) PlanDigest(p person.Person) {
	loc := p.Location(t.w.Org.Zone)
	at := t.w.Org.Hours.NextMorning(t.now, loc)
	for when.DayOff(when.DateOf(at.In(loc))) {
		at = t.w.Org.Hours.NextMorning(at, loc)
	}
	t.DigestOn(p, at)
}

// DigestOn plans a staff member's digest of a morning.
func (t *Turn) DigestOn(p person.Person, at time.Time) {
	if p.PhoneID == 0 || !at.After(t.now) {
		return
	}
	t.set.Add(change.Plan{
		ID: t.ids.New(), PhoneID: p.PhoneID, PersonID: p.ID, Subject: change.Subject{Kind: change.PersonSubject, ID: p.ID},
		Rule:       reminder.DigestRule,
		Occurrence: at.In(p.Location(t.w.Org.Zone)).Format(time.DateOnly), DueAt: at, ValidUntil: at.Add(reminder.MorningLasts),
		Reason: "the digest of a working morning",
	})
}

// UntakenFor is how long something urgent may stand on Today before admins are texted.
const UntakenFor = 30 * time.Minute

// Escalation is what stands on Today, and what admins read of it.
type Escalation struct {
	Kind matter.Kind `json:"kind"`
	Note DutyNote    `json:"note"`
}

// DutyNote is a text to staff: its key and fields, rendered in each one's language when it is due.
type DutyNote struct {
	Key    lang.Key `json:"key"`
	Fields []string `json:"fields"`
}

// TellDuty plans a text to the staff on duty, on their own phones.
func (t *Turn) TellDuty(k lang.Key, s change.Subject, fields ...string) {
	for _, p := range t.OnDuty() {
		if p.PhoneID == 0 {
			continue
		}
		t.set.Add(change.Plan{
			ID: t.ids.New(), PhoneID: p.PhoneID, PersonID: p.ID, Rule: reminder.DutyRule, Occurrence: t.Origin().String(), Subject: s,
			DueAt:      t.now.Add(TellAfter),
			ValidUntil: ValidUntil(reminder.DutyRule, t.now), Cause: t.Cause(), Reason: "staff on duty are told", Data: Encode(DutyNote{k, fields}),
		})
	}
}

// OnDuty returns the staff who hear what concerns nobody by name: those on duty, else all admins, else all staff.
func (t *Turn) OnDuty() []person.Person {
	var duty, admins []person.Person
	for _, p := range t.w.Staff {
		for _, id := range t.w.Org.OnDuty {
			if p.ID == id {
				duty = append(duty, p)
			}
		}
		if p.Is(person.Admin) {
			admins = append(admins, p)
		}
	}
	switch {
	case len(duty) > 0:
		return duty
	case len(admins) > 0:
		return admins
	}
	return t.w.Staff
}
