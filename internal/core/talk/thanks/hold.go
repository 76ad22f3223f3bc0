package thanks

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/understand"
)

// heldInWords hears at any question that no thank-you is to go: "wait don't send the thank you". The question stays open.
func heldInWords(t *turn.Turn) bool {
	if !t.Who().Is(person.Organizer) || t.Conv().Kind == world.ThanksTalk || !understand.HoldsThanks(t.Body()) {
		return false
	}
	var open []world.Meet
	for _, th := range t.Thanks() {
		if m, ok := t.MeetByID(th.MeetingID); ok && th.OrganizerID == t.Who().ID && th.Open() {
			open = append(open, m)
		}
	}
	if hits, named := t.Meant(t.Body(), open); named {
		open = hits
	}
	if len(open) != 1 {
		return false
	}
	m := open[0]
	th := thankOf(t, m)
	if th.Hold("held by "+t.Who().Name) != nil {
		return false
	}
	t.SaveThank(th)
	t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: th.Reason})
	t.Note(turn.Loose(m.Meeting), change.ThanksHeld, "")
	t.SetAbout(turn.Loose(m.Meeting))
	t.Answer("saved", t.Say(lang.ThanksHeld, "first", m.Contact.First()))
	return true
}
