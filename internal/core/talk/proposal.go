package talk

import (
	"strings"
	"time"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/understand"
	"github.com/reportback/reportback/internal/core/when"
)

// tooManyRounds: from here on texts do not settle it, and somebody calls.
const tooManyRounds = 3

// propose takes another time that the contact asks for; what is missing of it is asked.
func (d *decision) propose(m Meet, x meetData) {
	if x.Time.Date == "" && x.Time.Clock == "" && len(x.Time.Options) == 0 {
		x.Time.Base = d.baseOf(m)
		x.Time.hear(d.in.Inbound.Body.Text(), understand.Text{}, d.planning())
	}
	if m.StartsAt.After(d.now) { // "could we do 6?", "Friday?": what the words leave stays as it was
		x.Time.sameDayAs(m.StartsAt.In(d.loc))
	}
	at, ask := d.settleTime(&x.Time)
	if at.IsZero() {
		d.openTalk(Conversation{Kind: MeetTalk, SubjectID: m.ID, Question: qBetter, Data: encode(x)})
		d.answer("ask:when", orElse(ask, d.sayMeet(lang.ProposalAskWhen, m)))
		return
	}
	if at.Equal(m.StartsAt) && (m.Status == meeting.Planned || m.Status == meeting.Confirmed) { // the very time that stands
		d.contactYes(m, meetData{}, true)
		return
	}
	if m.Status == meeting.Proposed && m.Proposal.By == meeting.Organizer && at.Equal(m.Proposal.At) {
		d.contactAccepts(m)
		return
	}
	old := m.StartsAt
	if err := m.Propose(meeting.Contact, at, d.now); err != nil {
		d.happened(ForOrganizer{m, d.say(lang.RelayedAnswer, "ofirst", m.Organizer.First())})
		return
	}
	d.saveMeet(m, "the contact asks for another time", when.Echo(lang.English, at.In(d.loc), d.now))
	d.void(m, "another time is asked for")
	d.tell(m.Organizer, reminder.ProposalRule, subjectOf(m.Meeting), changedNote{Old: m.Proposal.Old, New: at}, "the contact asks for another time")
	d.planWait(m)
	d.openTalk(Conversation{Kind: MeetTalk, SubjectID: m.ID, Question: qConfirm, Data: encode(meetData{Rule: reminder.ProposalRule})})
	if m.Proposal.Round >= tooManyRounds {
		d.answer("proposal", d.sayMeet(lang.CallYou, m))
		return
	}
	d.answer("proposal", d.sayMeet(lang.ProposalThanks, m, "new", d.whenOf(m, at), "when", d.whenOf(m, old)))
}

// planWait has staff on duty help when nobody answers: after 3 waking hours, or 3 hours before the old time.
func (d *decision) planWait(m Meet) {
	at := wakingHours(d.w.Org.Hours.Day, d.now, 3*time.Hour, m.Organizer.Location(d.w.Org.Zone))
	if before := m.Proposal.Old.Add(-3 * time.Hour); before.Before(at) && before.After(d.now) {
		at = before
	}
	d.set.Add(change.Plan{
		ID: d.ids.New(), PhoneID: m.Organizer.PhoneID, Phone: m.Organizer.Phone, PersonID: m.OrganizerID, Subject: subjectOf(m.Meeting), Rule: reminder.ProposalWaitRule,
		Occurrence: "r" + decimal(m.Rev), DueAt: at, Reason: "another time is asked for and not answered",
	})
}

// contactAccepts: the contact says yes to the organizer's time.
func (d *decision) contactAccepts(m Meet) {
	if err := m.Accept(d.now); err != nil {
		d.happened(ForOrganizer{m, d.sayMeet(lang.DigitPast, m)})
		return
	}
	m.AnsweredAt = d.now
	d.saveMeet(m, "agreed by the contact", d.in.Inbound.Body.Text())
	d.void(m, "they agreed")
	d.replan(m, true)
	d.tell(m.Organizer, reminder.SettledRule, subjectOf(m.Meeting), nil, "they agreed")
	d.set.Add(change.MeetingTold{ID: m.ID, At: d.now})
	d.closeTalk()
	d.answer("confirmed", d.sayMeet(lang.YesAnswer, m))
}

