package talk

import (
	"encoding/json"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/meeting"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/report"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
)

// toContact renders a text to the contact.
func (d *decision) toContact(rule reminder.Rule, m Meet) {
	before := rule.At != nil // planned for before it
	switch {
	case before && m.Begun(d.now):
		d.end(change.PlanDropped, "too late: the one-on-one has begun", uuid.Nil)
		return
	case before && m.Status != meeting.Planned && m.Status != meeting.Confirmed:
		d.end(change.PlanSuperseded, "the one-on-one is off", uuid.Nil)
		return
	case before && rule.Name != reminder.FirstRule && m.AnsweredAt.IsZero() && m.ToldCount >= maxUnanswered:
		d.end(change.PlanDropped, "three texts and no answer: no more before the one-on-one", uuid.Nil)
		return
	}
	var n changedNote
	_ = json.Unmarshal(d.in.Due.Data, &n)
	asks, body := d.toldContact(rule, m, n)
	if rule.Name != reminder.FirstRule { // which introduces by itself
		body = d.introduced(m, m.OrganizerID, body)
	}
	if rule.Say == "" {
		d.set.Add(change.MeetingTold{ID: m.ID, At: d.now})
	}
	if asks {
		d.openTalk(Conversation{Kind: MeetTalk, SubjectID: m.ID, PersonID: m.ContactID, Question: qConfirm, Data: encode(meetData{Rule: rule.Name})})
	}
	d.unasked(rule, body)
}

// toldContact is what a rule's text says to the contact, and whether it asks.
func (d *decision) toldContact(rule reminder.Rule, m Meet, n changedNote) (asks bool, body string) {
	asks = true
	switch rule.Name {
	case reminder.FirstRule:
		body = d.firstText(m)
	case reminder.TwoDaysRule:
		asks = m.Status != meeting.Confirmed
		body = d.sayMeet(pick(asks, lang.TwoDaysAsk, lang.TwoDaysTell), m)
	case reminder.DayOfRule:
		asks = m.Status != meeting.Confirmed
		body = d.dayOf(m, asks)
	case reminder.ChangedRule:
		if n.Old.Equal(m.StartsAt) {
			asks = false
			body = d.sayMeet(lang.ChangedPlace, m, "place", m.Place)
		} else {
			body = d.sayMeet(lang.ChangedAsk, m, "old", d.whenOf(m, n.Old))
		}
	case reminder.CounterRule:
		body = d.sayMeet(lang.CounterAsk, m, "new", d.whenOf(m, m.Proposal.At))
	case reminder.OldTimeRule:
		body = d.sayMeet(lang.OldTimeAsk, m, "new", d.newTime(m, n.New))
	case reminder.SettledRule:
		asks, body = false, d.sayMeet(lang.SettledTell, m)
	default: // the table says what it says
		asks, body = rule.Asks, d.sayMeet(rule.Say, m)
	}
	return asks, body
}

// maxUnanswered is how many texts a phone that never answered gets before a one-on-one.
const maxUnanswered = 3

func pick(yes bool, a, b lang.Key) lang.Key {
	if yes {
		return a
	}
	return b
}

func (d *decision) dayOf(m Meet, asks bool) string {
	day := d.say(lang.TodayWord)
	if m.StartsAt.In(d.loc).YearDay() != d.now.In(d.loc).YearDay() {
		day = d.say(lang.TomorrowWord)
	}
	switch {
	case asks:
		return d.sayMeet(lang.DayOfAsk, m, "day", day)
	case m.Place == "":
		return d.sayMeet(lang.DayOfTellNoPlace, m, "day", day)
	case m.Private:
		return d.sayMeet(lang.DayOfTell, m, "day", day)
	}
	return d.sayMeet(lang.DayOfTell, m, "day", day, "place", m.Place)
}

