package todo

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/duty"
	"github.com/reportback/reportback/internal/core/talk/phrase"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
)

// actStopPlan drops one planned text.
func actStopPlan(t *turn.Turn, a world.Act) {
	t.Add(change.StopPlan{ID: a.Subject, Reason: "stopped by " + a.By.Name})
	t.Show("Stopped: this text is not sent.")
}

func actDebriefed(t *turn.Turn, a world.Act) {
	for _, b := range t.Debriefs() {
		if b.ID == a.Subject {
			debriefHeld(t, b, a.Words)
			t.Show("Done: every report since the last debrief is covered.")
			return
		}
	}
	t.Deny("This debrief is closed already, or not this person's.")
}

func actPromise(t *turn.Turn, a world.Act) {
	for _, p := range t.Promises() {
		if p.ID == a.Subject {
			how := phrase.OrElse(strings.TrimSpace(a.Words), "done") + " (" + a.By.Name + ")"
			promiseDone(t, p, report.Excerpt(how, 100))
			t.Show("Done.")
			return
		}
	}
	t.Deny("This is closed already, or not this person's.")
}

// actNudge asks an organizer, in one text, for every report that is missing.
func actNudge(t *turn.Turn, a world.Act) {
	var open []string
	for _, m := range t.Unreported() {
		if t.Now().After(m.Ends()) {
			open = append(open, m.Contact.First()+", "+t.WhenOf(m, m.StartsAt))
		}
	}
	for _, dr := range t.Drafts() {
		if !dr.Short() {
			open = append(open, t.About1(dr))
		}
	}
	switch {
	case len(open) == 0:
		t.Deny("No report is missing.")
		return
	case !t.Who().Reached():
		t.Deny("Texts do not reach this organizer: please call.")
		return
	case !reminder.May(t.Org().Sending, true):
		t.Deny("Sending is " + string(t.Org().Sending) + ": nothing leaves.")
		return
	}
	if len(open) > 4 {
		open = open[:4]
	}
	t.Tell(t.Who(), reminder.DutyRule, change.Subject{Kind: change.PersonSubject, ID: t.Who().ID},
		duty.Note{Key: lang.NudgeReports, Fields: []string{"ofirst", t.Who().First(), "list", strings.Join(open, "; ")}},
		"nudged by "+a.By.Name)
	t.NoteBy(change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}, change.Nudged, "")
	t.Show("One text goes: " + strings.Join(open, "; "))
}

// actAccount tells somebody that their way of signing in to the page has changed: it may have been somebody else.
func actAccount(t *turn.Turn, a world.Act) {
	for _, p := range t.People() { // the phone may have a contact's name too
		if p.ID == a.Subject {
			t.SpeakFor(p)
		}
	}
	if t.Who().ID != a.Subject || !t.Who().Reached() || !reminder.May(t.Org().Sending, true) {
		t.Deny("Texts do not reach this phone now.")
		return
	}
	t.Tell(t.Who(), reminder.DutyRule, change.Subject{Kind: change.PersonSubject, ID: t.Who().ID},
		duty.Note{Key: lang.AccountChanged, Fields: []string{"org", t.Org().Name}}, "how they sign in has changed")
	t.Show("Told.")
}
