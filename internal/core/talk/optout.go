package talk

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/person"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/sms"
	"github.com/reportback/reportback/internal/core/understand"
)

// saysStop reports whether a text may be an opt-out: that one counts in a flood too, where a HELP or a START may feed a loop of two machines.
func (d *decision) saysStop() bool {
	key := d.in.Inbound.OptOut
	if key == sms.NoKeyword {
		key = sms.CarrierKeyword(d.in.Inbound.Body.Text())
	}
	return key == sms.KeywordStop || key == sms.NoKeyword && sms.ReadOptOut(d.in.Inbound.Body.Text()) != sms.NotOptOut
}

// optOut handles every form of STOP and START, before anything else may happen to a text. It reports whether the text is done with.
func (d *decision) optOut() bool {
	body := d.in.Inbound.Body.Text()
	key := d.in.Inbound.OptOut // the provider's own verdict wins when it gives one
	byCarrier := key != sms.NoKeyword
	if key == sms.NoKeyword {
		key = sms.CarrierKeyword(body)
	}
	switch key {
	case sms.KeywordStop:
		d.stop("STOP", false)
		return true
	case sms.KeywordStart:
		return d.start(byCarrier)
	case sms.KeywordHelp:
		return d.helpWord(byCarrier)
	case sms.NoKeyword:
	}
	switch sms.ReadOptOut(body) {
	case sms.OptOutClear:
		d.stop("own words", true)
		return true
	case sms.OptOutDoubtful:
		d.doubt()
		return true
	case sms.NotOptOut:
	}
	return false
}

// stop ends texts to this phone. The carrier confirms its own words; ours is sent only where it did not.
func (d *decision) stop(source string, confirm bool) {
	d.setOutcome("opted out")
	if d.w.Phone.Consent == person.ConsentNo {
		return // said already: one confirmation is enough
	}
	d.consent(person.ConsentNo, source)
	d.set.Add(change.Withhold{PhoneID: d.w.Phone.ID, Reason: "opted out"})
	if d.conv.Kind != "" {
		d.closeTalk()
	}
	what := "no"
	if mayMeanMeeting(d.in.Inbound.Body.Text()) && d.hasMeeting() {
		what = "meeting"
	}
	d.tellStaff(reminder.OptOutToStaff, what)
	d.handToStaff("opted_out", "opted out: "+source)
	if confirm {
		d.answer("opt_out", d.say(lang.OptedOut, "org", d.w.Org.Name))
		d.exempt()
	}
}

// mayMeanMeeting: these words end texts at the carrier, and are also how people call a one-on-one off.
func mayMeanMeeting(body string) bool {
	switch strings.ToLower(strings.Trim(body, " \t\r\n.!")) {
	case "cancel", "end", "quit":
		return true
	}
	return false
}

// hasMeeting reports whether a one-on-one with this phone's people is still to come.
func (d *decision) hasMeeting() bool {
	for _, m := range d.w.Meetings {
		if d.isMine(m) && m.Open() && m.Ends().After(d.now) {
			return true
		}
	}
	return false
}

// stopDespiteFault keeps an opt-out whose full decision failed: no more texts, without the answer and the notes. Should reading it be what
// fails, staff have the text.
func (d *decision) stopDespiteFault() {
	defer func() { _ = recover() }()
	if d.w.Phone.Consent != person.ConsentNo && d.saysStop() {
		d.consent(person.ConsentNo, "STOP, or words near it, while a fault of ours kept the rest from being read")
		d.set.Add(change.Withhold{PhoneID: d.w.Phone.ID, Reason: "opted out"})
	}
}

// doubt holds texts until staff decide; undecided for a day it is an opt-out.
func (d *decision) doubt() {
	d.setOutcome("may be an opt-out")
	if d.w.Phone.Consent == person.ConsentNo || d.w.Phone.Consent == person.ConsentDoubtful {
		return // held already: saying it again neither asks again nor puts off the end of the 24 hours
	}
	d.consent(person.ConsentDoubtful, "own words")
	d.set.Add(change.Withhold{PhoneID: d.w.Phone.ID, Reason: "held: a text may be an opt-out, staff decide"})
	d.set.Add(d.plan(reminder.DoubtEnds, d.now.Add(24*time.Hour), nil))
	d.tellStaff(reminder.OptOutToStaff, "doubtful")
	d.handToStaff("opt_out_doubtful", "may be an opt-out: decide within 24 hours")
	d.answer("opt_out", d.say(lang.OptOutDoubt, "org", d.w.Org.Name))
	d.exempt()
}