// toOrganizer renders a text to the organizer about what the contact said.
func (d *decision) toOrganizer(rule reminder.Rule, m Meet) {
	var n changedNote
	_ = json.Unmarshal(d.in.Due.Data, &n)
	switch rule.Name {
	case reminder.SettledRule:
		d.unasked(rule, d.sayMeet(lang.SettledOrganizer, m))
	case reminder.ProposalRule:
		key := lang.ProposalToOrganizer
		switch {
		case m.Proposal.At.IsZero():
			key = lang.ProposalOpenTo
		case m.Proposal.Round >= tooManyRounds:
			key = lang.CallThem
		}
		d.openTalk(Conversation{Kind: ProposalTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "proposal", Data: encode(meetData{})})
		d.unasked(rule, d.sayMeet(key, m, "new", d.newTime(m, m.Proposal.At), "when", d.whenOf(m, m.Proposal.Old)))
	case reminder.ProposalWaitRule:
		d.proposalWaits(m)
	default:
		if rule.Say == "" {
			d.end(change.PlanDropped, "nothing to say", uuid.Nil)
			return
		}
		d.unasked(rule, d.sayMeet(rule.Say, m))
	}
}

// proposalWaits: nobody answered another time; staff on duty get it with both numbers.
func (d *decision) proposalWaits(m Meet) {
	if m.Status != meeting.Proposed {
		d.end(change.PlanSuperseded, "settled", uuid.Nil)
		return
	}
	d.set.Add(change.Attention{ID: d.ids.New(), Kind: "proposal_open", Subject: loose(m.Meeting), PhoneID: d.w.Phone.ID, Note: "another time is asked for, and nobody has answered", At: d.now})
	d.tellDuty(lang.StaffProposal, loose(m.Meeting), "who", m.Contact.Name, "phone", d.number(m.Contact), "organizer", m.Organizer.Name, "ophone", d.number(m.Organizer), "when", d.whenOf(m, m.Proposal.Old))
	d.end(change.PlanMade, "staff on duty were told", uuid.Nil)
}

