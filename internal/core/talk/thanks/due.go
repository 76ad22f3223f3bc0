package thanks

import (
	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/matter"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	machine "github.com/reportback/reportback/internal/core/thanks"
)

// thanksDue sends the thank-you on the contact's phone: the approved words, or the plain one, and only when it is known that they met.
func thanksDue(t *turn.Turn, rule reminder.Rule) {
	m, ok := t.DueAnyMeet()
	if !ok {
		return
	}
	th := thankOf(t, m)
	words, ok := wordsDue(t, rule, m, th)
	if !ok {
		return
	}
	t.SetAbout(turn.Loose(m.Meeting))
	id := t.Unasked(rule, t.Introduced(m, m.Host().ID, words))
	if th.Send(words, t.Now(), id) == nil && (th.Reason == "" || rule.Name == reminder.ThanksPlainRule) {
		th.Reason = "rule " + rule.Name
	}
	t.SaveThank(th)
	t.Add(change.CloseAttention{Kind: matter.ThanksMissed, Subject: turn.Loose(m.Meeting), At: t.Now()})
}

// wordsDue are the words that go; where none may go, the row ends with the reason.
func wordsDue(t *turn.Turn, rule reminder.Rule, m world.Meet, th world.Thank) (string, bool) {
	plain := rule.Name == reminder.ThanksPlainRule
	switch {
	case th.State == machine.Sent:
		t.End(change.PlanSuperseded, "thanked already", uuid.Nil)
	case plain && !t.Org().PlainThanks:
		t.End(change.PlanDropped, "the plain thank-you is switched off", uuid.Nil)
	case plain && !m.Met():
		t.End(change.PlanDropped, "nobody has said that they met", uuid.Nil)
	case plain && th.MayPlain() != nil:
		t.End(change.PlanSuperseded, "the thank-you is "+string(th.State), uuid.Nil)
	case plain:
		key := lang.ThanksPlain
		if m.Private {
			key = lang.PrivateThanks
		}
		return t.Say(key, "ofirst", m.Host().First(), "org", t.Org().Name), true
	default:
		var n fact.WordsNote
		if turn.DecodeInto(t.Due().Data, &n) {
			return n.Words, true
		}
		t.End(change.PlanDropped, "cannot be read", uuid.Nil)
	}
	return "", false
}

// thanksDeadline writes down what became of the thank-you 24 hours after the end: a miss is a row that staff see, with its cause.
func thanksDeadline(t *turn.Turn, _ reminder.Rule) {
	m, ok := t.DueAnyMeet()
	if !ok {
		return
	}
	th := thankOf(t, m)
	if t.Due().Subject.Version != m.Rev {
		t.End(change.PlanSuperseded, "thanked, or not due", uuid.Nil)
		return
	}
	cause := whyMissed(t, m, th)
	switch err := th.Miss(cause); {
	case th.State == machine.Approved:
		t.End(change.PlanMade, "approved: it goes when the contact's hours allow", uuid.Nil)
		return
	case err != nil:
		t.End(change.PlanSuperseded, "thanked, or not due", uuid.Nil)
		return
	}
	t.SaveThank(th)
	t.Add(change.Attention{
		ID: t.NewID(), Kind: matter.ThanksMissed, Subject: turn.Loose(m.Meeting), PhoneID: t.Phone().ID,
		Note: "no thank-you within 24 hours: " + cause, At: t.Now(),
	})
	t.End(change.PlanMade, "no thank-you within 24 hours: "+cause, uuid.Nil)
}

// whyMissed is why nobody was thanked.
func whyMissed(t *turn.Turn, m world.Meet, th world.Thank) string {
	switch {
	case !m.Met():
		return "nobody has said that they met"
	case th.State == machine.Held:
		return th.Reason
	case turn.NoTexts(m.Contact) != "" || m.Contact.Consent != person.ConsentYes:
		return "the contact gets no texts: call"
	case !t.Org().PlainThanks:
		return "the plain thank-you is switched off and nobody sent one"
	}
	return "sending was not on, or the text could not go"
}

// planThanks plans what watches over the thank-you of a one-on-one that was not planned: it is over when its report is filed.
func planThanks(t *turn.Turn, f fact.HeldUnplanned) {
	m := f.Meet
	if m.Contact.PhoneID == 0 && m.Contact.Phone.IsZero() {
		return
	}
	t.PlanWaits(m, reminder.ThanksWaits(reminder.MeetingFacts{
		Meeting: m.Meeting, Hours: t.Org().Hours.For(m.Contact), Organizer: m.Organizer.Location(t.Org().Zone),
		Contact: m.Contact.Location(t.Org().Zone),
	}, t.Now()))
}

// oweOfHeld: who was met is thanked.
func oweOfHeld(t *turn.Turn, f fact.Held) {
	if m, ok := t.MeetByID(f.Meet.ID); ok && m.Contact.Consent == person.ConsentNo {
		note(t, f.Meet, func(th *machine.Thanks) error { return th.Hold(wantsNoTexts) })
		return
	}
	note(t, f.Meet, func(th *machine.Thanks) error { return th.Owe("") })
}

// waitWith holds a thank-you that has not gone, until somebody says to send it; one that has gone is said to have.
func waitWith(t *turn.Turn, f *fact.HoldThanks) bool {
	th, owed := t.ThankOf(f.Meet.ID)
	switch {
	case !owed:
		return false
	case th.Gone():
		f.Shown = t.Say(lang.UndoFiledGone, "first", f.Meet.Contact.First())
		return true
	case !th.Open() || th.Hold(heldWithReport) != nil:
		return false
	}
	t.SaveThank(th)
	t.Add(change.CancelPlans{Subject: turn.Loose(f.Meet.Meeting), Rule: reminder.ThanksPlainRule, Reason: th.Reason})
	t.Note(turn.Loose(f.Meet.Meeting), change.ThanksHeld, "")
	t.ReplaceTalk(world.Conversation{Kind: world.ThanksTalk, SubjectID: f.Meet.ID, Question: qHeld})
	f.Shown = t.Say(lang.UndoFiledHeld)
	return true
}

// heldWithReport is why a thank-you is held whose report was filed too soon: what corrects that shows it again.
const heldWithReport = "its report is to be put right first"

// holdForGood: a contact who wants no texts gets no thank-you either.
func holdForGood(t *turn.Turn, f fact.NoMoreTexts) {
	for _, th := range t.Thanks() {
		if th.ContactID == f.Contact.ID && th.State != machine.NotDue && th.State != machine.Sent {
			if th.Hold(wantsNoTexts) == nil {
				t.SaveThank(th)
			}
		}
	}
}

// notDue: who was not met is not thanked.
func notDue(t *turn.Turn, f fact.Missed) {
	why := "the contact did not come"
	if f.Meet.Status == meeting.CalledOff {
		why = "they did not meet"
	}
	note(t, f.Meet, func(th *machine.Thanks) error { return th.Cancel(why) })
}

// wantsNoTexts is why the thank-you to such a contact is held.
const wantsNoTexts = "the contact wants no texts"
