package talk

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/understand"
)

// organizer answers somebody of the organization: an answer to the open question, a command, or words that speak for themselves.
func (d *decision) organizer() {
	body := strings.TrimSpace(d.in.Inbound.Body.Text())
	switch h := d.w.Heard; {
	case h.Command == understand.EnglishOn || h.Command == understand.SpanishOn:
		if d.conv.Kind == PlanTalk && len(body) > 2 && d.offer() { // "Spanish": for the contact
			return
		}
		rooms().command(h.Command)(d)
	case body == "":
		d.setOutcome("no words")
		d.answer("help", d.say(lang.MediaKept))
	case rooms().guess(d, BeforeQuestion, BeforeQuestion), d.offer():
	case h.Command != understand.None:
		rooms().command(h.Command)(d)
	default:
		d.words()
	}
}

// offer lets the open question hear the text. It reports whether it was an answer.
func (d *decision) offer() bool {
	kind := d.conv.Kind
	if kind == WhichTalk {
		kind = Choice(decode(d.conv.Data).Then)
	}
	switch rooms().question(kind)(d) {
	case Taken:
		return true
	case Closes:
		d.closeTalk()
	case Another:
	}
	return false
}

// words takes a text without a command that no question heard.
func (d *decision) words() {
	r := d.w.Heard.Reply
	if (r == understand.Thanks || r == understand.Yes || r == understand.No) && len(strings.Fields(d.in.Inbound.Body.Text())) <= 3 {
		d.setOutcome("kept in the thread: it answers nothing that we asked")
		return
	}
	if rooms().guess(d, WhoCame, ToCome) {
		return
	}
	d.setOutcome("not understood")
	d.handToStaff("needs_answer", "not understood")
	d.answer("help", d.say(lang.NotUnderstood))
}

// contact takes a text of somebody an organizer meets: an answer, another time, or words for the organizer.
func (d *decision) contact() {
	h := d.w.Heard
	switch h.Command {
	case understand.EnglishOn, understand.SpanishOn:
		rooms().command(h.Command)(d)
		return
	}
	if l := h.Lang; l != "" && l != d.tag {
		d.speakIn(l)
		d.set.Add(change.SetLanguage{PersonID: d.who.ID, Language: l})
	}
	if d.conv.Kind == GuestTalk && d.offer() || rooms().guess(d, OfContact, OfContact) {
		return
	}
	d.noMeeting()
}

// noMeeting keeps what a contact writes without a one-on-one for a person to answer.
func (d *decision) noMeeting() {
	d.setOutcome("for staff: from a contact")
	if d.w.Heard.Reply == understand.Thanks {
		d.setOutcome("kept in the thread")
		return
	}
	d.handToStaff("needs_answer", "a contact wrote")
	if d.mayAutoAnswer() {
		d.answer("unknown_sender", d.say(lang.PersonReads, "org", d.w.Org.Name))
	}
}
