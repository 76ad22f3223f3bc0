package talk

import (
	"strings"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/understand"
)

// missed notes that the contact did not come, and offers a text that proposes another time: no thanks, no blame.
func (d *decision) missed(m Meet) {
	if !d.noShow(&m) {
		d.finishWith("help", d.say(lang.MoveOver, "what", d.what(m)))
		return
	}
	if !mayText(m.Contact) || !reminder.May(d.w.Org.Sending, m.Contact.Works()) {
		d.finishWith("saved", d.sayMeet(lang.MissedCall, m))
		return
	}
	d.openTalk(Conversation{Kind: MissedTalk, SubjectID: m.ID, Question: "missed"})
	d.answer("ask:missed", d.sayMeet(lang.MissedNoted, m))
}

func (d *decision) noShow(m *Meet) bool {
	if err := m.Miss(d.now); err != nil {
		return false
	}
	d.setAbout(loose(m.Meeting))
	d.saveMeet(*m, "did not come", "")
	for _, r := range []string{reminder.HowDidItGoRule, reminder.ReportOverdueRule, reminder.ThanksPlainRule, reminder.ThanksMissedRule} {
		d.set.Add(change.CancelPlans{Subject: loose(m.Meeting), Rule: r, Reason: "the contact did not come"})
	}
	d.happened(Missed{*m})
	return true
}

// inMissed takes the answer to the offer of another time; false when the text is another matter.
func (d *decision) inMissed() Reply {
	m, ok := d.meetByID(d.conv.SubjectID)
	h := d.w.Heard
	if !ok || m.Status != meeting.NoShow || h.Command != understand.None {
		return Closes
	}
	var t timeSaid
	switch {
	case h.Digit == 1, h.Reply == understand.Yes && !h.When.HasDate() && !h.When.HasClock:
		d.tell(m.Contact, reminder.MissedRule, subjectOf(m.Meeting), nil, "they missed each other")
		d.finishWith("saved", d.say(lang.MissedSent, "first", m.Contact.First()))
	case h.Digit == 3, h.Digit == 2, h.Reply == understand.No && !h.When.HasDate() && !h.When.HasClock:
		d.finishWith("saved", d.say(lang.MissedOff))
	case t.hear(trimNo(strings.TrimSpace(d.in.Inbound.Body.Text())), h, d.planning()):
		d.happened(OtherTime{Meet: m, Time: t})
	default:
		return Closes
	}
	return Taken
}

// missedText proposes another time to a contact who did not come.
func (d *decision) missedText(rule reminder.Rule) {
	m, ok := d.dueAnyMeet()
	if !ok {
		return
	}
	d.setAbout(subjectOf(m.Meeting))
	key := lang.MissedTell
	if m.Private {
		key = lang.PrivateMissed
	}
	d.openTalk(Conversation{Kind: MeetTalk, SubjectID: m.ID, PersonID: m.ContactID, Question: qBetter, Data: encode(meetData{})})
	d.unasked(rule, d.introduced(m, m.OrganizerID, d.sayMeet(key, m, "organizer", firstIfPrivate(m))))
}

func firstIfPrivate(m Meet) string {
	if m.Private {
		return m.Organizer.First()
	}
	return m.Organizer.Name
}
