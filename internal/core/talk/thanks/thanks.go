package thanks

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/talk/fact"
	"github.com/reportback/reportback/internal/core/talk/moment"
	"github.com/reportback/reportback/internal/core/talk/turn"
	"github.com/reportback/reportback/internal/core/talk/world"
	machine "github.com/reportback/reportback/internal/core/thanks"
	"github.com/reportback/reportback/internal/core/understand"
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

// offerThanks shows the organizer the thank-you after filing; nothing of it goes anywhere until they send it. It returns what stands behind
// "Filed".
func offerThanks(t *turn.Turn, f *fact.ReportFiled) {
	f.Shown = thanksShown(t, f.Meet, f.Draft, f.Consented)
	f.Asks = f.Shown != "" && t.Conv().Kind == world.ThanksTalk
	if f.Asks && f.Next != nil {
		t.Remember(thanksTalk{Next: &f.Next.Time, Place: f.Next.Place})
	}
}

func thanksShown(t *turn.Turn, m world.Meet, dr report.Draft, consented bool) string {
	th := thankOf(t, m)
	if th.Gone() {
		return ""
	}
	if heldByThem(t, th) { // as they said
		return t.Say(lang.ThanksHeld, "first", m.Contact.First())
	}
	c := m.Contact
	if consented && turn.NoTexts(c) == "" {
		c.Consent = person.ConsentYes
	}
	if !turn.MayText(c) || !reminder.May(t.Org().Sending, c.Works()) {
		note(t, m, func(th *machine.Thanks) error { return th.Owe("no consent to texts: the organizer thanks them") })
		if t.Behalf() {
			return ""
		}
		phone := ""
		if !c.Phone.IsZero() {
			phone = t.Say(lang.SavedCallNumber, "phone", t.Number(c))
		}
		return t.Say(lang.ThanksNot, "first", c.First(), "phone", phone)
	}
	draft, yours := thanksDraft(t, m, dr)
	note(t, m, func(th *machine.Thanks) error {
		th.ReportID = dr.ID
		return th.Show(draft)
	})
	if t.Behalf() { // it is on the organizer's list
		return draft
	}
	in := ""
	if yours != "" {
		in = t.Say(lang.ThanksInYours, "draft", yours)
	}
	t.OpenTalk(world.Conversation{Kind: world.ThanksTalk, SubjectID: m.ID, Question: "thanks"})
	return t.Say(lang.ThanksAsk, "first", m.Contact.First(), "draft", draft, "english", in)
}

// thanksTalk is what the question about a draft must know: the wordings before the one that is shown, and when the two meet next, which is
// asked behind it.
type thanksTalk struct {
	Before []string     `json:"before,omitempty"`
	Next   *moment.Said `json:"next,omitempty"`
	Place  string       `json:"place,omitempty"`
}

// qHeld marks a thank-you that was held: another wording takes it up again.
const qHeld = turn.QHeld

