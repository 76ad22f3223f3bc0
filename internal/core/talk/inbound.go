package talk

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/consent"
	"github.com/reportback/reportback/internal/core/talk/order"
	"github.com/reportback/reportback/internal/core/talk/turn"
)

// maxPerMinute is how many texts from one phone within a minute are a conversation; more are a flood: kept, answered once.
const maxPerMinute = 300

// text decides about an inbound text, in the order that protects people: opt-out first, then who it is, then what it says.
func text(t *turn.Turn) {
	t.SetOutcome("understood")
	if t.Fault() != "" {
		t.SetOutcome("handed to staff: a fault of ours")
		t.HandToStaff(matter.Fault, t.Fault())
		consent.StopDespiteFault(t)
		return
	}
	if t.Phone().ReachBad { // it texts, so it is in somebody's hand again
		t.Add(change.SetReach{PhoneID: t.Phone().ID, At: t.Now()})
	}
	if n := t.Flooded(); n > maxPerMinute {
		if !consent.SaysStop(t) || !consent.OptOut(t) {
			dam(t, n)
		}
		return
	}
	circles := t.InCircles()
	if consent.OptOut(t) {
		return
	}
	if circles && !t.Phone().Locked {
		t.Circling()
		return
	}
	if t.Org().Sending == reminder.SendingOff {
		t.SetOutcome("kept: sending is off")
		t.HandToStaff(matter.NeedsAnswer, "written while sending is off")
		return
	}
	if t.Who().Works() && !t.AsksNow() {
		order.WithoutReason(t)
	}
	switch {
	case t.Phone().Locked:
		t.SetOutcome("for staff: this phone is locked")
		t.HandToStaff(matter.NeedsAnswer, "from a locked phone")
	case len(t.People()) == 0:
		consent.UnknownSender(t)
	case t.Who().Works():
		organizer(t)
	default:
		contact(t)
	}
}

// dam keeps a text of a flood for staff and answers the first of them alone.
func dam(t *turn.Turn, n int) {
	t.SetOutcome("kept: a flood")
	if n == maxPerMinute+1 {
		t.HandToStaff(matter.Flood, "more than 300 texts in a minute")
		t.Answer("help", t.Say(lang.Flood))
	}
}