// inProposal takes the organizer's answer to another time; false when the text is another matter.
func (d *decision) inProposal() Reply {
	m, ok := d.meetByID(d.conv.SubjectID)
	h := d.w.Heard
	if !ok || m.Status != meeting.Proposed {
		if h.Digit == 0 {
			return Closes
		}
		d.closeTalk()
		d.answer("help", d.say(lang.MoveNone))
		return Taken
	}
	x := decodeMeet(d.conv.Data)
	t := x.Time
	switch {
	case h.Command != understand.None:
		return Another
	case len(t.Options) > 0 && h.Digit > 0, t.Sure && h.Digit == 1:
		t.hear(d.in.Inbound.Body.Text(), h, d.planning())
		d.counter(m, t)
	case h.Digit == 1, h.Reply == understand.Yes && !h.When.HasDate() && !h.When.HasClock:
		d.accept(m)
	case h.Digit == 3, h.Reply == understand.No && !h.When.HasDate() && !h.When.HasClock:
		d.refuse(m)
	case h.Digit == 2, h.Reply == understand.Another && !h.When.HasDate() && !h.When.HasClock:
		d.openTalk(Conversation{Kind: ProposalTalk, SubjectID: m.ID, Question: qBetter, Data: encode(meetData{})})
		d.answer("ask:when", d.say(lang.PlanAskWhen))
	case t.hear(trimNo(strings.TrimSpace(d.in.Inbound.Body.Text())), h, d.planning()):
		d.counter(m, t)
	default:
		return Another
	}
	return Taken
}

// accept: the organizer takes the contact's time; both have said yes.
func (d *decision) accept(m Meet) {
	if m.Proposal.At.IsZero() {
		d.openTalk(Conversation{Kind: ProposalTalk, SubjectID: m.ID, Question: qBetter, Data: encode(meetData{})})
		d.answer("ask:when", d.say(lang.PlanAskWhen))
		return
	}
	if err := m.Accept(d.now); err != nil {
		d.finishWith("saved", d.say(lang.MoveOver, "what", d.what(m)))
		return
	}
	d.saveMeet(m, "agreed by the organizer", "")
	d.void(m, "they agreed")
	d.replan(m, true)
	d.tell(m.Contact, reminder.SettledRule, subjectOf(m.Meeting), nil, "they agreed")
	d.finishWith("saved", d.sayMeet(lang.AcceptedAnswer, m, "told", d.toldOf(m, true)))
}

// refuse: the organizer can't; the contact is offered the old time once more, where it is still to come.
func (d *decision) refuse(m Meet) {
	asked := m.Proposal.At
	if err := m.Refuse(d.now); err != nil || m.Begun(d.now.Add(30*time.Minute)) {
		d.finishWith("saved", d.sayMeet(lang.RefusedGone, m, "new", d.newTime(m, asked)))
		d.set.Add(change.Attention{ID: d.ids.New(), Kind: "proposal_open", Subject: loose(m.Meeting), PhoneID: d.w.Phone.ID, Note: "no time is agreed on: call", At: d.now})
		return
	}
	d.saveMeet(m, "other time refused by the organizer", "")
	d.void(m, "the other time was refused")
	d.replan(m, true)
	d.tell(m.Contact, reminder.OldTimeRule, subjectOf(m.Meeting), changedNote{Old: m.StartsAt, New: asked}, "the other time was refused")
	if !mayText(m.Contact) {
		d.finishWith("saved", d.toldOf(m, true))
		return
	}
	d.finishWith("saved", d.sayMeet(lang.RefusedAnswer, m, "new", d.newTime(m, asked)))
}

func (d *decision) newTime(m Meet, t time.Time) string {
	if t.IsZero() {
		return d.whenOf(m, m.StartsAt)
	}
	return d.whenOf(m, t)
}

// counter: the organizer puts yet another time forward.
func (d *decision) counter(m Meet, t timeSaid) {
	base := m.Proposal.At
	if base.IsZero() {
		base = m.StartsAt
	}
	t.sameDayAs(base.In(d.loc))
	at, ask := d.settleTime(&t)
	if at.IsZero() {
		d.openTalk(Conversation{Kind: ProposalTalk, SubjectID: m.ID, Question: qBetter, Data: encode(meetData{Time: t})})
		d.answer("ask:when", orElse(ask, d.say(lang.PlanAskWhen)))
		return
	}
	if at.Equal(m.Proposal.At) {
		d.accept(m)
		return
	}
	asked, old := m.Proposal.At, m.Proposal.Old
	if err := m.Propose(meeting.Organizer, at, d.now); err != nil {
		d.finishWith("saved", d.say(lang.MoveOver, "what", d.what(m)))
		return
	}
	d.saveMeet(m, "the organizer asks for another time", when.Echo(lang.English, at.In(d.loc), d.now))
	d.void(m, "another time is asked for")
	d.tell(m.Contact, reminder.CounterRule, subjectOf(m.Meeting), changedNote{Old: asked, New: at}, "the organizer asks for another time")
	d.planWait(m)
	if !mayText(m.Contact) {
		d.finishWith("saved", d.toldOf(m, true))
		return
	}
	d.finishWith("saved", d.sayMeet(lang.CounterSent, m, "new", d.whenOf(m, at), "when", d.whenOf(m, old)))
}
