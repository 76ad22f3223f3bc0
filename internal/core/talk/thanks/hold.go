package thanks

import (
	"slices"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	machine "github.com/reportback/reportback/internal/core/thanks"
	"github.com/reportback/reportback/internal/core/understand"
)

// saidOfThanks hears at any question what is to become of a thank-you.
func saidOfThanks(t *turn.Turn) bool { return heldInWords(t) || sendsNow(t) }

// sendsNow shows the thank-you again that a text wants to go, whatever is open: "send marias thank you now". Where its report is not filed,
// it is said that it comes then.
func sendsNow(t *turn.Turn) bool {
	if !t.Who().Is(person.Organizer) || t.Conv().Kind == world.ThanksTalk || t.Heard().Command != understand.None {
		return false
	}
	if t.Conv().Kind == "" && sendsShown(t) {
		return true
	}
	if !understand.SendsThanks(t.Body()) {
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
	if th.State != machine.Draft {
		t.Answer("help", t.Say(lang.ThanksNotYet, "first", m.Contact.First()))
		return true
	}
	t.OpenTalk(world.Conversation{Kind: world.ThanksTalk, SubjectID: m.ID, Question: "thanks"})
	t.Answer("thanks_draft", t.Say(lang.ThanksAgain, "first", m.Contact.First(), "draft", th.Draft))
	return true
}

// sendsShown sends the one thank-you that was shown and still waits, where nothing is asked and a text says to send it: "ya mandaselo", "ok
// send it", long after it was put off.
func sendsShown(t *turn.Turn) bool {
	var shown []world.Meet
	for _, th := range t.Thanks() {
		m, ok := t.MeetByID(th.MeetingID)
		if ok && th.OrganizerID == t.Who().ID && mayGo(th) {
			shown = append(shown, m)
		}
	}
	if hits, named := t.Meant(t.Body(), shown); named {
		shown = hits
	}
	if len(shown) != 1 || !understand.OrdersSent(t.Body(), shown[0].Contact.First()) {
		return false
	}
	t.SetAbout(turn.Loose(shown[0].Meeting))
	sendThanks(t, shown[0], thankOf(t, shown[0]), thankOf(t, shown[0]).Draft, t.Who().Name)
	return true
}

// heldInWords hears at any question that no thank-you is to go: "wait don't send the thank you". The question stays open.
func heldInWords(t *turn.Turn) bool {
	if !t.Who().Is(person.Organizer) || t.Conv().Kind == world.ThanksTalk || !understand.HoldsThanks(t.Body()) {
		return false
	}
	said := hold(t, t.Body())
	if said == "" {
		return false
	}
	t.Answer("saved", said)
	return true
}

// heldBeside holds the thank-you where a part of a text says so; what else it says is answered too.
func heldBeside(t *turn.Turn, f fact.NoThanksBeside) {
	said := hold(t, f.Words)
	if f.Heard {
		return // it was said
	}
	if m, ok := t.MeetByID(t.Conv().SubjectID); ok && said == "" && t.Conv().Kind == world.HowTalk { // held once they have met
		said = t.Say(lang.ThanksHeld, "first", m.Contact.First())
	}
	if said != "" {
		t.SayFirst(said)
	}
}

// hold holds the thank-you that is meant and says so: that of somebody named, of the report in hand, else the only one. "" for none.
func hold(t *turn.Turn, words string) string {
	var open []world.Meet
	for _, th := range t.Thanks() {
		if m, ok := t.MeetByID(th.MeetingID); ok && th.OrganizerID == t.Who().ID && th.Open() {
			open = append(open, m)
		}
	}
	if hits, named := t.Meant(words, open); named {
		open = hits
	} else if i := slices.IndexFunc(open, func(m world.Meet) bool { return m.ID == reportOf(t) }); i >= 0 {
		open = open[i : i+1]
	}
	if len(open) != 1 {
		return ""
	}
	m := open[0]
	th := thankOf(t, m)
	if th.Hold(byThem(t)) != nil {
		return ""
	}
	t.SaveThank(th)
	t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: th.Reason})
	t.Note(turn.Loose(m.Meeting), change.ThanksHeld, "")
	t.SetAbout(turn.Loose(m.Meeting))
	return t.Say(lang.ThanksHeld, "first", m.Contact.First())
}

// reportOf is the one-on-one of the report whose question is open.
func reportOf(t *turn.Turn) uuid.UUID {
	for _, dr := range t.Drafts() {
		if dr.ID == t.Conv().SubjectID {
			return dr.MeetingID
		}
	}
	return t.Draft().MeetingID
}

// byThem is why a thank-you is held whose organizer does not want it to go.
func byThem(t *turn.Turn) string { return "held by " + t.Who().Name }

// heldByThem reports whether the organizer holds a thank-you.
func heldByThem(t *turn.Turn, th world.Thank) bool {
	return th.State == machine.Held && th.Reason == byThem(t)
}

// waitsForThem is why a thank-you is held whose organizer says when it goes.
const waitsForThem = "waits till its organizer says"

// waits has a thank-you that is shown wait till its organizer says: "no lo mandes todavía, quiero preguntarle a sam primero". The question
// stays open, and it stands in the list.
func waits(t *turn.Turn, m world.Meet, th world.Thank, body string) bool {
	if t.Heard().Command != understand.None && t.Heard().Command != understand.Later || isWording(body, m.Contact.First()) ||
		!understand.WaitsForMe(body) || th.Hold(waitsForThem) != nil {
		return false
	}
	t.SaveThank(th)
	t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: th.Reason})
	t.Note(turn.Loose(m.Meeting), change.ThanksHeld, "")
	t.Answer("saved", t.Say(lang.ThanksWaits, "first", m.Contact.First()))
	return true
}

// mayGo reports whether a thank-you was shown and waits for its organizer's word.
func mayGo(th world.Thank) bool {
	return th.State == machine.Draft || th.State == machine.Held && th.Reason == waitsForThem
}
