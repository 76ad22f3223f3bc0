package talk

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// thankOf finds the thank-you of a one-on-one in the world.
func (d *decision) thankOf(meeting uuid.UUID) (Thank, bool) {
	for _, t := range d.w.Thanks {
		if t.MeetingID == meeting {
			return t, true
		}
	}
	return Thank{}, false
}

// saveThank writes a thank-you; what follows in this decision sees it as it now is.
func (d *decision) saveThank(t Thank) {
	d.set.Changes = withoutThank(d.set.Changes, t.MeetingID)
	d.set.Add(t)
	for i := range d.w.Thanks {
		if d.w.Thanks[i].MeetingID == t.MeetingID {
			d.w.Thanks[i] = t
			return
		}
	}
	d.w.Thanks = append(d.w.Thanks, t)
}

// withoutThank drops what this decision wrote before of the same thank-you: one row is written once a step.
func withoutThank(list []change.Change, meeting uuid.UUID) []change.Change {
	out := list[:0]
	for _, c := range list {
		if t, ok := c.(change.SaveThanks); !ok || t.MeetingID != meeting {
			out = append(out, c)
		}
	}
	return out
}

// oweThanks notes what is owed to the contact of a one-on-one.
func (d *decision) oweThanks(m Meet, state, reason string) {
	if m.ContactID == uuid.Nil {
		return
	}
	t, ok := d.thankOf(m.ID)
	switch {
	case !ok:
		t = Thank{MeetingID: m.ID, OrganizerID: m.OrganizerID, ContactID: m.ContactID}
	case t.State == "sent" || t.State == "approved":
		return
	}
	ends := m.Ends()
	if m.StartsAt.IsZero() {
		ends = d.now
	}
	t.EndsAt, t.DueBy, t.State, t.Reason = ends, ends.Add(reminder.ThanksWithin), state, reason
	d.saveThank(t)
}

// thanksDraft writes the thank-you that a report suggests, in the contact's language, and in the organizer's where that is another one.
func (d *decision) thanksDraft(m Meet, dr report.Draft) (draft, yours string) {
	tag := language(m.Contact, d.w.Org)
	draft = d.thanksIn(tag, m, dr)
	if tag != d.tag {
		yours = d.thanksIn(d.tag, m, dr)
	}
	return draft, yours
}

func (d *decision) thanksIn(tag lang.Tag, m Meet, dr report.Draft) string {
	promise, commit := "", ""
	if what := d.saidBy(tag, dr.Answers[report.FollowUps]); what != "" {
		promise = d.w.Org.Words.Text(tag, lang.ThanksPromise, "ofirst", m.Organizer.First(), "what", what)
	}
	if what := d.saidBy(tag, dr.Answers[report.Commitment]); what != "" {
		commit = d.w.Org.Words.Text(tag, lang.ThanksCommit, "what", what)
	}
	key := lang.ThanksBody
	if m.Private {
		key = lang.PrivateThanksBody
	}
	return d.w.Org.Words.Text(tag, key, "first", m.Contact.First(), "ofirst", m.host().First(), "promise", promise, "commit", commit, "org", d.w.Org.Name)
}

// saidBy lists what somebody said they would do, without the words that say so, and with days that still mean the same when they are read later.
// It is "" when nothing was said, or what was said waits for staff to look at it.
func (d *decision) saidBy(tag lang.Tag, a report.Answer) string {
	if a.State != report.Given || a.NeedsReview {
		return ""
	}
	parts := report.Parts(a.Words)
	for i, p := range parts {
		parts[i] = d.deed(p)
		if on, sure := d.sureDay(p); sure {
			parts[i] += " (" + when.EchoDay(tag, on, when.DateOf(d.now.In(d.loc))) + ")"
		}
	}
	return strings.TrimRight(report.Excerpt(strings.Join(parts, "; "), 110), ". ")
}

// deed is what is to be done, without who said so and by when: "I'll send her the flyer tomorrow" is "send her the flyer".
func (d *decision) deed(part string) string {
	what := report.Deed(part)
	if _, sure := d.sureDay(part); !sure {
		return what
	}
	if short := withoutTimes(what, d.planning()); short != "" {
		return short
	}
	return what
}

