package talk

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/reportback/reportback/internal/core/change"
	"github.com/reportback/reportback/internal/core/lang"
	"github.com/reportback/reportback/internal/core/reminder"
	"github.com/reportback/reportback/internal/core/understand"
)

// maxPerMinute is how many texts from one phone within a minute are a conversation; more are a flood: kept, answered once.
const maxPerMinute = 300

// answerUnknownEvery bounds the automatic answers to a phone nobody here knows.
const answerUnknownEvery = time.Hour

// text decides about an inbound text, in the order that protects people: opt-out first, then who it is, then what it says.
func (d *decision) text() {
	d.setOutcome("understood")
	if d.in.Fault != "" {
		d.setOutcome("handed to staff: a fault of ours")
		d.handToStaff("fault", d.in.Fault)
		d.stopDespiteFault()
		return
	}
	if d.w.Phone.ReachBad { // it texts, so it is in somebody's hand again
		d.set.Add(change.SetReach{PhoneID: d.w.Phone.ID, At: d.now})
	}
	if n := d.flooded(); n > maxPerMinute {
		if !d.saysStop() || !d.optOut() {
			d.dam(n)
		}
		return
	}
	if d.optOut() {
		return
	}
	if d.w.Org.Sending == reminder.SendingOff {
		d.setOutcome("kept: sending is off")
		d.handToStaff("needs_answer", "written while sending is off")
		return
	}
	switch {
	case d.w.Phone.Locked:
		d.setOutcome("for staff: this phone is locked")
		d.handToStaff("needs_answer", "from a locked phone")
	case len(d.w.People) == 0:
		d.unknownSender()
	case d.who.Works():
		d.organizer()
	default:
		d.contact()
	}
}

// dam keeps a text of a flood for staff and answers the first of them alone.
func (d *decision) dam(n int) {
	d.setOutcome("kept: a flood")
	if n == maxPerMinute+1 {
		d.handToStaff("flood", "more than 300 texts in a minute")
		d.answer("help", d.say(lang.Flood))
	}
}

// helpWord answers HELP. Twilio's default answer names neither us nor a way to a person, so ours follows it; where the account has its
// own answer (OptOutType is set) that one has gone out already.
func (d *decision) helpWord(byCarrier bool) bool {
	d.setOutcome("help")
	if byCarrier || len(d.w.People) == 0 {
		if len(d.w.People) == 0 {
			d.unknownSender()
		}
		return true
	}
	d.help()
	return true
}

func (d *decision) help() {
	line := ""
	if !d.w.Org.StaffLine.IsZero() {
		line = d.say(lang.HelpLine, "phone", d.w.Org.StaffLine.Display())
	}
	if d.who.Works() {
		d.answer("help", d.say(lang.HelpOrganizer, "org", d.w.Org.Name, "line", line))
		return
	}
	d.answer("help", d.say(lang.HelpContact, "org", d.w.Org.Name, "line", line))
}

func (d *decision) unknownSender() {
	d.setOutcome("from a phone nobody here knows")
	d.handToStaff("unknown_sender", "from a number that nobody here has")
	switch {
	case d.w.Heard.Command == understand.SpanishOn:
		d.speakIn(lang.Spanish)
	case d.w.Heard.Command == understand.EnglishOn:
		d.speakIn(lang.English)
	case d.w.Heard.Lang != "":
		d.speakIn(d.w.Heard.Lang)
	}
	if d.mayAutoAnswer() {
		d.answer("unknown_sender", d.say(lang.UnknownSender, "org", d.w.Org.Name))
	}
}

// mayAutoAnswer bounds answers that no conversation asked for: one an hour.
func (d *decision) mayAutoAnswer() bool {
	if !d.w.Phone.AutoAnswered.IsZero() && d.now.Sub(d.w.Phone.AutoAnswered) < answerUnknownEvery {
		return false
	}
	if !reminder.May(d.w.Org.Sending, d.who.Works()) {
		return false
	}
	d.seen.AutoAnswered = d.now
	return true
}

func (d *decision) switchLanguage() {
	tag := lang.English
	if d.w.Heard.Command == understand.SpanishOn {
		tag = lang.Spanish
	}
	d.speakIn(tag)
	d.set.Add(change.SetLanguage{PersonID: d.who.ID, Language: tag})
}

func (d *decision) plan(rule string, at time.Time, data []byte) change.Plan {
	return change.Plan{
		ID: d.ids.New(), PhoneID: d.w.Phone.ID, PersonID: d.who.ID, Rule: rule, Occurrence: "1",
		Subject: change.Subject{Kind: change.PhoneSubject, ID: phoneSubject(d.w.Phone.ID)}, DueAt: at, Cause: d.in.MessageID, Data: data, Again: true,
	}
}

// phoneSubject makes a stable subject id for what concerns a phone and no person: phones have numbers for ids.
func phoneSubject(id int64) uuid.UUID {
	var u uuid.UUID
	for i := range 8 {
		u[15-i] = byte(id >> (8 * i)) //nolint:gosec // the low byte is meant
	}
	return u
}

func validUntil(rule string, due time.Time) time.Time {
	r, ok := reminder.Find(rule)
	if !ok || r.Makes == 0 {
		return time.Time{}
	}
	return due.Add(r.Makes)
}

// languageWord answers in the language that was asked for, from here on.
func (d *decision) languageWord() {
	d.switchLanguage()
	now := d.say(lang.LanguageNow)
	if !d.who.Works() || !d.happened(Resumes{now}) {
		d.answer("help", now)
	}
}

// notYet is a command that nothing is done on by text.
func (d *decision) notYet() {
	d.setOutcome("not by text yet")
	d.handToStaff("needs_answer", "a command that is not understood by text yet: "+string(d.w.Heard.Command))
	d.answer("help", d.say(lang.NotYet, "word", strings.ToUpper(firstWord(d.in.Inbound.Body.Text()))))
}