// passedOn renders somebody's own words on the other's phone.
func (d *decision) passedOn(rule reminder.Rule) {
	m, _ := d.meetByID(d.in.Due.SubjectID)
	var n wordsNote
	if json.Unmarshal(d.in.Due.Data, &n) != nil {
		d.end(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	d.setAbout(change.Subject{Kind: d.in.Due.Subject.Kind, ID: d.in.Due.Subject.ID})
	words := report.Excerpt(n.Words, 480)
	switch rule.Name {
	case reminder.RelayRule:
		d.keepRelay(relayed{At: d.now, Contact: n.Contact, Meeting: m.ID})
		d.unasked(rule, d.sayMeet(lang.RelayTell, m, "words", words))
	case reminder.ToldRule:
		if m.ID == uuid.Nil {
			d.unasked(rule, d.introduced(m, d.who.OrganizerID, d.say(lang.ToldText, "organizer", n.By, "words", words, "org", d.w.Org.Name)))
			return
		}
		d.unasked(rule, d.introduced(m, m.OrganizerID, d.sayMeet(lang.ToldText, m, "words", words, "organizer", orElse(n.By, m.Organizer.Name))))
	default:
		d.set.Add(change.Attention{ID: d.ids.New(), Kind: "needs_answer", Subject: loose(m.Meeting), PhoneID: d.w.Phone.ID, Note: "a contact wrote around the meeting's time, and nobody has answered", At: d.now})
		fields := []string{"who", m.Contact.Name, "phone", d.number(m.Contact), "organizer", m.Organizer.Name, "ophone", d.number(m.Organizer), "when", d.whenOf(m, m.StartsAt), "words", report.Excerpt(n.Words, 120)}
		d.tellDuty(lang.StaffUnanswered, loose(m.Meeting), fields...)
		d.escalate("needs_answer", loose(m.Meeting), lang.StaffUnanswered, fields...)
		d.end(change.PlanMade, "staff on duty were told", uuid.Nil)
	}
}

func display(e164 string) string {
	p, err := sms.PhoneFromE164(e164)
	if err != nil {
		return e164
	}
	return p.Display()
}

// planTimedOut saves a plan that nobody went on with, without texts to the contact: nothing is lost when somebody gets off the bus.
func (d *decision) planTimedOut(reminder.Rule) {
	p := decodePlan(d.in.Due.Data)
	if d.conv.Kind == PlanTalk && d.conv.SubjectID == p.ID {
		p = decodePlan(d.conv.Data)
	}
	if _, known := d.meetByID(p.ID); known {
		d.end(change.PlanSuperseded, "saved already", uuid.Nil)
		return
	}
	open := d.conv.Kind == PlanTalk && d.conv.SubjectID == p.ID
	at, _ := d.settleTime(&p.Time)
	if p.Name == "" || at.IsZero() || len(p.Options) > 0 {
		d.idea(join(p.Name, display(p.Phone), p.Time.Date, p.Time.Clock, p.Place, p.Note))
		d.end(change.PlanMade, "unanswered for 30 minutes: kept as an idea, since something is missing", uuid.Nil)
	} else {
		p.PlaceSet = true
		m, _ := d.makeMeet(p, false)
		d.set.Add(change.Timeline{ID: d.ids.New(), Subject: loose(m.Meeting), ActorKind: "system", What: "saved without texts: unanswered for 30 minutes", At: d.now})
		d.end(change.PlanMade, "unanswered for 30 minutes: saved without texts", uuid.Nil)
		if open && d.conv.Question == qConsent { // a late answer counts
			p.Saved = true
			d.remember(p)
		}
	}
	d.morning(d.who)
	for _, rest := range p.Rest {
		d.idea(rest)
	}
	if open && (d.conv.Question != qConsent || !p.Saved) {
		d.closeTalk()
	}
}

// inNumber takes the right number of a contact whose number was wrong; false when the text is another matter.
func (d *decision) inNumber() Reply {
	m, ok := d.meetByID(d.conv.SubjectID)
	h := d.w.Heard
	if !ok {
		return Closes
	}
	switch {
	case !h.Phone.IsZero() && h.Phone != d.w.Phone.Phone:
		p := planData{
			ID: m.ID, Contact: m.ContactID, Name: m.Contact.Name, Phone: h.Phone.E164(), Place: m.Place, PlaceSet: true, Minutes: m.Minutes,
			Private: m.Private, Chooses: m.ContactChooses,
		}
		p.Time.Date, p.Time.Clock, p.Time.Fixed = dateOf(m.StartsAt.In(d.loc)), clockOf(m.StartsAt.In(d.loc).Hour(), m.StartsAt.In(d.loc).Minute()), true
		d.nextOfPlan(p, "")
		return Taken
	case h.Command == understand.Skip, understand.Declines(d.in.Inbound.Body.Text()):
		d.finishWith("saved", d.say(lang.SavedNone, "first", m.Contact.First(), "phone", ""))
		return Taken
	}
	return Another
}

// meetText renders what is due about a one-on-one, after everything about it was read again.
func (d *decision) meetText(rule reminder.Rule) {
	m, ok := d.dueMeet()
	switch {
	case !ok:
	case d.who.ID == m.ContactID:
		d.toContact(rule, m)
	default:
		d.toOrganizer(rule, m)
	}
}

// askNumber asks the organizer for the right number of a contact whose number is somebody else's.
func (d *decision) askNumber(rule reminder.Rule) {
	var n wordsNote
	if !decodeInto(d.in.Due.Data, &n) {
		d.end(change.PlanDropped, "cannot be read", uuid.Nil)
		return
	}
	m, _ := d.meetByID(d.in.Due.SubjectID)
	d.setAbout(change.Subject{Kind: d.in.Due.Subject.Kind, ID: d.in.Due.Subject.ID})
	d.openTalk(Conversation{Kind: NumberTalk, SubjectID: m.ID, PersonID: m.OrganizerID, Question: "number", Data: encode(formData{})})
	d.unasked(rule, d.sayMeet(lang.WrongNumberTell, m, "words", report.Excerpt(n.Words, 80), "phone", display(n.Phone)))
}