// inThanks takes the answer to a draft: 1 sends it, other words are the new draft or a change to it, HOLD stops it. A no takes back the
// last change. Control words, a yes or no and commands never become the text.
func inThanks(t *turn.Turn) turn.Reply {
	m, ok := t.MeetByID(t.Conv().SubjectID)
	th, owed := t.ThankOf(t.Conv().SubjectID)
	h := t.Heard()
	body := strings.TrimSpace(t.Body())
	if ok && owed && th.Gone() && h.Command == understand.None && h.Digit == 0 && wishesAfter(th, body) { // "make it less formal"
		gone(t, m)
		return turn.Taken
	}
	if !ok || !owed || th.Gone() && (isOther(t, th, m, body) || t.Conv().Question == qHeld) {
		return turn.Closes
	}
	if answersThem(t, m) {
		return turn.Another
	}
	held := t.Conv().Question == qHeld
	notSent, yet := understand.SaysNotSend(body)
	if understand.NotYetBehind(body) || understand.WaitsToAsk(body) && !isWording(body, m.Contact.First()) {
		notSent, yet = true, true
	}
	notSent = notSent || understand.SaysNothingSent(body)
	switch said := t.SaidBriefly(); {
	case h.Command == understand.None && styledLike(t, m, th, body), h.Command == understand.None && putsBehind(t, m, th, body):
	// "wait, actually its good send it"
	case h.Command == understand.None && (!held && understand.SendsAfterAll(body) || understand.SendsAtLast(body)):
		sendThanks(t, m, th, th.Draft, t.Who().Name)
	case !held && waits(t, m, th, body):
	case !held && h.Command == understand.None && understand.SendsThen(body): // nothing goes at a time that somebody sets
		askAgain(t, m, turn.Data[thanksTalk](t), t.Say(lang.ThanksNoTimer, "first", m.Contact.First()))
	case h.Command == understand.Hold && !held, notSent && !yet && !held && h.Command == understand.None,
		!held && h.Command == understand.None && understand.HoldsThanks(body):
		holdThanks(t, m, th)
	case notSent && !held && h.Command == understand.None: // the question stays: "ok send it" may follow
		t.Answer("help", t.Say(lang.ThanksLater, "first", m.Contact.First()))
	case !held && (h.Command == understand.Later || h.Command == understand.None && !isWording(body, m.Contact.First()) &&
		understand.AimOf(body) == understand.PutsOff):
		finish(t, m, "help", t.Say(lang.ThanksLater, "first", m.Contact.First()))
	case h.Command == understand.Skip && !held:
		finish(t, m, "help", t.Say(lang.ThanksLater, "first", m.Contact.First()))
	case understand.ThanksNone(body) && !held:
		holdThanks(t, m, th)
	case h.Command == understand.What, h.Command == understand.None && understand.AimOf(body) == understand.AsksAgain,
		!held && (h.Command == understand.Next || understand.ThanksAside(body)) && (h.Command != understand.Done || len(t.Promises()) == 0):
		showDraft(t, m, th)
	case h.Command == understand.None && !held && len(strings.Fields(body)) > 2 && understand.SendsOneself(body):
		holdThanks(t, m, th)
	case h.Command == understand.None && takesDeedsOut(t, m, th, body):
	case h.Digit <= 1 && passesOn(t, m, th, body):
	case h.Command == understand.None && (saysToo(t, m, th, body) || putInto(t, m, th, body)):
	case ofReport(t) && t.Happened(fact.CorrectSaid{Meet: m}): // "add that she speaks tagalog"
	case nextOne(t, m, body):
	case h.Command == understand.Add && len(strings.Fields(h.Arg)) > 1 && !held:
		reword(t, m, th, withAdded(t, th.Draft, understand.WithoutKnow(h.Arg)))
	case h.Command != understand.None:
		return turn.Another
	case doneBeside(t, m, th, body):
	case len(strings.Fields(body)) > 2 && t.Happened(fact.DoneInWords{}): // "sent the flyer"
	case understand.SendsThanks(body) && !namesAnother(t, m, body):
		sendThanks(t, m, th, th.Draft, t.Who().Name)
	case styled(t, m, th, body):
	case understand.TakesOutOf(body) && takesOut(t, m, th, body):
	case understand.Added(body) != "":
		reword(t, m, th, withAdded(t, th.Draft, understand.Added(body)))
	case wording(body, m.Contact.First()) != "":
		reword(t, m, th, wording(body, m.Contact.First()))
	case renames(t, m, th, body):
	case understand.SendsTo(body, m.Contact.First()), !held && (said.Agrees() || understand.LooksRight(body)):
		sendThanks(t, m, th, th.Draft, t.Who().Name)
	case held && !isWording(body, m.Contact.First()):
		return turn.Closes
	case said == turn.Three:
		holdThanks(t, m, th)
	case !isWording(body, m.Contact.First()) && understand.KeepsAsWas(body) && !edits(th.Draft, body):
		asItWas(t, m, th)
	case said == turn.No && !h.When.HasDate(), !isWording(body, m.Contact.First()) && understand.TakesBack(body):
		takeBack(t, m, th)
	case !isWording(body, m.Contact.First()) && !h.When.HasDate() && understand.AsksOfWording(body) && !edits(th.Draft, body):
		askAgain(t, m, turn.Data[thanksTalk](t), t.Say(lang.ThanksWording, "first", m.Contact.First()))
	case h.Digit != 0, h.Letter != "", h.Reply == understand.Thanks && !greets(body, m.Contact.First()), len(strings.Fields(body)) < 3,
		understand.IsQuestion(body) && !isWording(body, m.Contact.First()):
		return turn.Another
	case !isWording(body, m.Contact.First()) && plansNext(t, body):
		return turn.Another
	case !isWording(body, m.Contact.First()) && !edits(th.Draft, body) && !understand.SpeaksToSomebody(body) &&
		t.Happened(fact.CorrectSaid{Meet: m}):
	case saysOfThem(body, m.Contact.First()), namesAnother(t, m, body),
		!isWording(body, m.Contact.First()) && !edits(th.Draft, body) && !understand.SpeaksToSomebody(body) && !understand.WishesWell(body):
		return turn.Another // what is neither said to them nor wishes them well is no thank-you: "skip the debrief"
	default:
		reword(t, m, th, body)
	}
	return turn.Taken
}

