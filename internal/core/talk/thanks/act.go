package thanks

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	machine "github.com/reportback/reportback/internal/core/thanks"
)

// actOnThanks sends or holds the thank-you of a one-on-one in a staff member's name.
func actOnThanks(t *turn.Turn, a world.Act) {
	m, ok := t.MeetByID(a.Subject)
	if !ok {
		t.Deny("This one-on-one is not there any more.")
		return
	}
	th := thankOf(t, m)
	if a.Kind != world.ActThanksHold {
		actThanks(t, a, m, th)
		return
	}
	if th.Gone() {
		t.Deny("The thank-you has gone already.")
		return
	}
	note(t, m, func(th *machine.Thanks) error { return th.Hold("held by " + a.By.Name) })
	t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: "held by " + a.By.Name})
	t.Note(turn.Loose(m.Meeting), change.ThanksHeld, "")
	t.Show("Done.")
}

// actThanks sends a thank-you in exactly the words that the staff member saw.
func actThanks(t *turn.Turn, a world.Act, m world.Meet, th world.Thank) {
	words := report.Excerpt(a.Words, 600)
	switch {
	case th.Gone():
		t.Deny("The thank-you has gone already.")
		return
	case words == "":
		t.Deny("There are no words to send.")
		return
	case !m.Met():
		t.Deny("Nobody has said that they met: mark it held first.")
		return
	case !turn.MayText(m.Contact):
		t.Deny("This contact gets no texts: please call.")
		return
	}
	if err := approveThanks(t, m, th, words, a.By.Name); err != nil {
		t.Deny("The thank-you has gone already.")
		return
	}
	t.Show("The thank-you goes.")
}