// settleDoubt takes a doubtful text off Today once its phone has a word that is none, whoever's it is; and an opt-out once it is taken back, since
// nobody needs to call any more.
func (d *decision) settleDoubt() {
	for _, c := range d.set.Changes {
		if c, ok := c.(change.SetConsent); ok && c.Consent == person.ConsentYes && d.w.Phone.ID != 0 {
			d.set.Add(change.CloseAttention{Kind: "opted_out", PhoneID: d.w.Phone.ID, At: d.now})
			break
		}
	}
	for _, c := range d.set.Changes {
		if c, ok := c.(change.SetConsent); ok && c.Consent != person.ConsentDoubtful && d.w.Doubt.MessageID != uuid.Nil {
			d.set.Add(change.CloseAttention{Kind: "opt_out_doubtful", Subject: change.Subject{Kind: change.PhoneSubject, ID: d.w.Doubt.MessageID}, At: d.now})
			return
		}
	}
}

// start brings texts back for a phone that had opted out; for any other it is an ordinary text (YES is also a carrier's word).
func (d *decision) start(byCarrier bool) bool {
	c := d.w.Phone.Consent
	if c == person.ConsentUnknown && !d.who.Works() && d.w.Heard.Reply == understand.Start && len(d.w.Meetings) > 0 {
		d.setOutcome("opted in")
		d.consent(person.ConsentYes, "START")
		d.happened(ConsentGiven{})
		return true
	}
	if c != person.ConsentNo && c != person.ConsentDoubtful {
		return byCarrier || sms.CarrierKeyword(d.in.Inbound.Body.Text()) == sms.KeywordStart && d.w.Heard.Reply != understand.Yes && d.startIdle()
	}
	if c == person.ConsentDoubtful && d.w.Heard.Reply == understand.Yes { // a carrier's word, but as likely a yes to "no more texts": staff decide
		d.setOutcome("for staff: while texts are held")
		d.handToStaff("needs_answer", "a yes while texts are held: it may mean the opt-out")
		return true
	}
	d.setOutcome("opted in again")
	d.consent(person.ConsentYes, "START")
	d.nowConsents(person.ConsentYes)
	if !d.who.Works() {
		d.handToStaff("opted_in", "texts are on again")
		d.happened(ConsentGiven{})
		return true
	}
	if !d.happened(Resumes{d.say(lang.WelcomeBack, "org", d.w.Org.Name)}) {
		d.answer("help", d.say(lang.WelcomeBack, "org", d.w.Org.Name))
	}
	return true
}

// startIdle: START from somebody who never opted out is answered by the carrier; nothing is left for us.
func (d *decision) startIdle() bool {
	d.setOutcome("START, nothing to bring back")
	return true
}

func (d *decision) consent(c person.Consent, source string) {
	d.set.Add(change.SetConsent{
		ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Consent: c, Source: source,
		ByPerson: d.who.ID, MessageID: d.in.MessageID, Words: d.in.Inbound.Body.Text(), At: d.now,
	})
}

// tellStaff plans a text to those on duty, and to the organizers of a contact, about this phone; it is rendered when due, on their own phones.
func (d *decision) tellStaff(rule, data string) {
	name := d.who.Name
	if name == "" {
		return // a number that nobody here has: Today shows it, nobody's phone rings
	}
	told := map[int64]bool{0: true, d.w.Phone.ID: true}
	for _, p := range slices.Concat(d.onDuty(), d.w.Organizers) {
		if told[p.PhoneID] {
			continue
		}
		told[p.PhoneID] = true
		d.set.Add(change.Plan{
			ID: d.ids.New(), PhoneID: p.PhoneID, PersonID: p.ID, Rule: rule, Occurrence: d.in.MessageID.String(),
			Subject: change.Subject{Kind: change.PhoneSubject, ID: d.in.MessageID}, DueAt: d.now, ValidUntil: validUntil(rule, d.now),
			Cause: d.in.MessageID, Reason: "staff are told", Data: encode(staffNote{Who: name, Phone: d.w.Phone.Phone.Display(), What: data}),
		})
	}
}

// onDuty returns the staff who hear what concerns nobody by name: those on duty, else all admins, else all staff.
func (d *decision) onDuty() []person.Person {
	var duty, admins []person.Person
	for _, p := range d.w.Staff {
		for _, id := range d.w.Org.OnDuty {
			if p.ID == id {
				duty = append(duty, p)
			}
		}
		if p.Is(person.Admin) {
			admins = append(admins, p)
		}
	}
	switch {
	case len(duty) > 0:
		return duty
	case len(admins) > 0:
		return admins
	}
	return d.w.Staff
}

// agreedInWords: the phone itself says that texts are welcome.
func (d *decision) agreedInWords(TextsWelcome) {
	d.consent(person.ConsentYes, "own words")
	d.happened(ConsentGiven{})
}
