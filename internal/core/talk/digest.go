package talk

import (
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/when"
)

// planDigest plans a staff member's digest of the next working morning.
func (d *decision) planDigest(p person.Person) {
	loc := p.Location(d.w.Org.Zone)
	at := d.w.Org.Hours.NextMorning(d.now, loc)
	for at.Weekday() == time.Saturday || at.Weekday() == time.Sunday {
		at = d.w.Org.Hours.NextMorning(at, loc)
	}
	d.digestOn(p, at)
}

func (d *decision) digestOn(p person.Person, at time.Time) {
	if p.PhoneID == 0 || !at.After(d.now) {
		return
	}
	d.set.Add(change.Plan{
		ID: d.ids.New(), PhoneID: p.PhoneID, PersonID: p.ID, Subject: change.Subject{Kind: change.PersonSubject, ID: p.ID}, Rule: reminder.DigestRule,
		Occurrence: at.In(p.Location(d.w.Org.Zone)).Format(time.DateOnly), DueAt: at, ValidUntil: at.Add(reminder.MorningLasts), Reason: "the digest of a working morning",
	})
}

// digest is a staff member's one text of a working morning: debriefs of the day, and what waits for a person.
func (d *decision) digest(rule reminder.Rule) {
	items := d.debriefItems(true)
	tail := ""
	if d.w.Waiting > 0 {
		tail += " " + d.say(lang.DigestWaiting, "n", decimal(d.w.Waiting))
	}
	if len(items) > 0 {
		tail = d.say(lang.DebriefHint, "letter", "A") + tail
	}
	if d.w.FiledSince > 0 {
		tail += " " + d.say(lang.DigestFiled, "n", decimal(d.w.FiledSince))
	}
	if len(items) == 0 && tail == "" {
		d.end(change.PlanDropped, "nothing to say this morning", uuid.Nil)
		return
	}
	head := d.say(lang.MorningHead, "day", d.day(when.DateOf(d.now.In(d.loc))))
	d.unasked(rule, d.lettered(items, head, tail))
	d.planDigest(d.who) // while something is open it is told again
}

// digestOfAttention has those on duty hear, on the next working morning, that something waits for a person.
func (d *decision) digestOfAttention() {
	for _, c := range d.set.Changes {
		if _, waits := c.(change.Attention); !waits {
			continue
		}
		for _, p := range d.onDuty() {
			d.planDigest(p)
		}
		return
	}
}