// withoutTimes takes days and hours off words, with the little words that led to them.
func withoutTimes(words string, c when.Context) string {
	r := when.Read(words, c)
	b := []byte(words)
	for _, s := range r.Spans {
		for i := s.From; i < s.To && i < len(b); i++ {
			b[i] = ' '
		}
	}
	f := strings.Fields(string(b))
	for len(f) > 0 {
		switch strings.ToLower(strings.Trim(f[len(f)-1], ",.;")) {
		case "on", "at", "by", "el", "la", "las", "a", "para", "before", "until", "antes", "del", "de", "this", "next", "este", "for":
			f = f[:len(f)-1]
			continue
		}
		break
	}
	return strings.TrimRight(strings.Join(f, " "), " ,.;")
}

// offerThanks shows the organizer the thank-you after filing; nothing of it goes anywhere until they send it. It returns what stands behind "Filed".
func (d *decision) offerThanks(f *ReportFiled) {
	f.Shown = d.thanksShown(f.Meet, f.Draft, f.Consented)
	f.Asks = f.Shown != "" && d.conv.Kind == ThanksTalk
}

func (d *decision) thanksShown(m Meet, dr report.Draft, consented bool) string {
	t, _ := d.thankOf(m.ID)
	if t.State == "sent" || t.State == "approved" {
		return ""
	}
	c := m.Contact
	if consented && noTexts(c) == "" {
		c.Consent = 1
	}
	if !mayText(c) || !reminder.May(d.w.Org.Sending, c.Works()) {
		d.oweThanks(m, "waiting", "no consent to texts: the organizer thanks them")
		phone := ""
		if !c.Phone.IsZero() {
			phone = d.say(lang.SavedCallNumber, "phone", c.Phone.Display())
		}
		return d.say(lang.ThanksNot, "first", c.First(), "phone", phone)
	}
	draft, yours := d.thanksDraft(m, dr)
	d.oweThanks(m, "draft", "")
	t, _ = d.thankOf(m.ID)
	t.ReportID, t.Draft = dr.ID, draft
	d.saveThank(t)
	in := ""
	if yours != "" {
		in = d.say(lang.ThanksInYours, "draft", yours)
	}
	d.openTalk(Conversation{Kind: ThanksTalk, SubjectID: m.ID, Question: "thanks"})
	return d.say(lang.ThanksAsk, "first", m.Contact.First(), "draft", draft, "english", in)
}

// inThanks takes the answer to a draft: 1 sends it, other words are the new draft, HOLD stops it. Control words, a yes or no and commands never
// become the text.
func (d *decision) inThanks() Reply {
	m, ok := d.meetByID(d.conv.SubjectID)
	t, owed := d.thankOf(d.conv.SubjectID)
	h := d.w.Heard
	if !ok || !owed {
		return Closes
	}
	body := strings.TrimSpace(d.in.Inbound.Body.Text())
	switch {
	case h.Command == understand.Hold:
		d.holdThanks(m, t)
	case h.Command == understand.Later:
		d.finishWith("help", d.say(lang.ThanksLater, "first", m.Contact.First()))
	case h.Command == understand.What:
		d.answer("thanks_draft", d.say(lang.ThanksAgain, "first", m.Contact.First(), "draft", t.Draft))
	case h.Command != understand.None:
		return Another
	case h.Digit == 1, h.Reply == understand.Yes && len(body) < 20:
		d.sendThanks(m, t, t.Draft, d.who.Name)
	case h.Digit == 3, h.Reply == understand.No && len(body) < 20:
		d.holdThanks(m, t)
	case h.Digit != 0 || h.Letter != "" || h.Reply == understand.Thanks || len(strings.Fields(body)) < 3:
		return Another
	default:
		t.Draft = report.Excerpt(body, 600)
		t.State = "draft"
		d.saveThank(t)
		d.openTalk(Conversation{Kind: ThanksTalk, SubjectID: m.ID, Question: "thanks"})
		d.answer("thanks_draft", d.say(lang.ThanksAgain, "first", m.Contact.First(), "draft", t.Draft))
	}
	return Taken
}

