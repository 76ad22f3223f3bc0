package relay

import (
	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	"github.com/reportback/reportback/internal/core/when"
)

// actWrite sends a staff member's own words to this phone, under their name.
func actWrite(t *turn.Turn, a world.Act) {
	words := report.Excerpt(a.Words, 1000)
	if words == "" {
		t.Deny("There are no words to send.")
		return
	}
	to := reminder.Reader{
		Works: t.Who().Works(), Consent: t.Phone().Consent, ReachBad: t.Phone().ReachBad || t.Phone().Locked, InboundAt: t.Phone().InboundAt,
	}
	if o := reminder.Writable(to, t.Org().Sending, t.Now()); o != reminder.Clear {
		t.Deny(inTheWay(o, t.Org().Sending))
		return
	}
	answering := t.Now().Sub(t.Phone().InboundAt) <= reminder.WroteWithin
	if !answering && !t.Org().Hours.Day.Contains(t.Now().In(t.Loc())) {
		day := t.Org().Hours.Day
		t.Deny("It is night where this person is. Write again between " + when.EchoClock(day.From/60, day.From%60) + " and " +
			when.EchoClock(day.To/60, day.To%60) + " there, or call.")
		return
	}
	text := t.TextTo("relay", t.Say(lang.StaffWrote, "staff", a.By.Name, "words", words, "org", t.Org().Name))
	text.Prio, text.Reason, text.Unasked = change.PrioReply, "written by "+a.By.Name, !answering
	text.Subject = change.Subject{Kind: change.PersonSubject, ID: t.Who().ID}
	t.Add(*text)
	t.Add(change.CloseAttention{Kind: matter.NeedsAnswer, Subject: change.Subject{Kind: change.PhoneSubject, ID: t.Who().ID}, At: t.Now()})
	t.NoteBy(text.Subject, change.WrittenTo, "")
	t.Show("Sent.")
}

// inTheWay says why words that staff write do not go.
func inTheWay(o reminder.Obstacle, s reminder.Sending) string {
	switch o {
	case reminder.OptedOut, reminder.TextsHeld:
		return "This phone opted out of texts: please call."
	case reminder.NotReached:
		return "Texts do not reach this phone: please call."
	case reminder.NotAsked:
		return "This person has not agreed to texts: please call."
	case reminder.NotSending:
		return notSending(s)
	case reminder.Clear:
	}
	return ""
}

// notSending says why a text does not leave.
func notSending(s reminder.Sending) string {
	if s == reminder.SendingTeam {
		return "Sending is team: only organizers and staff get texts."
	}
	return "Sending is " + string(s) + ": nothing leaves."
}