// showDraft shows the draft once more; the next time it is asked in other words.
func showDraft(t *turn.Turn, m world.Meet, th world.Thank) {
	if t.Conv().Tries > 0 {
		t.Answer("thanks_draft", t.Say(lang.ThanksWording, "first", m.Contact.First()))
		return
	}
	t.Retry()
	t.Answer("thanks_draft", t.Say(lang.ThanksAgain, "first", m.Contact.First(), "draft", th.Draft))
}

func askAgain(t *turn.Turn, m world.Meet, data thanksTalk, text string) {
	t.OpenTalk(world.Conversation{Kind: world.ThanksTalk, SubjectID: m.ID, Question: "thanks", Data: turn.Encode(data)})
	t.Answer("thanks_draft", text)
}

// finish closes the question; when the two meet next is shown behind it.
func finish(t *turn.Turn, m world.Meet, kind, text string) {
	data := turn.Data[thanksTalk](t)
	if data.Next == nil {
		t.FinishWith(kind, text)
		return
	}
	t.CloseTalk()
	t.Happened(fact.AnotherOne{Meet: m, Time: *data.Next, Place: data.Place, First: text + t.Say(lang.NextOne)})
}

func holdThanks(t *turn.Turn, m world.Meet, th world.Thank) {
	if th.Hold(byThem(t)) != nil {
		gone(t, m)
		return
	}
	t.SaveThank(th)
	t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: th.Reason})
	t.Note(turn.Loose(m.Meeting), change.ThanksHeld, "")
	next := turn.Data[thanksTalk](t).Next != nil
	finish(t, m, "saved", t.Say(lang.ThanksHeld, "first", m.Contact.First()))
	if !next && t.Conv().Kind == "" { // other words take it up again
		t.ReplaceTalk(world.Conversation{Kind: world.ThanksTalk, SubjectID: m.ID, Question: qHeld})
	}
}

// sendThanks sends exactly the words that were seen.
func sendThanks(t *turn.Turn, m world.Meet, th world.Thank, words, by string) {
	if approveThanks(t, m, th, words, by) != nil {
		gone(t, m)
		return
	}
	finish(t, m, "saved", t.Say(lang.ThanksSends, "first", m.Contact.First()))
	hearsAfter(t, m)
}

// gone answers who changes a thank-you that went, or is on its way.
func gone(t *turn.Turn, m world.Meet) {
	finish(t, m, "saved", t.Say(lang.ThanksDone, "first", m.Contact.First()))
	hearsAfter(t, m)
}

func approveThanks(t *turn.Turn, m world.Meet, th world.Thank, words, by string) error {
	if err := th.Approve(words, "sent by "+by); err != nil {
		return fmt.Errorf("approve: %w", err)
	}
	t.SaveThank(th)
	t.Add(change.CancelPlans{Subject: turn.Loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: "the organizer's own words go"})
	t.Note(turn.Loose(m.Meeting), change.ThanksApproved, "")
	t.Tell(m.Contact, reminder.ThanksRule, turn.Loose(m.Meeting), fact.WordsNote{Words: words, Contact: m.ContactID},
		"the thank-you as "+by+" saw it")
	return nil
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