func (d *decision) holdThanks(m Meet, t Thank) {
	t.State, t.Reason = "held", "held by "+d.who.Name
	d.saveThank(t)
	d.set.Add(change.CancelPlans{Subject: loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: t.Reason})
	d.note(loose(m.Meeting), "thank-you held", "")
	d.finishWith("saved", d.say(lang.ThanksHeld, "first", m.Contact.First()))
}

// sendThanks sends exactly the words that were seen.
func (d *decision) sendThanks(m Meet, t Thank, words, by string) {
	if t.State == "sent" || t.State == "approved" {
		d.finishWith("saved", d.say(lang.ThanksDone, "first", m.Contact.First()))
		return
	}
	d.approveThanks(m, t, words, by)
	d.finishWith("saved", d.say(lang.ThanksSends, "first", m.Contact.First()))
}

func (d *decision) approveThanks(m Meet, t Thank, words, by string) {
	t.State, t.Draft, t.Reason = "approved", words, "sent by "+by
	d.saveThank(t)
	d.set.Add(change.CancelPlans{Subject: loose(m.Meeting), Rule: reminder.ThanksPlainRule, Reason: "the organizer's own words go"})
	d.note(loose(m.Meeting), "thank-you approved", "")
	d.tell(m.Contact, reminder.ThanksRule, loose(m.Meeting), wordsNote{Words: words, Contact: m.ContactID}, "the thank-you as "+by+" saw it")
}

// thanksDue sends the thank-you on the contact's phone: the approved words, or the plain one, and only when it is known that they met.
func (d *decision) thanksDue(rule reminder.Rule) {
	m, ok := d.dueAnyMeet()
	if !ok {
		return
	}
	t, owed := d.thankOf(m.ID)
	plain := rule.Name == reminder.ThanksPlainRule
	switch {
	case owed && t.State == "sent":
		d.end(change.PlanSuperseded, "thanked already", uuid.Nil)
		return
	case plain && !d.w.Org.PlainThanks:
		d.end(change.PlanDropped, "the plain thank-you is switched off", uuid.Nil)
		return
	case plain && !m.Met():
		d.end(change.PlanDropped, "nobody has said that they met", uuid.Nil)
		return
	case plain && owed && (t.State == "held" || t.State == "approved" || t.State == "not_due"):
		d.end(change.PlanSuperseded, "the thank-you is "+t.State, uuid.Nil)
		return
	}
	if !owed {
		t = Thank{MeetingID: m.ID, OrganizerID: m.OrganizerID, ContactID: m.ContactID, EndsAt: m.Ends(), DueBy: m.Ends().Add(reminder.ThanksWithin)}
	}
	var words string
	if plain {
		key := lang.ThanksPlain
		if m.Private {
			key = lang.PrivateThanks
		}
		words = d.say(key, "ofirst", m.host().First(), "org", d.w.Org.Name)
	} else {
		var n wordsNote
		if json.Unmarshal(d.in.Due.Data, &n) != nil {
			d.end(change.PlanDropped, "cannot be read", uuid.Nil)
			return
		}
		words = n.Words
	}
	d.setAbout(loose(m.Meeting))
	id := d.unasked(rule, d.introduced(m, m.host().ID, words))
	t.State, t.Draft, t.SentAt, t.MessageID = "sent", words, d.now, id // the draft is what went: a reminder may say nothing else
	if t.Reason == "" || plain {
		t.Reason = "rule " + rule.Name
	}
	d.saveThank(t)
	d.set.Add(change.CloseAttention{Kind: "thanks_missed", Subject: loose(m.Meeting), At: d.now})
}

