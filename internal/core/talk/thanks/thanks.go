package thanks

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	machine "github.com/reportback/reportback/internal/core/thanks"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// note has a transition of the thank-you of a one-on-one written down; what it refuses changes nothing.
func note(t *turn.Turn, m world.Meet, become func(*machine.Thanks) error) {
	if m.ContactID == uuid.Nil {
		return
	}
	th := thankOf(t, m)
	if m.StartsAt.IsZero() {
		th.Ended(t.Now())
	} else {
		th.Ended(m.Ends())
	}
	if become(&th) == nil {
		t.SaveThank(th)
	}
}

// thankOf is the thank-you of a one-on-one, a fresh one where none is written yet.
func thankOf(t *turn.Turn, m world.Meet) world.Thank {
	th, ok := t.ThankOf(m.ID)
	if !ok {
		th = world.Thank{MeetingID: m.ID, OrganizerID: m.OrganizerID, ContactID: m.ContactID}
		th.Ended(m.Ends())
	}
	return th
}

// thanksDraft writes the thank-you that a report suggests, in the contact's language, and in the organizer's where that is another one.
func thanksDraft(t *turn.Turn, m world.Meet, dr report.Draft) (draft, yours string) {
	tag := turn.Language(m.Contact, t.Org())
	draft = thanksIn(t, tag, m, dr)
	if tag != t.Tag() {
		yours = thanksIn(t, t.Tag(), m, dr)
	}
	return draft, yours
}

func thanksIn(t *turn.Turn, tag lang.Tag, m world.Meet, dr report.Draft) string {
	promise, commit := "", ""
	if what := saidBy(t, tag, dr.Answers[report.FollowUps]); what != "" {
		promise = t.Org().Words.Text(tag, lang.ThanksPromise, "ofirst", m.Organizer.First(), "what", what)
	}
	if what := saidBy(t, tag, dr.Answers[report.Commitment]); what != "" {
		commit = t.Org().Words.Text(tag, lang.ThanksCommit, "what", what)
	}
	key := lang.ThanksBody
	if m.Private {
		key = lang.PrivateThanksBody
	}
	return t.Org().Words.Text(tag, key, "first", m.Contact.First(), "ofirst", m.Host().First(), "promise", promise, "commit", commit, "org", t.Org().Name)
}

// saidBy lists what somebody said they would do, without the words that say so, and with days that still mean the same when they are read later.
// It is "" when nothing was said, or what was said waits for staff to look at it.
func saidBy(t *turn.Turn, tag lang.Tag, a report.Answer) string {
	if a.State != report.Given || a.NeedsReview {
		return ""
	}
	parts := report.Parts(a.Words)
	for i, p := range parts {
		parts[i] = t.Deed(p)
		if on, sure := t.SureDay(p); sure {
			parts[i] += " (" + when.EchoDay(tag, on, when.DateOf(t.Now().In(t.Loc()))) + ")"
		}
	}
	return strings.TrimRight(report.Excerpt(strings.Join(parts, "; "), 110), ". ")
}

// offerThanks shows the organizer the thank-you after filing; nothing of it goes anywhere until they send it. It returns what stands behind "Filed".
func offerThanks(t *turn.Turn, f *fact.ReportFiled) {
	f.Shown = thanksShown(t, f.Meet, f.Draft, f.Consented)
	f.Asks = f.Shown != "" && t.Conv().Kind == world.ThanksTalk
}

func thanksShown(t *turn.Turn, m world.Meet, dr report.Draft, consented bool) string {
	if thankOf(t, m).Gone() {
		return ""
	}
	c := m.Contact
	if consented && turn.NoTexts(c) == "" {
		c.Consent = person.ConsentYes
	}
	if !turn.MayText(c) || !reminder.May(t.Org().Sending, c.Works()) {
		note(t, m, func(th *machine.Thanks) error { return th.Owe("no consent to texts: the organizer thanks them") })
		phone := ""
		if !c.Phone.IsZero() {
			phone = t.Say(lang.SavedCallNumber, "phone", c.Phone.Display())
		}
		return t.Say(lang.ThanksNot, "first", c.First(), "phone", phone)
	}
	draft, yours := thanksDraft(t, m, dr)
	note(t, m, func(th *machine.Thanks) error {
		th.ReportID = dr.ID
		return th.Show(draft)
	})
	in := ""
	if yours != "" {
		in = t.Say(lang.ThanksInYours, "draft", yours)
	}
	t.OpenTalk(world.Conversation{Kind: world.ThanksTalk, SubjectID: m.ID, Question: "thanks"})
	return t.Say(lang.ThanksAsk, "first", m.Contact.First(), "draft", draft, "english", in)
}

