package talk

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/understand"
)

// The questions of a contact's conversation.
const (
	qConfirm = "confirm" // 1, 2, 3
	qBetter  = "better"  // what day and time is better?
	qAgain   = "again"   // a yes right after a change was asked again
)

// meetData is what the question to a contact must remember.
type meetData struct {
	Rule string   `json:"rule,omitempty"` // the text that asked
	Time timeSaid `json:"time"`
}

func decodeMeet(b []byte) meetData { return decoded[meetData](b) }

// contactMeet finds which one-on-one a contact's text is about: the one that was asked about, else the next to come, else the one just past.
func (d *decision) contactMeet() (Meet, bool) {
	if d.conv.Kind == MeetTalk {
		if m, ok := d.meetByID(d.conv.SubjectID); ok && d.isMine(m) {
			d.speakAs(m)
			return m, true
		}
	}
	var best Meet
	rank := 0
	for _, m := range d.w.Meetings {
		if !d.isMine(m) {
			continue
		}
		r := 0
		switch {
		case m.Running(d.now):
			r = 4
		case m.Open() && (m.StartsAt.After(d.now) || m.Status == meeting.Proposed):
			r = 3
		case m.StartsAt.After(d.now):
			r = 2 // declined or called off, but still to come
		case d.now.Sub(m.Ends()) < 7*24*time.Hour:
			r = 1
		}
		if r > rank || r == 1 && rank == 1 {
			best, rank = m, r
		}
	}
	if rank > 0 {
		d.speakAs(best)
	}
	return best, rank > 0
}

// isMine reports whether the one-on-one is with one of this phone's contacts.
func (d *decision) isMine(m Meet) bool {
	for _, p := range d.w.People {
		if p.ID == m.ContactID {
			return true
		}
	}
	return false
}

// speakAs makes the contact of this one-on-one the speaker: on a shared phone there are several.
func (d *decision) speakAs(m Meet) {
	if d.who.ID == m.ContactID {
		return
	}
	d.speakFor(m.Contact)
}