// thanksDeadline writes down what became of the thank-you 24 hours after the end: a miss is a row that staff see, with its cause.
func (d *decision) thanksDeadline(reminder.Rule) {
	m, ok := d.dueAnyMeet()
	if !ok {
		return
	}
	t, owed := d.thankOf(m.ID)
	if d.in.Due.Subject.Version != m.Rev || owed && (t.State == "sent" || t.State == "not_due") {
		d.end(change.PlanSuperseded, "thanked, or not due", uuid.Nil)
		return
	}
	if owed && t.State == "approved" {
		d.end(change.PlanMade, "approved: it goes when the contact's hours allow", uuid.Nil)
		return
	}
	cause := "sending was not on, or the text could not go"
	switch {
	case !m.Met():
		cause = "nobody has said that they met"
	case owed && t.State == "held":
		cause = t.Reason
	case noTexts(m.Contact) != "" || m.Contact.Consent != 1:
		cause = "the contact gets no texts: call"
	case !d.w.Org.PlainThanks:
		cause = "the plain thank-you is switched off and nobody sent one"
	}
	if !owed {
		t = Thank{MeetingID: m.ID, OrganizerID: m.OrganizerID, ContactID: m.ContactID, EndsAt: m.Ends(), DueBy: m.Ends().Add(reminder.ThanksWithin)}
	}
	if t.State != "held" {
		t.State = "missed"
	}
	t.Reason = cause
	d.saveThank(t)
	d.set.Add(change.Attention{ID: d.ids.New(), Kind: "thanks_missed", Subject: loose(m.Meeting), PhoneID: d.w.Phone.ID, Note: "no thank-you within 24 hours: " + cause, At: d.now})
	d.end(change.PlanMade, "no thank-you within 24 hours: "+cause, uuid.Nil)
}

// planThanks plans what watches over the thank-you of a one-on-one that was not planned: it is over when its report is filed.
func (d *decision) planThanks(f HeldUnplanned) {
	m := f.Meet
	if m.Contact.PhoneID == 0 && m.Contact.Phone.IsZero() {
		return
	}
	d.planWaits(m, reminder.ThanksWaits(reminder.MeetingFacts{
		Meeting: m.Meeting, Hours: d.w.Org.Hours, Organizer: m.Organizer.Location(d.w.Org.Zone), Contact: m.Contact.Location(d.w.Org.Zone),
	}, d.now))
}

// endOf is when an unplanned one-on-one ended, as well as can be known: on its day at 20:00, or now when that is earlier.
func endOf(day time.Time, now time.Time) time.Time {
	end := time.Date(day.Year(), day.Month(), day.Day(), 20, 0, 0, 0, day.Location())
	if end.After(now) {
		return now
	}
	return end
}

// listThanks adds the thank-yous that wait to be seen.
func (d *decision) listThanks(l *Listing) {
	for _, t := range d.w.Thanks {
		if m, ok := d.meetByID(t.MeetingID); ok && t.State == "draft" && t.OrganizerID == d.who.ID {
			l.Items = append(l.Items, listLine{change.ThanksSubject, t.MeetingID, func(letter string) string {
				return d.say(lang.ListThanks, "letter", letter, "first", m.Contact.First())
			}})
		}
	}
}

// showThanks shows the thank-you that a letter means.
func (d *decision) showThanks(f ShowLetter) bool {
	m, ok := d.meetByID(f.Item.ID)
	t, owed := d.thankOf(f.Item.ID)
	if !ok || !owed || f.Item.Kind != string(change.ThanksSubject) {
		return false
	}
	d.openTalk(Conversation{Kind: ThanksTalk, SubjectID: m.ID, Question: "thanks"})
	d.answer("thanks_draft", d.say(lang.ThanksAgain, "first", m.Contact.First(), "draft", t.Draft))
	return true
}

// oweOfHeld: who was met is thanked.
func (d *decision) oweOfHeld(f Held) { d.oweThanks(f.Meet, "waiting", "") }

// notDue: who did not come is not thanked.
func (d *decision) notDue(f Missed) { d.oweThanks(f.Meet, "not_due", "the contact did not come") }

// holdWord is HOLD while no thank-you is in question: the only one that is open is meant.
func (d *decision) holdWord() {
	var open []Thank
	for _, t := range d.w.Thanks {
		if t.OrganizerID == d.who.ID && (t.State == "draft" || t.State == "waiting") {
			open = append(open, t)
		}
	}
	if len(open) == 1 {
		if m, ok := d.meetByID(open[0].MeetingID); ok {
			d.holdThanks(m, open[0])
			return
		}
	}
	d.answer("help", d.say(lang.PromiseNone))
}
