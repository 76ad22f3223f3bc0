package talk

import (
	"strconv"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
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
func HandedOver(h Handing, now time.Time, ids world.IDs) []change.Change {
	n := func(i int64) string { return strconv.FormatInt(i, 10) }
	note := turn.DutyNote{Key: lang.StaffHanded, Fields: []string{
		"staff", person.FirstName(h.By), "ofirst", person.FirstName(h.From), "contacts", n(h.Contacts), "meetings", n(h.Meetings), "reports",
		n(h.Reports), "promises", n(h.Promises),
	}}
	p := change.Plan{
		PhoneID: h.PhoneID, PersonID: h.To, Subject: change.Subject{Kind: change.PersonSubject, ID: h.To}, Occurrence: h.ID.String(),
		Cause: h.ID, Reason: "work was handed over",
	}
	text, mornings := p, p
	text.ID, text.Rule, text.DueAt, text.ValidUntil, text.Data = ids.New(), reminder.DutyRule, now.Add(turn.TellAfter),
		turn.ValidUntil(reminder.DutyRule, now), turn.Encode(note)
	mornings.ID, mornings.Rule, mornings.DueAt = ids.New(), reminder.HandedRule, now
	return []change.Change{text, mornings}
}