// inThanks takes the answer to a draft: 1 sends it, other words are the new draft, HOLD stops it. Control words, a yes or no and commands never
// become the text.
func inThanks(t *turn.Turn) turn.Reply {
	m, ok := t.MeetByID(t.Conv().SubjectID)
	th, owed := t.ThankOf(t.Conv().SubjectID)
	h := t.Heard()
	if !ok || !owed {
		return turn.Closes
	}
	body := strings.TrimSpace(t.Body())
	switch said := t.SaidBriefly(); {
	case h.Command == understand.Hold:
		holdThanks(t, m, th)
	case h.Command == understand.Later:
		t.FinishWith("help", t.Say(lang.ThanksLater, "first", m.Contact.First()))
	case h.Command == understand.What:
		t.Answer("thanks_draft", t.Say(lang.ThanksAgain, "first", m.Contact.First(), "draft", th.Draft))
	case h.Command != understand.None:
		return turn.Another
	case said.Agrees():
		sendThanks(t, m, th, th.Draft, t.Who().Name)
	case said.Refuses():
		holdThanks(t, m, th)
	case h.Digit != 0 || h.Letter != "" || h.Reply == understand.Thanks || len(strings.Fields(body)) < 3:
		return turn.Another
	default:
		if th.Show(report.Excerpt(body, 600)) != nil {
			gone(t, m)
			return turn.Taken
		}
		t.SaveThank(th)
		t.OpenTalk(world.Conversation{Kind: world.ThanksTalk, SubjectID: m.ID, Question: "thanks"})
		t.Answer("thanks_draft", t.Say(lang.ThanksAgain, "first", m.Contact.First(), "draft", th.Draft))
	}
	return turn.Taken
}

func holdThanks(t *turn.Turn, m world.Meet, th world.Thank) {
	if th.Hold("held by "+t.Who().Name) != nil {
		gone(t, m)
		return
	}
	t.SaveThank(th)
	t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: th.Reason})
	t.Note(turn.Loose(m.Meeting), change.ThanksHeld, "")
	t.FinishWith("saved", t.Say(lang.ThanksHeld, "first", m.Contact.First()))
}

// sendThanks sends exactly the words that were seen.
func sendThanks(t *turn.Turn, m world.Meet, th world.Thank, words, by string) {
	if approveThanks(t, m, th, words, by) != nil {
		gone(t, m)
		return
	}
	t.FinishWith("saved", t.Say(lang.ThanksSends, "first", m.Contact.First()))
}

// gone answers who changes a thank-you that went, or is on its way.
func gone(t *turn.Turn, m world.Meet) {
	t.FinishWith("saved", t.Say(lang.ThanksDone, "first", m.Contact.First()))
}

func approveThanks(t *turn.Turn, m world.Meet, th world.Thank, words, by string) error {
	if err := th.Approve(words, "sent by "+by); err != nil {
		return fmt.Errorf("approve: %w", err)
	}
	t.SaveThank(th)
	t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: "the organizer's own words go"})
	t.Note(turn.Loose(m.Meeting), change.ThanksApproved, "")
	t.Tell(m.Contact, reminder.ThanksRule, turn.Loose(m.Meeting), turn.WordsNote{Words: words, Contact: m.ContactID}, "the thank-you as "+by+" saw it")
	return nil
}

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
	t.Add(change.CloseAttention{Kind: "thanks_missed", Subject: turn.Loose(m.Meeting), At: t.Now()})
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
		var n turn.WordsNote
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
	t.Add(change.Attention{ID: t.NewID(), Kind: "thanks_missed", Subject: turn.Loose(m.Meeting), PhoneID: t.Phone().ID, Note: "no thank-you within 24 hours: " + cause, At: t.Now()})
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
		Meeting: m.Meeting, Hours: t.Org().Hours, Organizer: m.Organizer.Location(t.Org().Zone), Contact: m.Contact.Location(t.Org().Zone),
	}, t.Now()))
}

// oweOfHeld: who was met is thanked.
func oweOfHeld(t *turn.Turn, f fact.Held) {
	note(t, f.Meet, func(th *machine.Thanks) error { return th.Owe("") })
}

// notDue: who was not met is not thanked.
func notDue(t *turn.Turn, f fact.Missed) {
	why := "the contact did not come"
	if f.Meet.Status == meeting.CalledOff {
		why = "they did not meet"
	}
	note(t, f.Meet, func(th *machine.Thanks) error { return th.Cancel(why) })
}

// holdWord is HOLD while no thank-you is in question: the only one that is open is meant.
func holdWord(t *turn.Turn) {
	var open []world.Thank
	for _, th := range t.Thanks() {
		if th.OrganizerID == t.Who().ID && th.Open() {
			open = append(open, th)
		}
	}
	if len(open) == 1 {
		if m, ok := t.MeetByID(open[0].MeetingID); ok {
			holdThanks(t, m, open[0])
			return
		}
	}
	t.Answer("help", t.Say(lang.PromiseNone))
}
