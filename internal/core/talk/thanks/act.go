package thanks

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// actOnThanks sends or holds the thank-you of a one-on-one in a staff member's name.
func actOnThanks(t *turn.Turn, a world.Act) {
	m, ok := t.MeetByID(a.Subject)
	if !ok {
		t.Deny("This one-on-one is not there any more.")
		return
	}
	th, owed := t.ThankOf(m.ID)
	if a.Kind != world.ActThanksHold {
		actThanks(t, a, m, th)
		return
	}
	if owed && (th.State == "sent" || th.State == "approved") {
		t.Deny("The thank-you has gone already.")
		return
	}
	oweThanks(t, m, "held", "held by "+a.By.Name)
	t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: "held by " + a.By.Name})
	t.Note(turn.Loose(m.Meeting), change.ThanksHeld, "")
	t.Show("Done.")
}

// actThanks sends a thank-you in exactly the words that the staff member saw.
func actThanks(t *turn.Turn, a world.Act, m world.Meet, th world.Thank) {
	words := report.Excerpt(a.Words, 600)
	switch {
	case th.State == "sent" || th.State == "approved":
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
	if th.MeetingID == uuid.Nil {
		oweThanks(t, m, "draft", "")
		th, _ = t.ThankOf(m.ID)
	}
	approveThanks(t, m, th, words, a.By.Name)
	t.Show("The thank-you goes.")
}
