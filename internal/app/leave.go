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
	again   []int      // wait for the next round
	room    int        // how many texts the sender has room for
	leave   []Outgoing // are claimed by the transaction itself
}

// atOnce returns the answer of a decision to the phone that its step holds, if the step may claim it itself: the guards that a claim reads
// were read under the same lock, and let it go. Whatever needs a second look (what nobody asked for, a consent that this very step changes,
// somebody else's words) is queued, and left to the claim.
func atOnce(w world.World, set change.Set, now time.Time) (change.Text, bool) {
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
	if first.PhoneID == 0 || first.Unasked || first.Prio != change.PrioReply || first.Kind == "nudge" {
		return change.Text{}, false
	}
	f := reminder.LeaveFacts{Exempt: first.Exempt, Consent: w.Phone.Consent, Sending: w.Org.Sending, ValidUntil: first.ValidUntil}
	if first.PersonID != uuid.Nil {
		at := slices.IndexFunc(w.People, func(p person.Person) bool { return p.ID == first.PersonID })
		if at < 0 || changes(set, first.PersonID) {
			return change.Text{}, false
		}
		f.Works = w.People[at].Works()
	}
	return first, reminder.MayLeave(f, now) == ""
}

func changes(set change.Set, who uuid.UUID) bool {
	return slices.ContainsFunc(set.Changes, func(c change.Change) bool {
		p, ok := c.(change.SavePerson)
		return ok && p.Person.ID == who
	})
}

// claim has a text written as claimed: nobody need be woken for it.
func (b *batch) claim(tx Tx, i int, now time.Time, text change.Text) {
	outs := tx.Leave(now, []change.Text{text})
	if len(outs) == 0 {
		return
	}
	b.leave = append(b.leave, outs...)
	res := b.results[i]
	res.Nudge = slices.DeleteFunc(res.Nudge, func(phone int64) bool { return phone == text.PhoneID })
	b.results[i] = res
}