// hearContact takes a contact's text about a one-on-one.
func (d *decision) hearContact(m Meet) {
	d.speaksOf(m)
	h := d.w.Heard
	x := decodeMeet(d.conv.Data)
	asked := d.conv.Kind == MeetTalk && d.conv.SubjectID == m.ID
	switch {
	case h.Reply == understand.Wrong:
		d.wrongNumber(m)
	case h.Reply == understand.WhoIsIt:
		d.whoIsIt(m)
	case h.Command == understand.Where:
		d.where(m)
	case asked && d.conv.Question == qBetter && d.betterTime(m, x):
	case d.proposesTime(m):
		d.propose(m, meetData{})
	case h.Reply == understand.No && d.refusesForAnother(m):
	case h.Digit > 3:
		d.happened(ForOrganizer{m, d.say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
	case h.Digit != 0 && !asked && m.ToldAt.IsZero():
		d.setOutcome("a digit that answers nothing we asked")
		d.answer("help", d.say(lang.DigitNothing))
		d.handToStaff("needs_answer", "a digit that answers nothing we asked")
	case asked && d.conv.Question == qBetter && h.Digit == 0 && h.Reply == understand.Yes:
		d.okToBetter(m, x)
	case h.Digit == 1, h.Reply == understand.Yes:
		d.contactYes(m, x, asked)
	case h.Digit == 2, h.Reply == understand.Another:
		d.another(m)
	case h.Digit == 3, h.Reply == understand.No:
		d.contactNo(m, asked)
	case h.Reply == understand.Maybe:
		d.happened(ForOrganizer{m, d.sayMeet(lang.MaybeAnswer, m)})
	case h.Reply == understand.Thanks:
		d.setOutcome("kept in the thread")
	case agreesToTexts(d.in.Inbound.Body.Text()) && d.w.Phone.Consent == person.ConsentUnknown:
		d.consentByContact(m)
	default:
		d.happened(ForOrganizer{m, d.say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
	}
}

// proposesTime reports whether the text puts another time forward by itself, not only mentions one.
func (d *decision) proposesTime(m Meet) bool {
	h := d.w.Heard
	if !h.When.HasDate() && !h.When.HasClock && len(h.When.Options) == 0 || h.Digit != 0 {
		return false
	}
	if m.Begun(d.now) && m.Status != meeting.Proposed {
		return false
	}
	return h.Reply == understand.Another
}

// refusesForAnother takes a no that goes on to another time: "a las 3 no puedo, a las 5 si".
func (d *decision) refusesForAnother(m Meet) bool {
	if !m.Open() || m.Begun(d.now) && m.Status != meeting.Proposed {
		return false
	}
	pieces := strings.FieldsFunc(strings.NewReplacer(" but ", ",", " pero ", ",").Replace(d.in.Inbound.Body.Text()), func(r rune) bool { return strings.ContainsRune(",.;?!\n", r) })
	for i := len(pieces) - 1; i > 0; i-- {
		h := understand.Read(pieces[i], d.planning())
		t := timeSaid{Base: d.baseOf(m)}
		if h.Reply == understand.No || !h.When.HasDate() && !h.When.HasClock || !t.hear(pieces[i], understand.Text{}, d.planning()) {
			continue
		}
		d.propose(m, meetData{Time: t})
		return true
	}
	return false
}

// betterTime takes the answer to "what day and time suits you?"; false when the words say nothing about a time.
func (d *decision) betterTime(m Meet, x meetData) bool {
	h := d.w.Heard
	if h.Reply == understand.No && !h.When.HasDate() || h.Reply == understand.Thanks {
		return false
	}
	t := x.Time
	t.Base = d.baseOf(m)
	if !t.hear(d.in.Inbound.Body.Text(), h, d.planning()) {
		return false
	}
	d.propose(m, meetData{Time: t})
	return true
}

// okToBetter: a yes in words while another time is asked for answers our question, and is no yes to the time that does not suit.
func (d *decision) okToBetter(m Meet, x meetData) {
	if _, ask := d.settleTime(&x.Time); ask != "" {
		d.answer("ask:when", ask)
		return
	}
	if m.Status == meeting.Declined || m.Status == meeting.NoShow {
		d.setOutcome("kept in the thread: it answers nothing that we asked")
		return
	}
	d.answer("ask:when", d.sayMeet(lang.ProposalAskWhen, m))
}

// contactYes takes a yes.
func (d *decision) contactYes(m Meet, x meetData, asked bool) {
	digit := d.w.Heard.Digit == 1
	switch {
	case m.Status == meeting.Proposed && m.Proposal.By == meeting.Organizer && !m.Proposal.At.IsZero():
		d.contactAccepts(m)
		return
	case m.Begun(d.now):
		if digit {
			d.happened(ForOrganizer{m, d.sayMeet(lang.DigitPast, m)})
			return
		}
		d.relayOrKeep(m, asked)
		return
	case m.Status == meeting.CalledOff || m.Status == meeting.Proposed:
		if digit {
			d.answer("help", d.sayMeet(lang.DigitOff, m))
			d.setOutcome("a digit for what is off")
			return
		}
		d.relayOrKeep(m, asked)
		return
	case !asked && !digit && m.Status == meeting.Confirmed:
		d.setOutcome("kept in the thread: it answers nothing that we asked")
		return
	case asked && x.Rule == reminder.ChangedRule && d.conv.Question == qConfirm && d.now.Sub(d.conv.AskedAt) < 2*time.Minute:
		d.openTalk(Conversation{Kind: MeetTalk, SubjectID: m.ID, Question: qAgain, Data: encode(meetData{Rule: x.Rule})})
		d.answer("ask:confirm", d.sayMeet(lang.YesAfterChange, m))
		return
	}
	rev := m.Rev
	first, err := m.Confirm(d.now)
	if err != nil {
		d.happened(ForOrganizer{m, d.say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
		return
	}
	d.saveMeet(m, "confirmed by the contact", d.in.Inbound.Body.Text())
	if m.Rev != rev {
		d.void(m, "taken up again by the contact")
		d.replan(m, true)
	}
	if first {
		d.tell(m.Organizer, reminder.ConfirmedRule, subjectOf(m.Meeting), nil, "the contact's first yes")
	}
	d.closeTalk()
	d.answer("confirmed", d.sayMeet(lang.YesAnswer, m))
}

// relayOrKeep passes words on that may be meant for the organizer; a bare ok that answers nothing stays in the thread.
func (d *decision) relayOrKeep(m Meet, asked bool) {
	if !asked && len(strings.Fields(d.in.Inbound.Body.Text())) <= 2 {
		d.setOutcome("kept in the thread: it answers nothing that we asked")
		return
	}
	d.happened(ForOrganizer{m, d.say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
}

// contactNo takes a no: the meeting is off, the organizer hears it at once.
func (d *decision) contactNo(m Meet, asked bool) {
	digit := d.w.Heard.Digit == 3
	switch {
	case m.Begun(d.now) && m.Status != meeting.Proposed:
		if digit {
			d.happened(ForOrganizer{m, d.sayMeet(lang.DigitPast, m)})
			return
		}
		d.happened(ForOrganizer{m, d.say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
		return
	case !m.Open():
		if digit {
			d.answer("help", d.sayMeet(lang.DigitOff, m))
			return
		}
		d.relayOrKeep(m, asked)
		return
	}
	if err := m.Decline(d.now); err != nil {
		d.happened(ForOrganizer{m, d.say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
		return
	}
	d.saveMeet(m, "declined by the contact", d.in.Inbound.Body.Text())
	d.void(m, "the contact can't make it")
	d.tell(m.Organizer, reminder.DeclinedRule, subjectOf(m.Meeting), nil, "the contact can't make it")
	d.openTalk(Conversation{Kind: MeetTalk, SubjectID: m.ID, Question: qBetter, Data: encode(meetData{})})
	d.answer("declined", d.sayMeet(lang.NoAnswer, m))
}

// another takes a bare 2: the day and time are asked for.
func (d *decision) another(m Meet) {
	switch {
	case m.Begun(d.now) && m.Status != meeting.Proposed:
		d.happened(ForOrganizer{m, d.sayMeet(lang.DigitPast, m)})
		return
	case m.Status == meeting.CalledOff:
		d.answer("help", d.sayMeet(lang.DigitOff, m))
		return
	}
	d.openTalk(Conversation{Kind: MeetTalk, SubjectID: m.ID, Question: qBetter, Data: encode(meetData{})})
	d.answer("ask:when", d.sayMeet(lang.ProposalAskWhen, m))
}

// aboutMine takes a contact's text about a one-on-one.
func (d *decision) aboutMine() bool {
	m, ok := d.contactMeet()
	if !ok {
		return false
	}
	d.setAbout(loose(m.Meeting))
	d.setOutcome("understood")
	d.hearContact(m)
	return true
}
