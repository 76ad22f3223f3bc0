package talk

import (
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// Handing is what one organizer handed to another, and who had it done.
type Handing struct {
	ID                                    uuid.UUID // of the hand-over: it is told once
	From, To                              Hand
	By                                    string // a name
	Contacts, Meetings, Reports, Promises int64
}

// Hand is one of the two organizers; who has no phone is not told.
type Hand struct {
	ID      uuid.UUID
	PhoneID int64
	Name    string
}

// HandedOver plans what the two organizers hear of a hand-over: one text each, within their hours, and the new one's morning texts from
// then on. What was counted as nothing is told to nobody.
func HandedOver(h Handing, now time.Time, ids world.IDs) []change.Change {
	if h.Contacts+h.Meetings+h.Reports+h.Promises == 0 {
		return nil
	}
	n := func(i int64) string { return strconv.FormatInt(i, 10) }
	fields := []string{
		"contacts", n(h.Contacts), "meetings", n(h.Meetings), "reports", n(h.Reports), "promises", n(h.Promises),
	}
	out := h.tell(h.To, lang.StaffHanded, h.From, fields, now, ids)
	out = append(out, h.tell(h.From, lang.StaffHandedAway, h.To, fields, now, ids)...)
	return append(out, h.mornings(h.To, now, ids))
}

// HandedBack plans what the two hear when a hand-over is taken back; who had not heard of it hears nothing.
func HandedBack(h Handing, untold []uuid.UUID, now time.Time, ids world.IDs) []change.Change {
	var out []change.Change
	if !slices.Contains(untold, h.From.ID) {
		out = h.tell(h.From, lang.StaffHandedBack, h.To, nil, now, ids)
	}
	if !slices.Contains(untold, h.To.ID) {
		out = append(out, h.tell(h.To, lang.StaffHandedUndone, h.From, nil, now, ids)...)
	}
	if h.From.PhoneID == 0 {
		return out
	}
	return append(out, h.mornings(h.From, now, ids))
}

func (h Handing) tell(who Hand, key lang.Key, other Hand, fields []string, now time.Time, ids world.IDs) []change.Change {
	if who.PhoneID == 0 {
		return nil
	}
	p := h.plan(who)
	fields = append([]string{"staff", person.FirstName(h.By), "ofirst", person.FirstName(other.Name)}, fields...)
	p.ID, p.Rule, p.DueAt, p.ValidUntil, p.Data = ids.New(), reminder.DutyRule, now.Add(turn.TellAfter),
		turn.ValidUntil(reminder.DutyRule, now), turn.Encode(duty.Note{Key: key, Fields: fields})
	return []change.Change{p}
}

func (h Handing) mornings(who Hand, now time.Time, ids world.IDs) change.Change {
	p := h.plan(who)
	p.ID, p.Rule, p.DueAt = ids.New(), reminder.HandedRule, now
	return p
}

func (h Handing) plan(who Hand) change.Plan {
	return change.Plan{
		PhoneID: who.PhoneID, PersonID: who.ID, Subject: change.Subject{Kind: change.PersonSubject, ID: who.ID}, Occurrence: h.ID.String(),
		Cause: h.ID, Reason: "work was handed over",
	}
}
