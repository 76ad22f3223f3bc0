package talk

import (
	"strconv"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/when"
)

// Handing is what one organizer handed to another, and who had it done.
type Handing struct {
	ID                                    uuid.UUID // of the hand-over: it is told once
	To                                    uuid.UUID
	PhoneID                               int64
	By, From                              string // names
	Contacts, Meetings, Reports, Promises int64
}

// HandedOver plans what the new organizer hears of a hand-over: one text, within their hours, and their morning texts from then on.
func HandedOver(h Handing, now time.Time, ids IDs) []change.Change {
	n := func(i int64) string { return strconv.FormatInt(i, 10) }
	note := dutyNote{lang.StaffHanded, []string{
		"staff", person.FirstName(h.By), "ofirst", person.FirstName(h.From), "contacts", n(h.Contacts), "meetings", n(h.Meetings), "reports", n(h.Reports), "promises", n(h.Promises),
	}}
	p := change.Plan{
		PhoneID: h.PhoneID, PersonID: h.To, Subject: change.Subject{Kind: change.PersonSubject, ID: h.To}, Occurrence: h.ID.String(), Cause: h.ID, Reason: "work was handed over",
	}
	text, mornings := p, p
	text.ID, text.Rule, text.DueAt, text.ValidUntil, text.Data = ids.New(), reminder.DutyRule, now.Add(tellAfter), validUntil(reminder.DutyRule, now), encode(note)
	mornings.ID, mornings.Rule, mornings.DueAt = ids.New(), reminder.HandedRule, now
	return []change.Change{text, mornings}
}

// handed plans the mornings of all that an organizer now looks after: who had it before had them on their own phone.
func (d *decision) handed(reminder.Rule) {
	for _, m := range d.w.Meetings {
		if m.OrganizerID != d.who.ID || !m.Open() || !m.StartsAt.After(d.now) {
			continue
		}
		var mornings []reminder.Wait
		for _, w := range d.waitsOf(m, true) {
			if w.Morning {
				mornings = append(mornings, w)
			}
		}
		d.planWaits(m, mornings)
	}
	for _, p := range d.w.Promises {
		if on, ok := when.ParseDate(p.DueOn); ok && p.EventID == uuid.Nil {
			d.morningsOf(on)
		}
	}
	d.happened(TookOver{})
	d.end(change.PlanMade, "the morning texts say what was handed over", uuid.Nil)
}
