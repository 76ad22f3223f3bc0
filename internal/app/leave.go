package app

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// batch is what one transaction makes of a round.
type batch struct {
	results map[int]Result
	again   []int // wait for the next round

	room, ahead    int        // how many answers the sender has room for, and how many texts that nobody asked for
	leave, unasked []Outgoing // are claimed by the transaction itself, each in its own room
}

// atOnce returns the text of a decision to the phone that its step holds, if the step may claim it itself: the guards that a claim reads
// were read under the same lock, and let it go. Whatever needs a second look (a consent that this very step changes, somebody else's
// words) is queued, and left to the claim. What nobody asked for may only leave like this from the step of a planned row, which was
// judged a moment ago.
func atOnce(w world.World, in world.Input, set change.Set, now time.Time) (change.Text, bool) {
	var first change.Text
	for _, c := range slices.Backward(set.Changes) {
		switch c := c.(type) {
		case change.SetConsent:
			if c.PhoneID == w.Phone.ID {
				return change.Text{}, false
			}
		case change.Text:
			if c.PhoneID == w.Phone.ID {
				first = c
			}
		}
	}
	if first.PhoneID == 0 || first.Kind == "nudge" || !first.Unasked && first.Prio != change.PrioReply {
		return change.Text{}, false
	}
	f := reminder.LeaveFacts{
		Exempt: first.Exempt, Unasked: first.Unasked, Consent: w.Phone.Consent, Sending: w.Org.Sending, ValidUntil: first.ValidUntil,
	}
	at := slices.IndexFunc(w.People, func(p person.Person) bool { return p.ID == first.PersonID })
	if first.PersonID != uuid.Nil && (at < 0 || changes(set, first.PersonID)) {
		return change.Text{}, false
	}
	if at >= 0 {
		f.Works = w.People[at].Works()
	}
	if first.Unasked {
		if in.Kind != world.DueIn || at < 0 || !stands(w, set, first) {
			return change.Text{}, false
		}
		f.Hours, f.Own, f.AnyHour, f.Late = w.Org.Hours, w.Phone.TextHours, first.AnyHour, first.Kind == lateKind
		f.Zone = w.People[at].Location(w.Org.Zone)
		if w.People[at].Zone == "" {
			f.Zones = reminder.ZonesOf(w.Phone.Phone)
		}
	}
	return first, reminder.MayLeave(f, now) == ""
}

// lateKind asks how it went, that evening too.
const lateKind = "how_did_it_go"

// stands reports whether what a text says of a one-on-one is what its step has read, and the step leaves it so. That nobody else has
// changed it meanwhile Save sees to.
func stands(w world.World, set change.Set, text change.Text) bool {
	for _, c := range set.Changes {
		switch c.(type) {
		case change.SaveMeeting, change.SetReach, change.SetLocked, change.SetPause, change.SetTextHours:
			return false
		}
	}
	if text.Subject.Kind != change.MeetingSubj || text.Subject.Version == 0 {
		return true
	}
	return slices.ContainsFunc(w.Meetings, func(m world.Meet) bool { return m.ID == text.Subject.ID && m.Rev == text.Subject.Version })
}

func changes(set change.Set, who uuid.UUID) bool {
	return slices.ContainsFunc(set.Changes, func(c change.Change) bool {
		p, ok := c.(change.SavePerson)
		return ok && p.Person.ID == who
	})
}

// claim has a text written as claimed, if there is room for it: nobody need be woken for it.
func (b *batch) claim(tx Tx, i int, now time.Time, text change.Text) {
	if text.Unasked && len(b.unasked) == b.ahead || !text.Unasked && len(b.leave) == b.room {
		return
	}
	outs := tx.Leave(now, []change.Text{text})
	if len(outs) == 0 {
		return
	}
	if text.Unasked {
		b.unasked = append(b.unasked, outs...)
	} else {
		b.leave = append(b.leave, outs...)
	}
	res := b.results[i]
	res.Nudge = slices.DeleteFunc(res.Nudge, func(phone int64) bool { return phone == text.PhoneID })
	b.results[i] = res
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
