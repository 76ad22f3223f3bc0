// Package duty tells staff: the text to those on duty, and the digest of a working morning.
package duty

import (
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/when"
)

// PlanDigest plans a staff member's digest of the next working morning.
func PlanDigest(t *turn.Turn, p person.Person) {
	loc := p.Location(t.Org().Zone)
	at := t.Org().Hours.NextMorning(t.Now(), loc)
	for when.DayOff(when.DateOf(at.In(loc))) {
		at = t.Org().Hours.NextMorning(at, loc)
	}
	DigestOn(t, p, at)
}

// DigestOn plans a staff member's digest of a morning.
func DigestOn(t *turn.Turn, p person.Person, at time.Time) {
	if p.PhoneID == 0 || !at.After(t.Now()) {
		return
	}
	t.Add(change.Plan{
		ID: t.NewID(), PhoneID: p.PhoneID, PersonID: p.ID, Subject: change.Subject{Kind: change.PersonSubject, ID: p.ID},
		Rule:       reminder.DigestRule,
		Occurrence: at.In(p.Location(t.Org().Zone)).Format(time.DateOnly), DueAt: at, ValidUntil: at.Add(reminder.MorningLasts),
		Reason: "the digest of a working morning",
	})
}

// UntakenFor is how long something urgent may stand on Today before admins are texted.
const UntakenFor = 30 * time.Minute

// Escalation is what stands on Today, and what admins read of it.
type Escalation struct {
	Kind matter.Kind `json:"kind"`
	Note Note        `json:"note"`
}

// Note is a text to staff: its key and fields, rendered in each one's language when it is due.
type Note struct {
	Key    lang.Key `json:"key"`
	Fields []string `json:"fields"`
}

// Tell plans a text to the staff on duty, on their own phones.
func Tell(t *turn.Turn, k lang.Key, s change.Subject, fields ...string) {
	for _, p := range Staff(t) {
		if p.PhoneID == 0 {
			continue
		}
		t.Add(change.Plan{
			ID: t.NewID(), PhoneID: p.PhoneID, PersonID: p.ID, Rule: reminder.DutyRule, Occurrence: t.Origin().String(), Subject: s,
			DueAt:      t.Now().Add(turn.TellAfter),
			ValidUntil: turn.ValidUntil(reminder.DutyRule, t.Now()), Cause: t.Cause(), Reason: "staff on duty are told",
			Data: turn.Encode(Note{k, fields}),
		})
	}
}

// Staff returns the staff who hear what concerns nobody by name: those on duty, else all admins, else all staff.
func Staff(t *turn.Turn) []person.Person {
	var duty, admins []person.Person
	for _, p := range t.Staff() {
		for _, id := range t.Org().OnDuty {
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
	return t.Staff()
}
