package talk

import (
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
)

// untakenFor is how long something urgent may stand on Today before admins are texted.
const untakenFor = 30 * time.Minute

// escalate has admins texted when what was just put on Today is urgent and nobody takes it.
func (d *decision) escalate(kind string, s change.Subject, k lang.Key, fields ...string) {
	for _, p := range d.w.Staff {
		if p.PhoneID == 0 || !p.Is(person.Admin) {
			continue
		}
		at := d.now.Add(untakenFor)
		d.set.Add(change.Plan{
			ID: d.ids.New(), PhoneID: p.PhoneID, PersonID: p.ID, Rule: reminder.EscalateRule, Occurrence: d.source1().String(), Subject: s, DueAt: at,
			ValidUntil: validUntil(reminder.EscalateRule, at), Reason: "urgent, and taken by nobody for 30 minutes", Data: encode(escalation{kind, dutyNote{k, fields}}),
		})
	}
}

// escalation is what stands on Today, and what admins read of it.
type escalation struct {
	Kind string   `json:"kind"`
	Note dutyNote `json:"note"`
}

// escalated texts an admin, unless somebody has taken it or it is done.
func (d *decision) escalated(rule reminder.Rule) {
	var e escalation
	if !decodeInto(d.in.Due.Data, &e) {
		d.end(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	if !d.w.Untaken {
		d.end(change.PlanSuperseded, "taken, or done", uuid.Nil)
		return
	}
	d.setAbout(change.Subject{Kind: d.in.Due.Subject.Kind, ID: d.in.Due.Subject.ID})
	d.unasked(rule, d.say(lang.Untaken)+" "+d.say(e.Note.Key, e.Note.Fields...))
}

// dutyNote is a text to staff: its key and fields, rendered in each one's language when it is due.
type dutyNote struct {
	Key    lang.Key `json:"key"`
	Fields []string `json:"fields"`
}

// tellDuty plans a text to the staff on duty, on their own phones.
func (d *decision) tellDuty(k lang.Key, s change.Subject, fields ...string) {
	for _, p := range d.onDuty() {
		if p.PhoneID == 0 {
			continue
		}
		d.set.Add(change.Plan{
			ID: d.ids.New(), PhoneID: p.PhoneID, PersonID: p.ID, Rule: reminder.DutyRule, Occurrence: d.source1().String(), Subject: s, DueAt: d.now.Add(tellAfter),
			ValidUntil: validUntil(reminder.DutyRule, d.now), Cause: d.cause(), Reason: "staff on duty are told", Data: encode(dutyNote{k, fields}),
		})
	}
}

func (d *decision) dutyText(rule reminder.Rule) {
	var n dutyNote
	if json.Unmarshal(d.in.Due.Data, &n) != nil {
		d.end(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	d.setAbout(change.Subject{Kind: d.in.Due.Subject.Kind, ID: d.in.Due.Subject.ID})
	d.unasked(rule, d.say(n.Key, n.Fields...))
}
